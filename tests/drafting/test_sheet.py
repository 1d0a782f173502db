"""The text of a facts file as blocks: what is put in, and what stays as it was."""

import pytest

from circgen.drafting.sheet import Sheet, sheet_of
from circgen.drafting.side_events import redated
from circgen.facts.trees import parse
from circgen.findings import FindingsError

TEXT = """\
# yaml-language-server: $schema=x.json
# The ninth.

series: u4ssc
number: 81  # as agreed

# When?
sessions:  # two
  # the first
  - {date: 2025-10-31, hours: 11:00-12:00}
  - {date: 2025-11-01, hours: 11:00-12:00}  # the second

background:
  en: |
    One.
    # Two.

    Three.
# The end.
"""


def sheet(text=TEXT):
    return sheet_of(text.encode(), "a.yaml")


def test_a_file_comes_out_as_it_was():
    assert sheet().text == TEXT
    assert sheet().keys == ("series", "number", "sessions", "background")


@pytest.mark.parametrize(
    ("line", "key"),
    [(1, ""), (3, ""), (4, "series"), (5, "number"), (6, "sessions"), (7, "sessions"), (11, "sessions"),
     (12, "background"), (17, "background"), (19, "background"), (20, "")],
)  # fmt: skip
def test_every_line_belongs_to_a_key(line, key):
    assert sheet().key_at(line) == key


def test_comments_of_a_line_that_is_replaced_stay_beside_it():
    assert "number: 82  # as agreed\n" in sheet().put("number", ("number: 82",)).text
    text = sheet().put("number", ("number: 82  # the last was 81",)).text
    assert "# as agreed\nnumber: 82  # the last was 81\n" in text


def test_comments_of_lines_that_are_replaced_stand_above_them():
    text = sheet().put("sessions", ("sessions:", "  - {date: 2026-06-16}")).text
    new = "# When?\n# two\n# the first\n# the second\nsessions:\n  - {date: 2026-06-16}\n\nbackground:"
    assert new in text


def test_what_looks_like_a_comment_in_a_text_is_none():
    text = sheet().put("background", ("background: {en: Four.}",)).text
    assert "# Two." not in text
    assert text.endswith("# The end.\nbackground: {en: Four.}\n")


def test_a_new_key_stands_where_such_keys_do():
    made = sheet().put("issued", ("issued: 2026-05-15",)).put("kind", ("kind: meeting",))
    assert made.keys == ("series", "kind", "number", "issued", "sessions", "background")
    assert made.put("reply_by", ("reply_by: 2026-05-20",)).keys[-1] == "reply_by"


def test_an_empty_line_stands_between_what_is_about_different_things():
    made = Sheet().put("ordinal", ("ordinal: 9",)).put("series", ("series: u4ssc",))
    made = made.put("deadlines", ("deadlines: x",)).put("number", ("number: 1",))
    assert made.text == "series: u4ssc\nnumber: 1\n\nordinal: 9\n\ndeadlines: x\n"


def test_a_key_that_goes_takes_its_comments_along():
    text = sheet().without("sessions").text
    assert "When?" not in text
    assert "background:" in text


@pytest.mark.parametrize("text", ["{series: u4ssc}\n", "  series: u4ssc\n"])
def test_keys_in_braces_or_indented_are_not_taken_over(text):
    with pytest.raises(FindingsError, match="not taken over"):
        sheet(text)


EVENTS = """\
side_events:
  # the webinar
  - event: webinar
    title:
      en: On "Cities"   # as printed
    until: 2025-11-01
    date: 2025-10-31
    hours:
      - 12:00-13:00
      - 14:00-15:00
    weekday: Friday
    occasion: world-cities-day

  - date: 2025-10-30
    event: workshop
    title: {en: "A, b"}
""".splitlines()


def test_other_days_and_hours_leave_the_other_lines_of_a_side_event():
    made = redated(EVENTS, ["2026-06-16 12:00-13:00", "2026-06-15 to 2026-06-16 9:00-10:00, 11:00"])
    assert "\n".join(made) == (
        "side_events:\n"
        "  - event: webinar\n"
        "    title:\n"
        '      en: On "Cities"   # as printed\n'
        "    date: 2026-06-16\n"
        "    hours: 12:00-13:00\n"
        "    occasion: world-cities-day\n"
        "\n"
        "  - date: 2026-06-15\n"
        "    until: 2026-06-16\n"
        "    hours: [9:00-10:00, 11:00]\n"
        "    event: workshop\n"
        '    title: {en: "A, b"}'
    )


def test_a_side_event_can_be_left_out():
    assert [line for line in redated(EVENTS, ["-", ""]) if "event:" in line] == [
        "    event: workshop"
    ]
    assert redated(EVENTS, ["-", "-"]) == ()


def test_side_events_in_braces_are_spread_over_lines():
    lines = [
        "side_events:",
        "- {event: webinar, title: {en: 'A, b'}, date: 2025-10-31, weekday: Fri}",
    ]
    made = redated(lines, ["2026-06-16"])
    assert made == (
        "side_events:", "  - event: webinar", '    title: {en: "A, b"}', "    date: 2026-06-16",
    )  # fmt: skip
    assert parse("\n".join(made).encode(), "").get("side_events")
