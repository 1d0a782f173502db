"""The parts that hold text: what each of their elements means for the stream of paragraphs."""

# ruff: noqa: PLW0108 - a lambda asks for the flow that is open when it is called

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from circgen.findings import Location
from circgen.readers.docx import properties
from circgen.readers.docx.flow import PAGE_BREAK, Flow
from circgen.readers.docx.markup import Attributes, Grammar, Group, first, value
from circgen.readers.docx.numbering import Counters, Numbering
from circgen.readers.docx.package import Package
from circgen.readers.docx.properties import Setting
from circgen.readers.docx.record import Record
from circgen.readers.docx.styles import Styles
from circgen.readers.docx.symbols import symbol
from circgen.readers.sheet import Line, Story

SKIPPED = frozenset(
    {
        "w:del",
        "w:moveFrom",
        "w:delText",
        "w:instrText",
        "w:delInstrText",
        "w:rt",  # the pronunciation above a word
        "w:tblPr",
        "w:tblPrEx",
        "w:tblGrid",
        "w:sdtEndPr",
        "m:ctrlPr",
    }
)
SPACE = " \t\r\n"
AS_SPACES = str.maketrans("\r\n", "  ")
NO_BREAK_HYPHEN = "\N{NON-BREAKING HYPHEN}"


class Shared:
    """What all parts of a document are read with."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.record = Record(package.file)
        self.styles = Styles(package)
        self.numbering = Numbering(package, self.styles)


class StoryReader:
    """Reads a part: the body, a header or a footer, or all notes of a kind."""

    def __init__(self, shared: Shared, story: Story) -> None:
        self.story = story
        self.has_body = False
        self.notes: dict[str, list[Line]] = {}
        self._package = shared.package
        self._record = shared.record
        self._styles = shared.styles
        self._counters = Counters(shared.numbering)
        self._box_counters = Counters(shared.numbering)
        self._plain = Setting(shared.styles.default)
        self._flow = Flow(shared.package.file, story, self._counters)
        self._outer: list[Flow] = []  # those in whose paragraphs the text box stands
        self._controls: list[bool] = []  # content controls, and whether they show a placeholder
        self._text: list[str] = []
        self._keeps_space = False
        self._note = ""

    def read(self, part: str) -> list[Line]:
        """The lines of the part; those of notes are in `notes`."""
        self._package.parse(
            part, Grammar(self._starts(), self._ends(), self._groups(), SKIPPED, self._texts())
        )
        return self._finished(self._flow)

    def _starts(self) -> dict[str, Callable[[Attributes], None]]:
        return {
            "w:body": self._open_body,
            "w:p": self._open_paragraph,
            "w:r": self._open_run,
            "w:t": self._open_text,
            "m:t": self._open_text,
            "w:tab": lambda _: self._flow.add("\t"),
            "w:ptab": lambda _: self._flow.add("\t"),
            "w:br": self._break,
            "w:cr": lambda _: self._flow.add("\n"),
            "w:noBreakHyphen": lambda _: self._flow.add(NO_BREAK_HYPHEN),
            "w:sym": self._symbol,
            "w:fldChar": self._field,
            "w:footnoteReference": partial(self._refer, "footnotes"),
            "w:endnoteReference": partial(self._refer, "endnotes"),
            "w:footnote": self._open_note,
            "w:endnote": self._open_note,
            "w:ins": self._change,
            "w:del": self._change,
            "w:moveFrom": self._change,
            "w:moveTo": self._change,
            "w:tbl": self._open_table,
            "w:tr": lambda _: self._flow.open_row(),
            "w:tc": lambda _: self._flow.open_cell(),
            "w:sdt": lambda _: self._controls.append(False),
            "w:txbxContent": self._open_box,
            "w:altChunk": self._embedded,
            "w:subDoc": self._embedded,
        }

    def _ends(self) -> dict[str, Callable[[], None]]:
        return {
            "w:p": lambda: self._flow.close(),
            "w:r": self._close_run,
            "m:r": self._close_run,
            "w:t": self._close_text,
            "m:t": self._close_text,
            "w:footnote": self._close_note,
            "w:endnote": self._close_note,
            "w:tbl": lambda: self._flow.close_table(),
            "w:tr": lambda: self._flow.close_row(),
            "w:tc": lambda: self._flow.close_cell(),
            "w:sdt": self._close_control,
            "w:txbxContent": self._close_box,
        }

    def _groups(self) -> dict[str, Callable[[Group], None]]:
        return {
            "w:pPr": self._paragraph_properties,
            "w:rPr": self._run_properties,
            "w:trPr": self._row_properties,
            "w:tcPr": self._cell_properties,
            "w:sdtPr": self._control_properties,
            "w:ffData": lambda group: self._flow.choose(properties.chosen_entry(group)),
            "w:sectPr": self._record.section,
        }

    def _texts(self) -> dict[str, Callable[[str], None]]:
        return {"w:t": self._gather, "m:t": self._gather}

    # --- paragraphs

    def _open_body(self, _: Attributes) -> None:
        self.has_body = True

    def _open_paragraph(self, _: Attributes) -> None:
        if self.story is Story.BODY and not self._outer:
            self._record.paragraphs += 1
            self._flow.open(self._record.paragraphs, self._plain)
        else:
            self._flow.open(self._place(), self._plain)

    def _paragraph_properties(self, group: Group) -> None:
        self._flow.setting = properties.paragraph_setting(group, self._styles)
        self._record.change(self._place(), properties.changes(group))
        if first(group, "w:sectPr") is not None:
            self._record.section(group)

    def _place(self) -> int:
        """The paragraph of the body that is open, also within a box; 0 in other parts."""
        return self._outer[0].place if self._outer else self._flow.place

    # --- runs

    def _open_run(self, _: Attributes) -> None:
        self._flow.hidden = self._styles.is_hidden(self._flow.setting.style, "")

    def _run_properties(self, group: Group) -> None:
        self._flow.hidden = properties.is_hidden(group, self._flow.setting.style, self._styles)

    def _close_run(self) -> None:
        self._flow.hidden = self._flow.marked = False

    def _open_text(self, attributes: Attributes) -> None:
        self._keeps_space = value(attributes, "xml:space") == "preserve"

    def _gather(self, text: str) -> None:
        self._flow.measure(len(text))
        self._text.append(text)

    def _close_text(self) -> None:
        text = "".join(self._text)
        self._text.clear()
        self._flow.add((text if self._keeps_space else text.strip(SPACE)).translate(AS_SPACES))

    def _break(self, attributes: Attributes) -> None:
        is_page = value(attributes, "w:type") in {"page", "column"}
        self._flow.add(PAGE_BREAK if is_page else "\n")

    def _symbol(self, attributes: Attributes) -> None:
        try:
            code = int(value(attributes, "w:char")[:6], 16)
        except ValueError:
            return
        self._flow.add(symbol(code, value(attributes, "w:font")))

    # --- fields, notes, changes and other files

    def _field(self, attributes: Attributes) -> None:
        match value(attributes, "w:fldCharType"):
            case "begin":
                self._flow.open_field()
            case "separate":
                self._flow.show_field()
            case "end":
                self._flow.close_field()

    def _refer(self, kind: str, attributes: Attributes) -> None:
        if self._flow.is_shown():
            self._record.note(kind, value(attributes, "w:id"), self._place())
        if value(attributes, "w:customMarkFollows") in {"1", "true", "on"}:
            self._flow.marked = True

    def _open_note(self, attributes: Attributes) -> None:
        self._note = value(attributes, "w:id")
        self._flow = Flow(self._package.file, self.story, self._counters)

    def _close_note(self) -> None:
        self.notes[self._note] = self._finished(self._flow)

    def _change(self, _: Attributes) -> None:
        self._record.change(self._place(), 1)

    def _embedded(self, _: Attributes) -> None:
        self._record.unread(
            "another file is embedded here, and its text is not read",
            "open the document in Word and save it: that makes the text a part of it",
            self._place(),
        )

    # --- tables, content controls and text boxes

    def _open_table(self, _: Attributes) -> None:
        self._flow.open_table(self._record.tables)
        self._record.tables += 1

    def _row_properties(self, group: Group) -> None:
        self._flow.shape_row(properties.row_shape(group))
        self._record.change(self._place(), properties.changes(group))

    def _cell_properties(self, group: Group) -> None:
        self._flow.shape_cell(properties.cell_shape(group))
        self._record.change(self._place(), properties.changes(group))

    def _control_properties(self, group: Group) -> None:
        if properties.is_placeholder(group) and self._controls:
            self._controls[-1] = True
            self._flow.placeholders += 1

    def _close_control(self) -> None:
        if self._controls.pop():
            self._flow.placeholders -= 1

    def _open_box(self, _: Attributes) -> None:
        outer = self._flow
        self._outer.append(outer)
        story = Story.BOX if self.story is Story.BODY else self.story
        self._flow = Flow(outer.file, story, self._box_counters, shown=outer.is_shown())

    def _close_box(self) -> None:
        lines = self._finished(self._flow)
        self._flow = self._outer.pop()
        self._flow.add_boxes(lines)

    def _finished(self, flow: Flow) -> list[Line]:
        if flow.is_calculating():
            self._record.unread(
                "a field begins that does not end: what follows it is not read",
                "open the document in Word and save it, which puts fields in order",
                flow.place,
            )
        return flow.finish()


def placed(lines: list[Line], paragraph: int) -> list[Line]:
    """The lines of a note, at the paragraph that refers to it; the gap after its mark goes."""
    if not lines:
        return lines
    head = lines[0]._replace(text=lines[0].text.lstrip())
    return [
        line._replace(at=Location(line.at.file, paragraph=paragraph)) for line in (head, *lines[1:])
    ]
