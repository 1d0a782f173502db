"""Wrapped text: at which column lines were broken, and whether a text ends where a line does."""

from __future__ import annotations

import re
from itertools import pairwise

from circgen.readers.sheet import Line

NARROWEST, WIDEST = 50, 120
"""Columns between which a mail program or an editor breaks lines."""
_FEW_UNEVEN, _LONG = 3, 88
"""So many lines may be broken early; per cent of the width that all of them have otherwise."""
FEW_LONG_LINES, CERTAINLY_BROKEN = 2, 4
"""So many long lines may be the work of a later hand, where more lines than that are broken."""
FEW_OF_ALL = 20
"""Or one in so many lines: of two that a hyphen parted, a program makes one."""
MOST_WORDS_OF_A_LONG_LINE = 8
"""A line longer than that was not broken; one with fewer words couldn't be: an address."""
_FURTHEST, _LONGEST_MARK = 40, 6
"""Columns by which a paragraph's lines are set in at most, and that a number takes."""
_GAP = re.compile(r"\S[ ]{3,}\S")
_BREAK = re.compile(r"[ \t]")  # not a no-break space
_HYPHEN = re.compile(r"[^\W_][-‐–—]$")
_SMALL_WORD = 3
_END = 12  # characters at the end of a text that closing quotes and brackets have at most
_ENDED = re.compile(r"""[.:;!?…。：；！？]["'”’»)\]]*$""")


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence, an item or an introduction to a list does."""
    return _ENDED.search(text[-_END:]) is not None


def is_broken_off(text: str) -> bool:
    """Whether a line ends within a sentence: with a comma, a hyphen, or a small word: `of`."""
    last = text.rsplit(" ", maxsplit=1)[-1]
    is_small = len(last) <= _SMALL_WORD and last.isalpha() and last.islower()
    return is_small or text.endswith((",", "/")) or _HYPHEN.search(text[-2:]) is not None


def wrapped_at(lines: list[Line]) -> int:
    """The column at which the lines of a text were broken; 0 if a line is a paragraph."""
    if not lines or lines[0].at.paragraph:
        return 0
    body = [line for line in lines if not _is_column(line)] or lines
    long = sum(map(_is_long, body))
    if long > max(FEW_LONG_LINES, len(body) // FEW_OF_ALL):
        return 0
    ends = sorted((_end(line) for line in body if not _is_long(line)), reverse=True)
    width = ends[min(2, len(ends) - 1)] if ends else 0
    if not NARROWEST <= width <= WIDEST:
        return 0
    broken = sum(
        not (is_ended(before.text) or before.text.endswith(",") or before.text.isupper())
        and not line.mark
        and line.at.line - before.at.line == 1
        and _end(before) > width * 3 // 4
        and is_full(before, line, width)
        for before, line in pairwise(lines)
    )
    return width if broken > (CERTAINLY_BROKEN if long else 1) else 0


def shortest(lines: list[Line], width: int) -> int:
    """How long a line of a wrapped text is at least that was broken.

    Where letters are not all as wide, as on a page, lines of one width have more of them or less.
    """
    broken = [
        is_full(before, line, width)
        for before, line in pairwise(lines)
        if width
        and line.at.line - before.at.line == 1
        and not line.mark
        and line.text[:1].islower()
        and not is_ended(before.text)
        and _end(before) > width * 3 // 4
    ]
    is_uneven = broken.count(False) > max(_FEW_UNEVEN, len(broken) // 4)
    return width * _LONG // 100 if is_uneven else width


def _is_column(line: Line) -> bool:
    """Whether a line is in a column beside another one: of a head or a table, with spaces."""
    return line.at.column > _FURTHEST or _GAP.search(line.text, _LONGEST_MARK) is not None


def _is_long(line: Line) -> bool:
    return _end(line) > WIDEST and line.text.count(" ") >= MOST_WORDS_OF_A_LONG_LINE


def _end(line: Line) -> int:
    return line.at.column - 1 + len(line.text)


def is_full(before: Line, line: Line, width: int) -> bool:
    """Whether the first word of a line found no room at the end of the one before."""
    first = line.mark or _BREAK.split(line.text)[0]
    return _end(before) + 1 + len(first) > width
