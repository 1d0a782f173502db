"""Names of which a text has one or the other: countries, languages, towns, offices."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from circgen.comparison.differences import changed
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding
from circgen.language.understood import EXCLUSIVE
from circgen.recognition.mentions import Kind
from circgen.recognition.recogniser import Recogniser

SURE = ("addressees", "participants", "places", "working_languages", "people", "offices")
"""The glossaries of which a letter names one or the other: to name another is to be wrong."""

_WHOLE = frozenset({"countries"})
"""Tables of which no name is part of another: Guinea is not in Guinea-Bissau."""


def exclusive(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """One country, language or town for another, in any of the ways in which a text names them."""
    readers = [side.recogniser for side in sides]
    meant = by_adjective(*readers)
    tables = tables_of(*readers)
    named, there = (
        _by_table(unit, tables, meant, reader)
        for unit, reader in zip((source, target), readers, strict=True)
    )
    every, all_there = _names(named), _names(there)
    told: list[Spot] = []
    for table, own in named.items():
        other = there.get(table, {})
        lost = [s for value, s in own.items() if not is_named(value, every, all_there, meant)]
        gained = [s for value, s in other.items() if not is_named(value, all_there, every, meant)]
        for one, two in zip(lost, gained, strict=False):
            if two in told or (table not in _WHOLE and _overlap(one, two)):
                continue
            if one.mention.weak or two.mention.weak:
                told.append(two)
                yield changed(target, sides, one, two)
        if not lost:
            for two in gained:
                again = two in told or (Kind.NAME, two.mention.value) in sides[0].values
                if two.mention.weak and not again:
                    told.append(two)
                    yield changed(target, sides, next(iter(own.values())), two)


def _names(tables: Mapping[str, Mapping[object, Spot]]) -> frozenset[object]:
    """What a unit names, of whatever table."""
    return frozenset(value for names in tables.values() for value in names)


def is_named(
    value: object,
    own: Collection[object],
    other: Collection[object],
    meant: Mapping[object, object],
) -> bool:
    """Whether the other unit has a name or its country: a Chinese academy is one of China.

    That counts once: `from Nepal, in Nepali` names a country and a language.
    """
    means = meant.get(value, value)
    return value in other or any(
        meant.get(each, each) == means and each not in own for each in other
    )


def _overlap(one: Spot, two: Spot) -> bool:
    """Whether one may be part of the other: `Africa` and `Southern Africa`."""
    first, second = (set(str(spot.mention.value).split("-")) for spot in (one, two))
    return first < second or second < first


def is_adjective(spot: Spot, reader: Recogniser, meant: Mapping[object, object]) -> bool:
    """Whether what else names a language belongs to the country: `Китайская академия`.

    That is so where a language has no capital, and the word has one.
    """
    return spot.mention.value in meant and spot.text[0].isupper() and not reader.lexicon.capitals


def _by_table(
    unit: Unit, tables: Mapping[object, str], meant: Mapping[object, object], reader: Recogniser
) -> dict[str, dict[object, Spot]]:
    """What a unit names of each table; a name inside a longer one is none: `US` in `US dollars`.

    A language that has the adjective of a country counts among countries, too.
    """
    found: dict[str, dict[object, Spot]] = {}
    for spot in unit.of(Kind.NAME):
        value = spot.mention.value
        value = meant[value] if is_adjective(spot, reader, meant) else value
        of_both = tables.get(meant.get(value)), tables.get(value)
        for table in filter(None, of_both if not is_inside(spot, unit) else ()):
            found.setdefault(table, {})[value] = spot
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
    """The table of each name of which a text names one or the other."""
    return {
        id_: table
        for table in EXCLUSIVE
        for reader in readers
        for id_ in getattr(reader.language.glossary, table)
    }


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
