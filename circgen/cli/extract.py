"""`circgen extract`: a draft of a facts file from finished circulars."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from circgen.cli import completing
from circgen.cli.options import Templates, must_be_one_of, project_for
from circgen.cli.terminal import CannotRunError, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from circgen.extraction.draft import Draft
    from circgen.extraction.periods import Period
    from circgen.library import Library
    from circgen.project import Project


def extract(
    documents: Annotated[
        list[Path],
        typer.Argument(
            help="Documents (.docx, .txt): one circular, in one language or several.",
            metavar="DOCUMENT...",
            show_default=False,
        ),
    ],
    output: Annotated[
        Optional[Path],  # noqa: UP045  typer reads the annotation
        typer.Option(
            help="The file to write. Default: standard output.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over the file of --output if it is there.")
    ] = False,
    lang: Annotated[
        str,
        typer.Option(
            help="The documents' languages in their order, such as en,ru. Default: recognised.",
            autocompletion=completing.languages,
        ),
    ] = "",
    templates: Templates = None,
) -> None:
    """Draft a facts file from a finished circular.

    Each value has its place in the document behind it; what was not found is marked. Where
    languages disagree, and what could not be taken over, is said on standard error.

    \b
    Examples:
      circgen extract letter-E.docx letter-R.docx --output data/meetings/u4ssc-09.yaml
      circgen extract old-letter.txt
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    from circgen.findings import FindingsError

    if output is not None and output.exists() and not force:
        raise CannotRunError(f"--output: {output} is there: name another file, or say --force")
    project = project_for(templates, documents[0])
    try:
        made = _draft(documents, lang, project)
    except FindingsError as error:
        tell(error.findings)
        raise typer.Exit(1) from None
    if output is None:
        typer.echo(made.text, nl=False)
    else:
        from circgen.store.whole import replace

        replace(output, made.text.encode())
    sys.stdout.flush()
    raise typer.Exit(1 if tell(made.findings) else 0)


def _draft(documents: list[Path], lang: str, project: Project) -> Draft:
    from circgen.extraction.draft import draft
    from circgen.findings import Finding, FindingsError
    from circgen.library import Library
    from circgen.proofreading import Proofreader

    languages = [word.strip() for word in lang.split(",")] if lang else [""] * len(documents)
    for language in filter(None, languages):
        must_be_one_of("--lang", language, tuple(project.packs()))
    if len(languages) != len(documents):
        raise CannotRunError(
            f"--lang: {len(languages)} languages for {len(documents)} documents: name one for each"
        )
    library = Library(project)
    proofreader = Proofreader(library)
    sides, findings = [], list[Finding]()
    for path, language in zip(documents, languages, strict=True):
        try:
            sides.append(proofreader.side(path, language))
        except FindingsError as error:
            findings += error.findings
    if findings:
        raise FindingsError(*findings)
    return draft(sides, library, _periods(library, project))


def _periods(library: Library, project: Project) -> Iterator[Period]:
    """The study periods that the project's own circulars state."""
    from circgen.extraction.periods import Period
    from circgen.facts.parsers import parse_years
    from circgen.facts.source import Scalar, parse
    from circgen.findings import FindingsError
    from circgen.project import shown

    for path in project.meetings():
        try:
            node = parse(library.read(path), shown(path)).get("study_period")
            if isinstance(node, Scalar):
                years = parse_years(node.text)
                yield Period(years.start, years.end, node.at)
        except (FindingsError, ValueError):
            continue  # `circgen check` says what is wrong with it
