"""Which language is at fault where several disagree, and what is said about it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import NamedTuple

from circgen.checks.sensitivity.trials import Study, block_of, study
from circgen.checks.sensitivity.uses import covers, place
from circgen.checks.subjects import Desk, Words
from circgen.compose.sources import Piece
from circgen.findings import Evidence, Location


def at_fault(values: Mapping[str, Hashable]) -> tuple[str, tuple[str, ...]]:
    """A language that is right, and those that differ from it; sources come first in `values`.

    Most languages are right; where as many say one thing as another, the first of them is.
    """
    said = list(values.values())
    right = max(values, key=lambda code: said.count(values[code]))
    return right, tuple(code for code, value in values.items() if value != values[right])


class Bench(NamedTuple):
    """The words of a kind, what was tried with them, and what every rule may know."""

    words: Words
    study: Study
    desk: Desk

    def evidence(
        self, part: str, path: str, using: str, other: str, value: str = ""
    ) -> tuple[Evidence, Evidence]:
        """Where `using` uses a fact, or tests for `value`, in a part; and where `other` doesn't."""
        block = block_of(part)
        pairs = [
            (self.words.templates[code], self.study.uses[code].get(block, ()))
            for code in (using, other)
        ]
        if all(uses for _, uses in pairs):
            return place(path, pairs[0], pairs[1], value)
        # The parts around the paragraphs are worded by the pack.
        first, second = (self._pack(code) for code in (using, other))
        return first, second

    def shown(self, code: str, piece: Piece) -> Evidence:
        """A bracket of a template."""
        return Evidence("", piece.text, self.words.templates[code].at(piece.offset))

    def test(self, part: str, path: str, code: str, value: str) -> Evidence:
        """Where a language tests a fact in a part of the letter, if it can be for a `value`."""
        uses = self.study.uses[code].get(block_of(part), ())
        if not uses:
            return self._pack(code)
        use = min(
            uses, key=lambda use: (not covers(use, path), use.prints, f'"{value}"' not in use.sign)
        )
        return self.shown(code, use.piece)

    def _pack(self, code: str) -> Evidence:
        return Evidence("", "", Location(self.desk.knowledge.recognisers[code].language.pack.file))


def bench(words: Words, desk: Desk) -> Bench:
    """What rules about the facts in words look at."""
    return Bench(words, study(words, desk), desk)
