"""`circgen preview`: a circular as a page in the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from circgen.cli import completing
from circgen.cli.named import must_be_there
from circgen.cli.options import Templates, project_for
from circgen.cli.terminal import CannotRunError, is_terminal, tell

if TYPE_CHECKING:
    from circgen.cli.following import Wanted
    from circgen.screen.cells import Row

_PIPED = 80
"""The width of a page that goes to no terminal."""


def preview(
    facts: Annotated[
        Path,
        typer.Argument(
            help="A facts file.",
            metavar="FACTS",
            readable=False,
            autocompletion=completing.circulars,
            show_default=False,
        ),
    ],
    lang: Annotated[
        str,
        typer.Option(
            help="Languages, such as en,ru: side by side, with what `circgen check` finds. "
            "Default: the first edition.",
            metavar="LANGUAGES",
            autocompletion=completing.languages,
            show_default=False,
        ),
    ] = "",
    watch: Annotated[
        bool,
        typer.Option(
            "--watch", help="Follow the files: each save shows at once. q or Ctrl-C ends."
        ),
    ] = False,
    html: Annotated[
        bool,
        typer.Option(
            "--html",
            help="Write a page for the browser, in all editions unless --lang names some; with "
            "--watch, serve one to this machine.",
        ),
    ] = False,
    output: Annotated[
        Optional[Path],  # noqa: UP045  typer reads the annotation
        typer.Option(
            help="The file that --html writes. Default: out/preview/NAME.html.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    browse: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    color: Annotated[
        Optional[bool],  # noqa: UP045  typer reads the annotation
        typer.Option(
            "--color/--no-color", help="Colours. Default: on a terminal.", show_default=False
        ),
    ] = None,
    templates: Templates = None,
) -> None:
    """Show a circular as a page, several languages side by side.

    What comes from the facts is set off from the words. A long letter goes through a pager.

    \b
    Examples:
      circgen preview data/meetings/u4ssc-09.yaml
      circgen preview data/meetings/u4ssc-09.yaml --lang en,ru --watch
      circgen preview data/meetings/u4ssc-09.yaml --html --open
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    from circgen.cli.following import Wanted

    must_be_there((facts,), project_for(templates, facts), folders=False)
    wanted = Wanted(facts, lang, templates, all=html)
    if html or output or browse:
        failed = _html(wanted, output, html=html, watch=watch, browse=browse)
    else:
        paint = _paint(color)
        failed = _follow(wanted, paint) if watch else _print(wanted, paint)
    sys.stdout.flush()
    raise typer.Exit(1 if failed else 0)


def _html(wanted: Wanted, output: Path | None, *, html: bool, watch: bool, browse: bool) -> bool:
    """Whether there is an error."""
    from circgen.cli.preview_html import follow, write

    if not html:
        raise CannotRunError(f"{'--open' if browse else '--output'} goes with --html")
    if not watch:
        return write(wanted, output, browse=browse)
    if output:
        raise CannotRunError("--output: with --watch the page is served, not written")
    follow(wanted, browse=browse)
    return False


def _paint(wanted: bool | None) -> Callable[[Row], str]:
    from circgen.screen.paint import coloured, plain

    if wanted is None:
        wanted = is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")
    return coloured if wanted else plain


def _print(wanted: Wanted, paint: Callable[[Row], str]) -> bool:
    """Whether there is an error."""
    from circgen.cli.pager import show
    from circgen.cli.pages import parts_of
    from circgen.findings import FindingsError, has_errors

    try:
        library = wanted.library()
        several = len(wanted.languages(library)) > 1
        seen = wanted.view(library, check=several)
    except FindingsError as error:
        return tell(error.findings)
    columns = get_terminal_size((_PIPED, 24)).columns if is_terminal(sys.stdout) else _PIPED
    parts = parts_of(seen, seen.findings, columns)
    show("".join(f"{paint(row)}\n" for part in parts for row in part.rows))
    return has_errors(seen.findings)


def _follow(wanted: Wanted, paint: Callable[[Row], str]) -> bool:
    """Show the page until somebody quits; then it doesn't matter any more what was wrong."""
    from circgen.cli.following import Following
    from circgen.cli.live import live
    from circgen.findings import FindingsError
    from circgen.watching import roots_of

    if not is_terminal(sys.stdout):
        raise CannotRunError("--watch needs a terminal to draw on")
    library = wanted.library()
    with suppress(FindingsError):  # they are shown on the screen until they are mended
        wanted.languages(library)
    live(Following(wanted), roots_of(library.project, wanted.facts), paint)
    return False
