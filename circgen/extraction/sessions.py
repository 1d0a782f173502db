"""Days, hours and zones: what a paragraph says of when something takes place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from circgen.comparison.sessions import day_of
from circgen.comparison.side import Spot, Unit
from circgen.extraction.cells import hours_in_cells
from circgen.facts.model import Hours, zone_label
from circgen.language.wording import utc_offset
from circgen.recognition.mentions import Day, Days, Kind

LONGEST = dt.timedelta(days=28)
"""How long a meeting lasts at most that is one and no series."""
_OFFSET = "UTC"


class Zones(NamedTuple):
    """IANA zones: of the places that a letter names, the likeliest first, and of others.

    `named` are those of places by the names of their zones, such as `geneva`.
    """

    here: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    named: Mapping[str, str] = MappingProxyType({})


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
        Sitting(date, tuple(hours), weekday=_weekday(unit, date))
        for date, hours in by_date.values()
        if hours or not (_is_part(_days(date), by_date) or _is_sum(_days(date), with_hours))
    )
    return [zoned(each, unit, zones) for each in found]


def zoned(sitting: Sitting, unit: Unit, zones: Zones) -> Sitting:
    """Days with the zone that a letter gives their hours; none where it names several."""
    ways = [_zoned(sitting, way, zones) for way in _zones_after(unit, sitting.hours)]
    if len(ways) <= 1:
        return ways[0] if ways else sitting
    known = [way for way in ways if way.iana]
    here = [way for way in known if way.iana in zones.here]
    one = known[-1:] if len({way.iana for way in known}) == 1 else []
    return (here or one or [sitting])[0]


def _zoned(sitting: Sitting, way: tuple[Spot, ...], zones: Zones) -> Sitting:
    """With the zone of a label; of the offset beside it, if the label is not known to have it."""
    label_, *beside = way
    found = sitting._replace(zone=label_, iana=_iana_of(sitting, label_, zones))
    for own in beside:
        value = _value(own)
        if not found.iana or offset(found.iana, found.first, found.minutes) != value:
            found = sitting._replace(zone=own, iana=_iana_of(sitting, own, zones))
    return found


def _value(spot: Spot) -> str:
    return str(spot.mention.value).replace("\N{MINUS SIGN}", "-")


def _iana_of(sitting: Sitting, spot: Spot, zones: Zones) -> str | None:
    """The zone that a letter means; of an offset in whole hours, failing that, one that has it."""
    value = _value(spot)
    if own := zones.named.get(value.casefold()):
        return own
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


def _zones_after(unit: Unit, hours: Sequence[Spot]) -> list[tuple[Spot, ...]]:
    """The zone that follows hours, with the offset beside it; else, all that the unit names.

    A zone of hours in brackets is not that of the hours in front of them.
    """
    own = [spot for spot in hours if not in_brackets(spot)] or list(hours)
    last = max(own, key=lambda spot: spot.mention.start, default=None)
    if last is None:
        return []
    others = [] if in_brackets(last) else [s for s in unit.of(Kind.HOURS) if in_brackets(s)]
    zones = [
        spot
        for spot in unit.of(Kind.ZONE)
        if not str(spot.mention.value).islower() and not any(_is_beside(spot, s) for s in others)
    ]
    after = [z for z in zones if z.passage is last.passage and _precedes(last, z)][:1]
    alone = [z for z in zones if not any(z in _offset_beside(other, zones) for other in zones)]
    return [(zone, *_offset_beside(zone, zones)) for zone in after or alone]


def _offset_beside(zone: Spot, zones: Sequence[Spot]) -> tuple[Spot, ...]:
    """The offset that follows a label."""
    found = (z for z in zones if _value(z).startswith(_OFFSET) and _is_beside(z, zone))
    return tuple(found)[:1]


def _is_beside(spot: Spot, other: Spot) -> bool:
    """Whether a mention follows another one, with a bracket or a word like `=` between them."""
    same = spot.passage is other.passage
    return same and 0 <= spot.mention.start - other.mention.end <= _BESIDE


_BESIDE = 4


def in_brackets(spot: Spot) -> bool:
    """Whether brackets are open in front of a mention."""
    before = spot.passage.text[: spot.mention.start]
    return sum(before.count(mark) for mark in "(（") > sum(before.count(mark) for mark in ")）")


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
