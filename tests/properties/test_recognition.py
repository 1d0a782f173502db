"""What a pack prints, its own reader reads: the same value and nothing else."""

import calendar
import datetime as dt
import re

import pytest
from babel.numbers import get_decimal_symbol
from hypothesis import assume, example, given
from hypothesis import strategies as st
from recognition.tables import LANGUAGES, found, reader

from circgen.facts.model import MINUTES_A_DAY, Hours, Years

SENTENCES = {
    "en": "The group will convene {} in the usual room.",
    "fr": "Le groupe se réunira {} dans la salle habituelle.",
    "ru": "Группа соберется {} в обычном зале.",
}
"""A sentence of each language that says no fact."""

LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
DAYS = st.dates(dt.date(2001, 1, 1), dt.date(2099, 12, 31))
MINUTES = st.integers(0, MINUTES_A_DAY - 1)
ZONES = ("Europe/Zurich", "UTC", "Asia/Seoul", "Asia/Kolkata", "America/St_Johns")


def words(language):
    return reader(language).language


def read(language, text):
    """What is found in a neutral sentence with a text in it, and nothing weak."""
    sentence = SENTENCES[language].format(text)
    return [each for each in found(language, sentence) if not each.startswith("(")]


def dates(start, end=None):
    """How a table has days."""
    return f"date {start}" if end in {None, start} else f"date {start}/{end}"


def are_printed(language, *minutes):
    """Whether the pack prints these times as it should: one that writes `1er h 30` does not."""
    speech = words(language)
    return all(speech.clock(each) in speech.time(each) for each in minutes)


def test_every_language_has_a_sentence_without_facts():
    assert [found(language, SENTENCES[language]) for language in LANGUAGES] == [[]] * len(LANGUAGES)


@LANGUAGE
@given(day=DAYS)
def test_a_day_is_read_in_every_style(language, day):
    for style in words(language).pack.dates:
        text = words(language).day(day, style)
        weekday = f"weekday {calendar.day_name[day.weekday()].lower()} {day}"
        assert read(language, text) == [dates(day)] + [weekday] * (style == "weekday")


@LANGUAGE
@given(start=DAYS, length=st.integers(1, 40))
@example(start=dt.date(2026, 5, 2), length=1)
@example(start=dt.date(2026, 12, 30), length=4)
def test_a_range_of_days_is_read_in_every_style(language, start, length):
    end = start + dt.timedelta(length)
    for style, patterns in words(language).pack.dates.items():
        if patterns.range:
            assert read(language, words(language).days(start, end, style)) == [dates(start, end)]


@LANGUAGE
@given(day=DAYS, gaps=st.lists(st.integers(2, 40), min_size=1, max_size=3))
def test_days_of_a_list_are_read_one_by_one(language, day, gaps):
    days = [day]
    for gap in gaps:
        days.append(days[-1] + dt.timedelta(gap))
    listing = (*words(language).listing(len(days)), "")
    following = (*days[1:], None)
    for style in ("when", "brackets"):
        text = "".join(
            words(language).day(each, style, after) + joint
            for each, after, joint in zip(days, following, listing, strict=True)
        )
        assert read(language, f"({text})") == [dates(each) for each in days], text


@LANGUAGE
@given(start=MINUTES, length=st.integers(5, MINUTES_A_DAY - 1))
@example(start=1200, length=240)
def test_hours_are_read_as_they_are_printed(language, start, length):
    stretch = Hours(start, start + length)
    assume(are_printed(language, start, start + length))
    assert read(language, words(language).hours(stretch)) == [f"hours {stretch}"]
    assert read(language, words(language).hours(Hours(start))) == [f"hours {Hours(start)}"]


@LANGUAGE
@given(day=DAYS, minutes=st.integers(0, MINUTES_A_DAY))
def test_the_time_of_a_deadline_is_read_after_its_date(language, day, minutes):
    assume(are_printed(language, minutes))
    text = f"{words(language).day(day)}, {words(language).time(minutes)} UTC"
    assert read(language, text) == [dates(day), f"hours {Hours(minutes)}", "zone UTC"]


