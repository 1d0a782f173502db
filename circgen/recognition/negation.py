"""Negations: `not mandatory` is optional, and `is not refundable` leaves open what is said.

A negation in front of a phrase turns round what a group of `polarity` with two values decides. What
it does to contraries, which are phrases of all sorts, it leaves open, behind them, too: where one
value is the other one denied, as `forbidden` is, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from circgen.language.understood import Words
from circgen.language.wording import Language
from circgen.recognition.mentions import Kind

_BEFORE, _WORDS_BEFORE, _BEHIND = 24, 3, 60
"""So many characters and words in front of a phrase, and characters behind it, are looked at."""
_TWO = 2
_NEUTRAL = "neutral"
_DECIDE_NOTHING = (_NEUTRAL, "implied")
"""Groups of `polarity` in which a value has no opposite."""
_CLAUSE_END = r"[.;:,()]|\s-\s"


class Negation:
    """What turns round what is decided, in one language."""

    def __init__(self, language: Language) -> None:
        glossary, joints = language.glossary, language.understood.words.get("and", ())
        self._words = frozenset(glossary.negations)
        self._end = re.compile("|".join((_CLAUSE_END, *(rf"\s{re.escape(j)}\s" for j in joints))))
        behind = "|".join(map(re.escape, glossary.negations_behind))
        self._behind = re.compile(rf"\b(?:{behind})\b" if behind else r"(?!)")
        self._opposites = _opposites(glossary.polarity)
        self._deniable = {
            f"{group}:{value}"
            for contraries in (glossary.contraries, glossary.likely_contraries)
            for group, values in contraries.items()
            if self._denied_in(values) == 1
            for value in values
        }

    def _denied_in(self, values: Words) -> int:
        """Of how many values of a group there are phrases with a negation."""
        return sum(
            any(not self._words.isdisjoint(phrase.split()) for phrase in phrases)
            for value, phrases in values.items()
            if value != _NEUTRAL
        )

    def turned(self, kind: Kind, value: str, before: str, behind: str) -> str | None:
        """What a phrase says that stands between two texts; None if that is open."""
        if kind is Kind.POLARITY:
            opposite = self._opposites.get(value)
            return opposite if opposite and self._denies(before) else value
        if value not in self._deniable:
            return value
        clause = self._end.split(behind[:_BEHIND].lower())[0]
        is_denied = self._denies(before) or self._behind.search(clause)
        return None if is_denied else value

    def _denies(self, before: str) -> bool:
        """Whether a negation is among the last words of a clause."""
        words = re.split(_CLAUSE_END, before[-_BEFORE:])[-1].lower().split()
        return not self._words.isdisjoint(words[-_WORDS_BEFORE:])


def _opposites(groups: Mapping[str, Words]) -> dict[str, str]:
    """The value that is the other one of each group that decides between two."""
    found: dict[str, str] = {}
    for group, values in groups.items():
        names = [f"{group}:{value}" for value in values]
        if len(names) == _TWO and group not in _DECIDE_NOTHING:
            found |= zip(names, reversed(names), strict=True)
    return found
