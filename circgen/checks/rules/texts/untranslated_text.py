"""A text, or a sentence of it, was left in another language.

Whoever translates a file by overwriting misses a line now and then, and `render` prints what
stands there. Names, acronyms, addresses and quoted titles may stand in any language; a single word
that the language does not have, such as the name of a month, is a warning.

Bad: {en: exchange views on smart cities, ru: exchange views on the smart cities}
Good: {en: exchange views on smart cities, ru: обменяться мнениями об "умных" городах}
Mend: Translate it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from circgen.checks.subjects import Desk, Saying, Writing
from circgen.checks.subjects.points import point_of
from circgen.comparison.rules import untranslated
from circgen.comparison.side import Side
from circgen.findings import Finding
from circgen.readers.letter import Letter

_RULE = "untranslated-text"


def check(saying: Saying, desk: Desk) -> Iterator[Finding]:
    """Each language; what is the same in two of them is another rule's."""
    if saying.origin == "template":
        return
    texts = [writing.text for writing in saying.writings.values()]
    for code, writing in saying.writings.items():
        if texts.count(writing.text) > 1:
            continue
        key = _RULE, code, writing.origin, writing.name, writing.text
        yield from desk.faultless.findings(key, partial(_untranslated, writing, desk))


def _untranslated(writing: Writing, desk: Desk) -> Iterator[Finding]:
    letter = Letter(writing.at.file, writing.language, {}, (point_of(writing),))
    side = Side(letter, desk.knowledge.recognisers[writing.language])
    for finding in untranslated.check(side, desk.knowledge):
        yield finding._replace(rule=_RULE)
