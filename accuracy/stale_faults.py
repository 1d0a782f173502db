"""Translations that are stale: the source was changed, and nobody looked at them again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from project_fault import STALE, Change, Fault
from project_files import Project
from project_parts import blocks, words
from project_texts import siblings
from project_words import NEW_WORD

SOURCE = "en"
_GAP = re.compile(r"(?<=[a-z]) (?=[a-z])")


def faults(project: Project, file: str, random: Random) -> Iterator[Fault]:
    """A word more in the source of each paragraph and text."""
    if file.endswith(".j2"):
        _, language, name = file.split("/")
        for block in blocks(project.files[file]) if language == SOURCE else ():
            gaps = [
                span.start + gap.start()
                for span in words(project.files[file], block)
                for gap in _GAP.finditer(span.text)
            ]
            also = tuple(
                (path, other.start)
                for code in project.languages
                if (path := f"templates/{code}/{name}") in project.files and code != SOURCE
                for other in blocks(project.files[path])
                if other.name == block.name
            )
            yield from _fault(file, "of a paragraph", gaps, also, random)
        return
    for same in siblings(project, file):
        if SOURCE in same:
            text = same[SOURCE]
            gaps = [text.start + gap.start() for gap in _GAP.finditer(text.written(project))]
            also = tuple((o.file, o.start) for code, o in same.items() if code != SOURCE)
            # The line of the key, where the text stands below it.
            also += tuple((o.file, o.key) for code, o in same.items() if code != SOURCE)
            yield from _fault(text.file, "of a text", gaps, also, random)


def _fault(
    file: str, variant: str, gaps: list[int], also: tuple[tuple[str, int], ...], random: Random
) -> Iterator[Fault]:
    if gaps:
        at = random.choice(gaps)
        change = Change(file, at, at, f" {NEW_WORD}")
        yield Fault("stale translation", variant, (change,), STALE, also)
