"""Several editions beside each other, paragraph beside paragraph, or one below the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from circgen.document import Circular
from circgen.parts import common_order
from circgen.report.quoting import width
from circgen.screen.cells import Row, Span, row_width
from circgen.screen.page import Panel, panels

NARROW = 44
"""Columns narrower than this are put one below the other."""
WIDEST = 100
"""Longer lines are hard to read."""

_BETWEEN = " │ "
_HEAD = "head"
_TOP = ""
"""The id under which notes about no part are asked for."""


class Part(NamedTuple):
    """A part of the page by the id of its paragraph, and what was found about it."""

    id: str
    rows: tuple[Row, ...]


Notes = Callable[[str, int], Iterable[Row]]
"""What was found about a part, by its id and the width of the page."""


def page_of(circulars: Mapping[str, Circular], cells: int, notes: Notes) -> list[Part]:
    """The page of one edition, or of several by their languages, in a window of so many cells."""
    count = len(circulars)
    column = (cells - len(_BETWEEN) * (count - 1)) // count
    beside = count == 1 or column >= NARROW
    margin = 0 if beside else max(map(width, circulars)) + len(_BETWEEN)
    column = min(column if beside else cells - margin, WIDEST)
    whole = (column + len(_BETWEEN)) * count - len(_BETWEEN) if beside else margin + column
    pages = {
        code: {panel.id: panel for panel in panels(circular, column)}
        for code, circular in circulars.items()
    }
    found = [Part(_TOP, _apart(notes(_TOP, whole)))]
    if count > 1 and beside:
        names = {code: [(Span(f" {code} ", "heading"),)] for code in circulars}
        found.append(Part(_HEAD, _apart(_beside(names, column))))
    for id_ in common_order(tuple(page) for page in pages.values()):
        some = {code: page.get(id_) for code, page in pages.items()}
        columns = {code: panel.rows if panel else () for code, panel in some.items()}
        rows = tuple((_beside if beside else _stacked)(columns, column))
        about = tuple(notes(id_, whole))
        tight = _is_tight(some.values()) and not about
        found.append(Part(id_, (*rows, *about) if tight else _apart((*rows, *about))))
    return [part for part in found if part.rows]


def _apart(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows with an empty one behind them."""
    found = tuple(rows)
    return (*found, ()) if found else ()


def _is_tight(some: Iterable[Panel | None]) -> bool:
    return all(panel.tight for panel in some if panel)


def _beside(columns: Mapping[str, Iterable[Row]], column: int) -> Iterator[Row]:
    nothing: Row = ()
    for rows in zip_longest(*columns.values(), fillvalue=nothing):
        line: list[Span] = []
        for number, row in enumerate(rows):
            if number:
                line.append(Span(_BETWEEN, "rule"))
            line += (*row, Span(" " * (column - row_width(row))))
        yield tuple(line)


def _stacked(columns: Mapping[str, Iterable[Row]], _: int) -> Iterator[Row]:
    """Each language behind its code; only one language needs none."""
    codes = max(map(width, columns))
    for code, rows in columns.items():
        for number, row in enumerate(rows):
            name = " " * width(code) if number else code
            mark = Span(name + " " * (codes - width(code)), "label")
            yield (mark, Span(_BETWEEN, "rule"), *row)
