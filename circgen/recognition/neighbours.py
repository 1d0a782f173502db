"""Mentions by their place: which of them stand around a stretch of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from circgen.recognition.mentions import Mention


class Neighbours:
    """Mentions in the order of their places."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._all = sorted(mentions, key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self._all]
        self._longest = max((mention.end - mention.start for mention in self._all), default=0)

    def beginning(self, first: int, last: int) -> list[Mention]:
        """Those that begin from `first` to before `last`."""
        return self._all[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def over(self, start: int, end: int) -> list[Mention]:
        """Those that share a character with a stretch."""
        near = self.beginning(start - self._longest, end)
        return [mention for mention in near if mention.end > start]
