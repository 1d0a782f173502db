"""One of the documents that are compared: its letter, cut into units, with what each mentions."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from circgen.comparison.spelling_out import spelled_out
from circgen.comparison.splitting import sentence_spans
from circgen.findings import Evidence, Location
from circgen.readers.letter import Letter, Passage, joined
from circgen.recognition.mentions import Kind, Mention
from circgen.recognition.recogniser import Recogniser


class Spot(NamedTuple):
    """A mention where it stands."""

    mention: Mention
    passage: Passage
    language: str = ""

    @property
    def text(self) -> str:
        """As it is written."""
        return self.passage.text[self.mention.start : self.mention.end]

    @property
    def at(self) -> Location:
        """Where it begins."""
        return self.passage.at(self.mention.start)

    def evidence(self) -> Evidence:
        """For a finding."""
        return Evidence(self.value, self.text, self.at)

    @property
    def is_instead(self) -> bool:
        """Whether it is the term of the glossary behind which stands what no longer holds."""
        return self.mention.kind is Kind.TERM and self.mention.value == "instead"

    @property
    def value(self) -> str:
        """The value, in a form for people."""
        value = self.mention.value
        if self.mention.kind is Kind.WEEKDAY and isinstance(value, int):
            return calendar.day_name[value]
        return self.text if self.mention.kind is Kind.ACRONYM else str(value)


class Unit:
    """What is compared as a whole: the text of a paragraph, an item, a part of the letter.

    `place` names it for people (`4`, `opening`, `subject`); `spots` are in the order of the text.
    """

    def __init__(self, place: str, passages: tuple[Passage, ...], spots: tuple[Spot, ...]) -> None:
        self.place, self.passages, self.spots = place, passages, spots

    @cached_property
    def text(self) -> str:
        """All of it, a line each."""
        return "\n".join(passage.text for passage in self.passages)

    @property
    def at(self) -> Location:
        """Where it begins."""
        return self.passages[0].at()

    def of(self, *kinds: Kind) -> tuple[Spot, ...]:
        """The mentions of some kinds."""
        if not self.spots:
            return ()
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        if self._by_kind.keys().isdisjoint(kinds):
            return ()
        return tuple([spot for spot in self.spots if spot.mention.kind in kinds])

    @property
    def lines(self) -> list[Unit]:
        """Its passages one by one: lines, or cells of a table."""
        return [
            Unit(self.place, (passage,), tuple(s for s in self.spots if s.passage is passage))
            for passage in self.passages
        ]

    @cached_property
    def stretches(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """Where what a stop ends begins and ends, by passage."""
        return tuple(
            tuple(
                sentence_spans(
                    passage.text, [s.mention for s in self.spots if s.passage is passage]
                )
            )
            for passage in self.passages
        )

    @cached_property
    def addresses(self) -> tuple[Spot, ...]:
        """The addresses of pages and of people."""
        return self.of(Kind.URL, Kind.EMAIL)

    @cached_property
    def _by_kind(self) -> dict[Kind, tuple[Spot, ...]]:
        found: dict[Kind, list[Spot]] = {}
        for spot in self.spots:
            found.setdefault(spot.mention.kind, []).append(spot)
        return {kind: tuple(spots) for kind, spots in found.items()}

    def evidence(self, value: str = "") -> Evidence:
        """Its text, for a finding about all of it."""
        return Evidence(value, self.text, self.at)


def line_by_line(source: Unit, target: Unit) -> Iterator[tuple[Unit, Unit]]:
    """The lines of two units that stand for each other; both as they are, if not as many."""
    if 1 < len(source.passages) == len(target.passages):
        yield from zip(source.lines, target.lines, strict=True)
    else:
        yield source, target


class Knowledge(NamedTuple):
    """What the project knows besides a letter: languages, IANA zones, and those of its places."""

    recognisers: Mapping[str, Recogniser]
    zones: tuple[str, ...] = ()
    places: Mapping[str, str] = MappingProxyType({})


class Side:
    """A letter and the reader of its language."""

    def __init__(self, letter: Letter, recogniser: Recogniser, name: str = "") -> None:
        self.letter, self.recogniser = letter, recogniser
        self.name = name or letter.language
        self._spots: dict[int, tuple[Passage, tuple[Spot, ...]]] = {}

    def unit(self, place: str, *passages: Passage) -> Unit:
        """Passages as one unit."""
        if len(passages) == 1:
            return Unit(place, passages, self._spots_of(passages[0]))
        return Unit(place, passages, tuple(chain.from_iterable(map(self._spots_of, passages))))

    def _spots_of(self, passage: Passage) -> tuple[Spot, ...]:
        """What a passage mentions; it may be part of several units."""
        known = self._spots.get(id(passage))
        if known is None:
            language = self.letter.language
            mentions = self.recogniser.mentions(passage.text)
            spots = tuple([Spot(mention, passage, language) for mention in mentions])
            # With the passage, no other one can get its id.
            known = self._spots[id(passage)] = passage, spots
        return known[1]

    @cached_property
    def parts(self) -> dict[str, Unit]:
        """The parts of the letter that it has."""
        return {
            part: self.unit(part, *((joined(passages),) if part in _ONE_TEXT else passages))
            for part, passages in self.letter.parts.items()
            if passages
        }

    @cached_property
    def points(self) -> tuple[Unit, ...]:
        """The paragraphs, with their items."""
        return tuple(
            self.unit(place, *point.passages)
            for place, point in zip(self.places, self.letter.points, strict=True)
        )

    @cached_property
    def places(self) -> tuple[str, ...]:
        """What the paragraphs are called: by id, by number, or counted where they have neither."""
        return tuple(
            point.id or point.number or str(count)
            for count, point in enumerate(self.letter.points, 1)
        )

    @cached_property
    def annexes(self) -> tuple[Unit, ...]:
        """The annexes."""
        return tuple(
            self.unit(f"annex {number}", annex.heading, *annex.passages)
            for number, annex in enumerate(self.letter.annexes, 1)
        )

    def has_part(self, place: str) -> bool:
        """Whether a place is a part of the letter, not one of its paragraphs."""
        return place in self.parts

    def units(self) -> Iterator[Unit]:
        """Everything, in the order of the letter."""
        body = ("closing", "signature", "annex-note", "footer")
        yield from (unit for part, unit in self.parts.items() if part not in body)
        yield from self.points
        yield from (unit for part, unit in self.parts.items() if part in body)
        yield from self.annexes

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """The stems of negations, and of what the letter has in small letters or with a capital."""
        stem = self.recogniser.names.stem
        texts = {passage.text for unit in self.units() for passage in unit.passages}
        words = {word for text in texts for word in _WORD.findall(text) if not word.isupper()}
        words.update(self.recogniser.language.glossary.negations)
        return frozenset(stem(word.lower()) for word in words)

    @cached_property
    def spelled_out(self) -> frozenset[str]:
        """The acronyms of the letter that stand in brackets behind their words, or before them."""
        return spelled_out(passage.text for unit in self.units() for passage in unit.passages)

    @cached_property
    def values(self) -> frozenset[tuple[Kind, object]]:
        """Every value that the letter mentions anywhere."""
        return frozenset(
            (spot.mention.kind, spot.mention.value) for unit in self.units() for spot in unit.spots
        )


_WORD = re.compile(r"[^\W\d_]+")
_ONE_TEXT = ("dateline", "reference", "subject", "signature")
"""Parts whose lines are one text: a title may run over two."""
