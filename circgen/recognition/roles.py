"""What the words of a pack's own patterns do: the "from" and "hours" of `from {start} to …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.language.patterns import date_words, pieces
from circgen.language.wording import Language
from circgen.recognition.han import HanAware

_WORD = HanAware(r"[{han}]|[^\W\d_{han}]+")
_CLOCK_WORDS = re.compile(r"(HH?|mm?)|'((?:[^']|'')*)'|[^\W\d_A-Za-z]+")
_OPENING = re.compile(r"'((?:[^']|'')*)'[\s\N{NO-BREAK SPACE}]*(?=[Ecd])")
_AFTER_FIELD = {"y": "year", "M": "of", "L": "of", "d": "of"}


def words_of(text: str) -> list[str]:
    """The words of a text; in Chinese, its characters."""
    return _WORD.of(text).findall(text)


def roles_of_patterns(language: Language) -> Iterator[tuple[str, str]]:
    """Roles with the words that have them, as the pack has typed them."""
    pack = language.pack
    for style in pack.dates.values():
        yield from (
            ("on", word) for found in _OPENING.findall(style.day) for word in words_of(found)
        )
        for pattern in filter(None, (style.day, style.without_year, style.without_month)):
            yield from _of_date(pattern)
        ranges = style.range
        for pattern in (ranges.same_month, ranges.same_year, ranges.other) if ranges else ():
            before, between, _ = _around(pattern)
            yield from (("from", word) for word in before)
            yield from (("to", word) for word in between)
            for part, is_field in pieces(pattern):
                if is_field:
                    yield from _of_date(part)
        if ranges and ranges.two_days:
            yield from (("and", word) for word in _around(ranges.two_days)[1])
    before, between, after = _around(pack.hours.range)
    yield from (("from", word) for word in before)
    yield from (("to", word) for word in between)
    yield from (("hour", word) for word in after)
    before, after, _ = _around(pack.hours.at)
    yield from (("at", word) for word in before)
    yield from (("hour", word) for word in after)
    for pattern in filter(None, (pack.hours.clock, pack.hours.on_the_hour)):
        yield from _of_clock(pattern)
    for joint in language.listing(2):
        yield from (("and", word) for word in words_of(joint))


def _around(pattern: str) -> list[list[str]]:
    """The words of a pattern before, between and after its fields."""
    found: list[list[str]] = [[]]
    for part, is_field in pieces(pattern):
        if is_field:
            found.append([])
        else:
            found[-1] += words_of(part)
    return [*found, [], []][:3]


def _of_date(pattern: str) -> Iterator[tuple[str, str]]:
    for field, width, text in date_words(pattern):
        role = _AFTER_FIELD.get(field, "")
        if field in "ML" and width == 1:
            role = "month_unit"
        elif field == "d" and "MMM" not in pattern:
            role = "day_unit"
        if role:
            yield from ((role, word) for word in words_of(text))


def _of_clock(pattern: str) -> Iterator[tuple[str, str]]:
    role = ""
    for match in _CLOCK_WORDS.finditer(pattern):
        if match[1]:
            role = "hour" if match[1][0] == "H" else "minute"
        elif role:
            yield from ((role, word) for word in words_of(match[2] or match[0]))
