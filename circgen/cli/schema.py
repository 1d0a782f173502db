"""`circgen schema`: by what editors complete and check facts files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Optional

import typer

from circgen.cli.terminal import CannotRunError, tell


def schema(
    output: Annotated[
        Optional[Path],  # noqa: UP045  typer reads the annotation
        typer.Option(
            help="The file to write. Default: standard output.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    templates: Annotated[
        Optional[Path],  # noqa: UP045  typer reads the annotation
        typer.Option(help="The folder of layouts, letterhead and languages.", show_default=False),
    ] = None,
) -> None:
    """Print the JSON Schema of facts files, by which editors complete and check them.

    It has the kinds of circular and the names of this project. Facts files name it in their first
    line:

    \b
      # yaml-language-server: $schema=../facts.schema.json

    \b
    Examples:
      circgen schema
      circgen schema --output data/facts.schema.json
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    from circgen.findings import FindingsError

    try:
        text = _schema(templates)
    except CannotRunError as error:
        typer.echo(f"circgen: {error}", err=True)
        raise typer.Exit(2) from None
    except FindingsError as error:
        tell(error.findings)
        raise typer.Exit(1) from None
    if output is None:
        typer.echo(text)
        return
    from circgen.store.whole import replace

    replace(output, f"{text}\n".encode())


def _schema(templates: Path | None) -> str:
    from circgen.facts.editors import facts_schema
    from circgen.library import Library
    from circgen.project import find_project

    if templates is not None and not templates.is_dir():
        raise CannotRunError(f"--templates: {templates} is not a folder")
    library = Library(find_project(Path.cwd(), templates))
    made = facts_schema(library.kinds.values(), library.vocabulary.glossaries)
    return json.dumps(made, indent=2, ensure_ascii=False)
