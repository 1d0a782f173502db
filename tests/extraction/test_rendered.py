"""Facts become letters, and letters facts: what comes back of every golden example, and what not."""

import shutil
from functools import cache

import pytest
from extraction.letters import differences, extracted, loaded, own_library
from golden.shelves import EXAMPLES, ROOT

from circgen.editions import Press
from circgen.library import Library
from circgen.project import Project

ANNEXES = ("annexes",)
"""An annex is a file beside the facts: what it says is told, not written."""
ANNEXED = ("paragraphs",)
"""The sentence that names the annexes is a paragraph of the circular until they are taken over."""
OTHER_FORMS = ("forms",)
"""Forms of a name that no sentence of the letter has called for."""
OWN_PARAGRAPHS = ("paragraphs",)
"""The ids of a circular's own paragraphs, their emphasis and their links."""
NOT_BACK = {
    # Its opening says the hours that its facts do not.
    "addendum": (*OWN_PARAGRAPHS, "hours"),
    "conference-clock-change": (),
    "consultation-tap": None,  # a kind with facts of its own
    "corrigendum": OWN_PARAGRAPHS,
    "corrigendum-kind": None,  # likewise
    "draft-symposium": (*OWN_PARAGRAPHS, "registration.mandatory"),  # which nothing prints
    "forum-kathmandu": (*OWN_PARAGRAPHS, *OTHER_FORMS),
    # No zone has the name of the town; a joiner that nobody sees is no text.
    "hostile-characters": (*ANNEXES, *OWN_PARAGRAPHS, *OTHER_FORMS, "zone", "objectives[7]"),
    "long-title": (),
    "meeting-year-end": OTHER_FORMS,
    "minimal": (),
    "new-language-alone": (),
    # A session on the clocks of another place, of which the letter gives the offset alone.
    "session-112": (*OTHER_FORMS, "status", "sessions[5].zone"),
    "three-languages": (*ANNEXES, *ANNEXED),
    "u4ssc-07": (),
    "u4ssc-09": (),
    "workshop-seoul": (*ANNEXES, *ANNEXED, *OTHER_FORMS),
    "workshop-seoul-revision": (*ANNEXES, *ANNEXED),
}


@cache
def library(shelf, folder):
    """The library of a shelf with its own words."""
    templates = ROOT / "templates"
    if shelf.adds_words:
        templates = folder / f"templates-{shelf.name}"
        shutil.copytree(ROOT / "templates", templates)
        shutil.copytree(shelf.added, templates, dirs_exist_ok=True)
    return Library(Project(templates, (shelf.folder / "data",), shelf.folder / "data"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("shelves")


def letters(example, own, formats):
    """The editions of an example, in one format or another."""
    made = Press(own).editions(example.path, (), ("docx", "txt")).files
    names = (
        example.file(language, formats[index % len(formats)])
        for index, language in enumerate(example.languages)
    )
    return {name: made[name] for name in names}


def test_every_example_is_listed():
    assert set(NOT_BACK) == {example.name for example in EXAMPLES}


@pytest.mark.parametrize(
    "example", [e for e in EXAMPLES if NOT_BACK[e.name] is not None], ids=lambda e: e.name
)
def test_facts_come_back_from_their_letters(example, folder):
    own = library(example.shelf, folder)
    made = extracted(letters(example, own, ("txt", "docx")), own)
    found = differences(own.load(example.path).file.facts, loaded(made.text, own))
    kept_back = NOT_BACK[example.name]
    assert [path for path in found if not any(part in path for part in kept_back)] == []
    for part in kept_back:
        assert any(part in path for path in found), f"{part} comes back: take it off the list"


def test_a_draft_of_a_rendered_letter_says_where_everything_stands():
    example = next(each for each in EXAMPLES if each.name == "u4ssc-07")
    made = extracted(letters(example, own_library(), ("txt",)))
    assert made.findings == ()
    name = "T22-TSB-CIR-0092!!TXT"
    assert made.text.startswith(
        f"# Drafted from {name}-E.txt (en) and {name}-R.txt (ru): see whether it is right.\n"
        "# Behind each value is its place.\n"
        "# As in data/series/u4ssc.yaml: "
    )
    assert f"number: 92  # {name}-E.txt:6:6, {name}-R.txt:6:7\n" in made.text
    assert f"      - 09:30-16:00  # {name}-E.txt:28:378, {name}-R.txt:29:422\n" in made.text
    assert "study_period: 2022-2024  # u4ssc-07.yaml:4:15\n" in made.text


def test_a_letter_of_another_kind_says_that_it_is_no_meeting():
    letter = (ROOT / "accuracy/practice/questionnaire/en.docx").read_bytes()
    made = extracted({"questionnaire.docx": letter})
    (finding,) = (each for each in made.findings if each.rule == "kind")
    assert str(finding.location) == "questionnaire.docx"
    assert finding.message == "no event with a date is announced: this is no `meeting`"
    assert finding.help == ("write its `kind:` (corrigendum) and the facts that it calls for")
    assert "# event:  # not found: what is held: meeting, workshop, forum, …\n" in made.text
