"""`circgen render`: facts files become letters."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from circgen.cli import completing
from circgen.cli.named import full
from circgen.cli.options import FactsFiles, Templates, facts_files, project_for, words_of
from circgen.cli.terminal import CannotRunError, tell

if TYPE_CHECKING:
    from circgen.editions import Press


class Wanted(NamedTuple):
    """What is wanted besides: `--force`, `--stdout`, `--verify`."""

    force: bool
    to_stdout: bool
    verify: bool


def render(
    facts: FactsFiles = None,
    lang: Annotated[
        str,
        typer.Option(
            help="Languages, such as en,ru. Default: the editions that the file states.",
            metavar="LANGUAGES",
            autocompletion=completing.languages,
            show_default=False,
        ),
    ] = "",
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            help="docx, txt, pdf, or several of them. For pdf, LibreOffice must be installed.",
            metavar="FORMATS",
        ),
    ] = "docx,txt",
    out: Annotated[Path, typer.Option(help="The folder to write to.", metavar="FOLDER")] = Path(
        "out"
    ),
    to_stdout: Annotated[
        bool, typer.Option("--stdout", help="Print one text edition and write no file.")
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help="Replace files that were edited by hand, keeping a backup beside them; and, "
            "where they are named, those of issued circulars.",
        ),
    ] = False,
    verify: Annotated[
        bool,
        typer.Option(
            "--verify/--no-verify",
            help="Read every letter back and write it only if it says the facts.",
        ),
    ] = True,
    templates: Templates = None,
) -> None:
    """Render circulars as DOCX, text and PDF.

    All editions of a circular are written, or none of them. The names of the files that were
    written go to standard output, one a line.

    \b
    Examples:
      circgen render
      circgen render data/meetings/u4ssc-09.yaml --lang ru --stdout
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    wanted = Wanted(force=force, to_stdout=to_stdout, verify=verify)
    found = _run(facts or [], lang, format_, out, templates, wanted)
    sys.stdout.flush()  # what cannot be written is said here, not at the very end
    raise typer.Exit(1 if found else 0)


def _run(
    facts: list[Path],
    lang: str,
    format_: str,
    out: Path,
    templates: Path | None,
    wanted: Wanted,
) -> bool:
    """Whether an error was found."""
    from circgen.cli.batch import Order, write_all
    from circgen.cli.printing import installed
    from circgen.editions import Press
    from circgen.filenames import FORMATS
    from circgen.findings import FindingsError
    from circgen.library import Library

    project = project_for(templates, facts[0] if facts else None)
    paths = facts_files(facts, project)
    formats = words_of("--format", "txt" if wanted.to_stdout else format_, tuple(FORMATS))
    languages = words_of("--lang", lang, tuple(project.packs())) if lang else ()
    press = Press(Library(project), verify=wanted.verify)
    try:
        press.library.packs  # noqa: B018  a broken pack concerns all circulars: say it once
    except FindingsError as error:
        return tell(error.findings)
    if not wanted.verify:
        typer.echo("not read back (--no-verify): nobody has seen that they say the facts", err=True)
    if wanted.to_stdout:
        return _print_one(press, paths, languages)
    named = frozenset(map(full, facts))
    office = installed() if "pdf" in formats else None
    order = Order(paths, languages, formats, out, wanted.force, named, office)
    findings = list(write_all(press, order))
    return tell(findings)


def _print_one(press: Press, paths: list[Path], languages: tuple[str, ...]) -> bool:
    from circgen.findings import FindingsError

    if len(paths) != 1:
        raise CannotRunError(f"--stdout prints one edition, and these are {len(paths)} circulars")
    try:
        editions = press.editions(paths[0], languages, ("txt",))
    except FindingsError as error:
        return tell(error.findings)
    if len(editions.files) != 1:
        known = ", ".join(editions.loaded.file.facts.editions)
        raise CannotRunError(f"--stdout prints one edition: choose one of {known} with --lang")
    tell(editions.findings)
    sys.stdout.write(next(iter(editions.files.values())).decode())
    return False
