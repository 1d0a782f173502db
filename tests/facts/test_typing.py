"""Dates, hours, zones, numbers and addresses as people type them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from facts.loading import facts, findings, read
from hypothesis import given
from hypothesis import strategies as st

from circgen.facts.model import Hours, Years
from circgen.facts.parsers import MONTHS, parse_date, parse_hours, parse_time

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
MINUTES = st.integers(0, 24 * 60 - 1)


# --- dates


@pytest.mark.parametrize(
    "typed",
    [
        "2025-10-31",
        "31.10.2025",
        "31 October 2025",
        "31 october 2025",
        "31 Oct 2025",
        "'2025-10-31'",
        '" 2025-10-31 "',
    ],
)
def test_a_date_is_read_as_people_type_it(typed):
    assert facts(f"sessions: {{date: {typed}}}").sessions[0].date == date(2025, 10, 31)


@pytest.mark.parametrize("typed", ["2025-11-3", "3.11.2025", "03.11.2025", "3 November 2025"])
def test_a_zero_in_front_is_not_needed(typed):
    assert facts(f"sessions: {{date: {typed}}}").sessions[0].date == date(2025, 11, 3)


@given(DAYS)
def test_every_day_is_read_in_every_way_of_writing_it(day):
    for typed in (
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
        f"{day:%d.%m.%Y}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}",
    ):
        assert parse_date(typed) == day


@given(st.text("0123456789.-/ T", max_size=12))
def test_what_is_read_as_a_date_is_that_date(typed):
    try:
        day = parse_date(typed)
    except ValueError as error:
        found, help_text = error.args
        assert all((found, help_text)), "what was found, and what to do"
        return
    parts = sorted(int(part) for part in typed.replace(".", "-").replace(" ", "-").split("-"))
    assert parts == sorted((day.year, day.month, day.day))


@given(st.integers(1900, 2200), st.integers(0, 99), st.integers(0, 99))
def test_a_day_that_is_not_in_the_calendar_is_refused(year, month, day):
    try:
        wanted = date(year, month, day)
    except ValueError:
        with pytest.raises(ValueError, match="is not a date"):
            parse_date(f"{year}-{month}-{day}")
    else:
        assert parse_date(f"{year}-{month}-{day}") == wanted


@pytest.mark.parametrize("typed", ["Friday", "friday", "FRI", "fri"])
def test_a_weekday_is_read_as_people_type_it(typed):
    assert facts(f"sessions: {{date: 2025-10-31, weekday: {typed}}}").sessions[0].weekday == 4


# --- hours


@pytest.mark.parametrize(
    "typed",
    [
        "11:00-12:00",
        "1100-1200",
        "11.00-12.00",
        "11h00-12h00",
        "11:00 - 12:00",
        "11:00–12:00",
        "11:00 – 12:00",
        "11:00—12:00",
        "11:00−12:00",
        "11:00 to 12:00",
        "1100 - 12:00",
        "'1100-1200'",
        "[1100-1200]",
    ],
)
def test_hours_are_read_as_people_type_them(typed):
    (session,) = facts(f"sessions: {{date: 2025-10-31, hours: {typed}}}").sessions
    assert session.hours == (Hours(11 * 60, 12 * 60),)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("9:30", 570),
        ("09:30", 570),
        ("0930", 570),
        ("930", 570),
        ("0730", 450),
        ("00:00", 0),
        ("0000", 0),
        ("11:00", 660),
        ("1100", 660),
        ("23:59", 1439),
    ],
)
def test_a_start_is_not_taken_for_a_number(typed, minutes):
    (session,) = facts(f"sessions: {{date: 2025-10-31, hours: {typed}}}").sessions
    assert session.hours == (Hours(minutes),)


@pytest.mark.parametrize("typed", ["18:00-24:00", "1800-2400", "18:00-00:00+1", "18:00-00:00 (+1)"])
def test_a_session_may_end_at_midnight(typed):
    (session,) = facts(f"sessions: {{date: 2025-10-31, hours: {typed}}}").sessions
    assert session.hours == (Hours(18 * 60, 24 * 60),)
    assert not session.hours[0].over_midnight


def test_a_session_may_end_on_the_next_day():
    (session,) = facts("sessions: {date: 2025-10-31, hours: 22:00-02:00+1}").sessions
    assert session.hours == (Hours(22 * 60, 26 * 60),)
    assert session.hours[0].over_midnight


@pytest.mark.parametrize("typed", ["24:00", "2400"])
def test_a_deadline_may_be_at_midnight(typed):
    line = f"deadlines: {{what: registration, date: 2025-10-01, hour: {typed}, zone: UTC}}"
    (deadline,) = facts(f"sessions: {{date: 2025-10-31}}\n{line}").deadlines
    assert deadline.hour == Hours(24 * 60)


@given(MINUTES, st.integers(1, 24 * 60))
def test_hours_as_they_are_shown_are_read_back(start, length):
    """`22:00-02:00+1` and all others are longer than nothing and no longer than a day."""
    hours = Hours(start, start + length)
    if length == 24 * 60 and start:
        with pytest.raises(ValueError, match="is longer than a day"):
            parse_hours(str(hours))
    else:
        assert parse_hours(str(hours)) == hours


@given(MINUTES)
def test_a_time_as_it_is_shown_is_read_back(minutes):
    assert parse_time(str(Hours(minutes))) == parse_hours(str(Hours(minutes))) == Hours(minutes)
    assert parse_time(f"{minutes // 60}{minutes % 60:02}") == Hours(minutes)


@given(st.text("0123456789:.-+ hto", max_size=14))
def test_what_is_read_as_hours_is_within_its_day_and_has_an_end_after_its_start(typed):
    try:
        hours = parse_hours(typed)
    except ValueError as error:
        found, help_text = error.args
        assert all((found, help_text)), "what was found, and what to do"
        return
    assert 0 <= hours.start < 24 * 60
    assert hours.end is None or hours.start < hours.end < hours.start + 24 * 60
    assert parse_hours(str(hours)) == hours


# --- numbers, yes and no, addresses


@pytest.mark.parametrize("typed", ["81", "081", "0081", "'81'"])
def test_the_number_of_a_circular_is_read_as_people_type_it(typed):
    data = f"series: common\nnumber: {typed}\nissued: 2025-09-01\nsessions: {{date: 2025-10-31}}"
    assert read(data).facts.number == 81


@pytest.mark.parametrize("typed", ["2025-2028", "2025–2028", "2025 - 2028"])
def test_a_study_period_is_read_as_people_type_it(typed):
    assert facts(f"study_period: {typed}\nsessions: {{date: 2025-10-31}}").study_period == Years(
        2025, 2028
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("yes", True), ("no", False), ("Yes", True), ("NO", False), ("true", True), ("false", False)],
)
def test_yes_and_no_are_read_as_people_type_them(typed, meant):
    lines = f"sessions: {{date: 2025-10-31}}\nregistration: {{mandatory: {typed}}}"
    assert facts(lines).registration.mandatory is meant


@pytest.mark.parametrize(
    "text", ["no", "yes", "on", "off", "y", "null", "1.0", "1e3", "0x1F", "=", "!"]
)
def test_a_text_that_yaml_would_take_for_something_else_stays_a_text(text):
    typed = text if text not in {"null", "!"} else f"'{text}'"
    lines = f"sessions: {{date: 2025-10-31}}\nacronym: {typed}\ntopic: {{en: {typed}, ru: {typed}}}"
    found = facts(lines)
    assert found.acronym == text
    assert found.topic == {"en": text, "ru": text}


def test_a_language_called_no_would_be_a_language():
    """`no` is Norwegian, and false in YAML 1.1."""
    (finding,) = findings(
        "series: common\nnumber: 1\nissued: 2025-09-01\neditions: [en, no]\nsessions: {date: 2025-10-31}"
    )
    assert finding.message == "`no` is not a language here"


@pytest.mark.parametrize(
    "typed",
    [
        "+41227306301",
        "+41 22 730 6301",
        "+41 (0)22 730 63 01",
        "022 730-6301",
        "'+41\u00a022\u00a0730\u00a06301'",
    ],
)
def test_a_telephone_number_stays_as_it_was_typed(typed):
    lines = f"sessions: {{date: 2025-10-31}}\ncontact: {{tel: {typed}}}"
    assert facts(lines).contact.tel == typed.strip("'")


@pytest.mark.parametrize("typed", ["+43 09 93", "+41 (0)22 73", "1234"])
def test_a_telephone_number_has_as_many_figures_as_one_has(typed):
    lines = f"sessions: {{date: 2025-10-31}}\ncontact: {{tel: {typed}}}"
    messages = [finding.message for finding in findings(lines)]
    assert f"`{typed}` is not a telephone number" in messages


@pytest.mark.parametrize(
    "typed", ["tsbmail@itu.int", "o'neil+tsb@list.itu.int", "a.b-c_d@x-y.example"]
)
def test_an_email_address_stays_as_it_was_typed(typed):
    assert (
        facts(f"sessions: {{date: 2025-10-31}}\ncontact: {{email: {typed}}}").contact.email == typed
    )


@pytest.mark.parametrize(
    "typed",
    [
        "https://u4ssc.itu.int/",
        "http://www.itu.int",
        "https://www.itu.int/md/T25-TSB-CIR-0081/en?lang=a&page=1#top",
        "https://www.itu.int/a_(b)/c*d/",
        "https://города.example/Умные-города",
        "https://www.itu.int:8443/%D0%B0",
    ],
)
def test_a_web_address_stays_as_it_was_typed(typed):
    assert facts(f"sessions: {{date: 2025-10-31}}\nwebsite: {typed}").website == typed


def test_texts_over_several_lines_are_one_line():
    lines = """sessions: {date: 2025-10-31}
