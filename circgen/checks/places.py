"""Where the words of a letter stand in the template that they come from."""

from __future__ import annotations

import re
from functools import lru_cache

from circgen.checks.subjects import Template
from circgen.findings import Location

_FEW = 6
"""So many words tell a place apart from others."""
_LEAST = 2
_PART = re.compile(r"[^\s.,;:!?()][^.,;:!?()]*")
_BETWEEN = r"(?:\s|&nbsp;|[*_\\])+"


class WordPlaces:
    """Finds the words of one template."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self.at = lru_cache(maxsize=1024)(self._at)

    def _at(self, paragraph: str, text: str) -> tuple[tuple[int, Location], ...]:
        """Offsets in a text with the places of what begins there, at least that of all of it.

        What cannot be found stands where the paragraph begins.
        """
        block = paragraph.partition("[")[0].replace("-", "_")
        whole = Location(self._template.file, self._template.lines.get(block, 0))
        starts = [(0, whole)]
        for part in _PART.finditer(text):
            words = part.group().split()[:_FEW]
            if len(words) >= _LEAST and (found := self._found(block, words)):
                starts.append((part.start(), found))
        return tuple(starts)

    def _found(self, block: str, words: list[str]) -> Location | None:
        wanted = re.compile(_BETWEEN.join(map(re.escape, words)))
        for piece in self._template.pieces:
            is_here = piece.block == block and piece.sort == "words"
            if is_here and (found := wanted.search(piece.text)):
                return self._template.at(piece.offset + found.start())
        return None
