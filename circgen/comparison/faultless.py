"""What was right once and stands in other letters, too, word for word, is not looked at again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cached_property
from typing import NoReturn

from circgen.comparison.side import Side, Unit
from circgen.findings import Finding
from circgen.readers.letter import Letter
from circgen.recognition.mentions import Kind

_MOST = 4096


class Faultless:
    """Remembers what was right; a few thousands, so that memory stays flat."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, None] = OrderedDict()

    def has(self, key: Hashable) -> bool:
        """Whether something was right when it was looked at."""
        if key not in self._known:
            return False
        self._known.move_to_end(key)
        return True

    def add(self, key: Hashable) -> None:
        """Nothing was found about it."""
        self._known[key] = None
        if len(self._known) > _MOST:
            self._known.popitem(last=False)

    def findings(self, key: Hashable, look: Callable[[], Iterable[Finding]]) -> tuple[Finding, ...]:
        """What is found by looking; what was right is not looked at again."""
        if self.has(key):
            return ()
        found = tuple(look())
        if not found:
            self.add(key)
        return found


class BeyondExcerptError(Exception):
    """An excerpt was asked for something that only the letter knows."""


class Excerpt(Side):
    """Some units of a letter without the rest of it.

    What is found about them alone is found in every letter in which they stand, word for word.
    """

    def __init__(self, side: Side, units: Iterable[Unit]) -> None:
        nothing = Letter(side.letter.file, side.letter.language, {}, ())
        super().__init__(nothing, side.recogniser, side.name)
        self._side, self._units = side, tuple(units)

    def has_part(self, place: str) -> bool:
        """Whether a place is a part of the letter."""
        return self._side.has_part(place)

    def units(self) -> Iterator[Unit]:
        """Those that it consists of."""
        yield from self._units

    def _beyond(self) -> NoReturn:
        raise BeyondExcerptError

    @cached_property
    def parts(self) -> dict[str, Unit]:
        """Not known."""
        self._beyond()

    @cached_property
    def points(self) -> tuple[Unit, ...]:
        """Not known."""
        self._beyond()

    @cached_property
    def annexes(self) -> tuple[Unit, ...]:
        """Not known."""
        self._beyond()

    @cached_property
    def values(self) -> frozenset[tuple[Kind, object]]:
        """Not known."""
        self._beyond()
