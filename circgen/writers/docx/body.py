"""The letter as the body of a WordprocessingML document.

Nothing is formatted here: a paragraph names its style and its list, a run its language.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from circgen.document import Heading, ItemList, Paragraph, Table
from circgen.writers.docx.picture import EMU_PER_TWIP
from circgen.writers.docx.styles import HEADINGS, Role
from circgen.writers.docx.tables import CELL_MARGINS, Cell, Frame, shares, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from circgen.document import Annex, Block, Circular, Entry, Line, NumberedParagraph, Run
    from circgen.writers.docx.letterhead import Letterhead
    from circgen.writers.docx.numbering import Numbering
    from circgen.writers.docx.picture import Picture
    from circgen.writers.docx.relations import Relations
    from circgen.writers.docx.voice import Voice

NARROWEST_LABELS, WIDEST_LABELS = 1_000, 2_300
"""Limits of the column of labels, in twips."""
VALUES, RECIPIENTS = 3, 5
"""How the rest of the reference table is divided between values and recipients."""
BRACKETS = ("(", "\N{FULLWIDTH LEFT PARENTHESIS}")


class Logo(NamedTuple):
    """A picture, the id of its relation, and what a screen reader says for it."""

    picture: Picture
    relation: str
    description: str


def _look(run: Run) -> tuple[str | None, bool, bool]:
    """What runs that are set as one have in common; a link has the look of links."""
    return (run.link, False, False) if run.link else (None, run.bold, run.italic)


class Body(NamedTuple):
    """Writes one letter; `numbering` and `relations` gather what it needs outside the body."""

    letterhead: Letterhead
    voice: Voice
    numbering: Numbering
    relations: Relations

    def letter(self, circular: Circular, logo: Logo | None) -> str:
        """All paragraphs and tables, in reading order."""
        return "".join(
            (
                self._words(Role.DRAFT, circular.draft) if circular.draft else "",
                self._letterhead(circular.letterhead, logo),
                self._line(Role.DATELINE, circular.dateline),
                self._reference(circular),
                self._lines(Role.SALUTATION, circular.salutation),
                self._paragraphs(circular.paragraphs),
                self._line(Role.CLOSING, circular.closing),
                self._signature(circular.signature),
                self._line(Role.ANNEX_NOTE, circular.annex_note),
                *(self._annex(annex) for annex in circular.annexes),
            )
        )

    # Paragraphs and runs

    def _paragraph(self, role: Role, runs: str, numbering: str = "") -> str:
        style = self.letterhead.styles[role].id
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{numbering}{self.voice.paragraph}</w:pPr>'
            f"{runs}</w:p>"
        )

    def _words(self, role: Role, text: str) -> str:
        return self._paragraph(role, self.voice.run(text))

    def _line(self, role: Role, line: Line, numbering: str = "") -> str:
        """A paragraph, or nothing where the line is empty."""
        return self._paragraph(role, self._runs(line, role), numbering) if line else ""

    def _lines(self, role: Role, lines: Iterable[Line]) -> str:
        return "".join(self._line(role, line) for line in lines)

    def _runs(self, line: Line, role: Role) -> str:
        """The runs of a line: words and facts that look alike are one, as if typed in one go."""
        styles = self.letterhead.styles
        marked = []
        for (link, bold, italic), runs in groupby(line, _look):
            text = "".join(run.text for run in runs)
            if link and text.strip():  # nobody could see or follow any other
                marked.append(
                    f'<w:hyperlink r:id="{self.relations.link(link)}" w:history="1">'
                    f"{self.voice.run(text, styles[Role.LINK].id)}</w:hyperlink>"
                )
                continue
            # Word takes Strong inside a bold paragraph for not bold.
            match bold and not styles[role].bold, italic:
                case True, True:
                    style = styles[Role.STRONG_EMPHASIS].id
                case True, False:
                    style = styles[Role.STRONG].id
                case False, True:
                    style = styles[Role.EMPHASIS].id
                case _:
                    style = ""
            marked.append(self.voice.run(text, style))
        return "".join(marked)

    # Parts of the letter

    def _letterhead(self, lines: Sequence[str], logo: Logo | None) -> str:
        """The Union and the Bureau, beside the logo if there is one."""
        printed = "".join(self._words(Role.LETTERHEAD, line) for line in lines)
        if logo is None:
            return printed
        shown = logo.picture.run(logo.relation, logo.description, self.voice.mark)
        first = logo.picture.width // EMU_PER_TWIP + CELL_MARGINS
        frame = Frame(
            self.letterhead.styles[Role.REFERENCE_TABLE].id,
            self.voice.table,
            widths=(first, self.letterhead.width - first),
        )
        beside = printed or self._paragraph(Role.LETTERHEAD, "")
        return frame.markup([(Cell(self._paragraph(Role.LETTERHEAD, shown)), Cell(beside))])

    def _reference(self, circular: Circular) -> str:
        """Labels and values; beside them, in one cell from top to bottom, the recipients."""
        entries = (*circular.reference, circular.subject)
        labels = max(width_of(entry.label) for entry in entries)
        labels = min(max(labels, NARROWEST_LABELS), WIDEST_LABELS)
        rest = self.letterhead.width - labels
        values = rest * VALUES // (VALUES + RECIPIENTS)
        recipients = "".join(
            self._words(Role.LABEL, entry.label) + self._lines(Role.RECIPIENT, entry.values)
            for entry in circular.recipients
        )
        rows: list[tuple[Cell, ...]] = []
        for number, entry in enumerate(circular.reference):
            left = self._labelled(entry, Role.VALUE)
            if not recipients:
                rows.append((left[0], Cell(left[1].paragraphs, columns=2)))
            elif number == 0:
                rows.append((*left, Cell(recipients, merged="restart")))
            else:
                rows.append((*left, Cell(self._paragraph(Role.VALUE, ""), merged="continue")))
        label, title = self._labelled(circular.subject, Role.SUBJECT)
        rows.append((label, Cell(title.paragraphs, columns=2)))
        frame = Frame(
            self.letterhead.styles[Role.REFERENCE_TABLE].id,
            self.voice.table,
            widths=(labels, values, rest - values),
            description=circular.properties.table_description,
            special="lastRow",
        )
        return frame.markup(rows)

    def _labelled(self, entry: Entry, role: Role) -> tuple[Cell, Cell]:
        values = self._lines(role, entry.values) or self._paragraph(role, "")
        return Cell(self._words(Role.LABEL, entry.label)), Cell(values)

    def _paragraphs(self, paragraphs: Sequence[NumberedParagraph]) -> str:
        """The numbered paragraphs. The last one stays with the closing."""
        if not paragraphs:
            return ""
        numbers = self.numbering.start(Role.PARAGRAPH, paragraphs[0].number)
        marked = "".join(self._numbered(paragraph, numbers) for paragraph in paragraphs)
        # A signature alone on a page could be put under any letter. No style can say this, for the
        # last paragraph may be of any kind.
        style_end = marked.index("/>", marked.rindex("<w:pStyle ")) + len("/>")
        return f"{marked[:style_end]}<w:keepNext/>{marked[style_end:]}"

    def _numbered(self, paragraph: NumberedParagraph, numbers: str) -> str:
        """The first block has the number, the paragraphs after it have none."""
        first, *rest = paragraph.blocks
        opening = (
            self._line(Role.PARAGRAPH, first.runs, numbers)
            if isinstance(first, Paragraph)
            else self._blocks((first,), Role.CONTINUATION)
        )
        return opening + self._blocks(rest, Role.CONTINUATION)

    def _signature(self, lines: Sequence[Line]) -> str:
        """A first line in brackets stands for the hand that signed and has room around it."""
        if lines and lines[0] and lines[0][0].text.startswith(BRACKETS):
            return self._line(Role.SIGNED, lines[0]) + self._lines(Role.SIGNATURE, lines[1:])
        return self._lines(Role.SIGNATURE, lines)

    def _annex(self, annex: Annex) -> str:
        return (
            self._line(Role.ANNEX_HEADING, annex.heading)
            + self._line(Role.ANNEX_TITLE, annex.title)
            + self._blocks(annex.blocks, Role.ANNEX_TEXT)
        )

    # Blocks

    def _blocks(self, blocks: Sequence[Block], text: Role) -> str:
        """The blocks one after the other; `text` is the style of running text."""
        marked = []
        for number, block in enumerate(blocks):
            match block:
                case Paragraph():
                    marked.append(self._line(text, block.runs))
                case Heading():
                    marked.append(self._line(HEADINGS[block.level - 1], block.runs))
                case ItemList():
                    role = Role.ITEM if block.ordered else Role.BULLET
                    numbering = self.numbering.start(role, block.start) if block.ordered else ""
                    marked += (self._line(role, item, numbering) for item in block.items)
                case Table():
                    marked.append(self._table(block))
                    following = blocks[number + 1] if number + 1 < len(blocks) else None
                    if following is None or isinstance(following, Table):
                        # Word would join two tables, and wants a paragraph after the last one.
                        marked.append(self._paragraph(Role.TABLE_END, ""))
        return "".join(marked)

    def _table(self, block: Table) -> str:
        """A table over the whole width, its first row repeated on every page."""
        count = max(len(row) for row in (block.header, *block.rows))
        texts = [
            [
                "".join(run.text for run in row[column])
                for row in (block.header, *block.rows)
                if column < len(row)
            ]
            for column in range(count)
        ]
        rows = [self._cells(block.header, count, Role.TABLE_HEADING)]
        rows += (self._cells(row, count, Role.TABLE_TEXT) for row in block.rows)
        frame = Frame(
            self.letterhead.styles[Role.TABLE].id,
            self.voice.table,
            widths=shares(texts, self.letterhead.width),
            special="firstRow",
        )
        return frame.markup(rows)

    def _cells(self, row: Sequence[Line], count: int, role: Role) -> list[Cell]:
        """A row filled up to `count` cells."""
        lines = (*row, *((),) * (count - len(row)))
        return [Cell(self._line(role, line) or self._paragraph(role, "")) for line in lines]
