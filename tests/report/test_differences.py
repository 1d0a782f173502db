"""Two versions of a text, word by word."""

import pytest

from circgen.report import plain
from circgen.report.differences import changes, difference


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("a b c", "a x c", "a [-b-]{+x+} c"),
        ("a c", "a b c", "a {+b+} c"),
        ("a b c", "a c", "a [-b-] c"),
        ("b c", "a b c", "{+a+} b c"),
        ("a b", "a b c", "a b {+c+}"),
        ("", "a b", "{+a b+}"),
        ("a b", "", "[-a b-]"),
        ("one two three", "four five", "[-one two three-]{+four five+}"),
        ("at 11:00, here", "at 12:00, here", "at [-11:00-]{+12:00+}, here"),
        ("«Умный город»", "«Умная страна»", "«[-Умный город-]{+Умная страна+}»"),
        ("see (a@b.int).", "see (c@b.int).", "see ([-a@b.int-]{+c@b.int+})."),
        ("the end", "the end.", "the end{+.+}"),
        ("定于十月举行", "定于九月举行", "定于[-十-]{+九+}月举行"),
        ("a\N{NO-BREAK SPACE}b\nc", "a b x", "a b [-c-]{+x+}"),
        ("a\N{SOFT HYPHEN}b", "ab", "[-a<U+00AD>b-]{+ab+}"),
    ],
)
def test_a_difference_marks_the_words_that_changed(old, new, shown):
    assert difference(old, new, plain) == shown


@pytest.mark.parametrize("text", ["", "a b, c", "  a\tb, c \n"])
def test_there_is_no_difference_where_all_words_are_the_same(text):
    assert difference(" ".join(text.split()), text, plain) == ""


def test_long_stretches_that_are_the_same_are_left_out():
    words = [f"w{number}" for number in range(60)]
    old, new = " ".join(words), " ".join(words).replace("w20 ", "x ").replace("w40 ", "")
    assert difference(old, new, plain) == (
        "… w14 w15 w16 w17 w18 w19 [-w20-]{+x+} w21 w22 w23 w24 w25 w26"
        " … w34 w35 w36 w37 w38 w39 [-w40-] w41 w42 w43 w44 w45 w46 …"
    )


def test_a_few_words_are_not_worth_leaving_out():
    assert difference("a b c d e f g h i j", "x b c d e f g h i y", plain) == (
        "[-a-]{+x+} b c d e f g h i [-j-]{+y+}"
    )


@pytest.mark.parametrize("length", [10, 500, 20_000])
def test_changes_make_up_both_texts(length):
    old = " ".join(f"w{number % 77}" for number in range(length))
    new = " ".join(f"w{number % 79}" for number in range(length))
    found = changes(old, new)
    assert "".join(word for change in found for word in change.old) == old
    assert "".join(word for change in found for word in change.new) == new


def test_a_text_of_the_size_of_a_book_is_one_change():
    assert [change.same for change in changes("a " * 5000, "b " * 5000)] == [False]
