"""Raw text of documents on one line of a report: nothing invisible, nothing endless."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate

from circgen.facts.characters import single_spaced

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_TAB = 4


def visible(text: str) -> str:
    """`text` on one line, with all kinds of spaces alike.

    What would not be seen, or would steer the terminal, is named: `<U+202E>`.
    """
    return single_spaced("".join(c if c.isprintable() else _named(c) for c in text))


def shortened(text: str, limit: int) -> str:
    """`text` with at most `limit` characters: words in the middle are left out.

    Its end stays, because hours and years stand there.
    """
    if len(text) <= limit:
        return text
    head = text[: limit * 2 // 3]
    tail = text[len(text) - (limit - len(head) - 3) :]
    # Whole words, unless there are none.
    head = head[: head.rfind(" ") + 1] or head
    tail = tail[tail.find(" ") + 1 :]
    return f"{head.rstrip()} {ELLIPSIS} {tail}"


def width(text: str) -> int:
    """How many columns of a terminal `text` takes: ideographs take two, accents none."""
    return sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def excerpt(line: str, column: int, room: int) -> tuple[str, str]:
    """What fits `room` columns of a terminal of a line, and the blanks before its `column` there.

    Characters count from 1. What is left out on either side is an ellipsis. A tab stays one, as it
    is as wide in the line below.
    """
    cells = [c if c.isprintable() or c == "\t" else _named(c) for c in line]
    edges = [0, *accumulate(_TAB if cell == "\t" else width(cell) for cell in cells)]
    index = min(column - 1, len(cells))
    while 0 < index < len(cells) and edges[index] == edges[index + 1]:
        index -= 1  # an accent stands above the letter before it
    first, last = 0, len(cells)
    if edges[-1] > room:
        begin = min(edges[index] - room // 2, edges[-1] - room)
        first = min(bisect_right(edges, begin), index) if begin > 0 else 0
        if edges[-1] - edges[first] > room - (first > 0):
            last = bisect_left(edges, edges[first] + room - (first > 0)) - 1
    before = ELLIPSIS if first else ""
    after = ELLIPSIS if last < len(cells) else ""
    blanks = ("\t" if cell == "\t" else " " * width(cell) for cell in cells[first:index])
    return f"{before}{''.join(cells[first:last])}{after}", " " * len(before) + "".join(blanks)


def folded(text: str, room: int, first: int | None = None) -> list[str]:
    """`text` in lines of at most `room` columns, the first of `first`; longer words stay whole."""
    lines = [""]
    left = room if first is None else first
    for word in text.split(" "):
        if lines[-1] and width(lines[-1]) + 1 + width(word) > left:
            lines.append(word)
            left = room
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return lines


def _named(character: str) -> str:
    return " " if character.isspace() else f"<U+{ord(character):04X}>"
