"""Timetables: the hours of a meeting in a letter in other words than ours.

An hour may be the end of something, or that of registration or of a lunch; so hours are taken only
where they are said of the meeting, and all others are told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from circgen.comparison.side import Side, Spot, Unit
from circgen.extraction.sayings import is_pause, saying
from circgen.extraction.sessions import LONGEST, Sitting, Zones, hours_of, in_brackets, zoned
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind


class Search(NamedTuple):
    """Where hours are looked for: other units of a letter, and what its meeting is.

    `look` finds the days and hours of a unit.
    """

    side: Side
    units: Sequence[Unit]
    event: str
    zones: Zones
    look: Callable[[Unit], list[Sitting]]


class Timetable(NamedTuple):
    """Days with their hours, what there is to say, and hours that may be those of the meeting."""

    sittings: list[Sitting]
    findings: tuple[Finding, ...] = ()
    candidates: tuple[Spot, ...] = ()


def timetable(found: Sequence[Sitting], search: Search) -> Timetable:
    """Days with hours that are certain: those found beside the days, or else elsewhere."""
    if not found:
        return Timetable([])

    def beside(spot: Spot, date: Spot) -> bool:
        return saying(spot, search.side).holds(date)

    def fits(spot: Spot, date: Spot) -> bool:
        return beside(spot, date) or _is_own(spot, search)

    kept = _without_parts(certain(found, search.side, fits))
    if any(each.hours for each in kept):
        later = [spot for each in kept for spot in each.hours if not beside(spot, each.days)]
        told = [_doubtful(spot, "another sentence than the day") for spot in later[:1]]
        return Timetable(kept, (*_uncertain(found, kept), *told))
    alone = [
        hours_of(spot).start
        for each in found
        for spot in each.hours
        if hours_of(spot).end is None and fits(spot, each.days)
    ]
    ways: dict[tuple[object, ...], tuple[Unit, list[Sitting]]] = {}
    for unit in search.units:
        for more in (_dated(unit, search), _each_day(unit, kept, search)):
            is_all = _days_with_hours(more) == _days(kept) or _are_single(more, kept)
            if is_all and not _contradict(more, alone):
                ways.setdefault(tuple((s.first, s.last, *_values(s)) for s in more), (unit, more))
    if len(ways) == 1:
        unit, more = next(iter(ways.values()))
        with_hours = [each for each in more if each.hours]
        told = [_doubtful(with_hours[0].hours[0], f"paragraph {unit.place}")]
        return Timetable(with_hours, (*_uncertain(found, kept), *told))
    hours = [spot for each in found for spot in each.hours]
    hours += [spot for unit in search.units for spot in unit.of(Kind.HOURS)]
    return Timetable(kept, tuple(_uncertain(found, kept)), tuple(hours))


def _contradict(found: Sequence[Sitting], alone: Sequence[int]) -> bool:
    """Whether hours cannot be those of a meeting that begins or ends at an hour beside its day."""
    spans = [hours_of(spot) for each in found for spot in each.hours]
    first = min(span.start for span in spans)
    last = max(span.end or span.start for span in spans)
    return any(not first <= hour <= last for hour in alone)


def _are_single(found: Sequence[Sitting], kept: Sequence[Sitting]) -> bool:
    """Whether days with hours are those of a series that lasts from the first to the last."""
    days = _days_with_hours(found)
    return (
        len(kept) == 1
        and kept[0].last - kept[0].first > LONGEST
        and days >= {kept[0].first, kept[0].last}
    )


def _without_parts(found: Sequence[Sitting]) -> list[Sitting]:
    """Without days that have lost their hours and are some of other days."""
    return [
        each
        for each in found
        if each.hours
        or not any(_days([each]) < _days([other]) for other in found if other is not each)
    ]


def _values(sitting: Sitting) -> Iterator[str]:
    return (str(spot.mention.value) for spot in sitting.hours)


def certain(
    found: Sequence[Sitting], side: Side, fits: Callable[[Spot, Spot], bool]
) -> list[Sitting]:
    """The same without hours that may be those of something else, or that have been changed.

    `fits` says whether hours can be those of the meeting on a date. Hours without an end count if
    one day has them alone; of hours in brackets beside others, and of those in several sentences,
    only the others and the first. Hours that overlap do not count at all.
    """
    fitting = [
        each._replace(hours=tuple(spot for spot in each.hours if fits(spot, each.days)))
        for each in found
    ]
    spots = [spot for each in fitting for spot in each.hours]
    ended = [spot for spot in spots if hours_of(spot).end is not None]
    all_hours = sum(len(each.hours) for each in found)
    alone = spots if all_hours == len(spots) == len(_days_with_hours(fitting)) == 1 else []
    free = [spot for spot in ended or alone if not in_brackets(spot)]
    kept = [each._replace(hours=_kept(each, free, ended or alone, side)) for each in fitting]
    doubtful = any(map(_overlap, kept)) or _meet(kept)
    return [each._replace(hours=() if doubtful else _without_pauses(each, side)) for each in kept]


def _without_pauses(sitting: Sitting, side: Side) -> tuple[Spot, ...]:
    return tuple(spot for spot in sitting.hours if not is_pause(spot, side))


def _kept(
    sitting: Sitting, free: Sequence[Spot], kept: Sequence[Spot], side: Side
) -> tuple[Spot, ...]:
    own = [spot for spot in sitting.hours if spot in free]
    own = own or [spot for spot in sitting.hours if spot in kept]
    if len({id(spot.passage) for spot in own}) != 1:
        return tuple(own)
    first = saying(own[0], side)
    return tuple(spot for spot in own if first.holds(spot))


def _overlap(sitting: Sitting) -> bool:
    """Whether one of its hours begins before another one ends: a pause, or something beside."""
    spans = sorted((each.start, each.end or each.start) for each in map(hours_of, sitting.hours))
    return any(one[1] > two[0] for one, two in pairwise(spans))


def _meet(found: Sequence[Sitting]) -> bool:
    """Whether a day with hours is one of several days with other hours."""
    days = [day for each in found if each.hours for day in _days([each])]
    return len(days) > len(set(days)) and any(s.first != s.last for s in found if s.hours)


def _days(found: Sequence[Sitting]) -> set[dt.date]:
    return {
        each.first + dt.timedelta(days=number)
        for each in found
        for number in range((each.last - each.first).days + 1)
    }


def _days_with_hours(found: Sequence[Sitting]) -> set[dt.date]:
    return _days([each for each in found if each.hours])


def _is_own(spot: Spot, search: Search, unit: Unit | None = None) -> bool:
    """Whether hours are said of the meeting: by name, or in hardly a word, as in a table.

    What stands above the items of a unit holds for all of them.
    """
    said = saying(spot, search.side)
    if said.is_of_others(search.event):
        return False
    if said.is_bare() or said.names(search.event):
        return True
    if unit is None or spot.passage is unit.passages[0]:
        return False
    above = [each for each in unit.spots if each.passage is unit.passages[0]]
    return any(saying(each, search.side).names(search.event) for each in above)


def _dated(unit: Unit, search: Search) -> list[Sitting]:
    """The days with hours of a paragraph further on."""

    def fits(spot: Spot, _date: Spot) -> bool:
        return _is_own(spot, search, unit)

    return certain(search.look(unit), search.side, fits)


def _each_day(unit: Unit, kept: Sequence[Sitting], search: Search) -> list[Sitting]:
    """The days with the hours of a paragraph without any, which says that they hold each day."""
    hours = unit.of(Kind.HOURS)
    if not hours or unit.of(Kind.DATE, Kind.WEEKDAY) or any(not hours_of(s).end for s in hours):
        return []
    phrases = search.side.recogniser.language.understood.words.get("each_day", ())
    each_day = re.compile("|".join(rf"\b{re.escape(phrase)}\b" for phrase in phrases))
    own = tuple(
        spot
        for spot in hours
        if _is_own(spot, search, unit)
        and (saying(spot, search.side).is_bare() or _is_daily(spot, search, each_day))
    )
    found = certain(
        [each._replace(hours=own) for each in kept], search.side, lambda _spot, _date: True
    )
    return [zoned(each, unit, search.zones) for each in found]


def _is_daily(spot: Spot, search: Search, each_day: re.Pattern[str]) -> bool:
    said = saying(spot, search.side)
    text = spot.passage.text[said.start : said.end].casefold()
    return bool(each_day.pattern and each_day.search(text))


def _uncertain(found: Sequence[Sitting], kept: Sequence[Sitting]) -> Iterator[Finding]:
    """Hours beside the days that may be those of the meeting or not."""
    taken = {spot for each in kept for spot in each.hours}
    for each in found:
        for spot in (spot for spot in each.hours if spot not in taken):
            yield Finding(
                spot.at,
                "not-taken-over",
                f"`{spot.text}` may be hours of the meeting, or others",
                "write the hours under `sessions:`",
                Level.WARNING,
            )


def _doubtful(spot: Spot, where: str) -> Finding:
    """That hours are not those beside the day."""
    return Finding(
        spot.at,
        "doubtful",
        f"the hours of the meeting are taken from {where}: `{spot.text}`",
        "see whether they are those of the meeting",
        Level.WARNING,
    )
