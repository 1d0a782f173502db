"""The circulars of the golden pages, found by themselves, and what the command makes of them.

A shelf is a folder with `data/meetings/`. Its own `templates/`, if it has some, are added to those
of the repository: files are added, none is replaced.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import readback
import yaml

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PAGES = HERE / "pages"
FORMS = {"txt": "TXT", "docx": "MSW"}


def load(path: Path) -> dict:
    """A YAML file with every scalar as it was typed."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  the base loader makes texts only


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command: where it wrote, and what it said."""

    out: Path
    exit_code: int
    stderr: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of facts files."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.relative_to(HERE).name if self.folder.is_relative_to(HERE) else "own"

    @property
    def added(self) -> Path:
        return self.folder / "templates"

    @property
    def adds_words(self) -> bool:
        return self.folder != ROOT and self.added.is_dir()

    def pack(self, language: str) -> dict:
        """A language pack, as typed."""
        own = self.added / language / "language.yaml"
        return load(own if own.exists() else ROOT / "templates" / language / "language.yaml")

    def render(
        self, folder: Path, elsewhere: Mapping[str, str] | None = None, formats: str = "docx,txt"
    ) -> Run:
        """All circulars in all editions, by the real command.

        `elsewhere` changes the environment; the command is then called from another folder, too.
        """
        out = folder / "out"
        command = [sys.executable, "-m", "circgen", "render", "--out", str(out)]
        command += ["--format", formats]
        if self.adds_words:
            templates = folder / "templates"
            shutil.copytree(ROOT / "templates", templates)
            shutil.copytree(self.added, templates, dirs_exist_ok=True)
            command += ["--templates", str(templates)]
        if elsewhere:
            command.append(str(self.folder / "data" / "meetings"))
        done = subprocess.run(
            command,
            cwd=folder if elsewhere else self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(elsewhere or {})},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return Run(out, done.returncode, done.stderr)


@dataclass(frozen=True, slots=True)
class Example:
    """A facts file, with what its series states for it."""

    shelf: Shelf
    path: Path
    facts: dict

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def languages(self) -> list[str]:
        editions = self.facts["editions"]
        return [editions] if isinstance(editions, str) else editions

    def file(self, language: str, format_: str) -> str:
        """The name of an edition, worked out here."""
        letter = self.shelf.pack(language)["file_letter"]
        form = FORMS[format_]
        if self.facts.get("status") == "draft":
            return f"DRAFT-{self.name}-{form}-{letter}.{format_}"
        period, number = self.facts["study_period"], int(self.facts["number"])
        variant = self.facts.get("variant", "")
        return f"T{period[2:4]}-TSB-CIR-{number:04}!{variant}!{form}-{letter}.{format_}"


@dataclass(frozen=True, slots=True)
class Edition:
    """An example in one language."""

    example: Example
    language: str

    def __str__(self) -> str:
        return f"{self.example.name}.{self.language}"


@dataclass(frozen=True, slots=True)
class Rendered:
    """What the command made of all shelves."""

    runs: Mapping[Shelf, Run]
    _read: dict[str, readback.Document] = field(default_factory=dict)

    def bytes(self, edition: Edition, format_: str) -> bytes:
        """An edition as it was saved."""
        run = self.runs[edition.example.shelf]
        path = run.out / edition.example.file(edition.language, format_)
        assert path.exists(), f"{path.name} was not written\n{run.stderr}"
        return path.read_bytes()

    def text(self, edition: Edition) -> str:
        """The text edition."""
        return self.bytes(edition, "txt").decode("utf-8")

    def document(self, edition: Edition) -> readback.Document:
        """The DOCX, read from the saved file."""
        if str(edition) not in self._read:
            self._read[str(edition)] = readback.read(self.bytes(edition, "docx"))
        return self._read[str(edition)]


@cache
def _examples() -> tuple[Example, ...]:
    found = []
    for shelf in SHELVES:
        for path in sorted((shelf.folder / "data" / "meetings").glob("*.yaml")):
            facts = load(path)
            series = facts.get("series")
            inherited = load(shelf.folder / "data" / "series" / f"{series}.yaml") if series else {}
            found.append(Example(shelf, path, {**inherited, **facts}))
    return tuple(found)


SHELVES = (
    Shelf(ROOT),
    *(Shelf(data.parent) for data in sorted(HERE.glob("*/data"))),
)
EXAMPLES = _examples()
EDITIONS = tuple(Edition(each, language) for each in EXAMPLES for language in each.languages)
