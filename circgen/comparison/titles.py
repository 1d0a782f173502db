"""A title that was left in the language of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.side import Side, Unit
from circgen.findings import Finding, Level

_SUBJECT = "subject"
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS = 3
"""So many words are hardly a name that all languages share."""


def left_as_it_is(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """A subject that is the same letter by letter, but for what stands in brackets."""
    languages = {side.letter.language for side in sides}
    if target.place != _SUBJECT or len(languages) == 1:
        return
    title, other = (_title(unit) for unit in (source, target))
    if title == other and len(_WORD.findall(title)) >= _LEAST_WORDS:
        yield Finding(
            target.at,
            "untranslated",
            f"{target.place}: the title ({sides[1].name}) is that of {sides[0].name}, unchanged",
            "translate it, unless it is a name",
            Level.WARNING,
            paragraph=target.place,
            source=source.evidence()._replace(text=title),
            target=target.evidence()._replace(text=other),
        )


def _title(unit: Unit) -> str:
    return " ".join(unit.text.partition("(")[0].split())
