"""Something that stands after hours, where a time zone would, and is not a known one.

The letters of a label are easily mistyped, and a zone that nobody knows makes the hours worthless.
It may be right and only unknown here: then the language's `reading.yaml` can learn it.

In facts, a `zone` is one of the IANA database, which knows when its clocks change. A label such as
`CET` is not one: it is worked out from the zone and the date.

Bad: The meeting will begin at 1100 hours (CXT).
Bad: The meeting will begin at 1100 hours, Atlantis time.

Good: The meeting will begin at 1100 hours (CET).
Good: The meeting will begin at 1100 hours, local time (Geneva, UTC+1).

Mend: Correct the label or the name. If it is right, add it to `zones` in the `reading.yaml` of
    the language. In facts, write the zone as `Europe/Zurich`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.side import Knowledge, Side, Spot, Unit
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind

_RULE = "unknown-zone"
_EXPLAINED = re.compile(r"\s?\([^()]*")


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """Every zone that is not known."""
    pack = side.recogniser.language.pack
    for unit in side.units():
        for spot in unit.of(Kind.UNKNOWN_ZONE):
            if not _is_explained(unit, spot) and not _is_defined(side, spot):
                yield Finding(
                    spot.at,
                    _RULE,
                    f"{unit.place}: {spot.text} is no known time zone",
                    f"correct it, or add it to `zones` of {_reading(pack.file)}",
                    Level.WARNING,
                    paragraph=unit.place,
                    target=spot.evidence(),
                )


def _is_defined(side: Side, spot: Spot) -> bool:
    """Whether it is the acronym of something else: `Centro Metropolitano de Diseño (CMD)`."""
    name = re.compile(rf"[^\W\d_]{{3,}} \((?={re.escape(spot.text)}\))")
    for unit in side.units():
        zones = [(zone.passage, zone.mention.start) for zone in unit.of(Kind.UNKNOWN_ZONE)]
        for passage in unit.passages:
            for match in name.finditer(passage.text):
                if (passage, match.end()) not in zones:
                    return True
    return False


def _reading(pack_file: str) -> str:
    """The file beside that of a pack which says what its readers understand."""
    return pack_file.rpartition("/")[0] + "/reading.yaml"


def _is_explained(unit: Unit, spot: Spot) -> bool:
    """Whether a zone that is known follows in brackets."""
    text, end = spot.passage.text, spot.mention.end
    return any(
        zone.passage is spot.passage
        and zone.mention.start >= end
        and _EXPLAINED.fullmatch(text, end, zone.mention.start)
        for zone in unit.of(Kind.ZONE)
    )
