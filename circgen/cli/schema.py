"""`circgen schema`: by what editors complete and check facts files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from circgen.cli.options import Templates, project_for
from circgen.cli.terminal import tell


def schema(
    output: Annotated[
        Optional[Path],  # noqa: UP045  typer reads the annotation
        typer.Option(
            help="The file to write. Default: standard output.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    templates: Templates = None,
) -> None:
    """Print the JSON Schema of facts files, for editors.

    By it, editors complete and check facts files while somebody types. It has the kinds of circular
    and the names of this project. Facts files name it in their first line:

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
    except FindingsError as error:
        tell(error.findings)
        raise typer.Exit(1) from None
    if output is None:
        typer.echo(text)
        return
    from circgen.store.whole import replace

    replace(output, f"{text}\n".encode())


def _schema(templates: Path | None) -> str:
    import json

    from circgen.facts.editors import facts_schema
    from circgen.library import Library

    library = Library(project_for(templates))
    made = facts_schema(library.kinds.values(), library.vocabulary.glossaries)
    return json.dumps(made, indent=2, ensure_ascii=False)
