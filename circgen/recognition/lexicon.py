"""The words of a language by what they do in dates, hours and numbers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from circgen.language.wording import Language
from circgen.language.working_out import worked_out
from circgen.recognition.counting import Counting
from circgen.recognition.gathering import SHORTEST, Gathered, bare, folding, gather
from circgen.recognition.known import Known
from circgen.recognition.phrases import STEMMER, Stems
from circgen.recognition.tokens import OWN_CLASSES, SMALL, WORD, class_of_figures

_SHORT_NAME = 5
"""Up to so many letters, a month in small letters may be another word: `may`, `march`."""
_SMALL_WORD = 3
_NAMES = frozenset((OWN_CLASSES["month"], OWN_CLASSES["weekday"], OWN_CLASSES["short_weekday"]))


class Lexicon:
    """What the words of one language do; all of them folded and in small letters."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.stems = Stems(language.locale.language)
        self._fold = folding(language.understood)
        kept = worked_out("lexicon", language, lambda: [*gather(language, self.stems)], STEMMER)
        self._words = words = Gathered._make(kept)
        self.phrases, self.suffixes = words.phrases, words.suffixes
        self.calendar = words.calendar
        self.capitals, self.dotted_thousands = words.capitals, words.dotted_thousands
        self.decimal_commas = words.decimal_commas

    def fold(self, text: str) -> str:
        """The text with every character that is read as another one replaced, place by place."""
        return text.translate(self._fold)

    @cached_property
    def class_of(self) -> Callable[[str], str]:
        """A function: the character that says what a token may do."""
        return Known(self._class).__getitem__

    def _class(self, word: str) -> str:
        if not word[0].isalpha():
            return class_of_figures(word)
        lower = bare(word)
        found = self._words.classes.get(lower)
        if found is None:
            if self.month(lower):
                found = OWN_CLASSES["month"]
            elif self.weekday(lower) is not None:
                found = OWN_CLASSES["short_weekday"]
        if found in _NAMES and not self._is_name(word, lower):
            found = None
        if found is None:
            small = lower in self._words.small or (len(word) <= _SMALL_WORD and word.islower())
            found = SMALL if small else WORD
        return found

    def _is_name(self, word: str, lower: str) -> bool:
        """Whether a word may be a month or weekday, as to its capital."""
        words = self._words
        if not words.capitals or word[0].isupper():
            return lower not in words.small or word[0].isupper()
        return len(word) > _SHORT_NAME and (lower in words.months or lower in words.weekdays)

    def month(self, word: str) -> int | None:
        """The month that a word names in any of its cases, or shortened; from 1."""
        word, words = bare(word), self._words
        found = words.months.get(word) or words.short_months.get(word)
        if found is None and len(word) >= SHORTEST and word not in words.small:
            found = words.month_stems.get(self.stems.of(word), words.month_beginnings.get(word))
        return found

    def named_month(self, word: str) -> int | None:
        """The month that a word names in any of its cases, but not shortened."""
        word, words = bare(word), self._words
        if word in words.short_months and word not in words.months:
            return None
        return words.months.get(word, words.month_stems.get(self.stems.of(word)))

    def weekday(self, word: str) -> int | None:
        """The weekday that a word names in any of its cases, or shortened; Monday is 0."""
        word, words = bare(word), self._words
        found = words.weekdays.get(word, words.short_weekdays.get(word))
        if found is None and len(word) >= SHORTEST and word not in words.small:
            found = words.weekday_stems.get(self.stems.of(word))
        return found

    def clock(self, name: str) -> int:
        """Minutes after midnight of a time of day that has a name: noon."""
        return self._words.clock_names[" ".join(bare(name).split())]

    @property
    def compact_clock(self) -> bool:
        """Whether the language writes hours and minutes as four figures: 1330."""
        return "HHmm" in self.language.pack.hours.clock

    @property
    def right_to_left(self) -> bool:
        """Whether a range may be stored with its end first."""
        return self.language.pack.direction == "rtl"

    @cached_property
    def counting(self) -> Counting:
        """The number words."""
        return Counting(self._words.numbers, self._words.prefixes)
