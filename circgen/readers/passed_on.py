"""Letters that somebody has passed on by mail: what the mail says besides is no part of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

_QUOTED = re.compile(r"[ \t]*>(?: ?>)* ?")
_HEADER = re.compile(r"([^\W\d_][^:@]{0,24}?)\s?[:：]\s")
_SENT = re.compile(r"(?<!\d)(?:19|20)\d\d\D{1,16}\d{1,2}[:.]\d\d(?::\d\d)?(?!\d|\s?[-–—])")
"""A year and a time of day, not a range of hours."""
_SIGNATURE = re.compile(r"-- ?")
"""The line that mail programs set above a sender's name and address."""
_RULE = re.compile(r"_{16,}")
"""A line above what a firm has at the end of all its mails."""
_LONGEST_SIGNATURE = 15
_DASHED = re.compile(r"\s*-{4,} ?[^\W\d_][^-]{2,60}?-{4,}\s*")
"""What mail programs set above a message that they pass on, and some below it."""
_FEWEST_HEADERS, _FEWEST_MARKED = 3, 2
_ABOVE_HEADERS = 2
"""The first header of a mail stands among so many lines: above it may be a rule with words."""
_LONGEST_PREFACE, _SHORT_PREFACE = 25, 6
"""Lines that somebody writes above a letter; lines in which no letter has room."""
_WORD, _STEM = re.compile(r"[^\W\d_]{5,}"), 5


def passed_on(rows: Sequence[str]) -> list[str]:
    """Rows with blanks for what is not of the letter; all that is left keeps its place.

    Where most lines carry the `>` of a mail that was answered or passed on, the letter is what
    stands between the first and the last of them. Where the headers of a mail stand below other
    text, it is the longest of what is between them, without the name below a signature's dashes.
    """
    visible = [index for index, row in enumerate(rows) if row and not row.isspace()]
    quoted = [index for index in visible if _QUOTED.match(rows[index])]
    is_quoted = 2 * len(quoted) > len(visible)
    if is_quoted:
        first, end = quoted[0], quoted[-1] + 1
        kept = [_unquoted(row) if first <= i < end else "" for i, row in enumerate(rows)]
        first = max(first, _end_of_headers([row.strip() for row in kept]))
        bare = [row[found.end() :] if (found := _QUOTED.match(row)) else row for row in rows]
        visible = [index for index in visible if bare[index].strip()]
        ends: tuple[re.Pattern[str], ...] = (_SIGNATURE,)
    else:
        kept = bare = list(rows)
        first, end = _longest(rows, visible)
        ends = (_SIGNATURE, _RULE) if first else (_SIGNATURE,)
    end = _above_signature(bare, [index for index in visible if first < index < end], ends, end)
    return [row if first <= index < end else "" for index, row in enumerate(kept)]


def _above_signature(
    rows: Sequence[str], visible: Sequence[int], ends: Sequence[re.Pattern[str]], end: int
) -> int:
    """Where the signature of a mail begins, if it has one."""
    lines = [i for i in visible if any(mark.fullmatch(rows[i]) for mark in ends)]
    last = len(visible)
    short = (i for i in lines if last - bisect_right(visible, i) <= _LONGEST_SIGNATURE)
    return next(short, end)


def _end_of_headers(rows: Sequence[str]) -> int:
    """Where the headers of a mail end that was quoted with them; 0 if there are none."""
    visible = [index for index, row in enumerate(rows) if row]
    start, end = next(_blocks(rows), (0, 0))
    is_first = start in visible[:_ABOVE_HEADERS]
    has_sender = any("@" in row for row in rows[start : start + _ABOVE_HEADERS])
    return end if is_first and has_sender and _are_headers(rows, start, end) else 0


def _unquoted(row: str) -> str:
    found = _QUOTED.match(row)
    return " " * found.end() + row[found.end() :] if found else row


def _longest(rows: Sequence[str], visible: Sequence[int]) -> tuple[int, int]:
    """The longest stretch between headers that stand below other text, or all of it."""
    blocks = [
        (start, end)
        for start, end in _blocks(rows)
        if 0 < bisect_left(visible, start) <= _LONGEST_PREFACE and _are_headers(rows, start, end)
    ]
    if blocks:  # what is passed on may have an end that says so
        start, last = blocks[-1]
        blocks += [
            (i, i + 1) for i in visible if i >= last and _are_a_pair(rows[start - 1], rows[i])
        ]
    cuts = [0, *(cut for block in blocks for cut in block), len(rows)]
    stretches = [*zip(cuts[::2], cuts[1::2], strict=True)]
    return max(stretches, key=lambda s: bisect_left(visible, s[1]) - bisect_left(visible, s[0]))


def _are_a_pair(above: str, below: str) -> bool:
    """Whether lines of dashes say where a message begins and ends: they share a word."""
    if not _DASHED.fullmatch(above) or not _DASHED.fullmatch(below):
        return False
    first, second = (
        {word[:_STEM].lower() for word in _WORD.findall(row)} for row in (above, below)
    )
    return not first.isdisjoint(second)


def _blocks(rows: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where lines follow each other without a blank one between."""
    edges = [-1, *(i for i, row in enumerate(rows) if not row or row.isspace()), len(rows)]
    for before, after in pairwise(edges):
        headers = [i for i in range(before + 1, after) if _HEADER.match(rows[i])]
        if headers:
            yield headers[0], after


def _are_headers(rows: Sequence[str], start: int, end: int) -> bool:
    """Whether lines are the headers of a mail: with an address, and the time that it was sent at.

    A letter may have such lines, too: what takes place when and where, and whom to ask. Below a
    line of dashes with words in it, as mail programs set it, the time may be missing where no
    letter can stand above.
    """
    block = rows[start:end]
    others = sum(_HEADER.match(row) is None for row in block)
    above = sum(bool(row.strip()) for row in rows[:start])
    is_marked = 0 < above <= _SHORT_PREFACE and _DASHED.fullmatch(rows[start - 1]) is not None
    fewest = _FEWEST_MARKED if is_marked else _FEWEST_HEADERS
    if len(block) - others < fewest or others > len(block) // _FEWEST_HEADERS:
        return False
    return any("@" in row for row in block) and (is_marked or any(map(_SENT.search, block)))
