"""Brackets and quotation marks around the facts of a template, looked at in letters of samples.

A tag may stand between the two marks of a pair, so that only letters show what goes together; and
there need not be a circular of each kind, nor one in which each condition holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from circgen.checks.sensitivity.verdicts import bench
from circgen.checks.sensitivity.wordings import place_of, wordings
from circgen.checks.subjects import FACT, Desk, Words
from circgen.comparison.faultless import Excerpt
from circgen.comparison.rules import brackets, quotes
from circgen.comparison.side import Side, Unit
from circgen.findings import Finding, Location
from circgen.readers.letter import Letter, Passage

RULES = MappingProxyType({"brackets": brackets.check, "quotes": quotes.check})


def marks(words: Words, desk: Desk, wanted: Callable[[str], bool]) -> Iterator[Finding]:
    """What these rules find about the words of a kind, each place once."""
    own = bench(words, desk)
    checks = [check for name, check in RULES.items() if wanted(name)]
    found: dict[tuple[str, Location], Finding] = {}
    for code, template in words.templates.items():
        side = Side(Letter(template.file, code, {}, ()), desk.knowledge.recognisers[code])
        for name, lines in wordings(own, code):
            excerpt = Excerpt(side, (_unit(name, lines),))
            for finding in (each for check in checks for each in check(excerpt, desk.knowledge)):
                line, offset = finding.location.line, finding.location.column - 1
                place = place_of(template, name, lines[line], offset)
                found.setdefault((finding.rule, place), _placed(finding, place))
    yield from found.values()


def _unit(name: str, lines: tuple[str, ...]) -> Unit:
    """Lines whose characters know where they stand in them; addresses are facts here."""
    places = (Location("", number, 1) for number in range(len(lines)))
    passages = (Passage(line, ((0, at),)) for line, at in zip(lines, places, strict=True))
    return Unit(name, tuple(passages), ())


def _placed(finding: Finding, place: Location) -> Finding:
    return finding._replace(
        location=place,
        message=finding.message.replace(FACT, "\N{HORIZONTAL ELLIPSIS}"),
        target=finding.target and finding.target._replace(at=place),
    )
