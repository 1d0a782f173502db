"""Where a project's files are: templates and data, found from a folder upwards, or shipped ones."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "shipped"
SHIPPED = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent
"""The folder of what circgen ships: inside an installed package, or the checkout itself."""

PACK_FILE = "language.yaml"
READING_FILE = "reading.yaml"
GLOSSARY_FILE = "glossary.yaml"
STYLE_FILE = "style.yaml"
LAYOUTS = "layouts"
CONFIRMED = "confirmed"


class Project(NamedTuple):
    """The folders that facts and words are read from, the project's own before the shipped ones."""

    templates: Path
    data: tuple[Path, ...]
    own_data: Path | None = None

    def packs(self) -> dict[str, Path]:
        """The language packs by language code: every folder with a `language.yaml`."""
        found = sorted(self.templates.glob(f"*/{PACK_FILE}"))
        return {path.parent.name: path for path in found}

    def reading(self, language: str) -> Path:
        """What a language's readers understand beyond its pack; the file need not be there."""
        return self.templates / language / READING_FILE

    def glossary(self, language: str) -> Path:
        """What others call things in a language; the file need not be there."""
        return self.templates / language / GLOSSARY_FILE

    def style(self, language: str) -> Path:
        """The house style of a language; the file need not be there."""
        return self.templates / language / STYLE_FILE

    def layouts(self) -> dict[str, Path]:
        """The layouts by kind of circular."""
        return {path.stem: path for path in sorted((self.templates / LAYOUTS).glob("*.yaml"))}

    def template(self, language: str, kind: str) -> Path:
        """The words of a kind in a language."""
        return self.templates / language / f"{kind}.md.j2"

    def meetings(self) -> list[Path]:
        """The project's own facts files; none if the working directory is in no project."""
        return yaml_files(self.own_data / "meetings") if self.own_data else []

    def lock(self, language: str) -> Path | None:
        """Where confirmed translations into a language are kept; the file need not be there."""
        return self.own_data / CONFIRMED / f"{language}.lock" if self.own_data else None

    def owns(self, file: str) -> bool:
        """Whether a file is among the project's own data, or the templates beside them."""
        if self.own_data is None:
            return False
        full, data, templates = (
            Path(path).resolve() for path in (file, self.own_data, self.templates)
        )
        is_template = full.is_relative_to(templates) and templates.parent == data.parent
        return is_template or full.is_relative_to(data)

    def series(self) -> dict[str, Path]:
        """The series files by id; a project's own hides a shipped one of the same id."""
        found: dict[str, Path] = {}
        for data in reversed(self.data):
            found.update({path.stem: path for path in yaml_files(data / "series")})
        return found


def find_project(start: Path, templates: Path | None = None, facts: Path | None = None) -> Project:
    """The project around `start`; failing that, around the facts file; failing that, as shipped."""
    starts = [start.resolve()] + ([facts.resolve().parent] if facts else [])
    own_templates = templates or _upwards(starts, "templates", f"*/{PACK_FILE}")
    own_data = _upwards(starts, "data", "meetings") or _upwards(starts, "data", "series")
    shipped = SHIPPED / "data"
    data = (own_data, shipped) if own_data and own_data != shipped else (own_data or shipped,)
    return Project(own_templates or SHIPPED / "templates", data, own_data)


def _upwards(starts: list[Path], name: str, holds: str) -> Path | None:
    for start in starts:
        for folder in (start, *start.parents):
            found = folder / name
            if found.is_dir() and next(found.glob(holds), None):
                return found
    return None


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder, in the order of their names."""
    return sorted(path for path in folder.glob("*.y*ml") if path.suffix in {".yaml", ".yml"})


def shown(path: Path) -> str:
    """A path as people like to read it: relative where it is below the working directory."""
    full = os.path.abspath(path)  # noqa: PTH100  resolving links would show another name
    here = os.getcwd() + os.sep  # noqa: PTH109
    return full.removeprefix(here)
