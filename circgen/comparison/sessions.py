"""What belongs together: hours to their day, numbers to what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from circgen.comparison.differences import changed, missing
from circgen.comparison.equivalence import COUNTING
from circgen.comparison.side import Side, Spot, Unit
from circgen.comparison.zones import BESIDE
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind


def counted_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Four months for four weeks: the numbers are the same, what they count is not."""
    own, other = _counted(source), _counted(target)
    other_numbers = {spot.mention.value for spot in target.of(*COUNTING)} if own else set()
    for number, units in own.items():
        lost = [unit for value, unit in units.items() if value not in other.get(number, {})]
        gained = [unit for value, unit in other.get(number, {}).items() if value not in units]
        for one, two in zip(lost, gained, strict=False):
            if _stands_alone(one, target, other) and _stands_alone(two, source, own):
                continue
            unsure = _may_be(one, two, sides[1]) or _may_be(two, one, sides[0])
            level = Level.WARNING if unsure else Level.ERROR
            yield changed(target, sides, one, two)._replace(rule="number", level=level)
        if not gained and number in other_numbers:
            for one in filter(is_money, lost):
                if not _has(target, one) and not _is_called(number, one, target, sides[1]):
                    found = missing(source, target, sides, one, Level.WARNING)
                    yield found._replace(rule="number")


def _stands_alone(spot: Spot, unit: Unit, counted: dict[object, dict[object, Spot]]) -> bool:
    """Whether a unit is in a text without a number: `one week later` is `per week` there."""
    value = spot.mention.value
    return _has(unit, spot) and not any(value in units for units in counted.values())


def _counted(unit: Unit) -> dict[object, dict[object, Spot]]:
    """What numbers count, by number: the unit that follows."""
    found: dict[object, dict[object, Spot]] = {}
    units = [spot for spot in unit.of(Kind.UNIT) if not spot.mention.weak]
    numbers = unit.of(*COUNTING) if units else ()
    of_sum = [(code, number) for code in units for number in numbers if _begins_sum(code, number)]
    codes = {id(code) for code, _ in of_sum}
    for number in numbers:
        before = [code for code, own in of_sum if own is number]
        after = [
            s
            for s in units
            if s.passage is number.passage
            and id(s) not in codes
            and 0 <= _apart(number, s) <= BESIDE
            and not _parted(number, s)
            and not _begins_paragraph(number, s)
        ]
        for spot in before or after:
            found.setdefault(number.mention.value, {})[spot.mention.value] = spot
    return found


def _begins_sum(code: Spot, number: Spot) -> bool:
    """Whether the code of a currency stands right before a number: `CHF 250`."""
    return code.passage is number.passage and is_money(code) and _apart(code, number) in _SUM_BEGINS


def _begins_paragraph(number: Spot, unit: Spot) -> bool:
    """Whether a number is that of a paragraph: `7 Participation is free`."""
    return not number.mention.start and unit.text.istitle() and not is_money(unit)


def _has(unit: Unit, spot: Spot) -> bool:
    """Whether a text names a unit anywhere, if only as what another text calls it."""
    return any(each.mention.value == spot.mention.value for each in unit.of(Kind.UNIT))


def _is_called(number: object, money: Spot, unit: Unit, side: Side) -> bool:
    """Whether a word of a currency's name stands behind a number: `25 rials`, of Oman."""
    stem, names = side.recogniser.names.stem, side.recogniser.language.currencies
    words = set(map(stem, names.get(str(money.mention.value), "").split()))
    behind = (
        _NEXT_WORD.match(spot.passage.text, spot.mention.end)
        for spot in unit.of(*COUNTING)
        if spot.mention.value == number
    )
    return any(word and stem(word[1]) in words for word in behind)


_NEXT_WORD = re.compile(r"\s([^\W\d_]+)")


def is_money(spot: Spot) -> bool:
    """Whether a unit is a currency, which has a code of capitals."""
    return str(spot.mention.value).isupper()


def _may_be(money: Spot, word: Spot, side: Side) -> bool:
    """Whether a word may mean a currency, for it stands in its name: `3000 rupees` of Nepal."""
    names, stem = side.recogniser.language.currencies, side.recogniser.names.stem
    name = names.get(str(money.mention.value), "")
    return word.text.isalpha() and stem(word.text) in map(stem, name.split())


