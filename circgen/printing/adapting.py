"""The copy of a document that LibreOffice gets, so that it lays it out as Word does.

What stays together. LibreOffice first begins a page after every 25 paragraphs, then moves to each
page what has room there. Where one of the first breaks lay between two paragraphs that are to stay
together (`w:keepNext`), it forgets that, and leaves half of a signature behind. Paragraphs with the
number of all pages are laid out once more when that number is known, and then nothing is forgotten:
the copy has the number, hidden, in each.

Numbers and bullets from right to left. To Word, "left" is where a line begins (`w:lvlJc`), to
LibreOffice it is the left, and the mark stands in the margin.
"""

from __future__ import annotations

import io
import zipfile
import zlib

_MAIN, _NUMBERING = "word/document.xml", "word/numbering.xml"
_RIGHT_TO_LEFT = b"<w:bidi/>"
_LEFT, _RIGHT = b'<w:lvlJc w:val="left"/>', b'<w:lvlJc w:val="right"/>'
_HIDDEN = b"<w:r><w:rPr><w:vanish/></w:rPr>%s</w:r>"
_PAGE_COUNT = b"".join(
    _HIDDEN % part
    for part in (
        b'<w:fldChar w:fldCharType="begin"/>',
        b"<w:instrText>NUMPAGES</w:instrText>",
        b'<w:fldChar w:fldCharType="separate"/>',
        b"<w:t>0</w:t>",
        b'<w:fldChar w:fldCharType="end"/>',
    )
)
_PARAGRAPH_END = b"</w:p>"
# An empty paragraph would be hidden with the number.
_WORDS_ENDS = (b"</w:r>", b"</w:hyperlink>")


def for_libreoffice(document: bytes) -> bytes:
    """The copy; a document that is broken comes back as it is."""
    copy = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as read, zipfile.ZipFile(copy, "w") as written:
            parts = {entry.filename: read.read(entry) for entry in read.infolist()}
            body = parts.get(_MAIN, b"")
            parts[_MAIN] = _counting(body)
            if _RIGHT_TO_LEFT in body and _NUMBERING in parts:
                parts[_NUMBERING] = parts[_NUMBERING].replace(_LEFT, _RIGHT)
            for name, contents in parts.items():
                written.writestr(name, contents)
    except (zipfile.BadZipFile, zlib.error):
        return document
    return copy.getvalue()


def _counting(body: bytes) -> bytes:
    """The main part with the hidden number at the end of each paragraph that has words."""
    for end in _WORDS_ENDS:
        body = body.replace(end + _PARAGRAPH_END, end + _PAGE_COUNT + _PARAGRAPH_END)
    return body
