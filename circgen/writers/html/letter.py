"""The parts of a letter as elements of a page."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from lxml.builder import E

from circgen.document import Heading, ItemList, Paragraph, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

    from circgen.document import Annex, Block, Circular, Entry, Line, NumberedParagraph, Run

Content = list["str | _Element"]

_SCHEMES = frozenset({"https", "http", "mailto", "tel"})
"""The addresses that become links; any other stays text."""
_BRACKETS = ("(", "\N{FULLWIDTH LEFT PARENTHESIS}")
_HEADINGS = ("h4", "h5", "h6")


class Part(NamedTuple):
    """A part of the page. `ids` are those of the parts of the letter that it shows.

    `look` names classes of the style sheet.
    """

    id: str
    content: Content
    look: str
    ids: tuple[str, ...]


def parts(circular: Circular, logo: bytes | None = None) -> Iterator[Part]:
    """The parts in reading order; those without anything are left out. `logo` is a PNG."""
    text = _Text(right_to_left=circular.direction == "rtl")
    return (part for part in _parts(circular, logo, text) if part.content)


def _parts(circular: Circular, logo: bytes | None, text: _Text) -> Iterator[Part]:
    def part(id_: str, content: Content, look: str = "", ids: Iterable[str] = ()) -> Part:
        return Part(id_, content, look or id_, (id_, *ids))

    entries = (*circular.reference, *circular.recipients)
    yield part("draft", [E.p(circular.draft)] if circular.draft else [])
    yield part("letterhead", _letterhead(circular, logo))
    yield part("dateline", text.paragraphs([circular.dateline]))
    yield part("reference", _reference(circular, text), ids=[entry.id for entry in entries])
    yield part(circular.subject.id, [_labels([circular.subject], text)], "subject")
    yield part("salutation", text.paragraphs(circular.salutation))
    for paragraph in circular.paragraphs:
        yield part(paragraph.id, [_numbered(paragraph, text)], "numbered")
    yield part("closing", text.paragraphs([circular.closing]))
    yield part("signature", _signature(circular.signature, text))
    yield part("annex-note", text.paragraphs([circular.annex_note]))
    yield part("footer", [E.p(circular.footer)], "foot")
    for number, annex in enumerate(circular.annexes):
        content = [E.p({"class": "running"}, circular.running_head), *_annex(annex, text)]
        yield part(f"annexes[{number}]", content, "annex")


class _Text(NamedTuple):
    """Makes elements of lines in the direction of a letter."""

    right_to_left: bool

    def line(self, runs: Iterable[Run]) -> Content:
        """The runs of a line; those that share an address are one link."""
        found: Content = []
        for address, together in groupby(runs, lambda run: run.link):
            content = [each for run in together for each in self._run(run)]
            if address and _is_safe(address):
                found.append(E.a({"href": address, "rel": "noreferrer"}, *content))
            else:
                found += content
        return found

    def paragraphs(self, lines: Iterable[Line]) -> Content:
        """A paragraph for each line that has anything."""
        return [E.p(*self.line(line)) for line in lines if line]

    def _run(self, run: Run) -> Content:
        content = self._characters(run.text)
        if run.italic:
            content = [E.em(*content)]
        if run.bold:
            content = [E.strong(*content)]
        if run.fact:
            content = [E.span({"class": "fact", "title": run.fact.path}, *content)]
        return content

    def _characters(self, text: str) -> Content:
        """The characters, with line breaks; figures keep their direction in an Arabic letter."""
        found: Content = []
        for number, line in enumerate(text.split("\n")):
            if number:
                found.append(E.br())
            found += self._turned(line) if self.right_to_left else [line]
        return found

    def _turned(self, line: str) -> Content:
        from circgen.writers.docx.voice import by_direction  # noqa: PLC0415  few letters need it

        return [
            part if turned else E.bdi({"dir": "ltr"}, part) for part, turned in by_direction(line)
        ]


def _is_safe(address: str) -> bool:
    try:
        return urlsplit(address).scheme in _SCHEMES
    except ValueError:
        return False


def _letterhead(circular: Circular, logo: bytes | None) -> Content:
    lines = E.div(*(E.p(line) for line in circular.letterhead))
    if logo is None:
        return [lines] if circular.letterhead else []
    source = f"data:image/png;base64,{base64.b64encode(logo).decode()}"
    picture = E.img({"src": source, "alt": circular.properties.logo_description})
    return [E.div({"class": "logo"}, picture, lines)]


def _reference(circular: Circular, text: _Text) -> Content:
    """Labels and values, and beside them those to whom the letter goes."""
    recipients = E.div({"class": "recipients"})
    for entry in circular.recipients:
        items = E.ul(*(E.li(*text.line(value)) for value in entry.values))
        recipients.append(E.dl(E.dt(entry.label), E.dd(items)))
    described = {"role": "group", "aria-label": circular.properties.table_description}
    return [E.div(described, _labels(circular.reference, text), recipients)]


def _labels(entries: Sequence[Entry], text: _Text) -> _Element:
    labels = E.dl({"class": "labels"})
    for entry in entries:
        labels.append(E.dt(entry.label))
        labels.append(E.dd(*text.paragraphs(entry.values)))
    return labels


def _numbered(paragraph: NumberedParagraph, text: _Text) -> _Element:
    blocks = E.div({"class": "blocks"}, *(_block(block, text) for block in paragraph.blocks))
    return E.div(E.span({"class": "number"}, str(paragraph.number)), blocks)


def _signature(lines: Sequence[Line], text: _Text) -> Content:
    """A first line in brackets stands for the hand that signed and has room around it."""
    if lines and lines[0] and lines[0][0].text.startswith(_BRACKETS):
        return [E.p({"class": "signed"}, *text.line(lines[0])), *text.paragraphs(lines[1:])]
    return text.paragraphs(lines)


def _annex(annex: Annex, text: _Text) -> Content:
    heading = [each for line in (annex.heading, annex.title) for each in (*text.line(line), E.br())]
    blocks = (_block(block, text) for block in annex.blocks)
    return [E.h3(*heading[:-1]), E.div({"class": "blocks"}, *blocks)]


def _block(block: Block, text: _Text) -> _Element:
    match block:
        case Paragraph(runs):
            return E.p(*text.line(runs))
        case Heading(level, runs):
            return E(_HEADINGS[level - 1], *text.line(runs))
        case ItemList(items, ordered, start):
            listed = [E.li(*text.line(item)) for item in items]
            if ordered:
                return E.ol({"class": "items", "start": str(start)}, *listed)
            return E.ul({"class": "items"}, *listed)
        case Table(header, rows):
            return _table(header, rows, text)


def _table(header: Sequence[Line], rows: Sequence[Sequence[Line]], text: _Text) -> _Element:
    """A table whose rows all have the same number of cells."""
    count = max(map(len, (header, *rows)))
    head = E.tr(*(E.th({"scope": "col"}, *text.line(cell)) for cell in _filled(header, count)))
    body = (E.tr(*(E.td(*text.line(cell)) for cell in _filled(row, count))) for row in rows)
    return E.table(E.thead(head), E.tbody(*body))


def _filled(row: Sequence[Line], count: int) -> list[Line]:
    return [*row, *((),) * (count - len(row))]
