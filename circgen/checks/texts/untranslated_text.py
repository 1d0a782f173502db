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

from circgen.checks.points import point_of
from circgen.checks.subjects import Desk, Saying
from circgen.comparison.rules import untranslated
from circgen.comparison.side import Side
from circgen.findings import Finding
from circgen.readers.letter import Letter


def check(saying: Saying, desk: Desk) -> Iterator[Finding]:
    """Each language; what is the same in two of them is another rule's."""
    if saying.origin == "template":
        return
    texts = [writing.text for writing in saying.writings.values()]
    for code, writing in saying.writings.items():
        if texts.count(writing.text) > 1:
            continue
        letter = Letter(writing.at.file, code, {}, (point_of(writing),))
        side = Side(letter, desk.knowledge.recognisers[code])
        for finding in untranslated.check(side, desk.knowledge):
            yield finding._replace(rule="untranslated-text")
