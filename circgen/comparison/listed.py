"""Numbers of a list in another order: `40 for originality, 35 for clarity`, `35 …, 40 …`.

Words that no glossary knows tell nothing of what is counted. But where all that is known stands in
the same order, and only two numbers do not, they are likely to have changed places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from circgen.comparison.alignment import aligned
from circgen.comparison.differences import changed
from circgen.comparison.sentences import Sentence
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind

_YEARS = range(1900, 2100)
_LIST = re.compile(r"[,;]\s")
_LABEL = re.compile(r"(?:[^\W\d_]\.|№|(?<![^\W_])[^\W\d_a-zа-я][\w-]*)\s?$")
"""What makes a number that of something: `Article 14`, `Amd. 3`."""
_LEAST_APART, _MOST_OF_TWO = 4, 30


def numbers_reordered(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Two numbers of a list that have each other's places."""
    if len(source.passages) != len(target.passages):
        return
    for own, other in zip(source.lines, target.lines, strict=True):
        for one, two in aligned(own, other):
            yield from _reordered(one, two, target, sides)


def _reordered(
    one: Unit | Sentence, two: Unit | Sentence, target: Unit, sides: tuple[Side, Side]
) -> Iterator[Finding]:
    before, after = _numbers(one.spots), _numbers(two.spots)
    values, there = ([spot.mention.value for spot in spots] for spots in (before, after))
    if len(values) < 2 or values == there or Counter(values) != Counter(there):  # noqa: PLR2004
        return
    if not all(
        _are_listed(numbers, side) for numbers, side in ((before, sides[0]), (after, sides[1]))
    ):
        return
    differ = [
        index for index, pair in enumerate(zip(values, there, strict=True)) if pair[0] != pair[1]
    ]
    if len(differ) != 2 or not _same_order(one.spots, two.spots):  # noqa: PLR2004
        return
    first = differ[0]
    yield changed(target, sides, before[first], after[first])._replace(
        message=f"{target.place}: {there[first]} ({sides[1].name}) stands in the place of "
        f"{values[first]} ({sides[0].name}), and the other way round",
        help="put each where it belongs",
        level=Level.WARNING,
    )


def _numbers(spots: Sequence[Spot]) -> list[Spot]:
    return [
        spot
        for spot in spots
        if spot.mention.kind is Kind.NUMBER
        and not spot.mention.weak
        and spot.mention.value not in _YEARS
    ]


def _are_listed(numbers: Sequence[Spot], side: Side) -> bool:
    """Whether numbers of things stand in a list: with commas, or two of them with an `and`."""
    joints = "|".join(map(re.escape, side.recogniser.language.understood.words.get("and", ())))
    joint = re.compile(rf"[,;]\s|\s(?:{joints})\s") if joints else _LIST
    for one, two in pairwise(numbers):
        between = one.passage.text[one.mention.end : two.mention.start]
        if one.passage is not two.passage or len(between) < _LEAST_APART:
            return False
        if not joint.search(between):
            return False
        if len(numbers) == 2 and (len(between) > _MOST_OF_TWO or _LIST.search(between)):  # noqa: PLR2004
            return False
    return not any(_LABEL.search(s.passage.text, 0, s.mention.start) for s in numbers)


def _same_order(own: Sequence[Spot], other: Sequence[Spot]) -> bool:
    """Whether all else that both say once stands in the same order."""
    keys = [
        [(s.mention.kind, s.mention.value) for s in spots if s.mention.kind is not Kind.NUMBER]
        for spots in (own, other)
    ]
    once = [{k for k, n in Counter(each).items() if n == 1} for each in keys]
    both = once[0] & once[1]
    one, two = ([k for k in each if k in both] for each in keys)
    return one == two
