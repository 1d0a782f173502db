"""Tables that stand behind the letter, as a program puts them that reads the paragraphs first.

The head is one of them, with the subject in its last row. Those behind it belong where a paragraph
introduces something, and nothing follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from circgen.readers.marks import MarkKind
from circgen.readers.pieces import Piece
from circgen.readers.signs import Signs

_HEAD = frozenset({"reference", "to"})
"""Labels that stand above the subject in a head."""
_LISTED = frozenset({MarkKind.LETTER, MarkKind.DASH, MarkKind.BULLET})


def with_tables_in_place(pieces: Sequence[Piece], signs: Signs) -> list[Piece]:
    """Pieces with the tables behind a head at the end where they are introduced.

    Where there are more or fewer of them than are introduced, all stay.
    """
    head = _end_of_head(pieces, signs)
    tables = _tables(pieces[head:])
    places = _introductions(pieces[:head], signs)
    if not tables or len(tables) != len(places):
        return list(pieces)
    below = dict(zip(places, tables, strict=True))
    found: list[Piece] = []
    for index, piece in enumerate(pieces[:head]):
        found += [piece, *below.get(index, ())]
    return found


def _end_of_head(pieces: Sequence[Piece], signs: Signs) -> int:
    """Where the subject of a head ends that stands behind the letter; else the end."""
    labels = [signs.label(piece.text.partition(":")[0].partition("\t")[0]) for piece in pieces]
    greeted = [index for index, piece in enumerate(pieces) if signs.is_salutation(piece.text)]
    subject = next((index for index, label in enumerate(labels) if label == "subject"), -1)
    if not greeted or subject < greeted[-1] or not set(labels[greeted[-1] : subject]) >= _HEAD:
        return len(pieces)
    is_alone = signs.label(pieces[subject].text) is not None
    behind = range(subject + 1 + is_alone, len(pieces))
    return next((index for index in behind if pieces[index].apart), len(pieces))


def _tables(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """What blank lines set apart."""
    found: list[list[Piece]] = []
    for piece in pieces:
        if piece.apart or not found:
            found.append([])
        found[-1].append(piece)
    return found


def _introductions(pieces: Sequence[Piece], signs: Signs) -> list[int]:
    """The paragraphs that introduce what does not follow; labels are none."""
    return [
        index
        for index, (piece, following) in enumerate(pairwise(pieces))
        if piece.text.endswith(":")
        and signs.label(piece.text) is None
        and following.kind not in _LISTED
        and not (following.cell or following.is_row or "\t" in following.text)
        and (following.mark or following.text[:1].isupper())
    ]
