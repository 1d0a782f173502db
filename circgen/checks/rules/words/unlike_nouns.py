"""A number is counted with a noun in one language, and with another noun, or none, elsewhere.

The nouns of `counted` have names that are the same in all languages.

Bad: {{ initiative.supporters }} agencies
Good: {{ initiative.supporters|counted("un-agencies") }}
Mend: Count with the same noun in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.checks.sensitivity.uses import Use
from circgen.checks.sensitivity.verdicts import bench
from circgen.checks.sensitivity.ways import unlike
from circgen.checks.subjects import Desk, Words
from circgen.findings import Finding

_NOUN = re.compile(r"\|\s*counted\(\s*[\"']([^\"']*)")
_NONE = "no noun"


def check(words: Words, desk: Desk) -> Iterator[Finding]:
    """What each block prints; words that agree with a number print none.

    A language that has one noun for many may have another for one alone.
    """
    for found in unlike(bench(words, desk), _noun):
        source, target = found.evidence
        mine, theirs = found.source.besides(found.target), found.target.besides(found.source)
        if (mine and theirs) or _NONE in {each.value for each in (*mine, *theirs)}:
            what = (
                f"`{found.path}` is counted with {target.value} in {found.target.code}, "
                f"with {source.value} in {found.source.code}"
            )
            yield found.finding("unlike-nouns", what, "count it with the same noun in both")


def _noun(use: Use) -> str:
    match = _NOUN.search(use.piece.text)
    return f"`{match[1]}`" if match else _NONE
