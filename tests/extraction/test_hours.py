"""Hours in words that are not ours: what is taken for those of the meeting, and what is told."""

import pytest
from extraction import letters
from extraction.foreign import with_tables
from extraction.letters import HARBOURS, extracted, plain, shown

SUBJECT = "Workshop on harbours (Geneva, {when})"
ONE, TWO = "12 May 2026", "12-13 May 2026"
OPENING = {
    ONE: "1. A workshop on harbours will be held in Geneva on 12 May 2026.",
    TWO: "1. A workshop on harbours will be held in Geneva on 12 and 13 May 2026.",
}


def drafted(when, *paragraphs):
    return letters.drafted(SUBJECT.format(when=when), *paragraphs)


def hours(made):
    """Hours by the days that have some."""
    return {
        each["date"] + (f"/{each['until']}" if "until" in each else ""): each["hours"]
        for each in plain(made.text)["sessions"]
        if "hours" in each
    }


BOTH = "2026-05-12/2026-05-13"
TAKEN = {
    "in another paragraph": (
        ONE,
        "2. The workshop will run from 0930 to 1230 and from 1400 to 1730 hours on 12 May 2026.",
        {"2026-05-12": ["09:30-12:30", "14:00-17:30"]},
        "en.txt:18:31",
    ),
    "each day": (
        TWO,
        "2. The sessions run every day from 9.30 am to 5.30 pm (Geneva time).",
        {BOTH: ["09:30-17:30"]},
        "en.txt:18:36",
    ),
    "behind a label": (
        ONE,
        "2. Time: 09:30–17:30 (CEST)",
        {"2026-05-12": ["09:30-17:30"]},
        "en.txt:18:10",
    ),
    "day by day, without years": (
        TWO,
        "2. The sessions are as follows:\n\n- 12 May: 0930-1730 hours;\n- 13 May: 0900-1200 hours.",
        {"2026-05-12": ["09:30-17:30"], "2026-05-13": ["09:00-12:00"]},
        "en.txt:20:11",
    ),
    "beside lunch": (
        TWO,
        "2. The sessions run daily from 0930 to 1730 hours. Lunch is daily from 1200 to 1300 hours.",
        {BOTH: ["09:30-17:30"]},
        "en.txt:18:32",
    ),
}


@pytest.mark.parametrize("case", TAKEN)
def test_hours_that_are_said_of_the_meeting_are_taken_and_told(case):
    when, paragraph, expected, place = TAKEN[case]
    made = drafted(when, OPENING[when], paragraph)
    assert hours(made) == expected
    (told,) = (line for line in shown(made.findings) if "[doubtful]" in line)
    assert told.startswith(
        f"{place}: warning: the hours of the meeting are taken from paragraph 2: `"
    )


OF_OTHERS = {
    "a reception": (ONE, "A reception will be held on 12 May 2026 from 1800 to 2000 hours."),
    "registration": (ONE, "Registration for the workshop: 08:30-09:30 daily"),
    "another event": (ONE, "A webinar of the workshop runs on 12 May from 1200 to 1300 hours."),
    "lunch": (TWO, "The restaurant is open daily from 1130 to 1430 hours."),
    "one day of two": (TWO, "The session on 12 May runs from 0930 to 1230 hours."),
    "a day that is otherwise": (
        TWO,
        "The sessions run daily from 0930 to 1730 hours, except on Wednesday, until 1200 hours.",
    ),
    "beginning and end": (ONE, "The workshop begins at 0930 hours and ends at 1730 hours."),
    "two ways": (
        TWO,
        (
            "The sessions run daily from 0930 to 1730 hours.\n\n"
            "3. The sessions run daily from 1000 to 1800 hours."
        ),
    ),
}


@pytest.mark.parametrize("case", OF_OTHERS)
def test_hours_that_may_be_of_something_else_are_listed_with_their_places(case):
    when, paragraph = OF_OTHERS[case]
    made = drafted(when, OPENING[when], f"2. {paragraph}")
    assert hours(made) == {}
    lost = "# sessions[0].hours:  # not found: none of these is surely the meeting's: `"
    (line,) = (line for line in made.text.split("\n") if line.startswith(lost))
    (finding,) = (each for each in made.findings if each.message.startswith("`sessions[0].hours`"))
    assert finding.location.line == 18
    assert f"({finding.location})" in line
    assert (
        finding.help
        == "write `hours:` under `sessions:` in the draft: " + line.partition("not found: ")[2]
    )


def test_a_letter_without_hours_says_so():
    made = drafted(ONE, OPENING[ONE])
    assert (
        "# sessions[0].hours:  # not found: no hours stand in the paragraphs of the letter\n"
    ) in made.text


