"""A word that the house does not use.

The Union elects a Chair, not a Chairman, and meets virtually, not online: one thing has one name in
all letters. Which words a language does without is said in `style.yaml`; names that have them stand
there under `kept`.

Bad: elect the Chairman
Bad: hold an online meeting

Good: elect the Chair
Good: hold a virtual meeting

Mend: Write the word that the message has. If it is part of a name, put the name under `kept`.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.subjects import Desk, Writing
from circgen.checks.typography.mending import guide_of
from circgen.checks.typography.preferring import preferred
from circgen.findings import Finding


def check(writing: Writing, desk: Desk) -> Iterator[Finding]:
    """Every word that another one is preferred to."""
    preferences = guide_of(writing, desk).terms
    help_text = "if it is part of a name, put the name under `kept` in style.yaml"
    yield from preferred("term", preferences, help_text, writing, desk)
