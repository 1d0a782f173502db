"""The branches of the conditions of a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from circgen.checks.sensitivity.uses import Use
from circgen.compose.sources import Piece


class Branches(NamedTuple):
    """An `if` with what stands between its tags, the last of which is its `endif`."""

    condition: str
    tags: tuple[Piece, ...]
    bodies: tuple[tuple[Piece, ...], ...]

    @property
    def has_else(self) -> bool:
        """Whether something is said where no condition holds."""
        return is_else(self.tags[-2].text)

    @property
    def words(self) -> tuple[str, ...] | None:
        """The words of each branch, if no branch has anything but words."""
        if any(piece.sort != "words" for body in self.bodies for piece in body):
            return None
        return tuple("".join(piece.text for piece in body).strip() for body in self.bodies)


def branches(pieces: Iterable[Piece], uses: Iterable[Use]) -> Iterator[Branches]:
    """The conditions of a block as they end; what stands in one stands in those around it, too."""
    conditions = {use.piece: use.sign.partition(" ")[2] for use in uses}
    open_: list[tuple[list[Piece], list[list[Piece]]]] = []
    for piece in pieces:
        word = _word(piece)
        own = word in ("if", "elif", "else", "endif")
        around = open_[:-1] if own and word != "if" else open_
        for _, bodies in around:
            bodies[-1].append(piece)
        if word == "if":
            open_.append(([piece], [[]]))
        elif own and open_:
            open_[-1][0].append(piece)
            if word == "endif":
                tags, bodies = open_.pop()
                yield Branches(conditions.get(tags[0], ""), tuple(tags), tuple(map(tuple, bodies)))
            else:
                open_[-1][1].append([])


def is_else(tag: str) -> bool:
    """Whether a tag is an `else`."""
    return tag.strip("{%-+} \n") == "else"


def _word(piece: Piece) -> str:
    return piece.text.strip("{%-+} \n").split()[0] if piece.sort == "tag" else ""
