"""What is worked out from a language is worked out anew when anything of it is another."""

import re
import tempfile
from functools import partial
from pathlib import Path

import pytest

from circgen import kept
from circgen.language import working_out
from circgen.language.pack import Replacement
from circgen.language.understood import Understood
from circgen.language.wording import Language
from circgen.language.working_out import worked_out
from circgen.library import Library
from circgen.project import find_project

LIBRARY = Library(find_project(Path(__file__).parent))
PACK = next(iter(LIBRARY.packs.values()))


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """A temporary folder of the test's own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    kept._folder.cache_clear()
    working_out._said.cache_clear()
    yield
    kept._folder.cache_clear()
    working_out._said.cache_clear()


def language(pack=PACK, **understood):
    return Language(pack, partial(Understood, **understood))


def worked(text, of, *besides):
    return worked_out("text", of, lambda: text, *besides)


def test_the_same_words_are_worked_out_once():
    assert worked("first", language()) == "first"
    assert worked("second", language()) == "first"


def test_where_a_pack_stands_makes_no_difference():
    assert worked("first", language(PACK)) == "first"
    assert worked("second", language(PACK._replace(file="elsewhere.yaml", where={}))) == "first"


@pytest.mark.parametrize(
    "other",
    [
        language(PACK._replace(locale="other")),
        language(PACK._replace(zones={**PACK.zones, "X": "Y"})),
        language(PACK._replace(replacements=(Replacement(re.compile("x" * 300), "y"),))),
        language(signed=("Signed",)),
    ],
    ids=["locale", "zones", "euphony", "reading.yaml"],
)
def test_other_words_are_worked_out_by_themselves(other):
    worked("first", language(PACK._replace(replacements=())))
    assert worked("second", other) == "second"


def test_the_end_of_a_long_pattern_counts_too():
    for text in ("first", "second"):
        replacement = Replacement(re.compile("x" * 300 + text), "")
        assert worked(text, language(PACK._replace(replacements=(replacement,)))) == text


def test_another_version_of_cldr_works_out_anew(monkeypatch):
    worked("first", language())
    monkeypatch.setattr(working_out, "cldr_version", "0")
    assert worked("second", language()) == "second"


def test_what_it_depends_on_besides_counts():
    assert worked("first", language(), "glossary", 1) == "first"
    assert worked("second", language(), "glossary", 2) == "second"
