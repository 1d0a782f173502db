"""`circgen rules`: what findings mean."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from circgen.cli import completing
from circgen.cli.options import rule_of


def rules(
    rule: Annotated[
        Optional[str],  # noqa: UP045  typer reads the annotation
        typer.Argument(
            help="The name of a rule, as it stands in square brackets after a finding.",
            metavar="[RULE]",
            autocompletion=completing.rules,
            show_default=False,
        ),
    ] = None,
) -> None:
    """List all rules, or explain one.

    Explained is what a rule finds, why, and how to mend it, with examples.

    \b
    Examples:
      circgen rules
      circgen rules overlap
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    from circgen.checks import manual, registry

    if rule is None:
        typer.echo(manual.contents(), nl=False)
        return
    typer.echo(manual.explained(registry.rules()[rule_of(rule)]), nl=False)
