"""Matching: which paragraph of the layout a paragraph of a letter is, and what facts it states."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from circgen.comparison.side import Side, Unit
from circgen.extraction.meeting import Meeting
from circgen.extraction.names import id_of
from circgen.extraction.patterns import Found, Mark, Pattern
from circgen.extraction.stated import Node, Stated, Tree, Worded, put, worded
from circgen.extraction.trials import MOST_POINTS
from circgen.recognition.mentions import Days, Kind

_SAME_EVERYWHERE = ("acronym", "website", "event_page")


class Match(NamedTuple):
    """A paragraph of a letter read by a pattern: the facts that it states."""

    paragraph: str
    weight: int
    tree: Tree


def exact(meeting: Meeting, index: int) -> list[Match]:
    """What a paragraph is, word by word: the patterns that fit it, the likeliest first."""
    point, unit = meeting.side.letter.points[index], meeting.side.points[index]
    found = []
    for pattern in meeting.patterns if index < MOST_POINTS else ():
        texts = pattern.match(point)
        if texts is not None and pattern.weight:
            tree = facts_of(meeting.side, pattern, texts, unit)
            found.append(Match(layout_id(pattern.paragraph), pattern.weight, tree))
    # A name that holds an "and" is one name rather than two that nobody knows.
    return sorted(found, key=lambda match: (_written_out(match.tree), -match.weight))


def _written_out(node: Node) -> int:
    """How many items of lists are names that no glossary has."""
    match node:
        case list():
            return sum(isinstance(each, Worded) for each in node) + sum(map(_written_out, node))
        case dict():
            return sum(map(_written_out, node.values()))
    return 0


def layout_id(paragraph: str) -> str:
    """The paragraph of the layout: `side-events` of `side-events[1]`."""
    return paragraph.partition("[")[0]


def facts_of(side: Side, pattern: Pattern, texts: Iterable[Found], unit: Unit) -> Tree:
    """The facts of a paragraph."""
    tree: Tree = {}
    for path, value in sorted(pattern.fixed.items()):
        put(tree, path, fixed_value(value, unit))
    forms: dict[str, dict[str, tuple[Mark, Stated]]] = {}
    for found in texts:
        stated = Stated(" ".join(found.text.split(" ")), found.text, found.passage.at(found.start))
        if found.mark.glossary:
            stated = stated._replace(value=stated.value.rstrip(" ,;"))
            forms.setdefault(found.mark.path, {})[found.mark.form] = (found.mark, stated)
        elif found.mark.path.endswith(_SAME_EVERYWHERE):
            put(tree, found.mark.path, stated)
        else:
            put(tree, found.mark.path, worded(side.letter.language, stated))
    for path, each in forms.items():
        put(tree, path, _name(side, each))
    return tree


def fixed_value(value: str, unit: Unit) -> Stated:
    """A fact that was read before, at the place where the paragraph says it."""
    for spot in unit.spots:
        mention = spot.mention
        days = mention.value
        told = (
            (str(days.start), str(days.end)) if isinstance(days, Days) else (str(days), spot.value)
        )
        if value in told and mention.kind is not Kind.TERM:
            return Stated(value, spot.text, spot.at)
    return Stated(value, "", unit.at)


def _name(side: Side, forms: dict[str, tuple[Mark, Stated]]) -> Stated | Worded:
    """The id of a name, or its forms."""
    for mark, stated in forms.values():
        if id_ := id_of(side, mark.glossary, stated.value):
            return stated._replace(value=id_)
    plain = side.recogniser.language.pack.plain_form
    found = {}
    for form, (mark, stated) in forms.items():
        value = stated.value
        if mark.capital and value[1:2].islower():
            value = value[:1].lower() + value[1:]
        found[form or plain] = stated._replace(value=value)
    return Worded({side.letter.language: found})
