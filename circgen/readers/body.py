"""The body of a letter: which of its paragraphs are points, and what belongs to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from circgen.readers.letter import Passage, Point
from circgen.readers.marks import MarkKind, Number, number_of
from circgen.readers.pieces import LONGEST_PARAGRAPH, Piece, columns, join
from circgen.readers.rows import with_cells

_INTRODUCES = re.compile(r"""[:：][\s"'”’»)\]]*$""")
_ITEM_END = re.compile(r"[;；](?:\s+\w{1,4})?$")


def read_points(
    pieces: Sequence[Piece], *, cells_hold_text: bool = False, is_wrapped: bool = False
) -> tuple[Point, ...]:
    """The points of a body.

    A letter that numbers its paragraphs has a point for each number, and what is not numbered
    belongs to the point before; else each paragraph is a point. `cells_hold_text` says that the
    whole letter stands in a table, `is_wrapped` that lines were broken wherever they were full.
    """
    if cells_hold_text:
        pieces = [piece._replace(cell=None) for piece in pieces]
    pieces = list(_paragraphs(pieces, is_wrapped=is_wrapped))
    numbers = _numbers(pieces)
    cells = _cells(pieces)
    found: list[_Growing] = []
    for index, piece in enumerate(pieces):
        belongs = bool(found) and (bool(found[-1].number) or index in cells)
        if index in numbers:
            found.append(_Growing(str(numbers[index]), [], set()))
        elif not found or not (belongs or _belongs(piece, found[-1])):
            found.append(_Growing("", [], set()))
        found[-1].add(piece, is_first=index in numbers)
    return tuple(
        Point(point.number, tuple(point.passages), frozenset(point.items)) for point in found
    )


def _cells(pieces: Sequence[Piece]) -> set[int]:
    """The pieces that are cells of a table, put line by line by a program: short ones in a row."""
    found: set[int] = set()
    row: list[int] = []
    for index, piece in enumerate(pieces):
        is_short = len(piece.text) <= (_LONGEST_DATE if piece.is_ended else _LONGEST_CELL)
        is_cell = is_short and (not piece.is_ended or any(map(str.isdigit, piece.text)))
        if is_cell and not piece.mark and not piece.cell:
            row.append(index)
            fewest = _FEWEST_CELLS - (row[0] > 0 and _is_introduction(pieces[row[0] - 1]))
            if len(row) >= fewest:
                found.update(row if len(row) == fewest else row[-1:])
        else:
            row = []
    return found


def _is_introduction(piece: Piece) -> bool:
    return _INTRODUCES.search(piece.text) is not None


_WIDE = re.compile(r"\S[ ]{5,}(?=\S)")
_LONGEST_CELL, _LONGEST_DATE, _FEWEST_CELLS = 200, 30, 4


def passages_of(pieces: Sequence[Piece]) -> tuple[Passage, ...]:
    """Paragraphs, items and cells of an annex, one after the other."""
    return tuple(piece.as_read for piece in _paragraphs(pieces))


class _Growing(NamedTuple):
    """A point that is being read."""

    number: str
    passages: list[Passage]
    items: set[int]

    def add(self, piece: Piece, *, is_first: bool) -> None:
        """Take a piece as the next passage; one that has a mark is an item, and so may others."""
        place = len(self.passages)
        if not is_first and (piece.mark or self.is_item(piece)) and not piece.cell:
            self.items.add(place)
        self.passages.append(piece.as_read)

    def is_item(self, piece: Piece) -> bool:
        """Whether a piece without a mark stands in a list without bullets."""
        if not self.passages:
            return False
        last = self.passages[-1]
        if len(self.passages) - 1 in self.items:
            return not last.mark and bool(_ITEM_END.search(last.text))
        return bool(_INTRODUCES.search(last.text) and _ITEM_END.search(piece.text))


def _belongs(piece: Piece, point: _Growing) -> bool:
    """Whether a piece of an unnumbered letter goes on with the paragraph before."""
    return bool(piece.mark or piece.cell) or point.is_item(piece)


