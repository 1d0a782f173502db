"""Rows made of fields: a mark and what hangs behind it, from the left or from the right."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from circgen.report.quoting import width
from circgen.screen.cells import Row, Span, row_width, wrapped

_LRM = "\N{LEFT-TO-RIGHT MARK}"
_RLE, _PDF = "\N{RIGHT-TO-LEFT EMBEDDING}", "\N{POP DIRECTIONAL FORMATTING}"
_TURNED = frozenset({"R", "AL"})


class Field(NamedTuple):
    """Part of a row with the cells that are kept for it."""

    row: Row
    cells: int


Line = tuple[Field, ...]
"""A row as fields, in the order in which they are read."""


def placed(line: Line, cells: int, direction: str) -> Row:
    """A line as a row of `cells`; what is read from the right begins there."""
    return _trimmed(_from_left(line) if direction == "ltr" else _from_right(line, cells))


def _from_left(line: Line) -> Iterator[Span]:
    """Letters of a language that is read from the right may stand in here, too.

    A mark behind them keeps terminals from turning them together with what follows.
    """
    for row, cells in line:
        yield from row
        if any(map(_is_turned, row)):
            yield Span(_LRM)
        yield _blank(cells - row_width(row))


def _from_right(line: Line, cells: int) -> Iterator[Span]:
    """Letters stay in the order in which they are stored: terminals turn them, row by row.

    They take a row for one that is read from the left. So each field says that it is not, and a
    mark between two of them keeps them from being turned together.
    """
    yield _blank(cells - sum(field.cells for field in line))
    for number, (row, room) in enumerate(reversed(line)):
        if number:
            yield Span(_LRM)
        yield _blank(room - row_width(row))
        if row:
            yield from (Span(_RLE), *row, Span(_PDF))


def _is_turned(span: Span) -> bool:
    return not span.text.isascii() and any(
        unicodedata.bidirectional(character) in _TURNED for character in span.text
    )


def _blank(cells: int) -> Span:
    return Span(" " * cells)  # none if it is less


def _trimmed(spans: Iterable[Span]) -> Row:
    """Spans without spaces at their end."""
    found = [span for span in spans if span.text]
    while found:
        last = found.pop()
        if text := last.text.rstrip(" "):
            return (*found, last._replace(text=text))
    return ()


def filled(spans: Iterable[Span], cells: int) -> Iterator[Line]:
    """Running text, wrapped."""
    for row in wrapped(spans, cells):
        yield (Field(row, cells),)


def centred(spans: Iterable[Span], cells: int) -> Iterator[Line]:
    """Text in the middle."""
    for row in wrapped(spans, cells):
        yield _after_blank(row, (cells - row_width(row)) // 2)


def at_end(spans: Iterable[Span], cells: int) -> Iterator[Line]:
    """Text where lines end."""
    for row in wrapped(spans, cells):
        yield _after_blank(row, cells - row_width(row))


def _after_blank(row: Row, cells: int) -> Line:
    return (Field((), cells), Field(row, row_width(row))) if row else ()


def hanging(mark: str, lines: Iterable[Line], cells: int, style: str = "") -> Iterator[Line]:
    """Lines behind a mark in a field of so many cells; the mark stands in the first line alone."""
    for number, line in enumerate(lines):
        first: Row = () if number or not mark else (Span(mark, style),)
        yield (Field(first, cells), *line)


def mark_width(mark: str) -> int:
    """The cells of a mark with a space behind it."""
    return width(mark) + 1
