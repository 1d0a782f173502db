"""The last touches to a PDF of LibreOffice: same bytes each time, and all that PDF/UA asks for.

What LibreOffice leaves out of an accessible PDF (ISO 14289-1) and is put right here:

- The language of the document is that of its styles, not that in which it is written (7.2).
- Its title has `&quot;` for quotation marks in the metadata (7.1).
- No cell of a table is a header (7.5): in a letter, the first of each row says what the row is.
- In a table from right to left, a cell over several columns counts as one (7.5).
- Lines around paragraphs are not told from what is to be read (7.1): see `artifacts`.
- Pages with links don't say that Tab follows the order of reading, and links don't print (7.18).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, PdfError, String

from circgen.printing.artifacts import pass_over_lines
from circgen.printing.office import OfficeError
from circgen.printing.source import Source, digest_of

_PRINT = 1 << 2
"""The flag of an annotation that is printed (ISO 32000-1, table 165)."""
_DEEPEST = 100
_MADE_FROM = "dc:source"
"""The document that a PDF was made from, in its metadata (ISO 16684-1, Dublin Core)."""


def finished(pdf: bytes, source: Source) -> tuple[bytes, frozenset[str]]:
    """A PDF that is put right, and the names of its fonts; `source` is what it was made from.

    Raises:
        OfficeError: if it is no PDF, or half of one.
    """
    try:
        opened = Pdf.open(io.BytesIO(pdf), attempt_recovery=False)
    except PdfError as error:
        raise OfficeError("LibreOffice did not finish its PDF") from error
    with opened:
        _describe(opened, source)
        for page in opened.pages:
            _follow_order(page)
        if "/StructTreeRoot" in opened.Root:  # a version of LibreOffice may write none
            for table in _tables(opened.Root.StructTreeRoot):
                _head(table)
                _fill(table)
            pass_over_lines(opened)
        fonts = frozenset(_fonts(opened))
        written = io.BytesIO()
        opened.save(written, deterministic_id=True)
    return written.getvalue(), fonts


def is_made_from(pdf: bytes, document: bytes) -> bool:
    """Whether a PDF was made from a Word document, and neither was changed since."""
    try:
        with Pdf.open(io.BytesIO(pdf)) as opened, opened.open_metadata() as metadata:
            return bool(metadata.get(_MADE_FROM) == digest_of(document))
    except PdfError:
        return False


def _describe(pdf: Pdf, source: Source) -> None:
    """Language, title and dates of a document in its PDF, and from which document it was made."""
    if source.language:
        pdf.Root.Lang = String(source.language)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if source.title:
            metadata["dc:title"] = source.title
        metadata[_MADE_FROM] = source.digest
        for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            if source.created:
                metadata[key] = source.created
            elif key in metadata:
                del metadata[key]
    for name in ("/CreationDate", "/ModDate"):
        if source.created:
            pdf.docinfo[name] = String(f"D:{''.join(filter(str.isdigit, source.created))}Z")
        elif name in pdf.docinfo:
            del pdf.docinfo[name]
    for name in ("/ID", "/DocChecksum"):  # they come from the moment of printing
        with suppress(KeyError):
            del pdf.trailer[name]


def _follow_order(page: pikepdf.Page) -> None:
    annotations = page.obj.get("/Annots")
    if annotations is None:
        return
    page.obj.Tabs = Name.S
    for annotation in annotations:
        annotation.F = int(annotation.get("/F", 0)) | _PRINT


def _tables(element: pikepdf.Object, depth: int = 0) -> Iterator[pikepdf.Object]:
    """Every table in a tree of tags."""
    for child in _children(element):
        if child.get("/S") == Name.Table:
            yield child
        if depth < _DEEPEST:
            yield from _tables(child, depth + 1)


def _children(element: pikepdf.Object) -> list[pikepdf.Object]:
    """The tags in a tag; what else is in it are pieces of pages."""
    children = element.get("/K")
    found = list(children) if isinstance(children, Array) else [children]
    return [child for child in found if isinstance(child, Dictionary) and "/S" in child]


def _head(table: pikepdf.Object) -> None:
    """Make the first cell of each row its header, if the table has no headers."""
    rows = [row for row in _children(table) if row.S == Name.TR]
    cells = [_children(row) for row in rows]
    if any(cell.S == Name.TH for row in cells for cell in row):
        return
    scope = Dictionary(O=Name.Table, Scope=Name.Row)
    for row in filter(None, cells):
        row[0].S = Name.TH
        _add(row[0], scope)


def _fill(table: pikepdf.Object) -> None:
    """Let the last cell of a row that is too short go on to the end of the table."""
    rows = [_children(row) for row in _children(table) if row.S == Name.TR]
    widths = [0] * len(rows)
    for number, row in enumerate(rows):
        for cell in row:
            for below in range(number, min(number + _span(cell, "/RowSpan"), len(rows))):
                widths[below] += _span(cell, "/ColSpan")
    for row, width in zip(rows, widths, strict=True):
        if row and width < max(widths):
            columns = _span(row[-1], "/ColSpan") + max(widths) - width
            _add(row[-1], Dictionary(O=Name.Table, ColSpan=columns))


def _span(cell: pikepdf.Object, name: str) -> int:
    return max((int(each.get(name, 1)) for each in _attributes(cell)), default=1)


def _attributes(element: pikepdf.Object) -> list[pikepdf.Object]:
    found = element.get("/A")
    return list(found) if isinstance(found, Array) else [found] if found else []


def _add(element: pikepdf.Object, attribute: pikepdf.Object) -> None:
    element.A = Array([*_attributes(element), attribute])


def _fonts(pdf: Pdf) -> Iterator[str]:
    for found in pdf.objects:
        if (
            isinstance(found, Dictionary)
            and found.get("/Type") == Name.Font
            and "/BaseFont" in found
        ):
            yield str(found.BaseFont).removeprefix("/")
