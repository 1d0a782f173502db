"""An addendum or corrigendum that repeats the whole invitation as if it were new.

It adds to a letter that has gone out, or corrects it: those who read it want to know what changes,
not all of it again. Where the letter shall be repeated under a new date, it is a revision.

Bad: variant: A1
Good: variant: R1
Mend: State the paragraph `opening` with what is added or corrected, or one `before: opening`, leave
out the others with `omit: yes`, take the kind `corrigendum`, or make it a revision.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.subjects import Desk, Meeting
from circgen.findings import Finding, Level

NEEDS = ("kind", "paragraphs")
_KIND, _PARAGRAPH = "meeting", "opening"
_NAMES = {"A": "addendum", "C": "corrigendum"}


def check(meeting: Meeting, desk: Desk) -> Iterator[Finding]:  # noqa: ARG001
    """One that opens as any invitation does, and leaves out no paragraph."""
    facts = meeting.file.facts
    name = _NAMES.get(facts.variant.letter) if facts.variant else None
    if not name or facts.kind != _KIND:
        return
    if not any(each.omit or _PARAGRAPH in (each.id, each.before) for each in facts.paragraphs):
        yield Finding(
            meeting.file.at("variant"),
            "repeated-invitation",
            f"{name} `{facts.variant}` is the whole invitation again",
            f"replace the paragraph `{_PARAGRAPH}`, leave others out with `omit: yes`, "
            "or make it a revision",
            Level.WARNING,
        )
