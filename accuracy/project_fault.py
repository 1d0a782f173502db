"""One fault of a project: the changes that make it, and where it may rightly be reported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

WORDS = frozenset({"words", "letters", "texts", "refusal"})
"""Groups of rules that may report a fault of a template."""
TEXTS = frozenset({"texts", "letters", "refusal"})
"""Groups of rules that may report what a text says otherwise in another language."""
FACTS = frozenset({"facts", "project", "refusal", "letters"})
"""Groups of rules that may report a wrong fact."""
STYLE = frozenset({"style", "letters", "texts"})
"""Groups of rules that may report how something is written."""
STALE = frozenset({"staleness"})


class Change(NamedTuple):
    """A stretch of a file, and what takes its place."""

    file: str
    start: int
    end: int
    put: str


class Fault(NamedTuple):
    """A fault in the files of a project.

    `also` are places in the unchanged files, beside those of the changes, where it may rightly be
    reported: where something else of its kind stands, if it is missing.
    """

    family: str
    variant: str
    changes: tuple[Change, ...]
    groups: frozenset[str]
    also: tuple[tuple[str, int], ...] = ()
    project: str = ""

    @property
    def file(self) -> str:
        """Where it is."""
        return self.changes[0].file

    def applied(self, files: Mapping[str, str]) -> dict[str, str]:
        """The new texts of the files that it changes."""
        made: dict[str, str] = {}
        for change in sorted(self.changes, reverse=True):
            text = made.get(change.file, files[change.file])
            made[change.file] = text[: change.start] + change.put + text[change.end :]
        return made

    def places(self, files: Mapping[str, str]) -> frozenset[tuple[str, int]]:
        """The files and lines where it may rightly be reported, as they are when it is made."""
        new = {**files, **self.applied(files)}
        found: set[tuple[str, int]] = set()
        for change in self.changes:
            start = self._moved(change.file, change.start)
            end = start + len(change.put.rstrip())
            first, last = (_line(new[change.file], offset) for offset in (start, end))
            found |= {(change.file, line) for line in range(first, last + 1)}
        for file, offset in self.also:
            found.add((file, _line(new[file], self._moved(file, offset))))
        return frozenset(found)

    def _moved(self, file: str, offset: int) -> int:
        """Where a place of the unchanged file is when all changes before it are made."""
        before = (
            c for c in self.changes if c.file == file and c.end <= offset and c.start < offset
        )
        return offset + sum(len(change.put) - (change.end - change.start) for change in before)

    def shown(self, files: Mapping[str, str]) -> str:
        """What was done, to be listed: file, line, and the place before and after."""
        change = self.changes[0]
        text = files[change.file]
        before = text[max(0, change.start - 25) : change.start]
        old, after = text[change.start : change.end], text[change.end :][:15]
        place = f"{before}[{_short(old)} → {_short(change.put)}]{after}".replace("\n", "⏎")
        where = f"{change.file}:{_line(text, change.start)}"
        return f"{self.family} ({self.variant}), {self.project}, {where}: …{place}…"


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:28]} … {text[-28:]}"  # noqa: PLR2004
