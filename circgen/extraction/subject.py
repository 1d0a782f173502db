"""The subject of a letter: which meeting it is, about what, how and where it is held."""

from __future__ import annotations

import re

from circgen.comparison.side import Side, Spot, Unit
from circgen.extraction.head import not_taken
from circgen.extraction.names import named, stated
from circgen.extraction.stated import Stated, Tree, put, worded
from circgen.findings import Finding
from circgen.recognition.mentions import Days, Kind

_OPENING, _CLOSING = "(（", ")）"
_AROUND = " \t\n,;:.–—-,，；："
_MODE = "mode:"


def subject(side: Side, unit: Unit, findings: list[Finding]) -> Tree:
    """Event, ordinal, topic, mode and place."""
    tree: Tree = {}
    passage = unit.passages[0]
    text = passage.text
    days = [spot for spot in unit.of(Kind.DATE) if isinstance(spot.mention.value, Days)]
    start, end = _when_and_where(text, days)
    start = _before_place(unit, start, side) if days else start
    title_end = len(text[:start].rstrip(_AROUND)) if days else len(text.rstrip(_AROUND))
    event = next((spot for spot in unit.of(Kind.EVENT) if spot.mention.start < title_end), None)
    ordinals = [spot for spot in unit.of(Kind.ORDINAL) if spot.mention.start < title_end]
    topic_start = 0
    if event:
        tree["event"] = stated(event)
        before = [spot for spot in ordinals if spot.mention.end <= event.mention.start]
        if before:
            tree["ordinal"] = Stated(str(before[0].mention.value), before[0].text, before[0].at)
        first = before[0].mention if before else event.mention
        between = text[before[0].mention.end : event.mention.start] if before else ""
        lost = " ".join(f"{text[: first.start]} {between}".split())
        if lost.strip(_AROUND):
            findings.append(
                not_taken(passage, "words in front of the event", "put them into `topic:`", lost)
            )
        topic_start = event.mention.end
    topic = text[topic_start:title_end]
    topic_start += len(topic) - len(topic.lstrip())
    topic = " ".join(topic.split())
    if topic:
        found = Stated(topic, topic, passage.at(topic_start))
        tree["topic"] = worded(side.letter.language, found)
    if days:
        _held(side, unit, (start, end), tree)
        if rest := text[end:].strip(_AROUND):
            what = "what follows place and date in the subject"
            findings.append(not_taken(passage, what, "put it into `topic:`", rest))
    return tree


def _when_and_where(text: str, days: list[Spot]) -> tuple[int, int]:
    """Where the bracket with the days begins and ends; else, the days alone."""
    if not days:
        return len(text), len(text)
    first, last = days[0].mention.start, days[-1].mention.end
    depth = 0
    for start in range(first - 1, -1, -1):
        depth += (text[start] in _CLOSING) - (text[start] in _OPENING)
        if depth < 0:
            close = next((i for i in range(last, len(text)) if text[i] in _CLOSING), len(text) - 1)
            return start, close + 1
    return first, last


def _before_place(unit: Unit, start: int, side: Side) -> int:
    """Where the place begins, if it stands in front of days without brackets."""
    if unit.text[start] in _OPENING:
        return start
    places = [spot.mention for spot in named(unit, side, "places") if spot.mention.start < start]
    if places and not unit.text[places[-1].end : start].strip(_AROUND):
        return places[-1].start
    return start


def mode_of(unit: Unit, start: int = 0, end: int | None = None) -> Spot | None:
    """The first word in a stretch of text that says how a meeting is held."""
    return next(
        (
            spot
            for spot in unit.of(Kind.POLARITY)
            if str(spot.mention.value).startswith(_MODE)
            and start <= spot.mention.start
            and (end is None or spot.mention.end <= end)
        ),
        None,
    )


def stated_mode(spot: Spot) -> Stated:
    """How a meeting is held, as a leaf."""
    return Stated(str(spot.mention.value).removeprefix(_MODE), spot.text, spot.at)


def _held(side: Side, unit: Unit, bounds: tuple[int, int], tree: Tree) -> None:
    """Mode and place, in the bracket or in front of the days."""
    start, end = bounds
    mode = mode_of(unit, start, end)
    if mode:
        tree["mode"] = stated_mode(mode)
    inside = [s for s in named(unit, side, "places") if start <= s.mention.start < end]
    if inside:
        tree["place"] = stated(inside[0])
        return
    passage = unit.passages[0]
    first = min(s.mention.start for s in unit.of(Kind.DATE) if s.mention.start >= start)
    begin = mode.mention.end if mode and mode.mention.end < first else start
    if mode and mode.mention.end < first:
        comma = re.search("[,،，;)）]", passage.text[begin:first])
        begin = begin + comma.end() if comma else first
    text = passage.text[begin:first]
    place = text.strip(_AROUND + _OPENING)
    if place[:1].isupper() and ":" not in text:
        at = passage.at(begin + text.index(place))
        plain = side.recogniser.language.pack.plain_form
        told = worded(side.letter.language, Stated(place, place, at), plain)
        put(tree, "place.name", told)
