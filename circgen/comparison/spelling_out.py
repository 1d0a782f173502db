"""Acronyms that a letter itself spells out: `quantum information networks (QIN)`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_IN_BRACKETS = re.compile(r"\(([^\W\d_]{2,10})\)")
_BEFORE_BRACKETS = re.compile(r"(?<![^\W_])([^\W\d_]{2,10}) \(([^()]{4,120})\)")
_WORDS = re.compile(r"[^\W_]+")
_SMALL_WORD = 3
_REACH = 120


def spelled_out(texts: Iterable[str]) -> frozenset[str]:
    """The acronyms beside whose brackets words with their initials stand."""
    return frozenset(acronym for text in texts if "(" in text for acronym in _of(text))


def _of(text: str) -> Iterator[str]:
    for match in _IN_BRACKETS.finditer(text):
        words = _WORDS.findall(text[max(0, match.start() - _REACH) : match.start()])
        if _has_capitals(match[1]) and _ends_with(words, match[1]):
            yield match[1]
    for match in _BEFORE_BRACKETS.finditer(text):
        words = _WORDS.findall(match[2])
        if _has_capitals(match[1]) and _ends_with(words, match[1]):
            yield match[1]


def _has_capitals(word: str) -> bool:
    return word.removesuffix("s").isupper()


def _ends_with(words: list[str], acronym: str) -> bool:
    """Whether the last words have the letters of an acronym as initials; small words may not."""
    letters = list(acronym.removesuffix("s").lower())
    for word in reversed(words):
        if word[0].lower() == letters[-1]:
            letters.pop()
        elif len(word) > _SMALL_WORD:
            return False
        if not letters:
            return True
    return False
