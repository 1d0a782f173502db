"""A list of countries or towns that has one more, or less, than in the other letter.

Taken alone, a country may be left out: `Swiss francs`, `the Kenyan capital`. In a list of which the
other letter has most, it is left out by mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from circgen.comparison.differences import added, missing
from circgen.comparison.exclusive import by_adjective, is_inside, is_named, tables_of
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind

_LISTED = frozenset({"countries", "towns"})
_LEAST = 3
"""So many names are a list."""
_JOINT = re.compile(r"(?:\s?\([^()]{1,48}\))?(?:[,;]\s|\s(?=[^\W\d_]))(?:[^\W\d_]{1,5}\s){0,2}")
"""What stands between two of them: a comma, an `and`, what a country is called in brackets."""
_NAME = re.compile(r"[^\W_][,;:)]?\s(?P<word>[^\W\d_][\w'-]+)")
"""A word behind another one, not the first of a sentence."""
_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_CERTAIN = 3
"""Where so many names of a list are there, none is missed by chance."""
_BESIDE = 32
"""So many letters around a list are looked at for a name that no glossary knows."""


def omitted_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Names of a list that the other letter's list has not, though it has most of them."""
    for spot, level in _omitted(source, target, sides):
        yield missing(source, target, sides, spot, level)
    for spot, level in _omitted(target, source, sides[::-1]):
        for finding in added(source, target, sides, spot):
            yield finding._replace(level=level)


def _omitted(unit: Unit, other: Unit, sides: tuple[Side, ...]) -> Iterator[tuple[Spot, Level]]:
    readers = [side.recogniser for side in sides]
    meant = by_adjective(*readers)
    there = {spot.mention.value: spot for spot in other.of(Kind.NAME)}
    every = {spot.mention.value for spot in unit.of(Kind.NAME)}
    for names in _lists(unit, tables_of(*readers)):
        left = [s for s in names if not is_named(s.mention.value, every, there, meant)]
        kept = [there[s.mention.value] for s in names if s.mention.value in there]
        if left and len(left) < len(kept) and len(names) >= _LEAST and not _has_others(kept, other):
            level = Level.ERROR if len(kept) >= _CERTAIN else Level.WARNING
            yield from ((spot, level) for spot in left)


def _lists(unit: Unit, tables: Mapping[object, str]) -> Iterator[list[Spot]]:
    """Names of one table with nothing between them but what joins a list."""
    spots = [s for s in unit.of(Kind.NAME) if tables.get(s.mention.value) in _LISTED]
    spots = [spot for spot in spots if not is_inside(spot, unit)]
    for _, same in groupby(spots, lambda spot: (spot.passage, tables[spot.mention.value])):
        found: list[Spot] = []
        for spot in same:
            if found and not _follows(spot, found[-1]):
                yield found
                found = []
            found.append(spot)
        yield found


def _follows(spot: Spot, before: Spot) -> bool:
    between = before.mention.end, spot.mention.start
    return _JOINT.fullmatch(spot.passage.text, *between) is not None


def _has_others(kept: list[Spot], unit: Unit) -> bool:
    """Whether a name that no glossary knows stands among those of a list: it may be the one."""
    for spot in kept:
        text = _BRACKETS.sub(lambda found: " " * len(found.group()), spot.passage.text)
        start, end = max(0, spot.mention.start - _BESIDE), spot.mention.end + _BESIDE
        known = [
            s.mention
            for s in unit.spots
            if s.passage is spot.passage and s.mention.kind is not Kind.ACRONYM
        ]
        for found in _NAME.finditer(text, start, end):
            place = found.start("word")
            is_known = any(each.start <= place < each.end for each in known)
            if found["word"][0].isupper() and not is_known:
                return True
    return False
