"""`circgen list`: where every circular stands."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from circgen.cli import completing
from circgen.cli.options import Templates, facts_files, must_be_one_of, project_for, words_of
from circgen.cli.progress import progress
from circgen.cli.terminal import CannotRunError, is_terminal, tell

if TYPE_CHECKING:
    from circgen.listing.entries import Entry, Wanted
    from circgen.project import Project

_FORMATS = ("text", "json")


def list_(
    paths: Annotated[
        Optional[list[Path]],  # noqa: UP045  typer reads the annotation
        typer.Argument(
            help="Facts files or folders of them. Default: those of data/meetings/.",
            metavar="[PATH]...",
            autocompletion=completing.circulars,
            show_default=False,
        ),
    ] = None,
    series: Annotated[
        str,
        typer.Option(
            help="Only circulars of these series.",
            autocompletion=completing.series,
            show_default=False,
        ),
    ] = "",
    year: Annotated[
        str,
        typer.Option(
            help="Only those dated in these years, such as 2025,2026; without a date, the year of "
            "the first session counts.",
            show_default=False,
        ),
    ] = "",
    state: Annotated[
        str,
        typer.Option(
            help="Only those with an edition that is complete, unconfirmed, stale or missing, or a "
            "file that is rendered, outdated, edited or absent.",
            autocompletion=completing.states,
            show_default=False,
        ),
    ] = "",
    status: Annotated[
        str,
        typer.Option(
            help="Only those that are draft, ready, issued or broken.",
            autocompletion=completing.statuses,
            show_default=False,
        ),
    ] = "",
    format_: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    out: Annotated[Path, typer.Option(help="The folder that was rendered to.")] = Path("out"),
    templates: Templates = None,
) -> None:
    """List circulars: number, date, title, and where their editions and files stand.

    Those without a date come first, then the newest. A facts file that cannot be read has a line
    that says why. Nothing is written.

    \b
    Examples:
      circgen list
      circgen list --year 2025 --state stale,edited --format json
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    from circgen.library import Library
    from circgen.listing.entries import newest_first
    from circgen.listing.lister import Lister

    must_be_one_of("--format", format_, _FORMATS)
    project = project_for(templates, paths[0] if paths else None)
    wanted = _wanted(project, series, year, state, status)
    files = facts_files(paths or [], project)
    lister = Lister(Library(project), out)
    if broken := lister.broken():
        tell(broken)
        raise typer.Exit(1)
    entries = []
    with progress(len(files)) as advance:
        for entry in lister.entries(files):
            entries.append(entry)
            advance()
    found = newest_first(filter(wanted.has, entries))
    if format_ == "json":
        _print_objects(found)
    elif found:
        _print_table(found)
    else:
        typer.echo("no such circular", err=True)
    sys.stdout.flush()


def _wanted(project: Project, series: str, year: str, state: str, status: str) -> Wanted:
    from circgen.listing.entries import EditionState, FileState, Status, Wanted

    states = [each.value for each in (*EditionState, *FileState)]
    years = [word.strip() for word in year.split(",") if word.strip()]
    for word in years:
        if not (word.isascii() and word.isdigit()):
            raise CannotRunError(f"--year: `{word}` is not a year")
    return Wanted(
        frozenset(words_of("--series", series, tuple(project.series())) if series else ()),
        frozenset(map(int, years)),
        frozenset(words_of("--state", state, states) if state else ()),
        frozenset(words_of("--status", status, [each.value for each in Status]) if status else ()),
    )


def _print_objects(entries: list[Entry]) -> None:
    from circgen.project import shown
    from circgen.report.objects import finding_object

    found = []
    for entry in entries:
        what = entry.identity
        editions = [{"language": each.language, "state": each.state} for each in entry.editions]
        letters = [
            {
                "path": each.path.as_posix(),
                "language": each.language,
                "format": each.format,
                "state": each.state,
            }
            for each in entry.letters
        ]
        found.append(
            {
                "file": shown(entry.path),
                "status": entry.status,
                "series": what.series,
                "kind": what.kind,
                "number": what.number,
                "variant": str(what.variant) if what.variant else None,
                "study_period": str(what.study_period) if what.study_period else None,
                "issued": what.issued.isoformat() if what.issued else None,
                "title": entry.title or None,
                "editions": editions,
                "files": letters,
                "findings": [finding_object(each) for each in entry.findings],
            }
        )
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))


def _print_table(entries: list[Entry]) -> None:
    from circgen.cli.tables import painted, plain

    if is_terminal(sys.stdout):
        painted(entries, colour=not os.environ.get("NO_COLOR"))
    else:
        typer.echo(plain(entries), nl=False)
