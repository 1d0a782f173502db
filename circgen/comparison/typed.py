"""What was typed: the characters of a letter, for rules about signs and not about what is said."""

from __future__ import annotations

from typing import NamedTuple

from circgen.comparison.side import Unit
from circgen.findings import Evidence, Finding
from circgen.readers.letter import Passage

_BLANK = "\N{OBJECT REPLACEMENT CHARACTER}"
_SHOWN = 30


def without_addresses(unit: Unit, passage: Passage) -> str:
    """The text of a passage with its addresses blanked, so that all else keeps its place."""
    text = passage.text
    for spot in unit.addresses:
        if spot.passage is passage:
            start, end = spot.mention.start, spot.mention.end
            text = f"{text[:start]}{_BLANK * (end - start)}{text[end:]}"
    return text


class Sign(NamedTuple):
    """A bracket or quotation mark; `repeated` if, while it is open, one like it was opened."""

    sign: str
    passage: Passage
    offset: int
    repeated: bool = False

    def with_words_after(self) -> str:
        """The sign with the first words behind it."""
        text = self.passage.text[self.offset :]
        return text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] + "…"

    def with_words_before(self) -> str:
        """The sign with the last words before it."""
        text = self.passage.text[: self.offset + 1]
        return text if len(text) <= _SHOWN else "…" + text[-_SHOWN:].partition(" ")[2]

    def finding(self, unit: Unit, rule: str, message: str, help_text: str) -> Finding:
        """That something is wrong with it."""
        at = self.passage.at(self.offset)
        return Finding(
            at,
            rule,
            f"{unit.place}: {message}",
            help_text,
            paragraph=unit.place,
            target=Evidence(self.sign, self.sign, at),
        )
