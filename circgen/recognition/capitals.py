"""Words with capitals, which may be acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_MOSTLY_CAPITALS, _MANY_LETTERS = 0.7, 12
_CAPITALS = 2
_BETWEEN = re.compile(r" (?:[^\W\d_] )?")
_FIGURE = re.compile(r"\d")
_ENDS = re.compile(r"\s*(?:[.:–—]|$)")
_HEADING_LETTERS, _HEADING_WORD, _LONG_WORD = 9, 4, 7
"""So many letters have the words of a heading together, a word with a stop, and one without."""


def has_capitals(word: str) -> bool:
    """Whether a word has two capitals or more."""
    if word.islower() or word[1:].islower():
        return False
    return sum(map(str.isupper, word)) >= _CAPITALS


def is_in_capitals(text: str) -> bool:
    """Whether most of a text is in capitals, so that they tell nothing of its words."""
    letters, capitals = sum(map(str.isalpha, text)), sum(map(str.isupper, text))
    return letters > _MANY_LETTERS and capitals > _MOSTLY_CAPITALS * letters


def in_headings(text: str, words: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The words in capitals that are no acronyms but a heading: `KEY DEADLINES`.

    Several in a row are, and so is one that a text begins with, if a stop or a colon follows. A
    word of one letter may stand between them.
    """
    row: list[re.Match[str]] = []
    for word in (*words, None):
        between = text[row[-1].end() : word.start()] if row and word else ""
        is_next = _BETWEEN.fullmatch(between) is not None and between == between.upper()
        in_capitals = word is not None and word[0].isupper() and not _FIGURE.search(word[0])
        if word and is_next and in_capitals:
            row.append(word)
            continue
        if row and _is_heading(text, row):
            yield from row
        row = [word] if word and in_capitals else []


def _is_heading(text: str, row: Sequence[re.Match[str]]) -> bool:
    letters = sum(len(word[0]) for word in row)
    if len(row) > 1:
        return letters >= _HEADING_LETTERS
    begins = not text[: row[0].start()].strip()
    ends = _ENDS.match(text, row[0].end()) is not None
    return begins and letters >= (_HEADING_WORD if ends else _LONG_WORD)
