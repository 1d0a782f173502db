"""Numbers of two levels that were typed in front of paragraphs: `A.1`, `A.2`, or `2.1`, `2.2`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from circgen.readers.pieces import Piece, marked, part_of

_NUMBER = re.compile(
    r"(([^\W\d_a-zа-я]|\d{1,2})\.(\d{1,2}))\.?[ \N{NO-BREAK SPACE}]+(?=[\"«“]?[^\W_])"
)


def with_levels(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces with such numbers as their marks, if two or more count 1, 2, 3.

    Taken alone, `E.164` is a Recommendation.
    """
    counts: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for index, piece in enumerate(pieces):
        number = None if piece.mark or piece.cell else _NUMBER.match(piece.text)
        if number and int(number[3]) == len(counts.get(number[2], ())) + 1:
            counts.setdefault(number[2], []).append((index, number))
    found = list(pieces)
    for count in counts.values():
        for index, number in count if count[1:] else ():
            found[index] = marked(part_of(found[index], number.end()), number[1])
    return found
