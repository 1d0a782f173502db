"""`circgen confirm`: somebody who knows both languages says that translations fit."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from circgen.cli import completing
from circgen.cli.named import must_be_there
from circgen.cli.options import Templates, project_for, words_of
from circgen.cli.terminal import CannotRunError, is_terminal, tell

if TYPE_CHECKING:
    from circgen.confirming import Due, Plan


def confirm(
    paths: Annotated[
        Optional[list[Path]],  # noqa: UP045  typer reads the annotation
        typer.Argument(
            help="Facts files, series, templates, annexes, or folders of them.",
            metavar="[PATH]...",
            readable=False,
            autocompletion=completing.circulars,
            show_default=False,
        ),
    ] = None,
    lang: Annotated[
        str,
        typer.Option(
            help="The languages of the translations, such as ru,fr.",
            metavar="LANGUAGES",
            autocompletion=completing.languages,
            show_default=False,
        ),
    ] = "",
    templates: Templates = None,
) -> None:
    """Confirm that translations say what their sources say.

    Without a PATH nothing is confirmed: what would be is listed. With one, all translations in
    these files are confirmed as they stand today, and `circgen check` tells when their sources
    change. What is confirmed is kept in data/confirmed/, a file for each language, to be committed
    with the texts. When all of a project is confirmed, entries of texts that are gone are dropped.

    \b
    Examples:
      circgen confirm --lang ru
      circgen confirm data/meetings/u4ssc-09.yaml --lang ru
      circgen confirm data templates --lang ru
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    failed = _run(tuple(paths or ()), lang, templates)
    sys.stdout.flush()
    raise typer.Exit(1 if failed else 0)


def _run(paths: tuple[Path, ...], lang: str, templates: Path | None) -> bool:
    """Whether an error was found."""
    from circgen.confirming import plans
    from circgen.store.whole import replace

    project = project_for(templates, paths[0] if paths else None)
    if project.own_data is None:
        raise CannotRunError("there is no project here or above: confirmations are kept in data/")
    must_be_there(paths, project)
    if paths and not lang:
        raise CannotRunError("--lang: name the languages whose translations you have compared")
    known = tuple(project.packs())
    languages = words_of("--lang", lang, known) if lang else known
    try:
        found, findings = plans(project, paths, languages)
    except ValueError as error:
        raise CannotRunError(
            f"{error}: nothing to confirm: name facts files (*.yaml), templates, or their folders"
        ) from None
    if not paths:
        _print_due([due for plan in found for due in plan.due])
        typer.echo(_invitation(found))
        return tell(findings)
    if findings:
        failed = tell(findings)
        typer.echo("nothing was confirmed", err=True)
        return failed
    for plan in found:
        if plan.due or plan.dropped:
            replace(plan.lock, plan.content.encode())
        _print_due(plan.due)
        typer.echo(_outcome(plan))
    return False


def _print_due(found: list[Due] | tuple[Due, ...]) -> None:
    """The translations in the order of their places, by file; of what was changed, how."""
    from circgen.report.quoting import visible

    ordered = sorted(found, key=lambda due: (due.translation.at, due.translation.language))
    for file, dues in groupby(ordered, lambda due: due.translation.at.file):
        typer.echo(visible(file))
        for due in dues:
            for line in _lines(due):
                typer.echo(f"  {line}")
        typer.echo()


def _lines(due: Due) -> Iterator[str]:
    from circgen.report import coloured, plain
    from circgen.report.differences import difference

    each = due.translation
    what = f"{each.at.line}:{each.at.column}  {each.name} ({each.language})"
    if not due.then:
        yield f"{what}: not confirmed yet"
        return
    paint = coloured if is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") else plain
    yield f"{what}: confirmed against other words ({each.source.language})"
    yield f"    {difference(due.then.words, each.source_words, paint)}"


def _invitation(found: tuple[Plan, ...]) -> str:
    languages = [plan.language for plan in found if plan.due]
    if not languages:
        return "nothing to confirm"
    count = sum(len(plan.due) for plan in found)
    texts = f"{count} translation{'s' * (count > 1)} to confirm"
    return f"{texts}: compare, then `circgen confirm PATH --lang {','.join(languages)}`"


def _outcome(plan: Plan) -> str:
    from circgen.project import shown

    dropped = f", {plan.dropped} dropped that no text uses" if plan.dropped else ""
    return f"{shown(plan.lock)}: {len(plan.due) or 'nothing'} confirmed{dropped}"
