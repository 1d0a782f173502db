"""How a list becomes what it was: items go back to where they stood."""

from __future__ import annotations

from typing import Any

from circgen.versions.matching import Pair
from circgen.versions.spot import Edit


def place(i: int, pairs: list[Pair]) -> int:
    """Where an item of the old list belongs in the new one: behind what it stood behind."""
    before = [pair for pair in pairs if pair[0] < i]
    return max(before)[1] + 1 if before else 0


def put_back(item: Any, place: int) -> Edit:  # noqa: ANN401
    """Undoes that an item was removed."""
    return lambda items: (*(items or ())[:place], item, *(items or ())[place:])


def without(place: int) -> Edit:
    """Undoes that an item was added."""
    return lambda items: (*items[:place], *items[place + 1 :])


def move(at: int, place: int) -> Edit:
    """Undoes that an item was moved: it goes in front of what stands at a place."""

    def edit(items: tuple[Any, ...]) -> tuple[Any, ...]:
        rest = (*items[:at], *items[at + 1 :])
        to = place - (place > at)
        return (*rest[:to], items[at], *rest[to:])

    return edit
