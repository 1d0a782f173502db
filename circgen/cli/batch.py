"""Writing many circulars into one folder."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import typer

from circgen.cli.progress import progress
from circgen.cli.terminal import CannotRunError
from circgen.editions import Editions, Press
from circgen.findings import Finding, FindingsError, Location
from circgen.project import shown
from circgen.store import Store


class Order(NamedTuple):
    """What is to be written, and where."""

    paths: list[Path]
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    out: Path
    force: bool
    named: frozenset[Path]  # facts files that stand on the command line by themselves


class Batch:
    """Writes circulars into one folder and counts what became of their editions."""

    def __init__(self, press: Press, store: Store, *, force: bool) -> None:
        self._press, self._store, self._force = press, store, force
        self.made_from: dict[str, Path] = {}
        self.unchanged = self.kept = self.failed = 0

    def write(
        self, path: Path, languages: tuple[str, ...], formats: tuple[str, ...], *, named: bool
    ) -> tuple[Finding, ...]:
        """Write the editions of one circular; what was wrong with it."""
        try:
            editions = self._press.editions(path, languages, formats, skip_absent=not named)
        except FindingsError as error:
            self.failed += 1
            return error.findings
        except Exception as error:  # noqa: BLE001  the other circulars are written all the same
            self.failed += 1
            return (_own_mistake(error, path),)
        if not editions.files:
            return ()
        if twice := self._made_already(path, editions.name):
            self.failed += 1
            return (twice,)
        self.made_from[editions.name] = path
        outcome = self._store.write(
            editions.files,
            force=self._force and (named or not editions.issued),
            keep_issued=editions.issued,
        )
        if outcome.written or outcome.unchanged:
            self._store.owners.note(editions.name, path)
        for written in outcome.written:
            typer.echo(shown(written))
        for backup in outcome.backups:
            typer.echo(f"kept the file that was there as {shown(backup)}", err=True)
        if outcome.written and (others := self._others(editions)):
            names = ", ".join(others)
            typer.echo(f"left as it was, for you did not ask for it: {names}", err=True)
        self.unchanged += len(outcome.unchanged)
        self.kept += len(outcome.kept)
        return (*editions.findings, *outcome.findings)

    def _others(self, editions: Editions) -> tuple[str, ...]:
        """Letters of the same circular that are there and were not asked for."""
        there = self._store.names_of(editions.name)
        return tuple(name for name in there if name not in editions.files)

    def _made_already(self, path: Path, name: str) -> Finding | None:
        """Two facts files for one circular: the second is not written, in this run or a later."""
        other = self.made_from.get(name)
        if other is None and not self._force:
            other = self._store.owners.other(name, path)
        if other is None:
            return None
        return Finding(
            Location(shown(path)),
            "duplicate-number",
            f"{name} was already made from {shown(other)}",
            "rename one of the files"
            if name.startswith("DRAFT-")
            else "give one of them another `number`, `variant` or `study_period`; if the other one "
            "no longer makes it, use --force",
        )

    def tell(self) -> None:
        """Say what was left as it is."""
        if self.unchanged:
            typer.echo(f"{self.unchanged} unchanged", err=True)
        if self.kept:
            typer.echo(
                f"{self.kept} of issued circulars left as they are, although they would now come "
                "out differently (name the circular with --force to replace them)",
                err=True,
            )


def _own_mistake(error: Exception, path: Path) -> Finding:
    """A mistake of circgen itself, with the line of its program where it happened."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    return Finding(
        Location(shown(path)),
        "internal",
        f"circgen itself went wrong: {type(error).__name__}: {error} ({place})",
        "no letter of this circular was written; please report it, with this file",
    )


def write_all(press: Press, order: Order) -> Iterator[Finding]:
    """Write every circular; what was wrong with any of them."""
    try:
        with (
            Store(order.out) as store,
            progress(len(order.paths), quiet=sys.stdout.isatty()) as advance,
        ):
            batch = Batch(press, store, force=order.force)
            for path in order.paths:
                named = path.resolve() in order.named
                yield from batch.write(path, order.languages, order.formats, named=named)
                advance()
    except FindingsError as error:
        yield from error.findings
        return
    if not batch.made_from and not batch.failed:
        wanted = ", ".join(order.languages)
        raise CannotRunError(f"--lang: no circular has an edition in {wanted}")
    batch.tell()
