"""From where something goes where: `from Kampala to Nairobi` became `from Nairobi to Kampala`.

So does what begins on one day and ends on another.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from circgen.comparison.alignment import aligned
from circgen.comparison.differences import changed
from circgen.comparison.equivalence import COUNTING
from circgen.comparison.items import in_both
from circgen.comparison.sentences import Sentence
from circgen.comparison.side import Side, Spot, Unit
from circgen.facts.model import Hours
from circgen.findings import Finding
from circgen.language.understood import DIRECTIONS
from circgen.recognition.mentions import Days, Kind

_REACH = 60
"""So many letters lie at most between what is left and what is gone to."""
_MOST = 60
"""So many values are no sentence of which one can tell what goes where."""
_BEFORE = 3
"""The direction is among so many words in front of a value: `from the meeting room K`."""
_PARTS = re.compile(r"[.,;:!?]\s|[()]")
_ONE_WORD = re.compile(r"\s[^\W\d_]+\s")
_WORD = re.compile(r"[^\W\d_]+")


class _Value(NamedTuple):
    """A value, its sort, and where it stands."""

    sort: Hashable
    key: Hashable
    spot: Spot

    @property
    def shown(self) -> str:
        """In a form for people; of a range, the end that it is."""
        return self.key if isinstance(self.key, str) else self.spot.value


class _Move(NamedTuple):
    """What is left, and what is gone to."""

    old: _Value
    new: _Value

    def __str__(self) -> str:
        return f"from {self.old.shown} to {self.new.shown}"


_Moves = dict[tuple[Hashable, Hashable], _Move]


def moved_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Two values of which each goes to the other one's place, by the words in front of them.

    One finding a sentence: the ends of two ranges would be one fault, four times.
    """
    if len(source.passages) != len(target.passages) or not _may_move(source, sides[0]):
        return
    for own, other in zip(source.lines, target.lines, strict=True):
        for one, two in aligned(own, other):
            for before, after in _named(one, two, sides), (_values(one), _values(two)):
                turned = _turned(_moves(before, sides[0]), _moves(after, sides[1]))
                if turned:
                    move, there = turned[0]
                    names = [side.name for side in sides]
                    yield changed(target, sides, move.old.spot, there.old.spot)._replace(
                        message=f"{target.place}: {there} ({names[1]}) is {move} ({names[0]})"
                    )
                    break


def _may_move(unit: Unit, side: Side) -> bool:
    """Whether a text has a word for what is left at all; few have."""
    directions = side.recogniser.language.understood.directions
    left = {word for name in DIRECTIONS for word in directions.get(name, ())}
    return any(not left.isdisjoint(_WORD.findall(p.text.lower())) for p in unit.passages)


def _named(
    own: Unit | Sentence, other: Unit | Sentence, sides: tuple[Side, Side]
) -> tuple[list[_Value], list[_Value]]:
    """What both say once: places, rooms, days as a whole."""
    one, two = in_both(own, other, sides)
    return [_Value(*item) for item in one], [_Value(*item) for item in two]


def _values(text: Unit | Sentence) -> list[_Value]:
    """Days, hours and numbers; of a range, its ends: it may be one that something is moved by."""
    found: list[_Value] = []
    for spot in text.spots:
        kind, value = spot.mention.kind, spot.mention.value
        if isinstance(value, Days):
            month = str(value.start)[-5:-2]
            if found and found[-1].sort is Kind.NUMBER and _shares_month(found[-1].spot, spot):
                found[-1] = _Value(kind, f"{month}{found[-1].key:02}", found[-1].spot)
            found += [_Value(kind, str(each)[-5:], spot) for each in dict.fromkeys(value)]
        elif isinstance(value, Hours):
            found += [_Value(kind, str(Hours(each)), spot) for each in value if each is not None]
        elif isinstance(value, int) and kind in (*COUNTING, Kind.WEEKDAY):
            found.append(_Value(Kind.NUMBER if kind in COUNTING else kind, value, spot))
    return found


def _shares_month(spot: Spot, day: Spot) -> bool:
    """Whether a number is a day of the month behind it: `from 3 to 10 May`, as Russian says it."""
    between = spot.passage.text[spot.mention.end : day.mention.start]
    return spot.passage is day.passage and bool(_ONE_WORD.fullmatch(between))


def _turned(before: _Moves, after: _Moves) -> list[tuple[_Move, _Move]]:
    return [
        (move, after[new, old])
        for (old, new), move in before.items()
        if (new, old) in after and (old, new) not in after and (new, old) not in before
    ]


def _moves(values: Sequence[_Value], side: Side) -> _Moves:
    """What is left, and what is gone to, by their keys."""
    if len(values) > _MOST:
        return {}
    directions = [_direction(value.spot, side) for value in values]
    if DIRECTIONS.keys().isdisjoint(directions):
        return {}
    return {
        (values[one].key, values[two].key): _Move(values[one], values[two])
        for one, two in permutations(range(len(values)), 2)
        if values[one].sort == values[two].sort
        and (wanted := DIRECTIONS.get(directions[one]))
        and (directions[two] == wanted or (values[one].spot is values[two].spot and one < two))
        and _are_near(values[one].spot, values[two].spot)
    }


def _are_near(one: Spot, two: Spot) -> bool:
    first, second = sorted((one, two), key=lambda spot: spot.mention.start)
    between = first.passage.text[first.mention.end : second.mention.start]
    return one.passage is two.passage and len(between) <= _REACH


def _direction(spot: Spot, side: Side) -> str:
    """Whether a value is left or gone to, by the last word of direction in front of it."""
    directions = side.recogniser.language.understood.directions
    start = spot.mention.start
    before = _PARTS.split(spot.passage.text[max(0, start - _REACH) : start])[-1].lower()
    words = _WORD.findall(before)[: -_BEFORE - 1 : -1]
    nearest, outer = (
        next((name for word in words for name in pair if word in directions.get(name, ())), "")
        for pair in DIRECTIONS.items()
    )
    # Behind `begins` may stand a word that also means where something goes.
    return nearest if nearest == "from" else outer or nearest
