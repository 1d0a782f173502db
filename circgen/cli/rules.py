"""`circgen rules`: what findings mean."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from circgen.cli import completing


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
    """List all rules, or explain one: what it finds, why, and how to mend it.

    \b
    Examples:
      circgen rules
      circgen rules overlap
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    from circgen.checks import manual, registry
    from circgen.facts.reading import suggestion

    if rule is None:
        typer.echo(manual.contents(), nl=False)
        return
    known = registry.rules()
    if rule not in known:
        close = suggestion(rule, tuple(known))
        hint = close if "did you mean" in close else "`circgen rules` lists them"
        typer.echo(f"circgen: there is no rule `{rule}`: {hint}", err=True)
        raise typer.Exit(2)
    typer.echo(manual.explained(known[rule]), nl=False)
