"""A date is printed with its weekday in one language, and without it in another.

Who reads one edition is told the day of the week, who reads the other looks it up. A date of the
facts that has its weekday there is printed with it everywhere; this rule is about the styles that
templates ask for.

Bad: {{ sessions[0].date|date("weekday") }}
Good: {{ sessions[0].date|date("when") }}
Mend: Ask for the weekday in all languages, or in none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.checks.sensitivity.uses import Use
from circgen.checks.sensitivity.verdicts import bench
from circgen.checks.sensitivity.ways import unlike
from circgen.checks.subjects import Desk, Words
from circgen.findings import Finding

_STYLE = re.compile(r"\|\s*da(?:te|ys)\b(?:\(\s*[\"']([^\"']*))?")
_WITH, _WITHOUT = "with its weekday", "without it"


def check(words: Words, desk: Desk) -> Iterator[Finding]:
    """The dates of each block."""
    for found in unlike(bench(words, desk), _way):
        source, target = found.evidence
        what = (
            f"`{found.path}` is printed {target.value} in {found.target.code}, "
            f"{source.value} in {found.source.code}"
        )
        yield found.finding("unlike-weekdays", what, "print the weekday in both, or in neither")


def _way(use: Use) -> str:
    """Whether a bracket prints the weekday; empty if it prints no date."""
    style = _STYLE.search(use.piece.text)
    if not style:
        return ""
    return _WITH if style[1] == "weekday" else _WITHOUT
