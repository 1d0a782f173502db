"""The subject of a letter: which meeting it is, about what, how and where it is held."""

from __future__ import annotations

import re
from collections.abc import Sequence

from circgen.comparison.side import Side, Spot, Unit
from circgen.extraction.head import not_taken
from circgen.extraction.names import named, stated
from circgen.extraction.stated import Stated, Tree, put, worded
from circgen.extraction.whereabouts import Town, far, town_before, town_in_brackets
from circgen.findings import Finding
from circgen.recognition.mentions import Kind

_OPENING, _CLOSING = "(（", ")）"
_AROUND = " \t\n,;:.–—-,，；："
_MODE, _BOTH = "mode:", "hybrid"


def subject(side: Side, unit: Unit, days: Sequence[Spot], findings: list[Finding]) -> Tree:
    """Event, ordinal, topic, mode and place; `days` are those of the meeting in it."""
    found = _Held(side, unit, days)
    tree: Tree = _titled(side, unit, found.start, findings)
    if days and not found.is_stated and "event" not in tree:
        # Days of nothing that is held, such as a deadline, belong to the title.
        return _titled(side, unit, len(unit.passages[0].text), findings)
    found.state(tree, findings)
    return tree


def _titled(side: Side, unit: Unit, start: int, findings: list[Finding]) -> Tree:
    """Event, ordinal and topic of what stands in front of a character."""
    tree: Tree = {}
    passage = unit.passages[0]
    text = passage.text
    title_end = len(text[:start].rstrip(_AROUND))
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
    return tree


def _when_and_where(text: str, days: Sequence[Spot]) -> tuple[int, int]:
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


class _Held:
    """Where a subject says how and where the meeting is held: in brackets, or beside the days."""

    def __init__(self, side: Side, unit: Unit, days: Sequence[Spot]) -> None:
        self._side, self._unit, self._days = side, unit, days
        self._town: Town | None = None
        text = unit.passages[0].text
        self.start, self._end = _when_and_where(text, days)
        if days and text[self.start] not in _OPENING:
            self._town = town_before(unit, side, self.start)
            self.start = self._town.start if self._town else self.start
        elif not days and (found := town_in_brackets(unit, side)):
            self._town, self.start, self._end = found
        self._mode = mode_of(unit, self.start, self._end)
        self._place, self._at = self._named() if self.start < len(text) else ("", 0)

    @property
    def is_stated(self) -> bool:
        """Whether there is a mode or a place."""
        return bool(self._mode or self._place)

    def state(self, tree: Tree, findings: list[Finding]) -> None:
        """Put mode and place into the tree, and tell what follows them."""
        passage = self._unit.passages[0]
        if self._mode:
            tree["mode"] = stated_mode(self._mode)
        elif self._place and (spot := far(self._unit, self.start, self._end)):
            tree["mode"] = Stated(_BOTH, spot.text, spot.at)
        known = self._known()
        if known:
            tree["place"] = stated(known)
        elif self._place:
            plain = self._side.recogniser.language.pack.plain_form
            told = Stated(self._place, self._place, passage.at(self._at))
            put(tree, "place.name", worded(self._side.letter.language, told, plain))
        rest = passage.text[self._end :].strip(_AROUND)
        if rest and (self.is_stated or self._days):
            what = "what follows place and date in the subject"
            findings.append(not_taken(passage, what, "put it into `topic:`", rest))

    def _known(self) -> Spot | None:
        """A place with an id."""
        spots = named(self._unit, self._side, "places")
        return next((s for s in spots if self.start <= s.mention.start < self._end), None)

    def _named(self) -> tuple[str, int]:
        """The name of the place as it is written, and where it begins."""
        if known := self._known():
            return known.text, known.mention.start
        if self._town:
            return self._town.name, self._town.start
        text = self._unit.passages[0].text
        first = min(s.mention.start for s in self._days if s.mention.start >= self.start)
        begin, mode = self.start, self._mode
        if mode and mode.mention.end < first:
            comma = re.search("[,،，;)）]", text[mode.mention.end : first])
            begin = mode.mention.end + comma.end() if comma else first
        between = text[begin:first]
        place = between.strip(_AROUND + _OPENING)
        if place[:1].isupper() and ":" not in between:
            return place, begin + between.index(place)
        return "", 0
