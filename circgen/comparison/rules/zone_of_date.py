"""A time zone that is not in force on its date: winter time in summer, or the other way round.

A letter that is adapted from the last one keeps its `CET`, though the clocks have changed. The date
is that of the clause: the one before the hours, if the clause begins with a date, else the one
after them. A clause without a date is about the only date of the meeting, unless another day of the
letter has that zone. Which labels are in force is asked from the IANA database, for the zones of
the project's places.

Bad: The meeting will take place on 20 June 2023, from 0930 to 1600 hours (CET).

Good: The meeting will take place on 20 June 2023, from 0930 to 1600 hours (CEST).
Good: The meeting will take place on 31 October 2025, from 1100 to 1200 hours (CET).

Mend: Write the label that is in force on that day, and look whether the hours are right, too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from circgen.comparison.rules.disagreement import opening_days
from circgen.comparison.rules.weekday import possible_dates, shown
from circgen.comparison.rules.zone_name import names_with_labels
from circgen.comparison.side import Knowledge, Side, Spot, Unit
from circgen.comparison.splitting import sentence_spans
from circgen.facts.model import Hours, zone_label
from circgen.findings import Finding
from circgen.recognition.mentions import Days, Kind

_RULE = "zone-of-date"
_NOON = 12 * 60
_BEFORE_AND_AFTER_A_CHANGE = (0, _NOON)
"""Clocks change in the night."""
_WINTER, _SUMMER = (1, 15), (7, 15)
"""Month and day on which every zone has one of its two times."""


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:
    """Every zone that is out of force; a name with its label counts once."""
    for unit in side.units():
        if not unit.of(Kind.ZONE):
            continue
        paired = tuple(names_with_labels(unit))
        settled = {name for name, _ in paired}
        settled |= {label for name, label in paired if name.mention.value != label.mention.value}
        for spot in unit.of(Kind.ZONE):
            if spot in settled or spot.mention.weak:
                continue
            days = _days(side, unit, spot)
            label = str(spot.mention.value)
            right = _in_force(label, days, _minutes(unit, spot), knowledge.zones)
            if (
                right
                and label not in right
                and not (
                    _date_of(unit, spot) is None and _in_force_once(side, label, knowledge.zones)
                )
            ):
                when = shown(days[0]) + (f" to {shown(days[-1])}" if days[1:] else "")
                yield Finding(
                    spot.at,
                    _RULE,
                    f"{unit.place}: {label} is not in force on {when}, {' or '.join(right)} is",
                    "correct the zone or the date",
                    paragraph=unit.place,
                    target=spot.evidence(),
                )


def _days(side: Side, unit: Unit, spot: Spot) -> tuple[dt.date, ...]:
    """The first and last day that a zone is meant for; none if that is unclear."""
    near = _date_of(unit, spot)
    found = (near.mention.value,) if near else tuple(dict.fromkeys(opening_days(side)))
    if len(found) != 1 or not isinstance(found[0], Days):
        return ()
    dates: list[dt.date] = []
    for day in found[0]:
        possible = possible_dates(side, day)
        if len(possible) != 1:
            return ()
        dates += possible
    return tuple(dict.fromkeys(dates))


def _date_of(unit: Unit, spot: Spot) -> Spot | None:
    """The date in the clause of a zone that the zone belongs to."""
    start, end = _clause(unit, spot)
    there = [
        each
        for each in unit.of(Kind.DATE, Kind.HOURS, Kind.ZONE)
        if each.passage is spot.passage and start <= each.mention.start < end
    ]
    dates = [each for each in there if each.mention.kind is Kind.DATE]
    before = [each for each in dates if each.mention.start < spot.mention.start]
    after = [each for each in dates if each.mention.start > spot.mention.start]
    begins = there[0].mention.kind is Kind.DATE
    if before and (begins or not after):
        return before[-1]
    return after[0] if after else None


def _clause(unit: Unit, spot: Spot) -> tuple[int, int]:
    """Where the clause of a zone begins and ends: semicolons divide a sentence."""
    text, here = spot.passage.text, spot.mention.start
    mentions = [each.mention for each in unit.spots if each.passage is spot.passage]
    for start, end in sentence_spans(text, mentions):
        if start <= here < end:
            last = text.find(";", here, end)
            return max(start, text.rfind(";", start, here)), last if last >= 0 else end
    return here, here + 1


def _minutes(unit: Unit, spot: Spot) -> tuple[int, ...]:
    """The time of day that stands before a zone; without one, it may be any.

    Beside another zone it may be any, too: `since clocks change on 25 October, CEST … and CET …`.
    """
    if len({each.mention.value for each in unit.of(Kind.ZONE) if not each.mention.weak}) > 1:
        return _BEFORE_AND_AFTER_A_CHANGE
    before = [
        each.mention.value
        for each in unit.of(Kind.HOURS)
        if each.passage is spot.passage and each.mention.end <= spot.mention.start
    ]
    last = before[-1] if before else None
    return (last.start,) if isinstance(last, Hours) else _BEFORE_AND_AFTER_A_CHANGE


def _in_force_once(side: Side, label: str, zones: tuple[str, ...]) -> bool:
    """Whether a zone is in force on some day that the letter names: it may be meant for that."""
    return any(
        label in _in_force(label, (date,), (_NOON,), zones)
        for point in side.points
        for each in point.of(Kind.DATE)
        if isinstance(each.mention.value, Days)
        for day in each.mention.value
        for date in possible_dates(side, day)
    )


def _in_force(
    label: str, days: tuple[dt.date, ...], minutes: tuple[int, ...], zones: tuple[str, ...]
) -> tuple[str, ...]:
    """The labels in force on some days, in the zones that use a label in that year."""
    return tuple(
        dict.fromkeys(
            zone_label(zone, day, minute)
            for day in days
            for minute in minutes
            for zone in zones
            if label in _labels(zone, day.year)
        )
    )


@lru_cache(maxsize=256)
def _labels(zone: str, year: int) -> frozenset[str]:
    """The labels of a zone in a year."""
    return frozenset(
        zone_label(zone, dt.date(year, month, day), _NOON) for month, day in (_WINTER, _SUMMER)
    )
