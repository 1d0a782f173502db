"""What belongs to what: `9 a.m. in Bogota, 2 p.m. in Accra` became nine in Accra and two in Bogota.

Another language may turn a sentence round, but what belongs together stays together. Where each of
two values has the neighbours of the other, they have changed places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, islice

from circgen.comparison.alignment import aligned
from circgen.comparison.differences import changed
from circgen.comparison.items import WORD, Item, in_both
from circgen.comparison.pairing import replaces
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding, Level

_STOP = re.compile(r"[,;.]\s")
_CLEAR, _BARRIER, _CLOSE = 1.5, 60, 24
"""How much nearer the nearest is; letters that a comma is as good as; between words and values."""

_NEIGHBOURS = frozenset({"event", WORD, "negation", "implied", "neutral"})
"""What tells of others only what belongs to them."""

_TURNS, _LEAST, _MOST = 3, 3, 30
"""So often two sorts take turns; so much must be known of a sentence; more than that is a list."""


def paired_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Two values that have each other's neighbours, though all of them are there."""
    if len(source.passages) != len(target.passages):
        return
    for own, other in zip(source.lines, target.lines, strict=True):
        for one, two in aligned(own, other):
            if min(len(one.spots), len(two.spots)) < _LEAST or replaces((*one.spots, *two.spots)):
                continue
            items = in_both(one, two, sides)
            if len(items[0]) <= _MOST:
                exchanged = chain(_exchanged(*items), _in_turns(*items))
                yield from (placed_otherwise(*each, target, sides) for each in islice(exchanged, 1))


def _exchanged(own: Sequence[Item], other: Sequence[Item]) -> Iterator[tuple[Spot, Spot]]:
    """Two of a sort of which each has the neighbours of the other."""
    there = {item.key: item for item in other}
    for one, two in combinations(own, 2):
        if one.sort != two.sort or one.sort in _NEIGHBOURS:
            continue
        if not all(_are_parted(items, one, two) for items in (own, other)):
            continue  # a list may have another order
        votes = Counter(
            (_nearer(item, one, two), _nearer(there[item.key], there[one.key], there[two.key]))
            for item in own
            if item.sort != one.sort
        )
        same = votes[one.key, one.key] + votes[two.key, two.key]
        if not same and votes[one.key, two.key] and votes[two.key, one.key]:
            yield one.spot, there[two.key].spot


def _in_turns(own: Sequence[Item], other: Sequence[Item]) -> Iterator[tuple[Spot, Spot]]:
    """Values of two sorts that take turns, three times or more, in other pairs."""
    sorts = [sort for sort, often in Counter(item.sort for item in own).items() if often >= _TURNS]
    for first, second in combinations(sorts, 2):
        before, after = _pairs(own, first, second), _pairs(other, first, second)
        if len(before) >= _TURNS and before.keys() == after.keys():
            wrong = (key for key, item in before.items() if item.key != after[key].key)
            yield from ((before[key].spot, after[key].spot) for key in wrong)


def _pairs(items: Sequence[Item], first: str, second: str) -> dict[object, Item]:
    """What stands beside each value of a sort; nothing if the two sorts do not take turns."""
    both = [item for item in items if item.sort in (first, second)]
    one, two = both[::2], both[1::2]
    sorts = [{item.sort for item in each} for each in (one, two)]
    if len(one) != len(two) or sorts[0] == sorts[1] or any(len(each) > 1 for each in sorts):
        return {}
    heads, beside = (one, two) if sorts[0] == {first} else (two, one)
    return {head.key: item for head, item in zip(heads, beside, strict=True)}


def _are_parted(items: Sequence[Item], one: Item, two: Item) -> bool:
    """Whether something of another sort stands between two values."""
    keys = [item.key for item in items]
    first, last = sorted((keys.index(one.key), keys.index(two.key)))
    return any(item.sort != one.sort for item in items[first + 1 : last])


def _nearer(item: Item, one: Item, two: Item) -> object:
    """Which of two an item belongs to; nothing where that is hardly to be told."""
    near, far = sorted((one, two), key=lambda each: _distance(item, each))
    distance = _distance(item, near)
    is_clear = _CLEAR * distance < _distance(item, far)
    return near.key if is_clear and (item.sort != WORD or distance <= _CLOSE) else None


def _distance(one: Item, two: Item) -> int:
    """How many letters are between two items; a comma is as good as many."""
    first, second = sorted((one.spot, two.spot), key=lambda spot: spot.mention.start)
    between = first.passage.text[first.mention.end : second.mention.start]
    return len(between) + 1 + _BARRIER * len(_STOP.findall(between))


def placed_otherwise(one: Spot, two: Spot, target: Unit, sides: tuple[Side, Side]) -> Finding:
    """A value of the target that stands where the source has another one."""
    return changed(target, sides, one, two)._replace(
        message=f"{target.place}: {two.text} ({sides[1].name}) stands in the place of "
        f"{one.text} ({sides[0].name})",
        help="put each beside what it belongs to",
        level=Level.WARNING,
    )
