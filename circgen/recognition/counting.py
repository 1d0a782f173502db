"""The number words of a language: cardinals, ordinals, and what only implies a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from circgen.language.understood import Words
from circgen.language.wording import Language
from circgen.recognition.known import Known
from circgen.recognition.roles import words_of

ROMAN = frozenset("IVXLCDM")
"""The capitals that Roman numerals are written with."""


class Sort(Enum):
    """What a number word is. `WEAK` words only imply a number; `TENS` begin an ordinal."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    WEAK = "weak"
    TENS = "tens"


class NumberWord(NamedTuple):
    """A number in words."""

    value: int
    sort: Sort


class Counting:
    """What the words of a language say of numbers, by tuples of words in small letters."""

    def __init__(self, language: Language, lower: Callable[[str], str]) -> None:
        """Read a language; `lower` folds a text and puts it in small letters."""
        self.language = language
        self._lower = lower

    @cached_property
    def words(self) -> Mapping[tuple[str, ...], NumberWord]:
        """What each number is, by its words: `("one",)`, `("vingt", "et", "unième")`."""
        understood, style = self.language.understood, self.language.pack.ordinals
        found: dict[tuple[str, ...], NumberWord] = {}
        for number, text in style.tens.items():
            found[self._words(text)] = NumberWord(int(number), Sort.TENS)
        found |= self._all(understood.weak_numbers, Sort.WEAK)
        found |= self._all(understood.numbers, Sort.CARDINAL)
        found |= self._all(understood.ordinals, Sort.ORDINAL)
        for number, (stem, *classes) in style.words.items():
            endings = style.endings.get(classes[0], {}) if classes else {}
            for ending in set(endings.values()) or {""}:
                found[self._words(stem + ending)] = NumberWord(int(number), Sort.ORDINAL)
        return found

    def _all(self, words: Words, sort: Sort) -> dict[tuple[str, ...], NumberWord]:
        """Words by what they mean, without the beginnings of compounds."""
        return {
            self._words(name): NumberWord(int(value), sort)
            for value, names in words.items()
            for name in names
            if not name.endswith("-")
        }

    @cached_property
    def beginnings(self) -> dict[str, int]:
        """The first words of all numbers, each with how many words the longest has."""
        found: dict[str, int] = {}
        for words in self.words:
            found[words[0]] = max(len(words), found.get(words[0], 0))
        return found

    @cached_property
    def counts(self) -> Callable[[str], bool]:
        """A function: whether a word may be a number, begin one or imply one."""
        return Known(self._counts).__getitem__

    def _counts(self, word: str) -> bool:
        lower = word.lower()
        return (
            lower in self.beginnings
            or self.prefixed(lower) is not None
            or (word.isupper() and ROMAN.issuperset(word))
        )

    def prefixed(self, word: str) -> int | None:
        """The number that a compound begins with: two-sided."""
        return next((n for start, n in self._prefixes if word.startswith(start)), None)

    @cached_property
    def _prefixes(self) -> list[tuple[str, int]]:
        weak = self.language.understood.weak_numbers
        found = [
            (self._lower(word).rstrip("-"), int(value))
            for value, words in weak.items()
            for word in words
            if word.endswith("-")
        ]
        return sorted(found, key=lambda prefix: -len(prefix[0]))

    def _words(self, text: str) -> tuple[str, ...]:
        return tuple(words_of(self._lower(text)))
