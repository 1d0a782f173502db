"""Pieces: the lines of a sheet put together, or taken apart, to what was typed as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from circgen.findings import Location
from circgen.readers.letter import Passage
from circgen.readers.marks import MarkKind, is_lone_mark, is_page_number, kind_of, split_mark
from circgen.readers.shapes import shape_of
from circgen.readers.sheet import INVISIBLE, Cell, Line, Sheet, Story
from circgen.readers.side_by_side import column_by_column
from circgen.readers.signs import Signs
from circgen.readers.wrapping import is_broken_off, is_ended, is_full, shortest, wrapped_at

MOST_COLUMNS = 50
LONGEST_PARAGRAPH = 20_000
"""Characters after which nothing is joined to a paragraph any more."""

_BROKEN_WORD = re.compile(r"\w[-‐–—/]$")
_CODE_ALONE = re.compile(r"[A-Z]\.\d{1,2}")
"""The number of a paragraph in an annex, above its text."""
_ABBREVIATED = re.compile(r"(?:\d(?:\s[^\W\d_]{1,4}\.|[-–—])|\+\d{1,3})$")
"""The hours of `14 h. 30 min.`, the first of `14–16` or of a telephone number, at a line's end."""
_STOPPED = re.compile(r"[.!?。]$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+", re.IGNORECASE)
_COLUMNS = re.compile(r"[ \N{NO-BREAK SPACE}]*\t\s*|[ \N{NO-BREAK SPACE}]{3,}")
_NARROW_COLUMNS = re.compile(r"[ \N{NO-BREAK SPACE}]*\t\s*|[ \N{NO-BREAK SPACE}]{2,}")


class Piece(NamedTuple):
    """A passage, and how it stood on the sheet.

    `apart`: a blank line, or the end of a cell, stands before it. `soft`: it follows a line break
    inside one paragraph of a word processor. `is_row`: it may be a row of a table that was typed.
    `new_page`: a page begins with it.
    """

    passage: Passage
    level: int = 0
    cell: Cell | None = None
    apart: bool = False
    soft: bool = False
    is_row: bool = False
    new_page: bool = False

    @property
    def text(self) -> str:
        """Its text without the mark."""
        return self.passage.text

    @property
    def mark(self) -> str:
        """The number or bullet in front of it."""
        return self.passage.mark

    @property
    def kind(self) -> MarkKind:
        """What its mark looks like."""
        return kind_of(self.passage.mark)

    @property
    def as_read(self) -> Passage:
        """Its passage, with the row of the table where it stands in one."""
        if self.cell is None:
            return self.passage
        return self.passage._replace(row=(self.cell.table, self.cell.row))

    @property
    def is_ended(self) -> bool:
        """Whether it ends as a sentence, an item or an introduction to a list does."""
        return is_ended(self.text)


def later(at: Location, offset: int) -> Location:
    """The place `offset` characters on."""
    return at if at.paragraph or not at.column else at._replace(column=at.column + offset)


def part_of(piece: Piece, start: int, end: int | None = None) -> Piece:
    """What stands from `start` to `end` in a piece, without spaces around it and without mark."""
    text = piece.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    places = ((max(offset - start, 0), place) for offset, place in piece.passage.starts)
    kept = [(offset, place) for offset, place in places if 0 < offset < len(text)]
    first = (0, piece.passage.at(start))
    return piece._replace(passage=Passage(text, (first, *kept)))


def columns(piece: Piece, *, narrow: bool = False) -> list[Piece]:
    """What tabs or wide spaces set apart in a line, each with its own mark.

    `narrow`: two spaces are as wide as three, as they are in tables.
    """
    found: list[Piece] = []
    start = 0
    gaps = (_NARROW_COLUMNS if narrow else _COLUMNS).finditer(piece.text)
    for gap in islice(gaps, MOST_COLUMNS):
        if piece.text[start : gap.start()].strip():
            found.append(part_of(piece, start, gap.start()))
        start = gap.end()
    if not found:
        return [piece]
    found.append(part_of(piece, start))
    rest = [with_mark(each)._replace(apart=False) for each in found[1:]]
    return _with_lone_marks([marked(found[0], piece.mark), *rest])


def with_mark(piece: Piece) -> Piece:
    """A piece with the mark that its text begins with set apart."""
    mark, offset = split_mark(piece.text)
    return marked(part_of(piece, offset), mark) if mark else piece


def marked(piece: Piece, mark: str) -> Piece:
    """A piece with a mark, or without."""
    return piece._replace(passage=piece.passage._replace(mark=mark))


def join(first: Piece, second: Piece) -> Piece:
    """Two pieces as one, the second without its mark; a word broken at its hyphen comes together.

    The mark of the second, if it has one, is read as text.
    """
    glue = "" if _BROKEN_WORD.search(first.text[-2:]) else " "
    added = f"{second.mark} {second.text}" if second.mark else second.text
    offset = len(first.text) + len(glue)
    skipped = len(added) - len(second.text)
    # The place is that of the text: a mark that turned out to be text stood before it.
    starts = tuple(
        (offset + start + (skipped if start else 0), place if start else later(place, -skipped))
        for start, place in second.passage.starts
    )
    text = f"{first.text}{glue}{added}"
    passage = Passage(text, first.passage.starts + starts, first.mark)
    return first._replace(passage=passage)


