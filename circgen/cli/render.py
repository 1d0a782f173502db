"""`circgen render`: facts files become letters."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

if TYPE_CHECKING:
    from circgen.editions import Editions, Press
    from circgen.findings import Finding
    from circgen.project import Project
    from circgen.store import Outcome, Store

# Below this many circulars there is nothing to wait for.
_WORTH_A_BAR = 10


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

    Examples:
      circgen render

      circgen render data/meetings/u4ssc-09.yaml --lang ru --format txt --stdout
    """
    try:
        found = _run(facts or [], lang, format_, out, templates, force=force, to_stdout=to_stdout)
    except _CannotRunError as error:
        typer.echo(f"circgen: {error}", err=True)
        raise typer.Exit(2) from None
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
    from circgen.findings import FindingsError
    from circgen.library import Library
    from circgen.project import find_project

    if templates is not None and not templates.is_dir():
        raise _CannotRunError(f"--templates: {templates} is not a folder")
    project = find_project(Path.cwd(), templates, facts[0] if facts else None)
    paths = _paths(facts, project)
    formats = _words("--format", "txt" if to_stdout else format_, ("docx", "txt"))
    languages = _words("--lang", lang, tuple(project.packs())) if lang else ()
    press = Press(Library(project))
    try:
        press.library.packs  # noqa: B018  a broken pack concerns all circulars: say it once
    except FindingsError as error:
        return _tell(error.findings)
    if to_stdout:
        return _print_one(press, paths, languages)
    findings = list(_write_all(press, paths, languages, formats, out, named=facts, force=force))
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
    paths: list[Path] = []
    for path in facts:
        paths += sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    if facts and not paths:
        raise _CannotRunError(f"no facts files (*.yaml) in {', '.join(map(str, facts))}")
    paths = paths or project.meetings()
    if not paths:
        raise _CannotRunError(
            "no facts files: there is no data/meetings/ here or above, and none was named"
        )
    return list(dict.fromkeys(paths))


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
    sys.stdout.write(next(iter(editions.files.values())).decode())
    return False


def _write_all(
    press: Press,
    paths: list[Path],
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    out: Path,
    *,
    named: list[Path],
    force: bool,
) -> Iterator[Finding]:
    """Write every circular; what was wrong with any of them."""
    from circgen.findings import Finding, FindingsError, Location
    from circgen.project import shown
    from circgen.store import Store

    names: dict[str, Path] = {}
    counts = {"unchanged": 0, "kept": 0}
    try:
        with Store(out) as store, _progress(len(paths)) as advance:
            for path in paths:
                try:
                    editions = press.editions(path, languages, formats, skip_absent=not named)
                except FindingsError as error:
                    yield from error.findings
                    continue
                finally:
                    advance()
                twice = {name: names[name] for name in editions.files if name in names}
                if twice:
                    name, other = next(iter(twice.items()))
                    yield Finding(
                        Location(shown(path)),
                        "duplicate-number",
                        f"{name} was already made from {shown(other)}",
                        "give one of them another `number`, `variant` or `study_period`",
                    )
                    continue
                names.update(dict.fromkeys(editions.files, path))
                if not editions.files:
                    continue
                outcome = _write(store, editions, force=force, named=path in named)
                yield from outcome.findings
                for written in outcome.written:
                    typer.echo(shown(written))
                for backup in outcome.backups:
                    typer.echo(f"kept the edited file as {shown(backup)}", err=True)
                counts["unchanged"] += len(outcome.unchanged)
                counts["kept"] += len(outcome.kept)
    except FindingsError as error:
        yield from error.findings
    if languages and not named and not names:
        raise _CannotRunError(f"--lang: no circular has an edition in {', '.join(languages)}")
    if counts["unchanged"]:
        typer.echo(f"{counts['unchanged']} unchanged", err=True)
    if counts["kept"]:
        typer.echo(
            f"{counts['kept']} of issued circulars left as they are, although they would now come "
            "out differently (name the circular with --force to replace them)",
            err=True,
        )


def _write(store: Store, editions: Editions, *, force: bool, named: bool) -> Outcome:
    issued = editions.issued
    return store.write(editions.files, force=force and (named or not issued), keep_issued=issued)


def _tell(findings: Iterable[Finding]) -> bool:
    """Print findings; whether one of them is an error."""
    from circgen.findings import has_errors
    from circgen.report import coloured, plain, report

    found = list(findings)
    colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    typer.echo(report(found, coloured if colour else plain), err=True, nl=False)
    return has_errors(found)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], object]]:
    """A bar on a terminal, when there is something to wait for."""
    if total < _WORTH_A_BAR or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("circulars", total=total)
        yield lambda: progress.advance(task)
