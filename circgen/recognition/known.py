"""What is worked out once for each word, and then only looked up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")


class Known(dict[str, Value]):
    """What a function says of words, asked once for each."""

    def __init__(self, ask: Callable[[str], Value]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> Value:
        """The value of a word that was not asked for before."""
        found = self[word] = self._ask(word)
        return found
