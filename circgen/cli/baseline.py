"""`circgen baseline`: today's findings as known ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from circgen.cli.options import Templates, project_for
from circgen.cli.progress import progress
from circgen.cli.terminal import CannotRunError, tell


def baseline(
    output: Annotated[
        Optional[Path],  # noqa: UP045  typer reads the annotation
        typer.Option(
            help="The file to write. Default: data/baseline.json, which `circgen check` reads.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    templates: Templates = None,
) -> None:
    """Write down today's findings, so that only new ones are shown.

    An entry holds the file, the rule, the paragraph and the values of a finding, no line numbers.
    `circgen check` leaves out what is written down, and tells which entries are not found any more.
    What keeps a file from being read cannot be known: it is printed, and nothing is written.

    \b
    Examples:
      circgen baseline
      circgen baseline --output today.json
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    raise typer.Exit(0 if _write(output, templates) else 1)


def _write(output: Path | None, templates: Path | None) -> bool:
    """Whether all that is found can be known."""
    from circgen.project import shown
    from circgen.silencing import Run, settle
    from circgen.silencing.baseline import path_of, written
    from circgen.store.whole import replace
    from circgen.survey import Wanted, scope_of, survey

    project = project_for(templates)
    path = path_of(project)
    if path is None:
        raise CannotRunError("nothing to check: there is no project here or above")
    scope, wanted = scope_of(project, ()), Wanted()
    with progress(len(scope.meetings)) as advance:
        run = Run(project, scope, wanted, survey(project, scope, wanted, advance))
    findings = settle(run).findings
    known = [finding for finding in findings if run.may_be_hidden(finding)]
    if tell(finding for finding in findings if not run.may_be_hidden(finding)):
        typer.echo("circgen: mend these first; no baseline was written", err=True)
        return False
    target = output or path
    replace(target, written(known, path.parent.parent).encode())
    typer.echo(shown(target))
    typer.echo(f"{len(known)} known", err=True)
    return True
