"""The command line: the only part that prints, reads the environment and exits."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated, Optional

import typer

from circgen import __version__
from circgen.cli.render import render

# Exit codes of every command.
NO_ERROR, ERRORS, COULD_NOT_RUN = 0, 1, 2

app = typer.Typer(
    name="circgen",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # help without rich, whose import takes longer than typer's own
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(render)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"circgen {__version__}")
        raise typer.Exit


@app.callback()
def circgen(
    version: Annotated[
        Optional[bool],  # noqa: UP045  typer reads the annotation
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = None,
) -> None:
    """Make multilingual TSB circulars from files of facts.

    Exit codes: 0, no error was found; 1, at least one was; 2, the command could not run.
    """


def main() -> None:
    """Run the command line and exit."""
    # Objects of a short run make hardly any cycles: collecting less often saves a tenth of it, and
    # not walking over all modules at the end another tenth.
    gc.set_threshold(150_000)
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows would otherwise take the code page, which lacks most of our letters.
        if hasattr(stream, "reconfigure") and not stream.isatty():
            stream.reconfigure(encoding="utf-8")
    try:
        app()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        sys.stderr.write(f"circgen: standard output cannot be written: {reason}\n")
        sys.stderr.flush()
        os._exit(COULD_NOT_RUN)  # an orderly exit would try to write it once more
    finally:
        gc.freeze()
