"""`circgen check`: whether facts, words and style of a project hold."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from circgen.cli import completing
from circgen.cli.named import must_be_there
from circgen.cli.options import Strict, Templates, one_of, project_for, rule_of
from circgen.cli.progress import progress
from circgen.cli.terminal import CannotRunError, print_overview

if TYPE_CHECKING:
    from circgen.project import Project
    from circgen.survey import Scope, Wanted


def check(
    paths: Annotated[
        Optional[list[Path]],  # noqa: UP045  typer reads the annotation
        typer.Argument(
            help="Facts files, series, templates, or folders of them. Default: the whole project.",
            metavar="[PATH]...",
            readable=False,
            autocompletion=completing.circulars,
            show_default=False,
        ),
    ] = None,
    select: Annotated[
        str,
        typer.Option(
            help="Only what these rules find, such as overlap,stale.",
            metavar="RULES",
            autocompletion=completing.rules,
            show_default=False,
        ),
    ] = "",
    ignore: Annotated[
        str,
        typer.Option(
            help="All but what these rules find.",
            metavar="RULES",
            autocompletion=completing.rules,
            show_default=False,
        ),
    ] = "",
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Mend typography first, and show the changes; never facts."),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help="Only show what --fix would change; nothing is written. Exit with 1 if there is "
            "anything.",
        ),
    ] = False,
    baseline: Annotated[
        bool, typer.Option(help="Leave out what `circgen baseline` has written down as known.")
    ] = True,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            help="text, json, github or sarif. Default: text, or github in GitHub Actions.",
            metavar="FORMAT",
            show_default=False,
        ),
    ] = "",
    strict: Strict = False,
    templates: Templates = None,
) -> None:
    """Check a project: facts, words and style, in all languages alike.

    Every circular is rendered in memory, its editions are read and compared with each other.
    Findings go to standard output; without --fix nothing is written. `circgen rules` lists what is
    looked for.

    \b
    Examples:
      circgen check
      circgen check data/meetings/u4ssc-09.yaml --format json
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    rules = select, ignore
    mending = (fix or diff, fix and not diff)
    failed = _run(
        tuple(paths or ()), format_, rules, templates, mending, strict=strict, baseline=baseline
    )
    sys.stdout.flush()
    raise typer.Exit(1 if failed else 0)


def _run(
    paths: tuple[Path, ...],
    format_: str,
    rules: tuple[str, str],
    templates: Path | None,
    mending: tuple[bool, bool],
    *,
    strict: bool,
    baseline: bool,
) -> bool:
    """Whether an error was found, or with `strict` anything.

    `mending`: whether typography is mended first, and whether files are changed by that.
    """
    from circgen.findings import has_errors
    from circgen.report import FORMATS, Hidden
    from circgen.silencing import Run, settle
    from circgen.silencing.baseline import path_of
    from circgen.survey import survey

    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    form = one_of("--format", format_ or ("github" if in_actions else "text"), FORMATS)
    project = project_for(templates, paths[0] if paths else None)
    wanted = _wanted(*rules)
    scope = _scope(project, paths)
    mends, writes = mending
    if mends:
        from circgen.cli.fix import fix

        would_change = fix(project, scope, wanted, write=writes)
        if not writes:
            return would_change
    with progress(len(scope.meetings)) as advance:
        run = Run(project, scope, wanted, survey(project, scope, wanted, advance))
    left = settle(run, path_of(project) if baseline else None)
    print_overview(left.findings, form, Hidden(left.silenced, left.known))
    return bool(left.findings) if strict else has_errors(left.findings)


def _scope(project: Project, paths: tuple[Path, ...]) -> Scope:
    from circgen.project import SHIPPED
    from circgen.survey import scope_of

    is_ours = project.own_data is not None or project.templates != SHIPPED / "templates"
    if not paths and not is_ours:
        raise CannotRunError("nothing to check: there is no project here or above")
    must_be_there(paths, project)
    try:
        scope = scope_of(project, paths)
    except ValueError as error:
        raise CannotRunError(
            f"{error}: nothing to check: name facts files (*.yaml), templates, or their folders"
        ) from None
    if not scope.meetings and not scope.kinds:
        raise CannotRunError("nothing to check: there is no project here or above")
    return scope


def _wanted(select: str, ignore: str) -> Wanted:
    from circgen.survey import Wanted

    chosen = (
        frozenset(rule_of(word, option) for word in value.split(",") if word.strip())
        for option, value in (("--select", select), ("--ignore", ignore))
    )
    return Wanted(*chosen)
