r"""A space at which a line may break though it should not.

`1100` at the end of one line and `hours` at the beginning of the next make people read twice. What
belongs together (a number and its unit, a day and its month) is said in `style.yaml`.

Bad: the deadline is 31 October
Bad: under Resolution 99

Good: note that the deadline is 31\_October
Good: under Resolution&nbsp;99

Mend: Write `&nbsp;` in a template, `\_` in a text in double quotes, the character U+00A0 anywhere
    else; or let `circgen check --fix` do it.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.subjects import FACT, Desk, Writing
from circgen.checks.typography.mending import Slip, Verdict, guide_of, line_before, mendable, typed
from circgen.facts.characters import NBSP
from circgen.findings import Finding

_SHOWN = 24


def check(writing: Writing, desk: Desk) -> Iterator[Finding]:
    """Every space between what the guide wants together."""
    guide = guide_of(writing, desk)
    for passage, text in typed(writing, desk):
        seen = set()
        for pattern in guide.no_break:
            for match in pattern.finditer(text):
                start, end = match.span("gap")
                is_in_table = line_before(text, start).startswith("|")
                if start in seen or is_in_table:
                    continue
                seen.add(start)
                before = _shown(text[:start].split()[-1])[-_SHOWN:]
                after = _shown(text[end:].split(maxsplit=1)[0])[:_SHOWN]
                slip = Slip(passage, start, end, NBSP)
                message = f"no line should break between `{before}` and `{after}`"
                help_text = "put a no-break space there"
                yield mendable(slip, Verdict("no-break-space", message, help_text), writing, desk)


def _shown(word: str) -> str:
    """A word with a sign that people know for what a template prints."""
    return word.replace(FACT, "\N{HORIZONTAL ELLIPSIS}")
