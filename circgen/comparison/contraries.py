"""Contraries: one language says the one thing, the other one its contrary, neither says both."""

from __future__ import annotations

from collections.abc import Iterator

from circgen.comparison.alignment import aligned
from circgen.comparison.differences import changed
from circgen.comparison.polarity import begins_inside, less
from circgen.comparison.sentences import Sentence
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind

_Said = dict[str, list[Spot]]
"""What is said, by groups."""

_NEUTRAL = "neutral"
"""The value of phrases that say nothing of their group, though a part of them would."""
_OF_ZONES = "clock"
"""The group of what zones are about, too: `summer time`."""


def turned_round(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Where two units say the contrary of each other.

    What only one of them says is nothing: languages put it in too many ways.
    """
    own, there = _said(source.of(Kind.CONTRARY)), _said(target.of(Kind.CONTRARY))
    groups = [group for group in own if _differ(own[group], there.get(group, []))]
    if not groups:
        return
    parts = [(_said(one.spots), _said(two.spots)) for one, two in _parts(source, target)]
    for group in groups:
        turned = (_turned(one.get(group, []), two.get(group, [])) for one, two in parts)
        found = next(filter(None, turned), None)
        if found and not _of_two_numbers(found, (source, target)):
            finding = changed(target, sides, *found)
            if group in sides[0].recogniser.language.glossary.likely_contraries:
                finding = finding._replace(level=Level.WARNING)
            yield finding._replace(rule="zone") if group == _OF_ZONES else finding


def _said(spots: tuple[Spot, ...]) -> _Said:
    """What is said; phrases that overlap say it once, or nothing where one of them is neutral."""
    found: _Said = {}
    last: dict[str, Spot] = {}
    for spot in spots:
        if spot.mention.kind is not Kind.CONTRARY or spot.mention.weak:
            continue
        group, _, value = str(spot.mention.value).partition(":")
        before = last.get(group)
        if before and begins_inside(before, spot) and _value(before) in {value, _NEUTRAL}:
            continue
        last[group] = spot
        if value != _NEUTRAL:
            found.setdefault(group, []).append(spot)
    return found


def _value(spot: Spot) -> str:
    return str(spot.mention.value).partition(":")[2]


def _differ(own: list[Spot], there: list[Spot]) -> bool:
    """Whether each of them says something more often than the other."""
    return bool(less(own, there) and less(there, own))


def _turned(own: list[Spot], there: list[Spot]) -> tuple[Spot, Spot] | None:
    """What is said in one language, and the contrary in the other.

    Where one of them says more, perhaps again, they must have nothing in common.
    """
    lost, gained = less(own, there), less(there, own)
    if not lost or not gained:
        return None
    if len(own) != len(there) and _values(own) & _values(there):
        return None
    return lost[0], gained[0]


def _of_two_numbers(found: tuple[Spot, Spot], units: tuple[Unit, Unit]) -> bool:
    """Whether each stands in front of a number that the other does not: `less than 1, over 150`."""
    numbers = [
        {
            each.mention.value
            for each in unit.of(Kind.NUMBER)
            if each.passage is spot.passage
            and not each.mention.weak  # `quarter`, which is a fourth, too
            and spot.mention.start < each.mention.start < spot.mention.end + _NEAR
        }
        for spot, unit in zip(found, units, strict=True)
    ]
    return all(numbers) and numbers[0].isdisjoint(numbers[1])


_NEAR = 4
"""A number that a phrase is about begins before so many characters: `более чем в 150`."""


def _values(spots: list[Spot]) -> set[object]:
    return {spot.mention.value for spot in spots}


def _parts(source: Unit, target: Unit) -> Iterator[tuple[Unit | Sentence, Unit | Sentence]]:
    """The smallest parts that translate each other: sentences, passages, or all of it."""
    if len(source.passages) != len(target.passages):
        yield source, target
        return
    for own, other in zip(source.lines, target.lines, strict=True):
        yield from aligned(own, other)
