"""A page in a window: which of its rows are in view while it changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from circgen.report.quoting import width
from circgen.screen.cells import Row, Span
from circgen.screen.columns import Part

_KEYS = "↑ ↓ scroll · q quits"


class Page(NamedTuple):
    """A page, and what its last row says about it; a `broken` one stands for one that is not."""

    parts: tuple[Part, ...]
    title: str
    broken: bool = False


class Anchor(NamedTuple):
    """The first row in view: so many rows below the beginning of a part."""

    id: str = ""
    below: int = 0


def first_change(before: Iterable[Part], after: Sequence[Part], height: int) -> Anchor | None:
    """The first part that is not what it was, to be read in so many rows; None if all are.

    Of a part that is longer than that, where it has changed.
    """
    for old, new in zip_longest(before, after):
        if old == new:
            continue
        if not new:
            return Anchor(after[-1].id)
        rows = old.rows if old and old.id == new.id else new.rows
        pairs = enumerate(zip_longest(rows, new.rows))
        below = next((number for number, (was, now) in pairs if was != now), 0)
        return Anchor(new.id, below - height // 2 if below >= height else 0)
    return None


def row_of(anchor: Anchor, parts: Iterable[Part]) -> int:
    """The number of a row of a page, from 0; the first one if its part is not there."""
    count = 0
    for part in parts:
        if part.id == anchor.id:
            return count + min(anchor.below, max(len(part.rows) - 1, 0))
        count += len(part.rows)
    return 0


def anchor_at(row: int, parts: Iterable[Part]) -> Anchor:
    """The anchor of a row of a page."""
    found = Anchor()
    for part in parts:
        found = Anchor(part.id, row)
        if row < len(part.rows):
            break
        row -= len(part.rows)
    return found


def in_view(parts: Iterable[Part], anchor: Anchor, height: int) -> tuple[int, list[Row]]:
    """The number of the first row in view, and the rows; what fits is shown as a whole."""
    parts = tuple(parts)
    rows = [row for part in parts for row in part.rows]
    top = max(min(row_of(anchor, parts), len(rows) - height), 0)
    return top, rows[top : top + height]


def status(title: str, top: int, shown: int, count: int, cells: int) -> Row:
    """The last row of a window: what is shown, how much of it, and the keys."""
    where = f"{top + 1}–{top + shown} / {count}" if shown < count else ""
    right = " · ".join(filter(None, (where, _KEYS)))
    if width(title) + width(right) + 3 > cells:
        right = where
    room = cells - width(right) - 3
    while width(title) > max(room, 0):
        title = title[1:]
    gap = max(cells - width(title) - width(right) - 2, 0)
    return (Span(f" {title}{' ' * gap}{right} ", "status"),)
