"""Markdown: the marks that make words bold, headings and links are no part of a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_BEGINS_BOLD = re.compile(r"[\s|]*\*\*(?=\S)[^*]+(?<=\S)\*\*")
_HEADING = re.compile(r"\s*#{1,6}(?= \S)")
_FEWEST = 2
"""So many lines that begin with bold words, or are headings, make a text one of Markdown."""
_BREAK = "<br"
_MARKS = (
    _HEADING,
    re.compile(r"\*\*+|`+"),
    re.compile(r"(?<![\w*])\*(?=[^\s*][^*]*\*(?![\w*]))|(?<=[^\s*])\*(?![\w*])"),
    re.compile(r"(?<!\w)_(?=[^\s_][^_]*_(?!\w))|(?<=[^\s_])_(?!\w)"),
    re.compile(r"\\(?=[^\w\s])"),
    re.compile(rf"(?<=.){_BREAK} ?/?>"),
    re.compile(r"(?<=\S)\s*\{[#.][^{}]*\}\s*$"),
    re.compile(r"^\s*-{3,}(?:\s+-{3,})+\s*$"),  # above and below a table
    re.compile(
        r"^\s*:{3,}+(?:\s*\{[^{}]*\}|\s*[\w-]+)?\s*:*$"
    ),  # a stretch with a style of its own
)
_LINK = re.compile(r"\[([^\[\]]+)\]\((?:mailto:)?([^()\s]+)\)")
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|@|xn--|www\.")
_DASH = re.compile(r"(?<!-)--(?!-)")
_UNSEEN = "\N{ZERO WIDTH SPACE}"
"""Stands for each character of a mark, so that all others keep their columns."""


def without_marks(rows: Sequence[str]) -> list[str]:
    """Rows without marks, if they are Markdown: the marks are characters that nobody sees then."""
    marked = sum(bool(_BEGINS_BOLD.match(row) or _HEADING.match(row)) for row in rows)
    return [_without(row) for row in rows] if marked >= _FEWEST else list(rows)


def _without(row: str) -> str:
    characters = list(row)
    for start, end in _unseen(row):
        is_break = row.startswith(_BREAK, start)
        characters[start:end] = _UNSEEN * (end - start - is_break) + " " * is_break
    for link in _LINK.finditer(row):
        if characters[link.end(1) + 1] != _UNSEEN:
            characters[link.end(1)] = " "
    return _TOKEN.sub(_with_dash, "".join(characters))


def _with_dash(token: re.Match[str]) -> str:
    """A word with a dash for two hyphens, unless it is an address."""
    if "--" not in token[0] or _ADDRESS.search(token[0]):
        return token[0]
    return _DASH.sub(f"\N{EN DASH}{_UNSEEN}", token[0])


def _unseen(row: str) -> Iterator[tuple[int, int]]:
    """Where marks stand; a link shows its words, and its address where that is another text."""
    for pattern in _MARKS:
        yield from (found.span() for found in pattern.finditer(row))
    for link in _LINK.finditer(row):
        words = link.span(1)
        yield link.start(), words[0]
        if link[1].rpartition("//")[2] == link[2].rpartition("//")[2]:
            yield words[1], link.end()
