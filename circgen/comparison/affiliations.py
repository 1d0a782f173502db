"""Persons whose countries have changed their places: `Ms Achieng (Kenya)` and another of Kenya."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from circgen.comparison.differences import changed
from circgen.comparison.persons import difference, persons
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding
from circgen.recognition.mentions import Kind
from circgen.recognition.sounds import DIFFERENT

_BRACKET = re.compile(r"\s\([^()]*\)")
_NAMED = (Kind.NAME, Kind.ACRONYM)


class _Person(NamedTuple):
    """The last word of a name, and what the brackets behind it name, with the first of it."""

    spot: Spot
    named: frozenset[object]
    first: Spot


def affiliations_exchanged(
    source: Unit, target: Unit, sides: tuple[Side, Side]
) -> Iterator[Finding]:
    """Two persons of which each has what stands in brackets behind the other one."""
    own = _affiliated(source, sides[0])
    there = _affiliated(target, sides[1]) if len(own) > 1 else []
    pairs = list(_pairs(own, there, sides))
    for (one, first), (two, second) in combinations(pairs, 2):
        if one.named != two.named and (first.named, second.named) == (two.named, one.named):
            yield changed(target, sides, one.first, first.first)
            yield changed(target, sides, two.first, second.first)


def _pairs(
    own: Sequence[_Person], there: Sequence[_Person], sides: tuple[Side, Side]
) -> Iterator[tuple[_Person, _Person]]:
    """Persons of whom each has the name most like the other's, in the order of both."""

    def nearest(place: int, names: Sequence[_Person], name: str) -> int:
        unlike = [(difference(name, each.spot.text, sides), i) for i, each in enumerate(names)]
        return min(unlike, key=lambda each: (each[0], abs(each[1] - place)))[1]

    for place, one in enumerate(own if there else ()):
        other = nearest(place, there, one.spot.text)
        two = there[other]
        is_same = difference(one.spot.text, two.spot.text, sides) < DIFFERENT
        if is_same and nearest(other, own, two.spot.text) == place:
            yield one, two


def _affiliated(unit: Unit, side: Side) -> list[_Person]:
    """The persons of a unit with brackets behind them in which something is named."""
    if "(" not in unit.text:
        return []
    found = []
    for spot in persons(unit, side):
        if not (bracket := _BRACKET.match(spot.passage.text, spot.mention.end)):
            continue
        inside = [
            each
            for each in unit.of(*_NAMED)
            if each.passage is spot.passage and bracket.start() < each.mention.start < bracket.end()
        ]
        if inside:
            named = frozenset(each.mention.value for each in inside)
            found.append(_Person(spot, named, inside[0]))
    return found
