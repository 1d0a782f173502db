"""Values that stand in another row of a table or in another sentence, though all are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from circgen.comparison.differences import changed
from circgen.comparison.equivalence import COUNTING, same
from circgen.comparison.exclusive import category
from circgen.comparison.sentences import sentences
from circgen.comparison.side import Side, Spot, Unit
from circgen.comparison.values import EXACT, lost_and_gained
from circgen.findings import Finding
from circgen.recognition.mentions import Kind

_TWO = 2


class _Piece(NamedTuple):
    """A cell of a table, a line or a sentence in both letters, and what only one of them says."""

    own: Unit
    other: Unit
    lost: Sequence[Spot]
    gained: Sequence[Spot]

    @property
    def differs(self) -> bool:
        """Whether one says what the other does not."""
        return bool(self.lost or self.gained)


def misplaced(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """A value in the place of another one, where the two units are divided alike.

    All other pieces must say the same. Two sentences that exchange most of what they say are merely
    in another order.
    """
    if len(source.of(*EXACT, Kind.NAME)) < _TWO:
        return
    own, other = _divided(source, target)
    if len(own) != len(other) or len(own) < _TWO:
        return
    sorts = category(*(side.recogniser for side in sides))
    pieces = [
        _piece(one, two, sorts)
        for one, two in zip(own, other, strict=True)
        if _values(one, sorts) != _values(two, sorts)
    ]
    unlike = [piece for piece in pieces if piece.differs]
    if len(unlike) == _TWO:
        one, two = unlike
        crossed = _piece(one.own, two.other, sorts), _piece(two.own, one.other, sorts)
        are_sentences = len(source.passages) == 1
        if are_sentences and _difference(crossed) < _difference(unlike):
            return
        if not _are_exchanged(one, two):
            return
    elif len(unlike) != 1:
        return
    for piece in unlike:
        for first in piece.lost:
            like = (s for s in piece.gained if _sort(s, sorts) == _sort(first, sorts))
            if second := next(like, None):
                yield changed(target, sides, first, second)
                break


def _difference(pieces: Iterable[_Piece]) -> int:
    """How many values only one of the letters has in its piece."""
    return sum(len(piece.lost) + len(piece.gained) for piece in pieces)


def _divided(source: Unit, target: Unit) -> tuple[list[Unit], list[Unit]]:
    """Both in pieces: cells and lines where there are some, else sentences."""
    if len(source.passages) > 1 or len(target.passages) > 1:
        return source.lines, target.lines
    own, other = (
        [Unit(unit.place, unit.passages, sentence.spots) for sentence in sentences(unit)]
        for unit in (source, target)
    )
    return own, other


def _values(unit: Unit, sorts: Mapping[object, str]) -> frozenset[object]:
    """What is certain of a piece, in a form that is quick to compare."""
    exact = {spot.mention.value for spot in unit.of(*EXACT) if not spot.mention.weak}
    return frozenset((*exact, *_names(unit, sorts)))


def _piece(own: Unit, other: Unit, sorts: Mapping[object, str]) -> _Piece:
    lost, gained = lost_and_gained(own, other)
    names, others = (_names(unit, sorts) for unit in (own, other))
    lost += [spot for value, spot in names.items() if value not in others]
    gained += [spot for value, spot in others.items() if value not in names]
    return _Piece(
        own,
        other,
        [spot for spot in lost if not spot.mention.weak],
        [spot for spot in gained if not spot.mention.weak],
    )


def _names(unit: Unit, sorts: Mapping[object, str]) -> dict[object, Spot]:
    """The names of which a text has one or the other."""
    spots = [spot for spot in unit.of(Kind.NAME) if spot.mention.value in sorts]
    return {spot.mention.value: spot for spot in spots}


def _sort(spot: Spot, sorts: Mapping[object, str]) -> str:
    """What stands for one another: numbers, dates, languages."""
    kind = spot.mention.kind
    if kind in COUNTING:
        return "count"
    return sorts[spot.mention.value] if kind is Kind.NAME else kind.value


def _are_exchanged(one: _Piece, two: _Piece) -> bool:
    """Whether each lost what the other gained."""
    return all(
        0 < len(lost) == len(gained)
        and all(any(same(s.mention, each.mention) for each in gained) for s in lost)
        for lost, gained in ((one.lost, two.gained), (two.lost, one.gained))
    )
