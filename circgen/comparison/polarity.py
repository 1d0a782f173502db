"""Words that decide: virtual or not, only, free, mandatory, approve or discuss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator

from circgen.comparison.differences import changed, missing, only_there
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind


def decided_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """What two units decide differently, group by group.

    The last value of a group is often said in passing: by itself it is not missed.
    """
    if not source.of(Kind.POLARITY) and not target.of(Kind.POLARITY):
        return
    languages = sides[0].recogniser.language.pack.glossary["working_languages"]
    own, other = _groups(source), _groups(target)
    for group in dict.fromkeys((*own, *other)):
        spots, there = own.get(group, []), other.get(group, [])
        lost, gained = _less(spots, there), _less(there, spots)
        if lost and gained:
            found = changed(target, sides, lost[0], gained[0])
            yield found._replace(rule="zone") if group == _OF_ZONES else found
        elif gained and not spots:
            values = tuple(sides[1].recogniser.language.glossary.polarity[group])
            sure = group == _IN_PASSING and _decisive(target, gained[0], languages)
            if len(values) == 1 and (sure or group != _IN_PASSING):
                level = Level.ERROR if sure else Level.WARNING
                yield only_there(source, target, sides, gained[0], level)
        elif lost and lost[0].mention.value not in {spot.mention.value for spot in there}:
            values = tuple(sides[0].recogniser.language.glossary.polarity[group])
            if group in _CONTRARY_ONLY:
                continue
            if len(values) == 1 or lost[0].mention.value != f"{group}:{values[-1]}":
                sure = group == _IN_PASSING and _decisive(source, lost[0], languages)
                level = Level.ERROR if sure else Level.WARNING
                yield missing(source, target, sides, lost[0], level)


_NEUTRAL = "neutral"
"""The group of phrases that decide nothing, though a word in them would: `no later than`."""
_CONTRARY_ONLY = ("bound", "clock")
"""What languages put in many ways: only its contrary is reported."""
_OF_ZONES = "clock"
"""The group of what zones are about, too: `summer time`."""
_IN_PASSING = "exclusivity"
"""What is often said in passing: it counts beside a working language."""


def _groups(unit: Unit) -> dict[str, list[Spot]]:
    found: dict[str, list[Spot]] = {}
    for spot in unit.of(Kind.POLARITY):
        group = str(spot.mention.value).partition(":")[0]
        if not spot.mention.weak and group != _NEUTRAL:
            found.setdefault(group, []).append(spot)
    return found


def _less(own: list[Spot], other: list[Spot]) -> list[Spot]:
    """The mentions whose value stands more often here than there."""
    counts = Counter(spot.mention.value for spot in other)
    found = []
    for spot in own:
        counts[spot.mention.value] -= 1
        if counts[spot.mention.value] < 0:
            found.append(spot)
    return found


def _decisive(unit: Unit, spot: Spot, languages: Container[object]) -> bool:
    """Whether a fact hangs on the word: `only` stands beside the working language."""
    return any(
        name.mention.value in languages
        and name.passage is spot.passage
        and abs(name.mention.start - spot.mention.start) < _BESIDE
        for name in unit.of(Kind.NAME)
    )


_BESIDE = 30
