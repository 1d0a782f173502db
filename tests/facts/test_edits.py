"""Characters of a file are changed, and all other bytes stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circgen.facts.edits import edited
from circgen.findings import Fix, Location


def fix(line, column, old, new):
    return Fix(Location("f", line, column), old, new)


@pytest.mark.parametrize(
    ("content", "fixes", "expected"),
    [
        ("ab\ncd\n", [fix(2, 1, "c", "x")], "ab\nxd\n"),
        ("ab\r\ncd\r\n", [fix(2, 2, "d", "yy")], "ab\r\ncyy\r\n"),
        ("ab\rcd", [fix(2, 1, "cd", "")], "ab\r"),
        ("\ufeffab", [fix(1, 1, "a", "x")], "\ufeffxb"),
        ("a \r\n b", [fix(1, 2, " \n ", "_")], "a_b"),
        ("äb", [fix(1, 2, "b", "ß")], "äß"),
        ("abc", [fix(1, 3, "c", "z"), fix(1, 1, "a", "x")], "xbz"),
        ("abc", [fix(1, 1, "ab", "x"), fix(1, 2, "bc", "y")], "xc"),
        ("abc", [fix(1, 1, "b", "x")], "abc"),
        ("abc", [fix(9, 1, "a", "x")], "abc"),
        ("abc", [fix(1, 9, "a", "x")], "abc"),
    ],
)
def test_fixes_are_applied_at_their_places(content, fixes, expected):
    assert edited(content.encode(), fixes) == expected.encode()


@given(st.text(alphabet="a\r\n\ufeffä "))
def test_without_fixes_a_file_is_the_same(content):
    assert edited(content.encode(), []) == content.encode()
