"""Changes in Word documents: a text replaced in the paragraphs that have it, all else as it was.

The text of a document is that of all paragraphs of its body, those of tables too, in their order,
tabs as tabs, joined by line feeds.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DOCUMENT = "word/document.xml"
_TEXTS = {f"{_W}tab": "\t", f"{_W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}


class NotOnceError(ValueError):
    """The text to be replaced is not there, or more than once."""


def changed_text(text: str, find: str, put: str) -> str:
    """The text with `find`, which must be there once, replaced.

    Raises:
        NotOnceError: if it is not there once.
    """
    if text.count(find) != 1:
        raise NotOnceError(f"{text.count(find)} times in the text: {find!r}")
    return text.replace(find, put)


def document_text(document: bytes) -> str:
    """The text of a DOCX, a line for each paragraph."""
    return "\n".join(map(paragraph_text, _paragraphs(_root(_parts(document)))))


def changed_document(document: bytes, find: str, put: str) -> bytes:
    """The DOCX with `find`, which must be in its text once, replaced.

    Each line of what comes out replaces a paragraph; those that are too many are new paragraphs
    like the last one, and paragraphs that are too many, or have lost all their text, are deleted.
    Runs around the change stay as they are.

    Raises:
        NotOnceError: if it is not there once.
    """
    parts = _parts(document)
    root = _root(parts)
    paragraphs = list(_paragraphs(root))
    texts = [paragraph_text(paragraph) for paragraph in paragraphs]
    whole = "\n".join(texts)
    if whole.count(find) != 1:
        raise NotOnceError(f"{whole.count(find)} times in the document: {find!r}")
    start = whole.index(find)
    first = whole.count("\n", 0, start)
    last = first + find.count("\n")
    place = start - sum(len(text) + 1 for text in texts[:first])
    old = "\n".join(texts[first : last + 1])
    new = old[:place] + put + old[place + len(find) :]
    _replace(paragraphs[first : last + 1], new.split("\n") if new else [])
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _zipped(parts | {_DOCUMENT: content})


def paragraph_text(paragraph: etree._Element) -> str:
    """The text of a paragraph's runs."""
    return "".join(map(_text, _pieces(paragraph)))


def _root(parts: dict[str, bytes]) -> etree._Element:
    return etree.fromstring(parts[_DOCUMENT])


def _paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    return root.iter(f"{_W}p")


def _pieces(paragraph: etree._Element) -> list[etree._Element]:
    """Its texts and tabs, without those of paragraphs inside it and of its tab stops."""
    return [
        piece
        for piece in paragraph.iter(f"{_W}t", *_TEXTS)
        if next(piece.iterancestors(f"{_W}p")) is paragraph
        and next(piece.iterancestors()).tag == f"{_W}r"
    ]


def _text(piece: etree._Element) -> str:
    return _TEXTS.get(str(piece.tag), piece.text or "")


def _replace(paragraphs: list[etree._Element], lines: list[str]) -> None:
    """Give paragraphs new texts, with more paragraphs or fewer as the lines ask."""
    for paragraph in paragraphs[len(lines) :]:
        _delete(paragraph)
    for _ in lines[len(paragraphs) :]:
        another = deepcopy(paragraphs[-1])
        paragraphs[-1].addnext(another)
        paragraphs.append(another)
    for paragraph, line in zip(paragraphs, lines, strict=False):
        _rewrite(paragraph, line)


def _delete(paragraph: etree._Element) -> None:
    parent = next(paragraph.iterancestors())
    if parent.tag == f"{_W}tc" and len(parent.findall(f"{_W}p")) == 1:
        _rewrite(paragraph, "")  # a cell without a paragraph is no cell
    else:
        parent.remove(paragraph)


def _rewrite(paragraph: etree._Element, after: str) -> None:
    """Change no more of a paragraph's runs than its text changes."""
    before = paragraph_text(paragraph)
    least = min(len(before), len(after))
    start = next((i for i in range(least) if before[i] != after[i]), least)
    tail = 0
    while tail < least - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    end = len(before) - tail
    put: str | None = after[start : len(after) - tail]
    place = 0
    for piece in _pieces(paragraph):
        text = _text(piece)
        first, place = place, place + len(text)
        # What is put stands in the first piece that the change reaches.
        if place < start or place == start < end or (put is None and first >= end):
            continue
        kept = text[: max(0, start - first)], text[max(0, end - first) :]
        _set(piece, kept[0] + (put or "") + kept[1])
        put = None


def _set(piece: etree._Element, text: str) -> None:
    """Put a text, with its tabs, in the place of a text or tab."""
    if text == _text(piece):
        return
    for number, part in enumerate(text.split("\t")):
        if number:
            piece.addprevious(etree.Element(f"{_W}tab"))
        words = etree.Element(f"{_W}t")
        words.text = part
        words.set(_SPACE, "preserve")
        piece.addprevious(words)
    next(piece.iterancestors()).remove(piece)


def _parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    """The same bytes for the same parts."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return into.getvalue()
