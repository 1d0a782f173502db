"""The document model: one edition of a circular as plain frozen blocks.

Facts and words together make a `Circular`; the writers (DOCX, text, …) print it and decide nothing
about its words. The order of the fields of `Circular` is the reading order of the letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple


class Fact(NamedTuple):
    """A fact as one language prints it.

    `kind` says what it is (`date`, `hours`, `zone`, `ordinal`, `number`, `url`, `text`, …), `path`
    where it stands in the facts file (`sessions[0].hours[1]`), `value` is neutral (the same in
    every language), `text` is what the reader sees.
    """

    kind: str
    path: str
    value: object
    text: str


class Run(NamedTuple):
    """Characters of one make: words, or one fact. A line feed in `text` is a line break.

    `link` is an absolute address (`https:`, `mailto:`), `link_facts` are the paths of the facts in
    it.
    """

    text: str
    fact: Fact | None = None
    bold: bool = False
    italic: bool = False
    link: str | None = None
    link_facts: tuple[str, ...] = ()


Line = tuple[Run, ...]


class Paragraph(NamedTuple):
    """Running text."""

    runs: Line


class Heading(NamedTuple):
    """A heading inside an annex; level 1 to 3."""

    level: int
    runs: Line


class ItemList(NamedTuple):
    """Bullets, or (inside annexes) items numbered from `start` on."""

    items: tuple[Line, ...]
    ordered: bool = False
    start: int = 1


class Table(NamedTuple):
    """A table with one row of headings."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


Block = Paragraph | Heading | ItemList | Table


class NumberedParagraph(NamedTuple):
    """A numbered paragraph of the letter: a `Paragraph` first, then what belongs to it.

    `id` is the same in every language (`opening`, `side-events[1]`); `number` counts from 1.
    """

    id: str
    number: int
    blocks: tuple[Block, ...]


class Entry(NamedTuple):
    """A label of the reference table (with its colon) and its values, one line each."""

    id: str
    label: str
    values: tuple[Line, ...]


class Annex(NamedTuple):
    """An annex: its heading ("ANNEX 1 (to TSB Circular 237)"), title and text."""

    heading: Line
    title: Line
    blocks: tuple[Block, ...]


class Properties(NamedTuple):
    """What stands in the file's properties and is said to screen readers rather than printed."""

    title: str
    author: str
    created: date | None
    table_description: str
    logo_description: str


class Circular(NamedTuple):
    """One edition. Empty tuples and None mean that the letter has no such part."""

    language: str  # BCP 47 tag, such as en-GB
    direction: Literal["ltr", "rtl"]
    properties: Properties
    draft: str | None  # "DRAFT" in the edition's language: printed above the letter
    letterhead: tuple[str, ...]
    dateline: Line
    reference: tuple[Entry, ...]  # the first one is the reference itself, then Tel, Fax, …
    recipients: tuple[Entry, ...]  # To, Copy to
    subject: Entry
    salutation: tuple[Line, ...]
    paragraphs: tuple[NumberedParagraph, ...]
    closing: Line
    signature: tuple[Line, ...]  # "(Signed)", name, title: in the order of the language
    annex_note: Line  # "Annexes: 2"
    annexes: tuple[Annex, ...]
    running_head: str  # the circular's reference, on later pages
    footer: str


def lines_by_part(circular: Circular) -> Iterator[tuple[str, Line]]:
    """The lines that can have facts, in reading order, with the id of the part they stand in.

    Ids are the same in every language: of entries and paragraphs their own (`subject`, `opening`),
    of annexes `annexes[0]`, and of other parts their names (`dateline`, `closing`).
    """
    yield "dateline", circular.dateline
    for entry in (*circular.reference, *circular.recipients, circular.subject):
        yield from ((entry.id, line) for line in entry.values)
    yield from (("salutation", line) for line in circular.salutation)
    for paragraph in circular.paragraphs:
        yield from ((paragraph.id, line) for line in lines_of(paragraph.blocks))
    yield "closing", circular.closing
    yield from (("signature", line) for line in circular.signature)
    yield "annex-note", circular.annex_note
    for number, annex in enumerate(circular.annexes):
        for line in (annex.heading, annex.title, *lines_of(annex.blocks)):
            yield f"annexes[{number}]", line


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """The lines of blocks in reading order: of paragraphs, items and cells."""
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield runs
            case ItemList(items):
                yield from items
            case Table(header, rows):
                yield from header
                for row in rows:
                    yield from row
