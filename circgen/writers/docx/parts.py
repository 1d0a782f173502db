"""Parts of the letterhead with slots that each letter fills, cut once."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from circgen.writers.docx.markup import parse
from circgen.writers.docx.package import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from circgen.writers.docx.markup import Element

AFTER_BIDI = frozenset(
    (
        "w:adjustRightInd",
        "w:snapToGrid",
        "w:spacing",
        "w:ind",
        "w:contextualSpacing",
        "w:mirrorIndents",
        "w:suppressOverlap",
        "w:jc",
        "w:textDirection",
        "w:textAlignment",
        "w:textboxTightWrap",
        "w:outlineLvl",
        "w:divId",
        "w:cnfStyle",
        "w:rPr",
        "w:sectPr",
        "w:pPrChange",
    )
)
"""What follows `w:bidi` among the properties of a paragraph, whose order is fixed."""


class Slot(Enum):
    """A place in the letterhead that a letter fills."""

    BODY = auto()
    NUMBERS = auto()
    RELATIONS = auto()
    CONTENT_TYPES = auto()
    CORE_PROPERTIES = auto()
    LANGUAGE = auto()
    DIRECTION = auto()
    RUNNING_HEAD = auto()
    FOOTER = auto()


class Part(NamedTuple):
    """A part whose bytes alternate with slots."""

    name: str
    pieces: tuple[bytes | Slot, ...]

    def filled(self, contents: Mapping[Slot, bytes]) -> Entry:
        """The part of one letter. All parts but the body are the same in many letters."""
        own = tuple(contents[piece] for piece in self.pieces if isinstance(piece, Slot))
        return _packed(self, own) if Slot.BODY in self.pieces else _kept(self, own)


def _packed(part: Part, own: tuple[bytes, ...]) -> Entry:
    """The part with these contents in its slots."""
    following = iter(own)
    data = b"".join(next(following) if isinstance(piece, Slot) else piece for piece in part.pieces)
    return Entry.of(part.name, data)


_kept = lru_cache(maxsize=256)(_packed)


class Relation(NamedTuple):
    """A line of a `.rels` part; `kind` is the last word of its type."""

    id: str
    kind: str
    target: str


def relations(data: bytes) -> tuple[Relation, ...]:
    """The relations that a `.rels` part lists."""
    return tuple(
        Relation(
            each.attributes.get("Id", ""),
            each.attributes.get("Type", "").rpartition("/")[2],
            each.attributes.get("Target", ""),
        )
        for each in parse(data).children
    )


def cut(data: bytes, places: Iterable[tuple[int, int, Slot]]) -> tuple[bytes | Slot, ...]:
    """The bytes with the spans from start to end replaced by slots."""
    pieces: list[bytes | Slot] = []
    done = 0
    for start, end, slot in places:
        pieces += data[done:start], slot
        done = end
    return (*pieces, data[done:])


def text_slots(root: Element, style_id: str, slot: Slot) -> list[tuple[int, int, Slot]]:
    """Where the paragraphs of a style take their direction and their text."""
    places: list[tuple[int, int, Slot]] = []
    for paragraph in root.walk():
        properties = paragraph.child("w:pPr")
        if paragraph.name != "w:p" or properties is None:
            continue
        style = properties.child("w:pStyle")
        if style is None or style.attributes.get("w:val") != style_id:
            continue
        later = (each.start for each in properties.children if each.name in AFTER_BIDI)
        direction = next(later, properties.close)
        places.append((direction, direction, Slot.DIRECTION))
        places.append((properties.end, paragraph.close, slot))
    return places
