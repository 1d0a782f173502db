"""A sentence begins with a fact in small letters.

A name or an ordinal stands in the middle of one sentence and at the beginning of another; there,
`sentence_case` gives it its capital. Letters are made of generated facts and names of the glossary,
so that it is found before a circular begins like that. Texts of the facts may begin as they like.

Bad: {{ initiative.name|form("the") }} operates
Good: {{ initiative.name|form("the")|sentence_case }} now operates
Mend: Put `|sentence_case` behind it, or put the fact where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.rules.style.sentence_start import is_ended, is_small
from circgen.checks.rules.words import doubled_fact, lost_fact, unguarded_fact, unlike_facts
from circgen.checks.sensitivity.trials import Part, block_of
from circgen.checks.sensitivity.uses import Use
from circgen.checks.sensitivity.verdicts import bench
from circgen.checks.sensitivity.wordings import printed_by, worded
from circgen.checks.subjects import Desk, Words
from circgen.document import Line
from circgen.findings import Evidence, Finding, Level, Location
from circgen.language.style import Guide

_KINDS = ("date", "dates", "hours", "name", "ordinal")
"""What a language pack words; other facts are printed as somebody typed them."""
_CAPITAL = "sentence_case"
_EXPLAINED_BY = (doubled_fact, lost_fact, unguarded_fact, unlike_facts)


def check(words: Words, desk: Desk) -> Iterator[Finding]:
    """Each place in a template once."""
    own = bench(words, desk)
    explained = {f.paragraph for module in _EXPLAINED_BY for f in module.check(words, desk)}
    found: dict[Location, Finding] = {}
    for code, template in words.templates.items():
        guide = desk.guides.get(code, Guide())
        for outcome in own.study.outcomes():
            for part, content in outcome.parts.get(code, {}).items():
                name = part.partition("[")[0]
                if name not in explained and block_of(part) in template.lines:
                    for line, place in _small(content, guide):
                        bracket = printed_by(own, code, name, line, place, _is_as_it_is)
                        finding = _finding(name, line[place].text, bracket)
                        found.setdefault(bracket.at, finding)
    yield from found.values()


def _is_as_it_is(use: Use) -> bool:
    return _CAPITAL not in use.piece.text


def _small(part: Part, guide: Guide) -> Iterator[tuple[Line, int]]:
    """The lines in which a sentence begins with a fact in small letters, with its place there.

    Items may begin with a small letter, and so may what goes on behind them.
    """
    for number, line in enumerate(part.lines):
        if number in part.items or number - 1 in part.items:
            continue
        for place, run in enumerate(line):
            if run.fact and run.fact.kind in _KINDS and is_small(_first(run.text)):
                begins = _is_ended(line[:place], guide) if place else not number
                if begins:
                    yield line, place


def _is_ended(before: Line, guide: Guide) -> bool:
    return "." in before[-1].text and is_ended(worded(before), guide)


def _first(text: str) -> str:
    return text.split(maxsplit=1)[0]


def _finding(name: str, text: str, bracket: Evidence) -> Finding:
    return Finding(
        bracket.at,
        "uncapitalized-fact",
        f"{name}: a sentence begins with `{_first(text)}`",
        f"put `|{_CAPITAL}` behind the fact, or the fact where it belongs",
        Level.WARNING,
        paragraph=name,
        target=bracket,
    )
