"""How long texts are in two languages, and which sentence is one too many by that.

After Gale and Church, 1993.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from circgen.comparison.side import Side, Spot
from circgen.recognition.mentions import Kind

VALUES = frozenset((Kind.DATE, Kind.HOURS, Kind.ZONE, Kind.URL, Kind.EMAIL, Kind.PHONE))
"""What languages make of these differs in length by more than their words do."""
_SHORT = 25
"""Shorter sentences tell nothing by their length."""
_CLEARLY, _FITTING = 0.6, 0.2


def ratio_of(sides: tuple[Side, Side]) -> float:
    """How long the target is where the source has one letter: the median of the paragraphs."""
    from statistics import median  # noqa: PLC0415  most letters have as many sentences

    lengths = map(_lengths, sides)
    ratios = [two / one for one, two in zip(*lengths, strict=False) if one and two]
    return median(ratios) if ratios else 1.0


@lru_cache(maxsize=4)
def _lengths(side: Side) -> tuple[int, ...]:
    """How long the paragraphs of a letter are."""
    return tuple(length_of(unit.text, unit.spots) for unit in side.points)


def length_of(text: str, spots: Iterable[Spot]) -> int:
    """The length of words alone."""
    values = (spot.mention for spot in spots if spot.mention.kind in VALUES)
    return max(1, len(text) - sum(mention.end - mention.start for mention in values))


def surplus(
    long: Sequence[int], short: Sequence[int], ratio: float, possible: Sequence[int]
) -> int | None:
    """Which of the `possible` sentences of `long` is not in `short`; none where it is not clear.

    `ratio` is how long `short` is where `long` has one letter. What was merely split in two
    leaves the lengths of the other sentences, and both halves together, as they were.
    """
    if not short or len(long) != len(short) + 1 or not possible:
        return None
    expected = [ratio * length for length in long]
    without = [_apart([*expected[:i], *expected[i + 1 :]], short) for i in range(len(long))]
    split = [
        _apart([*expected[:i], expected[i] + expected[i + 1], *expected[i + 2 :]], short)
        for i in range(len(short))
    ]
    found = min(possible, key=without.__getitem__)
    fits = without[found] <= _FITTING * sum(short)
    clear = min(split) - without[found] >= _CLEARLY * expected[found]
    return found if fits and clear and long[found] >= _SHORT else None


def _apart(expected: Sequence[float], lengths: Sequence[int]) -> float:
    return sum(abs(one - two) for one, two in zip(expected, lengths, strict=True))
