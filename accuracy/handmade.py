"""Letters that others wrote, with faults made by hand: unseen ones, and those to practise on.

A letter is a folder with a document in each language, `en` and `ru`, as `.txt` or `.docx`.
`faults.yaml` and `rewrites.yaml` beside them say what to find in which of them, and what to put.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml
from documents import changed_document, changed_text

FOLDER = Path(__file__).resolve().parent
SETS = ("unseen", "practice")
"""Letters that nobody looked at while the comparison was built; and letters that were mended by."""
LANGUAGES = ("en", "ru")
FORMATS = ("txt", "docx")


# What the authors call the parts, in the words of layout.py.
_PARTS = {
    "header": ("head", "date", "reference", "contact"),
    "to": ("addressees",),
    "enclosures": ("annexes",),
    "annex A": ("annex A", "annex 1"),
    "annex B": ("annex B", "annex 2"),
    "annex C": ("annex C", "annex 3"),
}
_LISTS = ("to", "copies")
# Faults that are between paragraphs: at which of the two neighbours they are is a matter of taste.
_BETWEEN = {
    "added-paragraph",
    "missing-paragraph",
    "numbering",
    "repeated-paragraph",
    "swapped-paragraphs",
}

# What they call kinds of faults, in the words of the rules.
_KINDS = {
    "extra-paragraph": "added-paragraph",
    "language": "name",
    "missing-addressee": "addressee",
    "missing-bullet": "missing-item",
    "swapped-bullets": "swapped-items",
}


class Change(NamedTuple):
    """An entry of `faults.yaml` or `rewrites.yaml`; a rewrite has no paragraph."""

    kind: str
    file: str
    find: str
    put: str
    paragraph: str = ""

    @property
    def paragraphs(self) -> frozenset[str]:
        """The parts of the letter where the fault is."""
        if self.kind in _BETWEEN and self.paragraph.isdigit():
            number = int(self.paragraph)
            return frozenset(map(str, (number - 1, number, number + 1)))
        return frozenset(_PARTS.get(self.paragraph, (self.paragraph,)))

    @property
    def rules(self) -> frozenset[str]:
        """Its kind, and in a list of addressees that it is another addressee."""
        return frozenset({self.kind} | ({"addressee"} if self.paragraph in _LISTS else set()))


class HandmadeLetter(NamedTuple):
    """A pair, and what is done to it."""

    name: str
    files: dict[str, bytes | str]  # by file name, in the order of the languages
    faults: tuple[Change, ...]
    rewrites: tuple[Change, ...]

    def changed(self, change: Change) -> dict[str, bytes | str]:
        """The files with one change made.

        Raises:
            NotOnceError: if what is to be found is not there once.
        """
        content = self.files[change.file]
        if isinstance(content, str):
            put: bytes | str = changed_text(content, change.find, change.put)
        else:
            put = changed_document(content, change.find, change.put)
        return {**self.files, change.file: put}


def handmade_letters(which: str) -> tuple[HandmadeLetter, ...]:
    """The letters of a set, by name."""
    folders = sorted(path for path in (FOLDER / which).glob("*") if path.is_dir())
    return tuple(letter for folder in folders if len((letter := _letter(folder)).files) > 1)


def _letter(folder: Path) -> HandmadeLetter:
    paths = [folder / f"{language}.{ending}" for language in LANGUAGES for ending in FORMATS]
    files: dict[str, bytes | str] = {
        path.name: path.read_text("utf-8") if path.suffix == ".txt" else path.read_bytes()
        for path in paths
        if path.exists()
    }
    return HandmadeLetter(
        folder.name, files, _changes(folder / "faults.yaml"), _changes(folder / "rewrites.yaml")
    )


def _changes(path: Path) -> tuple[Change, ...]:
    if not path.exists():
        return ()
    entries = yaml.safe_load(path.read_text("utf-8")) or ()
    return tuple(
        Change(
            _KINDS.get(kind := str(entry.get("kind", entry.get("what"))), kind),
            str(entry["file"]),
            str(entry["find"]),
            str(entry["put"]),
            str(entry.get("paragraph", "")),
        )
        for entry in entries
    )
