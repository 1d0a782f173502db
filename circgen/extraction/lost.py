"""What was looked for in the letters and not found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from circgen.extraction.stated import Node, Tree, Worded, at_path
from circgen.facts.kinds import Kind
from circgen.facts.load import ALWAYS, COMPLETE
from circgen.facts.schema import KEYS
from circgen.findings import Finding, Level, Location

_WANTED = ("contact.tel", "contact.email")
_NAMES = ("signatory.name", "signatory.office")


class Lost(NamedTuple):
    """A key that no letter states. Without some of them, a circular is a draft."""

    path: str
    reason: str

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
        return Finding(
            Location(file),
            "not-found",
            f"`{self.path}` was not found",
            f"write it into the draft: {self.reason}",
            Level.WARNING,
        )


def lost_keys(tree: Tree, kind: Kind, languages: Sequence[str]) -> tuple[Lost, ...]:
    """What is missing, in the order of the file."""
    required = dict.fromkeys((*ALWAYS, *COMPLETE, *kind.requires))
    found = [Lost(key, KEYS[key].meaning) for key in KEYS if key in required and key not in tree]
    found += [
        Lost(path, "how to reach the Bureau") for path in _WANTED if at_path(tree, path) is None
    ]
    if "signatory" in tree:
        found += [Lost(path, "who signs") for path in _NAMES if at_path(tree, path) is None]
    return (*found, *_hours(tree), *_texts(tree, "", languages))


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


def _hours(tree: Tree) -> Iterator[Lost]:
    """Hours of sessions, and the zone of hours."""
    sessions = tree.get("sessions")
    if not isinstance(sessions, list):
        return
    stated = [each for each in sessions if isinstance(each, dict)]
    if not any("hours" in each for each in stated):
        yield Lost("sessions[0].hours", "no hours stand with the days of the meeting")
    elif {"zone", "place"}.isdisjoint(tree) and not any("zone" in each for each in stated):
        yield Lost("zone", "no zone that is known here stands with the hours")
    for place in ("place", "issued_at"):
        if at_path(tree, f"{place}.name") is not None and at_path(tree, f"{place}.zone") is None:
            yield Lost(f"{place}.zone", "the IANA zone of its clocks")
