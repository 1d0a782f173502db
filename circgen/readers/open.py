"""A document of any kind as a sheet: what it is shows in its content, not in its name."""

from __future__ import annotations

from circgen.findings import Finding, FindingsError, Location
from circgen.readers.sheet import Sheet

_WORD = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How a zip, an empty zip, and an old or encrypted Word document begin."""
_OTHERS = (
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a rich text document"),
    (b"<?xml", "an XML document"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
)


def read_document(data: bytes, file: str) -> Sheet:
    """What a document shows; `file` is its name for messages.

    Raises:
        FindingsError: with the one reason why it cannot be read.
    """
    if data.startswith(_WORD):
        from circgen.readers.docx import read_docx  # noqa: PLC0415  it imports a parser of XML

        return read_docx(data, file)
    from circgen.readers.text import read_text  # noqa: PLC0415  so that a DOCX is read without it

    start = data[:100].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for beginning, name in _OTHERS:
        if start.startswith(beginning.lower()):
            problem = f"`{file}` is {name}; only .docx and plain text can be read"
            help_text = "save it as .docx or as plain text"
            raise FindingsError(Finding(Location(file), "not-text", problem, help_text))
    try:
        return read_text(data, file)
    except FindingsError as error:
        if error.findings[0].rule == "not-text" and file.casefold().endswith(".docx"):
            from circgen.readers.docx.refusals import damaged  # noqa: PLC0415  for this alone

            message = f"`{file}` is damaged: it does not begin as a Word document does"
            raise damaged(file, message) from None
        raise
