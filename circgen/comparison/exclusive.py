"""Names of which a text has one or the other: countries, languages, towns, offices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from circgen.comparison.differences import changed
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding
from circgen.language.understood import EXCLUSIVE
from circgen.recognition.mentions import Kind
from circgen.recognition.recogniser import Recogniser

SURE = ("addressees", "participants", "places", "working_languages", "people", "offices")
"""The glossaries of which a letter names one or the other: to name another is to be wrong."""


def exclusive(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """One country, language or town for another, in any of the ways in which a text names them."""
    readers = [side.recogniser for side in sides]
    tables, meant = tables_of(*readers), by_adjective(*readers)
    named, there = _by_table(source, tables), _by_table(target, tables)
    for table, own in named.items():
        other = there.get(table, {})
        lost = _only(own, other, meant)
        gained = _only(other, own, meant)
        for one, two in zip(lost, gained, strict=False):
            if _overlap(one, two):
                continue
            if one.mention.weak or two.mention.weak:
                yield changed(target, sides, one, two)
        if not lost:
            for two in gained:
                if two.mention.weak and (Kind.NAME, two.mention.value) not in sides[0].values:
                    yield changed(target, sides, next(iter(own.values())), two)


def _only(
    own: Mapping[object, Spot], other: Mapping[object, Spot], meant: Mapping[object, object]
) -> list[Spot]:
    """What only one of two units names: a Chinese academy is one of China."""
    there = {meant.get(value, value) for value in other}
    return [spot for value, spot in own.items() if meant.get(value, value) not in there]


def _overlap(one: Spot, two: Spot) -> bool:
    """Whether one may be part of the other: `Africa` and `Southern Africa`."""
    first, second = (set(str(spot.mention.value).split("-")) for spot in (one, two))
    return first < second or second < first


def _by_table(unit: Unit, tables: Mapping[object, str]) -> dict[str, dict[object, Spot]]:
    """What a unit names of each table; a name inside a longer one is none: `US` in `US dollars`."""
    found: dict[str, dict[object, Spot]] = {}
    for spot in unit.of(Kind.NAME):
        table = tables.get(spot.mention.value)
        if table and not is_inside(spot, unit):
            found.setdefault(table, {})[spot.mention.value] = spot
    return found


def is_inside(spot: Spot, unit: Unit) -> bool:
    """Whether a name is part of a longer one: of that of a zone, of money: `US dollars`."""
    start, end = spot.mention.start, spot.mention.end
    return any(
        each.mention.start <= start
        and end <= each.mention.end
        and each.mention.end - each.mention.start > end - start
        for each in unit.of(Kind.NAME, Kind.ZONE, Kind.UNIT)
        if each.passage is spot.passage
    )


@lru_cache(maxsize=32)
def tables_of(*readers: Recogniser) -> Mapping[object, str]:
    """The table of each name of which a text names one or the other.

    A language that has the adjective of a country counts among countries.
    """
    found = {
        id_: table
        for table in EXCLUSIVE
        for reader in readers
        for id_ in getattr(reader.language.glossary, table)
    }
    meant = by_adjective(*readers)
    return found | {id_: found[meant[id_]] for id_ in found if meant.get(id_) in found}


@lru_cache(maxsize=32)
def by_adjective(*readers: Recogniser) -> Mapping[object, object]:
    """The country whose adjective a language is named by, by language."""
    return {
        language: country
        for reader in readers
        for country, languages in reader.language.glossary.adjectives.items()
        for language in languages
    }


@lru_cache(maxsize=32)
def category(*readers: Recogniser) -> Mapping[object, str]:
    """The sort of each name that stands for one thing only: a language, an office, a town."""
    packs = (reader.language.pack for reader in readers)
    sure: dict[object, str] = {
        id_: sort for pack in packs for sort in SURE for id_ in pack.glossary[sort]
    }
    return {**tables_of(*readers), **sure}
