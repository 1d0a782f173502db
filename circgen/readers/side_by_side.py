"""A head in two columns, typed with spaces: what stands beside the addressees comes before them.

So `pdftotext -layout` and many a typist put it: reference and telephone on the left, `To:` with
its list on the right. Read line by line, each would go on with the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from circgen.readers.letter import LISTS
from circgen.readers.marks import split_mark
from circgen.readers.sheet import Line
from circgen.readers.signs import Signs

_GAP = re.compile(r"[ \N{NO-BREAK SPACE}]{2,}")
_LEAST_INDENT = 25
"""A column of addressees begins no further to the left."""
_OUT_OF_LINE = 2
_MOST_LINES = 80
"""Lines that the head of a letter has at most."""


def column_by_column(lines: Sequence[Line], signs: Signs) -> tuple[list[Line], list[Line]]:
    """The lines of a text, those of its head column by column; and those of its second column."""
    first, column = _second_column(lines, signs)
    if not column:
        return list(lines), []
    left: list[Line] = []
    right: list[Line] = []
    end = first
    for line in lines[first : first + _MOST_LINES]:
        parts = _parts(line, column)
        if parts is None or _ends(parts, signs, begun=end > first):
            break
        end += 1
        left += filter(None, parts[:1])
        right += filter(None, parts[1:])
    return [*lines[:first], *left, *right, *lines[end:]], right


def _second_column(lines: Sequence[Line], signs: Signs) -> tuple[int, int]:
    """The first line that has the label of addressees beside something, and where that begins."""
    for index, line in enumerate(lines[:_MOST_LINES]):
        if line.cell or line.at.paragraph or signs.is_salutation(line.text):
            break
        if line.at.column > _LEAST_INDENT and _names_list(line.text, signs):
            return index, line.at.column
        for gap in _GAP.finditer(line.text):
            column = line.at.column + gap.end()
            if column > _LEAST_INDENT and _names_list(line.text[gap.end() :], signs):
                return index, column
    return 0, 0


def _names_list(text: str, signs: Signs) -> bool:
    """Whether a text begins with the label of a list of addressees."""
    head, colon, _ = text.partition(":")
    return bool(colon) and signs.label(head) in LISTS


def _parts(line: Line, column: int) -> tuple[Line | None, Line | None] | None:
    """What of a line stands in the first column and in the second; None if it is in both."""
    start = line.at.column - (len(line.mark) + 1 if line.mark else 0)
    if start >= column - _OUT_OF_LINE:
        return None, line
    text, offset = line.text, column - line.at.column
    if len(text) <= offset:
        return line, None
    near = range(max(1, offset - _OUT_OF_LINE), min(len(text), offset + _OUT_OF_LINE + 1))
    begins = [at for at in near if text[at - 1].isspace() and not text[at].isspace()]
    cut = min(begins, key=lambda at: abs(at - offset), default=offset)
    if cut <= 0 or not text[cut - 1].isspace():
        return None
    cut += len(text[cut:]) - len(text[cut:].lstrip())
    mark, skipped = split_mark(text[cut:])
    at = line.at._replace(column=line.at.column + cut + skipped)
    second = line._replace(text=text[cut + skipped :], at=at, mark=mark)
    return line._replace(text=text[:cut].rstrip()), second


def _ends(parts: tuple[Line | None, Line | None], signs: Signs, *, begun: bool) -> bool:
    """Whether the head is over: with its subject or the salutation."""
    first = parts[0]
    if first is None or not begun:
        return False
    label = signs.label(first.text.partition(":")[0]) or signs.label(_GAP.split(first.text)[0])
    return label == "subject" or signs.is_salutation(first.text)
