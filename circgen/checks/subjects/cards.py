"""What the whole project must know of one circular."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from circgen.checks.subjects import Card, Citation, Desk, Saying, Writing
from circgen.facts.model import FactsFile
from circgen.recognition.mentions import Days, Kind, Mention

_DATED = re.compile(r"[^\w.;:]*(?:\w{1,6}[^\w.;:]+)?|\s*\((?:\w+[^\w.;:]+){0,2}")
"""What stands between a circular and its date: `of`, or a bracket (`(issued on 1 May 2025)`)."""
_LIMITS = ("and", "between", "to", "until")
"""What words do that lead to a date of something else."""


def card_of(file: FactsFile, sayings: Iterable[Saying], desk: Desk) -> Card:
    """The card of a circular, with what its texts cite."""
    citations = (
        citation
        for saying in sayings
        for writing in saying.writings.values()
        for citation in _citations(writing, desk)
    )
    return identity(file)._replace(citations=tuple(citations))


def identity(file: FactsFile) -> Card:
    """The card of a circular without its citations: what tells it from others."""
    facts = file.facts
    return Card(
        file.file,
        file.at("number"),
        facts.number,
        str(facts.variant or ""),
        facts.study_period,
        facts.issued,
        file.at("issued"),
    )


def _citations(writing: Writing, desk: Desk) -> Iterator[Citation]:
    """Circulars with the date that follows them, such as `TSB Circular 75 of 1 September 2025`."""
    recogniser = desk.knowledge.recognisers[writing.language]
    words = recogniser.language.understood.words
    limits = {word for role in _LIMITS for word in words.get(role, ())}
    for passage in writing.passages:
        mentions = recogniser.mentions(passage.text)
        for index, circular in enumerate(mentions):
            if circular.kind is not Kind.CIRCULAR or not isinstance(circular.value, int):
                continue
            following = mentions[index + 1 :]
            day = next((each for each in following if each.kind is Kind.DATE), None)
            if not day or not (found := _one_day(day)):
                continue
            between = _between(passage.text, circular, day, following)
            if _DATED.fullmatch(between) and not limits & set(between.lower().split()):
                text = passage.text[day.start : day.end]
                yield Citation(circular.value, found, passage.at(day.start), text)


def _one_day(mention: Mention) -> date | None:
    """The day of a complete date that is no range."""
    days = mention.value
    if not isinstance(days, Days) or days.start != days.end:
        return None
    return days.start.date()


def _between(text: str, circular: Mention, day: Mention, mentions: Iterable[Mention]) -> str:
    """What stands between a circular and a date, but for names: that of the Bureau."""
    between, start = "", circular.end
    for mention in mentions:
        if mention.kind in (Kind.NAME, Kind.ACRONYM) and start <= mention.start < day.start:
            between, start = between + text[start : mention.start], mention.end
    return between + text[start : day.start]
