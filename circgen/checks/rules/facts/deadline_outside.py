"""A deadline that is over when the letter goes out, or ends when the meeting has begun.

Nobody can keep a deadline that has passed, or that ends on the day on which the letter is dated.
Only a revision, an addendum or a corrigendum may repeat one that has passed. What must be done
ahead of a meeting ends before it opens; such deadlines stand in `templates/deadlines.yaml`. Another
one may run on while the meeting does; if it ends after the last day, that is a warning.

Bad: {what: registration, date: 2025-11-03}
Bad: {what: presentations, date: 2025-10-13}
Good: {what: registration, date: 2025-10-30}
Mend: Correct the date or hour of the deadline, or `issued`, or the date of the session.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.subjects import Desk, Meeting
from circgen.facts.model import Deadline
from circgen.facts.opening import opening
from circgen.facts.reading import real
from circgen.findings import Finding, Level

RULE = "deadline-outside"
NEEDS = ("issued_at", "mode", "place", "zone", "variant")


def check(meeting: Meeting, desk: Desk) -> Iterator[Finding]:
    """Each deadline against the date of the letter, and against the sessions."""
    for index, deadline in real(meeting.file.facts.deadlines):
        yield from _issue(meeting, index, deadline)
        yield from _sessions(meeting, index, deadline, desk)


def _issue(meeting: Meeting, index: int, deadline: Deadline) -> Iterator[Finding]:
    issued = meeting.file.facts.issued
    if issued is None or meeting.file.facts.variant or deadline.date > issued:
        return
    when = "the day" if deadline.date == issued else "before the day"
    yield Finding(
        meeting.file.at(f"deadlines[{index}].date"),
        RULE,
        f"{_called(deadline)} ends on {deadline.date}, {when} of the letter"
        + ("" if deadline.date == issued else f", {issued}"),
        "correct the deadline or `issued`",
    )


def _sessions(meeting: Meeting, index: int, deadline: Deadline, desk: Desk) -> Iterator[Finding]:
    facts, first = meeting.file.facts, opening(meeting.file.facts)
    if first is None:
        return
    path = f"deadlines[{index}]"
    last = max(session.last for session in facts.sessions)
    if deadline.what.id in desk.notices:
        if first.is_before(deadline.date, deadline.hour, deadline.zone):
            place = f"{path}.date" if deadline.date > first.day else f"{path}.hour"
            hour = f", {deadline.hour}" if deadline.hour else ""
            yield Finding(
                meeting.file.at(place),
                RULE,
                f"{_called(deadline)} ends on {deadline.date}{hour}, after the meeting opens on "
                f"{first}",
                "correct the deadline or the first session",
            )
    elif deadline.date > last:
        yield Finding(
            meeting.file.at(f"{path}.date"),
            RULE,
            f"{_called(deadline)} ends on {deadline.date}, after the meeting ends on {last}",
            "correct the date, if it is for something to be done before",
            Level.WARNING,
        )


def _called(deadline: Deadline) -> str:
    """A deadline by its id or its name."""
    forms = next(iter(deadline.what.forms.values()), {})
    return f"`{deadline.what.id or next(iter(forms.values()), 'the deadline')}`"
