"""A sentence that begins with a small letter.

A full stop that should be a comma, or a sentence whose first words were cut off. A text is taken
for sentences if it ends with a full stop: items of lists and titles may begin as they like. A full
stop behind a short word, or behind one of the `abbreviations` of `style.yaml`, ends no sentence.

Bad: Cities share what they know. the platform is open to all.
Bad: the platform is open to all cities.

Good: Cities share what they know. The platform is open to all.
Good: Cities, incl. small ones, share approx. half of what they know.

Mend: Begin with a capital letter, or put the mark that was meant. If the word in front is an
    abbreviation, put it under `abbreviations` in style.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from circgen.checks.subjects import FACT, Desk, Writing
from circgen.checks.subjects.points import point_of
from circgen.checks.typography.mending import Slip, Verdict, found, guide_of, typed
from circgen.facts.characters import NBSP
from circgen.findings import Finding
from circgen.language.style import Guide

_STOP = rf"(?P<last>\w*)(?P<closed>[)\]»”\"{FACT}]*)\."
_GAP = rf"(?:[ {NBSP}]+\n?|\n)[ {NBSP}]*"  # and no empty line
_BREAK = re.compile(rf"{_STOP}{_GAP}(?P<next>[^\W\d_]\S*)")
_END = re.compile(rf"{_STOP}\s*$")
_FIRST = re.compile(r"\s*(?P<next>[^\W\d_]\S*)")
_LEAST, _OF_CAPITALS, _YEAR = 4, 3, 4
"""How many characters a word, an acronym or a number has that no full stop shortens."""


def check(writing: Writing, desk: Desk) -> Iterator[Finding]:
    """Every sentence of running text, wherever it stands in it."""
    guide = guide_of(writing, desk)
    if not guide.abbreviations:
        return
    is_end = partial(_is_end, guide=guide)
    told = partial(_told, writing=writing)
    for passage, text in typed(writing, desk):
        for match in _BREAK.finditer(text):
            if is_end(match) and is_small(match["next"]):
                yield told(Slip(passage, *match.span("next"), ""))
    if writing.origin == "template":
        return  # where a paragraph begins, only the letter shows
    point, is_begun = point_of(writing), True
    shown = typed(writing._replace(passages=point.passages), desk)
    for index, (passage, text) in enumerate(shown):
        is_item = index in point.items
        end, first = _END.search(text), _FIRST.match(text)
        if is_begun and not is_item and end and is_end(end) and first and is_small(first["next"]):
            yield told(Slip(passage, *first.span("next"), ""))
        # A sentence may go on behind a list, or a colon.
        is_begun = not is_item and not text.rstrip().endswith((":", ";", ","))


def _is_end(stop: re.Match[str], guide: Guide) -> bool:
    """Whether a full stop ends a sentence, and is not that of an abbreviation."""
    word = stop["last"]
    if stop["closed"]:
        return True
    if word.isdecimal():
        return len(word) >= _YEAR
    if word.isupper():
        return len(word) >= _OF_CAPITALS
    return len(word) >= _LEAST and f"{word}.".lower() not in guide.abbreviations


def is_ended(text: str, guide: Guide) -> bool:
    """Whether a sentence ends where a text does; without abbreviations, few words tell."""
    stop = _END.search(text)
    return bool(stop and (stop["closed"] or guide.abbreviations) and _is_end(stop, guide))


def is_small(word: str) -> bool:
    """Whether a word has small letters alone; addresses have them, too, and names may."""
    word = word.rstrip(".,;:!?)]»”\"'")
    return word.islower() and all(part.isalpha() for part in re.split("[-'’]", word))


def _told(slip: Slip, writing: Writing) -> Finding:
    message = f"a sentence begins with `{slip.text.rstrip('.,;:')}`"
    return found(slip, Verdict("sentence-start", message, "begin with a capital letter"), writing)
