"""Answers as people say them become the ids and words of facts files; others stay as they are."""

import pytest
from checks.trial import made

from circgen.drafting.archive import Archive
from circgen.drafting.by_name import meant, strange
from circgen.drafting.draft import Draft
from circgen.drafting.sheet import Sheet, sheet_of
from circgen.library import Library
from circgen.project import find_project


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("project")
    made(path, {"templates/ru/language.yaml": [("nominative: Сеул,", "nominative: Дубай,")]})
    layout = path / "templates" / "layouts" / "meeting.yaml"
    layout.write_text(f"facts: {{captioned: flag}}\n{layout.read_text('utf-8')}", "utf-8")
    return path


@pytest.fixture
def draft(folder):
    return Draft(Archive(Library(find_project(folder))), folder / "x.yaml", Sheet(), {})


@pytest.mark.parametrize(
    ("path", "typed", "taken"),
    [
        ("series", "U4SSC", "u4ssc"),
        ("series", "other", "other"),
        ("kind", "Meeting", "meeting"),
        ("editions", "EN", "en"),
        ("editions", "en  ru", "en, ru"),
        ("editions", "en and ru", "en and ru"),
        ("editions", "English, xx", "en, xx"),
        ("editions", "French", "French"),
        ("editions", "e;r", "en, ru"),
        ("editions", "-", "-"),
        ("editions", "[en, ru]", "[en, ru]"),
        ("status", "N", "no"),
        ("status", "True", "yes"),
        ("status", "DRAFT", "draft"),
        ("captioned", "Y", "yes"),
        ("captioned", "False", "no"),
        ("mode", "Virtual", "virtual"),
        ("place", "New_Delhi", "new-delhi"),
        ("place", "женева", "geneva"),
        ("place", "Дубай", "Дубай"),
        ("place", "Nairobi, Africa/Nairobi", "Nairobi, Africa/Nairobi"),
        ("signatory.name", "Seizo Onoe", "seizo-onoe"),
        ("signatory.office", "tsb director", "tsb-director"),
        ("addressees", "Academia, Member States", "academia, member-states"),
        ("working_languages", "Spanish English", "es, en"),
        ("topic", " On Yes and No ", "On Yes and No"),
        ("number", "82", "82"),
        ("unknown", "Yes", "Yes"),
    ],
)
def test_an_answer_is_taken_for(draft, path, typed, taken):
    assert meant(draft, path, (typed,)) == (taken,)


def test_a_name_of_two_places_is_none_of_them_but_their_ids_are_known(draft):
    assert meant(draft, "place", ("Дубай",)) == ("Дубай",)
    assert meant(draft, "place", ("Dubai",)) == ("dubai",)


@pytest.mark.parametrize(
    ("path", "answer", "problem"),
    [
        ("editions", "en, Klingon", ("`Klingon` is not known here", "allowed: `en`, `ru`")),
        ("editions", "en xx", ("`xx` is not known here", "allowed: `en`, `ru`")),
        ("editions", "xx", ("`xx` is not known here", "allowed: `en`, `ru`")),
        ("series", "U4 SS", ("`U4 SS` is not known here", "did you mean `u4ssc`?")),
        ("series", "u4sc", ("`u4sc` is not known here", "did you mean `u4ssc`?")),
        ("editions", "[en, ru]", None),
        ("topic", "On Cities", None),
    ],
)
def test_what_the_project_has_not_is_told_with_what_it_has(draft, path, answer, problem):
    assert strange(draft, path, (answer,)) == problem


def test_a_key_has_a_type_if_there_is_such_a_key(folder):
    sheet = sheet_of(b"editions: [en]\n", "x.yaml")
    draft = Draft(Archive(Library(find_project(folder))), folder / "x.yaml", sheet, {})
    assert draft.type_at("contact.tel")
    assert draft.type_at("captioned")
    assert not draft.type_at("contact.mobile")
    assert not draft.type_at("webpage")
