"""A deadline that leaves less time before the meeting than deadlines of its kind do.

The Bureau needs the time: to translate contributions, to grant fellowships, to find interpreters.
How long before the opening each kind of deadline ends stands in `templates/deadlines.yaml`, with
its source. A meeting may be an exception, so this is a warning.

Bad: {what: contributions, date: 2025-10-20}
Good: {what: contributions, date: 2025-10-19}
Mend: Put the deadline earlier, or correct the rule in `templates/deadlines.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.subjects import Desk, Meeting
from circgen.facts.opening import opening
from circgen.facts.reading import real
from circgen.findings import Finding, Level

NEEDS = ()


def check(meeting: Meeting, desk: Desk) -> Iterator[Finding]:
    """Each deadline whose kind has a rule, counted in days on the calendar."""
    facts, first = meeting.file.facts, opening(meeting.file.facts)
    for index, deadline in real(facts.deadlines if first else ()):
        notice = desk.notices.get(deadline.what.id or "")
        if not first or not notice or deadline.date > first.day:
            continue  # one that ends after the opening is wrong in any case
        latest = notice.before(first.day)
        if deadline.date > latest:
            yield Finding(
                meeting.file.at(f"deadlines[{index}].date"),
                "deadline-rule",
                f"`{deadline.what.id}` ends on {deadline.date}, less than {notice} before the "
                f"meeting on {first.day}",
                f"put it on {latest} or before",
                Level.WARNING,
            )
