"""A word in a spelling that the house does not use.

`Organise` and `organize` are both right, but look careless side by side. Which spelling a language
has is said in `style.yaml`; names that are spelled otherwise stand there under `kept`.

Bad: organise a programme of visits
Bad: visit the conference center

Good: organize a programme of visits
Good: join the Organisation for Economic Co-operation and Development

Mend: Write the word as the message has it. If it is part of a name, put the name under `kept`.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.subjects import Desk, Writing
from circgen.checks.typography.mending import guide_of
from circgen.checks.typography.preferring import preferred
from circgen.findings import Finding


def check(writing: Writing, desk: Desk) -> Iterator[Finding]:
    """Every word that is spelled otherwise."""
    preferences = guide_of(writing, desk).spelling
    help_text = "if it is part of a name, put the name under `kept` in style.yaml"
    yield from preferred("spelling", preferences, help_text, writing, desk)
