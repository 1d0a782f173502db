"""Days, hours and zones: what a paragraph says of when something takes place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from circgen.comparison.sessions import day_of
from circgen.comparison.side import Spot, Unit
from circgen.extraction.cells import hours_in_cells
from circgen.facts.model import Hours, zone_label
from circgen.language.wording import utc_offset
from circgen.recognition.mentions import Day, Days, Kind

_OFFSET = "UTC"


class Zones(NamedTuple):
    """IANA zones: of the places that a letter names, the likeliest first, and of others."""

    here: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


class Sitting(NamedTuple):
    """Days with their hours, and the zone that the letter gives them.

    `iana` is the zone of the IANA database that has this label or offset then, if one is known.
    """

    days: Spot
    hours: tuple[Spot, ...] = ()
    zone: Spot | None = None
    weekday: Spot | None = None
    iana: str | None = None

    @property
    def first(self) -> dt.date:
        """Its first day."""
        found = _days(self.days).start.date()
        assert found is not None  # noqa: S101  only whole days become sittings
        return found

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return _days(self.days).end.date() or self.first

    @property
    def minutes(self) -> int:
        """When it begins, in minutes after midnight."""
        return hours_of(self.hours[0]).start if self.hours else 0


def _days(spot: Spot) -> Days:
    assert isinstance(spot.mention.value, Days)  # noqa: S101  a date has days
    return spot.mention.value


def hours_of(spot: Spot) -> Hours:
    """The hours that a mention is."""
    assert isinstance(spot.mention.value, Hours)  # noqa: S101  its kind says so
    return spot.mention.value


def sittings(
    unit: Unit, zones: Zones, among: Sequence[Days] = (), labels: Collection[str] = ()
) -> list[Sitting]:
    """Days of a paragraph with their hours, in order; of days `among` others, if there are some.

    `zones` are those that labels and offsets may mean; `labels` the words in front of hours that
    stand in a cell of their own.
    """
    unit = _with_years(unit, among)
    dates = [spot for spot in unit.of(Kind.DATE) if _is_whole(spot) and _is_among(spot, among)]
    by_date: dict[Days, tuple[Spot, list[Spot]]] = {}
    for date in dates:
        by_date.setdefault(_days(date), (date, []))
    for spot, cell in hours_in_cells(unit, labels):
        own_date = cell or day_of(unit, spot) or _before(dates, spot)
        if own_date is not None and _days(own_date) in by_date:
            own = by_date[_days(own_date)][1]
            if spot.mention.value not in {each.mention.value for each in own}:
                own.append(spot)
    with_hours = [days for days, (_, hours) in by_date.items() if hours]
    found = (
        Sitting(date, tuple(hours), zone_after(unit, hours), _weekday(unit, date))
        for date, hours in by_date.values()
        if hours or not (_is_part(_days(date), by_date) or _is_sum(_days(date), with_hours))
    )
    return [each._replace(iana=iana_of(each, zones)) for each in found]


def iana_of(sitting: Sitting, zones: Zones) -> str | None:
    """The zone that a letter means; of an offset in whole hours, failing that, one that has it."""
    if sitting.zone is None:
        return None
    value = str(sitting.zone.mention.value).replace("\N{MINUS SIGN}", "-")
    # An offset is no zone of places elsewhere, whose clocks may change otherwise.
    known = zones.here if value.startswith(_OFFSET) else (*zones.here, *zones.elsewhere)
    fitting = zones_for(value, sitting.first, sitting.minutes, known)
    if fitting:
        return fitting[0]
    hours = value.removeprefix(_OFFSET)
    if value.startswith(_OFFSET) and hours[1:].isdigit() and int(hours[1:]) <= _MOST_HOURS:
        return f"Etc/GMT{'-' if hours[0] == '+' else '+'}{int(hours[1:])}"
    return None


_MOST_HOURS = 12


def _is_part(days: Days, others: Iterable[Days]) -> bool:
    """Whether days are some of other ones."""
    return any(days != other and _is_in(days, other) for other in others)


def _is_sum(days: Days, others: Iterable[Days]) -> bool:
    """Whether days are all those of other ones together."""
    start, end = days.start.date(), days.end.date()
    parts = [other.start.date() for other in others if _is_in(other, days)]
    return bool(start and end and len(set(parts)) == (end - start).days + 1 > 1)


def _is_in(own: Days, days: Days) -> bool:
    return _key(days.start) <= _key(own.start) and _key(own.end) <= _key(days.end)


def _is_whole(spot: Spot) -> bool:
    days = spot.mention.value
    return isinstance(days, Days) and bool(days.start.date() and days.end.date())


def _is_among(spot: Spot, among: Sequence[Days]) -> bool:
    own = _days(spot)
    return not among or any(_is_in(own, days) for days in among)


def _with_years(unit: Unit, among: Sequence[Days]) -> Unit:
    """A unit whose dates have years: `12 May` is that of the days it can be one of."""
    spots = tuple(_with_year(spot, among) for spot in unit.spots)
    return Unit(unit.place, unit.passages, spots)


def _with_year(spot: Spot, among: Sequence[Days]) -> Spot:
    days = spot.mention.value
    if not isinstance(days, Days) or days.start.year or days.end.year:
        return spot
    for year in dict.fromkeys(each.start.year for each in among):
        whole = Days(days.start._replace(year=year), days.end._replace(year=year))
        if any(_is_in(whole, each) for each in among):
            return spot._replace(mention=spot.mention._replace(value=whole))
    return spot


def _key(day: Day) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _before(dates: Sequence[Spot], spot: Spot) -> Spot | None:
    """The date of hours without one of their own: the last one before, or the only one."""
    before = [date for date in dates if date.passage is spot.passage and _precedes(date, spot)]
    return before[-1] if before else dates[0] if len(dates) == 1 else None


def _precedes(one: Spot, other: Spot) -> bool:
    return one.mention.start < other.mention.start


def zone_after(unit: Unit, hours: Iterable[Spot]) -> Spot | None:
    """The zone that follows hours: a label or an offset, not the name beside it."""
    last = max(hours, key=lambda spot: spot.mention.start, default=None)
    zones = [spot for spot in unit.of(Kind.ZONE) if not str(spot.mention.value).islower()]
    if last is None or not zones:
        return None
    after = [
        zone
        for zone in zones
        if zone.passage is last.passage and zone.mention.start > last.mention.start
    ]
    own = after[:1] or zones[-1:]
    beside = [
        zone
        for zone in zones
        if zone.passage is own[0].passage
        and 0 <= zone.mention.start - own[0].mention.end <= _BESIDE
        and str(zone.mention.value).startswith(_OFFSET)
    ]
    return (beside or own)[0]


_BESIDE = 4


def _weekday(unit: Unit, date: Spot) -> Spot | None:
    start = _days(date).start
    return next(
        (
            spot
            for spot in unit.of(Kind.WEEKDAY)
            if spot.mention.day is not None and spot.mention.day.fits(start)
        ),
        None,
    )


def zones_for(value: str, day: dt.date, minutes: int, known: Iterable[str]) -> tuple[str, ...]:
    """The IANA zones, of those known, that a label or an offset (`UTC+9`) may mean on a day."""
    if value == _OFFSET:
        return (_OFFSET,)
    return tuple(
        zone for zone in known if value in {label(zone, day, minutes), offset(zone, day, minutes)}
    )


def label(zone: str, day: dt.date, minutes: int) -> str:
    """The label that the IANA database has."""
    return zone_label(zone, day, minutes)


def offset(zone: str, day: dt.date, minutes: int) -> str:
    """`UTC+5:45`."""
    return utc_offset(zone, day, minutes).replace("\N{MINUS SIGN}", "-")
