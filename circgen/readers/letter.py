"""A letter as it was read: the parts of a circular, with the place of every character."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from circgen.findings import Finding, Location

PARTS = (
    "letterhead",
    "dateline",
    "reference",
    "to",
    "copies",
    "person",
    "tel",
    "fax",
    "email",
    "website",
    "subject",
    "salutation",
    "closing",
    "signature",
    "annex-note",
    "footer",
    "other",  # what stands in front of the salutation and was not understood
)
"""The parts of a letter besides its paragraphs and annexes."""

LISTS = ("to", "copies")
"""The parts that are lists of addressees."""


class Passage(NamedTuple):
    """Running text: a paragraph without its number, an item without its bullet, a table cell.

    `text` may have been put together from several lines of a file: `starts` gives, in order, the
    offset at which each of them begins and its place there. `mark` is the number or bullet as it
    is shown. What was made from facts has the place of the fact, wherever in it one looks. `row`
    is where a cell stands in the document: its table, and its row there.
    """

    text: str
    starts: tuple[tuple[int, Location], ...]
    mark: str = ""
    made: bool = False
    row: tuple[int, int] | None = None

    def at(self, offset: int = 0) -> Location:
        """The place of a character."""
        found, place = self.starts[0]
        for start, location in self.starts:
            if start > offset:
                break
            found, place = start, location
        if place.paragraph or not place.column or self.made:
            return place
        return place._replace(column=place.column + offset - found)


def joined(passages: Sequence[Passage], by: str = "\n") -> Passage:
    """Several passages as one."""
    text, starts = "", []
    for passage in passages:
        text += by if text else ""
        starts += [(len(text) + start, at) for start, at in passage.starts]
        text += passage.text
    return passages[0]._replace(text=text, starts=tuple(starts))


class Point(NamedTuple):
    """A paragraph of the letter: its text, then its items.

    `number` is what is shown in front of it without dots and brackets (`4`), or empty; `id` is
    that of the layout where it is known. A paragraph of several pieces (text, items, more text)
    keeps them in `passages`, in order; `items` says which of them are items.
    """

    number: str
    passages: tuple[Passage, ...]
    items: frozenset[int] = frozenset()
    id: str = ""

    @property
    def text(self) -> str:
        """All of it, a line each."""
        return "\n".join(passage.text for passage in self.passages)


class ReadAnnex(NamedTuple):
    """An annex: the heading that begins it (`ANNEX 1 (to …)`), and everything below."""

    heading: Passage
    passages: tuple[Passage, ...]


class Letter(NamedTuple):
    """A document as the parts of a circular; what a file does not have is absent or empty."""

    file: str
    language: str
    parts: Mapping[str, tuple[Passage, ...]]
    points: tuple[Point, ...]
    annexes: tuple[ReadAnnex, ...] = ()
    findings: tuple[Finding, ...] = ()
