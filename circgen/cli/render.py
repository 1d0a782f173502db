"""`circgen render`: facts files become letters."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, Optional

import typer

if TYPE_CHECKING:
    from circgen.editions import Editions, Press
    from circgen.findings import Finding
    from circgen.project import Project
    from circgen.store import Store

# Below this many circulars there is nothing to wait for.
_WORTH_A_BAR = 10


class _Order(NamedTuple):
    """What is to be written, and where."""

    paths: list[Path]
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    out: Path
    force: bool
    named: frozenset[Path]  # facts files that stand on the command line by themselves


class _CannotRunError(Exception):
    """The command line asks for something that isn't possible; exit code 2."""


def render(
    facts: Annotated[
        Optional[list[Path]],  # noqa: UP045  typer reads the annotation
        typer.Argument(
            help="Facts files, or folders of them. Default: all of data/meetings/.",
            metavar="[FACTS]...",
            show_default=False,
        ),
    ] = None,
    lang: Annotated[
        str,
        typer.Option(help="Languages, such as en,ru. Default: the editions that the file states."),
    ] = "",
    format_: Annotated[
        str, typer.Option("--format", help="Formats: docx, txt, or both.")
    ] = "docx,txt",
    out: Annotated[Path, typer.Option(help="The folder to write to.")] = Path("out"),
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help="Replace files that were edited by hand, keeping a backup beside them; and, "
            "where they are named, those of issued circulars.",
        ),
    ] = False,
    to_stdout: Annotated[
        bool, typer.Option("--stdout", help="Print one text edition and write no file.")
    ] = False,
    templates: Annotated[
        Optional[Path],  # noqa: UP045  typer reads the annotation
        typer.Option(help="The folder of layouts, letterhead and languages.", show_default=False),
    ] = None,
) -> None:
    """Render circulars as DOCX and text.

    All editions of a circular are written, or none of them. The names of the files that were
    written go to standard output, one a line.

    \b
    Examples:
      circgen render
      circgen render data/meetings/u4ssc-09.yaml --lang ru --stdout
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    try:
        found = _run(facts or [], lang, format_, out, templates, force=force, to_stdout=to_stdout)
    except _CannotRunError as error:
        typer.echo(f"circgen: {error}", err=True)
        raise typer.Exit(2) from None
    sys.stdout.flush()  # what cannot be written is said here, not at the very end
    raise typer.Exit(1 if found else 0)


def _run(
    facts: list[Path],
    lang: str,
    format_: str,
    out: Path,
    templates: Path | None,
    *,
    force: bool,
    to_stdout: bool,
) -> bool:
    """Whether an error was found."""
    from circgen.editions import Press
    from circgen.filenames import FORMATS
    from circgen.findings import FindingsError
    from circgen.library import Library
    from circgen.project import find_project

    if templates is not None and not templates.is_dir():
        raise _CannotRunError(f"--templates: {templates} is not a folder")
    project = find_project(Path.cwd(), templates, facts[0] if facts else None)
    paths = _paths(facts, project)
    formats = _words("--format", "txt" if to_stdout else format_, tuple(FORMATS))
    languages = _words("--lang", lang, tuple(project.packs())) if lang else ()
    press = Press(Library(project))
    try:
        press.library.packs  # noqa: B018  a broken pack concerns all circulars: say it once
    except FindingsError as error:
        return _tell(error.findings)
    if to_stdout:
        return _print_one(press, paths, languages)
    order = _Order(
        paths, languages, formats, out, force, frozenset(path.resolve() for path in facts)
    )
    findings = list(_write_all(press, order))
    return _tell(findings)


def _words(option: str, value: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(word.strip() for word in value.split(",") if word.strip()))
    for word in words:
        if word not in allowed:
            raise _CannotRunError(f"{option}: `{word}` is not one of {', '.join(allowed)}")
    if not words:
        raise _CannotRunError(f"{option}: name at least one of {', '.join(allowed)}")
    return words


def _paths(facts: list[Path], project: Project) -> list[Path]:
    from circgen.project import yaml_files

    paths: list[Path] = []
    for path in facts:
        paths += yaml_files(path) if path.is_dir() else [path]
    if facts and not paths:
        raise _CannotRunError(f"no facts files (*.yaml) in {', '.join(map(str, facts))}")
    paths = paths or project.meetings()
    if not paths:
        raise _CannotRunError(
            "no facts files: there is no data/meetings/ here or above, and none was named"
        )
    once: dict[Path, Path] = {}
    for path in paths:
        once.setdefault(path.resolve(), path)
    return list(once.values())


def _print_one(press: Press, paths: list[Path], languages: tuple[str, ...]) -> bool:
    from circgen.findings import FindingsError

    if len(paths) != 1:
        raise _CannotRunError(f"--stdout prints one edition, and these are {len(paths)} circulars")
    try:
        editions = press.editions(paths[0], languages, ("txt",))
    except FindingsError as error:
        return _tell(error.findings)
    if len(editions.files) != 1:
        known = ", ".join(editions.loaded.file.facts.editions)
        raise _CannotRunError(f"--stdout prints one edition: choose one of {known} with --lang")
    _tell(editions.findings)
    sys.stdout.write(next(iter(editions.files.values())).decode())
    return False


class _Batch:
    """Writes circulars into one folder and counts what became of their editions."""

    def __init__(self, press: Press, store: Store, *, force: bool) -> None:
        self._press, self._store, self._force = press, store, force
        self.made_from: dict[str, Path] = {}
        self.unchanged = self.kept = self.failed = 0

    def write(
        self, path: Path, languages: tuple[str, ...], formats: tuple[str, ...], *, named: bool
    ) -> tuple[Finding, ...]:
        """Write the editions of one circular; what was wrong with it."""
        from circgen.findings import FindingsError
        from circgen.project import shown

        try:
            editions = self._press.editions(path, languages, formats, skip_absent=not named)
        except FindingsError as error:
            self.failed += 1
            return error.findings
        if not editions.files:
            return ()
        if twice := self._made_already(path, editions.name):
            return (twice,)
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
        from circgen.findings import Finding, Location
        from circgen.project import shown

        other = self.made_from.setdefault(name, path)
        if other == path and not self._force:
            other = self._store.owners.other(name, path) or path
        if other == path:
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


def _write_all(press: Press, order: _Order) -> Iterator[Finding]:
    """Write every circular; what was wrong with any of them."""
    from circgen.findings import FindingsError
    from circgen.store import Store

    try:
        with Store(order.out) as store, _progress(len(order.paths)) as advance:
            batch = _Batch(press, store, force=order.force)
            for path in order.paths:
                named = path.resolve() in order.named
                yield from batch.write(path, order.languages, order.formats, named=named)
                advance()
    except FindingsError as error:
        yield from error.findings
        return
    if not batch.made_from and not batch.failed:
        wanted = ", ".join(order.languages)
        raise _CannotRunError(f"--lang: no circular has an edition in {wanted}")
    batch.tell()


def _tell(findings: Iterable[Finding]) -> bool:
    """Print findings; whether one of them is an error."""
    from circgen.findings import has_errors
    from circgen.report import coloured, plain, report

    found = list(findings)
    colour = _is_terminal() and not os.environ.get("NO_COLOR")
    typer.echo(report(found, coloured if colour else plain), err=True, nl=False)
    return has_errors(found)


def _is_terminal() -> bool:
    """Whether messages go to a terminal that knows colours and how to go back in a line."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], object]]:
    """A bar on a terminal, when there is something to wait for and no names of letters to see."""
    if total < _WORTH_A_BAR or not _is_terminal() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("circulars", total=total)
        yield lambda: progress.advance(task)
