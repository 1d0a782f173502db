"""Texts by themselves: what house style finds in them, and how it mends them."""

from pathlib import Path
from types import MappingProxyType

from circgen.checks.subjects import Desk
from circgen.checks.subjects.writings import of_annex
from circgen.checks.typography.house_style import in_style
from circgen.comparison.faultless import Faultless
from circgen.facts.edits import edited
from circgen.language.style import read_guide
from circgen.library import Library
from circgen.project import find_project
from circgen.proofreading import Proofreader

ROOT = Path(__file__).parent.parent.parent
LIBRARY = Library(find_project(ROOT))
KNOWLEDGE = Proofreader(LIBRARY).knowledge
STYLES = Path(__file__).parent / "styles"
FILE = "text.md"


def guide(language):
    path = STYLES / f"{language}.yaml"
    return read_guide(path.read_bytes(), path.name) if path.exists() else LIBRARY.guides[language]


def desk(language, text):
    """A language that has a guide and no pack is read as English is."""
    recognisers = {"en": KNOWLEDGE.recognisers["en"], **KNOWLEDGE.recognisers}
    recognisers.setdefault(language, recognisers["en"])
    knowledge = KNOWLEDGE._replace(recognisers=recognisers)
    guides = MappingProxyType({language: guide(language)})
    return Desk(knowledge, Faultless(), guides=guides, source=lambda _: text)


def found(language, text):
    writing = of_annex(language, "text", text, FILE)
    return list(in_style(writing, desk(language, text), lambda _: True))


def mended(language, text):
    """The text after all fixes."""
    for _ in range(10):
        fixes = [finding.fix for finding in found(language, text) if finding.fix]
        after = edited(text.encode(), fixes).decode()
        if after == text:
            return text
        text = after
    raise AssertionError(text)


def mentioned(language, text):
    mentions = KNOWLEDGE.recognisers[language].mentions(text)
    return sorted((mention.kind, repr(mention.value)) for mention in mentions)
