"""The last touches to a PDF of LibreOffice: same bytes each time, and all that PDF/UA asks for.

What LibreOffice leaves out of an accessible PDF (ISO 14289-1) and is put right here:

- The language of the document is that of its styles, not that in which it is written (7.2).
- Its title has `&quot;` for quotation marks in the metadata (7.1).
- No cell of a table is a header (7.5): in a letter, the first of each row says what the row is.
- Pages with links don't say that Tab follows the order of reading, and links don't print (7.18).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, PdfError, String

from circgen.printing.office import OfficeError
from circgen.printing.source import Source

_PRINT = 1 << 2
"""The flag of an annotation that is printed (ISO 32000-1, table 165)."""
_DEEPEST = 100


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
        fonts = frozenset(_fonts(opened))
        written = io.BytesIO()
        opened.save(written, deterministic_id=True)
    return written.getvalue(), fonts


def _describe(pdf: Pdf, source: Source) -> None:
    """Language, title and dates of a document in its PDF."""
    if source.language:
        pdf.Root.Lang = String(source.language)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if source.title:
            metadata["dc:title"] = source.title
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
        head = row[0]
        head.S = Name.TH
        before = head.get("/A")
        attributes = list(before) if isinstance(before, Array) else [before] if before else []
        head.A = Array([*attributes, scope])


def _fonts(pdf: Pdf) -> Iterator[str]:
    for found in pdf.objects:
        if (
            isinstance(found, Dictionary)
            and found.get("/Type") == Name.Font
            and "/BaseFont" in found
        ):
            yield str(found.BaseFont).removeprefix("/")
