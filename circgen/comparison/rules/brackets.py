"""Brackets that do not pair.

A date whose bracket is not closed swallows the rest of the sentence. The bracket of a list mark
such as `a)` and that of a smiley belong to no pair.

Bad: The meeting will be held in Geneva (Switzerland on 31 October 2025.
Bad: The meeting will be held in Geneva (Switzerland] on 31 October 2025.

Good: The meeting will be held in Geneva (Switzerland) on 31 October 2025.
Good: The form (of candidates in category c) and others) is in Annex 2.
Good: The meeting is expected to: a) approve the report; b) discuss the plan (2025–2026).

Mend: Close the bracket, or take out the one that is too much.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from circgen.comparison.side import Knowledge, Side, Unit
from circgen.comparison.typed import Sign, without_addresses
from circgen.findings import Finding

_RULE = "brackets"
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_BRACKET = re.compile(r"[()\[\]{}（）［］｛｝]")
_SMALL = r"[a-z\N{CYRILLIC SMALL LETTER A}-\N{CYRILLIC SMALL LETTER YA}]"
_MARK = re.compile(
    rf"(?:(?P<first>^|[:;,.(\n]\s*|\d\s?|\s(?={_SMALL}\)))|\s)"
    r"(?:[^\W\d_]|\d{1,2}|[ivx]{2,5})(?=\))"
)
_FIRST = re.compile(r"\s[Ai1]$")
_LETTER = re.compile(rf"\s{_SMALL}\)\s\w")
_FACE = re.compile(r"(?:^|\s)(?:[:;=]['\-^o]?|8-)$")
_LENGTH_OF_FACE = 3
_CELL = 40
"""So many characters are a cell of a table, or as short: `Item c) (cont.)`."""


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """Every bracket without its counterpart."""
    for unit in side.units():
        yield from _unpaired(unit)


def _unpaired(unit: Unit) -> Iterator[Finding]:
    opened: list[Sign] = []
    for passage in unit.passages:
        text = without_addresses(unit, passage)
        marks = 0  # that may have closed nothing: `(of item c) and others)`
        for match in _BRACKET.finditer(text):
            sign = unicodedata.normalize("NFKC", match.group())
            bracket = Sign(sign, passage, match.start())
            if _FACE.search(text, max(0, match.start() - _LENGTH_OF_FACE), match.start()):
                continue
            if sign in _PAIRS:
                opened.append(bracket)
            elif opened and _PAIRS[opened[-1].sign] == sign:
                opened.pop()
                marks += _LETTER.match(text, max(0, match.start() - 2)) is not None
            elif match.start() in _list_marks(text):
                continue
            elif marks and not opened and sign == ")":
                marks -= 1
            elif opened:
                first = opened.pop()
                yield _finding(unit, bracket, f"{first.with_words_after()} is closed by {sign}")
            else:
                yield _finding(unit, bracket, f"{sign} closes nothing")
    for bracket in opened:
        yield _finding(unit, bracket, f"{bracket.with_words_after()} is not closed")


def _list_marks(text: str) -> frozenset[int]:
    """Where the brackets of list marks stand.

    The first is behind punctuation or a number, is a small letter, or it is the first of several:
    `items A) and B)`.
    """
    marks = list(_MARK.finditer(text))
    if len(marks) == 1 and len(text) > _CELL and marks[0][0][:1].isspace():
        return frozenset()
    while marks and marks[0]["first"] is None and not (marks[1:] and _FIRST.search(marks[0][0])):
        marks.pop(0)
    return frozenset(match.end() for match in marks)


def _finding(unit: Unit, bracket: Sign, message: str) -> Finding:
    return bracket.finding(unit, _RULE, message, "close every bracket, with one of its kind")
