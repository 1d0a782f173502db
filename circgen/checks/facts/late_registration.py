"""Registration on the spot opens after the meeting does.

Who comes in time cannot get in. Registration opens on the day of the meeting or before, and not
later than the first session begins.

Bad: registration: {mandatory: yes, hours: 11:30}
Good: registration: {mandatory: yes, hours: 10:00}
Mend: Correct the hour or the date of `registration`, or that of the first session.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.subjects import Desk, Meeting
from circgen.findings import Finding


def check(meeting: Meeting, desk: Desk) -> Iterator[Finding]:  # noqa: ARG001
    """The hour, or the day if no hour is stated."""
    facts, file = meeting.file.facts, meeting.file
    registration = facts.registration
    if not registration or not facts.sessions or not (registration.date or registration.hours):
        return
    first = min(facts.sessions, key=lambda session: (session.date, session.hours[:1]))
    opening = first.hours[0] if first.hours else None
    day = registration.date or first.date
    is_late = day > first.date
    if day == first.date and registration.hours and opening:
        is_late = registration.hours.start > opening.start
    if is_late:
        path = "registration.date" if day > first.date else "registration.hours"
        hours = f", {registration.hours}" if registration.hours else ""
        yield Finding(
            file.at(path),
            "late-registration",
            f"registration opens on {day}{hours}, after the meeting on {first.date}"
            + (f", {opening}" if opening else ""),
            "correct `registration` or the first session",
        )
