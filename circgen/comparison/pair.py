"""Comparing two letters."""

from __future__ import annotations

from collections.abc import Iterator

from circgen.comparison.naming import named_otherwise
from circgen.comparison.polarity import decided_otherwise
from circgen.comparison.proper import other_names
from circgen.comparison.rules import rules
from circgen.comparison.sentences import sentences_differ
from circgen.comparison.sessions import counted_otherwise
from circgen.comparison.side import Knowledge, Side
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
        one, two = result
        yield from different(one, two, sides)
        yield from counted_otherwise(one, two, sides)
        yield from named_otherwise(one, two, sides)
        yield from other_names(one, two, sides)
        yield from decided_otherwise(one, two, sides)
        yield from sentences_differ(one, two, sides)
        if source.letter.language == target.letter.language:
            yield from reworded(one, two, sides)