topic:
  en: >-
    on   cities
    and towns
  ru: |
    о городах
    и общинах
"""
    assert facts(lines).topic == {"en": "on cities and towns", "ru": "о городах и общинах"}


def test_no_break_spaces_stay():
    found = facts('sessions: {date: 2025-10-31}\ntopic: {en: "Res.\\_99", ru: "Рез.\u00a099"}')
    assert found.topic == {"en": "Res.\u00a099", "ru": "Рез.\u00a099"}


# --- zones


@pytest.mark.parametrize(
    "zone", ["Europe/Zurich", "Asia/Seoul", "UTC", "America/Argentina/Buenos_Aires"]
)
def test_a_zone_of_the_database_is_read(zone):
    (session,) = facts(f"sessions: {{date: 2025-10-31, hours: 09:30, zone: {zone}}}").sessions
    assert session.zone == zone


def test_a_meeting_has_the_zone_of_its_place():
    data = """number: 1
study_period: 2025-2028
issued: 2025-09-01
issued_at: geneva
editions: [en, ru]
addressees: member-states
signatory: {name: director, office: director}
event: meeting
mode: physical
place: seoul
sessions: {date: 2025-10-31, hours: 09:30}
side_events: {event: webinar, title: {en: A, ru: А}, date: 2025-10-31, hours: 12:00-13:00, zone: UTC}
deadlines: {what: registration, date: 2025-10-01, hour: 24:00}
"""
    found = read(data).facts
    assert [item.zone for item in (*found.sessions, *found.side_events, *found.deadlines)] == [
        "Asia/Seoul",
        "UTC",
        "Asia/Seoul",
    ]


@given(st.dates(date(2022, 1, 1), date(2028, 12, 31)), MINUTES)
def test_an_hour_of_geneva_is_refused_only_on_the_nights_of_a_clock_change(day, minutes):
    period = "2025-2028" if day.year >= 2025 else "2022-2024"
    data = (
        f"series: common\nnumber: 1\nstudy_period: {period}\nissued: {day}\n"
        f"sessions: {{date: {day}, hours: {Hours(minutes)}}}"
    )
    rules = {finding.rule for finding in findings(data)}
    midnight, noon = (
        ZoneInfo("Europe/Zurich").utcoffset(
            datetime(day.year, day.month, day.day, hour)  # noqa: DTZ001  on the clocks there
        )
        for hour in (0, 12)
    )
    changes = midnight != noon and 2 * 60 <= minutes < 3 * 60
    assert rules == ({"clock-change"} if changes else set())


# --- what may be true


@pytest.mark.parametrize(
    "lines",
    [
        (
            "sessions: {date: 2025-10-31, hours: [11:00-12:00, 13:30-15:30]}\n"
            "side_events: {event: webinar, title: {en: A, ru: А}, date: 2025-10-31, hours: 12:00-13:00}"
        ),
        "sessions: [{date: 2025-10-31, hours: 09:00-12:00}, {date: 2025-10-31, hours: 10:00-11:00}]",
        "sessions: [{date: 2025-10-31, hours: 09:00-10:00}, {date: 2025-11-03, hours: 09:00-10:00}]",
        "sessions: {date: 2025-10-31, hours: [09:00-10:00, 10:00-11:00]}",
        "sessions: {date: 2025-10-31, hours: 11:00-12:00, zone_label: CET}",
        "sessions: {date: 2025-09-01, hours: 11:00-12:00, zone_label: CEST}",
        "sessions: {date: 2025-12-30, until: 2026-01-02, hours: 11:00-12:00}",
        "sessions: {date: 2025-10-31}\ndeadlines: {what: registration, date: 2025-11-30}",
        "sessions: {date: 2025-10-31}\nobjectives: [{en: to see ITU etc., ru: и т. д.}]",
        "sessions: {date: 2025-10-31}\nparagraphs: {id: objectives, omit: yes}",
        "sessions: {date: 2025-10-31}\nparagraphs: {id: visa, before: opening, text: {en: a, ru: а}}",
        "sessions: {date: 2025-10-31}\nparagraphs: {id: opening, after: objectives, text: {en: a, ru: а}}",
        (
            "sessions: {date: 2025-10-31}\nparagraphs: [{id: objectives, omit: yes}, "
            "{id: visa, after: objectives, text: {en: a, ru: а}}]"
        ),
        (
            "sessions: {date: 2025-10-31}\nparagraphs: [{id: visa, after: opening, text: {en: a, ru: а}}, "
            "{id: dress, after: visa, text: {en: b, ru: б}}]"
        ),
    ],
    ids=[
        "a side event between two sessions",
        "parallel tracks",
        "the same hours on two days",
        "one session right after another",
        "the label of winter",
        "the label of summer, and a letter of the same day",
        "over the end of a year",
        "a deadline after the meeting",
        "a full stop of an abbreviation",
        "a paragraph left out",
        "a paragraph in front of all",
        "a paragraph moved",
        "a paragraph in the place of one left out",
        "a paragraph after an inserted one",
    ],
)
def test_what_may_be_true_is_no_finding(lines):
    assert facts(lines)


def test_a_draft_may_lack_number_and_date():
    found = read("series: common\nstatus: draft\nsessions: {date: 2025-10-31}").facts
    assert found.draft
    assert (found.number, found.issued) == (None, None)


def test_a_corrigendum_may_be_issued_after_the_meeting():
    assert facts("variant: C1\nsessions: {date: 2025-08-01}").variant.letter == "C"


def test_a_key_of_the_file_hides_that_of_its_series():
    found = facts(
        "zone: UTC\nmode: hybrid\nplace: seoul\nsessions: {date: 2025-10-31, hours: 09:30}"
    )
    assert (found.zone, found.mode, found.event.id) == ("UTC", "hybrid", "meeting")


def test_an_older_file_need_not_word_a_newer_language():
    data = """series: common
editions: [en]
number: 1
issued: 2025-09-01
sessions: {date: 2025-10-31}
topic: {en: on cities}
event: workshop
"""
    assert read(data).facts.editions == ("en",)


def test_a_text_may_be_there_in_more_languages_than_the_circular_goes_out_in():
    found = read(
        "series: common\neditions: [en]\nnumber: 1\nissued: 2025-09-01\n"
        "sessions: {date: 2025-10-31}\ntopic: {en: on cities, ru: о городах}"
    )
    assert found.facts.topic == {"en": "on cities", "ru": "о городах"}


def test_a_place_whose_zone_is_stated_needs_no_zone_in_the_list():
    read = facts(
        "mode: physical\nplace: {name: atlantis, zone: Atlantic/Azores}\n"
        "sessions: {date: 2025-10-31, hours: 09:30}\n"
    )
    assert read.place.zone == "Atlantic/Azores"
