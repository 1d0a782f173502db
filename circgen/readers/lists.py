"""Lists of addressees: on one line, on several, or under no label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from circgen.readers.pieces import Piece, join, part_of
from circgen.readers.signs import Signs

_JOINT_BEHIND = re.compile(r"(?<=;)\s*(\w{1,4})\s*$")

_SEVERAL = 2
_NARROW = 50
"""So many letters has the widest line of a narrow column."""


def split_list(piece: Piece) -> list[Piece]:
    """A list that stands on one line, with semicolons between its items; `; and` ends one."""
    found: list[Piece] = []
    depth = start = 0
    joint = _JOINT_BEHIND.search(piece.text)
    end = joint.start() if joint and joint[1].islower() else len(piece.text.rstrip())
    for offset, character in enumerate(piece.text):
        depth += (character in "([（") - (character in ")]）")
        if character == ";" and depth <= 0 and offset + 1 < end:
            found.append(part_of(piece, start, offset + 1))
            start = offset + 1
    return [*found, part_of(piece, start)] if found else [piece]


def is_unfinished(items: Sequence[Piece]) -> bool:
    """Whether the last item of a list goes on: those before end in semicolons, and it does not."""
    *before, last = (item.text.rstrip() for item in items) if items else ("",)
    return bool(before) and all(text.endswith(";") for text in before) and last[-1:] not in ";,."


def unwrapped(items: Sequence[Piece]) -> list[Piece]:
    """A list that was wrapped in a narrow column of a text, with semicolons between its items."""
    *before, _ = (item.text.rstrip() for item in items) if items else ("",)
    ended = sum(text.endswith(";") for text in before)
    broken = len(before) - ended
    may_be_wrapped = min(ended, broken) >= _SEVERAL and not any(map(_is_whole, items))
    if not may_be_wrapped or max(map(len, before)) > _NARROW:
        return list(items)
    found: list[Piece] = []
    for item in items:
        if found and not found[-1].text.rstrip().endswith(";"):
            found[-1] = join(found[-1], item)
        else:
            found.append(item)
    return found


def _is_whole(item: Piece) -> bool:
    """Whether a piece is no line of a text, or an item by itself."""
    return bool(item.mark or item.apart or item.passage.at().paragraph)


def addressed(pieces: Sequence[Piece], signs: Signs) -> Sequence[Piece]:
    """From the first line that names an addressee to the last, and what stands right below."""
    named = [
        place
        for place, piece in enumerate(pieces)
        if signs.is_addressee(without_to(piece, signs).text)
    ]
    if not named:
        return ()
    end = named[-1] + 1
    # Only a text file shows what stands right below.
    while end < len(pieces) and not pieces[end].apart and not pieces[end].passage.at().paragraph:
        end += 1
    return pieces[named[0] : end]


def without_to(piece: Piece, signs: Signs) -> Piece:
    """A line without the label of addressees that it begins with, though there is no colon."""
    word = piece.text.partition(" ")[0]
    return part_of(piece, len(word)) if signs.label(word) == "to" else piece
