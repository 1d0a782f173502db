"""What was looked for in the letters and not found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from circgen.comparison.side import Spot
from circgen.extraction.stated import Node, Stated, Tree, Worded, at_path, first_of
from circgen.extraction.writing import place_of
from circgen.facts.kinds import Kind
from circgen.facts.load import ALWAYS, COMPLETE
from circgen.facts.schema import KEYS
from circgen.findings import Finding, Level, Location

_WANTED = ("contact.tel", "contact.email")
_NAMES = ("signatory.name", "signatory.office")
_WITHOUT_PLACE = "virtual"
"""How a meeting is held that has no place."""


class Lost(NamedTuple):
    """A key that no letter states. Without some of them, a circular is a draft.

    `at` is where it was looked for, if that can be told.
    """

    path: str
    reason: str
    at: Location | None = None

    @property
    def key(self) -> str:
        """The key at the top of the file."""
        return self.path.partition(".")[0].partition("[")[0]

    @property
    def makes_draft(self) -> bool:
        """Whether a draft may lack it and no other circular."""
        return self.path in COMPLETE

    def finding(self, file: str) -> Finding:
        """That it was not found."""
        last = self.path.rpartition(".")[2]
        under = f" under `{self.key}:`" if last != self.path else ""
        return Finding(
            self.at or Location(file),
            "not-found",
            f"`{self.path}` was not found",
            f"write `{last}:`{under} in the draft: {self.reason}",
            Level.WARNING,
        )


def lost_keys(
    tree: Tree, kind: Kind, languages: Sequence[str], hours: Sequence[Spot] = ()
) -> tuple[Lost, ...]:
    """What is missing, in the order of the file; `hours` may be those of the meeting."""
    required = dict.fromkeys((*ALWAYS, *COMPLETE, *kind.requires))
    found = [Lost(key, KEYS[key].meaning) for key in KEYS if key in required and key not in tree]
    found += [
        Lost(path, "how to reach the Bureau") for path in _WANTED if at_path(tree, path) is None
    ]
    if "signatory" in tree:
        found += [Lost(path, "who signs") for path in _NAMES if at_path(tree, path) is None]
    return (*found, *_place(tree), *_hours(tree, hours), *_texts(tree, "", languages))


def _place(tree: Tree) -> Iterator[Lost]:
    """The place of a meeting that is not held online only."""
    mode = tree.get("mode")
    is_virtual = isinstance(mode, Stated) and mode.value == _WITHOUT_PLACE
    if "sessions" in tree and "place" not in tree and not is_virtual:
        yield Lost("place", KEYS["place"].meaning)


def _texts(node: Node, path: str, languages: Sequence[str]) -> Iterator[Lost]:
    """Texts that the letters do not have in every language."""
    match node:
        case Worded(forms):
            for language in languages:
                if language not in forms:
                    yield Lost(f"{path}.{language}", "the letter in this language has no such text")
        case list():
            for index, each in enumerate(node):
                yield from _texts(each, f"{path}[{index}]", languages)
        case dict():
            for key, each in node.items():
                yield from _texts(each, f"{path}.{key}" if path else key, languages)


def _hours(tree: Tree, hours: Sequence[Spot]) -> Iterator[Lost]:
    """Hours of sessions, and the zones of hours and places."""
    sessions = tree.get("sessions")
    if not isinstance(sessions, list):
        return
    stated = [each for each in sessions if isinstance(each, dict)]
    if not any("hours" in each for each in stated):
        yield Lost("sessions[0].hours", _which(hours), hours[0].at if hours else None)
    if {"zone", "place"}.isdisjoint(tree) and not any("zone" in each for each in stated):
        yield Lost("zone", "the IANA zone of its hours, such as Europe/Zurich")
    for place in ("place", "issued_at"):
        name = at_path(tree, f"{place}.name")
        told = first_of(name) if name is not None else None
        if told and at_path(tree, f"{place}.zone") is None:
            yield Lost(f"{place}.zone", "the IANA zone of its clocks, such as Asia/Seoul", told.at)


def _which(hours: Sequence[Spot]) -> str:
    """What was seen of hours, and where."""
    if not hours:
        return "no hours stand in the paragraphs of the letter"
    seen = dict.fromkeys(f"`{spot.text}` ({place_of(spot.at)})" for spot in hours)
    shown = ", ".join(list(seen)[:_MOST])
    more = f" and {len(seen) - _MOST} more" if len(seen) > _MOST else ""
    return f"none of these is surely the meeting's: {shown}{more}"


_MOST = 6
