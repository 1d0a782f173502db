"""The page of a letter in a terminal: its parts in reading order, with hanging indents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby, zip_longest
from typing import NamedTuple

from circgen.document import (
    Annex,
    Block,
    Circular,
    Entry,
    Heading,
    ItemList,
    NumberedParagraph,
    Paragraph,
    Run,
    Table,
)
from circgen.screen.cells import Row, Span, wrapped
from circgen.screen.layout import (
    Field,
    Line,
    at_end,
    centred,
    filled,
    hanging,
    mark_width,
    placed,
)
from circgen.writers.text import BULLET, DASH, line_text

_NUMBER = 4
"""The cells that a paragraph's number takes."""
_LEAST = 20
"""The narrowest page; a narrower window cuts it."""
_COLUMN = 8
"""The narrowest column of a table that is still set as one."""
_GAP = 2
"""The cells between two columns of a table."""

_Texts = Iterable[Iterable[Run]]


class Panel(NamedTuple):
    """A part of the page: `id` is that of the paragraph, or the name of the part of the letter.

    What is `tight` has no empty row behind it.
    """

    id: str
    rows: tuple[Row, ...]
    tight: bool = False


def panels(circular: Circular, cells: int) -> list[Panel]:
    """The page of an edition in so many cells; parts without anything are left out."""
    cells = max(cells, _LEAST)
    tight = {entry.id for entry in circular.reference[:-1]}
    found = (
        (id_, tuple(placed(line, cells, circular.direction) for line in lines))
        for id_, lines in _parts(circular, cells)
    )
    return [Panel(id_, rows, id_ in tight) for id_, rows in found if any(rows)]


def _parts(circular: Circular, cells: int) -> Iterator[tuple[str, Iterable[Line]]]:
    if circular.draft:
        yield "draft", centred([Span(circular.draft, "bold")], cells)
    heads = [Span("\n".join(circular.letterhead), "bold")]
    yield "letterhead", centred(heads, cells)
    yield "dateline", at_end(_spans(circular.dateline), cells)
    labels = (*circular.reference, *circular.recipients, circular.subject)
    label = min(max(mark_width(entry.label) for entry in labels), cells // 3)
    for entry in circular.reference:
        yield entry.id, _entry(entry, label, cells)
    for entry in circular.recipients:
        yield entry.id, _entry(entry, label, cells, DASH)
    subject = circular.subject._replace(values=tuple(map(_bold, circular.subject.values)))
    yield circular.subject.id, _entry(subject, label, cells)
    yield "salutation", _lines(circular.salutation, cells)
    for paragraph in circular.paragraphs:
        yield paragraph.id, _numbered(paragraph, cells)
    yield "closing", _lines([circular.closing], cells)
    yield "signature", _lines(circular.signature, cells)
    if circular.annex_note:
        yield "annex-note", _lines([circular.annex_note], cells)
    for number, annex in enumerate(circular.annexes):
        yield from _annex(annex, f"annexes[{number}]", cells)
    yield "footer", centred([Span(circular.footer)], cells)


def _bold(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tuple(run._replace(bold=True) for run in runs)


def _spans(runs: Iterable[Run]) -> Iterator[Span]:
    """Runs as spans; the address of a link follows its words where they don't say it."""
    for link, linked in groupby(runs, lambda run: run.link):
        together = tuple(linked)
        for run in together:
            yield Span(run.text, _style(run))
        if link:
            words = "".join(run.text for run in together)
            yield Span(line_text(together)[len(words) :], "link")


def _style(run: Run) -> str:
    looks = {"fact": run.fact, "bold": run.bold, "italic": run.italic, "link": run.link}
    return " ".join(name for name, has in looks.items() if has)


def _lines(texts: _Texts, cells: int) -> Iterator[Line]:
    for runs in texts:
        yield from filled(_spans(runs), cells)


def _entry(entry: Entry, label: int, cells: int, mark: str = "") -> Iterator[Line]:
    """A label and its values, each behind a mark; a long label has a row for itself."""
    indent = mark_width(mark) if mark else 0
    lines: list[Line] = []
    for value in entry.values:
        text = filled(_spans(value), cells - label - indent)
        lines += hanging(mark, text, indent) if mark else text
    if mark_width(entry.label) > label:
        yield from filled([Span(entry.label, "label")], cells)
        yield from hanging("", lines, label)
    else:
        yield from hanging(entry.label, lines or [()], label, "label")


def _numbered(paragraph: NumberedParagraph, cells: int) -> Iterator[Line]:
    lines = chain.from_iterable(_block(block, cells - _NUMBER) for block in paragraph.blocks)
    yield from hanging(str(paragraph.number), lines, _NUMBER, "label")


def _annex(annex: Annex, id_: str, cells: int) -> Iterator[tuple[str, Iterable[Line]]]:
    """Heading and title, and each block by itself, so that they stand beside each other."""
    heads = (annex.heading, annex.title)
    yield id_, chain.from_iterable(centred(_spans(_bold(line)), cells) for line in heads)
    for number, block in enumerate(annex.blocks):
        yield f"{id_}.blocks[{number}]", _block(block, cells)


def _block(block: Block, cells: int) -> Iterator[Line]:
    match block:
        case Paragraph(runs):
            yield from filled(_spans(runs), cells)
        case Heading(_, runs):
            yield from filled(_spans(_bold(runs)), cells)
        case ItemList(items, ordered, start):
            marks = [f"{start + n}." if ordered else BULLET for n in range(len(items))]
            indent = max(map(mark_width, marks), default=0)
            for mark, item in zip(marks, items, strict=True):
                yield from hanging(mark, filled(_spans(item), cells - indent), indent)
        case Table(header, rows):
            column = (cells + _GAP) // max(len(header), 1) - _GAP
            if column < _COLUMN:
                yield from _records(header, rows, cells)
            else:
                yield from _row(map(_bold, header), column)
                for row in rows:
                    yield from _row(row, column)


def _row(texts: _Texts, column: int) -> Iterator[Line]:
    """A row of a table; all columns are as wide."""
    columns = [wrapped(_spans(runs), column) for runs in texts]
    for rows in zip_longest(*columns, fillvalue=()):
        *before, last = rows
        yield (*(Field(row, column + _GAP) for row in before), Field(last, column))


def _records(header: _Texts, rows: Iterable[_Texts], cells: int) -> Iterator[Line]:
    """A table that has too many columns for the page: a cell a line, behind its heading."""
    heads = [line_text(runs) for runs in header]
    for number, row in enumerate(rows):
        if number:
            yield ()
        for head, runs in zip(heads, row, strict=True):
            yield from filled([Span(f"{head}: ", "label"), *_spans(runs)], cells)
