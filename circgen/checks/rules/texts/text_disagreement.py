"""A text of the facts says something else in one language than in the language it was made from.

Numbers, years, dates, hours, addresses, acronyms, names, and words that decide (only, mandatory,
approve) are read in both texts, as `circgen compare` reads them in letters, and compared by value:
25% is the same in all languages, and so is `0930 hours`. Which languages are compared follows from
`translated_from` in the language packs. What may be said in other words is a warning.

Bad: {en: approve the plan for 2026, ru: утвердить план на 2027 год}
Good: {en: approve the plan for 2026, ru: утвердить план на 2026 год}
Mend: Make both texts say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from circgen.checks.subjects import Desk, Saying
from circgen.checks.subjects.points import point_of
from circgen.comparison.faultless import Faultless
from circgen.comparison.pair import agree, differing
from circgen.comparison.side import Side
from circgen.comparison.structure import Matched, matched_point
from circgen.findings import Finding
from circgen.readers.languages import foreign
from circgen.readers.letter import Letter, Passage, Point
from circgen.recognition.recogniser import Recogniser


def check(saying: Saying, desk: Desk) -> Iterator[Finding]:
    """Each translation against the text of its source language."""
    if saying.origin == "template":
        return
    for code, origin in saying.source.items():
        source, target = saying.writings[origin], saying.writings[code]
        if source.text == target.text:
            continue  # another rule says so
        found = list(_different(saying, code, origin, desk))
        if found and not _is_untranslated(target.text, code, desk):
            yield from found


def _different(saying: Saying, code: str, origin: str, desk: Desk) -> Iterator[Finding]:
    source, target = saying.writings[origin], saying.writings[code]
    sides = (
        _side(saying.beside.get(origin, source.passages), desk.knowledge.recognisers[origin]),
        _side(saying.beside.get(code, target.passages), desk.knowledge.recognisers[code]),
    )
    name = saying.name.removeprefix("contact.")  # a name may stand first in `person`
    for result in matched_point(sides, name, point_of(source), point_of(target)):
        found = _found(result, sides, desk.faultless)
        for finding in found:
            if finding.rule != _OF_STYLE:
                yield finding._replace(rule="text-disagreement")


def _found(
    result: Finding | Matched, sides: tuple[Side, Side], faultless: Faultless
) -> Iterable[Finding]:
    if isinstance(result, Finding):
        return (result,)
    return () if agree(*result, sides, faultless) else differing(*result, sides)


_OF_STYLE = "punctuation"
"""Marks at the end are set by the letter, or a matter of style."""


def _is_untranslated(text: str, code: str, desk: Desk) -> bool:
    """Whether a text is in another language: another rule says so."""
    languages = {each: reader.language for each, reader in desk.knowledge.recognisers.items()}
    return foreign(text, code, languages) is not None


@lru_cache(maxsize=8)
def _side(texts: tuple[Passage, ...], recogniser: Recogniser) -> Side:
    """All texts of a facts file in one language: what one adds may stand in another."""
    points = tuple(Point("", (text,)) for text in texts)
    code = recogniser.language.pack.code
    return Side(Letter(texts[0].at().file, code, {}, points), recogniser)
