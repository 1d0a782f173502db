"""What the whole project must know of one circular."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from circgen.checks.subjects import Card, Citation, Desk, Meeting, Saying, Writing
from circgen.recognition.mentions import Days, Kind


def card_of(meeting: Meeting, sayings: Iterable[Saying], desk: Desk) -> Card:
    """The card of a circular, with what its texts cite."""
    facts = meeting.file.facts
    citations = (
        citation
        for saying in sayings
        for writing in saying.writings.values()
        for citation in _citations(writing, desk)
    )
    return Card(
        meeting.file.file,
        meeting.file.at("number"),
        facts.number,
        str(facts.variant or ""),
        facts.study_period,
        facts.issued,
        tuple(citations),
    )


def _citations(writing: Writing, desk: Desk) -> Iterator[Citation]:
    """Circulars with the date that follows them, such as `TSB Circular 75 of 1 September 2025`."""
    recogniser = desk.knowledge.recognisers[writing.language]
    for passage in writing.passages:
        mentions = recogniser.mentions(passage.text)
        for circular, day in pairwise(mentions):
            if circular.kind is not Kind.CIRCULAR or not isinstance(day.value, Days):
                continue
            found = day.value.start.date()
            if found and day.value.start == day.value.end and isinstance(circular.value, int):
                yield Citation(circular.value, found, passage.at(day.start))
