"""Single times of day: what is written, and which minute of the day it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from circgen.recognition.lexicon import Lexicon
from circgen.recognition.tokens import FOUR, SHORT, YEAR, Tokens

_HOUR, _MINUTE, _HALF = r"(?:_?h\.?)", r"(?:_?m\.?)", r"(?:_?[ap])"
_NO_MINUTE = r"(?!_?[Mh]|[:.]d|_?[dqYn])"
TIME = (
    rf"(?:(?:d_)?C{_HALF}?|(?:d:d(?::d)?|d\.d(?![.,]?[dqYn])|d{_HOUR}_?d(?:{_MINUTE}|{_NO_MINUTE})|d|[qY])"
    rf"{_HOUR}?{_HALF}?)"
)
"""A time of day, or a number that may be one."""

COMPACT = rf"[qY]{_HOUR}?{_HALF}?"
"""A time of day in four figures. A range has both its ends like this: `2026 à 8 h` is none."""

DASHED = r"d-d"
"""Hours and minutes with a dash, which only words around them tell from a range."""

_HOURS_A_DAY, _MINUTES, _NOON = 24, 60, 12
_LATEST_HOUR = 29  # 25:00 is a mistyped time, 50:50 is none
_HALF_A_DAY = _NOON * _MINUTES
_TWO = 2


class Time(NamedTuple):
    """A time of day in minutes; None if there is no such time.

    `sure`: nothing else can be meant. `bare`: a number of one or two figures alone, `wordless`
    without "hours" behind it. `half` is `a` or `p` for a.m. and p.m.
    """

    minutes: int | None
    sure: bool = False
    bare: bool = False
    wordless: bool = False
    half: str = ""
    is_time: bool = True


_NO_TIME = Time(None, is_time=False)


def time(tokens: Tokens, lexicon: Lexicon, first: int, last: int) -> Time:
    """The time of day that some tokens are."""
    shape = tokens.classes[first:last]
    half = next((sign for sign in shape if sign in "ap"), "")
    if "C" in shape:
        name = tokens.words[first + shape.index("C")]
        named = lexicon.clock(name)
        if half:  # `half past two`, which is after noon, but not at night
            named = named % _HALF_A_DAY + (_HALF_A_DAY if half == "p" else 0)
        return Time(named, sure=True)
    words = [
        tokens.words[place]
        for place in range(first, last)
        if tokens.classes[place] in (SHORT, FOUR, YEAR)
    ]
    if shape[0] != SHORT:
        return _four_figures(words[0], half, hour_word="h" in shape)
    if len(words) == 1:
        days = lexicon.language.understood.words.get("day", ())
        said = tokens.words[last - 1]
        unsure = bool(half) and "h" not in shape and (said in days or " " in said)
        return _of_hours(int(words[0]), half, hour_word="h" in shape, unsure=unsure)
    hour, minute = int(words[0]), int(words[1])
    minutes = minute_of_day(hour, minute, half)
    is_short = len(words[1]) < _TWO and "m" not in shape  # 16:9, 11.5
    is_ratio = minutes is None and len(words[0]) == 1 and not half and "h" not in shape  # 1:64
    if is_short or is_ratio or (":" in shape and hour > _LATEST_HOUR):
        return _NO_TIME
    sure = ":" in shape or bool(half) or "h" in shape
    return Time(minutes, sure, half=half, is_time=sure or minutes is not None)


def _of_hours(hour: int, half: str, *, hour_word: bool, unsure: bool) -> Time:
    """11, 11 hours, 11 a.m.; others must tell of `5 дня` (days?), `Room 5 in the evening`."""
    if unsure and hour > _NOON:
        return _NO_TIME
    minutes = minute_of_day(hour, 0, half)
    sure = bool(half) and minutes is not None and not unsure
    return Time(minutes, sure, bare=True, wordless=not hour_word and not unsure, half=half)


def _four_figures(word: str, half: str, *, hour_word: bool) -> Time:
    """1330; with a nought in front it can hardly be anything else."""
    minutes = minute_of_day(int(word[:2]), int(word[2:]), half)
    early = word[0] == "0" and word[:2] != "00"
    return Time(
        minutes,
        sure=minutes is not None and (hour_word or early or bool(half)),
        wordless=not hour_word,
        half=half,
        is_time=minutes is not None or hour_word,
    )


def minute_of_day(hour: int, minute: int, half: str = "") -> int | None:
    """Minutes after midnight, None if there is no such time; `13 p.m.` is 13."""
    if half and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour > _HOURS_A_DAY or minute >= _MINUTES or (hour == _HOURS_A_DAY and minute):
        return None
    return hour * _MINUTES + minute


def is_round(minutes: int | None) -> bool:
    """Whether a time is one that meetings have: a multiple of five minutes."""
    return minutes is not None and not minutes % 5


def with_half(begin: Time, end: Time) -> Time:
    """The beginning of `9 to 11 a.m.`, `1.30 to 3 p.m.`, `11 to 1 p.m.`."""
    if begin.half or not end.half or begin.minutes is None or end.minutes is None:
        return begin
    minutes = minute_of_day(*divmod(begin.minutes, _MINUTES), end.half)
    if minutes is None or minutes > end.minutes:
        return begin
    return begin._replace(minutes=minutes)


_RUN = re.compile(r"\d{8}")


def are_run_together(word: str) -> bool:
    """Whether figures are two times of day without the dash between them: 11001200."""
    return bool(_RUN.fullmatch(word)) and all(
        minute_of_day(int(half[:2]), int(half[2:])) is not None for half in (word[:4], word[4:])
    )
