"""A word, or two together, that stand twice in a row, on one line or over its end.

`On on` is a trace of editing. Some languages double words on purpose, so it is a warning.

Bad: The meeting will be held on on 31 October 2025.
Bad: The the meeting will be held on 31 October 2025.
Bad: The deadline, of which of which you were informed, is 31 October 2025.

Good: The meeting will be held on 31 October 2025, on the premises of the host.
Good: The meeting will be held step-by-step and face to face.

Mend: Take one of the two out. If both are meant, leave them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.side import Knowledge, Side
from circgen.comparison.typed import without_addresses
from circgen.findings import Evidence, Finding, Level, Location

_RULE = "doubled-word"
_SPACE = r"[^\S\t]+"
_JOINED = r"[\w'’\-./@&]"
_WORD = r"([^\W\d_]++(?:-[^\W\d_]++)*+)"
_END = rf"(?!{_JOINED}\w|['’\-])"
_DOUBLED = re.compile(rf"(?<!{_JOINED}){_WORD}{_SPACE}(?={_WORD}{_END})")
_TWO = re.compile(rf"(?<!{_JOINED})({_WORD}{_SPACE}{_WORD}){_SPACE}(?i:\1)(?![^\W\d_]){_END}")
_MAY_BE = re.compile(rf"(?<!\w){_WORD}{_SPACE}(?i:\1)")
"""What every text with a doubled word has, and few others have."""


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """Every word that repeats the one before it, and every two words the two before them."""
    for unit in side.units():
        for passage in unit.passages:
            text = without_addresses(unit, passage)
            for match in _DOUBLED.finditer(text) if _MAY_BE.search(text) else ():
                first, second = match.groups()
                if second not in (first, first.lower()) or (len(first) == 1 and first.isupper()):
                    continue
                at = passage.at(match.start(2))
                yield _finding(unit.place, at, second, f"{first} {second}")
            for match in _TWO.finditer(text):
                if match[2] != match[3]:
                    at = passage.at(match.start(1))
                    yield _finding(unit.place, at, match[1], match.group())


def _finding(place: str, at: Location, words: str, text: str) -> Finding:
    return Finding(
        at,
        _RULE,
        f"{place}: {words} stands twice",
        "take one of them out",
        Level.WARNING,
        paragraph=place,
        target=Evidence(words, text, at),
    )
