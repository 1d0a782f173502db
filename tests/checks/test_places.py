"""Words of a letter are found in their template."""

from circgen.checks.subjects import Template
from circgen.checks.subjects.places import WordPlaces
from circgen.compose.sources import pieces_of

SOURCE = """\
{% block opening %}
The **meeting** will
take&nbsp;place in {{ place }}. Registration is free{% if late %}, but late{% endif %}.
{% endblock %}
{% block side_events %}
The webinar is free, too.
{% endblock %}
{% block notes %}
All that is free
(see&nbsp;below).
{% endblock %}
"""
PLACES = WordPlaces(
    Template(
        "aa",
        "t.md.j2",
        SOURCE,
        tuple(pieces_of(SOURCE)),
        {"opening": 1, "side_events": 5, "notes": 8},
    )
)


def _found(paragraph, text):
    return [(start, str(at)) for start, at in PLACES.at(paragraph, text)]


def test_words_are_found_across_lines_marks_and_spaces():
    text = "The meeting will take\N{NO-BREAK SPACE}place in "
    assert _found("opening", text) == [
        (0, "t.md.j2:2:1"),
        (0, "t.md.j2:2:1"),
        (4, "t.md.j2:2:7"),
        (12, "t.md.j2:2:17"),
        (17, "t.md.j2:3:1"),
        (22, "t.md.j2:3:11"),
        (28, "t.md.j2:3:17"),
    ]


def test_every_part_of_a_sentence_has_its_place():
    assert _found("opening", ". Registration is free, but late") == [
        (0, "t.md.j2:3:33"),
        (2, "t.md.j2:3:33"),
        (15, "t.md.j2:3:46"),
        (24, "t.md.j2:3:68"),
        (28, "t.md.j2:3:72"),
    ]


def test_what_stands_beside_words_has_its_place():
    text = "that is free (see\N{NO-BREAK SPACE}below)."
    assert _found("notes", text)[-2:] == [(13, "t.md.j2:10:1"), (18, "t.md.j2:10:11")]


def test_words_that_are_not_the_same_end_what_is_found_beside_each_other():
    text = "that is free, not below at all"
    assert _found("notes", text)[1:] == [(0, "t.md.j2:9:5"), (5, "t.md.j2:9:10")]


def test_a_repeated_paragraph_has_the_places_of_its_block():
    assert _found("side-events[1]", "The webinar is free")[1] == (0, "t.md.j2:6:1")


def test_other_words_in_front_stand_where_the_paragraph_begins():
    assert _found("notes", "now: that is free")[:2] == [(0, "t.md.j2:8"), (5, "t.md.j2:9:5")]


def test_words_that_are_nowhere_stand_where_the_paragraph_begins():
    assert _found("opening", "The webinar is free") == [(0, "t.md.j2:1")]
    assert _found("opening", ".") == [(0, "t.md.j2:1")]


def test_a_paragraph_without_words_is_the_file():
    assert _found("other", "words that are new") == [(0, "t.md.j2")]
