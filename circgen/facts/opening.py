"""When a meeting opens."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from circgen.facts.model import Facts, Hours, Session, moment
from circgen.facts.reading import real


class Opening(NamedTuple):
    """The first session: its day, and its instant if its hours are known."""

    day: dt.date
    hours: Hours | None = None
    instant: dt.datetime | None = None

    def __str__(self) -> str:
        """`2025-10-31, 11:00-12:00`."""
        return f"{self.day}, {self.hours}" if self.hours else str(self.day)

    def is_before(self, day: dt.date, hours: Hours | None, zone: str | None) -> bool:
        """Whether it is over by a day, or by the hour of it where both are known."""
        if hours and zone and self.instant:
            return self.instant < moment(zone, day, hours.start)
        return self.day < day


def opening(facts: Facts) -> Opening | None:
    """The opening of a meeting; None if it has no sessions, or one that could not be read.

    Sessions of one day may begin in several zones; where one of them has no hours, the day counts.
    """
    sessions = [session for _, session in real(facts.sessions)]
    if not sessions or len(sessions) < len(facts.sessions):
        return None
    first = min(session.date for session in sessions)
    begun = [_begin(session) for session in sessions if session.date == first]
    timed = [(each.instant, each) for each in begun if each.instant]
    if len(timed) < len(begun):
        return Opening(first)
    return min(timed, key=lambda pair: pair[0])[1]


def _begin(session: Session) -> Opening:
    number, hours = next(real(session.hours), (0, None))
    if hours is None or number or not session.zone:
        return Opening(session.date)
    return Opening(session.date, hours, moment(session.zone, session.date, hours.start))
