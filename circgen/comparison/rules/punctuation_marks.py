"""Punctuation that no language has: two commas, two full stops, a space before a comma.

They are left over when a word is taken out. Three full stops are an ellipsis; which spaces stand
before other marks is each language's own matter.

Bad: The meeting, , will be held virtually.
Bad: The meeting will be held virtually..
Bad: The meeting , which is virtual, is free of charge.

Good: The meeting will be held virtually...
Good: The draft programme, speakers, etc., are on the website.

Mend: Take out the mark, or the space, that is too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.side import Knowledge, Side
from circgen.comparison.typed import without_addresses
from circgen.findings import Evidence, Finding, Level

_RULE = "punctuation-marks"
_WRONG = re.compile(
    r"""[,;][^\S\t]*[,;]        # , ,
      | (?<!\.)\.\.(?![./\\])   # .. is no ellipsis, nor ../
      | [,;]\.(?!\.)
      | (?<=[^\W_])[^\S\t\n]+,(?!\d)
    """,
    re.VERBOSE,
)


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """Every pair of marks, and every space, that should not be there."""
    for unit in side.units():
        for passage in unit.passages:
            for match in _WRONG.finditer(without_addresses(unit, passage)):
                at = passage.at(match.start())
                yield Finding(
                    at,
                    _RULE,
                    f"{unit.place}: `{match.group()}` is no punctuation",
                    "take out what is too much",
                    Level.WARNING,
                    paragraph=unit.place,
                    target=Evidence(match.group(), match.group(), at),
                )
