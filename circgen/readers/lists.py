"""Lists of addressees that stand on one line, or go on in the next."""

from __future__ import annotations

from collections.abc import Sequence

from circgen.readers.pieces import Piece, part_of


def split_list(piece: Piece) -> list[Piece]:
    """A list that stands on one line, with semicolons between its items."""
    found: list[Piece] = []
    depth = start = 0
    end = len(piece.text.rstrip())
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
