"""The projects that faults are made in: templates and facts, as the texts of their files."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
# What is put together for each project; a file of a later folder takes the place of an earlier one.
FOLDERS = {
    "two languages": (ROOT, ROOT / "accuracy" / "project"),
    "a second kind": (ROOT, GOLDEN / "added-kind"),
    "a third language": (ROOT, GOLDEN / "added-language"),
}
_KEPT = ("templates", "data")
_TEXTS = (".j2", ".yaml", ".md")


class Project(NamedTuple):
    """A project by its name, with the text of each file that people write, by its path in it.

    `own` are the files that faults are made in: those that no earlier project has.
    """

    name: str
    files: Mapping[str, str]
    own: tuple[str, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have templates, English first as the source of the others."""
        codes = {path.split("/")[1] for path in self.files if path.endswith(".md.j2")}
        return tuple(sorted(codes, key=lambda code: (code != "en", code)))


@cache
def projects() -> tuple[Project, ...]:
    """All projects that faults are made in."""
    found: list[Project] = []
    for name, folders in FOLDERS.items():
        files = {path: text for folder in folders for path, text in _texts(folder).items()}
        earlier = {path for project in found for path in project.files}
        own = tuple(path for path in sorted(files) if path not in earlier and is_written(path))
        found.append(Project(name, files, own))
    return tuple(found)


def is_written(path: str) -> bool:
    """Whether a file is one of facts, of texts or of sentences, rather than a language pack."""
    return path.startswith("data/") or path.endswith(".j2")


def _texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for part in _KEPT
        for path in sorted((folder / part).rglob("*"))
        if path.suffix in _TEXTS
    }


def lay_out(name: str, folder: Path) -> None:
    """Copy a project into an empty folder, with what is no text, too."""
    for each in FOLDERS[name]:
        for part in _KEPT:
            if (each / part).is_dir():
                shutil.copytree(each / part, folder / part, dirs_exist_ok=True)
