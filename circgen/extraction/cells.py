"""Cells: hours that stand alone, in a table or behind a label, and what they belong to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from circgen.comparison.side import Side, Spot, Unit
from circgen.recognition.mentions import Kind

FEW = 2
"""Words that may stand beside a date in its cell: `Day 1 (Tuesday, 12 May)`."""
_INSIDE = (Kind.DATE, Kind.WEEKDAY, Kind.HOURS, Kind.ZONE)
_ROLES = ("time", "hour", "day", "from", "to", "and", "at", "of", "each_day")


def time_words(side: Side) -> frozenset[str]:
    """The words around hours that say nothing else: `Time:`, `each day`, `hours`."""
    understood = side.recogniser.language.understood
    said = (phrase for role in _ROLES for phrase in understood.words.get(role, ()))
    return frozenset(word.casefold() for phrase in said for word in phrase.split())


def hours_in_cells(unit: Unit, labels: Collection[str]) -> Iterator[tuple[Spot, Spot | None]]:
    """The hours of a unit, each with the date in the cell before it, if they have cells.

    Hours alone behind other words than `labels` are those of something else, such as
    registration, and left out.
    """
    date: Spot | None = None
    is_known = True
    for place, passage in enumerate(unit.passages):
        spots = [spot for spot in unit.spots if spot.passage is passage]
        hours = [spot for spot in spots if spot.mention.kind is Kind.HOURS]
        dates = [spot for spot in spots if spot.mention.kind is Kind.DATE]
        words = words_beside(passage.text, spots, labels)
        if hours and place and not words and not dates:
            if is_known:
                yield from ((spot, date) for spot in hours)
            continue
        yield from ((spot, None) for spot in hours)
        date = dates[0] if len(dates) == 1 and len(words) <= FEW and not hours else None
        is_known = date is not None or not words


def words_beside(text: str, spots: Collection[Spot], labels: Collection[str]) -> list[str]:
    """The words of a passage that are neither dates, hours or zones nor labels of such."""
    for spot in spots:
        if spot.mention.kind in _INSIDE:
            start, end = spot.mention.start, spot.mention.end
            text = text[:start] + " " * (end - start) + text[end:]
    words = "".join(character if character.isalpha() else " " for character in text).split()
    return [word for word in words if word.casefold() not in labels]


def as_tables(points: Sequence[Unit]) -> dict[int, Unit]:
    """Paragraphs by their places; cells of a table that are paragraphs are one, at their first."""
    found: dict[int, Unit] = {}
    table: int | None = None
    for index, unit in enumerate(points):
        beside = (*points[max(index - 1, 0) : index], *points[index + 1 : index + 2])
        if not any(_row(unit) == _row(other) for other in beside):
            table = None
        elif table is None:
            table = index
        else:
            above = found[table]
            passages = (*above.passages, *unit.passages)
            found[table] = Unit(above.place, passages, (*above.spots, *unit.spots))
            continue
        found[index] = unit
    return found


def _row(unit: Unit) -> object:
    """What paragraphs that are cells of one row have in common."""
    passage = unit.passages[0]
    at = passage.at()
    return passage.row or (at.line, at.paragraph)
