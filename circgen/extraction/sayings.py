"""Sayings: the sentence in which hours stand, and whether it is about the meeting."""

from __future__ import annotations

from typing import NamedTuple

from circgen.comparison.side import Side, Spot, Unit
from circgen.comparison.splitting import sentence_spans
from circgen.extraction.cells import FEW, time_words, words_beside
from circgen.facts.model import Hours
from circgen.recognition.mentions import Kind

_PART = "session"
"""The event that is a part of any other one."""
_MEETINGS = ("meetings", "event")
"""The terms for what takes place, whatever it is called."""
_PAUSE = "lunch"
"""The term for what interrupts a meeting."""
_NEAR = 12
_BESIDE = ("registration",)
"""The terms for what stands beside a meeting, with hours of its own."""


class Saying(NamedTuple):
    """A sentence: where it is, what it mentions, and its words besides dates and hours."""

    unit: Unit
    start: int
    end: int
    spots: tuple[Spot, ...]
    words: tuple[str, ...]

    def holds(self, spot: Spot) -> bool:
        """Whether a mention stands in it."""
        same = spot.passage is self.unit.passages[0]
        return same and self.start <= spot.mention.start < self.end

    def is_of_others(self, event: str) -> bool:
        """Whether it names another event, or something beside the meeting."""
        named = {str(s.mention.value) for s in self.spots if s.mention.kind is Kind.EVENT}
        return bool(named - {event, _PART}) or any(term in _BESIDE for term in self._terms())

    def names(self, event: str) -> bool:
        """Whether it is about the meeting or its sessions by name."""
        named = {str(s.mention.value) for s in self.spots if s.mention.kind is Kind.EVENT}
        return bool(named & {event, _PART}) or any(term in _MEETINGS for term in self._terms())

    def is_bare(self) -> bool:
        """Whether it is hardly more than hours, or hours and a day."""
        dated = any(spot.mention.kind is Kind.DATE for spot in self.spots)
        return len(self.words) <= (FEW if dated else 0)

    def _terms(self) -> set[str]:
        return {str(s.mention.value) for s in self.spots if s.mention.kind is Kind.TERM}


def saying(spot: Spot, side: Side) -> Saying:
    """The sentence in which a mention stands."""
    unit = side.unit("", spot.passage)
    text = spot.passage.text
    spans = sentence_spans(text, (each.mention for each in unit.spots))
    start, end = next(span for span in spans if span[0] <= spot.mention.start < span[1])
    spots = tuple(each for each in unit.spots if start <= each.mention.start < end)
    blank = " " * start + text[start:end]
    return Saying(unit, start, end, spots, tuple(words_beside(blank, spots, time_words(side))))


def is_pause(spot: Spot, side: Side) -> bool:
    """Whether hours are those of a break: named so, or between the beginning and the end.

    `with a break from 12:30 to 14:00`; `begins at 10:00 and closes at 17:00 (12:30–14:00 off)`.
    """
    said = saying(spot, side)
    hours = spot.mention.value
    assert isinstance(hours, Hours)  # noqa: S101  its kind says so
    if hours.end is None:
        return False
    text = spot.passage.text
    gaps = (
        text[each.mention.end : spot.mention.start]
        for each in said.spots
        if each.mention.kind is Kind.TERM and each.mention.value == _PAUSE
    )
    if any(0 < len(gap) <= _NEAR and not set(gap) & set(",;") for gap in gaps):
        return True
    times = [each.mention.value for each in said.spots if each.mention.kind is Kind.HOURS]
    alone = [time.start for time in times if isinstance(time, Hours) and time.end is None]
    return bool(alone) and min(alone) < hours.start and hours.end < max(alone)
