"""Marks: the number, letter or bullet in front of a paragraph or an item."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

_SYMBOLS = "•·●○◦▪▫■□◆◇‣⁃►➢➤✓✔\uf0a7\uf0b7\uf0d8\uf0fc"  # the last are Wingdings and Symbol
_DASHES = "-‐‑‒–—―−"
_MARK = re.compile(
    rf"""
    (?: \d{{1,3}}(?=[\t\u2002\u2003])          # 1⇥
      | (?:\d{{1,3}}[.)]|\(\d{{1,3}}\))(?=\s)    # 1.  1)  (1)
      | \d{{1,2}}(?:\.\d)+(?:(?=\t)|\.(?=\s))    # 1.1⇥  1.1.
      | \(?(?:[^\W\d_]|[ivxIVX]{{2,5}})\)(?=\s)  # a)  (a)  iv)
      | [^\W\d_]\.(?=\t)                         # a.⇥
      | [a-k]\.(?=[ ][^\W\d_])                  # a. in letters that no initial has
      | [{_SYMBOLS}]
      | [\{_DASHES}*](?=\s)
      | [o§](?=\t)                               # what bullets become in text
    )\s*
    """,
    re.VERBOSE,
)
_ALONE = re.compile(rf"\d{{1,3}}[.)]|\(\d{{1,3}}\)|[{_SYMBOLS}\{_DASHES}*]")
_LONGEST_PAGE_NUMBER = 3
_LONGEST_CELL = 100
_DIGITS = re.compile(r"\(?(\d{1,3})[.)]?")


class MarkKind(StrEnum):
    """What a mark looks like."""

    NONE = "none"
    NUMBER = "number"
    LETTER = "letter"  # or a number of several levels, as 1.1
    DASH = "dash"
    BULLET = "bullet"


class Number(NamedTuple):
    """The number of a paragraph; `style` is its mark with `#` for the figures."""

    value: int
    style: str


def split_mark(text: str) -> tuple[str, int]:
    """The mark that `text` begins with, and the offset of what follows it.

    A year, a day or an hour at the beginning of a line is no mark, nor is the number of a page
    between dashes, nor what stands in the first column of a table.
    """
    found = _MARK.match(text)
    if found is None or found.end() == len(text) or is_page_number(text):
        return "", 0
    if _is_row(text[found.end() :]):
        return "", 0
    return found.group().rstrip(), found.end()


def _is_row(text: str) -> bool:
    """Whether what follows is the rest of a table's row: short cells, with tabs."""
    return "\t" in text and max(map(len, text.split("\t"))) <= _LONGEST_CELL


def is_lone_mark(text: str) -> bool:
    """Whether a mark stands on a line of its own, and its paragraph on the next."""
    return _ALONE.fullmatch(text) is not None


def is_lone_bullet(text: str) -> bool:
    """Whether a line is a bullet and nothing else: its item may stand below a blank line."""
    return len(text) == 1 and text in _SYMBOLS


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a page: `- 2 -`."""
    text = text.strip()
    figures = text[1:-1].strip()
    if not figures.isdecimal() or len(figures) > _LONGEST_PAGE_NUMBER:
        return False
    return text[0] in _DASHES and text[-1] in _DASHES


def kind_of(mark: str) -> MarkKind:
    """What a mark looks like."""
    if not mark:
        return MarkKind.NONE
    if _DIGITS.fullmatch(mark):
        return MarkKind.NUMBER
    if any(character.isalnum() for character in mark):
        return MarkKind.BULLET if mark == "o" else MarkKind.LETTER
    return MarkKind.DASH if mark in tuple(_DASHES) else MarkKind.BULLET


def number_of(mark: str) -> Number | None:
    """The number that a mark shows, or None."""
    found = _DIGITS.fullmatch(mark)
    if found is None:
        return None
    return Number(int(found[1]), mark.replace(found[1], "#"))
