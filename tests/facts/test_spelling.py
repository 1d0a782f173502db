"""Where each character of a text stands in its file, in every way that YAML has to write it."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from circgen.facts.characters import single_spaced
from circgen.facts.source import Mapping
from circgen.facts.spelling import spelled
from circgen.facts.trees import parse
from circgen.findings import Location

WRITTEN = [
    ("plain", "key: one two", "one two", {"one": (1, 6), "two": (1, 10)}),
    ("plain, folded", "key: one\n   two\n", "one two", {"two": (2, 4)}),
    ("single quotes", "key: 'it''s two'", "it's two", {"'s": (1, 9), "s": (1, 11), "two": (1, 13)}),
    (
        "double quotes",
        'key: "a \\"b\\" 2026\\_г. \\u2013 c"',
        'a "b" 2026\N{NO-BREAK SPACE}г. – c',
        {'"b': (1, 9), "b": (1, 11), "г": (1, 21), "–": (1, 24), "c": (1, 31)},
    ),
    ("double quotes, folded", 'key: "one\n  two\\\n  three"', "one twothree", {"three": (3, 3)}),
    ("folded block", "key: >-\n  one\n  two\n\n  three\n", "one two three", {"three": (5, 3)}),
    ("literal block", "key: |\n   one\n   two\n", "one two", {"one": (2, 4), "two": (3, 4)}),
    ("in a list", "key: [a, 'b c', d]", "b c", {"b": (1, 11), "c": (1, 13)}),
]


def _first(node):
    """The scalar behind the first key; of a list, the second item."""
    value = node.entries[0][1]
    return value.items[1] if hasattr(value, "items") and not isinstance(value, Mapping) else value


@pytest.mark.parametrize(
    ("source", "text", "places"), [each[1:] for each in WRITTEN], ids=[each[0] for each in WRITTEN]
)
def test_a_scalar_is_found_as_it_is_written(source, text, places):
    scalar = _first(parse(source.encode(), "f.yaml"))
    assert single_spaced(scalar.text) == text
    for words, (line, column) in places.items():
        assert _place(spelled(source, scalar.at, text), text.index(words)) == (line, column)


def _place(starts, offset):
    start, at = max(each for each in starts if each[0] <= offset)
    return at.line, at.column + offset - start


def test_text_that_keeps_its_lines_is_found_behind_an_empty_one():
    source = "key: |\n  one:\n\n  * two\n  * three\n"
    scalar = _first(parse(source.encode(), "f.yaml"))
    assert scalar.text == "one:\n\n* two\n* three\n"
    starts = spelled(source, scalar.at, scalar.text)
    places = [_place(starts, scalar.text.index(words)) for words in ("one", "* two", "three")]
    assert places == [(2, 3), (4, 3), (5, 5)]


def test_what_cannot_be_brought_together_stands_where_the_scalar_begins():
    at = Location("f.yaml", 1, 6)
    assert spelled("key: something", at, "another") == ((0, at),)
    assert spelled("key: some", at, "something longer") == ((0, at),)
    beyond = Location("f.yaml", 7, 1)
    assert spelled("key: some", beyond, "some") == ((0, beyond),)


@settings(max_examples=300)
@given(
    text=st.text(
        st.sampled_from("abя«»„“'\"\\:#-–—.,!?&*%@ []{}|>\N{NO-BREAK SPACE}\n"), min_size=1
    ).map(single_spaced).filter(bool),
    style=st.sampled_from([None, "'", '"', ">", "|"]),
    width=st.sampled_from([5, 20, 1000]),
    unicode=st.booleans(),
)  # fmt: skip
def test_every_character_stands_where_it_is_said_to(text, style, width, unicode):
    source = yaml.dump(
        {"key": text}, default_style=style, width=width, allow_unicode=unicode, indent=4
    )
    # The key is quoted in these styles, too.
    scalar = parse(source.encode(), "f.yaml").entries[0][1]
    if single_spaced(scalar.text) != text:
        return  # a folded block cannot begin with a space
    starts = spelled(source, scalar.at, text)
    assert len(starts) > 1 or len(text) <= len(source)
    lines = source.split("\n")
    for offset, character in enumerate(text):
        line, column = _place(starts, offset)
        there = lines[line - 1][column - 1 : column]
        if character != " ":
            assert there in (character, "\\")
