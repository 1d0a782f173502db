"""Letters in other layouts and words than ours: what a draft has of them is right, or not there."""

import re

import pytest
import yaml
from comparison.pairs import proofreader
from extraction.foreign import PRACTICE, documents
from extraction.letters import LETTERS, extracted, loaded, own_library, plain, shown

from circgen.comparison.pair import compared
from circgen.comparison.rendered import Rendered
from circgen.comparison.side import Side
from circgen.findings import FindingsError, has_errors
from circgen.library import Library, read_bytes

EXPECTED = yaml.load(
    (LETTERS.parent / "expected.yaml").read_text("utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506  texts only
)
KEYS = (
    *("series", "number", "variant", "study_period", "issued", "issued_at", "ordinal", "event"),
    *("mode", "place", "zone", "sessions", "addressees", "copies", "contact"),
)
ABSTAINED = "not found"


def test_every_letter_to_practise_on_is_expected():
    folders = {path.name for path in PRACTICE.iterdir() if path.is_dir()}
    own = {path.name.partition(".")[0] for path in LETTERS.iterdir()}
    assert {name.partition(" as ")[0] for name in EXPECTED} == folders | own


@pytest.mark.parametrize("name", EXPECTED)
def test_a_draft_has_what_the_letter_says(name):
    made = extracted(documents(name))
    stated = plain(made.text)
    for session in stated.get("sessions", []):
        session.pop("zone_label", None)
    found = {key: stated[key] for key in KEYS if key in stated}
    if lost := [f.message.split("`")[1] for f in made.findings if f.rule == "not-found"]:
        found[ABSTAINED] = lost
    assert found == EXPECTED[name]
    for path in lost:
        assert f"# {path}:  # not found: " in made.text


@pytest.mark.parametrize("name", EXPECTED)
def test_a_draft_lacks_only_what_it_marks(name):
    made = extracted(documents(name))
    try:
        loaded(made.text, own_library())
    except FindingsError as error:
        for finding in error.findings:
            assert finding.rule == "missing-key"
            key = finding.message.split("`")[1]
            assert re.search(rf"^# (\w+\.)*{key}:  # not found: ", made.text, re.MULTILINE)


def errors(text, letters):
    """What letters say otherwise than those that a draft makes."""
    draft = LETTERS / "draft.yaml"
    library = own_library()
    own = Library(library.project, lambda p: text.encode() if p == draft else read_bytes(p))
    facts = own.load(draft)
    found = []
    for name, data in letters.items():
        side = proofreader().side_of(data, name)
        circular = own.compose(facts, side.letter.language)
        letter = Rendered(facts.file).letter(circular, side.letter.language)
        found += compared(Side(letter, side.recogniser, "the draft"), side)
    return [each for each in found if has_errors([each])]


@pytest.mark.parametrize("name", ["converted", "cut-off", "mail", "connected-schools"])
def test_the_letters_of_a_draft_say_what_the_documents_say(name):
    letters = documents(name)
    assert errors(extracted(letters).text, letters) == []


def test_hours_that_were_changed_are_not_those_of_the_meeting():
    made = extracted(documents("addendum-hours"))
    assert (
        "en.txt:24:85: warning: `14:00–16:30` may be hours of the meeting, or others "
        "[not-taken-over]"
    ) in shown(made.findings)


def test_what_stands_around_the_title_is_told():
    made = extracted(documents("corrigendum"))
    told = [line for line in shown(made.findings) if "en.txt:23" in line]
    assert told == [
        (
            "en.txt:23:10: warning: what follows place and date in the subject: "
            "`new dates and hours` [not-taken-over]"
        ),
        "en.txt:23:10: warning: words in front of the event: `Joint ITU/WHO` [not-taken-over]",
    ]


def test_a_paragraph_without_words_in_the_template_keeps_its_text_in_every_language():
    made = extracted(documents("mail"))
    last = plain(made.text)["paragraphs"][-1]
    assert last == {
        "id": "paragraph-4",
        "after": "languages",
        "text": {
            "en": "Delegates who bring a boat are asked to tell the harbour master.",
            "ru": "Делегатов, прибывающих на лодке, просят сообщить об этом капитану порта.",
        },
    }


def test_a_sentence_that_the_template_does_not_have_is_not_lost():
    text = extracted(documents("cut-off")).text
    assert "Cities in which nobody is left behind" in text
    assert plain(text)["paragraphs"][0]["id"] == "background"
