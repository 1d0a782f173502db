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
from circgen.checks.sensitivity.verdicts import Bench, at_fault, bench
from circgen.checks.subjects import Desk, Words
from circgen.findings import Evidence, Finding, Level

_NOUN = re.compile(r"\|\s*counted\(\s*[\"']([^\"']*)")


def check(words: Words, desk: Desk) -> Iterator[Finding]:
    """What each block prints; words that agree with a number print none."""
    own = bench(words, desk)
    for block in dict.fromkeys(block for uses in own.study.uses.values() for block in uses):
        found: dict[str, dict[str, Use]] = {}
        for code, uses in own.study.uses.items():
            for use in uses.get(block, ()):
                if use.prints and use.paths:
                    found.setdefault(use.paths[0], {}).setdefault(code, use)
        for path, said in found.items():
            right, faulty = at_fault({code: _noun(use) for code, use in said.items()})
            for code in faulty:
                yield _finding(own, path, (right, said[right]), (code, said[code]))


def _noun(use: Use) -> str:
    match = _NOUN.search(use.piece.text)
    return f"`{match[1]}`" if match else "no noun"


def _finding(own: Bench, path: str, one: tuple[str, Use], other: tuple[str, Use]) -> Finding:
    source, target = (
        Evidence(_noun(use), use.piece.text, own.words.templates[code].at(use.piece.offset))
        for code, use in (one, other)
    )
    name = other[1].piece.block.replace("_", "-")
    return Finding(
        target.at,
        "unlike-nouns",
        f"{name}: `{path}` is counted with {target.value} in {other[0]}, "
        f"with {source.value} in {one[0]}",
        "count it with the same noun in both",
        Level.WARNING,
        paragraph=name,
        source=source,
        target=target,
    )
