"""Two letters in one language: words that were changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.side import Side, Unit
from circgen.findings import Finding, Level
from circgen.recognition.mentions import WORDS, Kind

_QUOTES = dict.fromkeys(
    map(ord, "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}«»"), '"'
)
_SPACES = re.compile(r"\s+")
_SPACED_DASH = re.compile(r"\s?-\s?")
_VALUES = frozenset(Kind) - WORDS


def reworded(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Words that are not those that the facts make; how a fact is written doesn't count."""
    if _plain(source, sides[0]) == _plain(target, sides[1]):
        return
    yield Finding(
        target.at,
        "wording",
        f"{target.place}: the words are not those of {sides[0].name}",
        "keep what was edited on purpose; what every letter should say belongs in the template or "
        "the facts",
        Level.WARNING,
        paragraph=target.place,
        source=source.evidence(),
        target=target.evidence(),
    )


def _plain(unit: Unit, side: Side) -> str:
    """The words alone: facts by value, every kind of space, dash and quote as one."""
    texts = []
    for passage in unit.passages:
        text = side.recogniser.lexicon.fold(passage.text)
        spots = [s for s in unit.spots if s.passage is passage and s.mention.kind in _VALUES]
        for spot in sorted(spots, key=lambda s: -s.mention.start):
            start, end = spot.mention.start, spot.mention.end
            if end <= len(text) and not spot.mention.weak:
                text = f"{text[:start]}<{spot.mention.kind}>{text[end:]}"
        texts.append(text)
    return _SPACED_DASH.sub("-", _SPACES.sub(" ", " ".join(texts).translate(_QUOTES))).strip()
