"""The house style of a language: what the optional `style.yaml` of its pack says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from circgen.facts.reading import INVALID, Reading, Vocabulary
from circgen.facts.source import Node
from circgen.facts.trees import parse_words
from circgen.facts.types import Key, ListOf, Record, Schema
from circgen.findings import FindingsError
from circgen.language.patterns import REGEX, MapOf, Parsed, Pattern, try_replacements

_NONE: Mapping[str, str] = MappingProxyType({})


class Quotes(NamedTuple):
    """A pair of quotation marks."""

    opening: str
    closing: str


class ListStyle(NamedTuple):
    """What ends every item of a list but the last, and what ends the last one; may be empty."""

    item: str
    last: str


class Preference(NamedTuple):
    """What is not written, as a regular expression, and what is written in its place."""

    find: re.Pattern[str]
    put: str


class Guide(NamedTuple):
    """The house style of a language; what is empty is not looked at.

    `quotes` are pairs of marks from the outermost inwards. `dash` has the spaces around it.
    `marks`, `space_before` and `space_after` are by mark. `no_break` finds spaces, as their group
    `gap`, at which no line may break.
    """

    quotes: tuple[Quotes, ...] = ()
    apostrophe: str = ""
    dash: str = ""
    range_dash: str = ""
    ellipsis: str = ""
    marks: Mapping[str, str] = _NONE
    space_before: Mapping[str, str] = _NONE
    space_after: Mapping[str, str] = _NONE
    no_break: tuple[re.Pattern[str], ...] = ()
    lists: tuple[ListStyle, ...] = ()
    spelling: tuple[Preference, ...] = ()
    terms: tuple[Preference, ...] = ()
    kept: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


def _quotes(text: str) -> Quotes:
    """Two marks."""
    if len(text) != 2:  # noqa: PLR2004  opening and closing
        raise ValueError(f"`{text}` is no pair of quotation marks", "write both of them: `«»`")
    return Quotes(*text)


def _list_style(text: str) -> ListStyle:
    """A list of two items, as an example."""
    match = re.fullmatch(r"a(\S?) b(\S?)", text)
    if not match:
        raise ValueError(f"`{text}` is no list", "write one of the items a and b: `a; b.`")
    return ListStyle(*match.groups())


def _mark(text: str) -> str:
    """One character or more, none of them a letter or a figure."""
    if any(map(str.isalnum, text)):
        raise ValueError(f"`{text}` is no mark", "write the mark alone")
    return text


class _Joined:
    """Two regular expressions, `after` and `before`, between which no line breaks."""

    def __init__(self) -> None:
        keys = {
            "after": Key(REGEX, "a regular expression for the words in front", required=True),
            "before": Key(REGEX, "one for what follows", required=True),
        }
        self._record = Record(dict, keys, "`after` and `before`")

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """One expression, with the space as its group `gap`."""
        found = self._record.read(node, path, reading)
        if not isinstance(found, dict) or {type(each) for each in found.values()} != {re.Pattern}:
            return INVALID
        after, before = (_scoped(found[key].pattern) for key in ("after", "before"))
        try:
            return re.compile(rf"{after}(?P<gap>[ \n]+)(?={before})")
        except re.error as error:
            problem = f"`after` and `before` do not go together: {error}"
            return reading.refuse(node, "pattern", problem, "number no groups, and name none `gap`")

    def schema(self) -> Schema:
        """An object of two strings."""
        return self._record.schema()


def _scoped(pattern: str) -> str:
    """An expression as part of another one: its flags hold for itself alone."""
    flags = re.match(r"\(\?([aiLmsux]+)\)", pattern)
    return f"(?{flags[1]}:{pattern[flags.end() :]})" if flags else f"(?:{pattern})"


_TEXTS = ListOf(Pattern(fields=None))
_MARK = Parsed(_mark)
_PREFERENCES = ListOf(
    Record(
        Preference,
        {
            "find": Key(REGEX, "a regular expression", required=True),
            "put": Key(Pattern(fields=None), "what is written in its place", required=True),
        },
        "`find` and `put`",
    )
)
_GUIDE = Record(
    dict,
    {
        "quotes": Key(ListOf(Parsed(_quotes)), "pairs of quotation marks, outermost first"),
        "apostrophe": Key(_MARK, "the apostrophe"),
        "dash": Key(_MARK, "the dash between words, with its spaces"),
        "range_dash": Key(_MARK, "the dash between figures"),
        "ellipsis": Key(_MARK, "what stands for words left out"),
        "marks": Key(MapOf(_MARK), "the language's own marks, by the Latin ones"),
        "space_before": Key(MapOf(_MARK), "the space before a mark, by the mark"),
        "space_after": Key(MapOf(_MARK), "the space after a mark, by the mark"),
        "no_break": Key(ListOf(_Joined()), "between what no line breaks"),
        "lists": Key(ListOf(Parsed(_list_style)), "how items of lists end"),
        "spelling": Key(_PREFERENCES, "how words are spelled"),
        "terms": Key(_PREFERENCES, "which words are used"),
        "kept": Key(_TEXTS, "names that are written as they are"),
        "doubled": Key(_TEXTS, "words that may stand twice in a row"),
        "abbreviations": Key(_TEXTS, "words of four letters or more whose full stop ends nothing"),
    },
    "`style.yaml`",
)


def read_guide(data: bytes, file: str) -> Guide:
    """What a pack's `style.yaml` says.

    Raises:
        FindingsError: with every problem of the file.
    """
    reading = Reading(Vocabulary((), {}))
    found = _GUIDE.read(parse_words(data, file), "", reading)
    if reading.findings:
        raise FindingsError(*reading.findings)
    assert isinstance(found, dict)  # noqa: S101  the record makes one
    for key in ("spelling", "terms"):
        try_replacements(found.get(key, ()), key, reading)
    return Guide(**found)
