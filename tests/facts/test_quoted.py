"""Whatever a text is, written into a YAML file it is read as itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circgen.facts.characters import forbidden
from circgen.facts.quoted import flow, quoted, typed
from circgen.facts.source import Scalar
from circgen.facts.trees import parse

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"])).filter(
    lambda text: not forbidden(text)
)


@given(TEXTS)
def test_a_text_is_read_as_it_was_written(text):
    assert parse(f"x: {quoted(text)}".encode(), "").get("x").text == text
    assert parse(f"x: [{quoted(text, inside=True)}, y]".encode(), "").get("x").items[0].text == text


@pytest.mark.parametrize(
    ("text", "written", "inside"),
    [
        ("11:00-12:00", "11:00-12:00", "11:00-12:00"),
        ("+41 22 730 5852", "+41 22 730 5852", "+41 22 730 5852"),
        ("no", "no", "no"),
        ("a, b", "a, b", '"a, b"'),
        ("a: b", '"a: b"', '"a: b"'),
        ("a #b", '"a #b"', '"a #b"'),
        ('"умные" города', '"\\"умные\\" города"', '"\\"умные\\" города"'),
        ("null", '"null"', '"null"'),
        ("", '""', '""'),
        ("a\nb: c", '"a\\nb: c"', '"a\\nb: c"'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text, written, inside):
    assert quoted(text) == written
    assert quoted(text, inside=True) == inside


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("{en: a, ru: б}", "{en: a, ru: б}"),
        ("[11:00-12:00, 13:00]", "[11:00-12:00, 13:00]"),
        ("{en: a", '"{en: a"'),
        ("[see annex] 1", '"[see annex] 1"'),
        ("{a: b}\nc: d", '"{a: b}\\nc: d"'),
    ],
)
def test_lists_and_mappings_may_be_typed_but_no_other_keys(text, written):
    assert typed(text) == written


def test_a_value_stands_on_one_line():
    text = "x: {date: 2025-10-31, hours: [11:00-12:00, 'a, b']}"
    node = parse(text.encode(), "").get("x")
    assert flow(node) == '{date: 2025-10-31, hours: [11:00-12:00, "a, b"]}'
    assert isinstance(parse(f"x: {flow(node)}".encode(), "").get("x").get("date"), Scalar)
