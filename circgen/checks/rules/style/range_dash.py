"""A dash between figures that is not the one of the house.

Years, days and hours from one to another stand with one kind of dash in all letters of a language:
`2025-2028` in some, `2025–2028` in others. `style.yaml` says which. Only what is understood as a
range is looked at: numbers of documents have hyphens of their own.

Bad: work plan (2025–2026)

Good: work plan (2025-2026)
Good: apply the standard ISO 37120-2018

Mend: Write the dash that the message names, or let `circgen check --fix` do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.checks.subjects import Desk, Writing
from circgen.checks.typography.mending import Slip, Verdict, guide_of, mendable, mentions, typed
from circgen.facts.characters import NBSP
from circgen.findings import Finding
from circgen.recognition.mentions import Kind

_RANGES = (Kind.YEARS, Kind.DATE, Kind.HOURS)
_DASH = re.compile(rf"(?<=\d)[ {NBSP}]?[-‒–—―−][ {NBSP}]?(?=\d)")


def check(writing: Writing, desk: Desk) -> Iterator[Finding]:
    """Every dash of a range of years, days or hours."""
    right = guide_of(writing, desk).range_dash
    if not right:
        return
    for passage, text in typed(writing, desk):
        if not _DASH.search(text):
            continue
        for mention in mentions(writing, text, desk):
            if mention.kind not in _RANGES:
                continue
            dashes = list(_DASH.finditer(text, mention.start, mention.end))
            # A date of figures alone has two of them.
            if len(dashes) != 1 or dashes[0].group() == right:
                continue
            slip = Slip(passage, dashes[0].start(), dashes[0].end(), right)
            shown = text[mention.start : mention.end]
            message = f"`{shown}` should have `{right}`"
            help_text = "one dash stands between figures"
            yield mendable(slip, Verdict("range-dash", message, help_text), writing, desk)
