"""Text in the cells of a terminal: how wide it is, and where its lines break."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from circgen.report.quoting import width


class Span(NamedTuple):
    """Characters of one look: `style` is words such as `fact bold`, or empty."""

    text: str
    style: str = ""


Row = tuple[Span, ...]
"""What stands in one row of the terminal."""

Characters = list[Span]
"""A character a span."""

_BREAKS = " \t"
_CLOSING = frozenset({"Pe", "Pf", "Po", "Pd"})
_OPENING = frozenset({"Ps", "Pi"})
_JOINS = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{WORD JOINER}\N{ZERO WIDTH JOINER}"
_UNSEEN = frozenset({"Cc", "Cs"})


def row_width(row: Iterable[Span]) -> int:
    """How many cells a row takes."""
    return sum(width(span.text) for span in row)


def wrapped(spans: Iterable[Span], cells: int) -> list[Row]:
    """Spans in rows of at most `cells`; a line feed begins a new row.

    Lines break at spaces, but not at no-break spaces, and beside ideographs. What is longer than a
    row is cut. Spaces at the ends of rows are left out.
    """
    rows: list[Row] = []
    row: Characters = []
    spaces: Characters = []
    taken = 0
    for word in _words(spans, cells):
        first = word[0].text
        if first == "\n":
            rows.append(_joined(row))
            row, spaces, taken = [], [], 0
        elif first == " ":
            spaces += word
        else:
            need = row_width(word)
            if row and taken + len(spaces) + need > cells:
                rows.append(_joined(row))
                row, spaces, taken = [], [], 0
            if row:
                row += spaces
                taken += len(spaces)
            row += word
            taken += need
            spaces = []
    rows.append(_joined(row))
    return rows


def _words(spans: Iterable[Span], cells: int) -> Iterator[Characters]:
    """A line feed, a space, or what no line end may tear apart, one after the other."""
    word: Characters = []
    taken = 0
    for span in (Span(_shown(c), each.style) for each in spans for c in each.text):
        need = width(span.text)
        is_apart = span.text in " \n"
        if word and (is_apart or taken + need > cells or _may_break(word[-1].text, span.text)):
            yield word
            word, taken = [], 0
        if is_apart:
            yield [span]
        else:
            word.append(span)
            taken += need
    if word:
        yield word


def _shown(character: str) -> str:
    """What would steer the terminal is shown as something that cannot be shown."""
    if character in _BREAKS:
        return " "
    steers = character != "\n" and unicodedata.category(character) in _UNSEEN
    return "\N{REPLACEMENT CHARACTER}" if steers else character


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters without a space between them.

    Beside an ideograph it may, but no line begins with a closing mark or ends with an opening one.
    """
    if not (before + after).isascii() and _is_wide(before) | _is_wide(after):
        return (
            before not in _JOINS
            and after not in _JOINS
            and unicodedata.category(after) not in _CLOSING
            and unicodedata.category(before) not in _OPENING
        )
    return False


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _joined(row: Iterable[Span]) -> Row:
    """A row with as few spans as it has looks."""
    return tuple(
        Span("".join(span.text for span in together), style)
        for style, together in groupby(row, lambda span: span.style)
    )
