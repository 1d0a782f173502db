"""`circgen preview` in a terminal: colours, width and the pager."""

import re
import sys

import pytest
from cli.window import CODES, Window

FACTS = "data/meetings/a.yaml"
TEXT = "{en: We are ready., ru: Мы готовы.}"
ITEMS = [f"{{en: item number {n}, ru: пункт номер {n}}}" for n in range(1, 40)]
LONG = f"[{', '.join(ITEMS)}]"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")


def printed(folder, *words, **how):
    """All that a preview prints in a window, without codes."""
    with Window(folder, "preview", FACTS, *words, **how) as window:
        return window.rest()


def rows(text):
    return [row.rstrip() for row in CODES.sub("", text).split("\r\n")]


def test_facts_are_in_colour(folder):
    folder.meeting("a")
    assert "\x1b[36m1\x1b[0m" in printed(folder, rows=99)


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_there_is_no_colour_where_nobody_wants_it(folder, env):
    folder.meeting("a")
    assert "\x1b" not in printed(folder, rows=99, **env)


def test_an_option_says_whether_there_is_colour(folder):
    folder.meeting("a")
    assert "\x1b[36m" in printed(folder, "--color", rows=99, NO_COLOR="1")
    assert "\x1b" not in printed(folder, "--no-color", rows=99)


def test_a_page_is_as_wide_as_the_window_but_no_wider_than_can_be_read(folder):
    folder.meeting("a", background=f"{{en: {'word ' * 99}, ru: {'слово ' * 99}}}")
    widths = {}
    for columns in (44, 80, 130, 240):
        found = rows(printed(folder, columns=columns, rows=999))
        widths[columns] = max(map(len, found))
    assert 38 <= widths[44] <= 44
    assert 74 <= widths[80] <= 80
    assert widths[130] == widths[240] <= 100


def test_languages_stand_beside_each_other_where_there_is_room(folder):
    folder.meeting("a", background=TEXT)
    found = rows(printed(folder, "--lang", "en,ru", columns=100, rows=99))
    assert any(re.fullmatch(r"2   We are ready\. +│ 2   Мы готовы\.", row) for row in found)


def test_a_long_letter_goes_through_the_pager(folder):
    folder.meeting("a", objectives=LONG)
    shown = printed(folder, PAGER="sed s/item/ITEM/", LESS="", rows=24)
    assert "ITEM number 39" in shown
    assert "\x1b[36m" in shown


def test_less_shows_colours_and_letters_of_any_language(folder):
    folder.meeting("a", objectives=LONG)
    with Window(folder, "preview", FACTS, "--lang", "ru", rows=20, LC_ALL="C") as window:
        window.child.expect("\x1b\\[36m")
        window.child.expect("Женева")
        window.press("q")
        window.child.expect("\x1b\\[\\?1049l")
        window.rest()
        assert window.child.exitstatus == 0


@pytest.mark.parametrize("pager", ["", "no-such-pager"])
def test_a_long_letter_is_printed_where_there_is_no_pager(folder, pager):
    folder.meeting("a", objectives=LONG)
    assert "item number 39" in printed(folder, PAGER=pager, rows=20)


def test_a_short_letter_needs_no_pager(folder):
    folder.meeting("a")
    assert "Dear" in printed(folder, PAGER="false", rows=60)
