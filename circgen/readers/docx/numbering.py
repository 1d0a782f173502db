"""Automatic numbering: what stands in front of each paragraph of a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from circgen.readers.docx.markup import (
    Attributes,
    Grammar,
    Group,
    first,
    is_on,
    number,
    value,
)
from circgen.readers.docx.numerals import numeral, padded
from circgen.readers.docx.package import Package
from circgen.readers.docx.styles import Styles
from circgen.readers.docx.symbols import bullet

LEVELS = 9
LONGEST = 80
"""Characters in front of a paragraph; a real mark has a few."""
NO_LIST = "0"
"""The list of a paragraph that is taken out of the list of its style."""


class Level(NamedTuple):
    """How a level of a list is numbered."""

    start: int = 0
    style: str = "decimal"
    pattern: str = ""  # a format of the document's own, where `style` is `custom`
    text: str = ""  # `%1.%2)`: the numbers of the levels in it
    restart: int | None = None  # after which level, from 1, it starts again; 0 is never
    plain: bool = False  # whether all numbers in it are digits
    font: str = ""
    paragraph_style: str = ""

    def shown(self, count: int, *, plain: bool) -> str:
        """A number of this level."""
        if self.style == "custom" and not plain:
            return padded(count, self.pattern)
        return numeral(count, "decimal" if plain and self.style != "none" else self.style)


class Definition(NamedTuple):
    """A list as it is defined (`w:abstractNum`); several lists may go on counting in one."""

    levels: Mapping[int, Level]
    link: str  # the style of another list that this one borrows from


class List(NamedTuple):
    """A list of the document (`w:num`); `starts` are levels that start anew, with their numbers."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """The lists of a document by id."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self.styles = styles
        self._package = package
        self._is_read = False
        self._definitions: dict[str, Definition] = {}
        self._lists: dict[str, List] = {}
        self._id = self._link = ""
        self._levels: dict[int, Level] = {}
        self._starts: dict[int, int] = {}

    def _read(self) -> None:
        """When the first list is asked for: most letters have none."""
        self._is_read = True
        part = self._package.related("numbering")
        if part is not None:
            grammar = Grammar(
                starts={
                    "w:abstractNum": self._open_definition,
                    "w:num": self._open_list,
                    "w:abstractNumId": self._link_to,
                    "w:numStyleLink": self._link_to,
                },
                ends={"w:abstractNum": self._close_definition, "w:num": self._close_list},
                groups={"w:lvl": self._add_level, "w:lvlOverride": self._override},
            )
            self._package.parse(part, grammar)

    def list(self, list_id: str) -> tuple[str, List] | None:
        """A list, with the id of the definition in which it counts; None where there is none."""
        if list_id == NO_LIST:
            return None
        if not self._is_read:
            self._read()
        found = self._lists.get(list_id)
        if found is None:
            return None
        name = found.definition
        for _ in range(LEVELS):
            definition = self._definitions.get(name)
            if definition is None:
                return None
            linked = self._lists.get(self.styles.list_id(definition.link) or "")
            if not definition.link or linked is None:
                return name, found._replace(levels={**definition.levels, **found.levels})
            name = linked.definition
        return None

    def _open_definition(self, attributes: Attributes) -> None:
        self._id, self._link, self._levels = value(attributes, "w:abstractNumId"), "", {}

    def _open_list(self, attributes: Attributes) -> None:
        self._id, self._link = value(attributes, "w:numId"), ""
        self._levels, self._starts = {}, {}

    def _link_to(self, attributes: Attributes) -> None:
        self._link = value(attributes)

    def _close_definition(self) -> None:
        self._definitions[self._id] = Definition(self._levels, self._link)

    def _close_list(self) -> None:
        self._lists[self._id] = List(self._link, self._levels, self._starts)

    def _add_level(self, group: Group) -> None:
        level = number(value(group[0][1], "w:ilvl"))
        if level in range(LEVELS):
            self._levels[level] = _level(group)

    def _override(self, group: Group) -> None:
        level = number(value(group[0][1], "w:ilvl"))
        if level not in range(LEVELS):
            return
        start = first(group, "w:startOverride")
        if start is not None:
            self._starts[level] = number(value(start))
        if first(group, "w:lvl") is not None:
            self._levels[level] = _level(group)


class Counters:
    """Counts the lists of one stream of text."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def next(self, list_id: str | None, level: int | None, style: str) -> tuple[str, int]:
        """The mark in front of the next paragraph, and its level; empty where it has none.

        What the paragraph does not say is None, and its style says it.
        """
        styles = self._numbering.styles
        list_id = styles.list_id(style) if list_id is None else list_id
        found = self._numbering.list(list_id or NO_LIST)
        if found is None or list_id is None:
            return "", 0
        name, members = found
        level = _level_of(members, level, style, styles.level(style))
        counts = self._counts.setdefault(name, {})
        self._count(counts, members, list_id, level)
        return _mark(members, counts, level), level

    def _count(self, counts: dict[int, int], members: List, list_id: str, level: int) -> None:
        for upper in range(level + 1):
            # A list that starts anew does so when it first comes to that level.
            if upper in members.starts and (list_id, upper) not in self._started:
                self._started.add((list_id, upper))
                counts.pop(upper, None)
            if upper not in counts:
                start = members.levels.get(upper, Level()).start
                counts[upper] = members.starts.get(upper, start)
            elif upper == level:
                counts[upper] += 1
        for lower in range(level + 1, LEVELS):
            restart = members.levels.get(lower, Level()).restart
            if restart is None or level < restart:
                counts.pop(lower, None)


def _level_of(members: List, own: int | None, style: str, of_style: int | None) -> int:
    """What the paragraph says, or its style; a level that belongs to the style comes between."""
    if own is None:
        own = next(
            (level for level, each in members.levels.items() if each.paragraph_style == style),
            of_style,
        )
    return min(max(own or 0, 0), LEVELS - 1)


def _mark(members: List, counts: Mapping[int, int], level: int) -> str:
    own = members.levels.get(level)
    if own is None:
        return ""
    if own.style == "bullet":
        return bullet(own.text, own.font)
    text = own.text
    for upper in range(level + 1):
        place = f"%{upper + 1}"
        if place in text:
            shown = members.levels.get(upper, Level())
            text = text.replace(place, shown.shown(counts[upper], plain=own.plain))
    return text.strip()[:LONGEST]


def _level(group: Group) -> Level:
    def of(name: str, attribute: str = "w:val") -> str:
        return value(first(group, name) or {}, attribute)

    restart, plain = of("w:lvlRestart"), first(group, "w:isLgl")
    return Level(
        start=number(of("w:start")),
        style=of("w:numFmt") or "decimal",
        pattern=of("w:numFmt", "w:format"),
        text=of("w:lvlText")[:LONGEST],
        restart=number(restart) if restart else None,
        plain=plain is not None and is_on(plain),
        font=of("w:rFonts", "w:ascii") or of("w:rFonts", "w:hAnsi"),
        paragraph_style=of("w:pStyle"),
    )
