"""Which item of a list was which: found by what it is, not by where it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any

Pair = tuple[int, int]
"""The place of an item in the old list, and in the new one."""

Identity = Callable[[Any], Iterable[Hashable]]
"""What an item can be known by: one of these is enough."""

_ALIKE = 0.5
"""Texts that have fewer of their words in common are two."""
_NEAR = 100
"""So many places around it a text is looked for: of a thousand, all would take minutes."""


def matched(
    old: Sequence[Any],
    new: Sequence[Any],
    identities: Iterable[Identity],
    text: Callable[[Any], str] | None = None,
) -> list[Pair]:
    """The items that are the same, by the first identity that tells; what is left, by its text."""
    pairs: list[Pair] = []
    left, right = list(range(len(old))), list(range(len(new)))
    for identity in identities:
        known = {j: frozenset(identity(new[j])) for j in right}
        for i in tuple(left):
            own = frozenset(identity(old[i]))
            found = next((j for j in right if own & known[j]), None)
            if found is not None:
                pairs.append((i, found))
                left.remove(i)
                right.remove(found)
    if text:
        pairs += _alike([(i, text(old[i])) for i in left], [(j, text(new[j])) for j in right])
    return sorted(pairs, key=lambda pair: pair[1])


def _alike(old: list[tuple[int, str]], new: list[tuple[int, str]]) -> list[Pair]:
    """Pairs of texts that have most of their words in common, the most alike first."""
    scores = []
    for place, (i, one) in enumerate(old):
        matcher = SequenceMatcher(None, b=one.split(), autojunk=False)
        for j, two in new[max(place - _NEAR, 0) : place + _NEAR]:
            matcher.set_seq1(two.split())
            scores.append((-matcher.ratio(), i, j))
    pairs: list[Pair] = []
    for score, i, j in sorted(scores):
        if -score >= _ALIKE and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def moved(pairs: Iterable[Pair]) -> set[Pair]:
    """The fewest pairs that must have moved, if all others kept their order."""
    ordered = sorted(pairs)
    # The longest row of pairs that rises in both lists, by patience sorting.
    ends: list[int] = []
    last: list[Pair] = []
    before: dict[Pair, Pair | None] = {}
    for pair in ordered:
        place = bisect_left(ends, pair[1])
        before[pair] = last[place - 1] if place else None
        ends[place:] = [pair[1], *ends[place + 1 :]]
        last[place:] = [pair, *last[place + 1 :]]
    kept: set[Pair] = set()
    at = last[-1] if last else None
    while at:
        kept.add(at)
        at = before[at]
    return set(ordered) - kept