BESIDE_THE_DAY = {
    "in the same sentence": (
        "on 12 May 2026 from 0930 to 1730 hours. Doors open from 0830 to 0930 hours.",
        {"2026-05-12": ["09:30-17:30"]},
        ["0830 to 0930 hours."],
    ),
    "a pause inside them": (
        "on 12 May 2026, from 0930 to 1730 hours, with lunch from 1230 to 1400 hours.",
        {},
        ["0930 to 1730 hours", "1230 to 1400 hours."],
    ),
    "in a sentence of something else": (
        "on 12 May 2026. Doors open from 0830 to 0930 hours.",
        {},
        ["0830 to 0930 hours."],
    ),
}


@pytest.mark.parametrize("case", BESIDE_THE_DAY)
def test_beside_the_day_only_hours_of_its_sentence_count(case):
    text, expected, told = BESIDE_THE_DAY[case]
    made = drafted(ONE, f"1. A workshop on harbours will be held in Geneva {text}")
    assert hours(made) == expected
    lines = [line for line in shown(made.findings) if "may be hours of the meeting" in line]
    assert [line.split("`")[1] for line in lines] == told


def test_a_beginning_on_the_first_of_several_days_is_not_that_of_each():
    text = "1. A workshop will be held in Geneva from 12 to 13 May 2026, from 0930 hours."
    made = drafted(TWO, text)
    assert hours(made) == {}
    assert any("`0930 hours.` may be hours" in line for line in shown(made.findings))


def test_days_with_other_hours_than_the_rest_are_not_stated_twice():
    text = (
        "1. A workshop will be held in Geneva from 12 to 13 May 2026, each day from 0930 to 1730 "
        "hours, but on 13 May from 0930 to 1300 hours."
    )
    assert plain(drafted(TWO, text).text)["sessions"] == [
        {"date": "2026-05-12", "until": "2026-05-13"}
    ]


def test_in_a_table_the_hours_of_other_labels_are_not_those_of_the_day():
    rows = "Date | 12 May 2026\nTime | 09:30–17:30\nRegistration | 08:30–09:00"
    body = f"1. A workshop on harbours will be held in Geneva on the day below.\n\n{rows}"
    letter = HARBOURS.format(subject=SUBJECT.format(when=ONE), body=body)
    made = extracted({"en.docx": with_tables(letter)})
    assert hours(made) == {"2026-05-12": ["09:30-17:30"]}


def test_a_host_that_the_template_has_no_place_for_keeps_the_words_of_the_letter():
    text = (
        "1. It is my pleasure to announce that ITU is organizing a workshop on harbours{host}. The "
        "workshop will take place in Geneva on 12 May 2026, from 0930 to 1730 hours (CEST)."
    )
    alone, joint = (drafted(ONE, text.format(host=host)) for host in ("", " jointly with UNEP"))
    (reworded,) = alone.findings
    assert reworded.rule == "reworded"
    assert reworded.help == (
        'en: without "pleasure", "announce"; with "pleased", "inform", "International", '
        '"Telecommunication", "Union"; compare the letter with what is rendered from the draft'
    )
    assert [each.rule for each in joint.findings] == ["own-paragraph"]


def zoned(zones):
    """The zones that a draft has of a meeting on two days, the last one with other hours."""
    made = drafted(
        TWO,
        OPENING[TWO],
        f"2. The sessions:{zones[0]}\n\n- 12 May: {zones[1]};\n- 13 May: 1-5 p.m.",
    )
    return plain(made.text).get("zone"), hours(made)


def test_a_zone_of_hours_in_brackets_is_not_that_of_the_hours_before_them():
    found = {"2026-05-12": ["09:30-12:30"], "2026-05-13": ["13:00-17:00"]}
    assert zoned(("", "09:30-12:30 (07:30-10:30 UTC)")) == (None, found)


def test_a_break_is_no_session_and_hours_beside_it_are_not_looked_for_elsewhere():
    made = drafted(
        ONE,
        "1. A workshop on harbours will be held in Geneva on 12 May 2026. The workshop will begin "
        "at 10:00 and close at 17:00, with a break from 12:30 to 14:00.",
        "2. Two events are planned:\n\n- on 12 May, from 12:45 to 13:45, a demonstration.",
    )
    assert hours(made) == {}


def test_sessions_before_and_after_a_break_are_taken_without_it():
    made = drafted(
        ONE,
        "1. A workshop on harbours will be held on 12 May 2026, from 10:00 to 12:30 and from 14:00 "
        "to 17:00, with a break from 12:30 to 14:00.",
    )
    assert hours(made) == {"2026-05-12": ["10:00-12:30", "14:00-17:00"]}
