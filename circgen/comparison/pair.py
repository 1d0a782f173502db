"""Comparing two letters."""

from __future__ import annotations

from collections.abc import Iterator

from circgen.comparison.naming import named_otherwise
from circgen.comparison.polarity import decided_otherwise
from circgen.comparison.proper import other_names
from circgen.comparison.rules import rules
from circgen.comparison.sentences import sentences_differ
from circgen.comparison.sessions import counted_otherwise
from circgen.comparison.side import Knowledge, Side, Unit
from circgen.comparison.structure import matched
from circgen.comparison.values import different
from circgen.comparison.wording import reworded
from circgen.findings import Finding


def alone(side: Side, knowledge: Knowledge) -> list[Finding]:
    """What is wrong with one letter by itself."""
    return [finding for check in rules().values() for finding in check(side, knowledge)]


def compared(source: Side, target: Side) -> Iterator[Finding]:
    """What the target says otherwise than the source."""
    sides = source, target
    for result in matched(source, target):
        if isinstance(result, Finding):
            yield result
            continue
        yield from differing(*result, sides)


def differing(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """What a unit of the target says otherwise than the unit of the source that it stands for."""
    yield from different(source, target, sides)
    yield from counted_otherwise(source, target, sides)
    yield from named_otherwise(source, target, sides)
    yield from other_names(source, target, sides)
    yield from decided_otherwise(source, target, sides)
    yield from sentences_differ(source, target, sides)
    if sides[0].letter.language == sides[1].letter.language:
        yield from reworded(source, target, sides)
