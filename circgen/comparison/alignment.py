"""Which sentences of two paragraphs translate each other: another language may reorder them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from circgen.comparison.sentences import Sentence, sentences
from circgen.comparison.side import Unit

_MOST = 12
"""So many sentences are put in order; more of them are a list."""
_CLEARLY = 2
"""So many more meanings must sentences share in another order than in the one they stand in."""


def aligned(own: Unit, other: Unit) -> Iterator[tuple[Unit | Sentence, Unit | Sentence]]:
    """The sentences of two units that translate each other; or all of both, if not as many."""
    one, two = sentences(own), sentences(other)
    if len(one) == len(two):
        yield from ((each, two[place]) for each, place in zip(one, _order(one, two), strict=True))
    else:
        yield own, other


def _order(one: Sequence[Sentence], two: Sequence[Sentence]) -> Sequence[int]:
    """Which sentence of the other unit has the meanings of each."""
    places = range(len(one))
    if not 1 < len(one) <= _MOST:
        return places
    meanings = [each.meanings for each in two]
    shared = [[len(each.meanings & there) for there in meanings] for each in one]
    found: dict[int, int] = {}
    pairs = ((-shared[a][b], abs(a - b), a, b) for a in places for b in places)
    for _, _, a, b in sorted(pairs):
        if a not in found and b not in found.values():
            found[a] = b
    gain = sum(shared[a][found[a]] - shared[a][a] for a in places)
    return [found[a] for a in places] if gain >= _CLEARLY else places
