"""What is worked out once for the words of a kind, though several rules ask for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from typing import TypeVar

from circgen.checks.subjects import Desk, Words
from circgen.findings import Finding

_T = TypeVar("_T")
Check = Callable[[Words, Desk], tuple[Finding, ...]]


class _Key:
    """The words of a kind as a key: they are the same if they are the same object."""

    def __init__(self, words: Words, desk: Desk) -> None:
        self.words, self.desk = words, desk

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.words is other.words

    def __hash__(self) -> int:
        return id(self.words)


def once(work: Callable[[Words, Desk], _T]) -> Callable[[Words, Desk], _T]:
    """The same function, which remembers the words that it was asked about last."""

    @lru_cache(maxsize=1)
    def worked_out(key: _Key) -> _T:
        return work(key.words, key.desk)

    @wraps(work)
    def remembered(words: Words, desk: Desk) -> _T:
        return worked_out(_Key(words, desk))

    return remembered


def listed(check: Callable[[Words, Desk], Iterator[Finding]]) -> Check:
    """A rule whose findings others ask for, too."""

    @once
    @wraps(check)
    def found(words: Words, desk: Desk) -> tuple[Finding, ...]:
        return tuple(check(words, desk))

    return found
