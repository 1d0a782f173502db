"""Tables of two letters, row by row, where they are laid out alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from circgen.comparison.align import align
from circgen.comparison.likeness import likeness, profile
from circgen.comparison.side import Side, Unit
from circgen.readers.letter import Passage
from circgen.recognition.mentions import Kind

_TOLD = frozenset(
    (Kind.DATE, Kind.WEEKDAY, Kind.HOURS, Kind.ZONE, Kind.URL, Kind.EMAIL, Kind.PHONE)
)


def paired_rows(
    sides: tuple[Side, Side], name: str, own: Sequence[Passage], other: Sequence[Passage]
) -> list[tuple[Unit, Unit]]:
    """The rows of tables that say facts of the same kinds in both languages, cell by cell.

    There are none if rows or facts are not as many, or rows stand in another order.
    """
    rows = tuple([row for row in _row_by_row(each) if row[0].row] for each in (own, other))
    if len(rows[0]) < 2 or len(rows[0]) != len(rows[1]):  # noqa: PLR2004
        return []
    one, two = (
        [side.unit(name, *row) for row in each] for side, each in zip(sides, rows, strict=True)
    )
    pairs = list(zip(one, two, strict=True))
    if any(_told(first) != _told(second) for first, second in pairs):
        return []
    found = align([*map(profile, one)], [*map(profile, two)], likeness)
    return [] if found.moved else pairs


def pieces_of_annexes(
    sides: tuple[Side, Side], name: str, own: Sequence[Passage], other: Sequence[Passage]
) -> tuple[list[Unit], list[Unit]]:
    """What is compared one by one in two annexes: paragraphs, items, and cells of tables.

    Where tables of both have not as many cells in each row, it is rows.
    """
    rows = [list(_row_by_row(each)) for each in (own, other)]
    shapes = [[len(row) for row in each if row[0].row] for each in rows]
    if shapes[0] == shapes[1] or not all(shapes):
        rows = [[(passage,) for passage in each] for each in (own, other)]
    one, two = (
        [side.unit(name, *row) for row in each] for side, each in zip(sides, rows, strict=True)
    )
    return one, two


def _row_by_row(passages: Sequence[Passage]) -> Iterator[tuple[Passage, ...]]:
    """Passages one by one, the cells of a row of a table together."""
    for row, inside in groupby(passages, lambda passage: passage.row):
        if row is None:
            yield from ((passage,) for passage in tuple(inside))
        else:
            yield tuple(inside)


def _told(unit: Unit) -> list[Kind]:
    """The kinds of the facts that a row states."""
    spots = (spot.mention for spot in unit.spots if not spot.mention.weak)
    return sorted(mention.kind for mention in spots if mention.kind in _TOLD)
