"""A circular is cited with a date that is not its own.

Anyone who looks for a circular of that date finds none. The date that counts is `issued` of the
facts file with that number in the study period of the letter that cites it. Numbers begin anew in
every study period: a date that lies in another one is that of another circular, unless only the
year differs. A circular that is not among the facts files is not known.

Bad: in TSB Circular 92 of 3 May 2023
Good: in TSB Circular 92 of 2 May 2023
Mend: Correct the date or the number in the text, or `issued` of the circular that it cites.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from circgen.checks.subjects import Card, Citation, Desk, Project
from circgen.findings import Evidence, Finding


def check(project: Project, desk: Desk) -> Iterator[Finding]:  # noqa: ARG001
    """Each citation of a circular that the project has; any variant may be meant."""
    by_number: dict[int, list[Card]] = {}
    for card in project.cards:
        if card.number is not None and card.issued:
            by_number.setdefault(card.number, []).append(card)
    for card in project.cards:
        for citation in card.citations:
            known = by_number.get(citation.number, [])
            if any(citation.day == other.issued for other in known):
                continue
            others = [each for each in known if each is not card or not card.variant]
            if all(each.variant for each in others):  # the one that is meant may be elsewhere
                continue
            other = next((each for each in _likely(others, card) if _meant(citation, each)), None)
            if other and other.issued:
                yield _finding(citation, other, other.issued)


def _likely(known: list[Card], citing: Card) -> list[Card]:
    """Those of the citing circular's study period first, originals before variants."""
    return sorted(known, key=lambda card: (card.period != citing.period, card.variant))


def _meant(citation: Citation, card: Card) -> bool:
    """Whether a wrong date is one for this circular: in its study period, or of another year."""
    day, period, issued = citation.day, card.period, card.issued
    in_period = period is not None and period.start <= day.year <= period.end
    return in_period or (issued is not None and _in_year(day) == _in_year(issued))


def _in_year(day: date) -> tuple[int, int]:
    return day.month, day.day


def _finding(citation: Citation, card: Card, issued: date) -> Finding:
    at = card.dated
    return Finding(
        citation.at,
        "cited-date",
        f"circular {citation.number} is cited with {citation.day}, and dated {issued} "
        f"({at.file}:{at.line})",
        "correct the date or the number, or `issued` of that circular",
        source=Evidence(str(issued), str(issued), at),
        target=Evidence(str(citation.day), citation.text, citation.at),
    )
