"""A day that no calendar has, or a range of days that ends before it begins.

Nobody can come on 31 September, and whoever reads it can't tell which day was meant. Each language
may turn it into another day.

Bad: The meeting will take place on 31 September 2025.
Bad: The meeting will take place from 16 to 12 May 2011.

Good: The meeting will take place on 30 September 2025.
Good: The meeting will take place from 30 December 2026 to 2 January 2027.

Mend: Write the day that was meant, in every language.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.comparison.side import Knowledge, Side
from circgen.findings import Finding
from circgen.recognition.mentions import Days, Kind

_RULE = "impossible-date"


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """Every day that does not exist."""
    for unit in side.units():
        for spot in unit.of(Kind.DATE, Kind.UNKNOWN_DATE):
            problem = _problem(spot.mention.value, spot.text)
            if problem:
                yield Finding(
                    spot.at,
                    _RULE,
                    f"{unit.place}: {problem}",
                    "correct the date",
                    paragraph=unit.place,
                    target=spot.evidence(),
                )


def _problem(days: object, text: str) -> str:
    """What is wrong with days; nothing if all is well.

    `30 December to 2 January 2027` names the year of its end only: that is no way back.
    """
    if not isinstance(days, Days):
        return ""
    for day in days:
        if not day.exists:
            return f"there is no {day}"
    start, end = days
    same_month = (start.year, start.month) == (end.year, end.month)
    two_years = min(start.year, end.year) > 0 and (
        start.year != end.year or text.count(str(end.year)) > 1
    )
    backwards = start > end and (same_month or two_years)
    return f"{start}/{end} ends before it begins" if backwards else ""
