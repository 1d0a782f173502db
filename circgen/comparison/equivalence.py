"""When mentions say the same, though languages and typists put it differently."""

from __future__ import annotations

import datetime as dt
import re

from circgen.comparison.side import Spot, Unit
from circgen.facts.model import MINUTES_A_DAY, Hours, Years
from circgen.recognition.mentions import Day, Days, Kind, Mention

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
    return own.value == other.value or (own.kind is Kind.MONTH and _are_one_month(own, other))


def _are_one_month(own: Mention, other: Mention) -> bool:
    """Whether two months can be the same, one of which may have no year: `--07`, `2025-07`."""
    years, months = zip(*(str(each.value).rsplit("-", 1) for each in (own, other)), strict=True)
    return months[0] == months[1] and "-" in years


def is_midnight(spot: Spot) -> bool:
    """Whether a spot says 00:00 or 24:00."""
    hours = spot.mention.value
    return isinstance(hours, Hours) and hours.end is None and not hours.start % MINUTES_A_DAY


_DAYS_AWAY = {"next-day": 1, "day-before": -1}
"""Terms of the glossary for a day beside one that is named, and how far away that is."""


def is_beside(spot: Spot, unit: Unit) -> bool:
    """Whether a unit says a day by another one: `on 9 June; on the following day`."""
    days = spot.mention.value
    if not isinstance(days, Days) or days.start != days.end:
        return False
    terms = {str(term.mention.value) for term in unit.of(Kind.TERM)}
    away = [dt.timedelta(_DAYS_AWAY[term]) for term in terms if term in _DAYS_AWAY]
    named = (
        day
        for each in unit.of(Kind.DATE)
        if isinstance(each.mention.value, Days)
        for day in each.mention.value
    )
    return any(_apart(day, days.start) == each for day in named for each in away)


def _apart(one: Day, two: Day) -> dt.timedelta | None:
    """How long after one day another is; years that are not said are the same."""
    year = one.year or two.year or _LEAP_YEAR
    first, second = (day._replace(year=day.year or year).date() for day in (one, two))
    return second - first if first and second else None


_LEAP_YEAR = 2000


def is_year_of_name(spot: Spot, other: Unit) -> bool:
    """Whether the other unit has the year of a conference in full, or short: `WTSA-24` of 2024."""
    number = spot.mention.value
    if spot.mention.kind is not Kind.NUMBER or not isinstance(number, int):
        return False
    if _is_short_year(spot):
        return any(each.mention.value == _CENTURY + number for each in other.of(Kind.NUMBER))
    return any(
        isinstance(each.mention.value, int)
        and _is_short_year(each)
        and number == _CENTURY + each.mention.value
        for each in other.of(Kind.NUMBER)
    )


def _is_short_year(spot: Spot) -> bool:
    start, end = spot.mention.start, spot.mention.end
    return end - start == 2 and _ACRONYM.search(spot.passage.text, 0, start) is not None  # noqa: PLR2004


_CENTURY = 2000
_ACRONYM = re.compile(r"[^\W\d_]{2}-$")


def settle(lost: list[Spot], gained: list[Spot], *, is_moved: bool = False) -> None:
    """Take out what the other side puts in parts or in figures alone.

    Where something `is_moved`, two days are the old one and the new one, with any words between.

    `2025-2026` is `2025 and 2026`; `1800` is 18:00 where the other letter has no such number, and
    `2000-2010`, which looks like years, is 20:00 to 20:10.
    """
    _settle(lost, gained, is_moved=is_moved)
    _settle(gained, lost, is_moved=is_moved)


def is_hour(spot: Spot, own: Unit, other: Unit) -> bool:
    """Whether the other unit has an hour once more whose figures a number is: `1200 … noon`."""
    number = spot.mention.value
    if spot.mention.kind is not Kind.NUMBER or not isinstance(number, int):
        return False
    hour = Hours(number // 100 * 60 + number % 100)
    often = [sum(s.mention.value == hour for s in unit.of(Kind.HOURS)) for unit in (own, other)]
    return 0 < often[0] < often[1]


def settle_marks(spots: list[Spot], other: Unit) -> None:
    """Take out numbers at the beginning of a line that mark a line of the other unit."""
    marks = {passage.mark.strip("().") for passage in other.passages}
    spots[:] = [
        s
        for s in spots
        if s.mention.kind not in COUNTING
        or s.mention.start
        or s.passage.mark
        or s.text not in marks
    ]


def settle_codes(spots: list[Spot], own: Unit, other: Unit) -> None:
    """Take out numbers that the other unit has behind a letter: `Question 2`, as in `Q2`."""
    codes = {str(each.mention.value) for each in own.of(Kind.CODE)}
    for code in other.of(Kind.CODE):
        value = str(code.mention.value)
        if code.mention.weak and value not in codes and value[1:].isdigit():
            number = Mention(Kind.NUMBER, int(value[1:]), 0, 0)
            if spot := _first(spots, number):
                spots.remove(spot)


def _settle(whole: list[Spot], parts: list[Spot], *, is_moved: bool) -> None:
    for spot in tuple(whole):
        if years := _first(parts, *_like_years(spot.mention)):
            whole.remove(spot)
            parts.remove(years)
            continue
        wanted = _ends(spot.mention)
        ends = [end for each in wanted if (end := _first(parts, *each))]
        in_parts = bool(ends) and len(ends) == len(wanted)
        if in_parts and (is_moved or _is_long(spot.mention) or not _listed(ends)):
            whole.remove(spot)
            for end in ends:
                if end in parts:
                    parts.remove(end)


def _is_long(mention: Mention) -> bool:
    """Whether days are months apart: hardly a range, but `moved from 21 April to 18 August`."""
    days = mention.value
    return isinstance(days, Days) and (days.end.month - days.start.month) % 12 > 1


def _listed(ends: list[Spot]) -> bool:
    """Whether two days are put as a list: `20 and 22 May` is not `20 to 22 May`."""
    first, second = ends[0], ends[-1]
    if first.mention.kind is not Kind.DATE or first.passage is not second.passage:
        return False
    return abs(second.mention.start - first.mention.end) < _APART


_APART = 10


def _ends(mention: Mention) -> list[tuple[Mention, ...]]:
    """The ends of a range, each as it may be put: `from the 13th to 20 March`; of hours, one."""
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
            return [
                (Mention(Kind.HOURS, Hours(time), 0, 0), *_figures(time)) for time in (start, end)
            ]
        case Hours(start):
            return [_figures(start)]
        case Years(start, end):
            return [(Mention(Kind.NUMBER, year, 0, 0),) for year in (start, end)]
    return []


def _like_years(mention: Mention) -> tuple[Mention, ...]:
    """A stretch of time as the years that its figures look like: 2000-2010."""
    match mention.value:
        case Hours(start, int(end)):
            hours = divmod(start, 60), divmod(end, 60)
            years = Years(*(hour * 100 + minute for hour, minute in hours))
            return (Mention(Kind.YEARS, years, 0, 0),)
    return ()


def _figures(minutes: int) -> tuple[Mention, ...]:
    """A time of day as the numbers that its figures make: 1830 or 18.30; 1800 or 18."""
    hour, minute = divmod(minutes, 60)
    values = (hour * 100 + minute, float(f"{hour}.{minute:02}")) if minute else (hour * 100, hour)
    return tuple(Mention(Kind.NUMBER, value, 0, 0) for value in values)


def _first(spots: list[Spot], *wanted: Mention) -> Spot | None:
    """The first spot that says one of these."""
    return next((s for one in wanted for s in spots if same(s.mention, one)), None)
