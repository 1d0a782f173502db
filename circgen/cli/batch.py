"""Writing many circulars into one folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from circgen.cli.named import full
from circgen.cli.printing import with_pdf
from circgen.cli.progress import progress
from circgen.cli.terminal import CannotRunError
from circgen.editions import Editions, Press
from circgen.findings import Finding, FindingsError, Location, own_mistake
from circgen.project import shown
from circgen.store import Store

if TYPE_CHECKING:
    from circgen.printing import Office

_PRINTED_AT_ONCE = 20
"""Circulars that wait for each other to be printed: LibreOffice takes long to start."""


class Order(NamedTuple):
    """What is to be written, and where."""

    paths: list[Path]
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    out: Path
    force: bool
    named: frozenset[Path]  # facts files that stand on the command line by themselves
    office: Office | None = None  # prints PDF, if any is wanted


class Batch:
    """Writes circulars into one folder and counts what became of their editions."""

    def __init__(self, press: Press, store: Store, *, force: bool) -> None:
        self._press, self._store, self._force = press, store, force
        self.made_from: dict[str, Path] = {}
        self.unchanged = self.kept = self.failed = 0

    def make(self, path: Path, order: Order) -> tuple[Editions | None, tuple[Finding, ...]]:
        """The editions of one circular, if there are any to write, or what is wrong with it."""
        named = full(path) in order.named
        try:
            editions = self._press.editions(
                path, order.languages, order.formats, skip_absent=not named
            )
        except FindingsError as error:
            self.failed += 1
            return None, error.findings
        except Exception as error:  # noqa: BLE001  the other circulars are written all the same
            self.failed += 1
            nothing = "no letter of this circular was written"
            return None, (own_mistake(error, shown(path), nothing),)
        if not editions.files and not editions.to_print:
            return None, ()
        if twice := self._made_already(path, editions.name):
            self.failed += 1
            return None, (twice,)
        self.made_from[editions.name] = path
        return editions, ()

    def write(self, path: Path, editions: Editions, order: Order) -> tuple[Finding, ...]:
        """Write the editions of one circular; what was wrong with it."""
        named = full(path) in order.named
        outcome = self._store.write(
            editions.files,
            force=order.force and (named or not editions.issued),
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


def write_all(press: Press, order: Order) -> Iterator[Finding]:
    """Write every circular; what was wrong with any of them."""
    try:
        with (
            Store(order.out) as store,
            progress(len(order.paths), quiet=sys.stdout.isatty()) as advance,
        ):
            batch = Batch(press, store, force=order.force)
            told: set[Finding] = set()
            for paths in _portions(order.paths, _PRINTED_AT_ONCE if order.office else 1):
                made: dict[Path, Editions] = {}
                for path in paths:
                    editions, findings = batch.make(path, order)
                    yield from findings
                    if editions:
                        made[path] = editions
                if order.office:
                    made, findings = with_pdf(made, order.office, press.library.project)
                    yield from (finding for finding in findings if finding not in told)
                    told.update(findings)
                for path, editions in made.items():
                    yield from batch.write(path, editions, order)
                for _ in paths:
                    advance()
    except FindingsError as error:
        yield from error.findings
        return
    if not batch.made_from and not batch.failed:
        wanted = ", ".join(order.languages)
        raise CannotRunError(f"--lang: no circular has an edition in {wanted}")
    batch.tell()


def _portions(paths: list[Path], size: int) -> Iterator[list[Path]]:
    rest = iter(paths)
    while portion := list(islice(rest, size)):
        yield portion
