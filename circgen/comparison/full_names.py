"""Persons without a title: `Arnaud Taddei` where the other letter has `Arman Taddei`.

Two or three words with capitals in a row may name anything. But where all of them but one sound
like those of a row in the other letter, in the same order, both name the same person or place, and
that one word should sound alike, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.comparison.persons import difference, renamed
from circgen.comparison.proper import begins, unknown, with_capitals
from circgen.comparison.side import Side, Spot, Unit, line_by_line
from circgen.findings import Finding
from circgen.recognition.scripts import scripts
from circgen.recognition.sounds import DIFFERENT

_LEAST, _TELLING, _MOST = 2, 4, 40
"""Words of a row; letters of a word that tells who is meant; rows, of which more take too long."""


def names_changed(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """One word of a row of names that is another one in the target."""
    for one, two in line_by_line(source, target):
        own, there = _rows(one, sides[0]), _rows(two, sides[1])
        if max(len(own), len(there)) > _MOST:
            continue
        said = {word.text for row in there for word in row}
        alike = ((row, other) for row in own for other in there)
        for row, other in alike:
            if not _are_nearly_one(row, other, sides):
                continue
            first, second = next(
                pair for pair in zip(row, other, strict=True) if _unlike(*pair, sides) >= DIFFERENT
            )
            if _begins(row[0], first) or _begins(other[0], second):
                continue  # `Ambassador Okello`: any word has a capital there
            written = scripts(second.text)  # `Самуэл Ахтерберг (Daniel Achterberg)`
            others = (word for word in said if scripts(word) == written)
            if all(difference(first.text, word, sides) >= DIFFERENT for word in others):
                yield renamed(target, sides, first, second)


def _begins(row: Spot, word: Spot) -> bool:
    """Whether the word of a row that is another one begins a sentence; a cell may be a name."""
    passage, start = word.passage, word.mention.start
    is_free = not passage.row and passage.text[start - 1 : start] != "("
    return row is word and is_free and begins(passage.text, start)


def _rows(unit: Unit, side: Side) -> list[list[Spot]]:
    """Unknown words with capitals that stand one behind the other."""
    rows: list[list[Spot]] = []
    for spot in unknown(with_capitals(unit, beginnings=True), side):
        last = rows[-1][-1] if rows else None
        is_next = (
            last and last.passage is spot.passage and spot.mention.start - last.mention.end == 1
        )
        if is_next and spot.passage.text[spot.mention.start - 1].isspace():
            rows[-1].append(spot)
        else:
            rows.append([spot])
    return [row for row in rows if len(row) >= _LEAST]


def _are_nearly_one(row: list[Spot], other: list[Spot], sides: tuple[Side, Side]) -> bool:
    """Whether all words but one of two rows sound the same, and one of them tells something."""
    if len(row) != len(other):
        return False
    alike: list[Spot] = []
    differ = 0
    for one, two in zip(row, other, strict=True):
        much = _unlike(one, two, sides)
        alike += [] if much else [one]
        differ += much >= DIFFERENT
        if differ > 1:
            return False
    return differ == 1 and len(alike) == len(row) - 1 and len(alike[0].text) >= _TELLING


def _unlike(one: Spot, two: Spot, sides: tuple[Side, Side]) -> float:
    return difference(one.text, two.text, sides)
