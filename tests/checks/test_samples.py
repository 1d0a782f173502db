"""Facts that are made up: all that a circular can state, and words for it in every language."""

import datetime as dt
import re

import pytest
from checks.trial import ROOT
from checks.tried import desk_of, kinds

from circgen.checks.sensitivity.samples import cut, everything, keys_of, stated
from circgen.document import Circular
from circgen.facts import schema
from circgen.facts.kinds import Kind
from circgen.facts.model import Hours, Name, Place, Session, Url, Years
from circgen.facts.types import Key
from circgen.library import Library, Loaded
from circgen.project import Project

TEMPLATES = ROOT / "templates"


@pytest.fixture(scope="module")
def library():
    return desk_of(TEMPLATES)[1]


@pytest.mark.parametrize("kind", kinds(TEMPLATES))
@pytest.mark.parametrize("without", [(), ("registration", "venue", "side_events")])
def test_facts_of_every_kind_are_worded_in_every_language(library, kind, without):
    layout = library.kind(kind)
    keys = keys_of(layout)
    for length in (1, 2, 3):
        tree = cut(everything(layout, library.packs, 3), keys, length, without)
        file = stated(tree, layout, tuple(library.packs))
        for code in library.packs:
            assert isinstance(library.compose(Loaded(file, {}), code), Circular)


def test_everything_that_a_circular_can_state_is_stated(library):
    tree = everything(library.kind("meeting"), library.packs, 2)
    own = {"series", "kind", "editions", "paragraphs", "annexes"}
    assert tree.keys() == schema.KEYS.keys() - own
    session = schema.KEYS["sessions"].type.type
    assert [item.keys() for item in tree["sessions"]] == [session.keys.keys()] * 2


def test_what_only_changes_how_another_fact_is_printed_is_left_out(library):
    layout = library.kind("meeting")
    tree = cut(everything(layout, library.packs, 2), keys_of(layout), 2)
    assert "variant" not in tree
    assert tree["sessions"][0].keys() == {"date", "hours", "zone"}


def test_lists_are_as_long_as_they_are_to_be(library):
    layout = library.kind("meeting")
    tree = cut(everything(layout, library.packs, 5), keys_of(layout), 3)
    assert len(tree["sessions"]) == len(tree["sessions"][2]["hours"]) == 3


def test_what_is_required_is_never_left_out(library):
    layout = library.kind("meeting")
    keys = keys_of(layout)
    tree = cut(everything(layout, library.packs, 1), keys, 1, {*keys, "sessions.hours"})
    assert set(tree) == {
        "issued_at", "addressees", "signatory", "event", "topic", "mode", "sessions"
    }  # fmt: skip
    assert tree["sessions"][0].keys() == {"date", "zone"}


def test_no_value_stands_twice(library):
    """So a change of one is seen where it is printed, and nowhere else."""
    seen = []

    def walk(value):
        match value:
            case dict():
                for each in value.values():
                    walk(each)
            case list():
                for each in value:
                    walk(each)
            case dt.date() | Hours() | Years() | Url():
                seen.append(value)
            case int() if not isinstance(value, bool) and value > 6:  # no weekday
                seen.append(value)

    walk(everything(library.kind("meeting"), library.packs, 3))
    assert len(seen) > 40
    assert [value for value in seen if seen.count(value) > 1] == []


def test_hours_of_a_session_follow_each_other(library):
    tree = everything(library.kind("meeting"), library.packs, 4)
    for session in tree["sessions"]:
        ends = [time for hours in session["hours"] for time in (hours.start, hours.end)]
        assert ends == sorted(ends)
        assert session["weekday"] == session["date"].weekday()


def test_a_text_means_nothing_and_is_the_same_in_every_language(library):
    topic = everything(library.kind("meeting"), library.packs, 1)["topic"]
    assert set(topic) == set(library.packs)
    assert len(set(topic.values())) == 1
    assert re.fullmatch("[a-z]+ [a-z]+", topic["en"])


def test_a_name_has_every_form_that_any_name_has(library):
    found = everything(library.kind("meeting"), library.packs, 1)["co_organizers"][0]
    assert isinstance(found, Name)
    assert found.id is None
    for code, pack in library.packs.items():
        entries = pack.glossary["names"].values()
        forms = {form for entry in entries for form in entry} - {""}
        assert forms <= found.forms[code].keys()


def test_a_glossary_without_a_name_in_common_gets_words(library):
    packs = {
        code: pack._replace(glossary={**pack.glossary, "names": {code: {"": "x"}}})
        for code, pack in library.packs.items()
    }
    found = everything(library.kind("meeting"), packs, 1)["co_organizers"][0]
    assert len({forms[""] for forms in found.forms.values()}) == 1


@pytest.mark.parametrize("name", list(schema.DECLARABLE))
def test_a_kind_of_its_own_may_declare_any_type_of_fact(library, name):
    kind = Kind("own", "own.yaml", (), facts={"it": Key(schema.DECLARABLE[name], "it")})
    tree = everything(kind, library.packs, 2)
    file = stated(cut(tree, keys_of(kind), 2), kind, ("en",))
    assert file.facts.extra["it"] not in (None, "")


def test_a_fact_that_a_kind_declares_and_nobody_states_is_there_all_the_same():
    """Conditions ask for it."""
    kind = Kind("own", "own.yaml", (), facts={"it": Key(schema.FLAG, "it")})
    library = Library(Project(TEMPLATES, ()))
    tree = cut(everything(kind, library.packs, 1), keys_of(kind), 1, ("it",))
    assert stated(tree, kind, ("en",)).facts.extra == {"it": None}


def test_facts_are_made_as_a_file_is_read(library):
    layout = library.kind("meeting")
    tree = cut(everything(layout, library.packs, 2), keys_of(layout), 2)
    facts = stated(tree, layout, ("en", "ru"), ("languages",)).facts
    assert isinstance(facts.sessions[0], Session)
    assert isinstance(facts.place, Place)
    assert facts.place.zone == facts.zone == facts.sessions[0].zone
    assert [(own.id, own.omit) for own in facts.paragraphs] == [("languages", True)]
    assert (facts.editions, facts.kind) == (("en", "ru"), "meeting")


def test_names_with_many_forms_go_to_facts_that_are_one_name(library):
    tree = everything(library.kind("meeting"), library.packs, 2)
    names = library.packs["en"].glossary["names"]
    most = max(map(len, names.values()))
    one = [tree["initiative"]["name"], tree["initiative"]["of"]]
    assert [len({*name.forms["en"].values()}) for name in one] == [most, most]
    assert not {str(name.forms) for name in one} & {str(n.forms) for n in tree["co_organizers"]}
