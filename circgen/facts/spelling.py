"""Where the characters of a scalar stand in its file, through folding, quotes and escapes."""

from __future__ import annotations

import re

from circgen.findings import Location

Starts = tuple[tuple[int, Location], ...]
"""Offsets in a text, in order, each with the place of the character that stands there; what
follows stands behind it in the same line."""

_BLANKS = re.compile(r"[ \t\n]*")
_BLOCK_HEADER = re.compile(r"[|>][^\n]*\n")
_ESCAPES = {"_": "\N{NO-BREAK SPACE}", "t": "\t", "n": "\n", " ": " ", "0": "\0", "e": "\x1b"}
_CODES = {"x": 2, "u": 4, "U": 8}


def spelled(source: str, at: Location, text: str) -> Starts:
    """The places of `text`, the value of the scalar that begins at `at` of the YAML `source`.

    Spaces of `text` may stand for any white space. Where the two cannot be brought together, all of
    it stands at `at`.
    """
    lines = source.split("\n")
    if not 0 < at.line <= len(lines):
        return ((0, at),)
    offset = sum(len(line) + 1 for line in lines[: at.line - 1]) + at.column - 1
    quote = source[offset : offset + 1]
    if quote in {"'", '"'}:
        offset += 1
    elif header := _BLOCK_HEADER.match(source, offset):
        offset = header.end()
    if "\n" not in text and source.startswith(text, offset):
        return ((0, _located(source, offset, at.file)),)
    starts: list[tuple[int, int]] = []
    expected = -1
    for index, character in enumerate(text):
        found = _step(source, offset, character, quote)
        if found is None:
            return ((0, at),)
        begin, offset = found
        if begin != expected:
            starts.append((index, begin))
        expected = begin + 1
    return tuple((index, _located(source, begin, at.file)) for index, begin in starts) or ((0, at),)


def _step(source: str, offset: int, character: str, quote: str) -> tuple[int, int] | None:
    """Where a character begins and ends, at or behind an offset; None if another is there."""
    if character in " \n":
        end = _skipped(source, offset, quote)
        # Of several, the first has taken all that is there.
        is_taken = end == offset and source[offset - 1] in " \t\n"
        if end > offset or is_taken:
            return offset, end
        return _plain(source, offset, character, quote)
    # Indentation and line ends that came to nothing.
    return _plain(source, offset, character, quote) or _plain(
        source, _skipped(source, offset, quote), character, quote
    )


def _skipped(source: str, offset: int, quote: str) -> int:
    """The end of white space; in double quotes, a backslash before a space or line end is, too."""
    while True:
        match = _BLANKS.match(source, offset)
        end = match.end() if match else offset
        if quote == '"' and source.startswith(("\\\n", "\\ "), end):
            offset = end + 2
            continue
        return end


def _plain(source: str, offset: int, character: str, quote: str) -> tuple[int, int] | None:
    if quote == "'" and character == "'":
        return (offset, offset + 2) if source.startswith("''", offset) else None
    if quote == '"' and source.startswith("\\", offset):
        kind = source[offset + 1 : offset + 2]
        if digits := _CODES.get(kind):
            code = source[offset + 2 : offset + 2 + digits]
            is_it = int(code, 16) == ord(character)
            return (offset, offset + 2 + digits) if is_it else None
        return (offset, offset + 2) if _ESCAPES.get(kind, kind) == character else None
    return (offset, offset + 1) if source.startswith(character, offset) else None


def _located(source: str, offset: int, file: str) -> Location:
    begin = source.rfind("\n", 0, offset) + 1
    return Location(file, source.count("\n", 0, offset) + 1, offset - begin + 1)
