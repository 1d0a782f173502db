"""Findings of house style, and the characters of the file that would mend them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from circgen.checks.subjects import FACT, Desk, Writing
from circgen.facts.characters import NBSP
from circgen.findings import Evidence, Finding, Fix, Level, Location
from circgen.language.style import Guide
from circgen.readers.letter import Passage
from circgen.recognition.mentions import Kind, Mention

_ADDRESSES = (Kind.URL, Kind.EMAIL)
_BY_HAND = "by hand: `--fix` would change what it says"
_SPACES = re.compile(r"[ \t\n]+")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")
_ESCAPED = {"\\_": NBSP, "\\xa0": NBSP, "\\u00a0": NBSP, '\\"': '"', "\\\\": "\\", "\\/": "/"}
_ENTITY = "&nbsp;"
_ENTITIES = re.compile(r"&#?\w+;")


class Slip(NamedTuple):
    """Characters of a passage that are wrong, and what should stand there."""

    passage: Passage
    start: int
    end: int
    put: str

    @property
    def text(self) -> str:
        """What stands there."""
        return self.passage.text[self.start : self.end]


def guide_of(writing: Writing, desk: Desk) -> Guide:
    """The house style of a writing's language."""
    return desk.guides.get(writing.language, _NO_GUIDE)


_NO_GUIDE = Guide()


def mentions(writing: Writing, text: str, desk: Desk) -> tuple[Mention, ...]:
    """What a text in the language of a writing mentions."""
    return desk.knowledge.recognisers[writing.language].mentions(text)


def typed(writing: Writing, desk: Desk) -> Iterator[tuple[Passage, str]]:
    """The passages, each with its text; addresses and entities (`&nbsp;`) in it are blanked."""
    for passage in writing.passages:
        text = passage.text
        if "&" in text:
            text = _ENTITIES.sub(lambda match: FACT * len(match[0]), text)
        if "@" in text or "." in text or "/" in text:
            for mention in mentions(writing, text, desk):
                if mention.kind in _ADDRESSES:
                    blank = FACT * (mention.end - mention.start)
                    text = text[: mention.start] + blank + text[mention.end :]
        yield passage, text


class Verdict(NamedTuple):
    """What a rule says about a slip."""

    rule: str
    message: str
    help: str


def found(slip: Slip, verdict: Verdict, writing: Writing) -> Finding:
    """A finding about a slip; its message begins with where it stands."""
    at = slip.passage.at(slip.start)
    return Finding(
        at,
        verdict.rule,
        f"{writing.name}: {verdict.message}",
        verdict.help,
        Level.WARNING,
        writing.name,
        target=Evidence(slip.text, slip.text, at),
    )


def mendable(slip: Slip, verdict: Verdict, writing: Writing, desk: Desk) -> Finding:
    """The same with a fix, unless another fact would be mentioned then."""
    finding = found(slip, verdict, writing)
    text = slip.passage.text
    mended = text[: slip.start] + slip.put + text[slip.end :]
    if values(writing, text, desk) != values(writing, mended, desk):
        return finding._replace(help=f"{verdict.help}, {_BY_HAND}")
    return finding._replace(fix=_fix(slip, writing, desk))


def values(writing: Writing, text: str, desk: Desk) -> Counter[tuple[str, str]]:
    """The facts that a text mentions, by value."""
    return Counter((each.kind, repr(each.value)) for each in mentions(writing, text, desk))


def line_before(text: str, offset: int) -> str:
    """What stands in front of a character in its line."""
    return text[text.rfind("\n", 0, offset) + 1 : offset]


def _fix(slip: Slip, writing: Writing, desk: Desk) -> Fix | None:
    """The characters of the file; None if they are not where they should be."""
    passage = slip.passage
    at = passage.at(slip.start)
    source = desk.source(at.file)
    begin = _offset(source, at)
    if slip.end < len(passage.text):
        end = _offset(source, passage.at(slip.end))
    else:
        last = _offset(source, passage.at(slip.end - 1))
        end = last + _length(source, last, writing)
    old = source[begin:end]
    if writing.origin == "template" and source.rfind("{{", 0, begin) > source.rfind("}}", 0, begin):
        return None  # words in a bracket are quoted there, and have no entities
    if _spaced(_read(old, writing)) != _spaced(slip.text):
        return None
    return Fix(at, old, _written(slip.put, writing))


def _offset(source: str, at: Location) -> int:
    offset = 0
    for _ in range(at.line - 1):
        offset = source.index("\n", offset) + 1
    return offset + at.column - 1


def _length(source: str, offset: int, writing: Writing) -> int:
    """How many characters of the file stand for one of the text."""
    if writing.origin == "template":
        return len(_ENTITY) if source.startswith(_ENTITY, offset) else 1
    if writing.quote == "'" and source.startswith("''", offset):
        return 2
    escape = _ESCAPE.match(source, offset) if writing.quote == '"' else None
    return len(escape.group()) if escape else 1


def _read(characters: str, writing: Writing) -> str:
    """What characters of a file mean."""
    if writing.origin == "template":
        return characters.replace(_ENTITY, NBSP)
    if writing.quote == "'":
        return characters.replace("''", "'")
    if writing.quote == '"':
        return _ESCAPE.sub(lambda match: _ESCAPED.get(match[0].lower(), match[0]), characters)
    return characters


def _spaced(text: str) -> str:
    """A text whose white space is one space: a reader of facts sees no more of it."""
    return _SPACES.sub(" ", text)


def _written(text: str, writing: Writing) -> str:
    """How a file has a text."""
    if writing.origin == "template":
        return text.replace(NBSP, _ENTITY)
    if writing.quote == "'":
        return text.replace("'", "''")
    if writing.quote == '"':
        return re.sub(r'["\\]', r"\\\g<0>", text).replace(NBSP, "\\_")
    return text
