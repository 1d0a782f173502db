"""Tables that were typed: a row to a line, its cells set apart by tabs or wide spaces."""

from __future__ import annotations

from collections.abc import Sequence

from circgen.readers.pieces import Piece, are_aligned, columns, join
from circgen.readers.sheet import Cell
from circgen.readers.wrapping import is_broken_off

_LEAST_ROWS = 2
_OUT_OF_LINE = 1


def with_cells(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces, with the rows of typed tables as the cells that they consist of."""
    found: list[Piece] = []
    held: list[Piece] = []
    for piece in pieces:
        if not held or not _is_next(piece, held):
            found += _table(held, -1 - len(found))
            held = []
        if held or piece.is_row:
            held.append(piece)
        else:
            found.append(piece)
    return found + _table(held, -1 - len(found))


def _is_next(piece: Piece, held: Sequence[Piece]) -> bool:
    """Whether a piece is a row of the table that is held, or a line of the last row."""
    row = next(each for each in reversed(held) if each.is_row)
    if piece.is_row:
        return ("\t" in piece.text and "\t" in row.text) or are_aligned(row, piece)
    return _below(piece, columns(row, narrow=True)) > 0


def _table(held: Sequence[Piece], number: int) -> list[Piece]:
    """What may be a table as its cells, row by row; one row is none.

    Tables of a document count from 0: a negative number is that of none of them.
    """
    if sum(piece.is_row for piece in held) < _LEAST_ROWS:
        return list(held)
    rows: list[list[Piece]] = []
    for piece in held:
        cells = columns(piece, narrow=True)
        places = [_below(cell, rows[-1]) for cell in cells] if rows and piece.is_row else []
        if places and all(places) and _go_on(cells, [rows[-1][place] for place in places]):
            for place, cell in zip(places, cells, strict=True):
                rows[-1][place] = join(rows[-1][place], cell)
        elif piece.is_row:
            rows.append(cells)
        else:
            place = _below(piece, rows[-1]) or len(rows[-1]) - 1
            rows[-1][place] = join(rows[-1][place], piece)
    return [
        cell._replace(cell=Cell(number, row, column))
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]


def _go_on(cells: Sequence[Piece], above: Sequence[Piece]) -> bool:
    """Whether one of some cells goes on with what stands above it: a row has its first cell."""
    return any(
        cell.text[:1].islower()
        or is_broken_off(other.text)
        or other.text.count("(") > other.text.count(")")
        for cell, other in zip(cells, above, strict=True)
    )


def _below(piece: Piece, row: Sequence[Piece]) -> int:
    """Which cell of a row a line goes on with that stands under it; 0 if it is none.

    What stands under the first cell is a row, or a paragraph.
    """
    at = piece.passage.at()
    if piece.apart or piece.mark or piece.cell or at.paragraph:
        return 0
    starts = [cell.passage.at().column for cell in row]
    near = (place for place in range(1, len(row)) if abs(starts[place] - at.column) <= _OUT_OF_LINE)
    return next(near, 0)
