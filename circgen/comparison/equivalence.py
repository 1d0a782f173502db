"""When mentions say the same, though languages and typists put it differently."""

from __future__ import annotations

from circgen.comparison.side import Spot
from circgen.facts.model import Hours, Years
from circgen.recognition.mentions import Days, Kind, Mention

COUNTING = (Kind.NUMBER, Kind.ORDINAL, Kind.CIRCULAR)
"""Kinds in which a value is a value: `Study Group 20` is the `20th`."""


def same(own: Mention, other: Mention) -> bool:
    """Whether two mentions have the same value."""
    if own.kind in COUNTING and other.kind in COUNTING:
        return own.value == other.value
    if own.kind is not other.kind:
        return False
    if isinstance(own.value, Days) and isinstance(other.value, Days):
        return own.value.fits(other.value)
    return own.value == other.value


def settle(lost: list[Spot], gained: list[Spot]) -> None:
    """Take out ranges on one side that the other puts as two ends: `2025-2026`, `2025 and 2026`."""
    _settle(lost, gained)
    _settle(gained, lost)


def _settle(whole: list[Spot], parts: list[Spot]) -> None:
    for spot in tuple(whole):
        ends = [_first(parts, *end) for end in _ends(spot.mention)]
        if ends and all(ends) and not _listed(ends):
            whole.remove(spot)
            for end in ends:
                if end in parts:
                    parts.remove(end)


def _listed(ends: list[Spot | None]) -> bool:
    """Whether two days are put as a list: `20 and 22 May` is not `20 to 22 May`."""
    first, second = (end for end in ends if end)
    if first.mention.kind is not Kind.DATE or first.passage is not second.passage:
        return False
    return abs(second.mention.start - first.mention.end) < _APART


_APART = 10


def _ends(mention: Mention) -> list[tuple[Mention, ...]]:
    """The two ends of a range, each as it may be put: `from the 13th to 20 March`."""
    match mention.value:
        case Days(start, end) if start != end:
            return [
                (
                    Mention(Kind.DATE, Days(day, day), 0, 0),
                    Mention(Kind.NUMBER, day.day, 0, 0),
                )
                for day in (start, end)
            ]
        case Hours(start, int(end)):
            return [(Mention(Kind.HOURS, Hours(time), 0, 0),) for time in (start, end)]
        case Years(start, end):
            return [(Mention(Kind.NUMBER, year, 0, 0),) for year in (start, end)]
    return []


def _first(spots: list[Spot], *wanted: Mention) -> Spot | None:
    """The first spot that says one of these."""
    return next((s for one in wanted for s in spots if same(s.mention, one)), None)
