"""Patterns: the words of a template around places where the texts of a letter may stand.

A template is tried with facts whose texts are marks. What comes out is its words with the marks
among them, so that a letter with the same words shows, where the marks are, what its facts were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from circgen.document import Block, Circular, ItemList, NumberedParagraph, Paragraph, Run
from circgen.facts.kinds import SUBJECT
from circgen.readers.letter import Passage, Point
from circgen.readers.sheet import INVISIBLE

_LONGEST = 6000
"""Characters of a paragraph that patterns are tried on."""
_OPEN, _CLOSE = "\x02", "\x03"
_MARK = re.compile(rf"([xX]){_OPEN}([^{_CLOSE}]*){_CLOSE}")
_FOLD = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("“”„«»‟", '"')
    | dict.fromkeys("‘’‚‛", "'")
    | dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\t\n", " ")
)


class Mark(NamedTuple):
    """Where a text stands: the path of its fact, and the form of a name."""

    path: str
    form: str = ""
    glossary: str = ""
    capital: bool = False
    """Whether the template begins a sentence with it."""
    quoted: bool = False


def mark(path: str, form: str = "", glossary: str = "") -> str:
    """What stands for a fact. It begins with a small letter, to show what becomes of it."""
    return f"x{_OPEN}{path}|{form}|{glossary}{_CLOSE}"


class Forms(dict[str, str]):
    """The forms of a name, each of them a mark."""

    def __init__(self, path: str, glossary: str) -> None:
        super().__init__()
        self._path, self._glossary = path, glossary

    def get(self, form: str, default: object = None) -> str:
        """The mark of a form."""
        del default
        return mark(self._path, form, self._glossary)


class Found(NamedTuple):
    """A text that stands where a pattern has a mark."""

    mark: Mark
    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The text."""
        return self.passage.text[self.start : self.end]


class Line(NamedTuple):
    """A line of a pattern: a regular expression with a group for each mark."""

    expression: re.Pattern[str]
    marks: tuple[Mark, ...]
    words: str
    is_item: bool


class Pattern(NamedTuple):
    """A paragraph of a template. `fixed` are the facts that it was tried with, by their paths."""

    paragraph: str
    lines: tuple[Line, ...]
    fixed: Mapping[str, str] = {}

    @property
    def weight(self) -> int:
        """How much of it is words rather than marks."""
        return sum(len(line.words) for line in self.lines)

    @property
    def words(self) -> str:
        """Its words without the marks."""
        return " ".join(line.words for line in self.lines)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark."""
        return tuple(mark for line in self.lines for mark in line.marks)

    def match(self, point: Point) -> tuple[Found, ...] | None:
        """The texts of a paragraph of a letter, if its words are those of the pattern."""
        if len(point.passages) != len(self.lines) or len(point.text) > _LONGEST:
            return None
        found: list[Found] = []
        for index, (line, passage) in enumerate(zip(self.lines, point.passages, strict=True)):
            if line.is_item != (index in point.items):
                return None
            matched = line.expression.fullmatch(passage.text.translate(_FOLD))
            if matched is None:
                return None
            found += (
                Found(own, passage, *matched.span(group)) for group, own in enumerate(line.marks, 1)
            )
        return tuple(found) if _agree(found) else None


def _agree(found: Iterable[Found]) -> bool:
    """Whether texts that stand for one fact in one form are the same."""
    texts: dict[tuple[str, str], str] = {}
    return all(
        texts.setdefault((each.mark.path, each.mark.form), each.text.casefold())
        == each.text.casefold()
        for each in found
    )


def patterns(circular: Circular, fixed: Mapping[str, str]) -> Iterator[Pattern]:
    """The paragraphs of a letter that was made of marks, and its subject."""
    subject = " ".join("".join(run.text for run in line) for line in circular.subject.values)
    yield Pattern(SUBJECT, (_line(subject, is_item=False),), fixed)
    for paragraph in circular.paragraphs:
        yield Pattern(paragraph.id, tuple(_lines(paragraph)), fixed)


def _lines(paragraph: NumberedParagraph) -> Iterator[Line]:
    for block in paragraph.blocks:
        yield from _block_lines(block)


def _block_lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph(runs):
            yield _line(_text(runs), is_item=False)
        case ItemList(items):
            for item in items:
                yield _line(_text(item), is_item=True)


def _text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _line(text: str, *, is_item: bool) -> Line:
    expression, words, end = "", "", 0
    marks: list[Mark] = []
    text = text.translate(INVISIBLE)
    for match in _MARK.finditer(text):
        path, form, glossary = match[2].split("|")
        quoted = text[: match.start()].translate(_FOLD).endswith('"')
        marks.append(Mark(path, form, glossary, match[1] == "X", quoted))
        in_brackets = text[: match.start()].endswith(("(", "（"))
        expression += _literal(text[end : match.start()])
        expression += _BALANCED if in_brackets else _group(path, glossary)
        words += f"{text[end : match.start()]} "
        end = match.end()
    expression += _literal(text[end:])
    words += text[end:]
    return Line(re.compile(rf"\s*{expression}\s*"), tuple(marks), " ".join(words.split()), is_item)


_BALANCED = r"((?:[^()（）]|[(（][^()（）]*[)）])+?)"


def _group(path: str, glossary: str) -> str:
    """What may stand for a fact: an address has no spaces, a name in a sentence no comma."""
    if path.endswith(("website", "event_page")):
        return r"(\S+?)"
    return r"((?:(?!\. )[^,;])+?)" if glossary and "[" in path else "(.+?)"


def _literal(text: str) -> str:
    """Words with any space between them; the spaces at their ends count."""
    folded = text.translate(_FOLD)
    return r"\s+".join(re.escape(part) for part in re.split(" +", folded))
