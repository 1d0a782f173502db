"""Paragraphs that the other language cuts otherwise: what belongs together is compared joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import reduce
from typing import NamedTuple

from circgen.comparison.align import Alignment
from circgen.comparison.lengths import ratio_of
from circgen.comparison.side import Side, Unit
from circgen.readers.letter import Point, joined
from circgen.recognition.mentions import Kind

_TOLD = frozenset(
    (Kind.DATE, Kind.HOURS, Kind.URL, Kind.EMAIL, Kind.PHONE, Kind.CODE, Kind.NUMBER, Kind.YEARS)
)
_TOO_LONG = 2.0
"""How much longer than expected a text is at most that says all that is expected."""
_CLOSER, _NOTICEABLE = 0.5, 0.2
"""How far from the expected length a text may be, of how far it was; and how far that must be."""
_LEAST_OF_A_SIGN = 4
_LONGEST_HEAD = 60
_HEAD = re.compile(r"(?:[^\s.:]+ ){0,4}[^\s.:]+[.:]\s")
"""A heading has five words at most."""


class Recut(NamedTuple):
    """Units of both letters with what belongs together joined, and which of them is which.

    What was joined to another is neither in a pair nor left over.
    """

    source: Sequence[Unit]
    target: Sequence[Unit]
    aligned: Alignment


class RecutPoints(NamedTuple):
    """The same with the paragraphs of letters."""

    source: Sequence[Point]
    target: Sequence[Point]
    aligned: Alignment


def recut(
    sides: tuple[Side, Side], source: Sequence[Unit], target: Sequence[Unit], aligned: Alignment
) -> Recut:
    """Join units without a counterpart to a neighbour whose counterpart says as much more."""
    if not aligned.lost and not aligned.gained:
        return Recut(source, target, aligned)
    own, other = _rejoined_both(sides, source, target, aligned)
    left = aligned._replace(
        lost=_without(aligned.lost, own.hosts), gained=_without(aligned.gained, other.hosts)
    )
    return Recut(own.units, other.units, left)


def recut_points(sides: tuple[Side, Side], aligned: Alignment) -> RecutPoints:
    """The same with paragraphs that have no numbers."""
    source, target = (side.letter.points for side in sides)
    loose = aligned._replace(
        lost=tuple(i for i in aligned.lost if not source[i].number and not source[i].id),
        gained=tuple(j for j in aligned.gained if not target[j].number and not target[j].id),
    )
    if not loose.lost and not loose.gained:
        return RecutPoints(source, target, aligned)
    own, other = _rejoined_both(sides, sides[0].points, sides[1].points, loose)
    left = aligned._replace(
        lost=_without(aligned.lost, own.hosts), gained=_without(aligned.gained, other.hosts)
    )
    return RecutPoints(_points(source, own.hosts), _points(target, other.hosts), left)


class _Rejoined(NamedTuple):
    """The units of one letter, and the places that others were joined to, by theirs."""

    units: list[Unit]
    hosts: Mapping[int, int]


def _rejoined_both(
    sides: tuple[Side, Side], source: Sequence[Unit], target: Sequence[Unit], aligned: Alignment
) -> tuple[_Rejoined, _Rejoined]:
    straight = [pair for pair in aligned.pairs if pair not in aligned.moved]
    ratio = ratio_of(sides)
    own, other = {i: target[j] for i, j in straight}, {j: source[i] for i, j in straight}
    return (
        _rejoined(sides[0], source, own, aligned.lost, 1 / ratio),
        _rejoined(sides[1], target, other, aligned.gained, ratio),
    )


def _rejoined(
    side: Side,
    units: Sequence[Unit],
    others: Mapping[int, Unit],
    alone: Sequence[int],
    ratio: float,
) -> _Rejoined:
    """Units with those that stand alone joined to the one before or behind, where that fits.

    `others` are the counterparts by the places of units; `ratio` is how long `side` is where the
    other letter has one character.
    """
    found = list(units)
    hosts = {place: place for place in others}
    for step in (-1, 1):
        for place in alone[::-step]:
            host = hosts.get(place + step)
            if place in hosts or host is None:
                continue
            pair = (host, place) if step < 0 else (place, host)
            whole = _joined(side, *(found[each] for each in pair))
            if whole is None:
                continue
            is_head = step > 0 and _is_head(units[place], found[host], others[host])
            if is_head or _fits(whole, found[host], units[place], others[host], ratio):
                found[host], hosts[place] = whole, host
    return _Rejoined(found, hosts)


def _without(places: Sequence[int], hosts: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(place for place in places if place not in hosts)


def _points(points: Sequence[Point], hosts: Mapping[int, int]) -> list[Point]:
    """Paragraphs, those that were joined to another as part of that."""
    together: dict[int, list[Point]] = {}
    for place in sorted(hosts):
        together.setdefault(hosts[place], []).append(points[place])
    found = list(points)
    for host, parts in together.items():
        found[host] = reduce(_after, parts)
    return found


def _after(first: Point, second: Point) -> Point:
    """Two paragraphs as one."""
    items = frozenset(len(first.passages) + index for index in second.items)
    return Point(
        first.number or second.number,
        first.passages + second.passages,
        first.items | items,
        first.id or second.id,
    )


def _joined(side: Side, first: Unit, second: Unit) -> Unit | None:
    """Two units as one; none where a new item or cell begins."""
    begins = second.passages[0]
    if begins.mark or begins.row or first.passages[-1].row:
        return None
    return side.unit(first.place, joined((*first.passages, *second.passages), by=" "))


def _is_head(added: Unit, host: Unit, other: Unit) -> bool:
    """Whether a line is the heading that the counterpart has in its first line: `Visas. You…`."""
    short = len(added.text) <= _LONGEST_HEAD
    return short and bool(_HEAD.match(other.text)) and not _HEAD.match(host.text)


def _fits(whole: Unit, host: Unit, added: Unit, other: Unit, ratio: float) -> bool:
    """Whether what was added is what was missing: facts, names, or as many characters."""
    expected = ratio * len(other.text)
    if len(whole.text) > _TOO_LONG * expected:
        return False
    told = _told(added)
    if told and told <= _told(other) - _told(host):
        return True
    if _said(added) & (_said(other) - _said(host)):
        return True
    lacking = expected - len(host.text)
    closer = abs(expected - len(whole.text)) < _CLOSER * lacking
    return not told and closer and lacking > _NOTICEABLE * expected


def _said(unit: Unit) -> frozenset[object]:
    """What a unit mentions, and what may stand in both languages letter by letter."""
    words = (word for word in unit.text.split() if len(word) >= _LEAST_OF_A_SIGN)
    mentions = (spot.mention for spot in unit.spots if not spot.mention.weak)
    return frozenset((*words, *((each.kind, each.value) for each in mentions)))


def _told(unit: Unit) -> Counter[Kind]:
    """How many dates, addresses and other facts a unit states."""
    return Counter(
        spot.mention.kind
        for spot in unit.spots
        if spot.mention.kind in _TOLD and not spot.mention.weak
    )
