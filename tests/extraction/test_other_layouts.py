"""Letters in other layouts and words than ours: what a draft has of them is right, or not there."""

import re

import pytest
import yaml
from comparison.pairs import proofreader
from extraction.foreign import PRACTICE, documents, with_tables
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


FOLDERS = {path.name for path in PRACTICE.iterdir() if path.is_dir()}


def test_every_letter_of_these_tests_is_expected():
    own = {path.name.partition(".")[0] for path in LETTERS.iterdir()}
    expected = {name.partition(" as ")[0] for name in EXPECTED}
    assert own <= expected <= FOLDERS | own


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


def test_what_a_template_would_not_say_stays_in_the_words_of_the_letter():
    """Hosts that the template has no place for, a fee, and a place are not lost."""
    for name, words in {
        "connected-schools": "jointly with the United Nations Environment Programme (UNEP)",
        "lighthouses": "Participation is subject to a fee of USD 40",
        "harbours": "together with UNEP, UNESCO and the Port of Montevideo",
    }.items():
        texts = [
            each.get("text", {}) for each in plain(extracted(documents(name)).text)["paragraphs"]
        ]
        assert any(words in text.get("en", "") for text in texts), name


def test_a_paragraph_that_the_template_would_shorten_keeps_its_id_and_its_text():
    made = extracted(documents("connected-schools"))
    first = plain(made.text)["paragraphs"][0]
    assert (first["id"], "after" in first, sorted(first["text"])) == (
        "opening",
        False,
        ["en", "ru"],
    )
    assert (
        "en.txt:29:3: warning: 1: it keeps its own text: `opening` would not say the same "
        "[own-paragraph]"
    ) in shown(made.findings)


def test_words_that_one_of_several_paragraphs_loses_are_told():
    made = extracted(documents("converted"))
    (told,) = (f.help for f in made.findings if "those of `side-events`" in f.message)
    end = "compare the letter with what is rendered from the draft"
    assert told == f'en: with "entitled", "forms"; {end}'


def test_words_that_the_subject_loses_are_told():
    made = extracted(documents("forum-geneva"))
    told = [(str(f.location), f.help) for f in made.findings if f.message.startswith("subject:")]
    end = "compare the letter with what is rendered from the draft"
    assert told == [
        ("en.docx:¶22", f'without "online"; with "Hybrid"; {end}'),
        ("ru.docx:¶22", f'without "онлайн"; with "смешанный", "формат"; {end}'),
    ]


def test_a_topic_that_is_not_that_of_the_subject_is_not_taken():
    stated = plain(extracted(documents("harbours")).text)
    assert stated["topic"]["en"] == "on Harbour Networks"


def harbours(*changes):
    """The English letter about harbours with some texts replaced."""
    text = (LETTERS / "harbours.en.tables").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return extracted({"en.docx": with_tables(text)})


OUR_WORDS = (" together with UNEP, UNESCO and the Port of Montevideo", "")


def test_hours_may_stand_in_a_table_below_a_first_paragraph_in_our_words():
    made = harbours(OUR_WORDS)
    stated = plain(made.text)
    assert [each["hours"] for each in stated["sessions"]] == [
        ["09:30-12:30", "14:00-17:30"],
        ["09:30-17:30"],
        ["09:30-12:00"],
    ]


def test_a_comma_behind_a_place_in_our_words_is_none_of_its_name():
    hours = ("09.30–12.30", "14.00–17.30", "09.30–17.30", "09.30–12.00")
    stated = plain(harbours(OUR_WORDS, *((each, "open") for each in hours)).text)
    assert stated["place"]["name"] == {"en": "Montevideo, Uruguay"}
    assert "opening" not in {each["id"] for each in stated["paragraphs"]}


def test_only_the_paragraph_that_cannot_be_worded_keeps_its_text():
    stated = plain(extracted(documents("harbours")).text)
    assert stated["participation"]["free_of_charge"] == "yes"
    assert [each["id"] for each in stated["paragraphs"] if "after" not in each] == [
        "opening",
        "programme",
    ]


def test_what_could_not_be_proved_keeps_its_text():
    """Without a zone nothing can be worded."""
    free = "Participation in the symposium is free of charge and is open"
    made = harbours(
        ("Montevideo, Uruguay", "Springfield"),
        ("local time, UTC-3", "local time"),
        (free, free.replace("is free of charge and is", "costs nothing, is free of charge and is")),
    )
    assert [each for each in made.findings if each.rule == "reworded"] == []
    assert {"opening", "participation"} <= {
        each["id"] for each in plain(made.text)["paragraphs"] if "text" in each
    }


def test_annexes_that_are_left_behind_stand_in_the_draft():
    text = extracted(documents("harbours")).text
    assert text.endswith(
        "# annexes:  # not taken over: `ANNEX 1 (to TSB Circular 302)` (harbours.en.docx:¶42), "
        "`ПРИЛОЖЕНИЕ 1 (к Циркуляру 302 БСЭ)` (harbours.ru.docx:¶42)\n"
    )


def test_a_labelled_line_below_the_reference_is_no_section():
    made = extracted(documents("lighthouses"))
    assert "section" not in plain(made.text)
    assert (
        "lighthouses.en.txt:7:1: warning: a line below the reference: "
        "`Direct line: +41 22 730 5111` [not-taken-over]"
    ) in shown(made.findings)
