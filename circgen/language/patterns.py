"""Patterns of the language packs: text with `{fields}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from babel.core import Locale, UnknownLocaleError
from babel.dates import parse_pattern, tokenize_pattern

from circgen.facts.reading import Reading
from circgen.facts.source import Mapping as MappingNode
from circgen.facts.source import Node, Scalar, describe_node
from circgen.facts.types import Schema, Type
from circgen.findings import Finding, FindingsError

_FIELD = re.compile(r"\{([^{}]*)\}")


def fill(pattern: str, replace: Callable[[str], str]) -> str:
    """`pattern` with every `{field}` replaced by what `replace` gives for its name."""
    return _FIELD.sub(lambda match: replace(match[1]), pattern)


def pieces(pattern: str) -> list[tuple[str, bool]]:
    """The parts of a pattern in order: (text, False) for words, (name, True) for a field."""
    parts = _FIELD.split(pattern)
    return [(part, bool(index % 2)) for index, part in enumerate(parts) if part]


class Pattern(NamedTuple):
    """A text that keeps its spaces; `fields` are the fields it must have, None if any may stand."""

    fields: tuple[str, ...] | None = ()
    optional: tuple[str, ...] = ()

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """The text as typed."""
        del path
        if not isinstance(node, Scalar) or not node.text:
            return reading.refuse(node, "type", f"expected a text, found {describe_node(node)}")
        if self.fields is None:
            return node.text
        found = _FIELD.findall(node.text)
        for name in found:
            if name not in (*self.fields, *self.optional):
                allowed = ", ".join(f"`{{{f}}}`" for f in (*self.fields, *self.optional))
                return reading.refuse(
                    node,
                    "pattern",
                    f"`{{{name}}}` has no value here",
                    f"allowed: {allowed}" if allowed else "write plain text",
                )
        missing = [name for name in self.fields if name not in found]
        if missing:
            return reading.refuse(node, "pattern", f"`{{{missing[0]}}}` is missing", "put it in")
        return node.text

    def schema(self) -> Schema:
        """A string."""
        return {"type": "string"}


class MapOf(NamedTuple):
    """Any keys, with values of one type; those of `required` must be there."""

    type: Type
    required: tuple[str, ...] = ()

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """A dictionary."""
        if not isinstance(node, MappingNode):
            return reading.refuse(node, "type", f"expected keys, found {describe_node(node)}")
        values = {}
        for key, value in node.entries:
            inner = f"{path}.{key.text}"
            reading.where[inner] = value.at
            values[key.text] = self.type.read(value, inner, reading)
        for name in self.required:
            if name not in values:
                reading.refuse(node, "missing-key", f"`{name}` is missing", "circgen asks for it")
        return values

    def schema(self) -> Schema:
        """An object."""
        return {"type": "object", "additionalProperties": self.type.schema()}


class Forms:
    """A text that never changes, or one text per grammatical form."""

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """Forms by name; a plain text is the form called ``."""
        if isinstance(node, MappingNode):
            if not node.entries:
                problem = "expected a name, found no forms"
                return reading.refuse(node, "empty", problem, "write the name, or its forms")
            return MapOf(Pattern(fields=None)).read(node, path, reading)
        text = Pattern(fields=None).read(node, path, reading)
        return {"": text} if isinstance(text, str) else text

    def schema(self) -> Schema:
        """A string, or an object of strings."""
        return {"anyOf": [{"type": "string"}, MapOf(Pattern()).schema()]}


def date_words(pattern: str) -> Iterator[tuple[str, int, str]]:
    """The texts of a CLDR date pattern, each with the field before it and that field's width."""
    field, width = "", 0
    for kind, value in tokenize_pattern(pattern):
        if kind == "field":
            field, width = value[0], int(value[1])
        elif field:
            yield field, width, str(value)


def _date(text: str) -> str:
    """A CLDR date pattern, such as `d MMMM y`."""
    try:
        fields = [value[0] for kind, value in tokenize_pattern(text) if kind == "field"]
        parse_pattern(text)
    except (ValueError, LookupError) as error:
        raise ValueError(f"`{text}` is not a CLDR date pattern: {error}", _DATE_HELP) from None
    for field in fields:
        if field not in _DATE_FIELDS:
            raise ValueError(f"`{text}`: `{field}` is no part of a date", _DATE_HELP)
    return text


_DATE_FIELDS = set("GyMLdEce")
_DATE_HELP = "such as `d MMMM y`; other letters stand in single quotes"


def _range(text: str) -> str:
    """Two CLDR date patterns, each in braces."""
    fields = [part for part, is_field in pieces(text) if is_field]
    if len(fields) != 2:  # noqa: PLR2004  start and end
        raise ValueError(f"`{text}` is not a range", "write `from {d} to {d MMMM y}`")
    for field in fields:
        _date(field)
    return text


def _clock(text: str) -> str:
    """A CLDR time pattern of H, HH, m and mm."""
    fields = re.findall(r"[A-Za-z]+", re.sub(r"'(?:[^']|'')*'", "", text))
    for field in fields:
        if not re.fullmatch("(?:HH?)?(?:mm?)?", field):
            raise ValueError(
                f"`{field}` is not a field of a time", "write H, HH, m or mm, letters in quotes"
            )
    return text


def _regex(text: str) -> re.Pattern[str]:
    """A regular expression."""
    try:
        return re.compile(text)
    except re.error as error:
        raise ValueError(f"`{text}` is not a regular expression: {error}", "") from None


def _locale(text: str) -> str:
    """A locale that CLDR has data for."""
    try:
        Locale.parse(text)
    except (ValueError, UnknownLocaleError):
        raise ValueError(f"`{text}` is not a CLDR locale", "such as `en_GB`") from None
    return text


class Parsed(NamedTuple):
    """A text that keeps its spaces and that a function understands; it raises ValueError."""

    parse: Callable[[str], object]
    rule: str = "pattern"

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """What the function makes of the text."""
        text = Pattern(fields=None).read(node, path, reading)
        if not isinstance(text, str):
            return text
        try:
            return self.parse(text)
        except ValueError as error:
            problem, help_text = error.args
            return reading.refuse(node, self.rule, problem, help_text)

    def schema(self) -> Schema:
        """A string."""
        return {"type": "string"}


DATE = Parsed(_date)
RANGE = Parsed(_range)
CLOCK = Parsed(_clock)
REGEX = Parsed(_regex)
LOCALE = Parsed(_locale, "locale")


def try_replacements(
    replacements: Iterable[tuple[re.Pattern[str], str]], key: str, reading: Reading
) -> None:
    """Refuse what is put in place of an expression and speaks of groups that it has not.

    Raises:
        FindingsError: with the first of them.
    """
    for index, (find, put) in enumerate(replacements):
        try:
            find.sub(put, "")
        except (re.error, IndexError) as error:
            at = reading.where[f"{key}[{index}].put"]
            raise FindingsError(Finding(at, "pattern", f"`{put}`: {error}", "correct it")) from None
