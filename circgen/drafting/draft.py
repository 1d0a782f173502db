"""A facts file in the making: its text, and what it says so far."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from circgen.checks.subjects.sayings import origins
from circgen.drafting.archive import Archive, Offer
from circgen.drafting.sheet import Sheet
from circgen.facts.load import ALWAYS, BrokenFactsError
from circgen.facts.model import Facts, FactsFile
from circgen.facts.opening import opening
from circgen.facts.paths import type_at
from circgen.facts.schema import KEYS
from circgen.facts.types import Key, Type
from circgen.findings import Finding, FindingsError
from circgen.library import Library, read_bytes
from circgen.project import shown


class Draft:
    """The text of a new facts file, and what it says so far.

    `given` are answers by options; `original` and `before` are the earlier file that it begins
    with, if it does, and what that says. `conflicts` say which answers do not go together.
    """

    def __init__(
        self, archive: Archive, path: Path, sheet: Sheet, given: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.archive, self.path, self.sheet, self.given = archive, path, sheet, given
        self.original = sheet
        self.asked: set[str] = set()
        self.conflicts: tuple[Finding, ...] = ()
        self.library = Library(archive.library.project, self._bytes)
        self._content = b""
        self.before = self.read(sheet)[0].facts if sheet.blocks else Facts(())
        self.facts = self.before

    def _bytes(self, path: Path) -> bytes:
        return self._content if shown(path) == shown(self.path) else read_bytes(path)

    def read(self, sheet: Sheet) -> tuple[FactsFile, tuple[Finding, ...]]:
        """What a sheet says, and everything that is wrong with it."""
        self._content = sheet.text.encode()
        nothing = FactsFile(shown(self.path), Facts(()), {})
        try:
            return self.library.load(self.path).file, ()
        except BrokenFactsError as error:
            return error.file, error.findings
        except FindingsError as error:
            return nothing, error.findings

    @property
    def is_copy(self) -> bool:
        """Whether it began as a copy of an earlier file."""
        return bool(self.original.blocks)

    @property
    def series_file(self) -> str:
        """The name of the file of its series; empty if there is none."""
        path = self.library.project.series().get(self.facts.series or "")
        return shown(path) if path else ""

    @property
    def inherited(self) -> Mapping[str, object]:
        """What its series states, by key."""
        series = self.facts.series
        if not series or not self.series_file:
            return {}
        file = self.library.series(series)
        stated = (key for key in file.where if key in Facts._fields)
        return {key: getattr(file.facts, key) for key in stated}

    @property
    def keys(self) -> Mapping[str, Key]:
        """The keys that it may have."""
        if self.facts.kind not in self.library.project.layouts():
            return KEYS
        return {**KEYS, **self.library.kind(self.facts.kind).facts}

    @property
    def required(self) -> tuple[str, ...]:
        """The keys that must be stated, here or by the series."""
        kinds = self.library.project.layouts()
        own = self.library.kind(self.facts.kind).requires if self.facts.kind in kinds else ()
        return tuple(dict.fromkeys((*ALWAYS, *own)))

    def type_at(self, path: str) -> Type | None:
        """What may stand at `contact.tel`, or at a key; None if there is no such thing."""
        return type_at(path, self.keys)

    @property
    def language(self) -> str:
        """The language that texts are typed in: the one that others are translated from."""
        editions = self.facts.editions
        translated = origins(self.library.packs, editions) if editions else {}
        return next((code for code in editions if code not in translated), "")

    def has(self, key: str) -> bool:
        """Whether a key is stated, here or by the series."""
        return key in self.sheet.keys or key in self.inherited

    def deadline(self, what: str) -> Offer | None:
        """The last day by rule of a deadline of this name."""
        notice, first = self.library.notices.get(what), opening(self.facts)
        if notice is None or first is None:
            return None
        why = f"{notice} before" if notice.days or notice.months else "when it opens"
        return Offer(notice.before(first.day).isoformat(), why)