_SUM_BEGINS = range(2)
"""So far stands the code of a currency before its sum: `CHF 250`."""


def _apart(one: Spot, two: Spot) -> int:
    """How many characters stand between the end of one mention and the next one."""
    return two.mention.start - one.mention.end


def exchanged(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Hours that stand with another day: two sessions were exchanged."""
    own, other = _days_of_hours(source), _days_of_hours(target)
    elsewhere = [
        value
        for value, (_, days) in own.items()
        if value in other and days and other[value][1] and not days & other[value][1]
    ]
    if len(elsewhere) >= _TWO:
        for value in elsewhere:
            (spot, days), second = own[value], other[value][0]
            yield Finding(
                second.at,
                Kind.HOURS.value,
                f"{target.place}: {value} is on {_listed(other[value][1])} ({sides[1].name}), "
                f"on {_listed(days)} ({sides[0].name})",
                "put the hours with their own day",
                paragraph=target.place,
                source=spot.evidence(),
                target=second.evidence(),
            )


def reordered(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Days that are listed the other way round: `2 February and 31 December`."""
    own = _next_days(source)
    other = _next_days(target) if own else {}
    for (first, second), spot in own.items():
        there = other.get((second, first))
        if there is not None and (first, second) not in other:
            yield Finding(
                there.at,
                Kind.DATE.value,
                f"{target.place}: {there.value} stands before {spot.value} ({sides[1].name}), "
                f"behind it ({sides[0].name})",
                "put the days in the same order",
                Level.WARNING,
                paragraph=target.place,
                source=spot.evidence(),
                target=there.evidence(),
            )


def _next_days(unit: Unit) -> dict[tuple[str, str], Spot]:
    """The first of each two days that follow each other in a list, by both."""
    return {
        (_month_and_day(one), _month_and_day(two)): one
        for one, two in pairwise(unit.of(Kind.DATE))
        if one.passage is two.passage and 0 <= two.mention.start - one.mention.end < _APART
    }


_APART = 10
"""So far apart are the days of a list."""


def _month_and_day(spot: Spot) -> str:
    return str(spot.mention.value)[-5:]


_TWO = 2
_COLUMNS = "   "
"""What a table in a text has between its cells: there, days do not stand beside their hours."""


def _listed(days: frozenset[str]) -> str:
    return " and ".join(sorted(days))


def _days_of_hours(unit: Unit) -> dict[str, tuple[Spot, frozenset[str]]]:
    """The days that hours stand with, by the hours: the nearest in the same sentence."""
    found: dict[str, tuple[Spot, frozenset[str]]] = {}
    for spot in unit.of(Kind.HOURS):
        if _COLUMNS in spot.passage.text:
            continue
        day = day_of(unit, spot)
        value = str(spot.mention.value)
        days = found[value][1] if value in found else frozenset[str]()
        if day is not None:
            days |= {_month_and_day(day)}
        found[value] = spot, days
    return found


def day_of(unit: Unit, spot: Spot) -> Spot | None:
    """The date that a mention belongs to, in its clause.

    Where the clause begins with a date, hours follow their date; else the date follows its hours.
    """
    clause = [
        other
        for other in unit.of(Kind.DATE, Kind.HOURS)
        if other.passage is spot.passage and not _parted(other, spot)
    ]
    dates = [other for other in clause if other.mention.kind is Kind.DATE]
    before = [date for date in dates if date.mention.start < spot.mention.start]
    after = [date for date in dates if date.mention.start > spot.mention.start]
    first = min(clause, key=lambda other: other.mention.start, default=None)
    date_first = first is not None and first.mention.kind is Kind.DATE
    if before and (date_first or not after):
        return before[-1]
    return after[0] if after else None


def _parted(one: Spot, two: Spot) -> bool:
    """Whether a sentence or a clause ends between two mentions of a passage.

    Abbreviations end in a stop, too: a sentence has a capital behind it that is no zone.
    """
    first, second = sorted((one.mention, two.mention), key=lambda mention: mention.start)
    text = one.passage.text
    if ";" in text[first.end : second.start]:
        return True
    ends = _ENDS.finditer(text, first.end - 1, second.start + 2)  # hours may end in a stop
    return any(end[1].isupper() for end in ends)


_ENDS = re.compile(r"\.\s(?!(?:UTC|GMT|[A-Z]{1,4}T|MSK)\b)(\w)")
