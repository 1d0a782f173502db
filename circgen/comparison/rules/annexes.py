"""A count of annexes that does not match the annexes that there are.

`Annexes: 3` went out with two in the letter: the reader writes to ask for the third. A letter whose
annexes are in files of their own has a note and no annex, which may be right.

Bad:
    1   The programme is attached.
    Yours faithfully,
    Annexes: 2
    ANNEX 1 (to TSB Circular 81)
    The programme is as follows.

Good:
    1   The programme is attached.
    Yours faithfully,
    Annex: 1
    ANNEX 1 (to TSB Circular 81)
    The programme is as follows.

Mend: Correct the count, or add the annex that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.side import Knowledge, Side, Spot
from circgen.findings import Evidence, Finding, Level
from circgen.recognition.mentions import Kind

RULE = "annexes"
_NOTE = "annex-note"
_BEFORE_COUNT = re.compile(r"[^\W\d_]+(?:\(\w+\)|\.)?\s*[:\N{FULLWIDTH COLON}\-\N{EN DASH}]?\s*")
_AFTER_COUNT = re.compile(r"[\s.)]*")


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """The note about the annexes against the annexes."""
    note = side.parts.get(_NOTE)
    if note is None:
        return
    if not side.letter.annexes:
        yield Finding(
            note.at,
            RULE,
            f"{_NOTE}: there is no annex in this document",
            "nothing to do if the annexes are files of their own",
            Level.WARNING,
            paragraph=_NOTE,
            target=note.evidence(),
        )
        return
    counts = [spot for spot in note.of(Kind.NUMBER) if _is_count(spot)]
    # What is no count is the heading of an annex with nothing below, perhaps a picture.
    there = len(side.letter.annexes) + len(note.passages) - len(counts)
    if len(counts) != 1 or counts[0].mention.value == there:
        return
    first = side.letter.annexes[0].heading
    yield Finding(
        counts[0].at,
        RULE,
        f"{_NOTE}: {counts[0].mention.value} announced, {there} in the document",
        "correct the number, or add or take out an annex",
        paragraph=_NOTE,
        source=Evidence(str(there), first.text, first.at()),
        target=counts[0].evidence(),
    )


def _is_count(spot: Spot) -> bool:
    """Whether a number is all that a note says, besides its first word."""
    text, mention = spot.passage.text, spot.mention
    return bool(
        _BEFORE_COUNT.fullmatch(text, 0, mention.start)
        and _AFTER_COUNT.fullmatch(text, mention.end)
    )
