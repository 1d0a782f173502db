"""Gathering the words of a language by what they do in dates, hours and numbers.

They are taken from the patterns that the pack itself prints with, from CLDR, and from what else the
language's readers understand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from circgen.language.understood import Understood
from circgen.language.wording import Language
from circgen.recognition.counting import Numbers, Prefixes, number_words
from circgen.recognition.phrases import Stems
from circgen.recognition.roles import roles_of_patterns, words_of
from circgen.recognition.tokens import FOLD, OWN_CLASSES, ROLE_BITS, Phrases, cut, role_character

_MONTHS, _WEEKDAYS = 12, 7
_ROLES = (*OWN_CLASSES, *ROLE_BITS)
SHORTEST = 3
"""So many letters of a month tell which it is, if no other begins with them."""


class Gathered(NamedTuple):
    """The words of one language, folded and in small letters; plain data that can be kept.

    `month_stems` and the like say what any form of a name stands for, where that is certain;
    `calendar` has the months and weekdays as CLDR writes them in full, in all cases that it knows.
    `classes` are the characters of tokens; `numbers` are words, their value and their sort.
    """

    months: dict[str, int]
    short_months: dict[str, int]
    month_stems: dict[str, int]
    month_beginnings: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    weekday_stems: dict[str, int]
    calendar: frozenset[str]
    small: frozenset[str]
    classes: dict[str, str]
    phrases: Phrases
    suffixes: frozenset[str]
    clock_names: dict[str, int]
    numbers: Numbers
    prefixes: Prefixes
    capitals: bool
    dotted_thousands: bool
    decimal_commas: bool


def folding(understood: Understood) -> dict[int, str]:
    """The characters that are read as another one."""
    return {**FOLD, **{ord(letter): other for letter, other in understood.fold.items()}}


def bare(word: str) -> str:
    """A word in small letters, without the stops of its abbreviation."""
    return word.lower().replace(".", "")


def gather(language: Language, stems: Stems) -> Gathered:
    """The words of a language."""
    return _Gathering(language).all(stems)


class _Gathering:
    def __init__(self, language: Language) -> None:
        self._language = language
        self._fold = folding(language.understood)

    def all(self, stems: Stems) -> Gathered:
        months = self._calendar("months", "wide", _MONTHS, 1)
        weekdays = self._calendar("days", "wide", _WEEKDAYS, 0) | self._printed_weekdays()
        short_months = self._calendar("months", "abbreviated", _MONTHS, 1)
        short_weekdays = self._calendar("days", "abbreviated", _WEEKDAYS, 0)
        clock_names = self._clock_names()
        roles = {"month": months | short_months, "weekday": weekdays, "clock": clock_names}
        roles["short_weekday"] = {
            name: day for name, day in short_weekdays.items() if name not in weekdays
        }
        classes = self._classes(roles)
        understood, locale = self._language.understood, self._language.locale
        symbols = locale.number_symbols
        numbers, prefixes = number_words(self._language, self._lower)
        return Gathered(
            months,
            short_months,
            _unambiguous((stems.of(name), number) for name, number in months.items()),
            _unambiguous(
                (name[:length], number)
                for name, number in months.items()
                for length in range(SHORTEST, len(name) + 1)
            ),
            weekdays,
            short_weekdays,
            _unambiguous((stems.of(name), number) for name, number in weekdays.items()),
            self._written_out(),
            frozenset(map(self._lower, understood.function_words)),
            classes,
            _phrases(classes),
            self._suffixes(),
            clock_names,
            numbers,
            prefixes,
            capitals=bool(locale.months["format"]["wide"][1][:1].isupper()),
            dotted_thousands=bool(symbols.get("latn", symbols).get("group") == "."),
            decimal_commas=bool(symbols.get("latn", symbols).get("decimal") == ","),
        )

    def _lower(self, word: str) -> str:
        return word.translate(self._fold).lower()

    def _calendar(self, names: str, width: str, count: int, first: int) -> dict[str, int]:
        """Months or weekdays by the names that CLDR has for them."""
        found: dict[str, int] = {}
        data = getattr(self._language.locale, names)
        for context in ("format", "stand-alone"):
            for number in range(first, first + count):
                name = bare(data[context][width][number].translate(self._fold))
                for written in (name, _without_accents(name)):
                    if not any(map(str.isdigit, name)):
                        found.setdefault(written, number)
        return found

    def _written_out(self) -> frozenset[str]:
        locale = self._language.locale
        return frozenset(
            self._lower(name)
            for calendar in (locale.months, locale.days)
            for context in calendar.values()
            for name in context["wide"].values()
        )

    def _printed_weekdays(self) -> dict[str, int]:
        """Weekdays as the pack prints them after "on": `в среду`."""
        pack, found = self._language.pack, {}
        openings = {role[1] for role in roles_of_patterns(self._language) if role[0] == "on"}
        names = self._language.locale.days["format"]["wide"]
        for opening in openings:
            for number in range(_WEEKDAYS):
                text = f"{opening} {names[number]}"
                for find, put in pack.replacements:
                    text = find.sub(put, text)
                found[self._lower(text.rpartition(" ")[2])] = number
        return found

    def _suffixes(self) -> frozenset[str]:
        """What follows the figures of an ordinal."""
        found = set(self._language.understood.ordinal_suffixes)
        for pattern in self._language.pack.ordinals.figures.values():
            found |= set(words_of(pattern.partition("{number}")[2]))
        return frozenset(map(self._lower, found))

    def _clock_names(self) -> dict[str, int]:
        """Minutes after midnight of the times of day that have a name."""
        return {
            word.replace(".", ""): int(time[:2]) * 60 + int(time[3:])
            for time, names in self._language.understood.clock_names.items()
            for word in map(self._lower, names)
        }

    def _classes(self, named: dict[str, dict[str, int]]) -> dict[str, str]:
        """The character of each word that has a role."""
        roles: dict[str, set[str]] = {}
        said = [(role, word) for role, words in named.items() for word in words]
        said += [
            (role, self._lower(word))
            for role, words in self._language.understood.words.items()
            if role in _ROLES
            for word in words
        ]
        said += [(role, self._lower(word)) for role, word in roles_of_patterns(self._language)]
        for role, word in said:
            roles.setdefault(word.replace(".", ""), set()).add(role)
        return {word: _character(found) for word, found in roles.items()}


def _phrases(classes: dict[str, str]) -> Phrases:
    """Words that are written as several, such as `in the morning`."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, class_ in classes.items():
        first, *others = cut(phrase)
        if others:
            found.setdefault(first, []).append((tuple(others), class_))
    return {
        first: tuple(sorted(ways, key=lambda way: -len(way[0]))) for first, ways in found.items()
    }


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
