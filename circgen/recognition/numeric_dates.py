"""Dates in figures alone: 31.10.2025, 31/10/2025, 2025-10-31, 31.X.2025, and ranges of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.recognition.tokens import SHORT, Tokens, role_class

_YEAR_LAST = r"(?:d\.d\.Y|d/d/Y|d-d-Y)"
_YEAR_FIRST = r"(?:Y-d-d|Y\.d\.d|Y/d/d)"
_SHORT_YEAR = r"d\.d\.d"
_FULL = rf"(?:{_YEAR_LAST}|{_YEAR_FIRST}|{_SHORT_YEAR})"
_RANGE = rf"(?:_?-_?|_?{role_class('to')}_)"
_BEGINNING = r"d(?:[./]d)?\.?"
NUMERIC = (
    rf"(?:{_BEGINNING}{_RANGE}(?:d\.d\.Y|d/d/Y)|{_FULL}(?:(?:{_RANGE}|/){_FULL})?)"
    r"(?![dqYn]|[./\-][dqYn])"
)
"""A day, or a range of days; the first may go without what the second says."""

_ROMAN_MONTH = re.compile(r"d\.(?P<month>[^dqYn_.])\.Y")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ONE = re.compile(rf"{_FULL}|d(?:[./]d)?")
_LAST_MONTH = 12
_CENTURY = 2000


def with_roman_months(tokens: Tokens) -> Tokens:
    """With figures for the months of `15.IV.2026`."""
    places = [
        match.start("month")
        for match in _ROMAN_MONTH.finditer(tokens.classes)
        if tokens.words[match.start("month")] in _ROMANS
    ]
    if not places:
        return tokens
    words, classes = list(tokens.words), list(tokens.classes)
    for place in places:
        words[place] = str(_ROMANS.index(words[place]) + 1)
        classes[place] = SHORT
    return tokens._replace(words=tuple(words), classes="".join(classes))


def numeric(
    tokens: Tokens, start: int, end: int
) -> Iterator[tuple[int, int, tuple[int, int, int]]]:
    """The tokens that each day of a match takes, and its year, month and day.

    A year is 0 where it is not written; a month, that of the day after. `10/31/2025` has its month
    first, since nothing else makes sense. `31.10.25` is a date only if every part has two figures
    and makes sense, since chapters are numbered like that.
    """
    found = [
        (m.span(), _values(tokens, *m.span())) for m in _ONE.finditer(tokens.classes, start, end)
    ]
    if any(values is None for _, values in found):
        return
    for (first, last), values in found:
        year, month, day = values or (0, 0, 0)
        month = month or (found[-1][1] or (0, 0, 0))[1]
        yield first, last, (year, month, day)


def _values(tokens: Tokens, first: int, last: int) -> tuple[int, int, int] | None:
    """Year, month and day, in so far as they are written."""
    words = [tokens.words[place] for place in range(first, last, 2)]
    numbers = [int(word) for word in words]
    if len(numbers) < 3:  # noqa: PLR2004
        day, month = (*numbers, 0)[:2]
        return 0, month, day
    if tokens.classes[first] == "Y":
        year, month, day = numbers
    else:
        day, month, year = numbers
    if tokens.classes[first : first + 5] == "d.d.d":
        if any(len(word) != 2 for word in words) or not _sensible(day, month):  # noqa: PLR2004
            return None
        year += _CENTURY
    if "/" in tokens.classes[first:last] and month > _LAST_MONTH >= day:
        day, month = month, day
    return year, month, day


def _sensible(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= _LAST_MONTH  # noqa: PLR2004
