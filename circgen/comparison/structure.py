"""Two letters part by part: which paragraph, item and addressee is which, and what is left over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import starmap
from typing import NamedTuple

from circgen.comparison.align import Alignment, align
from circgen.comparison.left_over import ADDRESSEES, ITEMS, POINTS, Words, left_over
from circgen.comparison.likeness import likeness, profile
from circgen.comparison.recutting import recut, recut_points
from circgen.comparison.side import Side, Unit
from circgen.comparison.tables import paired_rows, pieces_of_annexes
from circgen.findings import Finding, Level, Location
from circgen.readers.letter import LISTS, PARTS, Passage, Point

_LOOSE = ("letterhead", "footer", "salutation", "closing")
"""The parts of which only the presence is compared."""


class Matched(NamedTuple):
    """Two units that say the same in two languages."""

    source: Unit
    target: Unit


Result = Matched | Finding


def matched(source: Side, target: Side) -> Iterator[Result]:
    """The units that say the same, and findings about those that have no counterpart."""
    sides = source, target
    yield from _parts(sides)
    yield from _points(sides)
    yield from _annexes(sides)


def _parts(sides: tuple[Side, Side]) -> Iterator[Result]:
    source, target = sides
    for own, other in ((source, target), (target, source)):
        absent = [part for part in PARTS if part in other.parts and part not in own.parts]
        absent = [part for part in absent if part != "other"]
        if absent:
            yield Finding(
                Location(own.letter.file),
                "missing-part",
                f"{own.name} has no {', '.join(absent)}: {other.name} has",
                "add it, if the letter is to be whole; what is not there was not compared",
                Level.WARNING,
            )
    for part in PARTS:
        one, two = source.parts.get(part), target.parts.get(part)
        if one is None or two is None or part in _LOOSE:
            continue
        if part in LISTS:
            yield from _sequence(sides, part, _each(source, one), _each(target, two), ADDRESSEES)
        elif part != "other":
            yield Matched(one, two)
        elif len(one.passages) == len(two.passages):
            yield from map(Matched, _each(source, one), _each(target, two))


def _each(side: Side, unit: Unit) -> list[Unit]:
    """Every passage as a unit of its own."""
    return [side.unit(unit.place, passage) for passage in unit.passages]


def _points(sides: tuple[Side, Side]) -> Iterator[Result]:
    source, target = sides
    aligned = _aligned(source.points, target.points)
    own, other, aligned = recut_points(sides, aligned)
    yield from left_over(sides, "", source.points, target.points, aligned, POINTS)
    for i, j in aligned.pairs:
        name = own[i].id or target.places[j]
        yield from matched_point(sides, name, own[i], other[j])


def matched_point(
    sides: tuple[Side, Side], name: str, own: Point, other: Point
) -> Iterator[Result]:
    """The text of two paragraphs, and their items one by one where both have some."""
    source, target = sides
    rows = paired_rows(sides, name, own.passages, other.passages)
    yield from starmap(Matched, rows)
    one, two = _items(own), _items(other)
    are_listed = bool(one and two)
    texts = tuple(
        [
            passage
            for index, passage in enumerate(point.passages)
            if not (are_listed and index in point.items) and not (rows and passage.row)
        ]
        for point in (own, other)
    )
    if all(texts):
        yield Matched(source.unit(name, *texts[0]), target.unit(name, *texts[1]))
    if not are_listed:
        if len(one) != len(two):
            yield _uneven(sides, name, own, other)
        return
    yield from _sequence(
        sides,
        name,
        [source.unit(name, item) for item in one],
        [target.unit(name, item) for item in two],
        ITEMS,
    )


def _items(point: Point) -> list[Passage]:
    return [passage for index, passage in enumerate(point.passages) if index in point.items]


def _uneven(sides: tuple[Side, Side], name: str, own: Point, other: Point) -> Finding:
    counts = [len(point.items) for point in (own, other)]
    return Finding(
        other.passages[0].at(),
        "missing-item" if counts[0] > counts[1] else "added-item",
        f"{name}: {counts[1]} items ({sides[1].name}), {counts[0]} ({sides[0].name})",
        "list the same items in both",
        Level.WARNING,
        paragraph=name,
    )


def _annexes(sides: tuple[Side, Side]) -> Iterator[Result]:
    source, target = sides
    own, other = source.letter.annexes, target.letter.annexes
    if bool(own) != bool(other):
        with_, without = (source, target) if own else (target, source)
        last = list(without.units())[-1]
        yield Finding(
            last.at,
            "missing-part",
            f"{without.name} has no annexes: {with_.name} has {len(with_.letter.annexes)}",
            "add them, if they belong to the letter; they were not compared",
            Level.WARNING,
        )
        return
    for index, (first, second) in enumerate(zip(own, other, strict=False), 1):
        name = f"annex {index}"
        yield Matched(source.unit(name, first.heading), target.unit(name, second.heading))
        pieces = pieces_of_annexes(sides, name, first.passages, second.passages)
        yield from _sequence(sides, name, *pieces, ITEMS)
    for side, there, rule in ((source, target, "missing-annex"), (target, source, "added-annex")):
        for index in range(len(there.letter.annexes), len(side.letter.annexes)):
            heading = side.letter.annexes[index].heading
            at = heading.at() if side is target else list(target.units())[-1].at
            yield Finding(
                at,
                rule,
                f"{heading.text} ({side.name}) is not in {there.name}",
                "add it, or take it out of the other",
                paragraph=f"annex {index + 1}",
            )


def _sequence(
    sides: tuple[Side, Side],
    name: str,
    source: Sequence[Unit],
    target: Sequence[Unit],
    words: Words,
) -> Iterator[Result]:
    aligned = _aligned(source, target)
    if name.startswith("annex"):
        source, target, aligned = recut(sides, source, target, aligned)
        if _is_set_otherwise(aligned):
            yield from _as_a_whole(sides, name, source, target)
            return
    yield from left_over(sides, name, source, target, aligned, words)
    for i, j in aligned.pairs:
        yield Matched(source[i], target[j])


def _is_set_otherwise(aligned: Alignment) -> bool:
    """Whether a third or more is not where the other has it: a table read column by column."""
    alone = len(aligned.lost) + len(aligned.gained)
    strange = alone + len(aligned.moved)
    return strange >= _MANY and 3 * strange > alone + len(aligned.pairs)


_MANY = 6


def _as_a_whole(
    sides: tuple[Side, Side], name: str, source: Sequence[Unit], target: Sequence[Unit]
) -> Iterator[Result]:
    """The facts of two annexes whose lines are in another order, wherever they stand."""
    yield Finding(
        target[0].at,
        ITEMS.swapped,
        f"{name}: its lines stand in another order, or are divided otherwise, than in "
        f"{sides[0].name}: only its facts were compared, not what belongs to what",
        "save both in the same way, for example as .docx, if more is to be compared",
        Level.WARNING,
        paragraph=name,
    )
    one, two = (
        side.unit(name, *(passage for unit in units for passage in unit.passages))
        for side, units in zip(sides, (source, target), strict=True)
    )
    yield Matched(one, two)


def _aligned(source: Sequence[Unit], target: Sequence[Unit]) -> Alignment:
    return align([*map(profile, source)], [*map(profile, target)], likeness)
