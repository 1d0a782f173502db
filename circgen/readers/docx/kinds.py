"""What a file is that is no Word document, so that people know what to do with it."""

from __future__ import annotations

from circgen.findings import FindingsError
from circgen.readers.docx.refusals import damaged, refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the files of Office begin that are older than 2007, and all that have a password."""
ZIP = (b"PK\3\4", b"PK\5\6")
LOOKED_AT = 2048
"""Bytes from the beginning; what a file is can be told by then."""

SAVE_AS = "open it in Word or LibreOffice and save it as a Word document (.docx)"
OPEN_FORMATS = {
    b"application/vnd.oasis.opendocument.text": "an OpenDocument text (.odt)",
    b"application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet (.ods)",
    b"application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation (.odp)",
    b"application/epub+zip": "an e-book (.epub)",
}
STARTS = (
    (b"%PDF-", "a PDF", "get the document it was made from, as a Word document (.docx)"),
    (b"{\\rtf", "a Rich Text document (.rtf)", SAVE_AS),
    (b"\x89PNG", "a picture", "get the document as a Word document (.docx)"),
    (b"\xff\xd8\xff", "a picture", "get the document as a Word document (.docx)"),
)
WORD_XML = (b'progid="Word.Document"', b"schemas.microsoft.com/office/2006/xmlPackage")


def is_zip(data: bytes) -> bool:
    """Whether the file begins like a ZIP file, as every Word document does."""
    return data.startswith(ZIP)


def no_document(data: bytes, file: str) -> FindingsError:  # noqa: PLR0911 - one for each kind
    """What the file is instead, for a file that does not begin like a ZIP file."""
    if not data:
        return refused(file, "no-document", f"`{file}` is empty", "save or send it once more")
    if data.startswith(OLE):
        return _older(data, file)
    if not data.strip(b"\0"):
        return damaged(file, f"`{file}` holds nothing but zeros: it was not stored in full")
    start = data[:LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    for mark, what, help_ in STARTS:
        if start.startswith(mark):
            return _other(file, what, help_)
    if any(mark in start for mark in WORD_XML):
        return _other(file, "a Word document in a single XML file (.xml)", SAVE_AS)
    if start[:14].lower().startswith((b"<!doctype html", b"<html")):
        return _other(file, "a web page", SAVE_AS)
    if _is_text(data[:LOOKED_AT]):
        return _other(
            file, "plain text", "give it a name that ends in .txt, and it is read as text"
        )
    return _other(file, "something else", SAVE_AS)


def other_package(file: str, mimetype: bytes, content_type: str) -> FindingsError:
    """What a ZIP file is that isn't a Word document, by what its own parts say."""
    what = OPEN_FORMATS.get(mimetype.strip())
    if "spreadsheetml" in content_type or "ms-excel" in content_type:
        what = "an Excel workbook"
    elif "presentationml" in content_type or "ms-powerpoint" in content_type:
        what = "a PowerPoint presentation"
    return _other(file, what or "a ZIP file without a Word document in it", SAVE_AS)


def protected(file: str) -> FindingsError:
    """The file can be read by those who know its password only."""
    return refused(
        file,
        "protected-document",
        f"`{file}` is protected by a password",
        "open it in Word, remove the password (File, Info, Protect Document), and save it",
    )


def _other(file: str, what: str, help_: str) -> FindingsError:
    return refused(file, "no-document", f"`{file}` is no Word document: it is {what}", help_)


def _older(data: bytes, file: str) -> FindingsError:
    """By the names in the directory of the file, which are UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return protected(file)
    if "WordDocument".encode("utf-16-le") in data:
        return _other(file, "a document of Word 97 to 2003 (.doc)", SAVE_AS)
    return _other(file, "a file of another or older Office program", SAVE_AS)


def _is_text(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < ord(" ") and byte not in b"\t\n\r\f" for byte in start)
