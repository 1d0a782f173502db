"""What is said of a circular in a list; which are wanted, and in what order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from circgen.facts.model import Variant, Years
from circgen.findings import Finding


class Status(StrEnum):
    """What a circular is: not finished, ready to be rendered, gone out, or not to be read."""

    DRAFT = "draft"
    READY = "ready"
    ISSUED = "issued"
    BROKEN = "broken"


class EditionState(StrEnum):
    """How far the texts of a language are; each is worse than the one before."""

    COMPLETE = "complete"
    UNCONFIRMED = "unconfirmed"
    STALE = "stale"
    MISSING = "missing"


class FileState(StrEnum):
    """What became of a letter."""

    RENDERED = "rendered"
    OUTDATED = "outdated"
    EDITED = "edited"
    UNREADABLE = "unreadable"
    ABSENT = "absent"


class Edition(NamedTuple):
    """A language of a circular."""

    language: str
    state: EditionState


class Letter(NamedTuple):
    """A file of an edition, whether it is there or not."""

    path: Path
    language: str
    format: str
    state: FileState


class Identity(NamedTuple):
    """What tells a circular from others; None is what is not stated, or cannot be read.

    `opens` is the day of its first session.
    """

    series: str | None = None
    kind: str | None = None
    number: int | None = None
    variant: Variant | None = None
    study_period: Years | None = None
    issued: date | None = None
    opens: date | None = None

    @property
    def year(self) -> int | None:
        """The year of its date; without one, that of its first session."""
        day = self.issued or self.opens
        return day.year if day else None


class Entry(NamedTuple):
    """One circular. `findings` say why it is broken, or why editions are missing."""

    path: Path
    status: Status
    identity: Identity = Identity()
    title: str = ""
    editions: tuple[Edition, ...] = ()
    letters: tuple[Letter, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def states(self) -> set[str]:
        """Every state that an edition or a file of it is in."""
        return {each.state for each in self.editions} | {each.state for each in self.letters}


class Wanted(NamedTuple):
    """Which entries are wanted: one of each of these, where there are any."""

    series: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    states: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()

    def has(self, entry: Entry) -> bool:
        """Whether an entry is."""
        return (
            (not self.series or entry.identity.series in self.series)
            and (not self.years or entry.identity.year in self.years)
            and (not self.states or bool(self.states & entry.states))
            and (not self.statuses or entry.status.value in self.statuses)
        )


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """By date and number, the newest first; before them those without a date, by file.

    What has no date is what somebody is working on.
    """

    def key(entry: Entry) -> tuple[object, ...]:
        number, variant, day = entry.identity.number, entry.identity.variant, entry.identity.issued
        if day is None:
            return 0, 0, 0, "", str(entry.path)
        return 1, -day.toordinal(), -(number or 0), str(variant or ""), str(entry.path)

    return sorted(entries, key=key)
