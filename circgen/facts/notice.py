"""How long before a meeting something must be done: `42 days`, `2 months`."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

_NOTICE = re.compile(r"(?P<count>[0-9]{1,3}) (?P<unit>day|month)s?")
_MONTHS_A_YEAR = 12


class Notice(NamedTuple):
    """So many days, or calendar months."""

    days: int = 0
    months: int = 0

    def before(self, opening: date) -> date:
        """The last day that is so long before the opening; 31 May less a month is 30 April."""
        years, month = divmod(opening.month - 1 - self.months, _MONTHS_A_YEAR)
        year = opening.year + years
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(opening.day, last)) - timedelta(days=self.days)

    def __str__(self) -> str:
        """As it is written: `1 month`."""
        count, unit = (self.months, "month") if self.months else (self.days, "day")
        return f"{count} {unit}" + ("" if count == 1 else "s")


def parse_notice(text: str) -> Notice:
    """`42 days` or `2 months`; `0 days` is until the meeting opens.

    Raises:
        ValueError: with the problem, and what to write.
    """
    match = _NOTICE.fullmatch(text)
    if not match:
        raise ValueError(
            f"`{text}` is not a number of days or months", "write it as `42 days` or `2 months`"
        )
    count = int(match["count"])
    return Notice(months=count) if match["unit"] == "month" else Notice(days=count)
