"""Registration on the spot opens after the meeting does.

Those who arrive on time cannot get in. Registration opens on the day of the meeting or before, and
not later than the first session begins. Hours in several time zones are compared as instants.

Bad: registration: {mandatory: yes, hours: 11:30}
Good: registration: {mandatory: yes, hours: 10:00}
Mend: Correct the hour or the date of `registration`, or that of the first session.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.subjects import Desk, Meeting
from circgen.facts.opening import opening
from circgen.findings import Finding

NEEDS = ("issued_at", "mode", "place", "zone")  # they say which clocks are meant


def check(meeting: Meeting, desk: Desk) -> Iterator[Finding]:  # noqa: ARG001
    """The hour, or the day if that is later than the meeting's."""
    facts, file = meeting.file.facts, meeting.file
    registration, first = facts.registration, opening(facts)
    if not registration or not first or not (registration.date or registration.hours):
        return
    day, hours = registration.date or first.day, registration.hours
    if first.is_before(day, hours, facts.zone):
        path = "registration.date" if day > first.day else "registration.hours"
        yield Finding(
            file.at(path),
            "late-registration",
            f"registration opens on {day}{f', {hours}' if hours else ''}, "
            f"after the meeting on {first}",
            "correct `registration` or the first session",
        )
