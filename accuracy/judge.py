"""What circgen says of two documents, in the form that the harness counts.

Everything else here makes documents; this module alone knows how they are compared.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from circgen.findings import FindingsError
from circgen.library import Library
from circgen.project import find_project
from circgen.proofreading import Proofreader

ROOT = Path(__file__).parent.parent


class Verdict(NamedTuple):
    """One finding.

    `level` is `error` or `warning`. `paragraph` is the number of the paragraph as printed, with or
    without more behind it (`4`, `4.2`), or the part of the letter: `date`, `reference`,
    `addressees`, `copies`, `contact`, `subject`, `salutation`, `closing`, `signature`, `annexes`,
    `annex 1`, `head`, `foot`.
    """

    rule: str
    level: str
    paragraph: str
    source_value: str
    target_value: str
    message: str


def judge(
    source: bytes | str, source_name: str, target: bytes | str, target_name: str
) -> list[Verdict]:
    """The findings on two documents: bytes are a DOCX, a string is a text."""
    proofreader = _proofreader()
    try:
        sides = [
            proofreader.side_of(data.encode() if isinstance(data, str) else data, name)
            for data, name in ((source, source_name), (target, target_name))
        ]
        found = list(proofreader.compare(sides[0], sides[1:]))
    except FindingsError as error:
        found = list(error.findings)
    return [
        Verdict(
            finding.rule,
            finding.level.value,
            finding.paragraph,
            finding.source.value if finding.source else "",
            finding.target.value if finding.target else "",
            finding.message,
        )
        for finding in found
    ]


@cache
def _proofreader() -> Proofreader:
    return Proofreader(Library(find_project(ROOT)))
