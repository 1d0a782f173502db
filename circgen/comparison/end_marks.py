"""The marks that paragraphs and items end with, in two languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.side import Side, Unit
from circgen.comparison.splitting import CLOSING
from circgen.findings import Evidence, Finding, Level
from circgen.readers.letter import Passage
from circgen.recognition.mentions import Kind

_SAME_MARKS = {
    "\N{IDEOGRAPHIC FULL STOP}": ".",
    "\N{FULLWIDTH SEMICOLON}": ";",
    "\N{ARABIC SEMICOLON}": ";",
    "\N{FULLWIDTH COLON}": ":",
    "\N{ARABIC COMMA}": ",",
    "\N{FULLWIDTH COMMA}": ",",
}
_MARKS = frozenset(".;:,!?")
_JOINT = re.compile(r"([;,])\s[^\W\d_]{1,3}$")


def ends_differ(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Another mark at the end; lists may end their items as each language does."""
    one, two = source.passages[-1], target.passages[-1]
    first, second = _mark(one.text), _mark(two.text)
    if first == second or one.row or two.row:
        return
    if {first, second} == {".", ""} and any(map(_ends_in_abbreviation, (source, target))):
        return
    if _are_like_their_lists((one, two), sides):
        return
    last = max(0, len(two.text.rstrip()) - 1)
    yield Finding(
        two.at(last),
        "punctuation",
        f"{target.place}: ends with {_shown(second)} ({sides[1].name}), "
        f"with {_shown(first)} ({sides[0].name})",
        "end both alike",
        Level.WARNING,
        paragraph=target.place,
        source=Evidence(_shown(first), one.text[-1:], one.at(max(0, len(one.text.rstrip()) - 1))),
        target=Evidence(_shown(second), two.text[-1:], two.at(last)),
    )


def _are_like_their_lists(items: tuple[Passage, Passage], sides: tuple[Side, Side]) -> bool:
    """Whether all items of a list before the last end alike, as each language may choose.

    The last one ends the list: where the languages choose otherwise, it does, too.
    """
    lists = [_list_of(item, side) for item, side in zip(items, sides, strict=True)]
    marks = [{_mark(each.text) for each in found[:-1]} for found in lists]
    if any(len(each) != 1 for each in marks):  # there is no list, or its items end unlike
        return False
    last = [found[-1] is item for found, item in zip(lists, items, strict=True)]
    return not any(last) or (all(last) and marks[0] != marks[1])


def _list_of(item: Passage, side: Side) -> list[Passage]:
    """The items of the list that one stands in; a list of two tells nothing."""
    for point in side.letter.points:
        items = [point.passages[index] for index in sorted(point.items)]
        if any(each is item for each in items):
            return items if len(items) > 2 else []  # noqa: PLR2004
    return []


def _ends_in_abbreviation(unit: Unit) -> bool:
    """Whether the last stop is that of a date, hours or years: `2027 г.` ends no sentence."""
    passage = unit.passages[-1]
    return any(
        spot.passage is passage
        and spot.mention.end == len(passage.text)
        and spot.text.endswith(".")
        for spot in unit.of(Kind.DATE, Kind.HOURS, Kind.YEARS, Kind.MONTH)
    )


def _mark(text: str) -> str:
    """The mark that a text ends with; a small word may follow, as in `; and`."""
    text = text.rstrip()
    if text.endswith(".)") and text.rpartition("(")[0].rstrip()[-1:].isalnum():
        return ""  # the stop of an abbreviation: `(… 2026 г.)`
    text = text.rstrip(CLOSING + "\n\t \N{NO-BREAK SPACE}")
    joint = _JOINT.search(text)
    last = joint[1] if joint else text[-1:]
    last = _SAME_MARKS.get(last, last)
    return last if last in _MARKS else ""


def _shown(mark: str) -> str:
    return f"`{mark}`" if mark else "no mark"
