"""Tables: rows of cells whose paragraphs are already marked up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from circgen.writers.docx.markup import escape
from circgen.writers.docx.voice import is_east_asian

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TWIPS_PER_CHARACTER = 120
"""What a character of 11 points takes on average, bold and with some room to spare."""
CELL_MARGINS = 2 * 108
LOOKS = {"": "0600", "firstRow": "0620", "lastRow": "0640"}
"""The same as the attributes of `w:tblLook` say, as bits: Word 2007 reads only these."""


class Cell(NamedTuple):
    """Paragraphs. `columns` is how many it spans; `merged` how it belongs to the one above."""

    paragraphs: str
    columns: int = 1
    merged: str = ""  # "restart": merged with those below; "continue": with the one above

    def markup(self, width: int) -> str:
        """The cell, `width` twips wide. Word wants a paragraph even where nothing is shown."""
        span = f'<w:gridSpan w:val="{self.columns}"/>' if self.columns > 1 else ""
        merge = f'<w:vMerge w:val="{self.merged}"/>' if self.merged else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>'
            f"{self.paragraphs}</w:tc>"
        )


class Frame(NamedTuple):
    """A table without its rows. Widths of columns are in twips and fixed.

    `direction` is the mark of right-to-left tables; `special` is the row that the table style sets
    off. A first row that is special is a row of headings, repeated on every page.
    """

    style: str
    direction: str
    widths: Sequence[int]
    description: str = ""
    special: Literal["", "firstRow", "lastRow"] = ""

    def markup(self, rows: Iterable[Sequence[Cell]]) -> str:
        """The table with these rows."""
        described = ""
        if self.description:
            said = escape(self.description)
            described = f'<w:tblCaption w:val="{said}"/><w:tblDescription w:val="{said}"/>'
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.style}"/>{self.direction}'
            f'<w:tblW w:w="{sum(self.widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{LOOKS[self.special]}" w:firstRow="{self.special == "firstRow":d}"'
            f' w:lastRow="{self.special == "lastRow":d}" w:firstColumn="0" w:lastColumn="0"'
            ' w:noHBand="1" w:noVBand="1"/>'
            f"{described}</w:tblPr><w:tblGrid>"
            + "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
            + "</w:tblGrid>"
            + "".join(
                self._row(row, heads=self.special == "firstRow" and number == 0)
                for number, row in enumerate(rows)
            )
            + "</w:tbl>"
        )

    def _row(self, cells: Sequence[Cell], *, heads: bool) -> str:
        """A row that is never broken over two pages."""
        marked = []
        column = 0
        for cell in cells:
            marked.append(cell.markup(sum(self.widths[column : column + cell.columns])))
            column += cell.columns
        properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if heads else "")
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(marked)}</w:tr>"


def width_of(text: str) -> int:
    """About how wide a cell must be to hold the text on one line, in twips."""
    characters = sum(2 if is_east_asian(character) else 1 for character in text)
    return characters * TWIPS_PER_CHARACTER + CELL_MARGINS


def shares(texts: Sequence[Sequence[str]], width: int) -> tuple[int, ...]:
    """Widths of columns that add up to `width`, by the longest text of each column.

    A column never gets so little that its words break, nor so much that the others starve.
    """
    wanted = [
        min(max((width_of(text) for text in column), default=0), width // 2) + CELL_MARGINS
        for column in texts
    ]
    parts = [width * each // sum(wanted) for each in wanted]
    parts[-1] += width - sum(parts)
    return tuple(parts)
