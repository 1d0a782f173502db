"""The part of `circgen check` that mends typography: `--fix` and `--diff`."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from circgen.cli.terminal import CannotRunError, tell

if TYPE_CHECKING:
    from circgen.fixing import Mended
    from circgen.project import Project
    from circgen.survey import Scope, Wanted

_VISIBLE = {ord("\N{NO-BREAK SPACE}"): "\N{SHOULDERED OPEN BOX}"}
"""For people, who could not tell it from a space; what goes elsewhere may be used as a patch."""


def fix(project: Project, scope: Scope, wanted: Wanted, *, write: bool) -> bool:
    """Show what typography would be mended, and with `write` mend it; whether there is anything.

    The difference is the product of `--diff`; with `write` it goes to standard error, because
    standard output has the findings.
    """
    from circgen.fixing import mend
    from circgen.project import shown

    result = mend(project, scope, wanted)
    for file in result.files:
        difference = "".join(_difference(file, shown(file.path)))
        if (sys.stderr if write else sys.stdout).isatty():
            difference = difference.translate(_VISIBLE)
        typer.echo(difference, err=write, nl=False)
        if write:
            _replace(file, shown(file.path))
    if result.refused:
        tell(result.refused)
    return bool(result.files)


def _replace(file: Mended, name: str) -> None:
    from circgen.store.whole import replace

    if Path(name).read_bytes() != file.before:
        raise CannotRunError(f"{name} was changed meanwhile: run again")
    try:
        replace(file.path, file.after)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CannotRunError(f"{name} cannot be written: {reason.lower()}") from None


def _difference(file: Mended, name: str) -> Iterator[str]:
    """A unified diff."""
    before, after = (_lines(content) for content in (file.before, file.after))
    for line in difflib.unified_diff(before, after, name, name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(content: bytes) -> list[str]:
    """Lines with their ends; others than line feeds count as characters."""
    return re.findall(r"[^\n]*\n|[^\n]+", content.decode("utf-8-sig"))
