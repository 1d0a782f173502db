"""A weekday that is not that of its date.

Either the weekday is wrong or the date is; half of the readers will trust the wrong one. Where a
date has no year, it is in the one that stands alone in a cell of its row, or else in one of those
years that the letter names with other dates.

In facts, `weekday` is checked against `date` in the same way; it goes with a single day.

Bad: The workshop will be held on Friday, 12 January 2010.
Bad: The workshop will be held on 12 January 2010 (Friday).

Good: The workshop will be held on Tuesday, 12 January 2010.
Good: The workshop will be held on Tuesday morning; registration closes on 13 January 2010.

Mend: Correct the weekday or the date, whichever is wrong, or leave the weekday out.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from circgen.comparison.side import Knowledge, Side, Spot, Unit
from circgen.facts.parsers import WEEKDAYS
from circgen.findings import Finding
from circgen.recognition.mentions import Day, Days, Kind

_RULE = "weekday"
_NEXT_TO = re.compile(r"[\s,(]{1,3}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """Every weekday that does not fit the date beside it."""
    for unit in side.units():
        for spot in unit.of(Kind.WEEKDAY):
            day = spot.mention.day or _beside(unit, spot)
            dates = possible_dates(side, _of_row(day, spot, unit)) if day else ()
            named = spot.mention.value
            if not day or not dates or not isinstance(named, int):
                continue
            if any(date.weekday() == named for date in (*dates, *_beside_years(day, spot, unit))):
                continue
            yield Finding(
                spot.at,
                _RULE,
                f"{unit.place}: {WEEKDAYS[named]} is not "
                + " or ".join(f"{shown(date)}, which is a {_weekday(date)}" for date in dates),
                "correct the weekday or the date",
                paragraph=unit.place,
                target=spot.evidence()._replace(value=WEEKDAYS[named]),
            )


def _of_row(day: Day, spot: Spot, unit: Unit) -> Day:
    """The day, in the year that a cell of its row in a table is."""
    row = spot.passage.row
    cells = (each.text.strip() for each in unit.passages if row and each.row == row)
    years = [int(cell) for cell in cells if _YEAR.fullmatch(cell)]
    return day._replace(year=years[0]) if years and not day.year else day


def _beside_years(day: Day, weekday: Spot, unit: Unit) -> Iterator[dt.date]:
    """The day in the years that its paragraph names by themselves: `the 2027 edition`."""
    for spot in unit.of(Kind.NUMBER) if not day.year else ():
        year = spot.mention.value
        is_year = spot.passage is weekday.passage and _YEAR.fullmatch(spot.text)
        if is_year and isinstance(year, int):
            yield from filter(None, (day._replace(year=year).date(),))


def shown(date: dt.date) -> str:
    """A date in words: `12 January 2010`."""
    return f"{date.day} {calendar.month_name[date.month]} {date.year}"


def _weekday(date: dt.date) -> str:
    return WEEKDAYS[date.weekday()]


def _beside(unit: Unit, spot: Spot) -> Day | None:
    """The single day that stands right before or after a weekday."""
    text = spot.passage.text
    for other in unit.of(Kind.DATE):
        days = other.mention.value
        if other.passage is not spot.passage or not isinstance(days, Days):
            continue
        first, second = sorted((spot.mention, other.mention), key=lambda mention: mention.start)
        if days.start == days.end and _NEXT_TO.fullmatch(text, first.end, second.start):
            return days.start
    return None


def possible_dates(side: Side, day: Day) -> tuple[dt.date, ...]:
    """The dates that a day without a year can be in this letter; its own if it has a year.

    The same day with a year elsewhere decides; else any year of the letter may be meant.
    """
    if day.year:
        return tuple(filter(None, (day.date(),)))
    dates = [
        each
        for unit in side.units()
        for spot in unit.of(Kind.DATE)
        if isinstance(spot.mention.value, Days)
        for each in spot.mention.value
        if each.year
    ]
    same = {each.year for each in dates if each.fits(day)}
    years = sorted(same or {each.year for each in dates})
    found = (day._replace(year=year).date() for year in years)
    return tuple(date for date in found if date)
