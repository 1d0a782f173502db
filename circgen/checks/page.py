"""The page of a rule: what it does, why, examples that are bad and good, how to mend it.

The docstring of a rule's module is its page: a first line that says what is wrong, paragraphs that
say why, then lines that begin with `Bad:`, `Good:` and `Mend:`. An example may go on over lines
that are indented below it.
"""

from __future__ import annotations

import inspect
import re
from typing import NamedTuple

_LABEL = re.compile(r"^(Bad|Good|Mend):[ \t]*", re.MULTILINE)


class Page(NamedTuple):
    """A rule for people. `summary` is one sentence; examples are as they stand in a file."""

    summary: str
    why: str
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    mend: str = ""


def page(text: str) -> Page:
    """The page that a docstring, or a file of `pages/`, is."""
    text = inspect.cleandoc(text)
    about, *rest = _LABEL.split(text)
    summary, _, why = about.strip().partition("\n\n")
    parts: dict[str, list[str]] = {"Bad": [], "Good": [], "Mend": []}
    for label, example in zip(rest[::2], rest[1::2], strict=True):
        first, _, more = example.rstrip().partition("\n")
        parts[label].append("\n".join(filter(None, (first, inspect.cleandoc("\n" + more)))))
    return Page(
        " ".join(summary.split()),
        why.strip(),
        tuple(parts["Bad"]),
        tuple(parts["Good"]),
        " ".join(" ".join(parts["Mend"]).split()),
    )