def pieces_of(sheet: Sheet, signs: Signs) -> list[Piece]:
    """The pieces of a sheet's body, in order: wrapped lines joined, line breaks taken apart."""
    lines = lines_of(sheet)
    width = wrapped_at(lines)
    least = shortest(lines, width)
    lines, beside = column_by_column(lines, signs)
    found: list[Piece] = []
    for before, line in pairwise((None, *lines)):
        assert line is not None  # noqa: S101  only the first of them is
        apart = before is not None and _is_apart(before, line)
        pieces = _with_rows(found[-1:], _parts(line, apart=apart))
        if before is not None and found and pieces:
            above, first = found[-1], pieces[0]
            pieces[0] = first._replace(new_page=line.page != before.page)
            if (
                width
                and line not in beside
                and _is_continued(above, before, line, width, least)
                and not _stands_alone(above, first, signs)
                and not (first.is_row and (above.is_row or above.is_ended))
            ):
                found[-1] = join(above, pieces.pop(0))
        found += pieces
    return _with_lone_marks(found)


def lines_of(sheet: Sheet) -> list[Line]:
    """The lines of a sheet that are neither at the edge of a page nor notes."""
    return [line for line in sheet.lines if line.story in {Story.BODY, Story.BOX}]


def piece_of(line: Line) -> Piece:
    """A line as one piece, its line breaks as spaces."""
    text = " ".join(filter(None, map(str.strip, line.text.translate(INVISIBLE).split("\n"))))
    return Piece(Passage(text, ((0, line.at),), line.mark), line.level, line.cell)


def _is_apart(before: Line, line: Line) -> bool:
    """Whether a blank line, a new page or the border of a cell stands between two lines."""
    lines = line.at.line - before.at.line
    return not 0 <= lines <= 1 or line.page != before.page or line.cell != before.cell


def _parts(line: Line, *, apart: bool) -> Iterator[Piece]:
    """A piece for each stretch of a line between line breaks."""
    offset = 0
    first = True
    for text in line.text.translate(INVISIBLE).split("\n"):
        kept = text.strip()
        if kept:
            start = offset + len(text) - len(text.lstrip())
            mark = line.mark if first else ""
            if not mark:
                mark, skipped = split_mark(kept)
                start, kept = start + skipped, kept[skipped:]
            passage = Passage(kept, ((0, later(line.at, start)),), mark)
            yield Piece(passage, line.level, line.cell, apart=apart and first, soft=not first)
            first = False
        offset += len(text) + 1


def _with_lone_marks(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces with the mark that stood on a line of its own before them."""
    found: list[Piece] = []
    for piece in pieces:
        alone = found and not found[-1].mark and is_lone_mark(found[-1].text)
        if alone and not piece.mark and not piece.apart and not piece.text.isupper():
            lone = found.pop()
            piece = marked(piece, lone.text)._replace(apart=lone.apart)  # noqa: PLW2901
        elif found and not piece.mark and not piece.cell and _CODE_ALONE.fullmatch(found[-1].text):
            piece = join(found.pop(), piece)  # noqa: PLW2901
        found.append(piece)
    return found


def _with_rows(above: list[Piece], pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces, told which may be rows of a table: they have columns.

    Below a row, two spaces part them if something begins there in the row, too.
    """
    found = above
    for piece in pieces:
        is_row = not piece.mark and not piece.cell and _COLUMNS.search(piece.text) is not None
        if not is_row and not piece.mark and found and found[-1].is_row:
            is_row = are_aligned(found[-1], piece)
        found = [*found, piece._replace(is_row=is_row)]
    return found[len(above) :]


def are_aligned(row: Piece, other: Piece) -> bool:
    """Whether a column behind the first one begins at the same place in two lines."""
    return not _starts(row).isdisjoint(_starts(other))


def _starts(piece: Piece) -> set[int]:
    """Where the columns of a line begin behind the first one, as it is shown."""
    at, text = piece.passage.at, piece.text
    ends = (gap.end() for gap in _NARROW_COLUMNS.finditer(text))
    return {at(end).column + sum(map(_is_wide, text[:end])) for end in ends}


def _is_wide(character: str) -> bool:
    """Whether a character is as wide as two, as those of East Asia are."""
    return east_asian_width(character) in {"W", "F"}


# --- wrapped lines


def _is_continued(piece: Piece, before: Line, line: Line, width: int, least: int) -> bool:
    """Whether a line goes on with the paragraph of the line before, in a text that is wrapped.

    `least` is how long a line may be that was broken within a sentence.
    """
    if line.at.line - before.at.line > 1 or len(piece.text) > LONGEST_PARAGRAPH:
        return False
    full = is_full(before, line, width)
    match kind_of(line.mark):
        case MarkKind.NONE:
            if _ADDRESS.fullmatch(line.text) and (
                _STOPPED.search(piece.text) or shape_of(piece.text)
            ):
                return False
            if line.text[0].isdecimal() and _ABBREVIATED.search(piece.text):
                return True
            goes_on = not piece.is_ended or (piece.text.endswith(";") and not piece.mark)
            is_inside = not line.text[0].isupper() or is_broken_off(before.text)
            may_go_on = is_inside and not piece.is_ended and not piece.is_row
            is_long = may_go_on and is_full(before, line, least)
            return full or is_long or (line.text[0].islower() and goes_on)
        case MarkKind.BULLET:
            return False
    # A dash, or the figures of a date, that happened to come first.
    may_be_next = piece.mark == line.mark and not line.text[:1].islower()
    return full and not piece.is_ended and not piece.text.endswith(",") and not may_be_next


def _stands_alone(piece: Piece, other: Piece, signs: Signs) -> bool:
    """Whether either of two pieces is a line that is never part of a paragraph."""
    head = other.text.partition(":")[0]
    return (
        (":" in other.text and signs.label(head) is not None)
        or signs.label(piece.text) is not None
        or any(
            is_sign(text)
            for text in (piece.text, other.text)
            for is_sign in (signs.is_salutation, signs.is_signed, signs.is_annex_heading)
        )
        or signs.is_closing(other.text)
        or signs.is_footer(other.text)
        or any(map(is_page_number, (piece.text, other.text)))
    )
