"""The name of a time zone with the label of another one in brackets after it.

A letter that is adapted from the last one gets the new label and keeps the old name, or the other
way round. One of them is an hour off.

Bad: The meeting will begin at 1100 hours, Central European Time (CEST).

Good: The meeting will begin at 1100 hours, Central European Time (CET).
Good: The meeting will begin at 1100 hours, Central European Summer Time (CEST).

Mend: Correct the name or the label, whichever is wrong on that day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.side import Knowledge, Side, Spot, Unit
from circgen.findings import Finding
from circgen.recognition.mentions import Kind

_RULE = "zone-name"
_BRACKET = re.compile(r"\s{0,2}[(\[]\s?")


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """Every name and label that are two zones."""
    for unit in side.units():
        for name, label in names_with_labels(unit):
            values = str(name.mention.value), str(label.mention.value)
            if (
                values[0] != values[1]
                and all(map(str.isalpha, "".join(values)))
                and all(map(str.isupper, values))
            ):
                yield Finding(
                    label.at,
                    _RULE,
                    f"{unit.place}: {label.text} is not {name.text}, which is {name.mention.value}",
                    "make name and label the same zone",
                    paragraph=unit.place,
                    source=name.evidence(),
                    target=label.evidence(),
                )


def names_with_labels(unit: Unit) -> Iterator[tuple[Spot, Spot]]:
    """Zones whose name has a label in brackets right behind it."""
    zones = [spot for spot in unit.of(Kind.ZONE) if not spot.mention.weak]
    for name in zones:
        for label in zones:
            between = name.mention.end, label.mention.start
            if name.passage is label.passage and _BRACKET.fullmatch(name.passage.text, *between):
                yield name, label
                break
