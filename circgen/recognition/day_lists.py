"""Days that stand together: which of them belong to the list, and what month and year they have."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import NamedTuple

from circgen.recognition.mentions import Day
from circgen.recognition.tokens import role_class

_RANGE = re.compile(f"-|{role_class('to')}")
_AND_OR = re.compile(f"{role_class('and')}|{role_class('or')}")
_FROM = re.compile(role_class("from"))
_NEIGHBOURS = re.compile(f"{role_class('and')}|,")
_APART = ";"
_LAST_DAY = 31
_THREE = 3


class Part(NamedTuple):
    """A day as it stands: the tokens it takes, and the characters between it and the day before."""

    first: int
    last: int
    day: int
    month: int = 0
    year: int = 0
    joint: str = ""
    weekday: int | None = None


def complete(parts: list[Part], *, listed: bool = True) -> list[Part]:
    """The days with the month and year that stand with a later one; no others.

    `listed`: nothing stands before them that the first number would belong to.
    """
    while parts and not parts[-1].month:
        parts.pop()
    parts = _ranges_apart(parts)
    found: list[Part] = []
    month = 0
    for place in reversed(range(len(parts))):
        part = parts[place]
        if not part.month and not _belongs(parts, place, listed=listed):
            break
        month = part.month or month
        found.insert(0, part._replace(month=month))
    return with_earlier_years(found)


def _ranges_apart(parts: list[Part]) -> list[Part]:
    """With the second of two ranges for itself: `from 14-16 April to 2-4 June`."""
    found = parts[:2]
    for before, part in pairwise(parts[1:]):
        has_two_ends = before.month and _RANGE.search(before.joint) and _RANGE.search(part.joint)
        found.append(part._replace(joint=_APART) if has_two_ends else part)
    return found


def _belongs(parts: list[Part], place: int, *, listed: bool) -> bool:
    """Whether a number without a month is a day of the one that follows.

    In `Study Group 20, 31 October` it is none, nor in `Terminal 2, from 17 to 19 May`. It is in
    `on 20, 31 October`, in `20, 30 and 31 October`, in `4, 5, 6 October`, and in
    `3 October, 9, 19 November`.
    """
    part, following = parts[place], parts[place + 1]
    if not 1 <= part.day <= _LAST_DAY or _is_label(part, parts[place + 1 : place + 3]):
        return False
    if "," not in following.joint or _AND_OR.search(following.joint):
        return True
    if not listed and _FROM.search(following.joint):
        return False
    if (listed and part.day < following.day) or any(before.month for before in parts[:place]):
        return True
    same_month = [part, following]
    for after in parts[place + 2 :]:
        if same_month[-1].month:
            break
        if _AND_OR.search(after.joint):
            return True
        same_month.append(after)
    if place:
        same_month.insert(0, parts[place - 1])
    rising = all(one.day < other.day for one, other in pairwise(same_month))
    return rising and len(same_month) >= _THREE


def _is_label(part: Part, following: list[Part]) -> bool:
    """Whether a dash parts a number from days: `Room 24 – 20 May`, `Group 2 – 20-25 May`."""
    joints = [each.joint for each in following]
    if len(joints) > 1 and all(map(_RANGE.search, joints)):
        return True  # a range has two ends
    is_named = following[0].weekday is not None and part.weekday is None  # Day 1 – Friday, 4 May
    return "_-_" in joints[0] and (is_named or part.day > following[0].day)


def with_earlier_years(parts: list[Part]) -> list[Part]:
    """The days with the year of the one after: `31 December to 2 January 2026` begins in 2025."""
    found: list[Part] = []
    for part in reversed(parts):
        year = part.year
        if not year and found and found[0].year:
            year = found[0].year
            if part.month > found[0].month:
                year -= 1
        found.insert(0, part._replace(year=year))
    if found:
        found[0] = found[0]._replace(joint="")
    return found


def is_next_day(before: Part, after: Part) -> bool:
    """Whether two days that are listed follow each other."""
    first, second = (
        Day(part.year or 2000, part.month, part.day).date() for part in (before, after)
    )
    return (
        bool(_NEIGHBOURS.search(after.joint))
        and first is not None
        and second is not None
        and second - first == dt.timedelta(days=1)
    )
