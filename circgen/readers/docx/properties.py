"""What the properties of paragraphs, runs, cells and fields say that matters to their text."""

from __future__ import annotations

from typing import NamedTuple

from circgen.readers.docx.markup import Group, first, is_on, number, value
from circgen.readers.docx.styles import Styles

CHANGES = frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel"})
GONE = frozenset({"w:del", "w:moveFrom", "w:cellDel"})
WIDEST = 63
"""Columns of a table."""


class Setting(NamedTuple):
    """What a paragraph says of itself; None is left to its style."""

    style: str = ""
    list_id: str | None = None
    level: int | None = None
    joined: bool = (
        False  # whether its mark is deleted or hidden, so that the next one goes on in it
    )


class RowShape(NamedTuple):
    """How many columns a row leaves free at its beginning, and whether it was deleted."""

    before: int = 0
    deleted: bool = False


class CellShape(NamedTuple):
    """How many columns wide a cell is, and whether it is one with others."""

    width: int = 1
    merged: bool = False  # with the cell above or below
    covered: bool = False  # by the cell above, if that is merged too
    gone: bool = False  # deleted, or covered by the cell before it


def paragraph_setting(group: Group, styles: Styles) -> Setting:
    """Of a paragraph's properties, those of its mark among them."""
    style = value(first(group, "w:pStyle") or {}) or styles.default
    list_id, level = first(group, "w:numId"), first(group, "w:ilvl")
    return Setting(
        style,
        None if list_id is None else value(list_id),
        None if level is None else number(value(level)),
        _is_gone(group) or is_hidden(group, style, styles),
    )


def is_hidden(group: Group, style: str, styles: Styles) -> bool:
    """Whether a run, or the mark of a paragraph, is hidden; `style` is that of the paragraph."""
    own = first(group, "w:vanish")
    if own is not None:
        return is_on(own)
    return styles.is_hidden(style, value(first(group, "w:rStyle") or {}))


def row_shape(group: Group) -> RowShape:
    """Of a row's properties."""
    before = number(value(first(group, "w:gridBefore") or {}))
    return RowShape(min(max(before, 0), WIDEST), _is_gone(group))


def cell_shape(group: Group) -> CellShape:
    """Of a cell's properties."""
    width = number(value(first(group, "w:gridSpan") or {}), 1)
    upwards, sideways = first(group, "w:vMerge"), first(group, "w:hMerge")
    return CellShape(
        width=min(max(width, 1), WIDEST),
        merged=upwards is not None,
        covered=upwards is not None and value(upwards) != "restart",
        gone=_is_gone(group) or (sideways is not None and value(sideways) != "restart"),
    )


def is_placeholder(group: Group) -> bool:
    """Whether a content control shows what to type rather than something that was typed."""
    placeholder = first(group, "w:showingPlcHdr")
    return placeholder is not None and is_on(placeholder)


def chosen_entry(group: Group) -> str:
    """What was chosen in a form's list; empty where the field isn't one."""
    if first(group, "w:ddList") is None:
        return ""
    entries = [value(attributes) for name, attributes in group if name == "w:listEntry"]
    place = number(value(first(group, "w:result") or first(group, "w:default") or {}))
    return "".join(entries[max(place, 0) :][:1])


def changes(group: Group) -> int:
    """How many tracked changes of the text are among the properties."""
    return sum(name in CHANGES for name, _ in group)


def _is_gone(group: Group) -> bool:
    return any(name in GONE for name, _ in group)