@LANGUAGE
@given(day=DAYS, start=MINUTES, length=st.integers(5, 600), zone=st.sampled_from(ZONES))
def test_a_session_is_read_with_its_zone(language, day, start, length, zone):
    speech = words(language)
    value, label = speech.zone(zone, day, start, None)
    stretch = Hours(start, start + length)
    assume(are_printed(language, start, start + length))
    text = f"{speech.day(day, 'when')} {speech.hours(stretch)}{label}"
    first, second, *zones = read(language, text)
    assert [first, second] == [dates(day), f"hours {stretch}"]
    assert f"zone {value}".replace("\N{MINUS SIGN}", "-") in zones


@LANGUAGE
@given(number=st.integers(3, 140))
def test_an_ordinal_is_read_in_every_form(language, number):
    speech = words(language)
    forms = {form for endings in speech.pack.ordinals.endings.values() for form in endings} or {""}
    for form in forms:
        try:
            text = speech.ordinal(number, form)
        except ValueError:
            continue  # the word has fewer forms than others
        assert read(language, text) == [f"ordinal {number}"], text
        if number <= speech.pack.ordinals.spelled_to:
            assert read(language, text.upper()) == [f"ordinal {number}"], text


@LANGUAGE
@given(start=st.integers(1950, 2090), length=st.integers(1, 9))
def test_years_are_read(language, start, length):
    years = Years(start, start + length)
    assert read(language, words(language).years(years)) == [f"years {years}"]


@LANGUAGE
@given(number=st.integers(0, 10**9))
def test_a_number_is_read_however_its_thousands_are_set_off(language, number):
    if 1800 <= number < 2200:
        number += 1000
    for mark in (",", " ", "\N{NARROW NO-BREAK SPACE}", "\N{RIGHT SINGLE QUOTATION MARK}"):
        text = f"{number:,}".replace(",", mark)
        if text.count(",") != 1 or text.endswith(",000") or decimals(language) != ",":
            assert read(language, text) == [f"number {number}"], text


@LANGUAGE
@given(whole=st.integers(1, 999), part=st.integers(1, 999))
def test_three_figures_behind_a_decimal_mark_are_no_thousands(language, whole, part):
    text = f"{whole}{decimals(language)}{part:03}"
    assert read(language, text) == [f"number {whole + part / 1000:.3f}".rstrip("0")], text


def decimals(language):
    return get_decimal_symbol(language, numbering_system="latn")


@LANGUAGE
@given(number=st.integers(2, 99))
def test_a_counted_noun_keeps_its_number(language, number):
    speech = words(language)
    for noun in speech.pack.counted:
        assert f"number {number}" in read(language, f"{number} {speech.counted(number, noun)}")


@LANGUAGE
@given(day=DAYS, start=st.integers(0, 60 * 23))
def test_figures_are_read_alike_in_every_language(language, day, start):
    end = start + 45
    hours = f"{start // 60:02}:{start % 60:02}\N{EN DASH}{end // 60:02}:{end % 60:02}"
    for form in ("%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d"):
        wanted = [dates(day), f"hours {Hours(start, end)}"]
        assert read(language, f"{day:{form}}, {hours},") == wanted


SPACES = re.compile(r"(?<=\S) (?=\S)")
DASHES = re.compile("[-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}]")


@LANGUAGE
@pytest.mark.parametrize(
    "space", ["\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{THIN SPACE}", "  "]
)
@given(day=DAYS, start=MINUTES, length=st.integers(5, 600), gap=st.integers(1, 40))
def test_spaces_and_dashes_of_any_kind_say_the_same(language, space, day, start, length, gap):
    speech = words(language)
    end = day + dt.timedelta(gap)
    parts = [
        *(speech.days(day, end, style) for style, p in speech.pack.dates.items() if p.range),
        speech.hours(Hours(start, start + length))
        if are_printed(language, start, start + length)
        else "",
        f"{day:%Y-%m-%d}",
        speech.years(Years(day.year, day.year + 3)),
    ]
    for part in parts:
        before = read(language, part)
        for dash in "-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}":
            text = DASHES.sub(dash, SPACES.sub(space, part.replace("\N{NO-BREAK SPACE}", " ")))
            assert read(language, text) == before, text
