"""The edges of pages among the lines of a letter: page numbers, references above them, footers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from circgen.readers.marks import is_page_number
from circgen.readers.pieces import Piece, join
from circgen.readers.signs import Signs

_LONGEST_NOTICE = 4
"""So many paragraphs has the notice of a firm at most."""
_NUMBERED_PAGE = re.compile(r"[^\W\d_]{1,8}\.?\s\d{1,3}(?:\s(?:/|[^\W\d_]{1,3})\s\d{1,3})?")
"""`Page 2`, or `Page 2 of 3`, below a footer."""
_PAGE_NUMBER = re.compile(r"[-–—]\s?\d{1,3}\s?[-–—]?\s?")


def without_edges(pieces: Sequence[Piece], signs: Signs) -> tuple[list[Piece], list[Piece]]:
    """The pieces without page numbers, the reference above later pages, and footers; these last."""
    edges: set[int] = set()
    footers: list[Piece] = []
    for index, piece in enumerate(pieces):
        is_rest = (
            index - 1 in edges
            and not piece.apart
            and _is_rest(pieces[index - 1], piece)
            and not signs.is_annex_heading(piece.text)
        )
        if piece.mark and not is_rest:
            continue
        number = _PAGE_NUMBER.match(piece.text)
        if is_page_number(piece.text):
            around = (each for each in (index - 1, index + 1) if 0 < each < len(pieces))
            edges |= {index, *(each for each in around if signs.is_reference(pieces[each].text))}
        elif number and signs.is_reference(piece.text[number.end() :]):
            edges.add(index)  # `-2-TSB Circular 87`
        elif signs.is_own_footer(piece.text) or (
            signs.is_footer(piece.text) and not _is_between(index, pieces)
        ):
            edges.add(index)
            footers.append(piece)
        elif is_rest and footers:
            edges.add(index)
            footers[-1] = join(footers[-1], piece)
    found: list[Piece] = []
    for index, piece in enumerate(pieces):
        if index in edges:
            continue
        is_behind = index - 1 in edges or piece.new_page
        if is_behind and found and _goes_on(found[-1], piece):
            found[-1] = join(found[-1], piece)
        else:
            found.append(piece)
    return found, footers


def without_notice(pieces: Sequence[Piece], signs: Signs) -> list[Piece]:
    """The pieces of a letter without what a firm has above or below all its mails.

    Above, that is a warning of mails from outside; below, it stands behind the closing.
    """
    pieces = [*pieces[1:]] if pieces and signs.is_warning(pieces[0].text) else [*pieces]
    closings = [place for place, piece in enumerate(pieces) if signs.is_closing(piece.text)]
    if not closings:
        return pieces
    last = range(max(closings[-1] + 1, len(pieces) - _LONGEST_NOTICE), len(pieces))
    end = next((place for place in last if signs.is_disclaimer(pieces[place].text)), len(pieces))
    return [*pieces[:end]]


def _is_rest(footer: Piece, piece: Piece) -> bool:
    """Whether a line goes on with a footer, whose parts are set apart by dots."""
    if "•" in footer.text and _NUMBERED_PAGE.fullmatch(piece.text):
        return True
    return "•" in piece.text or "•" in (piece.mark, footer.text[-1:])


def _is_between(index: int, pieces: Sequence[Piece]) -> bool:
    """Whether the lines before and after one follow without a gap: it is part of an address."""
    following = pieces[index + 1 : index + 2]
    return not pieces[index].apart and bool(following) and not following[0].apart


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Whether a paragraph goes on behind the edge of a page."""
    return not piece.mark and not before.is_ended and piece.text[:1].islower()
