"""Words with capitals, which may be acronyms."""

from __future__ import annotations

_MOSTLY_CAPITALS, _MANY_LETTERS = 0.7, 12
_CAPITALS = 2


def has_capitals(word: str) -> bool:
    """Whether a word has two capitals or more."""
    if word.islower() or word[1:].islower():
        return False
    return sum(map(str.isupper, word)) >= _CAPITALS


def is_in_capitals(text: str) -> bool:
    """Whether most of a text is in capitals, so that they tell nothing of its words."""
    letters, capitals = sum(map(str.isalpha, text)), sum(map(str.isupper, text))
    return letters > _MANY_LETTERS and capitals > _MOSTLY_CAPITALS * letters
