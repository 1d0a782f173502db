"""`circgen extract`: a draft of a facts file from finished circulars."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from circgen.cli.named import must_be_there
from circgen.cli.options import LanguageOfEach, Templates, language_of_each, project_for
from circgen.cli.terminal import CannotRunError, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from circgen.extraction.draft import Draft
    from circgen.extraction.periods import Period
    from circgen.library import Library
    from circgen.project import Project
    from circgen.proofreading import Proofreader


def extract(
    documents: Annotated[
        list[Path],
        typer.Argument(
            help="Documents (.docx, .txt): one circular, in one language or several.",
            metavar="DOCUMENT...",
            readable=False,
            show_default=False,
        ),
    ],
    lang: LanguageOfEach = "",
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
    templates: Templates = None,
) -> None:
    """Draft a facts file from a finished circular.

    Each value has its place in the document behind it; what was not found is marked. Where
    languages disagree, and what could not be taken over, is said on standard error. A letter that
    announces no meeting gets its head, its addressees and its texts only.

    \b
    Examples:
      circgen extract letter-E.docx letter-R.docx --output data/meetings/u4ssc-09.yaml
      circgen extract old-letter.txt
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    from circgen.findings import FindingsError

    if output is not None:
        _must_be_free(output, documents, force=force)
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


def _must_be_free(output: Path, documents: list[Path], *, force: bool) -> None:
    """Refuse to write over what is there, and over a document in any case."""
    if output.is_dir():
        raise CannotRunError(f"--output: {output} is a folder: name a file in it")
    if output.exists() and any(path.exists() and output.samefile(path) for path in documents):
        raise CannotRunError(f"--output: {output} is a document to be read: name another file")
    if output.exists() and not force:
        raise CannotRunError(f"--output: {output} is there: name another file, or say --force")


def _draft(documents: list[Path], lang: str, project: Project) -> Draft:
    from circgen.extraction.draft import draft
    from circgen.findings import Finding, FindingsError
    from circgen.library import Library
    from circgen.proofreading import Proofreader

    must_be_there(documents, project, folders=False)
    languages = language_of_each(lang, tuple(project.packs()), len(documents))
    library = Library(project)
    proofreader = Proofreader(library)
    sides, findings = [], list[Finding]()
    for path, language in zip(documents, languages, strict=True):
        try:
            _must_be_a_document(path)
            sides.append(proofreader.side(path, language))
        except FindingsError as error:
            findings += error.findings
    if findings:
        raise FindingsError(*findings)
    if lang:
        _must_be_in(languages, documents, proofreader)
    return draft(sides, library, _periods(library, project))


def _must_be_a_document(path: Path) -> None:
    """Refuse a facts file, in which no letter can be found."""
    from circgen.findings import Finding, FindingsError, Location
    from circgen.project import shown

    if path.suffix.casefold() in {".yaml", ".yml"}:
        problem = f"`{shown(path)}` is a YAML file, no letter"
        help_text = "name a finished letter (.docx or .txt); of facts, `circgen render` makes one"
        raise FindingsError(Finding(Location(shown(path)), "no-circular", problem, help_text))


def _must_be_in(languages: Sequence[str], documents: list[Path], proofreader: Proofreader) -> None:
    """Refuse a language in which a document clearly isn't: two may have been exchanged."""
    from circgen.findings import FindingsError

    wrong = []
    for path, language in zip(documents, languages, strict=True):
        try:
            own = proofreader.side(path).letter.language
        except FindingsError:
            continue  # it cannot be told: what the option says holds
        if own != language:
            wrong.append(f"{path} is in `{own}`, not in `{language}`")
    if wrong:
        told = "; ".join(wrong)
        raise CannotRunError(f"--lang: {told}: name the languages in the order of the documents")


def _periods(library: Library, project: Project) -> Iterator[Period]:
    """The study periods that the project's own circulars state."""
    from circgen.extraction.periods import Period
    from circgen.facts.parsers import parse_years
    from circgen.facts.source import Scalar
    from circgen.facts.trees import parse
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
