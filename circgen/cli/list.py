"""`circgen list`: where every circular stands."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from circgen.cli import completing
from circgen.cli.options import FactsFiles, Templates, facts_files, one_of, project_for, words_of
from circgen.cli.progress import progress
from circgen.cli.terminal import CannotRunError, is_terminal, tell

if TYPE_CHECKING:
    from circgen.listing.entries import Entry, Wanted
    from circgen.project import Project

_FORMATS = ("text", "json")
_YEAR = len("2025")


def list_(
    facts: FactsFiles = None,
    series: Annotated[
        str,
        typer.Option(
            help="Only circulars of these series.",
            metavar="SERIES",
            autocompletion=completing.series,
            show_default=False,
        ),
    ] = "",
    year: Annotated[
        str,
        typer.Option(
            help="Only those dated in these years, such as 2025,2026; without a date, the year of "
            "the first session counts.",
            metavar="YEARS",
            show_default=False,
        ),
    ] = "",
    state: Annotated[
        str,
        typer.Option(
            help="Only those with an edition that is complete, unconfirmed, stale or missing, or a "
            "file that is rendered, outdated, edited, unreadable or absent.",
            metavar="STATES",
            autocompletion=completing.states,
            show_default=False,
        ),
    ] = "",
    status: Annotated[
        str,
        typer.Option(
            help="Only those that are draft, ready, issued or broken.",
            metavar="STATUSES",
            autocompletion=completing.statuses,
            show_default=False,
        ),
    ] = "",
    format_: Annotated[
        str, typer.Option("--format", help="text or json.", metavar="FORMAT")
    ] = "text",
    out: Annotated[
        Path, typer.Option(help="The folder that was rendered to.", metavar="FOLDER")
    ] = Path("out"),
    templates: Templates = None,
) -> None:
    """List circulars, and where their editions and files stand.

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

    form = one_of("--format", format_, _FORMATS)
    project = project_for(templates, facts[0] if facts else None)
    wanted = _wanted(project, series, year, state, status)
    files = facts_files(facts or [], project)
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
    if form == "json":
        _print_objects(found)
    elif found:
        _print_table(found)
    else:
        typer.echo(_nothing(wanted, entries), err=True)
    sys.stdout.flush()


def _wanted(project: Project, series: str, year: str, state: str, status: str) -> Wanted:
    from circgen.listing.entries import EditionState, FileState, Status, Wanted

    states = [each.value for each in (*EditionState, *FileState)]
    years = [word.strip() for word in year.split(",") if word.strip()]
    for word in years:
        if not (word.isascii() and word.isdigit() and len(word) == _YEAR):
            raise CannotRunError(f"--year: `{word}` is not a year, such as 2025")
    return Wanted(
        frozenset(words_of("--series", series, tuple(project.series())) if series else ()),
        frozenset(map(int, years)),
        frozenset(words_of("--state", state, states) if state else ()),
        frozenset(words_of("--status", status, [each.value for each in Status]) if status else ()),
    )


def _nothing(wanted: Wanted, entries: list[Entry]) -> str:
    """That no circular is as wanted; if there is none of the year, of which years there are."""
    years = {entry.identity.year for entry in entries if entry.identity.year}
    if not wanted.years or wanted.years & years or not years:
        return "no such circular"
    return f"no such circular: there are some of {', '.join(map(str, sorted(years)))}"


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
    import json

    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))


def _print_table(entries: list[Entry]) -> None:
    from circgen.cli.tables import painted, plain

    if is_terminal(sys.stdout):
        painted(entries, colour=not os.environ.get("NO_COLOR"))
    else:
        typer.echo(plain(entries), nl=False)
