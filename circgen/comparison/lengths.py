"""Which sentence is one too many, by the lengths of all (after Gale and Church, 1993)."""

from __future__ import annotations

from collections.abc import Sequence

_SHORT = 25
"""Shorter sentences tell nothing by their length."""
_CLEARLY, _FITTING = 0.6, 0.2


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
