"""The head of a letter as a table: each label with its value, whatever the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from circgen.readers.letter import LISTS
from circgen.readers.pieces import Piece
from circgen.readers.shapes import SHAPES, shape_of
from circgen.readers.signs import Signs

_Place = tuple[int, int]


def label_by_label(pieces: Sequence[Piece], signs: Signs) -> Iterator[Piece]:
    """The pieces of a front, in tables each label before its value.

    The value of a label is the cell to the right of it, or the one below.
    """
    for table, inside in groupby(pieces, lambda piece: piece.cell.table if piece.cell else None):
        if table is None:
            yield from inside
        else:
            yield from _Grid(tuple(inside), signs).in_order()


class _Cell(NamedTuple):
    """The paragraphs of a cell, and the labels that they are, if they are nothing else.

    `begins`: the cell begins with a label, whatever else it holds.
    """

    pieces: tuple[Piece, ...]
    labels: tuple[str, ...]
    begins: bool


class _Grid:
    """The cells of one table, by row and column."""

    def __init__(self, pieces: Sequence[Piece], signs: Signs) -> None:
        self._signs = signs
        self._cells: dict[_Place, _Cell] = {}
        for cell, inside in groupby(pieces, lambda piece: piece.cell):
            if cell is not None:
                found = tuple(inside)
                begins = signs.label(found[0].text.partition(":")[0]) is not None
                self._cells[cell.row, cell.column] = _Cell(found, self._labels(found), begins)

    def _labels(self, pieces: Sequence[Piece]) -> tuple[str, ...]:
        found = tuple(
            label
            for piece in pieces
            if not piece.mark and (label := self._signs.label(piece.text)) is not None
        )
        return found if len(found) == len(pieces) else ()

    def in_order(self) -> Iterator[Piece]:
        """Row by row, but for values that stand below their labels."""
        below = {
            value: label for label in self._cells if (value := self._value_below(label)) is not None
        }
        values = {label: value for value, label in below.items()}
        beside: set[_Place] = set()
        for place, cell in self._cells.items():
            if place in below or place in beside:
                continue
            right = place[0], place[1] + 1
            if cell.labels[1:] and right in self._cells and not self._cells[right].begins:
                beside.add(right)
                yield from _shared_out(cell, self._cells[right].pieces)
            else:
                yield from cell.pieces
            if place in values:
                yield from self._cells[values[place]].pieces

    def _value_below(self, place: _Place) -> _Place | None:
        """The cell below a label, if that holds its value and the one to the right does not."""
        labels = self._cells[place].labels
        lower = place[0] + 1, place[1]
        value = self._cells.get(lower)
        if not labels or value is None or value.begins:
            return None
        right = self._cells.get((place[0], place[1] + 1))
        if right is None or right.labels:
            return lower
        is_list = labels[-1] in LISTS
        return lower if is_list and _is_marked(value) and not _is_marked(right) else None


def _shared_out(labels: _Cell, values: Sequence[Piece]) -> Iterator[Piece]:
    """Labels that stand below each other in one cell, each before its values from the next one.

    Empty lines hold them apart on the page; here, what a value looks like tells whose it is.
    """
    shapes = [SHAPES.get(label, "") for label in labels.labels]
    given = [shape_of(value.text) for value in values]
    starts = _best_starts(shapes, given)
    for number, (piece, start) in enumerate(zip(labels.pieces, starts, strict=True)):
        yield piece
        yield from values[start : (*starts, len(values))[number + 1]]


def _best_starts(shapes: Sequence[str], given: Sequence[str]) -> tuple[int, ...]:
    """Where the values of each label begin, in order; of what fits alike, the first has more."""

    @cache
    def best(label: int, first: int) -> tuple[int, tuple[int, ...]]:
        if label == len(shapes):
            return 0, ()
        found = []
        for last in range(first, len(given) + 1):
            if label == len(shapes) - 1 and last < len(given):
                continue
            own = given[first:last]
            fits = sum(_FITS if shape == shapes[label] else _STRANGE for shape in own)
            many = _MANY * max(0, len(own) - 1) + (_NONE if not own else 0)
            later, starts = best(label + 1, last)
            found.append((fits + many + later, (first, *starts)))
        return max(found, key=lambda each: (each[0], each[1][::-1]))

    return best(0, 0)[1]


_FITS, _STRANGE, _MANY, _NONE = 4, -4, -1, -2


def _is_marked(cell: _Cell) -> bool:
    return bool(cell.pieces[0].mark)
