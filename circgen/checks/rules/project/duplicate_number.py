"""A circular has the number of another one of its study period.

Numbers begin anew in every study period; within one, each belongs to one circular and to its
revisions, addenda and corrigenda, which have a `variant`. A facts file that was copied keeps the
old number until somebody changes it, and both letters would have the same file name. `render` does
not write a circular that another facts file has made before.

Bad: number: 81
Good: number: 82
Mend: Give one of the two files another `number`, `variant` or `study_period`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from circgen.checks.subjects import Card, Desk, Project
from circgen.facts.model import Years
from circgen.findings import Finding


def check(project: Project, desk: Desk) -> Iterator[Finding]:  # noqa: ARG001
    """All but the first of those with one number."""
    return duplicates(project.cards)


def duplicates(cards: Iterable[Card]) -> Iterator[Finding]:
    """The same, for any cards in their order."""
    first: dict[tuple[Years, int, str], Card] = {}
    for card in cards:
        if card.number is None or card.period is None:
            continue
        other = first.setdefault((card.period, card.number, card.variant), card)
        if other is not card:
            number = f"{card.number} {card.variant}".strip()
            yield Finding(
                card.at,
                "duplicate-number",
                f"{number} of {card.period} is the circular of {other.at.file}:{other.at.line}",
                "give one of them another `number`, `variant` or `study_period`",
            )
