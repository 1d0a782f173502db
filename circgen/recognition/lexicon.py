"""The words of a language by what they do in dates, hours and numbers.

They are taken from the patterns that the pack itself prints with, from CLDR, and from what else the
language's readers understand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import cached_property

from circgen.language.wording import Language
from circgen.recognition.counting import Counting
from circgen.recognition.known import Known
from circgen.recognition.phrases import Stems
from circgen.recognition.roles import roles_of_patterns, words_of
from circgen.recognition.tokens import (
    FOLD,
    OWN_CLASSES,
    ROLE_BITS,
    SMALL,
    WORD,
    Phrases,
    class_of_figures,
    cut,
    role_character,
)

_MONTHS, _WEEKDAYS = 12, 7
_SHORT_NAME = 5
"""Up to so many letters, a month in small letters may be another word: `may`, `march`."""
_SHORTEST = 3
_SMALL_WORD = 3
_ROLES = (*OWN_CLASSES, *ROLE_BITS)


class Lexicon:
    """What the words of one language do; all of them folded and in small letters."""

    def __init__(self, language: Language) -> None:
        self.language = language
        own = {ord(letter): other for letter, other in language.understood.fold.items()}
        self._fold: dict[int, str] = {**FOLD, **own}
        self._stem = Stems(language.locale.language).of
        self.months = self._calendar("months", "wide", _MONTHS, 1)
        self._short_months = self._calendar("months", "abbreviated", _MONTHS, 1)
        self._month_stems = _unambiguous((self._stem(m), n) for m, n in self.months.items())
        self.weekdays = self._calendar("days", "wide", _WEEKDAYS, 0) | self._printed_weekdays()
        self._short_weekdays = self._calendar("days", "abbreviated", _WEEKDAYS, 0)
        self._weekday_stems = _unambiguous((self._stem(d), n) for d, n in self.weekdays.items())
        self.capitals = self._are_names_capitalised()
        self._small = frozenset(map(self._lower, language.understood.function_words))
        self._roles: dict[str, set[str]] = {}
        self._gather_roles()
        self._exact = {word: _character(roles) for word, roles in self._roles.items()}

    def fold(self, text: str) -> str:
        """The text with every character that is read as another one replaced, place by place."""
        return text.translate(self._fold)

    # words as tokens

    @cached_property
    def class_of(self) -> Callable[[str], str]:
        """A function: the character that says what a token may do."""
        return Known(self._class).__getitem__

    def _class(self, word: str) -> str:
        if not word[0].isalpha():
            return class_of_figures(word)
        lower = _bare(word)
        found = self._exact.get(lower)
        if found is None:
            if self.month(lower):
                found = OWN_CLASSES["month"]
            elif self.weekday(lower) is not None:
                found = OWN_CLASSES["short_weekday"]
        if found in _NAMES and not self._is_name(word, lower):
            found = None
        if found is None:
            small = lower in self._small or (len(word) <= _SMALL_WORD and word.islower())
            found = SMALL if small else WORD
        return found

    def _is_name(self, word: str, lower: str) -> bool:
        """Whether a word may be a month or weekday, as to its capital."""
        if not self.capitals or word[0].isupper():
            return lower not in self._small or word[0].isupper()
        return len(word) > _SHORT_NAME and (lower in self.months or lower in self.weekdays)

    def month(self, word: str) -> int | None:
        """The month that a word names in any of its cases, or shortened; from 1."""
        word = _bare(word)
        found = self.months.get(word) or self._short_months.get(word)
        if found is None and len(word) >= _SHORTEST and word not in self._small:
            found = self._month_stems.get(self._stem(word))
            if found is None:
                possible = {n for name, n in self.months.items() if name.startswith(word)}
                found = possible.pop() if len(possible) == 1 else None
        return found

    def weekday(self, word: str) -> int | None:
        """The weekday that a word names in any of its cases, or shortened; Monday is 0."""
        word = _bare(word)
        found = self.weekdays.get(word, self._short_weekdays.get(word))
        if found is None and len(word) >= _SHORTEST and word not in self._small:
            found = self._weekday_stems.get(self._stem(word))
        return found

    @cached_property
    def phrases(self) -> Phrases:
        """Words that are written as several, such as `in the morning`."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, class_ in self._exact.items():
            first, *others = cut(phrase)
            if others:
                found.setdefault(first, []).append((tuple(others), class_))
        return {
            first: tuple(sorted(ways, key=lambda way: -len(way[0])))
            for first, ways in found.items()
        }

    @cached_property
    def suffixes(self) -> frozenset[str]:
        """What follows the figures of an ordinal."""
        found = set(self.language.understood.ordinal_suffixes)
        for pattern in self.language.pack.ordinals.figures.values():
            found |= set(words_of(pattern.partition("{number}")[2]))
        return frozenset(map(self._lower, found))

    def clock(self, name: str) -> int:
        """Minutes after midnight of a time of day that has a name: noon."""
        return self._clock_names[" ".join(_bare(name).split())]

    @cached_property
    def _clock_names(self) -> dict[str, int]:
        return {
            word.replace(".", ""): int(time[:2]) * 60 + int(time[3:])
            for time, names in self.language.understood.clock_names.items()
            for word in map(self._lower, names)
        }

    @cached_property
    def compact_clock(self) -> bool:
        """Whether the language writes hours and minutes as four figures: 1330."""
        return "HHmm" in self.language.pack.hours.clock

    @cached_property
    def dotted_thousands(self) -> bool:
        """Whether the language sets thousands off with full stops: 1.000."""
        symbols = self.language.locale.number_symbols
        return bool(symbols.get("latn", symbols).get("group") == ".")

    @cached_property
    def right_to_left(self) -> bool:
        """Whether a range may be stored with its end first."""
        return self.language.pack.direction == "rtl"

    @cached_property
    def counting(self) -> Counting:
        """The number words."""
        return Counting(self.language, self._lower)

    # gathering

    def _lower(self, word: str) -> str:
        return self.fold(word).lower()

    def _calendar(self, names: str, width: str, count: int, first: int) -> dict[str, int]:
        """Months or weekdays by the names that CLDR has for them."""
        found: dict[str, int] = {}
        data = getattr(self.language.locale, names)
        for context in ("format", "stand-alone"):
            for number in range(first, first + count):
                name = _bare(self.fold(data[context][width][number]))
                for written in (name, _without_accents(name)):
                    if not any(map(str.isdigit, name)):
                        found.setdefault(written, number)
        return found

    def _printed_weekdays(self) -> dict[str, int]:
        """Weekdays as the pack prints them after "on": `в среду`."""
        pack, found = self.language.pack, {}
        openings = {role[1] for role in roles_of_patterns(self.language) if role[0] == "on"}
        names = self.language.locale.days["format"]["wide"]
        for opening in openings:
            for number in range(_WEEKDAYS):
                text = f"{opening} {names[number]}"
                for find, put in pack.replacements:
                    text = find.sub(put, text)
                found[self._lower(text.rpartition(" ")[2])] = number
        return found

    def _are_names_capitalised(self) -> bool:
        return bool(self.language.locale.months["format"]["wide"][1][:1].isupper())

    def _gather_roles(self) -> None:
        for name in (*self.months, *self._short_months):
            self._add("month", name)
        for name in self.weekdays:
            self._add("weekday", name)
        for name in self._short_weekdays.keys() - self.weekdays.keys():
            self._add("short_weekday", name)
        for role, words in self.language.understood.words.items():
            if role in _ROLES:
                for word in words:
                    self._add(role, self._lower(word))
        for word in self._clock_names:
            self._add("clock", word)
        for role, word in roles_of_patterns(self.language):
            self._add(role, self._lower(word))

    def _add(self, role: str, word: str) -> None:
        self._roles.setdefault(word.replace(".", ""), set()).add(role)


_NAMES = frozenset((OWN_CLASSES["month"], OWN_CLASSES["weekday"], OWN_CLASSES["short_weekday"]))


def _bare(word: str) -> str:
    """A word in small letters, without the stops of its abbreviation."""
    return word.lower().replace(".", "")


def _without_accents(word: str) -> str:
    """A word as hasty typists and capitals have it: aout, FEVRIER."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _unambiguous(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """What every key stands for, without keys that may be two things."""
    found: dict[str, int] = {}
    doubtful = set()
    for key, number in pairs:
        if found.setdefault(key, number) != number:
            doubtful.add(key)
    return {key: number for key, number in found.items() if key not in doubtful}


def _character(roles: set[str]) -> str:
    """The character of a word with these roles; one that names a thing goes before small words."""
    for role, character in OWN_CLASSES.items():
        if role in roles:
            return character
    return role_character(sum(ROLE_BITS[role] for role in roles))
