"""Paragraphs in other words than those of the template: which one each most probably is."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from circgen.comparison.side import Side, Spot, Unit
from circgen.extraction.matching import Match, fixed_value, layout_id
from circgen.extraction.meeting import Meeting
from circgen.extraction.names import named, stated
from circgen.extraction.patterns import Mark, Pattern
from circgen.extraction.stated import Stated, Tree, put, worded
from circgen.extraction.trials import MOST_POINTS
from circgen.readers.letter import Passage
from circgen.recognition.mentions import Kind

_ALIKE, _SAID = 0.5, 0.25
_SENTENCE_END = re.compile(r"[.!?]\s")
_QUOTED = re.compile(r"[\"“«„](?=\w)(.+)[\"”»“]")

Span = tuple[Passage, int, int]


def likely(meeting: Meeting, index: int, paragraphs: Container[str]) -> list[Match]:
    """What a paragraph most probably is, of some of the layout: those whose facts can be told."""
    unit, items = meeting.side.points[index], meeting.side.letter.points[index].items
    found = []
    for pattern in meeting.patterns if index < MOST_POINTS else ():
        if layout_id(pattern.paragraph) not in paragraphs:
            continue
        filled = _Filled(meeting.side, pattern, unit, sorted(items))
        if filled.whole and (alike := filled.likeness()) >= _ALIKE:
            found.append(Match(layout_id(pattern.paragraph), round(1000 * alike), filled.tree))
    return sorted(found, key=lambda match: -match.weight)


class _Filled:
    """The facts at the marks of a pattern, found by what they look like."""

    def __init__(self, side: Side, pattern: Pattern, unit: Unit, items: Sequence[int]) -> None:
        self._side, self._pattern, self._unit, self._items = side, pattern, unit, items
        self.tree: Tree = {}
        self._spans: list[Span] = []
        for path, value in pattern.fixed.items():
            put(self.tree, path, fixed_value(value, unit))
        marks = tuple(dict.fromkeys(pattern.marks))
        sites = [mark for mark in marks if mark.path.endswith(("website", "event_page"))]
        names = [mark for mark in marks if mark.glossary]
        texts = [mark for mark in marks if mark not in sites and mark not in names]
        self.whole = self._sites(sites) and self._texts(texts) and self._names(names)

    def _sites(self, marks: Sequence[Mark]) -> bool:
        spots = self._unit.of(Kind.URL)
        for mark, spot in zip(marks, spots, strict=False):
            text = spot.text.rstrip(".,;)")
            put(self.tree, mark.path, Stated(text, text, spot.at))
            self._spans.append((spot.passage, spot.mention.start, spot.mention.end))
        return len(marks) == len(spots)

    def _texts(self, marks: Sequence[Mark]) -> bool:
        """Items of a list, or one text in quotes."""
        if self._items or len(marks) > 1:
            if len(marks) != len(self._items) or any("[" not in mark.path for mark in marks):
                return False
            for mark, index in zip(marks, self._items, strict=True):
                passage = self._unit.passages[index]
                text = passage.text.rstrip(" ;,")
                self._say(mark, passage, 0, len(text.removesuffix(".")))
            return True
        return not marks or (marks[0].quoted and self._quotation(marks[0]))

    def _quotation(self, mark: Mark) -> bool:
        for passage in self._unit.passages:
            if found := _QUOTED.search(passage.text):
                self._say(mark, passage, *found.span(1))
                return True
        return False

    def _say(self, mark: Mark, passage: Passage, start: int, end: int) -> None:
        text = passage.text[start:end].rstrip(".")
        told = Stated(text, text, passage.at(start))
        put(self.tree, mark.path, worded(self._side.letter.language, told))
        self._spans.append((passage, start, end))

    def _names(self, marks: Iterable[Mark]) -> bool:
        """Names of a glossary, in the order of the pattern."""
        by_glossary: dict[str, list[str]] = {}
        for mark in marks:
            paths = by_glossary.setdefault(mark.glossary, [])
            if mark.path not in paths:
                paths.append(mark.path)
        for glossary, paths in by_glossary.items():
            spots = [s for s in named(self._unit, self._side, glossary) if not self._is_told(s)]
            if len(spots) != len(paths):
                return False
            for path, spot in zip(paths, spots, strict=True):
                put(self.tree, path, stated(spot))
        return True

    def _is_told(self, spot: Spot) -> bool:
        return any(
            passage is spot.passage and start <= spot.mention.start < end
            for passage, start, end in self._spans
        )

    def likeness(self) -> float:
        """How many words of pattern and paragraph both have, without the texts: from 0 to 1."""
        rest = self._rest()
        own = _stems(self._side, rest)
        words = _stems(self._side, self._pattern.words)
        for sentence in _SENTENCE_END.split(rest):
            said = _stems(self._side, sentence)
            if len(said & words) < _SAID * len(said):
                return 0.0  # a whole sentence would be lost
        return 2 * len(own & words) / (len(own) + len(words)) if own and words else 0.0

    def _rest(self) -> str:
        """The paragraph without the texts that were found in it."""
        parts = []
        for passage in self._unit.passages:
            text = passage.text
            for other, start, end in self._spans:
                if other is passage:
                    text = text[:start] + " " * (end - start) + text[end:]
            parts.append(text)
        return " ".join(parts)


def _stems(side: Side, text: str) -> frozenset[str]:
    """The words of a text without their endings."""
    names = side.recogniser.names
    folded = side.recogniser.lexicon.fold(text).lower()
    words = "".join(c if c.isalpha() else " " for c in folded).split()
    return frozenset(names.stem(word) for word in words)
