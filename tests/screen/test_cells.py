"""Where lines of the terminal break."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from screen.letters import texts

from circgen.report.quoting import width
from circgen.screen.cells import Span, row_width, wrapped

NBSP = "\N{NO-BREAK SPACE}"
ACUTE = "\N{COMBINING ACUTE ACCENT}"
JOINER = "\N{WORD JOINER}"
CHARACTERS = st.sampled_from(
    f"ab cdé{ACUTE}жи  \n{NBSP}、。（）《》漢字語ab1,.—شبك{JOINER}\N{RIGHT-TO-LEFT MARK}"
)
TEXTS = st.text(CHARACTERS, max_size=60)
WIDTHS = st.integers(2, 30)


def rows(text, cells, style=""):
    return texts(wrapped([Span(text, style)], cells))


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 6, ["one", "two", "three"]),
        ("one  two", 20, ["one  two"]),
        ("one  two", 4, ["one", "two"]),
        ("a\nb", 9, ["a", "b"]),
        ("a\n\nb", 9, ["a", "", "b"]),
        ("", 9, [""]),
        (" a ", 9, ["a"]),
        ("one\ttwo", 9, ["one two"]),
        (f"from 31{NBSP}October", 10, ["from", f"31{NBSP}October"]),
        ("an https://u4ssc.itu.int/x", 10, ["an", "https://u4", "ssc.itu.in", "t/x"]),
        (f"caf e{ACUTE}", 5, [f"caf e{ACUTE}"]),
        ("e" + ACUTE * 3 + "ab", 2, ["e" + ACUTE * 3 + "a", "b"]),
        ("第二次会议", 6, ["第二次", "会议"]),
        ("第二次会议", 7, ["第二次", "会议"]),
        ("会议，会议", 4, ["会", "议，", "会议"]),
        ("会议（会议）", 6, ["会议", "（会", "议）"]),
        ("ITU会议", 4, ["ITU", "会议"]),
        ("会议ITU", 6, ["会议", "ITU"]),
        (f"会{JOINER}议会", 4, [f"会{JOINER}议", "会"]),
        (f"a 会{NBSP}议会", 5, ["a", f"会{NBSP}议", "会"]),
    ],
)
def test_lines_break_at_spaces_and_beside_ideographs(text, cells, expected):
    assert rows(text, cells) == expected


def test_looks_stay_with_their_characters():
    spans = [Span("one "), Span("two", "fact"), Span(" three", "bold")]
    assert wrapped(spans, 8) == [
        (Span("one "), Span("two", "fact")),
        (Span("three", "bold"),),
    ]


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x7f", "\x9b", "\r", "\ud800"])
def test_what_would_steer_the_terminal_is_not_printed(character):
    assert rows(f"a{character}b", 9) == ["a\N{REPLACEMENT CHARACTER}b"]


@given(TEXTS, WIDTHS)
def test_no_row_is_wider_than_asked(text, cells):
    assert all(row_width(row) <= cells for row in wrapped([Span(text)], cells))


@given(TEXTS, WIDTHS)
def test_no_character_is_lost_and_none_is_added(text, cells):
    assert "".join(rows(text, cells)).replace(" ", "") == re.sub("[ \n]", "", text)


@given(TEXTS, WIDTHS)
def test_spaces_inside_a_row_stay_and_none_is_at_its_ends(text, cells):
    for row in rows(text, cells):
        assert row == row.strip(" ")
        assert row in text


@given(TEXTS, WIDTHS)
def test_a_row_ends_where_the_next_word_does_not_fit(text, cells):
    """No row is shorter than it must be."""
    for line in text.split("\n"):
        found = rows(line, cells)
        for row, following in pairwise(found):
            first = re.split(r"[ 、。（）《》漢字語—]", following)[0] or following[:1]
            gap = len(re.search(f"{re.escape(row)}( *){re.escape(following)}", line)[1])
            begins_wide = width(following[0]) == 2
            # Marks that belong together wrap together; then more than one character is moved.
            if not begins_wide and not re.search("[、。（）《》漢字語—]", row[-1] + following[:9]):
                assert width(row) + gap + width(first) > cells


@given(TEXTS, WIDTHS)
def test_no_line_breaks_at_a_no_break_space(text, cells):
    """Unless what it holds together is longer than a row."""
    line = text.replace("\n", " ")
    for row, following in pairwise(rows(line, cells)):
        is_cut = row + following in line  # not at a space
        if is_cut and (row.endswith(NBSP) or following.startswith(NBSP)):
            around = row.split(" ")[-1] + following.split(" ")[0]
            assert width(around) > cells


@given(TEXTS, WIDTHS, WIDTHS)
def test_where_lines_break_does_not_depend_on_looks(text, cells, at):
    parts = [Span(text[:at], "fact"), Span(text[at:])]
    assert texts(wrapped(parts, cells)) == rows(text, cells)
