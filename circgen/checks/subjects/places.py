"""Where the words of a letter stand in the template that they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from circgen.checks.subjects import Template
from circgen.compose.sources import Piece
from circgen.findings import Location

_FEW = 6
"""So many words tell a place apart from others."""
_LEAST = 2
_PART = re.compile(r"[^\s.,;:!?()][^.,;:!?()]*")
_WORD = re.compile(r"\S+")
_BETWEEN = r"(?:\s|&nbsp;|[*_\\])+"
_GAP = re.compile(f"(?:{_BETWEEN})?")


class WordPlaces:
    """Finds the words of one template."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self.at = lru_cache(maxsize=1024)(self._at)

    def _at(self, paragraph: str, text: str) -> tuple[tuple[int, Location], ...]:
        """Offsets in a text with the places of what begins there: of each word that is found.

        What cannot be found stands where the paragraph begins.
        """
        block = paragraph.partition("[")[0].replace("-", "_")
        starts = [(0, Location(self._template.file, self._template.lines.get(block, 0)))]
        reached = -1
        for part in _PART.finditer(text):
            words = part.group().split()[:_FEW]
            if part.start() <= reached or len(words) < _LEAST:
                continue
            if found := self._found(block, words):
                piece, begin = found
                for reached, offset in _side_by_side(text, part.start(), piece.text, begin):
                    starts.append((reached, self._template.at(piece.offset + offset)))
        if len(starts) > 1 and not any(map(str.isalnum, text[: starts[1][0]])):
            starts[0] = 0, starts[1][1]  # marks in front of the first words belong to them
        return tuple(starts)

    def _found(self, block: str, words: list[str]) -> tuple[Piece, int] | None:
        """Where some words begin: a piece of the template, and an offset in it."""
        wanted = re.compile(_BETWEEN.join(map(re.escape, words)))
        for piece in self._template.pieces:
            is_here = piece.block == block and piece.sort == "words"
            if is_here and (found := wanted.search(piece.text)):
                return piece, found.start()
        return None


def _side_by_side(text: str, start: int, source: str, offset: int) -> Iterator[tuple[int, int]]:
    """Where each word begins in a text and in its source, from a place where both have the same."""
    yield start, offset
    for word in _WORD.finditer(text, start):
        gap = _GAP.match(source, offset)
        offset = gap.end() if gap else offset
        if not source.startswith(word.group(), offset):
            break
        if word.start() > start:
            yield word.start(), offset
        offset += len(word.group())
