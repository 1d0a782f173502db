"""`circgen diff`: what changed between two versions of a circular."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from circgen.cli import completing
from circgen.cli.named import must_be_there
from circgen.cli.options import Templates, one_of, project_for
from circgen.cli.terminal import CannotRunError, is_terminal, tell

if TYPE_CHECKING:
    from circgen.versions.change import Comparison
    from circgen.versions.opening import Source

_FORMATS = ("text", "json")


def diff(
    old: Annotated[
        str,
        typer.Argument(
            help="A facts file or a document, or REV:PATH as in `git show`.",
            metavar="OLD",
            autocompletion=completing.circulars,
            show_default=False,
        ),
    ],
    new: Annotated[
        Optional[str],  # noqa: UP045  typer reads the annotation
        typer.Argument(
            help="The same of the new version. Without it, OLD is what the folder has now: a file "
            "is compared with HEAD, and REV:PATH with the file.",
            metavar="[NEW]",
            autocompletion=completing.circulars,
            show_default=False,
        ),
    ] = None,
    lang: Annotated[
        str,
        typer.Option(
            help="The language of two documents. Default: recognised.",
            metavar="LANGUAGE",
            autocompletion=completing.languages,
            show_default=False,
        ),
    ] = "",
    letters: Annotated[
        bool, typer.Option("--letters", help="Show the sentences that change, word by word.")
    ] = False,
    format_: Annotated[
        str, typer.Option("--format", help="text or json.", metavar="FORMAT")
    ] = "text",
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if anything changed, too.")
    ] = False,
    templates: Templates = None,
) -> None:
    """Tell what changed between two versions of a circular.

    Of facts files every change is said as a fact, with both places and the paragraphs of the
    letters that it changes, in each edition; of documents (.docx, .txt) every paragraph that is not
    what it was.

    \b
    Examples:
      circgen diff data/meetings/u4ssc-09.yaml
      circgen diff HEAD~5:data/meetings/u4ssc-09.yaml data/meetings/u4ssc-09.yaml --letters
      circgen diff sent/letter-E.docx letter-E.docx
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    from circgen.findings import FindingsError
    from circgen.versions.git import GitError

    form = one_of("--format", format_, _FORMATS)
    try:
        found = _compared(old, new, lang, templates)
    except GitError as error:
        raise CannotRunError(str(error)) from None
    except FindingsError as error:
        tell(error.findings)
        raise typer.Exit(1) from None
    _print(found, form, letters=letters)
    sys.stdout.flush()
    raise typer.Exit(1 if exit_code and not _is_same(found) else 0)


def _compared(old: str, new: str | None, lang: str, templates: Path | None) -> Comparison:
    from circgen.versions.opening import sources

    words = [word for word in (old, new) if word is not None]
    _must_be_versions(words, templates)
    found = sources(old, new)
    for source in found:
        if source.is_series:
            raise CannotRunError(
                f"{source.name} is a series: name a circular of it, what it inherits is compared"
            )
    if found[0].is_facts is not found[1].is_facts:
        raise CannotRunError(
            "one is a facts file, the other a document: `circgen compare --facts` compares these"
        )
    if not found[0].is_facts:
        return _documents(found, lang, templates)
    if lang:
        raise CannotRunError("--lang is for documents: a facts file has all languages")
    return _facts(found, templates)


def _must_be_versions(words: list[str], templates: Path | None) -> None:
    """Refuse what is neither a file nor REV:PATH."""
    from circgen.versions.git import revised
    from circgen.versions.opening import revision_alone

    paths = [Path(word) for word in words if not revised(word)]
    for path in paths:
        if not path.suffix and not path.exists() and (start := revision_alone(str(path))):
            file = next((word for word in words if Path(word).is_file()), "PATH")
            raise CannotRunError(f"{path} is a revision: name its file, too: {start}{file}")
    must_be_there(paths, project_for(templates, *paths[:1]), folders=False)


def _facts(found: tuple[Source, Source], templates: Path | None) -> Comparison:
    from circgen.library import Library
    from circgen.versions.composing import compare
    from circgen.versions.opening import opened

    project = project_for(templates, next((s.path for s in found if not s.revised), None))
    library = Library(project)
    with ExitStack() as stack:
        versions = [stack.enter_context(opened(each, templates, library)) for each in found]
        return compare(versions[0], versions[1])


def _documents(found: tuple[Source, Source], lang: str, templates: Path | None) -> Comparison:
    from circgen.library import Library
    from circgen.proofreading import Proofreader
    from circgen.versions.documents import compare_documents

    project = project_for(templates, next((s.path for s in found if not s.revised), None))
    if lang:
        lang = one_of("--lang", lang, tuple(project.packs()))
    proofreader = Proofreader(Library(project))
    data = [each.data() for each in found]
    sides = [
        proofreader.side_of(content, each.name, lang)
        for content, each in zip(data, found, strict=True)
    ]
    languages = [side.letter.language for side in sides]
    if languages[0] != languages[1]:
        raise CannotRunError(
            f"the documents are in `{languages[0]}` and `{languages[1]}`: `circgen compare` "
            "compares languages"
        )
    tell(finding for side in sides for finding in side.letter.findings)
    names = (found[0].name, found[1].name)
    return compare_documents(sides[0], sides[1], names, is_same=data[0] == data[1])


def _print(found: Comparison, form: str, *, letters: bool) -> None:
    from circgen.report import coloured, plain

    if form == "json":
        from circgen.versions.objects import objects

        typer.echo(objects(found), nl=False)
        return
    from circgen.versions.text import told

    colour = is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")
    typer.echo(told(found, coloured if colour else plain, letters=letters), nl=False)


def _is_same(found: Comparison) -> bool:
    """Whether nothing changed that anybody reads."""
    return not found.changes and not any(edition.how for edition in found.editions)
