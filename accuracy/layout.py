"""A letter in our own layout, taken apart: parts, numbered paragraphs, items, sentences.

The parts of a letter are called `head`, `date`, `reference`, `addressees`, `copies`, `contact`,
`subject`, `salutation`, the numbers of its paragraphs, `closing`, `signature`, `annexes`, `annex 1`
and so on, and `foot`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

NO_BREAK = "\N{NO-BREAK SPACE}"
BULLET = "•"
# The part that begins with a line that begins like this.
_LABELS = {
    "Geneva,": "date",
    "Женева,": "date",
    "Ref:": "reference",
    "Осн.:": "reference",
    "To:": "addressees",
    "Кому:": "addressees",
    "Copy to:": "copies",
    "Копии:": "copies",
    "Tel:": "contact",
    "Тел.:": "contact",
    "Fax:": "contact",
    "Факс:": "contact",
    "E-mail:": "contact",
    "Эл. почта:": "contact",
    "Contact:": "contact",
    "Контактное лицо:": "contact",
    "Web:": "contact",
    "Веб-сайт:": "contact",
    "Subject:": "subject",
    "Предмет:": "subject",
    "Dear ": "salutation",
    "Уважаемая ": "salutation",
    "Yours faithfully,": "closing",
    "С уважением,": "closing",
    "(Signed)": "signature",
    "(подпись)": "signature",
    "Annex:": "annexes",
    "Annexes:": "annexes",
    "Приложение:": "annexes",
    "Приложения:": "annexes",
}
_ANNEX = re.compile(rf"(?:ANNEX|ПРИЛОЖЕНИЕ){NO_BREAK}(\d+) \(")
_NUMBERED = re.compile(r"(\d+)\t")
_FOOT = "Place des Nations"
_SENTENCE_END = re.compile(r'(?<=[.!?])[ ](?=["(]?[A-ZА-ЯЁ])|(?<=[.!?]["»”])[ ](?=[A-ZА-ЯЁ])')
_SHORT_FORM = re.compile(r"(?:^|\W)(?:Res|Rev|Рез|Пересм|г|гг|час|мин)\.$")


class Line(NamedTuple):
    """A line of a letter; `start` is its place in the text, `mark` what precedes its tab."""

    start: int
    text: str
    part: str

    @property
    def end(self) -> int:
        """Where the line ends, before the line feed."""
        return self.start + len(self.text)

    @property
    def mark(self) -> str:
        """The number, glyph or label before the first tab."""
        return self.text.partition("\t")[0] if "\t" in self.text else ""

    @property
    def body_start(self) -> int:
        """Where the words after the mark begin."""
        return self.start + (len(self.mark) + 1 if "\t" in self.text else 0)

    @property
    def body(self) -> str:
        """The words after the mark."""
        return self.text[self.body_start - self.start :]


class Block(NamedTuple):
    """A numbered paragraph with its items; `body` is without the number."""

    number: int
    start: int
    end: int
    body: str


class Sentence(NamedTuple):
    """A sentence of a paragraph's first line, with the spaces around it left out."""

    start: int
    text: str
    paragraph: str
    alone: bool  # whether the line has no other one

    @property
    def end(self) -> int:
        """Where it ends, after its full stop."""
        return self.start + len(self.text)


class _Letter(NamedTuple):
    name: str
    language: str
    text: str


class Letter(_Letter):
    """A circular as text, in one language."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its lines, blank ones too."""
        return tuple(_lines(self.text))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The numbered paragraphs."""
        found: list[Block] = []
        for line in self.lines:
            if not line.part.isdigit() or not line.text:
                continue
            if line.mark == line.part:
                found.append(Block(int(line.part), line.start, line.end, line.body))
            else:
                last = found.pop()
                found.append(
                    last._replace(
                        end=line.end, body=self.text[last.start : line.end].split("\t", 1)[1]
                    )
                )
        return tuple(found)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the numbered paragraphs, without those of their items."""
        return tuple(
            sentence
            for line in self.lines
            if line.part.isdigit() and line.mark == line.part
            for sentence in sentences(line)
        )

    def line_at(self, place: int) -> Line:
        """The line that a place of the text is in."""
        return next(line for line in self.lines if place <= line.end)

    def part_at(self, place: int) -> str:
        """The part of the letter that a place of the text is in."""
        return self.line_at(place).part

    def items(self, block: Block) -> tuple[Line, ...]:
        """The bulleted lines of a paragraph."""
        return tuple(
            line
            for line in self.lines
            if block.start <= line.start < block.end and line.mark == BULLET
        )


def _lines(text: str) -> Iterator[Line]:
    part, start = "head", 0
    for line in text.split("\n"):
        label = next((each for each in _LABELS if line.startswith(each)), "")
        if part.startswith("annex "):
            label = ""
        if annex := _ANNEX.match(line):
            part = f"annex {annex[1]}"
        elif _FOOT in line:
            part = "foot"
        elif label:
            part = _LABELS[label]
        elif not part.startswith("annex") and (number := _NUMBERED.match(line)):
            part = number[1]
        yield Line(start, line, part)
        start += len(line) + 1


def sentences(line: Line) -> Iterator[Sentence]:
    """The sentences of a line."""
    ends = [
        match
        for match in _SENTENCE_END.finditer(line.body)
        if not _SHORT_FORM.search(line.body[: match.start()])
    ]
    starts = [0, *(match.end() for match in ends)]
    stops = [*(match.start() for match in ends), len(line.body)]
    for start, stop in zip(starts, stops, strict=True):
        yield Sentence(line.body_start + start, line.body[start:stop], line.part, not ends)
