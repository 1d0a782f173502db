"""A stream of paragraphs as it is read: what of it is shown becomes lines.

A document has one for its body, and one for each header, note and text box.
"""

from __future__ import annotations

from circgen.findings import Location
from circgen.readers.docx.numbering import Counters
from circgen.readers.docx.properties import CellShape, RowShape, Setting
from circgen.readers.docx.refusals import too_large
from circgen.readers.sheet import Cell, Line, Story

LONGEST = 1_000_000
"""Characters of a paragraph: three hundred pages."""
PAGE_BREAK = "\f"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


class Field:
    """A field that is open: what calculates it isn't shown, what came out is."""

    def __init__(self) -> None:
        self.shows = False
        self.chosen = ""  # of a list to choose from, which has no result of its own


class Table:
    """A table that is open, and which of its cells is."""

    def __init__(self, number: int, *, outside: bool) -> None:
        self.number = number
        self.row = -1
        self.column = -1
        self.width = 1  # of the cell, in columns
        self.hidden = False  # a row that was deleted
        self.merged = False  # a cell that another one covers
        self.above: set[int] = set()  # columns whose cells in the row before are merged
        self.merging: set[int] = set()  # such columns in this row
        self.outside = outside  # whether the cell that the table stands in is shown


class Flow:
    """Gathers the lines of a stream; places count paragraphs from 1, 0 is outside of the body."""

    def __init__(self, file: str, story: Story, counters: Counters, *, shown: bool = True) -> None:
        self.file = file
        self.story = story
        self.shown = shown
        self.counters = counters
        self.lines: list[Line] = []
        self._fields: list[Field] = []
        self._calculating = 0  # how many of them don't show what comes
        self.tables: list[Table] = []
        self.placeholders = 0
        self.hidden = False  # the run that is open
        self.marked = False  # whether the rest of the run is the mark of a note
        self.setting = Setting()
        self._pieces: list[str] = []
        self._boxes: list[Line] = []
        self._length = 0
        self.place = 0
        self._began = 0  # where the text begins that is gathered, 0 if there is none yet

    def open(self, place: int, setting: Setting) -> None:
        """A paragraph begins; what it says of itself may follow."""
        self.place = place
        self.setting = setting

    def close(self) -> None:
        """A paragraph ends; one without a mark goes on in the next."""
        if not self.setting.joined:
            self.flush()

    def add(self, text: str) -> None:
        """Text of a run, if it is shown."""
        if text and self.is_shown():
            self._began = self._began or self.place
            self._pieces.append(text)

    def measure(self, characters: int) -> None:
        """So many characters come, shown or not; refuses a paragraph that never ends."""
        self._length += characters
        if self._length > LONGEST:
            raise too_large(
                self.file,
                f"a paragraph of `{self.file}` has more than {LONGEST:,} characters",
                paragraph=self.place,
            )

    def add_boxes(self, lines: list[Line]) -> None:
        """The lines of a text box, which come after the paragraph that it hangs on."""
        self._boxes += lines

    def is_shown(self) -> bool:
        """Whether text at this place is seen by a reader."""
        return not (
            self.hidden or self.marked or self.placeholders or self._calculating or not self.shown
        )

    def flush(self) -> None:
        """What was gathered becomes a line, with its number or bullet."""
        text = "".join(self._pieces).replace(SOFT_HYPHEN, "")
        # Pages are no matter of the text, but a break between two words parts them.
        text = text.strip(PAGE_BREAK).replace(PAGE_BREAK, "\n")
        place, setting = self._began or self.place, self.setting
        self._pieces, self._length, self._began = [], 0, 0
        if self.shown and not (setting.joined and not text):
            mark, level = self.counters.next(setting.list_id, setting.level, setting.style)
            if mark or text.strip():
                at = Location(self.file, paragraph=place)
                self.lines.append(Line(text, at, mark, level, self.cell(), self.story))
        self.lines += self._boxes
        self._boxes = []
        self.setting = Setting()

    def cell(self) -> Cell | None:
        """The cell that is open."""
        if not self.tables:
            return None
        table = self.tables[-1]
        return Cell(table.number, max(table.row, 0), max(table.column, 0))

    def open_field(self) -> None:
        """A field begins, with what calculates it."""
        self._fields.append(Field())
        self._calculating += 1

    def choose(self, text: str) -> None:
        """What was chosen in the field that is open, of a list to choose from."""
        if self._fields:
            self._fields[-1].chosen = text

    def show_field(self) -> None:
        """The result of a field begins."""
        if self._fields and not self._fields[-1].shows:
            self._fields[-1].shows = True
            self._calculating -= 1

    def close_field(self) -> None:
        """A field ends."""
        if self._fields:
            field = self._fields.pop()
            if not field.shows:
                self._calculating -= 1
                self.add(field.chosen)

    def is_calculating(self) -> bool:
        """Whether a field has begun whose result has not come yet."""
        return self._calculating > 0

    def finish(self) -> list[Line]:
        """All lines, when the stream has ended."""
        if self._pieces or self._boxes:
            self.flush()
        return self.lines

    def open_table(self, number: int) -> None:
        """A table begins, in a cell of another one perhaps."""
        if self._pieces or self._boxes:
            self.flush()
        self.tables.append(Table(number, outside=self.shown))

    def close_table(self) -> None:
        """A table ends."""
        if self.tables:
            self.shown = self.tables.pop().outside

    def open_row(self) -> None:
        """A row begins; whether it was deleted is known later."""
        if self.tables:
            table = self.tables[-1]
            table.row += 1
            table.column, table.width, table.hidden = -1, 1, False
            table.above, table.merging = table.merging, set()

    def shape_row(self, shape: RowShape) -> None:
        """What a row that has begun says of itself."""
        if self.tables:
            table = self.tables[-1]
            table.column += shape.before
            table.hidden = shape.deleted
            if shape.deleted:
                table.row -= 1
            self._show()

    def open_cell(self) -> None:
        """A cell begins; how wide it is is known later."""
        if self.tables:
            table = self.tables[-1]
            table.column += table.width
            table.width, table.merged = 1, False

    def shape_cell(self, shape: CellShape) -> None:
        """What a cell that has begun says of itself."""
        if self.tables:
            table = self.tables[-1]
            table.width = shape.width
            if shape.merged:
                table.merging.add(table.column)
            table.merged = shape.gone or (shape.covered and table.column in table.above)
            self._show()

    def close_cell(self) -> None:
        """A cell ends, and so does what is in it."""
        if self._pieces or self._boxes:
            self.flush()
        if self.tables:
            self.tables[-1].merged = False
            self._show()

    def close_row(self) -> None:
        """A row ends."""
        if self.tables:
            self.tables[-1].hidden = False
            self._show()

    def _show(self) -> None:
        """Whether a paragraph in the cell that is open is there for a reader, empty or not."""
        table = self.tables[-1]
        self.shown = table.outside and not table.hidden and not table.merged
