"""Circulars as a table: as wide as the window, or plain where there is none."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from shutil import get_terminal_size
from typing import NamedTuple

from circgen.listing.entries import Edition, Entry, FileState, Letter
from circgen.project import shown
from circgen.report.quoting import visible, width

_HEADINGS = ("Number", "Date", "Status", "Circular", "Editions", "Files")
_NOTHING = "\N{EN DASH}"
_NARROW = 100
"""Below so many columns a table has no room: then each circular has lines of its own."""
_COLOURS = {
    "complete": "green",
    "rendered": "green",
    "ready": "green",
    "unconfirmed": "yellow",
    "outdated": "yellow",
    "draft": "yellow",
    "stale": "red",
    "missing": "red",
    "edited": "red",
    "unreadable": "red",
    "broken": "red",
}


class _Row(NamedTuple):
    """The cells of a circular; of several lines, each is one."""

    number: str
    date: str
    status: str
    title: str
    file: str
    editions: tuple[str, ...]
    files: tuple[str, ...]


def plain(entries: Iterable[Entry]) -> str:
    """A line for each circular and one of headings, in columns, for files and other programs."""
    rows = [("number", "date", "status", "editions", "files", "file", "title")]
    for row in map(_row, entries):
        editions, files = (", ".join(cell) or _NOTHING for cell in (row.editions, row.files))
        rows.append((row.number, row.date, row.status, editions, files, row.file, row.title))
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell + " " * (most - width(cell)) for cell, most in zip(row, widths, strict=True))
        for row in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def painted(entries: Iterable[Entry], *, colour: bool) -> None:
    """Print a table for the terminal that standard output is."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    columns = get_terminal_size().columns
    console = Console(
        file=sys.stdout, width=columns, no_color=not colour, highlight=False, markup=False
    )

    def text(*lines: str) -> Text:
        made = Text("\n".join(lines))
        for word, style in _COLOURS.items():
            made.highlight_regex(rf"\b{word}\b", style)
        return made

    rows = list(map(_row, entries))
    if columns < _NARROW:
        for row in rows:
            said = "; ".join(", ".join(cell) for cell in (row.editions, row.files) if cell)
            first = Text(f"{row.number}  {row.date}  ") + text(row.status) + f"  {row.file}"
            rest = (text(said),) if said else ()
            console.print(first, Text(row.title, "bold"), *rest, sep="\n", end="\n\n")
        return
    table = Table(box=SIMPLE_HEAD, expand=False, pad_edge=False, header_style="bold")
    for heading in _HEADINGS:
        free = heading == "Circular"
        table.add_column(heading, no_wrap=heading in _HEADINGS[:3], ratio=1 if free else None)
    for row in rows:
        circular = Text(row.title) + Text(f"\n{row.file}", "dim")
        cells = (text(*(cell or (_NOTHING,))) for cell in (row.editions, row.files))
        table.add_row(row.number, row.date, text(row.status), circular, *cells)
    console.print(table)


def _row(entry: Entry) -> _Row:
    what = entry.identity
    number = str(what.number or _NOTHING)
    return _Row(
        f"{number} {what.variant}" if what.variant else number,
        str(what.issued or _NOTHING),
        entry.status.value,
        visible(entry.title) or _problem(entry),
        visible(shown(entry.path)),
        tuple(_editions(entry.editions)),
        tuple(_files(entry.letters)),
    )


def _problem(entry: Entry) -> str:
    """In place of a title: the first thing that is wrong, and how many more there are."""
    if not entry.findings:
        return _NOTHING
    first, *others = entry.findings
    line = f"line {first.location.line}: " if first.location.line else ""
    more = f" (and {len(others)} more)" if others else ""
    return visible(f"{line}{first.message}{more}")


def _editions(editions: Iterable[Edition]) -> Iterable[str]:
    """Those of one state together: `en, fr complete`."""
    states: dict[str, list[str]] = {}
    for each in editions:
        states.setdefault(each.state.value, []).append(each.language)
    return (f"{', '.join(languages)} {state}" for state, languages in states.items())


def _files(letters: Iterable[Letter]) -> Iterable[str]:
    """How many files are as usual, and which are not, those of one state together."""
    states: dict[str, list[str]] = {}
    for each in letters:
        if each.state is not FileState.ABSENT:
            states.setdefault(each.state, []).append(f"{each.language} {each.format}")
    for state, files in sorted(states.items(), key=lambda pair: pair[0] != FileState.RENDERED):
        counted = state == FileState.RENDERED or len(states) == 1
        yield f"{len(files) if counted else ', '.join(files)} {state}"
