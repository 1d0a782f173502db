"""Findings: what is wrong, where, and what to do about it. Everything else imports this module."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How sure a finding is: an error is surely wrong, a warning may be right."""

    ERROR = "error"
    WARNING = "warning"


class Location(NamedTuple):
    """A place in a file. Line and column count from 1; 0 means the whole file or line.

    A document of a word processor has no lines: `paragraph` counts its paragraphs from 1.
    """

    file: str
    line: int = 0
    column: int = 0
    paragraph: int = 0

    def __str__(self) -> str:
        """`file:line:col` or `file:¶12`, without what is not known."""
        if self.paragraph:
            return f"{self.file}:¶{self.paragraph}"
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}" + (f":{self.column}" if self.column else "")


class Evidence(NamedTuple):
    """What one document says: `value` in a neutral form, `text` as it stands there, and where.

    An empty `text` means that nothing was found, at the place where it was looked for.
    """

    value: str
    text: str
    at: Location


class Fix(NamedTuple):
    """What mends a finding: the characters `old` of a file, which begin at `at`, become `new`."""

    at: Location
    old: str
    new: str


class Finding(NamedTuple):
    """One thing that is wrong: a value, never printed by itself.

    `rule` is the kebab-case name of what was broken, `message` names the thing and the values,
    `help` says what is allowed or what to do. Where documents are compared, `paragraph` is the id
    or number of the paragraph, and `source` and `target` are what the two of them say. `fix` is
    there where a program can mend it.
    """

    location: Location
    rule: str
    message: str
    help: str = ""
    level: Level = Level.ERROR
    paragraph: str = ""
    source: Evidence | None = None
    target: Evidence | None = None
    fix: Fix | None = None


REWORDED = frozenset({"stale", "wording"})
"""The rules whose evidence is two versions of one text, in one language."""


class FindingsError(Exception):
    """Carries findings out of work that cannot go on."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(
            "; ".join(f"{finding.location}: {finding.message}" for finding in findings)
        )
        self.findings = findings


def own_mistake(error: Exception, file: str, outcome: str) -> Finding:
    """A mistake of circgen itself, with the line of its program where it happened."""
    import traceback  # noqa: PLC0415  hardly ever needed, and long to import
    from pathlib import Path  # noqa: PLC0415

    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    return Finding(
        Location(file),
        "internal",
        f"circgen itself went wrong: {type(error).__name__}: {error} ({place})",
        f"{outcome}; please report it, with this file",
    )


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, in the order of their places."""
    return sorted(dict.fromkeys(findings), key=lambda f: (f.location, f.rule, f.message, f.help))


def has_errors(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    """Whether any finding is of level error."""
    return any(finding.level is Level.ERROR for finding in findings)
