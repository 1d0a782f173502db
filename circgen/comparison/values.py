"""The facts of two units that say the same thing in two languages, compared by value."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator

from circgen.comparison.differences import added, changed, level_of_lost, missing
from circgen.comparison.durations import settle_durations
from circgen.comparison.equivalence import (
    COUNTING,
    is_beside,
    is_hour,
    is_midnight,
    is_year_of_name,
    same,
    settle,
    settle_codes,
    settle_marks,
)
from circgen.comparison.sessions import day_of, exchanged, reordered
from circgen.comparison.side import Side, Spot, Unit
from circgen.comparison.storeys import of_storeys
from circgen.comparison.zones import (
    names_its_town,
    names_unknown_zone,
    names_zone_again,
    says_zone_again,
    zones_fewer,
)
from circgen.facts.model import Hours
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Day, Days, Kind
from circgen.recognition.parts_of_dates import MONTH_ALONE

EXACT = (
    Kind.DATE,
    Kind.MONTH,
    Kind.WEEKDAY,
    Kind.HOURS,
    Kind.ZONE,
    Kind.NUMBER,
    Kind.ORDINAL,
    Kind.YEARS,
    Kind.URL,
    Kind.EMAIL,
    Kind.PHONE,
    Kind.CIRCULAR,
    Kind.CODE,
)
"""Kinds whose values are certain: what one letter says, the other says too."""

_TOGETHER = {Kind.NUMBER: COUNTING, Kind.ORDINAL: COUNTING, Kind.CIRCULAR: COUNTING}


def different(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """What a unit of the target says otherwise than that of the source."""
    lost, gained = lost_and_gained(source, target)
    differ = {spot.mention.kind for spot in (*lost, *gained)}
    if not lost and not gained:
        yield from (
            missing(source, target, sides, spot, Level.WARNING)
            for spot in _weak_ordinals(source, target)
        )
    yield from _findings(source, target, sides, lost, gained)
    if Kind.ZONE not in differ:
        yield from zones_fewer(source, target, sides)
    if not differ & {Kind.DATE, Kind.HOURS}:
        yield from exchanged(source, target, sides)
        yield from reordered(source, target, sides)


def lost_and_gained(source: Unit, target: Unit) -> tuple[list[Spot], list[Spot]]:
    """The exact values that only one of two units has, however it puts them."""
    lost, gained = _one_sided(source, target, EXACT)
    settle(lost, gained, is_moved=_is_moved(source) and _is_moved(target))
    settle_durations(source, target, lost, gained)
    _settle_midnight(source, target, lost, gained)
    lost = [spot for spot in lost if not _is_part_of_date(spot, target)]
    gained = [spot for spot in gained if not _is_part_of_date(spot, source)]
    lost = [s for s in lost if not is_year_of_name(s, target) and not is_hour(s, source, target)]
    gained = [
        s for s in gained if not is_year_of_name(s, source) and not is_hour(s, target, source)
    ]
    if _are_page_and_text(source, target):
        lost, gained = ([s for s in spots if not _stands_for_link(s)] for spots in (lost, gained))
    lost = [spot for spot in lost if not says_zone_again(spot, source, lost, gained)]
    lost = [s for s in lost if not is_beside(s, target) and not names_its_town(s, source, target)]
    gained = [
        s for s in gained if not is_beside(s, source) and not names_its_town(s, target, source)
    ]
    gained = [spot for spot in gained if not names_zone_again(spot, target, gained, source)]
    lost = [spot for spot in lost if not _is_nil(spot, target)]
    gained = [spot for spot in gained if not _is_nil(spot, source)]
    _settle_ends(lost, target)
    _settle_ends(gained, source)
    _settle_days(lost, gained, source)
    _settle_days(gained, lost, target)
    settle_marks(lost, target)
    settle_marks(gained, source)
    settle_codes(lost, source, target)
    settle_codes(gained, target, source)
    return lost, gained


def _is_nil(spot: Spot, other: Unit) -> bool:
    """Whether a nought stands in a table in which the other letter has a dash."""
    if spot.mention.value != 0 or not (spot.passage.row or "\t" in spot.passage.text):
        return False
    return any(_DASH.search(each.text) for each in other.passages)


_DASH = re.compile(r"(?:^|\t) *[-\N{EN DASH}\N{EM DASH}] *(?:\t|$)")


def _settle_ends(spots: list[Spot], other: Unit) -> None:
    """Take out the last day of a month or year of which the other says no day: `end of June`."""
    said = {spot.mention.value for spot in other.of(Kind.MONTH, Kind.NUMBER)}
    spots[:] = [spot for spot in spots if said.isdisjoint(_ended(spot))]


def _ended(spot: Spot) -> tuple[str | int, ...]:
    """The month whose last day a spot is, and the year if it is that of one, too."""
    days = spot.mention.value
    day = days.end if isinstance(days, Days) and days.start == days.end else None
    if not day or not day.month or day.day != monthrange(day.year or _LEAP_YEAR, day.month)[1]:
        return ()
    return tuple(part for part in _parts_of(day) if part != day.year or day.month == _DECEMBER)


_DECEMBER, _LEAP_YEAR = 12, 2000


def _settle_days(ordinals: list[Spot], dates: list[Spot], unit: Unit) -> None:
    """Take out a day that one letter says without its month: `on the 9th … on the 23rd of March`.

    A date of `unit`, in which the ordinals stand, names that month.
    """
    months = {
        day.month
        for spot in unit.of(Kind.DATE)
        if isinstance(spot.mention.value, Days)
        for day in spot.mention.value
    }
    for spot in tuple(dates):
        days = spot.mention.value
        if not isinstance(days, Days) or days.start != days.end or days.end.month not in months:
            continue
        same_day = (s for s in ordinals if s.mention.kind is Kind.ORDINAL)
        said = next((s for s in same_day if s.mention.value == days.end.day), None)
        if said:
            ordinals.remove(said)
            dates.remove(spot)


def _is_moved(unit: Unit) -> bool:
    """Whether something takes place on another day now: `postponed from 19 February to 3 March`."""
    return any(str(spot.mention.value) in _MOVED for spot in unit.of(Kind.TERM, Kind.CONTRARY))


_MOVED = frozenset({"postponement", "movement", "event:postponed", "shift:later", "shift:earlier"})


def _settle_midnight(source: Unit, target: Unit, lost: list[Spot], gained: list[Spot]) -> None:
    """Take out 24:00 for 00:00 where no day is said: it is the end of one, or the next begins."""
    one, two = ([spot for spot in spots if is_midnight(spot)] for spots in (lost, gained))
    if len(one) == len(two) == 1 and not day_of(source, one[0]) and not day_of(target, two[0]):
        lost.remove(one[0])
        gained.remove(two[0])


def _are_page_and_text(source: Unit, target: Unit) -> bool:
    """Whether one is from a document with pages, where a link shows no address."""
    return bool(source.at.paragraph) != bool(target.at.paragraph)


def _stands_for_link(spot: Spot) -> bool:
    """Whether an address stands in brackets behind words: a page has a link there."""
    before = spot.passage.text[: spot.mention.start]
    return spot.mention.kind is Kind.URL and before.endswith(" (")


def _is_part_of_date(spot: Spot, other: Unit) -> bool:
    """Whether a number is the year of a date, or a month is that of one.

    `17 August (not 10 August) 2026`; `every Tuesday in June 2027, from the 1st to the 22nd`.
    """
    value = spot.mention.value
    return spot.mention.kind in {Kind.NUMBER, Kind.MONTH} and any(
        value in _parts_of(day)
        for date in other.of(Kind.DATE)
        if isinstance(date.mention.value, Days)
        for day in date.mention.value
    )


def _parts_of(day: Day) -> tuple[str | int, ...]:
    """The year of a day, and its month with and without that."""
    month = MONTH_ALONE.format(day.month)
    return (month, day.year, f"{day.year:04}-{day.month:02}") if day.year else (month,)


def _in_words(spot: Spot) -> bool:
    """Whether a number stands in words: `between the two` need not be translated by one."""
    return spot.mention.kind is Kind.NUMBER and not any(map(str.isdigit, spot.text))


def _one_sided(
    source: Unit, target: Unit, kinds: tuple[Kind, ...]
) -> tuple[list[Spot], list[Spot]]:
    """The strong mentions of each side that the other has not, each value once."""
    own, other = source.of(*kinds), target.of(*kinds)
    lost, gained = _without_counterpart(own, other), _without_counterpart(other, own)
    return _missing(lost, gained), _missing(gained, lost)


def _missing(spots: list[Spot], others: list[Spot]) -> list[Spot]:
    """Weak ordinals, weekdays, codes, months are missed only where the other has another one."""
    contrary = {spot.mention.kind for spot in others} & _CONTRARY
    found: list[Spot] = []
    for spot in spots:
        if spot.mention.weak and spot.mention.kind not in contrary:
            continue
        if not any(same(spot.mention, each.mention) for each in found):
            found.append(spot)
    return found


def _weak_ordinals(source: Unit, target: Unit) -> list[Spot]:
    """The ordinals of which nothing stands in the target: `the second edition`; not `the first`."""
    weak = [s for s in source.of(Kind.ORDINAL) if s.mention.weak and s.text.islower()]
    later = [spot for spot in weak if spot.mention.value != 1]
    return _without_counterpart(later, target.of(*COUNTING)) if later else []


def _without_counterpart(own: Iterable[Spot], other: tuple[Spot, ...]) -> list[Spot]:
    there = {(spot.mention.kind, spot.mention.value) for spot in other}
    left = [spot for spot in own if (spot.mention.kind, spot.mention.value) not in there]
    return [spot for spot in left if not any(_is(spot, each) for each in other)]


def _is(one: Spot, two: Spot) -> bool:
    """Whether two spots say the same; a page may have an address in each language: `/en/`."""
    if one.mention.kind is Kind.URL and two.mention.kind is Kind.URL:
        first, second = str(one.mention.value), str(two.mention.value)
        return first == second or _page(first, one.language) == _page(second, two.language)
    return same(one.mention, two.mention)


def _page(address: str, language: str) -> str:
    return re.sub(rf"/{language}(?=/|$)", "/*", address) if language else address


_CONTRARY = {Kind.ORDINAL, Kind.WEEKDAY, Kind.CODE, Kind.MONTH}


def _findings(
    source: Unit, target: Unit, sides: tuple[Side, Side], lost: list[Spot], gained: list[Spot]
) -> Iterator[Finding]:
    """Pairs of what was lost and gained first, then what stands alone."""
    for first, second in (*_times(lost, gained), *(p[::-1] for p in _times(gained, lost))):
        lost.remove(first)
        gained.remove(second)
        yield changed(target, sides, first, second)._replace(rule="hours")
    kinds = tuple(dict.fromkeys(spot.mention.kind for spot in (*lost, *gained)))
    for kind in kinds:
        together = _TOGETHER.get(kind, (kind,))
        before = [spot for spot in lost if spot.mention.kind in together]
        after = [spot for spot in gained if spot.mention.kind in together]
        for spot in (*before, *after):
            (lost if spot in before else gained).remove(spot)
        while before and after:
            first = before.pop(0)
            second = next((s for s in after if s.mention.kind is first.mention.kind), after[0])
            after.remove(second)
            finding = changed(target, sides, first, second)
            yield of_storeys(finding, (first, source), (second, target))
        for spot in before:
            is_open = kind is Kind.WEEKDAY or _in_words(spot) or names_unknown_zone(spot, target)
            level = Level.WARNING if is_open else level_of_lost(spot, source, sides)
            finding = missing(source, target, sides, spot, level)
            yield of_storeys(finding, (spot, source))
        for spot in after:
            for finding in added(source, target, sides, spot):
                level = Level.WARNING if _in_words(spot) else finding.level
                yield of_storeys(finding._replace(level=level), (spot, target))


def _times(figures: list[Spot], hours: list[Spot]) -> list[tuple[Spot, Spot]]:
    """Cells with numbers like times of day, and as many times in cells of the other side."""
    cells = [s for s in figures if s.passage.row and _CLOCK.fullmatch(s.passage.text)]
    numbers = [s for s in cells if s.mention.kind is Kind.NUMBER]
    alone = [s for s in hours if isinstance(s.mention.value, Hours) and s.mention.value.end is None]
    return [*zip(numbers, alone, strict=True)] if len(numbers) == len(alone) else []


_CLOCK = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")
