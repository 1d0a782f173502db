"""Long pages through the program with which a person reads them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from shutil import get_terminal_size, which

import typer

from circgen.cli.terminal import is_terminal

_USUAL = ("less", "more")


def show(text: str) -> None:
    """Print a text, through a pager if the terminal has fewer rows."""
    is_long = text.count("\n") >= get_terminal_size().lines
    pager = _pager() if is_long and is_terminal(sys.stdout) and sys.stdin.isatty() else ""
    if not pager or not _paged(text, pager):
        typer.echo(text, nl=False, color=True)  # whoever made it knows whether there are colours


def _pager() -> str:
    """The command of the pager: that of PAGER, or a usual one; empty if there is none.

    That of Windows shows only the letters of an old code page.
    """
    if "PAGER" in os.environ:
        return os.environ["PAGER"].strip()
    usual = _USUAL[:1] if sys.platform == "win32" else _USUAL
    return next(filter(which, usual), "")


def _paged(text: str, pager: str) -> bool:
    """Whether a pager has shown a text; a shell says so if there is no such program."""
    # As git does: colours come through, and letters of all languages.
    surroundings = {"LESS": "-R", "LESSCHARSET": "utf-8"} | os.environ
    sys.stdout.flush()
    interrupts = signal.signal(signal.SIGINT, signal.SIG_IGN)  # they are for the pager
    try:
        ended = subprocess.run(  # noqa: S602  PAGER is a command with its options
            pager, shell=True, input=text.encode(), env=surroundings, check=False
        )
    finally:
        signal.signal(signal.SIGINT, interrupts)
    return ended.returncode not in {126, 127}
