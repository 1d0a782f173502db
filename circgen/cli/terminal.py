"""What commands say on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TextIO

import typer

if TYPE_CHECKING:
    from circgen.findings import Finding
    from circgen.report import Hidden


class CannotRunError(Exception):
    """The command line asks for something that isn't possible; exit code 2."""


def tell(findings: Iterable[Finding]) -> bool:
    """Print findings; whether one of them is an error."""
    from circgen.findings import has_errors
    from circgen.report import coloured, plain, report

    found = list(findings)
    colour = is_terminal() and not os.environ.get("NO_COLOR")
    typer.echo(report(found, coloured if colour else plain), err=True, nl=False)
    return has_errors(found)


def print_findings(findings: Iterable[Finding], form: str) -> None:
    """Print findings as the product of a command, on standard output."""
    from circgen.report import coloured, plain, write

    colour = is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")
    typer.echo(write(findings, form, coloured if colour else plain), nl=False)


def print_overview(findings: Iterable[Finding], form: str, hidden: Hidden) -> None:
    """Print findings of a whole project on standard output, as wide as it is."""
    from circgen.report import coloured, plain, write_overview

    terminal = is_terminal(sys.stdout)
    paint = coloured if terminal and not os.environ.get("NO_COLOR") else plain
    columns = get_terminal_size().columns if terminal else 0
    typer.echo(write_overview(findings, form, hidden, paint, columns), nl=False)


def is_terminal(stream: TextIO | None = None) -> bool:
    """Whether a stream (standard error) is a terminal that knows colours and how to go back."""
    return (stream or sys.stderr).isatty() and os.environ.get("TERM") != "dumb"
