"""Faults in dates, weekdays and hours."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from edits import Edit, named
from layout import NO_BREAK, Letter
from letters import Pair

_S = f"[ {NO_BREAK}]"
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
_WEEKDAYS = {
    "en": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    "ru": "понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье",
}
_DATE = {
    language: re.compile(
        rf"(?<![\d.])(?P<day>\d{{1,2}}){_S}(?P<month>{names.replace(' ', '|')})"
        rf"(?:{_S}(?P<year>\d{{4}}))?(?!\w)"
    )
    for language, names in MONTHS.items()
}
# A day that shares the name of the month with the days after it: the 8 in 8–9 and 11 June.
_EARLIER_DAY = {
    language: re.compile(
        rf"(?<![\d.])(?P<day>\d{{1,2}})"
        rf"(?=(?:(?:[–-]|, |{_S}(?:and|to|и|по){_S})\d{{1,2}})+{_S}(?:{names.replace(' ', '|')}))"
    )
    for language, names in MONTHS.items()
}
_DATE_RULES = "date disagreement impossible-date weekday zone-of-date"
_CLOCK = {
    "en": re.compile(
        rf"(?<!\d)(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?={_S}hours| to \d{{4}}{_S}hours)"
    ),
    "ru": re.compile(rf"(?<!\d)(?P<hour>\d\d){_S}час\.{_S}(?P<minute>\d\d){_S}мин\."),
}
_CLOCK_TEXT = {
    "en": r"\d{4}",
    "ru": rf"\d\d{_S}час\.{_S}\d\d{_S}мин\.",
}
_STRETCH = {
    "en": re.compile(rf"from (?P<first>\d{{4}})(?:{_S}hours)? to (?P<last>\d{{4}})"),
    "ru": re.compile(rf"с (?P<first>{_CLOCK_TEXT['ru']}) до (?P<last>{_CLOCK_TEXT['ru']})"),
}
_HOURS_RULES = "hours disagreement"


def dates(letter: Letter) -> list[re.Match[str]]:
    """The dates with a month, in the order of the text."""
    found = _DATE[letter.language].finditer(letter.text)
    return [match for match in found if letter.part_at(match.start()) != "foot"]


def days(letter: Letter) -> list[tuple[int, int]]:
    """Where the days of all dates stand, those of ranges and lists too."""
    earlier = _EARLIER_DAY[letter.language].finditer(letter.text)
    return [match.span("day") for match in (*dates(letter), *earlier)]


def month_of(letter: Letter, date: re.Match[str]) -> int:
    """The month of a date, from 1."""
    return MONTHS[letter.language].split().index(date["month"]) + 1


def other_dates(pair: Pair, random: Random) -> Iterator[Edit]:
    """Another day, month or year; another day in a range; two dates exchanged."""
    letter = pair.target.letter
    rules = named(_DATE_RULES)
    found = dates(letter)
    for date in found:
        length = calendar.monthrange(2025, month_of(letter, date))[1]
        for day in _other_days(int(date["day"]), length, random):
            yield _day(letter, date, day, "day")
        names = MONTHS[letter.language].split()
        near = [names[month_of(letter, date) - 2], names[month_of(letter, date) % 12]]
        for name in (random.choice(near), random.choice(names)):
            if name != date["month"]:
                yield Edit("date", "month", *date.span("month"), name, rules)
        if date["year"]:
            year = str(int(date["year"]) + random.choice((-1, 1, 1, 10)))
            years = rules | {"years"}
            yield Edit("date", "year", *date.span("year"), year, years)
    for day_of_range in _EARLIER_DAY[letter.language].finditer(letter.text):
        for day in _other_days(int(day_of_range["day"]), 28, random)[:1]:
            yield _day(letter, day_of_range, day, "day of a range")
    yield from _exchanged_dates(letter, found)


def _other_days(day: int, length: int, random: Random) -> list[int]:
    """Two days that a typist may have meant."""
    near = {day - 1, day + 1, day + 10, day - 10, int(f"{day:02}"[::-1])}
    possible = sorted(other for other in near - {day} if 1 <= other <= length)
    return random.sample(possible, min(2, len(possible)))


def _day(letter: Letter, date: re.Match[str], day: int, variant: str) -> Edit:
    """Another day; the Russian preposition before it sounds as it must."""
    start, end = date.span("day")
    put = str(day)
    if letter.language == "ru":
        before = letter.text[:start]
        if before.endswith(" со ") and day != 2:  # noqa: PLR2004  со второго
            start, put = start - 3, f"с {day}"
        elif before.endswith(" с ") and day == 2:  # noqa: PLR2004
            start, put = start - 2, f"со {day}"
    return Edit("date", variant, start, end, put, named(_DATE_RULES))


def _exchanged_dates(letter: Letter, found: list[re.Match[str]]) -> Iterator[Edit]:
    """Two dates of a paragraph, one in the place of the other."""
    for first, second in pairwise(found):
        part = letter.part_at(first.start())
        if part != letter.part_at(second.start()) or not first["year"] or not second["year"]:
            continue
        gap = letter.text[first.end() : second.start()]
        if first[0] == second[0] or re.fullmatch(r".{0,8}(to|по|–) ?", gap):
            continue
        put = f"{second[0]}{gap}{first[0]}"
        rules = named(f"{_DATE_RULES} hours swapped-items")
        yield Edit("date", "two exchanged", first.start(), second.end(), put, rules)


def other_weekdays(pair: Pair, random: Random) -> Iterator[Edit]:
    """Another weekday, or a wrong one beside a date that had none."""
    letter = pair.target.letter
    names = _WEEKDAYS[letter.language].split("|")
    rules = named("weekday disagreement")
    if letter.language == "ru":
        phrases = [f"{'во' if name == 'вторник' else 'в'} {name}" for name in names]
    else:
        phrases = names
    for match in re.finditer("|".join(phrases), letter.text):
        others = [phrase for phrase in phrases if phrase != match[0]]
        for other in random.sample(others, 3):
            yield Edit("weekday", "another", *match.span(), other, rules)
    for date in dates(letter):
        part = letter.part_at(date.start())
        before = letter.text[: date.start()]
        if not date["year"] or not part.isdigit() or not re.search(r"\w (on )?$", before):
            continue
        if re.search(r"(\b(to|по|с|со|and|и|from)|\d) $", before):
            continue
        day = dt.date(int(date["year"]), month_of(letter, date), int(date["day"]))
        wrong = phrases[(day.weekday() + random.randrange(1, 7)) % 7]
        yield Edit("weekday", "a wrong one added", *date.span(), f"{wrong}, {date[0]}", rules)


def _clock(language: str, hour: int, minute: int) -> str:
    if language == "en":
        return f"{hour:02}{minute:02}"
    return f"{hour:02}{NO_BREAK}час.{NO_BREAK}{minute:02}{NO_BREAK}мин."


def other_hours(pair: Pair, random: Random) -> Iterator[Edit]:
    """Another hour or minute, twelve hours earlier or later, digits exchanged."""
    letter = pair.target.letter
    rules = named(_HOURS_RULES)
    for match in _CLOCK[letter.language].finditer(letter.text):
        hour, minute = int(match["hour"]), int(match["minute"])
        changes = [
            ("hour", hour + random.choice((-1, 1)), minute),
            ("minute", hour, (minute + random.choice((5, 15, 30, 45))) % 60),
            ("twelve hours off", hour - 12 if hour > 12 else hour + 12, minute),  # noqa: PLR2004
        ]
        swapped = f"{hour:02}{minute:02}"
        swapped = swapped[0] + swapped[2] + swapped[1] + swapped[3]
        changes.append(("digits exchanged", int(swapped[:2]), int(swapped[2:])))
        for variant, other, minutes in changes:
            is_time = 0 <= other < 24 and 0 <= minutes < 60  # noqa: PLR2004
            if is_time and (other, minutes) != (hour, minute):
                put = _clock(letter.language, other, minutes)
                yield Edit("hours", variant, *match.span(), put, rules)


def other_stretches(pair: Pair, _: Random) -> Iterator[Edit]:
    """Start and end exchanged, an end lost, one of two stretches lost, stretches of two days."""
    letter = pair.target.letter
    rules = named(_HOURS_RULES)
    found = list(_STRETCH[letter.language].finditer(letter.text))
    for match in found:
        first, last = match.span("first"), match.span("last")
        middle = letter.text[first[1] : last[0]]
        put = f"{match['last']}{middle}{match['first']}"
        yield Edit("hours", "start and end exchanged", first[0], last[1], put, rules)
        at = "at" if letter.language == "en" else "в"
        yield Edit("hours", "end lost", *match.span(), f"{at} {match['first']}", rules)
    for one, two in pairwise(found):
        gap = letter.text[one.end() : two.start()]
        if re.fullmatch(rf"(?:{_S}hours)?(?:,| and| и) ", gap):
            put = one[0]
            yield Edit("hours", "one stretch lost", one.start(), two.end(), put, rules)
            yield Edit("hours", "one stretch lost", one.start(), two.end(), two[0], rules)
            a, b = one.start("last") - one.start(), two.start("first") - one.start()
            whole = letter.text[one.start() : two.end()]
            put = (
                whole[:a]
                + two["first"]
                + whole[a + len(one["last"]) : b]
                + one["last"]
                + whole[b + len(two["first"]) :]
            )
            yield Edit("hours", "ends exchanged", one.start(), two.end(), put, rules)
        elif letter.part_at(one.start()) == letter.part_at(two.start()) and one[0] != two[0]:
            put = f"{two[0]}{gap}{one[0]}"
            more = rules | {"swapped-items", "date"}
            yield Edit("hours", "two stretches exchanged", one.start(), two.end(), put, more)


MUTATORS = (other_dates, other_weekdays, other_hours, other_stretches)
