"""Days, places and modes in words that are not ours: those of another meeting are not taken."""

import pytest
from extraction.letters import drafted, plain, shown

FORUM = "Forum on harbours (Almaty, Kazakhstan)"
LATER = "2. The forum will be held from 9 to 11 June 2026."


def days(made):
    return [
        each["date"] + (f"/{each['until']}" if "until" in each else "")
        for each in plain(made.text).get("sessions", [])
    ]


def not_days(made):
    start = "not taken for days of the meeting: "
    return [line.partition(start)[2] for line in shown(made.findings) if start in line]


OTHERS = {
    "past": ("1. The third forum took place on 2 December 2025.", "the letter is later"),
    "replaced": (
        "1. Instead of the dates that were announced, 2 to 4 June 2026, there are others.",
        "others have come in their place",
    ),
    "longer than a meeting": (
        "1. Other meetings on harbours are held between 1 July and 1 September 2026.",
        "no meeting lasts so long",
    ),
    "a deadline": ("1. Papers on harbours are welcome by 20 May 2026.", "something ends then"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_days_of_something_else_are_not_those_of_the_meeting(name):
    first, reason = OTHERS[name]
    assert days(drafted(FORUM, first, LATER)) == ["2026-06-09/2026-06-11"]
    alone = drafted(FORUM, first)
    assert days(alone) == []
    assert "# sessions:  # not found: days and hours\n" in alone.text
    together = drafted(FORUM, first + LATER.removeprefix("2."))
    assert days(together) == ["2026-06-09/2026-06-11"]
    assert not_days(together) == [f"{reason} [not-taken-over]"]


def test_days_that_have_been_replaced_are_told_and_the_others_taken():
    made = drafted(
        FORUM, "1. It will be held from 9 to 11 June 2026, and not from 2 to 4 June 2026."
    )
    assert days(made) == ["2026-06-09/2026-06-11"]
    assert [line for line in shown(made.findings) if "days of the meeting" in line] == [
        (
            "en.txt:16:25: warning: the days of the meeting are taken from paragraph 1: "
            "`9 to 11 June 2026` [doubtful]"
        ),
        (
            "en.txt:16:57: warning: `2 to 4 June 2026` is not taken for days of the meeting: others "
            "have come in their place [not-taken-over]"
        ),
    ]


def test_of_several_days_in_one_text_none_is_surely_that_of_the_meeting():
    made = drafted(FORUM, "1. The forum is on 9 June 2026, and the fair on 23 June 2026.", LATER)
    assert days(made) == []
    assert "# sessions:  # not found: days and hours\n" in made.text
    assert not_days(made) == ["it may be that of something else [not-taken-over]"] * 2


def test_days_before_the_letter_in_the_subject_announce_nothing():
    made = drafted("Outcome of the forum (Almaty, 8-10 April 2026)", LATER)
    stated = plain(made.text)
    assert {"sessions", "place", "mode"}.isdisjoint(stated)
    assert not_days(made) == ["the letter is later [not-taken-over]"]
    assert (
        "en.txt: warning: no event with a date is announced: this is no `meeting` [kind]"
    ) in shown(made.findings)


def test_days_of_nothing_that_is_held_stay_in_the_title():
    made = drafted("Second questionnaire on harbours: reply by 31 May 2026", LATER)
    assert plain(made.text)["topic"] == {
        "en": "Second questionnaire on harbours: reply by 31 May 2026"
    }


def test_a_meeting_that_is_going_on_is_still_announced():
    assert days(drafted("Forum on harbours (Geneva, 2-5 May 2026)", "1. Come.")) == [
        "2026-05-02/2026-05-05"
    ]


TABLE = (
    "The forums are as follows:\nForum\tDate\tHours\n"
    "First\tTue, 9 June 2026\t1400-1600 CEST\nSecond\tWed, 4 November 2026\t1330-1500 CET"
)


def test_a_table_of_which_the_cells_are_paragraphs_is_read_as_one():
    made = drafted("Forums on harbours in 2026", "All forums are virtual.", TABLE)
    stated = plain(made.text)
    assert [(each["date"], each["hours"]) for each in stated["sessions"]] == [
        ("2026-06-09", ["14:00-16:00"]),
        ("2026-11-04", ["13:30-15:00"]),
    ]
    assert (stated["mode"], stated["zone"]) == ("virtual", "Europe/Zurich")


def series(last):
    return drafted(
        "Webinars on harbours (virtual, 9 June - 4 November 2026)",
        "1. The webinars are held between 9 June and 4 November 2026.",
        f"2. The webinars:\n\n- 9 June 2026, 1400-1600 (CEST);\n- {last} 2026, 1330-1500 (CET).",
    )


def test_a_series_that_lasts_months_has_the_days_of_its_list():
    assert days(series("4 November")) == ["2026-06-09", "2026-11-04"]


def test_a_list_without_the_last_day_of_a_series_is_not_all_of_it():
    assert days(series("28 October")) == ["2026-06-09/2026-11-04"]


PLACES = {
    "Forum on harbours, Yerevan, Republic of Armenia, 9-11 June 2026": (
        {"name": {"en": "Yerevan, Republic of Armenia"}, "zone": "Asia/Yerevan"},
        "physical",
    ),
    "Forum on harbours (FH) Dakar (Senegal) and online, 9-11 June 2026": (
        {"name": {"en": "Dakar (Senegal)"}, "zone": "Africa/Dakar"},
        "hybrid",
    ),
    "Forum on harbours, Geneva and online, 9-11 June 2026": ("geneva", "hybrid"),
    "Forum on harbours, Geneva, 9-11 June 2026": ("geneva", "physical"),
    "Forum on harbours of Dakar, 9-11 June 2026": (None, None),
    "Forum on harbours, Nowhere, 9-11 June 2026": (None, None),
}


@pytest.mark.parametrize("subject", PLACES)
def test_a_place_in_front_of_the_days_needs_no_brackets(subject):
    stated = plain(drafted(subject, LATER).text)
    assert (stated.get("place"), stated.get("mode")) == PLACES[subject]


def test_a_meeting_without_a_place_says_so():
    made = drafted("Forum on harbours, Nowhere, 9-11 June 2026", LATER)
    assert "# place:  # not found: " in made.text
    assert "en.txt: warning: `place` was not found [not-found]" in shown(made.findings)


def test_a_place_in_brackets_of_its_own_ends_the_title():
    stated = plain(drafted(f"{FORUM}: new dates", LATER).text)
    assert stated["topic"] == {"en": "on harbours"}
    assert stated["place"] == {"name": {"en": "Almaty, Kazakhstan"}, "zone": "Asia/Almaty"}


def test_a_meeting_in_which_one_may_take_part_from_elsewhere_is_not_surely_physical():
    subject = "Forum on harbours (Geneva, 9-11 June 2026)"
    first = "1. The forum will be held from 9 to 11 June 2026. Remote participation is possible."
    assert "mode" not in plain(drafted(subject, first).text)
    made = drafted(subject, LATER, "3. We look forward to welcoming you in Geneva or online.")
    assert plain(made.text)["mode"] == "physical"
    assert (
        "en.txt:18:50: warning: `mode` is `physical` in the draft, because there is a place; here "
        "stands `online` [doubtful]"
    ) in shown(made.findings)


def test_a_form_online_says_nothing_of_the_mode():
    made = drafted(
        "Forum on harbours (Geneva, 9-11 June 2026)", LATER, "3. Please register online by 1 June."
    )
    assert [line for line in shown(made.findings) if "`mode`" in line] == []


ZONES = {
    "2 p.m. to 4 p.m. (Geneva time)": "Europe/Zurich",
    "14:00-16:00 CEST (UTC+2)": "Europe/Zurich",
    "14:00-16:00 (UTC+2)": "Etc/GMT-2",
    "14:00-16:00 CEST (UTC+3)": "Etc/GMT-3",
}


@pytest.mark.parametrize("hours", ZONES)
def test_a_zone_is_that_of_its_name_or_label_unless_the_offset_beside_it_is_another_one(hours):
    made = drafted("Forum on harbours (virtual, 9 June 2026)", f"1. It is on 9 June 2026, {hours}.")
    assert plain(made.text)["zone"] == ZONES[hours]
