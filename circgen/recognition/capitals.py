"""Words with capitals, which may be acronyms."""

from __future__ import annotations

import re

_MOSTLY_CAPITALS, _MANY_LETTERS = 0.7, 12
_CAPITALS = 2
_HEADING = re.compile(r"[^:.;\d]+(?=[:.](?:\s|$)|$)")
_LONG_WORD = 4


def has_capitals(word: str) -> bool:
    """Whether a word has two capitals or more."""
    if word.islower() or word[1:].islower():
        return False
    return sum(map(str.isupper, word)) >= _CAPITALS


def is_in_capitals(text: str) -> bool:
    """Whether most of a text is in capitals, so that they tell nothing of its words."""
    letters, capitals = sum(map(str.isalpha, text)), sum(map(str.isupper, text))
    return letters > _MANY_LETTERS and capitals > _MOSTLY_CAPITALS * letters


def heading_end(text: str) -> int:
    """Where a heading in capitals ends that a text begins with: `VISA SUPPORT: …`; 0 without one.

    A word alone is one if it is long, and if more follows.
    """
    heading = _HEADING.match(text)
    if heading is None or not heading.group().isupper():
        return 0
    words = heading.group().split()
    alone = len(words) == 1 and (len(words[0]) < _LONG_WORD or heading.end() == len(text))
    return 0 if alone else heading.end()
