"""Storeys: the `first floor` of Britain is above the ground floor, and the second one elsewhere.

A translator may count as the own language does, or as the building does. Which of them is right no
letter says, so another storey is a warning where another number would be an error.
"""

from __future__ import annotations

from circgen.comparison.side import Spot, Unit
from circgen.comparison.zones import near
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind

_STOREY = "storey"
"""The term of the glossary."""


def of_storeys(finding: Finding, *numbers: tuple[Spot, Unit]) -> Finding:
    """A finding about numbers, each in its unit: a warning if they are those of storeys."""
    if not all(_counts_storeys(*number) for number in numbers):
        return finding
    return finding._replace(
        level=Level.WARNING,
        help="name the same storey in both, as each language counts them from the ground",
    )


def _counts_storeys(number: Spot, unit: Unit) -> bool:
    """Whether a number stands beside the word for a storey."""
    return any(
        term.mention.value == _STOREY and term.passage is number.passage and near(term, number)
        for term in unit.of(Kind.TERM)
    )
