"""Rows as characters for a terminal, with colours or without."""

from __future__ import annotations

from collections.abc import Iterable

from circgen.report.paint import CODES
from circgen.screen.cells import Row

_CODES = {
    "fact": "36",
    "bold": "1",
    "italic": "3",
    "link": "4",
    "label": "2",
    "heading": "1;7",
    "status": "7",
    "rule": "2",
    **CODES,
}


def plain(row: Row) -> str:
    """The characters alone."""
    return "".join(span.text for span in row).rstrip(" ")


def coloured(row: Row) -> str:
    """The characters with ANSI codes; every one of them ends in its row."""
    return "".join(_painted(span.text, span.style.split()) for span in row).rstrip(" ")


def _painted(text: str, styles: Iterable[str]) -> str:
    codes = ";".join(filter(None, map(_CODES.get, styles)))
    return f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text
