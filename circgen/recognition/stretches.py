"""Stretches of time as they stand in a text: two numbers, and what they mean."""

from __future__ import annotations

from typing import NamedTuple

from circgen.facts.model import MINUTES_A_DAY, Hours
from circgen.recognition.clock import Time, is_round, with_half
from circgen.recognition.mentions import Kind, Mention
from circgen.recognition.tokens import NUMBERS, Tokens

YEARS = range(1900, 2100)
_TWO = 2


class Stretch(NamedTuple):
    """A time or range as it stands."""

    first: int
    last: int
    times: list[Time]
    sure: bool


def looks_like_range(tokens: Tokens, stretch: Stretch) -> bool:
    """Whether figures with a dash are two times of day: `1430-1700`; but no years."""
    classes, times = tokens.classes[stretch.first : stretch.last], stretch.times
    numbers = [i for i, each in enumerate(classes, stretch.first) if each in NUMBERS]
    return (
        "-" in classes
        and len(times) == _TWO
        and not times[-1].bare
        and all(each.is_time and is_round(each.minutes) for each in times)
        and not all(int(tokens.words[place]) in YEARS for place in numbers)
    )


def mention_of(tokens: Tokens, stretch: Stretch) -> Mention:
    """The hours that a stretch says; unknown ones if no clock shows them."""
    classes = tokens.classes
    first = next(i for i in range(stretch.first, stretch.last) if classes[i] in f"{NUMBERS}C")
    start, end = tokens.span(first, stretch.last)
    begin, *others = stretch.times
    if not others:
        if begin.minutes is None:
            return Mention(Kind.UNKNOWN_HOURS, tokens.text[start:end], start, end)
        return Mention(Kind.HOURS, Hours(begin.minutes), start, end)
    begin = with_half(begin, others[0])
    finish = others[0].minutes
    if begin.minutes is None or finish is None:
        return Mention(Kind.UNKNOWN_HOURS, tokens.text[start:end], start, end)
    opening = begin.minutes % MINUTES_A_DAY
    if finish < opening or not finish:
        finish += MINUTES_A_DAY
    return Mention(Kind.HOURS, Hours(opening, finish), start, end)
