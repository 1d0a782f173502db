"""What rules look at: one circular, one text in all languages, one kind's words, one text, all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from circgen.checks.staleness.confirmations import Confirmations
from circgen.comparison.faultless import Faultless
from circgen.comparison.side import Knowledge
from circgen.compose.sources import Piece
from circgen.document import Circular
from circgen.facts.kinds import Kind
from circgen.facts.model import AnnexText, FactsFile, Years
from circgen.facts.notice import Notice
from circgen.findings import Location
from circgen.language.style import Guide
from circgen.readers.letter import Letter, Passage

FACT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in the words of a template where a fact is printed."""

Origin = Literal["template", "text", "annex"]


class Writing(NamedTuple):
    """Words of one language as they stand in a file.

    `name` is that of the paragraph, or the path of the text in the facts. A template's words are
    cut where a tag stands; what it prints is `FACT`. `quote` is the mark around a text in YAML.
    """

    language: str
    name: str
    passages: tuple[Passage, ...]
    origin: Origin = "text"
    quote: str = ""

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
    `source` is the language that each of the others was translated from. `to_confirm`: somebody has
    to say that they fit; not of a circular that went out, nor of words that came with circgen.
    `beside` has all texts of the same facts file by language.
    """

    name: str
    writings: Mapping[str, Writing]
    source: Mapping[str, str]
    to_confirm: bool = True
    beside: Mapping[str, tuple[Passage, ...]] = MappingProxyType({})

    @property
    def origin(self) -> Origin:
        """Where all of it stands."""
        return next(iter(self.writings.values())).origin


class Meeting(NamedTuple):
    """One circular: its facts, and its editions by language.

    There are no editions of one that has been issued: today's words are not those it went out in.
    `sayings` are its texts; `letters` are the editions as a reader has them.
    """

    file: FactsFile
    annexes: Mapping[str, AnnexText]
    kind: Kind
    circulars: Mapping[str, Circular]
    sayings: tuple[Saying, ...] = ()
    letters: Mapping[str, Letter] = MappingProxyType({})


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
    at: Location  # where the date stands
    text: str  # the date as it is written


class Card(NamedTuple):
    """What the whole project must know of one circular."""

    file: str
    at: Location  # where its number stands
    number: int | None
    variant: str
    period: Years | None
    issued: date | None
    dated: Location  # where `issued` stands
    citations: tuple[Citation, ...] = ()


class Project(NamedTuple):
    """All circulars of a project, in the order of their files."""

    cards: tuple[Card, ...]


class Desk(NamedTuple):
    """What every rule may know besides what it looks at.

    `confirmed` has the confirmed translations by language; it is empty outside of a project.
    `notices` say how long before a meeting each kind of deadline ends; `premises` are the places of
    the Union's buildings and rooms. `guides` are the house style by language, and `source` gives
    the text of a file, with line feeds.
    """

    knowledge: Knowledge
    faultless: Faultless
    confirmed: Mapping[str, Confirmations] = MappingProxyType({})
    notices: Mapping[str, Notice] = MappingProxyType({})
    premises: Mapping[str, str] = MappingProxyType({})
    guides: Mapping[str, Guide] = MappingProxyType({})
    source: Callable[[str], str] = str
