"""Rows: the paragraphs of several languages, those that stand for each other together."""

from __future__ import annotations

from collections.abc import Sequence

from circgen.comparison.align import align
from circgen.comparison.likeness import likeness, profile
from circgen.extraction.meeting import Meeting

Row = dict[str, int]
"""Which paragraph of its letter it is, by language."""


def rows(meetings: Sequence[Meeting]) -> list[Row]:
    """The paragraphs of all letters in the order of the first."""
    first, *others = meetings
    found: list[Row] = [{first.language: index} for index in range(len(first.side.points))]
    for other in others:
        own = [profile(unit) for unit in first.side.points]
        theirs = [profile(unit) for unit in other.side.points]
        alignment = align(own, theirs, likeness)
        pairs = {target: source for source, target in alignment.pairs}
        position = -1
        for index in range(len(theirs)):
            if index in pairs:
                row = next(row for row in found if row.get(first.language) == pairs[index])
                row[other.language] = index
                position = found.index(row)
            else:
                position += 1
                found.insert(position, {other.language: index})
    return found
