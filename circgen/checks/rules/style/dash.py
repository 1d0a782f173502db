"""A dash of another kind than the house uses, or with other spaces.

Keyboards have only a hyphen, and programs make three kinds of dashes of it. Which dash stands
between words, and with which spaces, is said in `style.yaml`. A hyphen inside a word is not a dash.

Bad: cities - and communities
Bad: cities — and communities

Good: cities&nbsp;– and communities
Good: people-centred cities, short- and long-term

Mend: Write the dash and the spaces that the help names, or let `circgen check --fix` do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.checks.subjects import FACT, Desk, Writing
from circgen.checks.typography.mending import Slip, Verdict, guide_of, line_before, mendable, typed
from circgen.facts.characters import NBSP
from circgen.findings import Finding

_SPACE = rf"[ {NBSP}]"
_DASH = re.compile(
    rf"""(?<=\S)(?:
          {_SPACE}+(?:-{{1,3}}|[‒–—―−])(?:{_SPACE}+|(?=\n))  # between spaces
        | {_SPACE}*[‒—―]+{_SPACE}*                           # longer ones never stand in words
        | [–]{_SPACE}+(?=[^\W\d_])
        | {_SPACE}+[–](?=[^\W\d_])
    )(?=\S|\n)""",
    re.VERBOSE,
)
_FIGURE = re.compile(rf"[\d{FACT}]")


def check(writing: Writing, desk: Desk) -> Iterator[Finding]:
    """Every dash between words that is not the one of the house."""
    right = guide_of(writing, desk).dash
    if not right:
        return
    for passage, text in typed(writing, desk):
        for match in _DASH.finditer(text):
            start, end = match.span()
            at_line_end = text[end : end + 1] == "\n"
            wanted = right.rstrip(" ") if at_line_end else right
            between_figures = _FIGURE.match(text[start - 1]) and _FIGURE.match(text[end : end + 1])
            if match.group() == wanted or between_figures or _is_no_prose(text, start):
                continue
            slip = Slip(passage, start, end, wanted)
            sign = match.group().strip(" " + NBSP)
            if sign == right.strip(" " + NBSP):
                message = f"the spaces around `{sign}` are not those of the house style"
            else:
                message = f"`{sign}` is no dash between words"
            help_text = f"write `{_shown(right)}`"
            yield mendable(slip, Verdict("dash", message, help_text), writing, desk)


def _is_no_prose(text: str, start: int) -> bool:
    """Whether a dash stands in a table or behind a list mark."""
    line = line_before(text, start)
    return line.startswith("|") or not line.strip(" *+-")


def _shown(text: str) -> str:
    return text.replace(NBSP, "&nbsp;")
