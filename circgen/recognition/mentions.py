"""What is recognised in a text: mentions of facts, with values that no language changes."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a mention is about. Kinds that end in `?` were not understood."""

    DATE = "date"
    WEEKDAY = "weekday"
    MONTH = "month"
    HOURS = "hours"
    ZONE = "zone"
    NUMBER = "number"
    ORDINAL = "ordinal"
    YEARS = "years"
    URL = "url"
    EMAIL = "email"
    PHONE = "phone"
    CIRCULAR = "circular-number"
    CODE = "code"
    ACRONYM = "acronym"
    NAME = "name"
    EVENT = "event"
    POLARITY = "polarity"
    CONTRARY = "contrary"
    TERM = "term"
    UNIT = "unit"
    DURATION = "duration"
    UNKNOWN_DATE = "date?"
    UNKNOWN_HOURS = "hours?"
    UNKNOWN_ZONE = "zone?"
    RUN_TOGETHER = "digits?"

    __hash__ = str.__hash__  # that of enumerations is a function in Python, and takes long


WORDS = frozenset(
    {
        Kind.ACRONYM,
        Kind.NAME,
        Kind.EVENT,
        Kind.POLARITY,
        Kind.CONTRARY,
        Kind.TERM,
        Kind.UNIT,
    }
)
"""What is said in words; dates, hours, numbers and addresses have values."""


class Day(NamedTuple):
    """A day as it is written: 0 stands for a year or month that is not."""

    year: int
    month: int
    day: int

    def date(self) -> dt.date | None:
        """The date, if it is complete and exists."""
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def exists(self) -> bool:
        """Whether there is such a day, in some year if it has none."""
        try:
            dt.date(self.year or _LEAP_YEAR, self.month, self.day)
        except ValueError:
            return False
        return True

    def fits(self, other: Day) -> bool:
        """Whether both can be the same day."""
        return all(a == b or not a or not b for a, b in zip(self, other, strict=True))

    def __str__(self) -> str:
        """`2025-10-31`, `10-31`."""
        return f"{self.year:04}-{self.month:02}-{self.day:02}"[0 if self.year else 5 :]


_LEAP_YEAR = 2000


class Days(NamedTuple):
    """A day (both are the same) or a range of days."""

    start: Day
    end: Day

    def fits(self, other: Days) -> bool:
        """Whether both can be the same days."""
        return self.start.fits(other.start) and self.end.fits(other.end)

    def __str__(self) -> str:
        """`2025-10-31`, or `2025-10-31/2025-11-02`."""
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"


class Mention(NamedTuple):
    """A fact found in a text from `start` to `end`.

    A `weak` mention may be there or not: `both` implies two, `MSC` inside a longer name that body;
    it satisfies a mention in the other language but calls for none. `day` is the day that a
    weekday or a stretch of hours stands with.
    """

    kind: Kind
    value: object
    start: int
    end: int
    weak: bool = False
    day: Day | None = None
