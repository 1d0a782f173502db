"""What several commands take from the command line, and how it is read."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from circgen.cli import completing
from circgen.cli.named import full, must_be_there
from circgen.cli.terminal import CannotRunError

if TYPE_CHECKING:
    from circgen.project import Project

Templates = Annotated[
    Optional[Path],  # noqa: UP045  typer reads the annotation
    typer.Option(
        help="The folder of layouts, letterhead and languages.",
        metavar="FOLDER",
        show_default=False,
    ),
]
FactsFiles = Annotated[
    Optional[list[Path]],  # noqa: UP045
    typer.Argument(
        help="Facts files, or folders of them. Default: all of data/meetings/.",
        metavar="[FACTS]...",
        readable=False,
        autocompletion=completing.circulars,
        show_default=False,
    ),
]
LanguageOfEach = Annotated[
    str,
    typer.Option(
        help="The documents' languages in their order, such as en,ru. Default: recognised.",
        metavar="LANGUAGES",
        autocompletion=completing.languages,
        show_default=False,
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 if there is a warning, too.")]


def project_for(templates: Path | None, beside: Path | None = None) -> Project:
    """The project around the working directory or a file, with the templates that are named.

    Raises:
        CannotRunError: if there are no such templates.
    """
    from circgen.project import find_project

    if templates is not None and not templates.is_dir():
        raise CannotRunError(f"--templates: {templates} is not a folder")
    if beside and beside.is_symlink() and not beside.exists():
        beside = None  # it leads nowhere, or to itself
    return find_project(Path.cwd(), templates, beside)


def words_of(option: str, value: str, allowed: Collection[str]) -> tuple[str, ...]:
    """The words of an option, `en,ru`, each once.

    Raises:
        CannotRunError: if there is none, or one that is not allowed.
    """
    words = [one_of(option, word, allowed) for word in value.split(",") if word.strip()]
    if not words:
        raise CannotRunError(f"{option}: name at least one of {', '.join(allowed)}")
    return tuple(dict.fromkeys(words))


def one_of(option: str, word: str, allowed: Collection[str]) -> str:
    """The word of an option as circgen writes it: `PDF` is `pdf`.

    Raises:
        CannotRunError: if it is not one of those that are allowed.
    """
    typed = word.strip()
    if typed in allowed:
        return typed
    for each in allowed:
        if each.casefold() == typed.casefold():
            return each
    raise CannotRunError(f"{option}: `{typed}` is not one of {', '.join(allowed)}")


def rule_of(word: str, option: str = "") -> str:
    """The name of a rule, however it is typed.

    Raises:
        CannotRunError: if there is no such rule.
    """
    from circgen.checks.registry import rules
    from circgen.facts.reading import suggestion

    name = word.strip().casefold()
    if name in rules():
        return name
    close = suggestion(name, tuple(rules()))
    hint = close if "did you mean" in close else "`circgen rules` lists them"
    where = f"{option}: " if option else ""
    raise CannotRunError(f"{where}there is no rule `{word.strip()}`: {hint}")


def language_of_each(lang: str, known: Collection[str], count: int) -> tuple[str, ...]:
    """The language of each of some documents, `en,ru`; empty where it is to be recognised.

    Raises:
        CannotRunError: if there is no such language, or not one for each.
    """
    if not lang:
        return ("",) * count
    languages = tuple(one_of("--lang", word, known) for word in lang.split(","))
    if len(languages) != count:
        given = f"{len(languages)} language{'s' * (len(languages) != 1)}"
        documents = f"{count} document{'s' * (count != 1)}"
        raise CannotRunError(f"--lang: {given} for {documents}: name one for each")
    return languages


def facts_files(named: list[Path], project: Project) -> list[Path]:
    """The facts files that are named, by themselves or by their folder; or all of the project.

    Raises:
        CannotRunError: if there are none, or one that is named is not there.
    """
    from circgen.project import yaml_files

    must_be_there(named, project)
    paths: list[Path] = []
    for path in named:
        paths += yaml_files(path) if path.is_dir() else [path]
    if named and not paths:
        raise CannotRunError(f"no facts files (*.yaml) in {', '.join(map(str, named))}")
    paths = paths or project.meetings()
    if not paths:
        raise CannotRunError(
            "no facts files: there is no data/meetings/ here or above, and none was named"
        )
    once: dict[Path, Path] = {}
    for path in paths:
        once.setdefault(full(path), path)
    return list(once.values())
