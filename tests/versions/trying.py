"""Two versions of a facts file that are not on the disk, compared with each other."""

from functools import cache
from pathlib import Path

from circgen.library import Library, read_bytes
from circgen.project import Project, find_project
from circgen.report.paint import plain
from circgen.versions.composing import Version, compare
from circgen.versions.text import told

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "example" / "every-key.yaml"
"""A circular that uses every key; its annexes stand beside it."""


class Files:
    """Files that hide those on the disk."""

    def __init__(self, **texts: str) -> None:
        self._texts = texts

    def read(self, path: Path) -> bytes:
        text = self._texts.get(path.name.replace(".", "_").replace("-", "_"))
        return read_bytes(path) if text is None else text.encode()


@cache
def project() -> Project:
    return find_project(ROOT)


def version(name: str, text: str, **others: str) -> Version:
    """`NAME.yaml`, beside the example; others are files by their names, with `_` for `.` and `-`."""
    files = Files(**{f"{name}_yaml": text}, **others)
    library = Library(project(), files.read, lambda path: path.name)
    path = EXAMPLE.with_name(f"{name}.yaml")
    return Version(f"{name}.yaml", text.encode(), library, library.load(path))


def replaced(text: str, pairs) -> str:
    for old, new in pairs:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


@cache
def example() -> Version:
    return version("old", EXAMPLE.read_text("utf-8"))


def compared(*pairs, **others):
    """The example and what it becomes with other characters."""
    new = replaced(EXAMPLE.read_text("utf-8"), pairs)
    return compare(example(), version("new", new, **others))


def said(*pairs, letters=False, **others) -> str:
    return told(compared(*pairs, **others), plain, letters=letters)
