"""The letters of two versions, part by part: which paragraphs come out otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from circgen.document import (
    Annex,
    Block,
    Circular,
    Heading,
    ItemList,
    Line,
    Paragraph,
    Run,
    Table,
    lines_of,
)
from circgen.versions.change import How, PartChange
from circgen.versions.matching import matched, moved
from circgen.writers.text import line_text

PROPERTIES = "properties"
"""What stands in a document without being printed, and on the top of later pages."""


class Part(NamedTuple):
    """A part of a letter by its id; `content` is all that decides how it looks."""

    id: str
    number: int
    content: object
    lines: tuple[str, ...]


def parts_changed(old: Circular, new: Circular) -> tuple[PartChange, ...]:
    """The parts of a letter that come out otherwise, in the order of the new one."""
    before, after = tuple(_parts(old)), tuple(_parts(new))
    pairs = matched(before, after, (_same_id_and_content, _same_kind_and_content, _same_id))
    away = moved(pairs)
    partner = {j: i for i, j in pairs}
    found: list[tuple[tuple[int, int], PartChange]] = []
    for j, part in enumerate(after):
        if j not in partner:
            found.append(((j, 1), PartChange(part.id, How.ADDED, part.number, (), part.lines)))
            continue
        was = before[partner[j]]
        if was.content != part.content:
            change = PartChange(part.id, How.CHANGED, part.number, was.lines, part.lines)
            found.append(((j, 1), change))
        elif (partner[j], j) in away:
            change = PartChange(part.id, How.MOVED, part.number, was.lines, part.lines)
            found.append(((j, 1), change))
    for i, part in enumerate(before):
        if i not in partner.values():
            place = max((j for k, j in pairs if k < i), default=-1)
            change = PartChange(part.id, How.REMOVED, part.number, part.lines, ())
            found.append(((place, 2), change))
    if not found and _properties(old) != _properties(new):
        found.append(((0, 0), PartChange(PROPERTIES, How.CHANGED, 0, (), ())))
    return tuple(change for _, change in sorted(found, key=lambda each: each[0]))


def _same_id_and_content(part: Part) -> Iterator[object]:
    yield part.id, part.content


def _same_kind_and_content(part: Part) -> Iterator[object]:
    """Of those that a list makes, another one may have become the second."""
    yield part.id.split("[", 1)[0], part.content


def _same_id(part: Part) -> Iterator[object]:
    yield part.id


def _properties(circular: Circular) -> object:
    return circular.properties, circular.running_head, circular.language, circular.direction


def _parts(circular: Circular) -> Iterator[Part]:
    """The parts that the letter has, in reading order."""
    yield from _plain("draft", circular.draft or "")
    yield from _plain("letterhead", *circular.letterhead)
    yield from _printed("dateline", (circular.dateline,))
    for entry in (*circular.reference, *circular.recipients, circular.subject):
        yield from _printed(entry.id, entry.values, entry.label)
    yield from _printed("salutation", circular.salutation)
    for paragraph in circular.paragraphs:
        lines = tuple(map(line_text, lines_of(paragraph.blocks)))
        yield Part(paragraph.id, paragraph.number, tuple(map(_look, paragraph.blocks)), lines)
    yield from _printed("closing", (circular.closing,))
    yield from _printed("signature", circular.signature)
    yield from _printed("annex-note", (circular.annex_note,))
    for number, annex in enumerate(circular.annexes):
        yield _annex(annex, number)
    yield from _plain("footer", circular.footer)


def _plain(id_: str, *lines: str) -> Iterator[Part]:
    if any(lines):
        yield Part(id_, 0, lines, lines)


def _printed(id_: str, lines: Iterable[Line], label: str = "") -> Iterator[Part]:
    found = tuple(line for line in lines if line)
    if found:
        shown = (*filter(None, (label,)), *map(line_text, found))
        yield Part(id_, 0, (label, *map(_looks, found)), shown)


def _annex(annex: Annex, number: int) -> Part:
    lines = (annex.heading, annex.title, *lines_of(annex.blocks))
    content = (_looks(annex.heading), _looks(annex.title), *map(_look, annex.blocks))
    return Part(f"annexes[{number}]", 0, content, tuple(map(line_text, lines)))


def _look(block: Block) -> object:
    """A block without the facts that it was made from."""
    match block:
        case Paragraph(runs):
            return "paragraph", _looks(runs)
        case Heading(level, runs):
            return "heading", level, _looks(runs)
        case ItemList(items, ordered, start):
            return "list", ordered, start, tuple(map(_looks, items))
        case Table(header, rows):
            return "table", tuple(tuple(map(_looks, row)) for row in (header, *rows))


def _looks(line: Line) -> tuple[object, ...]:
    """Characters with how they look, wherever they come from."""

    def look(run: Run) -> tuple[object, ...]:
        return run.bold, run.italic, run.link

    return tuple((look_, "".join(run.text for run in runs)) for look_, runs in groupby(line, look))
