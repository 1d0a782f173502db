"""`circgen compare`: whether finished documents say the same facts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from circgen.cli import completing
from circgen.cli.named import must_be_there
from circgen.cli.options import (
    LanguageOfEach,
    Strict,
    Templates,
    language_of_each,
    one_of,
    project_for,
)
from circgen.cli.terminal import CannotRunError, print_findings

if TYPE_CHECKING:
    from circgen.comparison.side import Side
    from circgen.findings import Finding
    from circgen.proofreading import Proofreader


def compare(
    documents: Annotated[
        list[Path],
        typer.Argument(
            help="Documents (.docx, .txt): the source first, then its translations.",
            metavar="SOURCE TARGET...",
            readable=False,
            show_default=False,
        ),
    ],
    facts: Annotated[
        Optional[Path],  # noqa: UP045  typer reads the annotation
        typer.Option(
            help="A facts file: compare every document with it, not with the first.",
            metavar="FILE",
            readable=False,
            autocompletion=completing.circulars,
            show_default=False,
        ),
    ] = None,
    lang: LanguageOfEach = "",
    format_: Annotated[
        str,
        typer.Option("--format", help="text, json, github or sarif.", metavar="FORMAT"),
    ] = "text",
    strict: Strict = False,
    templates: Templates = None,
) -> None:
    """Compare finished documents: do they say the same facts?

    Dates, hours, zones, numbers, names and addresses are compared by value, whatever the language;
    so are paragraphs, items and addressees. Findings go to standard output.

    \b
    Examples:
      circgen compare letter-E.docx letter-R.docx
      circgen compare --facts data/meetings/u4ssc-09.yaml letter-R.docx
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    failed = _run(documents, facts, lang, format_, templates, strict=strict)
    sys.stdout.flush()
    raise typer.Exit(1 if failed else 0)


def _run(
    documents: list[Path],
    facts: Path | None,
    lang: str,
    format_: str,
    templates: Path | None,
    *,
    strict: bool,
) -> bool:
    """Whether an error was found, or with `strict` anything."""
    from circgen.findings import FindingsError, has_errors
    from circgen.library import Library
    from circgen.proofreading import Proofreader
    from circgen.report import FORMATS

    form = one_of("--format", format_, FORMATS)
    if facts is None and len(documents) < 2:  # noqa: PLR2004
        raise CannotRunError("name two documents or more, or one with --facts")
    project = project_for(templates, facts or documents[0])
    must_be_there((*documents, *((facts,) if facts else ())), project, folders=False)
    languages = language_of_each(lang, tuple(project.packs()), len(documents))
    proofreader = Proofreader(Library(project))
    findings: list[Finding] = []
    sides: list[Side] = []
    try:
        for path, language in zip(documents, languages, strict=True):
            try:
                sides.append(proofreader.side(path, language))
            except FindingsError as error:
                findings += error.findings
        if len(sides) == len(documents):
            findings += _compared(proofreader, facts, sides)
    except FindingsError as error:
        findings += error.findings
    print_findings(findings, form)
    return bool(findings) if strict else has_errors(findings)


def _compared(proofreader: Proofreader, facts: Path | None, sides: list[Side]) -> list[Finding]:
    if facts is None:
        return list(proofreader.compare(sides[0], sides[1:]))
    return list(proofreader.against_facts(proofreader.library.load(facts), sides))
