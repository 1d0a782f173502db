"""The number words of a language: cardinals, ordinals, and what only implies a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from circgen.language.wording import Language
from circgen.recognition.known import Known
from circgen.recognition.roles import words_of

ROMAN = frozenset("IVXLCDM")
"""The capitals that Roman numerals are written with."""


_TEN, _TWENTY, _HUNDRED = 10, 20, 100


class Sort(Enum):
    """What a number word is. `WEAK` words only imply a number; `TENS` begin an ordinal."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    WEAK = "weak"
    TENS = "tens"


class NumberWord(NamedTuple):
    """A number in words."""

    value: float
    sort: Sort


Numbers = tuple[tuple[tuple[str, ...], float, str], ...]
"""Words, the number that they say, and the sort of it."""

Prefixes = tuple[tuple[str, float], ...]
"""What compounds begin with, and the number that it says: `two-`; the longest first."""


def number_words(language: Language, lower: Callable[[str], str]) -> tuple[Numbers, Prefixes]:
    """What the words of a language say; `lower` folds a text and puts it in small letters."""
    understood, style = language.understood, language.pack.ordinals
    texts = [(text, number, Sort.TENS) for number, text in style.tens.items()]
    prefixes: dict[str, float] = {}
    for words, sort in (
        (understood.weak_numbers, Sort.WEAK),
        (understood.numbers, Sort.CARDINAL),
        (understood.ordinals, Sort.ORDINAL),
    ):
        for number, names in words.items():
            texts += [(name, number, sort) for name in names if not name.endswith("-")]
    for number, names in understood.weak_numbers.items():
        beginnings = (lower(name).rstrip("-") for name in names if name.endswith("-"))
        prefixes |= dict.fromkeys(beginnings, _value(number))
    for number, (stem, *classes) in style.words.items():
        endings = style.endings.get(classes[0], {}) if classes else {}
        texts += [(stem + end, number, Sort.ORDINAL) for end in set(endings.values()) or {""}]
    return (
        tuple(
            (tuple(words_of(lower(text))), _value(value), sort.value) for text, value, sort in texts
        ),
        tuple(sorted(prefixes.items(), key=lambda prefix: -len(prefix[0]))),
    )


def _value(number: str | int) -> float:
    """A number as it is written in a language pack: 12, 1.5."""
    value = float(number)
    return int(value) if value.is_integer() else value


class Counting:
    """What the words of a language say of numbers, by tuples of words in small letters."""

    def __init__(self, numbers: Numbers, prefixes: Prefixes) -> None:
        """Take what `number_words` gives; of words that are two things, the last counts."""
        self._numbers, self._prefixes = numbers, prefixes
        self._starts = tuple(start for start, _ in prefixes)

    @cached_property
    def words(self) -> Mapping[tuple[str, ...], NumberWord]:
        """What each number is, by its words: `("one",)`, `("vingt", "et", "unième")`."""
        sorts = {sort.value: sort for sort in Sort}
        return {words: NumberWord(value, sorts[sort]) for words, value, sort in self._numbers}

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

    def prefixed(self, word: str) -> float | None:
        """The number that a compound begins with: two-sided; tens may have units behind them."""
        if not word.startswith(self._starts):
            return None
        start, number = next(each for each in self._prefixes if word.startswith(each[0]))
        rest = word[len(start) :]
        units = (more for start, more in self._prefixes if rest.startswith(start) and more < _TEN)
        return number + next(units, 0) if _TWENTY <= number < _HUNDRED else number
