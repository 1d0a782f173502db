"""The Markdown of a text, cut as a reader of letters has it: running text, and items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from circgen.checks.subjects import Writing
from circgen.readers.letter import Passage, Point

_ITEM = re.compile(r"[ \t]*(?:[*+-]|\d+[.)])[ \t]+(?=\S)")
_ROW = re.compile(r"[ \t]*\|")
_CELL = re.compile(r"(?:\\.|[^|\\])*[^|\\\s]")
_MARKS = re.compile(r"[ \t]*#{1,6}[ \t]+|[ \t]*>[ \t]*|[ \t]+")
_RULE_OF_A_TABLE = re.compile(r"\s*:?-+:?")
_SHOWN = re.compile(r"(?P<space>&nbsp;)|(?P<hidden>\*+|\\(?=[^\w\s]))|[^&*\\]+|.")
"""Pieces of Markdown: an entity, marks that a letter doesn't show, and what it shows."""
_NBSP = "\N{NO-BREAK SPACE}"


class _Stretch(NamedTuple):
    """Lines that belong together, without the marks in front of them."""

    start: int
    end: int
    is_item: bool


def point_of(writing: Writing) -> Point:
    """A text as a paragraph of a letter: items and cells of tables are items.

    Texts that the letter prints as they are have no items, whatever they begin with.
    """
    if not is_markdown(writing):
        return Point("", writing.passages, frozenset(), writing.name)
    passages: list[Passage] = []
    items: set[int] = set()
    for passage in writing.passages:
        for stretch in _stretches(passage.text):
            if stretch.is_item:
                items.add(len(passages))
            passages.append(part(passage, stretch.start, stretch.end))
    return Point("", tuple(passages) or writing.passages, frozenset(items), writing.name)


def is_markdown(writing: Writing) -> bool:
    """Whether marks of a text mean something: those of annexes and of ad-hoc paragraphs do."""
    return writing.origin == "annex" or writing.name.startswith("paragraphs[")


def part(passage: Passage, start: int, end: int) -> Passage:
    """Some characters of a passage as a letter shows them, with the places that they have."""
    text, starts = "", [(0, passage.at(start))]
    for match in _SHOWN.finditer(passage.text, start, end):
        if match.lastgroup == "hidden":
            continue
        starts.append((len(text), passage.at(match.start())))
        starts += (
            (len(text) + at - match.start(), place)
            for at, place in passage.starts
            if match.start() < at < match.end()
        )
        text += _NBSP if match.lastgroup == "space" else match.group()
    return Passage(text, tuple(starts[1:] or starts))


def _stretches(text: str) -> Iterator[_Stretch]:
    """Paragraphs, headings, items and rows; a line that goes on another one belongs to it."""
    held: _Stretch | None = None
    for line in _lines(text):
        goes_on = held and not line.is_item and text[held.end : line.start].count("\n") == 1
        if held and goes_on and not text.startswith("#", line.start - 2):
            held = held._replace(end=line.end)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _lines(text: str) -> Iterator[_Stretch]:
    for line in re.finditer(r"[^\n]*[^\s]", text):
        if _ROW.match(line.group()):
            yield from _cells(line)
            continue
        item = _ITEM.match(line.group())
        mark = item or _MARKS.match(line.group())
        yield _Stretch(line.start() + (mark.end() if mark else 0), line.end(), bool(item))


def _cells(row: re.Match[str]) -> Iterator[_Stretch]:
    for cell in _CELL.finditer(row.group()):
        if not _RULE_OF_A_TABLE.fullmatch(cell.group()):
            blank = len(cell.group()) - len(cell.group().lstrip())
            yield _Stretch(row.start() + cell.start() + blank, row.start() + cell.end(), True)
