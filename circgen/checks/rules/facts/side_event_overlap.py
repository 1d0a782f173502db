"""A side event that takes place while a session does.

Nobody can be at both, and a copied date or hour is the usual reason. A side event between two
sessions of a day is right, and so is one that begins when a session ends. Hours in several time
zones are compared as instants; without hours nothing can be said.

Bad: hours: 11:30-13:00
Good: hours: 12:00-13:30
Mend: Correct the date or hours of the side event, or those of the session.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from circgen.checks.subjects import Desk, Meeting
from circgen.facts.model import Hours, Session, SideEvent, moment
from circgen.facts.reading import real
from circgen.findings import Finding

NEEDS = ("issued_at", "mode", "place", "zone")  # they say which clocks are meant


class _Sitting(NamedTuple):
    """Hours on one day, as instants; of a start alone nothing is known but its first minute."""

    start: dt.datetime
    end: dt.datetime
    day: dt.date
    hours: Hours
    place: str


def check(meeting: Meeting, desk: Desk) -> Iterator[Finding]:  # noqa: ARG001
    """The first hours of each side event that overlap."""
    facts, file = meeting.file.facts, meeting.file
    if not facts.side_events:
        return
    sessions = [
        sitting
        for index, session in real(facts.sessions)
        for sitting in _sittings(f"sessions[{index}]", session)
    ]
    for index, event in real(facts.side_events):
        pairs = (
            (own, other)
            for own in _sittings(f"side_events[{index}]", event)
            for other in sessions
            if max(own.start, other.start) < min(own.end, other.end)
        )
        for own, other in list(pairs)[:1]:
            place = file.at(other.place)
            yield Finding(
                file.at(own.place),
                "side-event-overlap",
                f"the side event on {own.day}, {own.hours} overlaps the session on {other.day}, "
                f"{other.hours} (line {place.line})",
                "correct the date or hours of one of them",
            )


def _sittings(path: str, item: Session | SideEvent) -> Iterator[_Sitting]:
    for day in item.days() if item.zone else ():
        for number, hours in real(item.hours):
            last = hours.start + 1 if hours.end is None else hours.end
            start, end = (moment(item.zone or "", day, each) for each in (hours.start, last))
            yield _Sitting(start, end, day, hours, f"{path}.hours[{number}]")
