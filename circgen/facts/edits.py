"""Changing characters of a text file, whose other bytes stay as they are."""

from __future__ import annotations

from collections.abc import Iterable

from circgen.findings import Fix

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def edited(content: bytes, fixes: Iterable[Fix]) -> bytes:
    """A file of UTF-8 with fixes applied; byte order mark and line ends stay.

    A fix that overlaps one before it is left out, and so is one whose characters are not there.
    """
    text = content.decode("utf-8")
    places = _places(text)
    starts = [0]
    for index, place in enumerate(places):
        if text[place] in "\r\n":
            starts.append(index + 1)
    read = "".join("\n" if text[place] == "\r" else text[place] for place in places)
    places.append(len(text))
    done = 0
    put: list[str] = []
    for fix in sorted(fixes, key=lambda fix: (fix.at.line, fix.at.column)):
        if not 0 < fix.at.line <= len(starts):
            continue
        begin = starts[fix.at.line - 1] + fix.at.column - 1
        end = begin + len(fix.old)
        if read[begin:end] != fix.old or places[begin] < done:
            continue
        put += text[done : places[begin]], fix.new
        done = places[end]
    return "".join((*put, text[done:])).encode()


def _places(text: str) -> list[int]:
    """Where the characters stand that a reader counts: no byte order mark, CRLF once."""
    first = 1 if text.startswith(_MARK) else 0
    return [
        index
        for index in range(first, len(text))
        if not (text[index] == "\n" and index > 0 and text[index - 1] == "\r")
    ]
