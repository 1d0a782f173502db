"""Whether a name in Cyrillic letters may be one in Latin letters, by its consonants.

A translator writes how a name sounds in its own language, which its letters leave open: `ch` is `ч`
in Chile, `ш` in Rennes, `х` in Munich and `к` in Milan. So every consonant has all its sounds, and
two names are different where a consonant has none of those that it may have. Vowels say too little.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LATIN = {
    "b": "б в п", "c": "к с ц ч х", "d": "д т", "f": "ф в", "g": "г ж дж х к й", "h": "х г -",
    "j": "ж дж й х ц ч цз дз з -", "k": "к х г", "l": "л в -", "m": "м н", "n": "н м -",
    "p": "п ф", "q": "к ц ч г", "r": "р", "s": "с з ш ж", "t": "т д", "v": "в ф б", "w": "в у -",
    "x": "кс с ш х к гз щ з", "y": "й - ж", "z": "з с ц дз цз т ж", "bh": "в б",
    "cc": "к ч кч кс", "ch": "ч ш х к ц т чх тш", "ck": "к цк", "cz": "ч ц", "dh": "д -",
    "dj": "дж", "dz": "дз з ц", "dzh": "дж", "gh": "г х - ф", "gl": "л гл", "gn": "н гн",
    "gy": "д дж г", "gu": "г гв", "hs": "с", "kh": "х к", "kj": "х ч", "kn": "н кн",
    "krz": "кш кж", "lh": "л", "ll": "л й ль дж ж", "mh": "в м", "ng": "н нг", "nh": "н",
    "ny": "н", "ph": "ф п", "qu": "к кв", "rz": "ж ш рз", "sc": "с ск ш", "sch": "ш ск сх",
    "sh": "ш с", "sj": "ш", "sk": "ск ш", "sr": "ср с шр", "ss": "с", "sz": "с ш", "th": "т д ф с", "tr": "тр ч",
    "ts": "ц с тс", "tsch": "ч", "tz": "ц с тз", "ty": "т", "wh": "в х у", "wr": "р",
    "zh": "ж чж ч дж", "zs": "ж", "zz": "ц дз з с", "ci": "ч ц с ш к", "gi": "дж й ж х г",
    "ge": "дж г ж х", "ti": "т ц ш", "ao": "н -", "ae": "н -", "oe": "н -",
}  # fmt: skip
"""The sounds of letters in Cyrillic; `-`: none."""
_TOGETHER = ("дж", "дз", "чж", "цз", "чх", "щ")
_VOWELS = frozenset("аеёиоуыэюяйьъіїєўәөү'’")
_SILENT_AT_END = frozenset("dhpstxzrnlcg")
"""What may not be heard at the end of a word: in French, in Danish, in English."""
_SILENT_BETWEEN = frozenset("dtgh")
"""What may not be heard between two others: `Nordby`."""
_OF_CASE = frozenset("мхг")
"""What a Russian ending may add: `-ом`, `-ых`, `-ого`."""
_LONGEST = 4
_SILENT, _OTHER = 0.4, 1.0
_SCRIPTS = (
    re.compile(r"[\u0400-\u052F]+"),
    re.compile(r"[A-Za-z\u00C0-\u024F\u1E00-\u1EFF]+"),
)
"""Cyrillic and Latin letters."""
DIFFERENT = 1.0
"""From here on, two names are not one."""


def difference(one: str, two: str) -> float:
    """How many consonants of two names are not each other's; of other scripts nothing is known.

    Of two names in one script, no letter may be another one.
    """
    from anyascii import anyascii  # noqa: PLC0415  few letters have names that no glossary knows

    one, two = one.lower(), two.lower()
    cyrillic, latin = ([bool(each.fullmatch(word)) for word in (one, two)] for each in _SCRIPTS)
    if all(cyrillic) or all(latin):
        return 0.0 if anyascii(one) == anyascii(two) else DIFFERENT
    if any(cyrillic) and any(latin):
        first, second = (one, two) if latin[0] else (two, one)
        return unlike(anyascii(first).lower(), second)
    return 0.0


@lru_cache(maxsize=4096)
def unlike(latin: str, cyrillic: str) -> float:
    """How many consonants of a Latin and a Cyrillic word in small letters are not each other's."""
    heard = _heard(cyrillic)
    costs = {(0, 0): 0.0}
    for read in range(len(latin) + 1):
        for said in range(len(heard) + 1):
            cost = costs.get((read, said))
            if cost is None:
                continue
            steps = [*_read(latin, read, heard, said)]
            if said < len(heard):
                is_ending = said == len(heard) - 1 and heard[said] in _OF_CASE
                steps.append((read, said + 1, 0.0 if is_ending else _OTHER))
            for to_read, to_said, more in steps:
                key = to_read, to_said
                costs[key] = min(costs.get(key, cost + more), cost + more)
    return costs[len(latin), len(heard)]


def _read(latin: str, read: int, heard: list[str], said: int) -> list[tuple[int, int, float]]:
    """The ways to read the next letters: how far one comes in both words, and what it costs."""
    steps: list[tuple[int, int, float]] = []
    for length in range(1, min(_LONGEST, len(latin) - read) + 1):
        letters = latin[read : read + length]
        sounds = _LATIN.get(letters)
        end = read + length
        if sounds is None:
            if length == 1:
                steps.append((end, said, 0.0))  # a vowel
            continue
        for sound in sounds.split():
            wanted = _heard(sound)
            if heard[said : said + len(wanted)] == wanted:
                steps.append((end, said + len(wanted), 0.0))
        if length == 1:
            doubled = read > 0 and latin[read - 1] == letters
            steps.append((end, said, 0.0 if doubled else _unheard(latin, read)))
            if said < len(heard):
                steps.append((end, said + 1, _OTHER))
    return steps


def _unheard(latin: str, place: int) -> float:
    """What it costs that a consonant is not heard."""
    letter, rest = latin[place], latin[place + 1 :]
    at_end = letter in _SILENT_AT_END and not rest.strip("aeiouyhst")
    between = (
        letter in _SILENT_BETWEEN and rest[:1] in _LATIN and latin[place - 1 : place] in _LATIN
    )
    in_coda = letter == "r" and len(rest) == 1 and rest in _LATIN  # the `Park` of Korea
    return _SILENT if at_end or between or in_coda else _OTHER


@lru_cache(maxsize=4096)
def _consonants(word: str) -> tuple[str, ...]:
    found: list[str] = []
    at, last = 0, ""
    while at < len(word):
        together = next((each for each in _TOGETHER if word.startswith(each, at)), word[at])
        at += len(together)
        if together not in _VOWELS and together not in {"-", last}:
            found.append(together)
        last = together
    return tuple(found)


def _heard(word: str) -> list[str]:
    """The consonants of a Cyrillic word; a doubled one is heard once."""
    return list(_consonants(word))
