"""Spaces where none belong, or none where one does.

Two spaces, one before a full stop, or none after a comma are what editing leaves behind. Marks that
have a space in front in a language are named in its `style.yaml`; a space before a comma is found
by `punctuation-marks`.

Bad: share knowledge ; discuss policy
Bad: cities,governments and industry
Bad: best practices ( and policy )

Good: share knowledge; discuss policy
Good: cities, governments and industry
Good: best practices (and policy)

Mend: Put the spaces right, or let `circgen check --fix` do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.checks.subjects import Desk, Writing
from circgen.checks.typography.mending import Slip, Verdict, guide_of, line_before, mendable, typed
from circgen.facts.characters import NBSP
from circgen.findings import Finding

_KEPT_TOGETHER = "\u202f\u2007"
_OTHER = "\u2000-\u2006\u2008-\u200a\u205f" + _KEPT_TOGETHER
_SPACE = rf"[ {NBSP}{_OTHER}]"
_SLIP = re.compile(
    rf"""(?<=[^\s(\[])(?P<two>{_SPACE}{{2,}})(?=\S)
      | (?<=\S)(?P<other>[{_OTHER}])(?=\S)
      | (?<=[^\s(\[])(?P<before>[ {NBSP}]+)
        (?=(?P<mark>[;:!?)]|(?<!\w[ {NBSP}]),|\.(?!\.))(?:[\s"')»”]|$))
      | (?<=[(\[])(?P<inside>[ {NBSP}]+)(?=[^\s)\]])  # `[ ]` is a box to tick
      | (?<=[^\W\d_]{{2}})(?P<behind>[,;،؛])(?=[^\W\d_])
      | (?<=[^\W\d_A-Z]{{2}})(?P<stop>\.)(?=(?P<capital>[^\W\d_])[^\W\d_])
    """,
    re.VERBOSE,
)
_MESSAGES = {
    "two": ("{} spaces stand in a row", "leave one"),
    "other": ("a space of another width stands here", "write a plain or a no-break space"),
    "before": ("a space stands before `{}`", "take it out"),
    "inside": ("a space stands after an opening bracket", "take it out"),
    "behind": ("a space is missing after `{}`", "put it in"),
    "stop": ("a space is missing after `{}`", "put it in"),
}


def check(writing: Writing, desk: Desk) -> Iterator[Finding]:
    """Every space that is too much or missing."""
    guide = guide_of(writing, desk)
    spaces = {*guide.space_before.values(), *guide.space_after.values()}
    for passage, text in typed(writing, desk):
        for match in _SLIP.finditer(text):
            sort = match.lastgroup if match.lastgroup in _MESSAGES else _sort(match)
            start, end = match.span(sort)
            is_own = (
                match["mark"] in guide.space_before
                or match["behind"] in guide.marks
                or (match["other"] and match["other"] in spaces)
            )
            if is_own or _is_no_prose(text, start):
                continue
            if sort == "stop" and (not match["capital"].isupper() or text[start - 1].isupper()):
                continue
            told = {"two": str(end - start), "before": match["mark"]}.get(sort, match.group())
            message, help_text = _MESSAGES[sort]
            slip = Slip(passage, start, end, _right(sort, match.group()))
            yield mendable(slip, Verdict("spacing", message.format(told), help_text), writing, desk)


def _sort(match: re.Match[str]) -> str:
    """Which of the alternatives a match is."""
    return next(sort for sort in _MESSAGES if match[sort] is not None)


def _right(sort: str, text: str) -> str:
    if sort in ("before", "inside"):
        return ""
    if sort in ("behind", "stop"):
        return text + " "
    return NBSP if set(text) & set(_KEPT_TOGETHER + NBSP) else " "


def _is_no_prose(text: str, start: int) -> bool:
    """Whether spaces stand in a table, or between a list mark and its item."""
    line = line_before(text, start)
    return line.startswith("|") or bool(re.fullmatch(r"\s*(?:[-*+]|\d+[.)])", line))
