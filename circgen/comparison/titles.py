"""A title, an item or a cell that was left in the language of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Evidence, Finding, Level
from circgen.readers.languages import LONG_WORD, foreign
from circgen.readers.letter import Passage
from circgen.recognition.mentions import Kind

_SUBJECT = "subject"
_WORD = re.compile(r"[^\W\d_]{2,}")
_QUOTE = re.compile('["“”«»„]')
_LEAST_WORDS = 3
"""So many words are hardly a name that all languages share."""


def left_as_it_is(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """What is the same letter by letter: a subject, but for what stands in brackets, or a line."""
    if sides[0].letter.language == sides[1].letter.language:
        return
    if target.place == _SUBJECT:
        title, other = (_title(unit) for unit in (source, target))
        if title == other and len(_WORD.findall(title)) >= _LEAST_WORDS:
            whole = source.evidence()._replace(text=title), target.evidence()._replace(text=other)
            yield _finding(target.place, sides, whole, "the title")
        return
    if sides[1].has_part(target.place):
        return
    lines = {passage.text: passage for passage in source.passages}
    for passage in target.passages:
        same = lines.get(passage.text)
        if same and _is_untranslated(source, same, target, passage, sides):
            line = Evidence("", same.text, same.at()), Evidence("", passage.text, passage.at())
            yield _finding(target.place, sides, line, f"`{passage.text}`")


def _finding(
    place: str, sides: tuple[Side, Side], texts: tuple[Evidence, Evidence], called: str
) -> Finding:
    return Finding(
        texts[1].at,
        "untranslated",
        f"{place}: {called} ({sides[1].name}) is that of {sides[0].name}, unchanged",
        "translate it, unless it is a name",
        Level.WARNING,
        paragraph=place,
        source=texts[0],
        target=texts[1],
    )


def _is_untranslated(
    source: Unit, own: Passage, target: Unit, other: Passage, sides: tuple[Side, Side]
) -> bool:
    """Whether a line has words that only the source's language has; sentences others tell of."""
    if _QUOTE.search(own.text):
        return False
    known = [(spot.mention.start, spot.mention.end) for spot in _words(target, other)]
    left = any(
        spot.text.islower()
        and len(spot.text) >= LONG_WORD
        and not any(start <= spot.mention.start < end for start, end in known)
        for spot in _words(source, own)
    )
    languages = {side.letter.language: side.recogniser.language for side in sides}
    return left and foreign(other.text, sides[1].letter.language, languages) is None


def _words(unit: Unit, passage: Passage) -> list[Spot]:
    """The general words of a line that are known; those of names are none."""
    return [spot for spot in unit.of(Kind.TERM, Kind.EVENT) if spot.passage is passage]


def _title(unit: Unit) -> str:
    return " ".join(unit.text.partition("(")[0].split())
