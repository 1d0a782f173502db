"""The order of a letter's paragraphs: those of the layout, and what the facts do to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from circgen.facts.kinds import Kind, LayoutParagraph
from circgen.facts.model import AdHoc


class Slot(NamedTuple):
    """One place in a letter: a paragraph of the layout, or one that the facts bring along."""

    id: str
    layout: LayoutParagraph | None = None
    text: int | None = None  # index of the ad-hoc paragraph


def arrange(kind: Kind, paragraphs: tuple[AdHoc, ...]) -> tuple[Slot, ...]:
    """The paragraphs of the layout, with those of the facts inserted, replaced and left out.

    Raises:
        LookupError: if a paragraph is to stand beside one that isn't there.
    """
    slots = [Slot(paragraph.id, layout=paragraph) for paragraph in kind.paragraphs]
    behind: dict[str, str] = {}  # what an inserted paragraph was put behind
    for index, paragraph in enumerate(paragraphs):
        if paragraph.omit:
            continue
        new = Slot(paragraph.id, text=index)
        at = next((i for i, slot in enumerate(slots) if slot.id == paragraph.id), None)
        anchor = paragraph.after or paragraph.before
        if anchor is None and at is not None:
            slots[at] = new
            continue
        if at is not None:
            del slots[at]
        position = next((i for i, slot in enumerate(slots) if slot.id == anchor), None)
        if position is None:
            raise LookupError(anchor)
        if paragraph.after:
            behind[new.id] = paragraph.after
            position += 1
            while position < len(slots) and _is_behind(slots[position].id, anchor, behind):
                position += 1
        elif anchor in behind:
            behind[new.id] = behind[anchor]
        slots.insert(position, new)
    omitted = {paragraph.id for paragraph in paragraphs if paragraph.omit}
    return tuple(slot for slot in slots if slot.id not in omitted)


def _is_behind(paragraph: str, anchor: str | None, behind: Mapping[str, str]) -> bool:
    """Whether a paragraph was put behind `anchor`, or behind one that was."""
    while paragraph in behind:
        paragraph = behind[paragraph]
        if paragraph == anchor:
            return True
    return False
