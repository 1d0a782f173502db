"""Figures run together where a dash or a space was.

Copying from a mail or a PDF loses dashes: `16–20 May` becomes `1620 May`, and `2023–2024` becomes
`20232024`.

Bad: The meeting will take place on 1620 May 2011.
Bad: The plan for 20232024 will be approved.

Good: The meeting will take place on 16–20 May 2011.
Good: The plan for 2023–2024 will be approved.

Mend: Put the dash or the space back between the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.side import Knowledge, Side, Spot
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind
from circgen.recognition.tokens import WORD

_RULE = "run-together"
_APART = re.compile(r"\d+\s\d")


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """All figures that were two numbers once."""
    for unit in side.units():
        for spot in unit.of(Kind.RUN_TOGETHER):
            level = Level.WARNING if _is_counted(spot, side) else Level.ERROR
            yield Finding(
                spot.at,
                _RULE,
                f"{unit.place}: {spot.text} is two numbers run together",
                "put the dash between them",
                level,
                paragraph=unit.place,
                target=spot.evidence(),
            )


def _is_counted(spot: Spot, side: Side) -> bool:
    """Whether the first number may be that of the word before it: `on level 2 14 May`.

    Or that of the paragraph, which begins with a date.
    """
    before = spot.passage.text[: spot.mention.start].split()[-1:]
    word = before[0].lower() if before else ""
    is_noun = word.isalpha() and side.recogniser.lexicon.class_of(word) == WORD
    return _APART.match(spot.text) is not None and (is_noun or not before)
