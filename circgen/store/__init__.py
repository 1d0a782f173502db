"""The output folder: same bytes, nothing lost.

A file is written only if its content changes, appears whole or not at all, and never together with
an older edition of its circular. A file that somebody edited is not overwritten: circgen knows its
own by the ledger in the hidden folder `.circgen`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from circgen.findings import Finding, FindingsError, Level, Location
from circgen.store.ledger import Ledger, fold
from circgen.store.locks import exclusive, owner_file
from circgen.store.owners import Owners
from circgen.store.states import HOME, State, ledger_of, state_of
from circgen.store.transaction import Change, Transaction, backup_path

__all__ = ["Outcome", "Store"]

# What Windows allows in no file name, refused everywhere: a letter is sent to people who use it.
NOT_IN_NAMES = re.compile(r'^\.|[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]|[. ]$')


class Outcome(NamedTuple):
    """What became of the editions of one circular.

    `kept` are files of an issued circular that would now come out differently and were left alone.
    `backups` are the files that were replaced by force, under their new names. With a finding of
    level error nothing was written.
    """

    written: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    backups: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()


class _Plan(NamedTuple):
    """What is to become of the editions of one circular."""

    unchanged: tuple[Path, ...]
    kept: tuple[Path, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


class Store:
    """A folder into which one run writes editions: `with Store(folder) as store`.

    One process at a time; another one waits. Entering makes the folder and puts right what a
    killed run has left; it raises FindingsError if the folder cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._home = folder / HOME
        self._there: set[str] = set()
        self._ledger: Ledger | None = None
        self._transaction: Transaction | None = None
        self._held = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            try:
                self._home.mkdir(parents=True, exist_ok=True)
                stack.enter_context(exclusive(self._home / "lock"))
                self._ledger = ledger_of(self._folder)
                self._there = set(os.listdir(self._folder))  # noqa: PTH208  names are enough
                self.owners = Owners(self._folder, self._home / "owners")
                self._transaction = Transaction(self._folder, self._home, self._ledger)
                self._transaction.settle()
                self._ledger.compact(self._folder)
            except OSError as error:
                raise FindingsError(
                    Finding(
                        Location(str(error.filename or self._folder)),
                        "write",
                        f"{self._folder}: the folder cannot be written to: {_reason(error)}",
                        "choose another folder, or allow writing to this one",
                    )
                ) from error
            self._held = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._held:
            if self._transaction is not None:
                with suppress(OSError):  # what cannot be settled now, the next run settles
                    self._transaction.settle()
            self._ledger = self._transaction = None

    def write(
        self, editions: Mapping[str, bytes], *, force: bool = False, keep_issued: bool = False
    ) -> Outcome:
        """Write all editions of one circular (file name to content), or none.

        What stops it is in the findings: `edited` (not with `force`, which keeps a backup),
        `locked` (open in Word or LibreOffice), `write` (everything else). With `keep_issued`,
        for a circular that has gone out, files that exist are left alone; together with `force`
        they are replaced, and each has a backup.
        """
        if self._ledger is None or self._transaction is None:
            raise RuntimeError("write is called inside `with Store(folder) as store`")
        plan = self._plan(editions, self._ledger, force=force, keep_issued=keep_issued)
        left = Outcome((), plan.unchanged, plan.kept, (), plan.findings)
        if plan.findings:
            return left
        names = [change.name for change in plan.changes]
        try:
            self._ledger.append((path.name, editions[path.name]) for path in plan.unchanged)
            if not plan.changes:
                return left
            backups = self._transaction.prepare()
            self._transaction.replace(plan.changes)
        except OSError as error:
            return left._replace(findings=(self._failure(error, names),))
        written = tuple(self._folder / name for name in names)
        self._there.update(names)
        try:
            backups += self._transaction.finish(plan.changes)
        except OSError as error:
            return left._replace(written=written, backups=backups, findings=(self._late(error),))
        return left._replace(written=written, backups=backups)

    def _plan(
        self, editions: Mapping[str, bytes], ledger: Ledger, *, force: bool, keep_issued: bool
    ) -> _Plan:
        """Look at what is in the folder, and change nothing."""
        unchanged, kept, changes = [], [], []
        findings = list(self._misnamed(editions))
        for name, content in () if findings else editions.items():
            path = self._folder / name
            try:
                state = state_of(path, content, ledger)
                if state is State.SAME:
                    unchanged.append(path)
                elif state is State.ABSENT:
                    changes.append(Change(name, content))
                elif keep_issued and not force:
                    kept.append(path)
                else:
                    findings += self._hindrances(path, state, ledger, force=force)
                    backup = state is State.EDITED or keep_issued
                    if backup:
                        backup_path(path)  # its name may be too long: better to know now
                    changes.append(Change(name, content, replaces=True, backup=backup))
            except OSError as error:
                findings.append(self._failure(error, (name,)))
        if kept and changes:
            findings += [self._half_issued(change.name, kept[0].name) for change in changes]
        return _Plan(tuple(unchanged), tuple(kept), tuple(changes), tuple(findings))

    def _half_issued(self, name: str, other: str) -> Finding:
        """A letter beside those that went out would say something else than they do."""
        return Finding(
            Location(str(self._folder / name)),
            "issued",
            f"{name} cannot be written again as it was issued: {other} would come out differently",
            "put the issued file back, or name the circular with --force to write them all anew",
        )

    def names_of(self, circular: str) -> tuple[str, ...]:
        """The letters of a circular that circgen wrote into the folder, by name."""
        starts = (f"{circular}!", f"{circular}-")
        found = (name for name in self._there if name.startswith(starts))
        return tuple(sorted(name for name in found if self._ledger and self._ledger.names(name)))

    def _hindrances(
        self, path: Path, state: State, ledger: Ledger, *, force: bool
    ) -> Iterable[Finding]:
        """Why a file that exists must not be replaced."""
        location = Location(str(path))
        if state is State.EDITED and not force:
            yield Finding(
                location,
                "edited",
                f"{path.name} was edited after circgen wrote it"
                if ledger.names(path.name)
                else f"{path.name} is there already and was not written by circgen",
                "to keep it, rename it, run again and compare the two; to replace it, use --force, "
                "which keeps a backup beside it",
            )
        if path.is_symlink():
            yield Finding(
                location,
                "write",
                f"{path.name} cannot be written: it is a link to another file",
                "replace the link by the file it leads to, or remove it, and run again",
            )
        if owner := owner_file(path):
            yield Finding(
                location,
                "locked",
                f"{path.name} is open in another program",
                f"close it and run again; if it is open nowhere, remove {owner.name}",
            )

    def _misnamed(self, editions: Mapping[str, bytes]) -> Iterable[Finding]:
        """Names that cannot be files of one folder on every system."""
        taken: dict[str, str] = {}
        for name in editions:
            if not name or NOT_IN_NAMES.search(name):
                problem = "is not a file name on every system"
            elif taken.setdefault(fold(name), name) != name:
                problem = f"is the same file as {taken[fold(name)]} on many systems"
            else:
                continue
            yield Finding(
                Location(str(self._folder)), "write", f"{name!r} {problem}", "choose another name"
            )

    def _failure(self, error: OSError, names: Iterable[str]) -> Finding:
        """The finding for an error of the system while these files were being written."""
        # Staged and moved files have the name of the edition they belong to.
        name = Path(str(error.filename or "")).name
        path = self._folder / name
        if name not in names:
            path, name = self._folder, ", ".join(names)
        elif isinstance(error, PermissionError) and path.exists():
            return Finding(
                Location(str(path)),
                "locked",
                f"{name} is open in another program or write-protected",
                "close it, or allow writing, and run again",
            )
        return Finding(
            Location(str(path)),
            "write",
            f"{name} cannot be written: {_reason(error)}",
            "put that right and run again; nothing was changed",
        )

    def _late(self, error: OSError) -> Finding:
        """The finding for an error after all editions were written."""
        return Finding(
            Location(str(error.filename or self._folder)),
            "write",
            f"what was replaced is still in {HOME}: {_reason(error)}",
            "the next run puts it beside the new file",
            Level.WARNING,
        )


def _reason(error: OSError) -> str:
    """What the system says, without the number and the file."""
    return error.strerror or str(error)
