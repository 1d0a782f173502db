"""The rules are the same for a language that was added: French, from the tests' own folder."""

import shutil

import pytest
from comparison.rules.sides import FILE, ROOT, knowledge, passage, recogniser, shown

from circgen.comparison.rules import rules
from circgen.comparison.side import Knowledge, Side
from circgen.library import Library
from circgen.project import find_project
from circgen.readers.letter import Letter, Point
from circgen.recognition.recogniser import Recogniser


@pytest.fixture(scope="module")
def french(tmp_path_factory):
    """A function that makes a side of a French sentence."""
    folder = tmp_path_factory.mktemp("french")
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copytree(ROOT / "tests/golden/added-language/templates/fr", folder / "templates/fr")
    shutil.copytree(ROOT / "data", folder / "data")
    reader = Recogniser(Library(find_project(folder)).language("fr"))
    return lambda text: Side(Letter(FILE, "fr", {}, (Point("1", (passage(text),)),)), reader)


def findings(one):
    return shown(finding for check in rules().values() for finding in check(one, knowledge()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La réunion (virtual) est gratuite.",
            "1:13 warning 1: virtual is English",
        ),
        (
            "La réunion aura lieu le 31 October 2025.",
            "1:28 warning 1: October is English",
        ),
        (
            "La réunion est gratuite. Participation is free of charge and open to all of the members.",
            "1:26 error 1: Participation is free of charge and… is English",
        ),
        (
            "L'atelier aura lieu le vendredi 12 janvier 2010.",
            "1:24 error 1: Friday is not 12 January 2010, which is a Tuesday",
        ),
        (
            "La réunion aura lieu le 31 septembre 2025.",
            "1:25 error 1: there is no 2025-09-31",
        ),
        (
            "Le séminaire sur les «villes intelligentes est gratuit.",
            "1:22 error 1: «villes intelligentes est… is not closed",
        ),
    ],
)
def test_what_is_wrong_in_french_is_found(french, text, expected):
    assert findings(french(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "La réunion se tiendra le vendredi 31 octobre 2025, de 11 heures à 12 heures (CET).",
        "Le séminaire « Villes intelligentes » est gratuit ; l'inscription l'est aussi : voir l'UIT.",
        "Les pages 5 à 9, l'article 4 b) et le mois de mars : aujourd'hui, quelqu'un est là.",
    ],
)
def test_what_is_right_in_french_is_right(french, text):
    assert findings(french(text)) == []


def test_an_english_letter_with_a_french_month_is_found(french):
    one = Side(
        Letter(FILE, "en", {}, (Point("1", (passage("It is on 31 octobre 2025."),)),)),
        recogniser("en"),
    )
    readers = {**knowledge().recognisers, "fr": french("").recogniser}
    found = rules()["untranslated"](one, Knowledge(readers))
    assert shown(found) == ["1:13 warning 1: octobre is Français"]
