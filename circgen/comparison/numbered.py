"""The numbers of what has a name: `Study Group 5` became `Study Group 3`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from circgen.comparison.differences import changed
from circgen.comparison.equivalence import COUNTING
from circgen.comparison.polarity import less
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding
from circgen.recognition.mentions import Kind


def numbered_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """A name with another number, though an acronym beside it still has the right one: `SG5RG`.

    Who names it more often may name others, too: as many numbers must stand beside the name.
    """
    own, there = _by_name(source), _by_name(target)
    known = {spot.mention.value for spot in source.of(*COUNTING) if not spot.mention.weak}
    for name, before in own.items():
        after = there.get(name, [])
        gained = [spot for spot in after if spot.mention.value not in known]
        lost = less(before, after)
        if len(before) == len(after) and len(lost) == len(gained):
            yield from (changed(target, sides, *pair) for pair in zip(lost, gained, strict=True))


def counts_exchanged(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Two numbers, each in front of the word of the other: `61 countries and 74 replies`."""
    own, there = _by_word(source), _by_word(target)
    both = sorted(own.keys() & there.keys(), key=str)
    for place, one in enumerate(both):
        for two in both[place + 1 :]:
            values = [spots[word].mention.value for spots in (own, there) for word in (one, two)]
            if values[:2] == values[:1:-1] and values[0] != values[1]:
                yield changed(target, sides, own[one], there[one])
                return


def halves_exchanged(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Two numbers with a slash between them, the other way round: `Question 5/3` for `3/5`."""
    own, there = _with_slash(source), _with_slash(target)
    for (one, two), spot in there.items():
        turned = two, one
        if turned in own and turned not in there and (one, two) not in own:
            yield changed(target, sides, own[turned], spot)


def _with_slash(unit: Unit) -> dict[tuple[object, object], Spot]:
    """The first of each two numbers that a slash joins, by both."""
    found: dict[tuple[object, object], Spot] = {}
    for one, two in pairwise(unit.of(Kind.NUMBER)):
        between = one.passage.text[one.mention.end : two.mention.start]
        if one.passage is two.passage and between == "/":
            found[one.mention.value, two.mention.value] = one
    return found


def _by_word(unit: Unit) -> dict[object, Spot]:
    """The number in front of each word that has but one; what is counted follows its number."""
    found: dict[object, list[Spot]] = {}
    number: Spot | None = None
    for spot in sorted(unit.spots, key=lambda each: (id(each.passage), each.mention.start)):
        kind = spot.mention.kind
        if kind is Kind.NUMBER:
            number = spot
        elif kind in _COUNTED and number is not None:
            if number.passage is spot.passage and spot.mention.start <= number.mention.end + _NEAR:
                found.setdefault((kind, spot.mention.value), []).append(number)
            number = None
    return {word: numbers[0] for word, numbers in found.items() if len(numbers) == 1}


_COUNTED = frozenset({Kind.TERM, Kind.EVENT, Kind.NAME, Kind.CONTRARY})
_NEAR = 12
"""So many characters may be between a number and the word that it counts."""


def _by_name(unit: Unit) -> dict[object, list[Spot]]:
    """The numbers that stand next to a name, by that name."""
    found: dict[object, list[Spot]] = {}
    names = unit.of(Kind.NAME)
    for spot in unit.of(*COUNTING) if names else ():
        beside = {name.mention.value for name in names if _touch(spot, name)}
        for name in beside if not spot.mention.weak else ():
            found.setdefault(name, []).append(spot)
    return found


def _touch(one: Spot, two: Spot) -> bool:
    """Whether nothing but a space is between two mentions; a slash parts them: `2/SG3RG`."""
    first, second = sorted((one.mention, two.mention), key=lambda mention: mention.start)
    between = one.passage.text[first.end : second.start]
    return one.passage is two.passage and len(between) <= 1 and between != "/"
