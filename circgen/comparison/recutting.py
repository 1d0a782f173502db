"""Paragraphs that the other language cuts otherwise: what belongs together is compared joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from circgen.comparison.side import Side, Unit
from circgen.readers.letter import joined
from circgen.recognition.mentions import Kind

_TOLD = frozenset(
    (Kind.DATE, Kind.HOURS, Kind.URL, Kind.EMAIL, Kind.PHONE, Kind.CODE, Kind.NUMBER, Kind.YEARS)
)
_TOO_LONG = 1.5
_CLOSER = 0.5
"""How far a text may be from the length that is expected, when joined, of how far it was."""


class Rejoined(NamedTuple):
    """Units, those that belong together as one in the place of the first that has a counterpart.

    `alone` are the places of what has no counterpart and was joined to nothing.
    """

    units: list[Unit]
    alone: tuple[int, ...]


def rejoined(
    side: Side,
    units: Sequence[Unit],
    others: Mapping[int, Unit],
    alone: Sequence[int],
    ratio: float,
) -> Rejoined:
    """Join units without a counterpart to a neighbour whose counterpart says as much more.

    `others` are the counterparts by the places of units, `alone` the places that have none, in
    order; `ratio` is how long `side` is where the other letter has one character.
    """
    found = list(units)
    hosts = {place: place for place in others}
    left = list(alone)
    for step in (-1, 1):
        for place in left[::-step]:
            host = hosts.get(place + step)
            if host is None:
                continue
            pair = (host, place) if step < 0 else (place, host)
            whole = _joined(side, *(found[each] for each in pair))
            if whole and _fits(whole, found[host], units[place], others[host], ratio):
                found[host], hosts[place] = whole, host
                left.remove(place)
    return Rejoined(found, tuple(left))


def _joined(side: Side, first: Unit, second: Unit) -> Unit | None:
    """Two units as one; none where a new item or cell begins."""
    passages = *first.passages, *second.passages
    if second.passages[0].mark or any(passage.row for passage in passages):
        return None
    return side.unit(first.place, joined(passages, by=" "))


def _fits(whole: Unit, host: Unit, added: Unit, other: Unit, ratio: float) -> bool:
    """Whether what was added is what was missing: facts, or as many characters."""
    expected = ratio * len(other.text)
    told = _told(added)
    if told:
        return told <= _told(other) - _told(host) and len(whole.text) < _TOO_LONG * expected
    return abs(expected - len(whole.text)) < _CLOSER * abs(expected - len(host.text))


def _told(unit: Unit) -> Counter[Kind]:
    """How many dates, addresses and other facts a unit states."""
    return Counter(
        spot.mention.kind
        for spot in unit.spots
        if spot.mention.kind in _TOLD and not spot.mention.weak
    )
