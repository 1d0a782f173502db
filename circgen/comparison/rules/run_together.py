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

from collections.abc import Iterator

from circgen.comparison.side import Knowledge, Side
from circgen.findings import Finding
from circgen.recognition.mentions import Kind

_RULE = "run-together"


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """All figures that were two numbers once."""
    for unit in side.units():
        for spot in unit.of(Kind.RUN_TOGETHER):
            yield Finding(
                spot.at,
                _RULE,
                f"{unit.place}: {spot.text} is two numbers run together",
                "put the dash between them",
                paragraph=unit.place,
                target=spot.evidence(),
            )
