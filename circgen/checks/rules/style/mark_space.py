"""A mark without the space that its language puts before or after it.

In some languages a semicolon, a colon or a question mark has a no-break space in front, and marks
of quotation have one inside. Which marks have which space is said in `style.yaml`.

Bad: share knowledge; discuss policy
Bad: what is next ?

Good: share knowledge&nbsp;; discuss policy
Good: what is next&nbsp;?

Mend: Write the space that the help names, or let `circgen check --fix` do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from circgen.checks.subjects import Desk, Writing
from circgen.checks.typography.mending import Slip, Verdict, guide_of, mendable, typed
from circgen.facts.characters import NBSP
from circgen.findings import Finding

_SPACE = rf"[ \n{NBSP}\u202f]"
_HELP = "put it there"
_NAMES = {NBSP: "a no-break space", "\u202f": "a narrow no-break space", " ": "a space"}


def check(writing: Writing, desk: Desk) -> Iterator[Finding]:
    """Every mark whose space is missing or another one."""
    guide = guide_of(writing, desk)
    if not guide.space_before and not guide.space_after:
        return
    for passage, text in typed(writing, desk):
        for mark, space in guide.space_before.items():
            for match in _before(mark).finditer(text):
                if match["space"] != space:
                    slip = Slip(passage, match.start("space"), match.end(), space + mark)
                    message = f"{_named(space)} belongs before `{mark}`"
                    yield mendable(slip, Verdict("mark-space", message, _HELP), writing, desk)
        for mark, space in guide.space_after.items():
            for match in _behind(mark).finditer(text):
                if match["space"] != space:
                    slip = Slip(passage, match.start(), match.end(), mark + space)
                    message = f"{_named(space)} belongs after `{mark}`"
                    yield mendable(slip, Verdict("mark-space", message, _HELP), writing, desk)


@cache
def _before(mark: str) -> re.Pattern[str]:
    """A mark at the end of words; one that goes on (`11:30`, `://`) is something else."""
    return re.compile(rf"(?<=\S){_gap()}{re.escape(mark)}(?=[\s)»”\"]|$)")


@cache
def _behind(mark: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(mark)}{_gap()}(?=\S)")


def _gap() -> str:
    return rf"(?P<space>{_SPACE}*)"


def _named(space: str) -> str:
    return _NAMES.get(space, f"`{space}`")
