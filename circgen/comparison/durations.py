"""How long something lasts: `half an hour` is 30 minutes, and a week is no month.

A share is told likewise: `half` is 50 per cent; and so are other quantities: 1.2 km is 1200 m.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from circgen.comparison.differences import changed
from circgen.comparison.equivalence import COUNTING
from circgen.comparison.side import Side, Spot, Unit
from circgen.facts.model import Hours
from circgen.findings import Finding
from circgen.recognition.mentions import Kind

_MINUTES: Mapping[str, Fraction | int] = {
    "second": Fraction(1, 60),
    "minute": 1,
    "hour": 60,
    "day": 24 * 60,
    "week": 7 * 24 * 60,
}
_MONTHS = {"month": 1, "year": 12}
"""Ids of units of the glossary. A month has no certain number of days."""
_TIMES = frozenset({"minute", "month"})
_SHARE = "percent"
_LASTING = frozenset({*_MINUTES, *_MONTHS, _SHARE})
_PREFIXES: Mapping[str, Fraction | int] = {
    "nano": Fraction(1, 10**9),
    "micro": Fraction(1, 10**6),
    "milli": Fraction(1, 10**3),
    "centi": Fraction(1, 100),
    "kilo": 10**3,
    "mega": 10**6,
    "giga": 10**9,
    "tera": 10**12,
    "peta": 10**15,
}
_MEASURES = frozenset(
    {"metre", "hertz", "bit-per-second", "byte", "watt", "watt-hour", "second", "gram", "volt"}
)
"""Units that prefixes make larger or smaller (International System of Units)."""
_TELLING = frozenset({"hour", "week", "month"})
"""Units that say how long, where they stand without a number; days and minutes say much else."""
_COUNTED = (*COUNTING, Kind.HOURS)
_AND_A_HALF = "and-a-half"
_NO_WORD = re.compile(r"[\W_]{0,3}")
_PERCENT = re.compile(r"\s?%")
_DURATION = re.compile(r"(\d+(?:\.\d+)?) (?:(minute|hour|day|week|month|year)s?|(percent))")
"""How a duration of the glossary is written, or a share."""


class _Duration(NamedTuple):
    """A duration, where it stands, and the numbers in it; `bare` is a unit without a number."""

    value: tuple[str, Fraction]
    spot: Spot
    numbers: tuple[Spot, ...] = ()
    bare: bool = False


def settle_durations(source: Unit, target: Unit, lost: list[Spot], gained: list[Spot]) -> None:
    """Take out numbers of durations that the other unit says in another way: `7 days`, `a week`."""
    if any(spot.mention.kind in _COUNTED for spot in (*lost, *gained)):
        own, other = list(_durations(source)), list(_durations(target))
        _settle(lost, own, {*_values(other), *_like_hours(gained)})
        _settle(gained, other, {*_values(own), *_like_hours(lost)})
        said = _values(own + other)
        for spots in (lost, gained):
            spots[:] = [spot for spot in spots if said.isdisjoint(_like_hours([spot]))]


def lasting_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """A duration without a number in the place of another one: a week, a month."""
    own, other = (
        [each for each in _durations(unit) if each.value[0] in _TIMES] for unit in (source, target)
    )
    lost = _only(own, other)
    gained = _only(other, own) if lost else []
    for one, two in zip(lost, gained, strict=False):
        if not (one.numbers and two.numbers):  # where both have one, units are compared anyway
            found = changed(target, sides, one.spot, two.spot)
            yield found._replace(rule="number")


def _durations(unit: Unit) -> Iterator[_Duration]:
    """The durations of a unit: those of the glossary, numbers of units, and units alone."""
    halves = [spot for spot in unit.of(Kind.TERM) if spot.mention.value == _AND_A_HALF]
    phrases = [spot for spot in unit.of(Kind.DURATION) if not _is_cut(spot, halves)]
    numbers = unit.of(Kind.NUMBER, Kind.ORDINAL)
    for spot in phrases:
        match = _DURATION.fullmatch(str(spot.mention.value))
        if match:
            inside = tuple(number for number in numbers if _inside(number, [spot]))
            yield _Duration(_lasting(Fraction(match[1]), match[2] or match[3]), spot, inside)
    for each in numbers:
        if _PERCENT.match(each.passage.text, each.mention.end):
            yield _Duration(_lasting(Fraction(str(each.mention.value)), _SHARE), each, (each,))
    others = (*phrases, *unit.of(Kind.HOURS, Kind.DATE, Kind.YEARS))
    for spot in unit.of(Kind.UNIT):
        id_ = str(spot.mention.value)
        if (id_ in _LASTING or _measure(id_)) and not _inside(spot, others):
            number, half = _number_of(spot, numbers, halves)
            if number is None:
                if id_ in _LASTING and id_ != _SHARE and spot.text[0].islower():
                    # with a capital it is part of a name: `the Week`
                    yield _Duration(_lasting(Fraction(1), id_), spot, bare=True)
            else:
                count = Fraction(str(number.mention.value)) + half
                yield _Duration(_lasting(count, id_), spot, (number,))


def _lasting(count: Fraction, unit: str) -> tuple[str, Fraction]:
    """A duration in minutes or in months; a share as it is; another quantity without prefix."""
    if unit == _SHARE:
        return unit, count
    if measure := _measure(unit):
        base, factor = measure
        return ("minute", count * factor / 60) if base == "second" else (base, count * factor)
    if unit in _MINUTES:
        return "minute", count * _MINUTES[unit]
    return "month", count * _MONTHS[unit]


def _measure(unit: str) -> tuple[str, Fraction] | None:
    """The unit without its prefix, and what the prefix stands for; none for seconds themselves."""
    if unit in _MEASURES and unit not in _MINUTES:
        return unit, Fraction(1)
    for prefix, factor in _PREFIXES.items():
        if unit.startswith(prefix) and unit.removeprefix(prefix) in _MEASURES:
            return unit.removeprefix(prefix), Fraction(factor)
    return None


def _is_cut(spot: Spot, halves: list[Spot]) -> bool:
    """Whether it is part of a longer one: of `2 weeks`, of `two and a half hours`."""
    start = spot.mention.start
    return (
        spot.mention.weak
        or any(map(str.isdigit, spot.text))
        or any(
            each.passage is spot.passage and each.mention.start < start < each.mention.end
            for each in halves
        )
    )


def _number_of(
    spot: Spot, numbers: tuple[Spot, ...], halves: list[Spot]
) -> tuple[Spot | None, Fraction]:
    """The number that stands before a unit, and the half that stands between them."""
    start, half = spot.mention.start, Fraction(0)
    for each in halves:
        if _next_to(each, spot, start):
            start, half = each.mention.start, Fraction(1, 2)
    return next((each for each in numbers if _next_to(each, spot, start)), None), half


def _next_to(before: Spot, spot: Spot, start: int) -> bool:
    """Whether a mention ends right before a place in the passage of another one."""
    gap = spot.passage.text[before.mention.end : start]
    return (
        before.passage is spot.passage
        and before.mention.end <= start
        and _NO_WORD.fullmatch(gap) is not None
    )


def _inside(spot: Spot, others: Iterable[Spot]) -> bool:
    return any(
        each.passage is spot.passage
        and each.mention.start <= spot.mention.start
        and spot.mention.end <= each.mention.end
        for each in others
    )


def _values(durations: Iterable[_Duration]) -> frozenset[tuple[str, Fraction]]:
    return frozenset(each.value for each in durations)


def _like_hours(spots: Iterable[Spot]) -> set[tuple[str, Fraction]]:
    """Durations that are written as a time of day would be: `1 h 30 min`."""
    hours = (spot.mention.value for spot in spots if spot.mention.kind is Kind.HOURS)
    return {
        ("minute", Fraction(value.start))
        for value in hours
        if isinstance(value, Hours) and value.end is None
    }


def _settle(
    spots: list[Spot], durations: list[_Duration], there: set[tuple[str, Fraction]]
) -> None:
    said = {number for each in durations if each.value in there for number in each.numbers}
    spots[:] = [spot for spot in spots if spot not in said]


def _only(own: list[_Duration], other: list[_Duration]) -> list[_Duration]:
    """The durations that only one unit has; those whose number is missing are found by it.

    What a unit without a number says must not stand in the other text with any number.
    """
    values = _values(other)
    units = {each.spot.mention.value for each in other}
    return [
        each
        for each in own
        if each.value not in values
        and (
            each.spot.mention.value in _TELLING - units
            if each.bare
            else all(number.mention.weak for number in each.numbers)
        )
    ]
