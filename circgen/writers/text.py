"""The circular as plain text, ready to be pasted into an e-mail.

The same words as in the DOCX, in the same order. What a page shows by its looks stands here as
characters: a number or a bullet and a tab, a tab between the cells of a row, the address of a link
in brackets after its words.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import unquote

from circgen.document import Heading, ItemList, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from circgen.document import Annex, Block, Circular, Entry, Line, NumberedParagraph, Run

BULLET = "\N{BULLET}"
DASH = "\N{EN DASH}"
PRINTED_WITHOUT = ("mailto:", "tel:", "https://", "http://")
"""How addresses begin that readers recognise without it."""


def text(circular: Circular) -> str:
    """The whole letter; parts and paragraphs are set off by empty lines."""
    return "\n\n".join(filter(None, map(_tidy, _parts(circular)))) + "\n"


def _tidy(part: str) -> str:
    """The part without spaces or tabs at the ends of its lines; no-break spaces stay."""
    return "\n".join(line.rstrip(" \t") for line in part.strip("\n").split("\n"))


def _parts(circular: Circular) -> Iterator[str]:
    yield circular.draft or ""
    yield "\n".join(circular.letterhead)
    yield line_text(circular.dateline)
    yield "\n".join(map(_entry, circular.reference[:1]))
    yield from map(_recipients, circular.recipients)
    yield "\n".join(map(_entry, circular.reference[1:]))
    yield _entry(circular.subject)
    yield _lines(circular.salutation)
    yield from map(_numbered, circular.paragraphs)
    yield line_text(circular.closing)
    yield _lines(circular.signature)
    yield line_text(circular.annex_note)
    for annex in circular.annexes:
        yield from _annex(annex)
    yield circular.footer


def _entry(entry: Entry) -> str:
    """A label, a tab and its values, one below the other."""
    return f"{entry.label}\t" + _lines(entry.values).replace("\n", "\n\t")


def _recipients(entry: Entry) -> str:
    """A label and below it the list of those it names."""
    return "\n".join((entry.label, *(f"{DASH}\t{line_text(value)}" for value in entry.values)))


def _numbered(paragraph: NumberedParagraph) -> str:
    return f"{paragraph.number}\t" + "\n".join(map(_block, paragraph.blocks))


def _annex(annex: Annex) -> Iterator[str]:
    yield line_text(annex.heading)
    yield line_text(annex.title)
    yield from map(_block, annex.blocks)


def _block(block: Block) -> str:
    match block:
        case Paragraph() | Heading():
            return line_text(block.runs)
        case ItemList():
            return _list(block)
        case Table():
            return _table(block)


def _list(block: ItemList) -> str:
    return "\n".join(
        f"{f'{number}.' if block.ordered else BULLET}\t{line_text(item)}"
        for number, item in enumerate(block.items, block.start)
    )


def _table(block: Table) -> str:
    """One line a row, whatever line breaks its cells have."""
    return "\n".join(
        "\t".join(line_text(cell).replace("\n", " ") for cell in row)
        for row in (block.header, *block.rows)
    )


def _lines(lines: Iterable[Line]) -> str:
    return "\n".join(map(line_text, lines))


def line_text(line: Iterable[Run]) -> str:
    """The words of a line; runs that share a link are one link."""
    return "".join(_linked(link, runs) for link, runs in groupby(line, lambda run: run.link))


def _linked(link: str | None, runs: Iterable[Run]) -> str:
    words = "".join(run.text for run in runs)
    if link is None:
        return words
    shown = {
        address.removeprefix(start).rstrip("/")
        for address in (link, unquote(link))
        for start in ("", *PRINTED_WITHOUT)
    }
    if words.strip().rstrip("/") in shown:
        return words
    return f"{words} ({link.removeprefix('mailto:')})"
