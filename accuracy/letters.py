"""The letters that faults are made in: every golden pair, as text and as documents."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from layout import Letter

from circgen.library import Library, Loaded
from circgen.project import find_project
from circgen.writers.docx import Letterhead, docx
from circgen.writers.text import text

ROOT = Path(__file__).resolve().parent.parent
SHELVES = (ROOT / "data" / "meetings", ROOT / "tests" / "golden" / "examples" / "data" / "meetings")
LANGUAGES = ("en", "ru")
# Its facts are there to break markup: no reader could say which of its quotes is wrong.
MARKUP = "hostile-characters"


class Document(NamedTuple):
    """One edition: its letter as text, and the same as DOCX."""

    letter: Letter
    docx: bytes


class Pair(NamedTuple):
    """Two editions of one circular; faults are made in the target."""

    name: str
    source: Document
    target: Document

    @property
    def title(self) -> str:
        """The circular and the way, `u4ssc-09 en-ru`."""
        return f"{self.name} {self.source.letter.language}-{self.target.letter.language}"

    @property
    def is_prose(self) -> bool:
        """Whether quotes and brackets mean in it what they mean in letters."""
        return self.name != MARKUP


@cache
def golden_pairs() -> tuple[Pair, ...]:
    """Every circular of the shelves that has editions in both languages, in both directions."""
    pairs: list[Pair] = []
    for shelf in SHELVES:
        library = Library(find_project(shelf))
        for path in sorted(shelf.glob("*.yaml")):
            loaded = library.load(path)
            if not set(LANGUAGES) <= set(loaded.file.facts.editions):
                continue
            one, other = (_document(library, loaded, path.stem, code) for code in LANGUAGES)
            pairs += (Pair(path.stem, one, other), Pair(path.stem, other, one))
    return tuple(pairs)


def _document(library: Library, loaded: Loaded, name: str, language: str) -> Document:
    """An edition as its writers write it, whatever else the press does with it."""
    circular = library.compose(loaded, language)
    letterhead = Letterhead.open(library.project.templates / "letterhead.docx")
    return Document(Letter(name, language, text(circular)), docx(circular, letterhead))