def _paragraphs(pieces: Sequence[Piece], *, is_wrapped: bool = False) -> Iterator[Piece]:
    """Pieces with what belongs together joined, and the rows of a table in a text split."""
    held: Piece | None = None
    for piece in with_cells(pieces):
        if held is not None and _goes_on(held, piece, is_wrapped=is_wrapped):
            held = join(held, piece)
            continue
        if held is not None:
            yield held
        held = None
        if _is_split(piece):
            yield from columns(piece)
        else:
            held = piece
    if held is not None:
        yield held


def _is_split(piece: Piece) -> bool:
    """Whether a line is a row by itself: with tabs, or with three columns or more."""
    if piece.mark or piece.cell:
        return False
    return "\t" in piece.text or (piece.is_row and len(_WIDE.findall(piece.text)) > 1)


def _goes_on(before: Piece, piece: Piece, *, is_wrapped: bool) -> bool:
    """Whether a piece is part of the paragraph, or of the cell, before."""
    if len(before.text) > LONGEST_PARAGRAPH:
        return False
    if piece.cell or before.cell:
        return piece.cell == before.cell
    if piece.mark:
        return False
    return piece.soft or (is_wrapped and not piece.apart and not before.is_ended)


# --- which numbers are those of points


class _Candidate(NamedTuple):
    """A piece that shows a number."""

    place: int
    number: Number
    level: int


def _numbers(pieces: Sequence[Piece]) -> dict[int, int]:
    """The numbers of points by the index of their pieces; lists inside points have others.

    Points share the look of their numbers. They need not count correctly: a number that is
    missing, repeated or out of order is still one. A list of the same look begins with 1 after a
    colon.
    """
    candidates = [
        _Candidate(index, number, piece.level)
        for index, piece in enumerate(pieces)
        if piece.kind is MarkKind.NUMBER and not piece.cell and (number := number_of(piece.mark))
    ]
    candidates = candidates[_length_of_first_list(candidates, pieces) :]
    if not candidates:
        return {}
    main = candidates[0]
    alike = [
        each
        for each in candidates
        if each.number.style == main.number.style and each.level == main.level
    ]
    return _outer(alike, pieces)


def _length_of_first_list(candidates: Sequence[_Candidate], pieces: Sequence[Piece]) -> int:
    """How many numbers count the items of a paragraph that is not numbered itself.

    Bare figures are those of points.
    """
    is_list = candidates and candidates[0].number.style != "#"
    if not is_list or not _is_introduced(candidates[0], pieces):
        return 0
    length = 1
    for before, after in pairwise(candidates):
        if after.number != before.number._replace(value=before.number.value + 1):
            break
        length += 1
    return length


def _outer(candidates: Sequence[_Candidate], pieces: Sequence[Piece]) -> dict[int, int]:
    """The numbers of points among numbers that look alike."""
    found: dict[int, int] = {}
    last = next_inner = 0
    for place, each in enumerate(candidates):
        value = each.number.value
        if value == 1 and last and _is_introduced(each, pieces):
            next_inner = 2
            continue
        if value == next_inner:
            following = candidates[place + 1].number.value if place + 1 < len(candidates) else 0
            is_ambiguous = value == last + 1
            if not is_ambiguous or following == value or _continues_list(each, pieces):
                next_inner += 1
                continue
        found[each.place] = last = value
        next_inner = 0
    return found


def _is_introduced(candidate: _Candidate, pieces: Sequence[Piece]) -> bool:
    """Whether the paragraph before ends with a colon."""
    place = candidate.place
    return place > 0 and _INTRODUCES.search(pieces[place - 1].text) is not None


def _continues_list(candidate: _Candidate, pieces: Sequence[Piece]) -> bool:
    """Whether the item before ends as one that another follows."""
    return _ITEM_END.search(pieces[candidate.place - 1].text) is not None
