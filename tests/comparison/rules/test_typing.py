"""The rules doubled-word and punctuation-marks."""

import pytest
from comparison.rules.sides import FILE, found, found_in, passage, recogniser, shown

from circgen.comparison.side import Side
from circgen.readers.letter import Letter, Point


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "It is on on Friday.", "1:10 warning 1: on stands twice"),
        ("en", "The the meeting is free.", "1:5 warning 1: the stands twice"),
        ("en", "It is free free.", "1:12 warning 1: free stands twice"),
        ("en", "The ITU ITU meeting.", "1:9 warning 1: ITU stands twice"),
        (
            "en",
            "It is\N{NO-BREAK SPACE}on\N{NO-BREAK SPACE} on Friday.",
            "1:11 warning 1: on stands twice",
        ),
        ("ru", "Собрание пройдет в в Женеве.", "1:20 warning 1: в stands twice"),
        ("ru", "Просим просим учесть.", "1:8 warning 1: просим stands twice"),
        ("ru", "Собрание на на английском.", "1:13 warning 1: на stands twice"),
    ],
)
def test_a_word_that_stands_twice_is_a_warning(code, text, expected):
    assert shown(found("doubled-word", text, code)) == [expected]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "It is on one of the days, days on which we log in. In Geneva, too."),
        (
            "en",
            "From 10 10 people; face to face; so-so, so-so; log-in in Geneva; in in-depth talks.",
        ),
        ("en", "Vitamins A A and B are Sector SECTOR."),
        ("en", "Sign\tSign and com com.org and it's it."),
        ("ru", "Чуть-чуть, шаг за шагом, год от года, как как-нибудь."),
    ],
)
def test_words_that_only_look_alike_are_right(code, text):
    assert found("doubled-word", text, code) == []


def test_a_word_doubled_over_the_end_of_a_line_is_found():
    lines = passage("The meeting is on\non Friday.")
    one = Side(Letter(FILE, "en", {}, (Point("1", (lines,)),)), recogniser("en"))
    assert [finding.target.text for finding in found_in("doubled-word", one)] == ["on on"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is free , too.", "1:11 warning 1: ` ,` is no punctuation"),
        ("It is free,, too.", "1:11 warning 1: `,,` is no punctuation"),
        ("It is free, , too.", "1:11 warning 1: `, ,` is no punctuation"),
        ("It is free,.", "1:11 warning 1: `,.` is no punctuation"),
        ("It is free..", "1:11 warning 1: `..` is no punctuation"),
        ("В 2025 г.. и далее.", "1:9 warning 1: `..` is no punctuation"),
        ("Отчет;; план.", "1:6 warning 1: `;;` is no punctuation"),
    ],
)
def test_punctuation_that_no_language_has_is_a_warning(text, expected):
    assert shown(found("punctuation-marks", text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It is free... and so on… etc., too.",
        "И т. д., и т. п.; в 2025 г., 11 час. 00 мин., 3,14.",
        "Le programme : gratuit ; à Genève ! Vraiment ?",
        "See https://example.org/a,,b..c and ../plan.",
        "At https://u4ssc.itu.int/, and to u4ssc@itu.int, too.",
    ],
)
def test_other_punctuation_is_right(text):
    assert found("punctuation-marks", text) == []
