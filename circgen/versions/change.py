"""What changed, as values."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from circgen.findings import Location


class How(StrEnum):
    """What became of a thing."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class Said(NamedTuple):
    """What one version says, in a neutral form or as it stands there, and where."""

    value: str
    at: Location


class Change(NamedTuple):
    """One fact, text or paragraph that is not what it was.

    `group` is what it is about, for people; `path` its place in the facts, or the part of the
    letter. `message` says all in one sentence; of a text (`is_text`), what it says is shown word by
    word. `language` is that of a text. `letters` are the parts of each edition that come out
    otherwise.
    """

    group: str
    how: How
    path: str
    message: str
    old: Said | None
    new: Said | None
    language: str = ""
    is_text: bool = False
    letters: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class PartChange(NamedTuple):
    """A part of a letter that is not what it was, with its lines; `number` is that of a paragraph.

    Where the lines are the same, only links or emphasis changed.
    """

    id: str
    how: How
    number: int
    old: tuple[str, ...]
    new: tuple[str, ...]


class Edition(NamedTuple):
    """An edition of both versions, or of one of them; without parts, it stays as it is."""

    language: str
    how: How | None
    parts: tuple[PartChange, ...] = ()


class Comparison(NamedTuple):
    """All that changed between two versions, which are called by their names.

    `is_same_file`: not one byte differs. `has_gone_out`: the old version was issued, and what
    changed is for a corrigendum to say.
    """

    old: str
    new: str
    changes: tuple[Change, ...]
    editions: tuple[Edition, ...] = ()
    is_same_file: bool = False
    has_gone_out: bool = False
