"""A mark of another script than the words around it.

A keyboard that was not switched puts a Latin comma into Arabic, or a narrow bracket into Chinese.
Which marks a language has in their place is said in `style.yaml`. Beside Latin letters and figures
alone they are right.

Bad: 建设智慧城市, 智慧社区

Good: 建设智慧城市，智慧社区
Good: ITU, CET (UTC) 1,000

Mend: Write the mark that the message names, or let `circgen check --fix` do it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from circgen.checks.subjects import Desk, Writing
from circgen.checks.typography.mending import Slip, Verdict, guide_of, mendable, typed
from circgen.findings import Finding
from circgen.recognition.scripts import script

_BRACKETS = re.compile(r"\(([^()]*)\)")


def check(writing: Writing, desk: Desk) -> Iterator[Finding]:
    """Every mark that has a form of its own in the language."""
    marks = guide_of(writing, desk).marks
    if not marks:
        return
    for passage, text in typed(writing, desk):
        for offset in sorted(_foreign(text, marks)):
            right = marks[text[offset]]
            end = offset + 1
            if unicodedata.east_asian_width(right[-1]) in "WF":  # wide marks hold their own space
                end += len(text[end:]) - len(text[end:].lstrip(" "))
            slip = Slip(passage, offset, end, right)
            message = f"`{text[offset]}` should be `{right}`"
            help_text = "the language has a mark of its own"
            yield mendable(slip, Verdict("mark-form", message, help_text), writing, desk)


def _foreign(text: str, marks: Mapping[str, str]) -> set[int]:
    """Where marks stand beside words that are not Latin; brackets count as a pair."""
    found = set()
    if "(" in marks and ")" in marks:
        for match in _BRACKETS.finditer(text):
            around = text[: match.start()][-1:] + match[1] + text[match.end() :][:1]
            if any(map(_is_own, around)):
                found |= {match.start(), match.end() - 1}
    for offset, sign in enumerate(text):
        if sign not in marks or sign in "()":
            continue
        before, after = text[:offset][-1:], text[offset + 1 :].lstrip()[:1]
        goes_on = before.isdigit() and text[offset + 1 :][:1].isdigit()
        if not goes_on and (_is_own(before) or _is_own(after)):
            found.add(offset)
    return found


def _is_own(letter: str) -> bool:
    """Whether a letter is of another script than Latin."""
    return bool(letter) and script(letter) not in ("", "LATIN")
