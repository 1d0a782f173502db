"""Three full stops where the house has an ellipsis, or the other way round.

Which of the two the house writes is said in `style.yaml`. Mixed, they show that a text was put
together from several, and a search for one does not find the other.

Bad: cities, governments, industry... and others

Good: cities, governments, industry… and others

Mend: Write what the message names, or let `circgen check --fix` do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.checks.subjects import Desk, Writing
from circgen.checks.typography.mending import Slip, Verdict, guide_of, mendable, typed
from circgen.findings import Finding

_ELLIPSIS = re.compile(r"(?<![.…])(?:\.{3}|…{1,2}|\.{6})(?![.…])")


def check(writing: Writing, desk: Desk) -> Iterator[Finding]:
    """Every ellipsis that is not the one of the house."""
    right = guide_of(writing, desk).ellipsis
    if not right:
        return
    for passage, text in typed(writing, desk):
        for match in _ELLIPSIS.finditer(text):
            if match.group() != right:
                slip = Slip(passage, match.start(), match.end(), right)
                message = f"`{match.group()}` should be `{right}`"
                help_text = "the house style has one ellipsis"
                yield mendable(slip, Verdict("ellipsis", message, help_text), writing, desk)
