"""Who signs a letter, and in which office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from circgen.comparison.side import Side, Spot, Unit
from circgen.extraction.names import named, stated
from circgen.extraction.stated import Stated, Tree, put, worded
from circgen.readers.letter import Passage
from circgen.readers.signs import Signs, signs_of

_AROUND = " \t\n,;:"
_LONGEST_OFFICE = 3


class _Line(NamedTuple):
    """A line of a signature without the mark that it was signed: where it begins, and its words."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def signatory(side: Side, unit: Unit, tree: Tree) -> None:
    """Name and office: known if they are whole lines, else written out.

    `Deputy to the Director` is no Director. Below a name that is not known stands the office.
    """
    passage = unit.passages[0]
    lines = list(_lines(passage.text, signs_of(side.recogniser.language)))
    found = {"office": named(unit, side, "offices"), "name": named(unit, side, "people")}
    spots = [spot for each in found.values() for spot in each]
    whole = [line for line in lines if _is_filled(line, spots)]
    for key, each in found.items():
        own = next((spot for spot in each if _is_in(spot, whole)), None)
        if own is not None:
            put(tree, f"signatory.{key}", stated(own))
            lines = [line for line in lines if not _overlap(own, line)]
    known = tree.get("signatory")
    stated_keys = known if isinstance(known, dict) else {}
    if "name" not in stated_keys and lines:
        _put_written(side, passage, lines[:1], "signatory.name", tree)
        lines = lines[1:]
    office = [line for line in lines[:_LONGEST_OFFICE] if _may_be_an_office(line.text)]
    if "office" not in stated_keys and office and "signatory" in tree:
        _put_written(side, passage, office, "signatory.office", tree)


def _lines(text: str, signs: Signs) -> Iterator[_Line]:
    start = 0
    for whole in text.split("\n"):
        words = whole.strip(_AROUND)
        if words and signs.is_signed(words):
            # The name may stand behind the mark: `(Signed) A. Person`.
            words = words.partition(")")[2].strip(_AROUND)
        if words:
            yield _Line(start + whole.index(words), words)
        start += len(whole) + 1


def _is_filled(line: _Line, spots: Iterable[Spot]) -> bool:
    """Whether known names are all that a line has."""
    inside = [range(spot.mention.start, spot.mention.end) for spot in spots if _overlap(spot, line)]
    return bool(inside) and not any(
        character.isalnum() and not any(line.start + place in each for each in inside)
        for place, character in enumerate(line.text)
    )


def _is_in(spot: Spot, lines: Iterable[_Line]) -> bool:
    """Whether all lines in which a name stands are among some."""
    return sum(_overlap(spot, line) for line in lines) == spot.text.count("\n") + 1


def _overlap(spot: Spot, line: _Line) -> bool:
    return spot.mention.start < line.end and line.start < spot.mention.end


def _may_be_an_office(text: str) -> bool:
    """Whether a line is neither a number nor an address."""
    return not any(character.isdigit() or character == "@" for character in text)


def _put_written(side: Side, passage: Passage, lines: list[_Line], path: str, tree: Tree) -> None:
    text = " ".join(passage.text[lines[0].start : lines[-1].end].split())
    told = Stated(text, text, passage.at(lines[0].start))
    put(tree, path, worded(side.letter.language, told))
