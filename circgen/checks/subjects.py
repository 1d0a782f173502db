"""What rules look at: one circular, one text in all languages, one kind's words, one text, all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from circgen.comparison.side import Knowledge
from circgen.compose.sources import Piece
from circgen.document import Circular
from circgen.facts.kinds import Kind
from circgen.facts.model import AnnexText, FactsFile, Years
from circgen.findings import Location
from circgen.readers.letter import Passage

FACT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in the words of a template where a fact is printed."""

Origin = Literal["template", "text", "annex"]


class Writing(NamedTuple):
    """Words of one language as they stand in a file.

    `name` is that of the paragraph, or the path of the text in the facts. A template's words are
    cut where a tag stands; what it prints is `FACT`.
    """

    language: str
    name: str
    passages: tuple[Passage, ...]
    origin: Origin = "text"

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(passage.text for passage in self.passages)

    @property
    def at(self) -> Location:
        """Where it begins."""
        return self.passages[0].at()


class Saying(NamedTuple):
    """The same said in several languages: a paragraph of a template, or a text of the facts.

    `name` is `meeting/opening` of a template, the path of a text (`objectives[0]`) otherwise.
    `source` is the language that each of the others was translated from.
    """

    name: str
    writings: Mapping[str, Writing]
    source: Mapping[str, str]

    @property
    def origin(self) -> Origin:
        """Where all of it stands."""
        return next(iter(self.writings.values())).origin


class Meeting(NamedTuple):
    """One circular: its facts, and its editions by language.

    There are no editions of one that has been issued: today's words are not those it went out in.
    """

    file: FactsFile
    annexes: Mapping[str, AnnexText]
    kind: Kind
    circulars: Mapping[str, Circular]


class Template(NamedTuple):
    """The words of a kind in one language, as they are written; `lines` is where blocks begin."""

    language: str
    file: str
    source: str
    pieces: tuple[Piece, ...]
    lines: Mapping[str, int]

    def at(self, offset: int) -> Location:
        """The place of a character."""
        begin = self.source.rfind("\n", 0, offset) + 1
        return Location(self.file, self.source.count("\n", 0, offset) + 1, offset - begin + 1)


class Words(NamedTuple):
    """The words of a kind of circular in all languages that have it, sources first.

    `compose` makes an edition of facts in a language, or raises `FindingsError`.
    """

    kind: Kind
    templates: Mapping[str, Template]
    compose: Callable[[FactsFile, str], Circular]


class Citation(NamedTuple):
    """A circular that a letter cites with its date."""

    number: int
    day: date
    at: Location


class Card(NamedTuple):
    """What the whole project must know of one circular."""

    file: str
    at: Location  # where its number stands
    number: int | None
    variant: str
    period: Years | None
    issued: date | None
    citations: tuple[Citation, ...] = ()


class Project(NamedTuple):
    """All circulars of a project, in the order of their files."""

    cards: tuple[Card, ...]


class Desk(NamedTuple):
    """What every rule may know besides what it looks at."""

    knowledge: Knowledge
