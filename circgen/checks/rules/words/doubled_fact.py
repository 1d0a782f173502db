"""A template prints the same thing twice in a row.

This happens when a bracket is moved with copy and paste; every letter then says it twice.

Bad: in the {{ event|form("plain") }} {{ event|form("plain") }} is
Good: in the {{ event|form("plain") }}, a {{ event|form("plain") }}, is
Mend: Take one of them out.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.sensitivity.once import listed
from circgen.checks.subjects import Desk, Words
from circgen.compose.sources import Piece
from circgen.findings import Evidence, Finding


@listed
def check(words: Words, desk: Desk) -> Iterator[Finding]:  # noqa: ARG001
    """Brackets that hold the same, with nothing but space between them."""
    for template in words.templates.values():
        before: Piece | None = None
        for piece in template.pieces:
            if piece.sort == "fact" and before and piece.text == before.text:
                name = piece.block.replace("_", "-")
                at = template.at(piece.offset)
                yield Finding(
                    at,
                    "doubled-fact",
                    f"{name}: `{piece.text}` stands twice in a row",
                    "take one out",
                    paragraph=name,
                    target=Evidence("", piece.text, at),
                )
            if piece.sort == "fact":
                before = piece
            elif piece.sort != "words" or piece.text.strip():
                before = None
