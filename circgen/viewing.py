"""Views: what a person sees of a circular while it is being written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from circgen.document import Circular
from circgen.facts.model import FactsFile
from circgen.findings import Finding, FindingsError
from circgen.library import Library

if TYPE_CHECKING:
    from circgen.survey import Cards


class View(NamedTuple):
    """The editions of a circular by language, and what was found about them."""

    file: FactsFile
    circulars: Mapping[str, Circular]
    findings: tuple[Finding, ...]


def view(library: Library, path: Path, languages: tuple[str, ...], *, check: bool) -> View:
    """The editions of a facts file in some languages, or in all of its own if none is named.

    With `check`, everything that `circgen check` finds about the circular is there, too.

    Raises:
        FindingsError: with everything that keeps an edition from being made.
    """
    loaded = library.load(path)
    file = loaded.file
    wanted = languages or file.facts.editions
    missing = [code for code in wanted if code not in file.facts.editions]
    if missing:
        known = ", ".join(f"`{code}`" for code in file.facts.editions)
        raise FindingsError(
            *(
                Finding(
                    file.at("editions"),
                    "no-edition",
                    f"there is no edition in `{code}`",
                    f"add it to `editions`, or ask for {known}",
                )
                for code in missing
            )
        )
    circulars: dict[str, Circular] = {}
    findings: list[Finding] = []
    for code in wanted:
        try:
            circulars[code] = library.compose(loaded, code)
        except FindingsError as error:
            findings += error.findings
    if findings:
        raise FindingsError(*findings)
    return View(file, circulars, checked(library, path) if check else ())


def checked(library: Library, path: Path, cards: Cards | None = None) -> tuple[Finding, ...]:
    """What `circgen check` finds about a facts file and nobody has silenced.

    With the same `cards`, other circulars are read again only where they have changed.
    """
    # A page alone does without.
    from circgen.silencing import Run, settle  # noqa: PLC0415
    from circgen.silencing.baseline import path_of  # noqa: PLC0415
    from circgen.survey import Wanted, scope_of, survey  # noqa: PLC0415

    project, wanted = library.project, Wanted()
    scope = scope_of(project, (path,))
    found = survey(project, scope, wanted, lambda: None, cards)
    return settle(Run(project, scope, wanted, found), path_of(project)).findings
