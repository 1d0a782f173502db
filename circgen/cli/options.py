"""What several commands take from the command line, and how it is read."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from circgen.cli.terminal import CannotRunError

if TYPE_CHECKING:
    from circgen.project import Project

Templates = Annotated[
    Optional[Path],  # noqa: UP045  typer reads the annotation
    typer.Option(help="The folder of layouts, letterhead and languages.", show_default=False),
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
    return find_project(Path.cwd(), templates, beside)


def words_of(option: str, value: str, allowed: Collection[str]) -> tuple[str, ...]:
    """The words of an option, `en,ru`, each once.

    Raises:
        CannotRunError: if there is none, or one that is not allowed.
    """
    words = tuple(dict.fromkeys(word.strip() for word in value.split(",") if word.strip()))
    for word in words:
        must_be_one_of(option, word, allowed)
    if not words:
        raise CannotRunError(f"{option}: name at least one of {', '.join(allowed)}")
    return words


def facts_files(named: list[Path], project: Project) -> list[Path]:
    """The facts files that are named, by themselves or by their folder; or all of the project.

    Raises:
        CannotRunError: if there are none.
    """
    from circgen.project import yaml_files

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
        once.setdefault(path.resolve(), path)
    return list(once.values())


def must_be_one_of(option: str, word: str, allowed: Collection[str]) -> None:
    """Refuse a word that an option does not know.

    Raises:
        CannotRunError: if it is not one of those that are allowed.
    """
    if word not in allowed:
        raise CannotRunError(f"{option}: `{word}` is not one of {', '.join(allowed)}")
