"""Word documents as sheets: what Word shows of them, whatever it is made of underneath."""

from __future__ import annotations

from circgen.readers.docx.markup import Attributes, Grammar, is_on
from circgen.readers.docx.package import Package
from circgen.readers.docx.refusals import damaged, refused
from circgen.readers.docx.story import Shared, StoryReader, placed
from circgen.readers.sheet import Line, Sheet, Story

NOTES = ("footnotes", "endnotes")


def read_docx(data: bytes, file: str) -> Sheet:
    """The text of a Word document, with tracked changes as if they were accepted.

    The lines of headers come first, then those of the body with text boxes after the paragraph
    that they hang on, notes in the order of their references, and footers. Raises FindingsError
    with one finding when the file is no Word document, has a password, is damaged, could do harm,
    is far too large or has no text.
    """
    package = Package(data, file)
    shared = Shared(package)
    body = StoryReader(shared, Story.BODY)
    lines = body.read(package.main)
    if not body.has_body:
        raise damaged(file, f"`{file}` is damaged: {package.main} has no body")
    headers = _margins(shared, Story.HEADER)
    notes = _notes(shared)
    lines = _renumbered([*headers, *lines, *notes, *_margins(shared, Story.FOOTER)])
    if not lines:
        raise refused(
            file,
            "no-text",
            f"`{file}` has no text",
            "a letter that was scanned is a picture: get the document it was printed from",
        )
    return Sheet(file, tuple(lines), shared.record.findings())


def _margins(shared: Shared, story: Story) -> list[Line]:
    """The headers or footers that are shown, each once however many sections have it."""
    found: dict[tuple[tuple[str, str], ...], list[Line]] = {}
    relations = shared.record.shown(f"w:{story}Reference", even=_has_even_pages(shared))
    for part in dict.fromkeys(shared.package.part(relation) for relation in relations):
        if part is not None:
            lines = StoryReader(shared, story).read(part)
            found.setdefault(tuple((line.mark, line.text) for line in lines), lines)
    return [line for lines in found.values() for line in lines]


def _has_even_pages(shared: Shared) -> bool:
    """Whether even pages have headers and footers of their own."""
    part = shared.package.related("settings")
    found: list[Attributes] = []
    if part is not None:
        shared.package.parse(part, Grammar({"w:evenAndOddHeaders": found.append}))
    return any(is_on(attributes) for attributes in found)


def _notes(shared: Shared) -> list[Line]:
    """The notes that the text refers to."""
    references = shared.record.notes()
    notes: dict[str, dict[str, list[Line]]] = {}
    for kind in NOTES:
        part = shared.package.related(kind)
        if part is not None and any(each == kind for each, _ in references):
            reader = StoryReader(shared, Story.NOTE)
            reader.read(part)
            notes[kind] = reader.notes
    return [
        line
        for (kind, name), paragraph in tuple(references.items())
        for line in placed(notes.get(kind, {}).get(name, []), paragraph)
    ]


def _renumbered(lines: list[Line]) -> list[Line]:
    """With tables counted in the order of the lines, and those without text not at all."""
    numbers: dict[int, int] = {}
    return [
        line
        if line.cell is None
        else line._replace(
            cell=line.cell._replace(table=numbers.setdefault(line.cell.table, len(numbers)))
        )
        for line in lines
    ]
