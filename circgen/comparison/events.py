"""Events that letters name: which pass for each other, and which are part of another name."""

from __future__ import annotations

from circgen.comparison.side import Spot, Unit
from circgen.recognition.mentions import Kind

LIKE = (frozenset({"meeting", "session"}), frozenset({"seminar", "workshop"}))
"""Events that translators call by each other's name, unless the letter is about them."""


def begins_word(spot: Spot) -> bool:
    """Whether an event is the beginning of another word: `конференц-центр`."""
    rest = spot.passage.text[spot.mention.end :]
    return rest[:1] == "-" and rest[1:2].isalpha()


def without_venues(unit: Unit) -> Unit:
    """A unit without the events in the names of its buildings."""
    spots = (s for s in unit.spots if s.mention.kind is not Kind.EVENT or not _is_of_venue(s, unit))
    return Unit(unit.place, unit.passages, tuple(spots))


def _is_of_venue(spot: Spot, unit: Unit) -> bool:
    """Whether an event is part of what a building is called: `центр конференций`."""
    return any(
        term.mention.value == _VENUE
        and term.passage is spot.passage
        and term.mention.start <= spot.mention.start < term.mention.end
        for term in unit.of(Kind.TERM)
    )


_VENUE = "venue"


def is_like(spot: Spot, unit: Unit) -> bool:
    """Whether a unit has an event that goes by the name of another one, too."""
    named = {other.mention.value for other in unit.of(Kind.EVENT)}
    return any(spot.mention.value in like and named & like for like in LIKE)
