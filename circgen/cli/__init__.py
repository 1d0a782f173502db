"""The command line: the only part that prints, reads the environment and exits."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import Annotated, Optional

import typer
from typer.models import CommandInfo

from circgen import __version__
from circgen.cli import streams
from circgen.cli.baseline import baseline
from circgen.cli.check import check
from circgen.cli.compare import compare
from circgen.cli.confirm import confirm
from circgen.cli.diff import diff
from circgen.cli.extract import extract
from circgen.cli.list import list_
from circgen.cli.new import new
from circgen.cli.preview import preview
from circgen.cli.render import render
from circgen.cli.rules import rules
from circgen.cli.schema import schema
from circgen.cli.terminal import CannotRunError

_KILLED = 128
"""What shells add to the number of a signal that has ended a command."""

app = typer.Typer(
    name="circgen",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # help without rich, whose import takes longer than typer's own
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(new)
app.command()(render)
app.command()(preview)
app.command()(check)
app.command()(confirm)
app.command()(baseline)
app.command()(compare)
app.command()(extract)
app.command()(diff)
app.command("list")(list_)
app.command()(rules)
app.command()(schema)


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

    \b
    Examples:
      circgen new                                    start a circular
      circgen preview data/meetings/u4ssc-09.yaml    see it while you write
      circgen check                                  is all of it right?
      circgen render                                 make the letters

    Exit codes: 0, no error was found; 1, at least one was; 2, the command could not run, for
    example because a file that was named is not there.
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"


def main() -> None:
    """Run the command line and exit."""
    # Objects of a short run make hardly any cycles: collecting less often saves a tenth of it, and
    # not walking over all modules at the end another tenth.
    gc.set_threshold(150_000)
    streams.prepare()
    _end_orderly()
    _leave_out_other_commands()
    try:
        app()
    except CannotRunError as error:
        typer.echo(f"circgen: {error}", err=True)
        sys.exit(2)
    except OSError as error:
        what = error.filename or "standard output cannot be written"
        sys.stderr.write(f"circgen: {what}: {(error.strerror or type(error).__name__).lower()}\n")
        sys.stderr.flush()
        os._exit(2)  # an orderly exit would try to write it once more
    finally:
        gc.freeze()


def _leave_out_other_commands() -> None:
    """Only the command that is named first is made ready: typer reads the options of every one."""
    own = [each for each in app.registered_commands if [_name(each)] == sys.argv[1:2]]
    app.registered_commands = own or app.registered_commands


def _name(command: CommandInfo) -> str:
    return command.name or str(getattr(command.callback, "__name__", ""))


def _end_orderly() -> None:
    """Told to end, circgen removes what it has put somewhere for the moment, and ends LibreOffice.

    What somebody has told the system to ignore (nohup) is ignored.
    """
    own = os.getpid()

    def end(number: int, _: object) -> None:
        if os.getpid() != own:  # a process that looks at files for this one has nothing to remove
            os._exit(_KILLED + number)
        signal.signal(number, signal.SIG_IGN)  # told twice, it is still orderly
        sys.exit(_KILLED + number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)
