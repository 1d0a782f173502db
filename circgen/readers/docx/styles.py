"""What the styles of a document decide about its text: whether it is hidden, and its list."""

from __future__ import annotations

from typing import NamedTuple

from circgen.readers.docx.markup import (
    BEFORE,
    Attributes,
    Grammar,
    Group,
    first,
    is_on,
    number,
    value,
)
from circgen.readers.docx.package import Package

OF_TABLES = frozenset({"w:tblPr", "w:trPr", "w:tcPr", "w:tblStylePr"})
"""Most of what a table style says: nothing that matters to text."""
DEEPEST = 20
"""Styles based on each other; real ones are based on three or four."""


class Style(NamedTuple):
    """What a style says itself; None is what it leaves to the style that it is based on."""

    based_on: str = ""
    hidden: bool | None = None
    list_id: str | None = None
    level: int | None = None


class Styles:
    """The styles of a document by id."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[str, Style] = {}
        self._known: dict[str, Style] = {}
        self.default = ""  # the style of paragraphs that are given none
        part = package.related("styles")
        if part is not None:
            grammar = Grammar(
                {},
                groups={"w:style": self._add},
                skipped=frozenset({"w:latentStyles"}),
                omitted=BEFORE | OF_TABLES,
            )
            package.parse(part, grammar)

    def is_hidden(self, paragraph: str, character: str) -> bool:
        """Whether text with these styles is hidden: where both say so, they cancel each other."""
        return bool(self._whole(paragraph).hidden) != bool(self._whole(character).hidden)

    def list_id(self, paragraph: str) -> str | None:
        """The list that paragraphs of a style belong to."""
        return self._whole(paragraph).list_id

    def level(self, paragraph: str) -> int | None:
        """The level in that list, from 0, where the style says it."""
        return self._whole(paragraph).level

    def _whole(self, name: str) -> Style:
        """A style with what it has of those that it is based on."""
        if name not in self._known:
            whole, style = Style(), self._styles.get(name)
            for _ in range(DEEPEST):
                if style is None:
                    break
                whole = Style(
                    style.based_on,
                    style.hidden if whole.hidden is None else whole.hidden,
                    style.list_id if whole.list_id is None else whole.list_id,
                    style.level if whole.level is None else whole.level,
                )
                style = self._styles.get(style.based_on)
            self._known[name] = whole
        return self._known[name]

    def _add(self, group: Group) -> None:
        own = group[0][1]
        name = value(own, "w:styleId")
        if value(own, "w:type") == "paragraph" and value(own, "w:default") in {"1", "true", "on"}:
            self.default = name
        hidden = first(group, "w:vanish")
        level = _value(group, "w:ilvl")
        self._styles[name] = Style(
            _value(group, "w:basedOn") or "",
            None if hidden is None else is_on(hidden),
            _value(group, "w:numId"),
            None if level is None else number(level),
        )


def _value(group: Group, name: str) -> str | None:
    attributes: Attributes | None = first(group, name)
    return None if attributes is None else value(attributes)
