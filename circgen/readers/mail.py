"""The headers of a mail (From, Date, To, Subject) in front of a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from circgen.readers.pieces import Piece
from circgen.readers.signs import Signs

_HEADER = re.compile(r"([^\s:][^:\t]{0,24}):\s*\S")
_FEWEST = 2


def without_mail_headers(pieces: Sequence[Piece], signs: Signs) -> list[Piece]:
    """A front without the headers of a mail that brought the letter.

    A letter that has no other front keeps them: the mail is the letter.
    """
    found: list[Piece] = []
    block: list[Piece] = []
    for piece in pieces:
        if piece.apart:
            found += () if _are_headers(block, signs) else block
            block = []
        block.append(piece)
    found += () if _are_headers(block, signs) else block
    if found or "subject" not in {signs.label(name) for name in _names(pieces)}:
        return found
    return list(pieces)


def _names(pieces: Sequence[Piece]) -> list[str]:
    """What stands in front of a colon at the beginning of lines."""
    return [found[1] for piece in pieces if (found := _HEADER.match(piece.text))]


def _are_headers(block: Sequence[Piece], signs: Signs) -> bool:
    """Whether lines are headers: with an address, and with labels of which a circular has none.

    An address may stand on a line of its own.
    """
    names = _names(block)
    others = [piece.text for piece in block[1:] if not _names([piece])]
    if len(names) < _FEWEST or not _names(block[:1]) or any("@" not in text for text in others):
        return False
    keys = {signs.label(name) for name in names}
    has_address = any("@" in piece.text for piece in block)
    return has_address and None in keys and keys.isdisjoint({"reference", "tel", "fax"})
