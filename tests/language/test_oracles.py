"""Packs against authorities that are not the packs: CLDR's names, num2words, a reader of our own."""

import datetime as dt
import re

import pytest
from babel import localedata
from babel.core import Locale
from language.tables import LANGUAGES, NBSP, every, pack, table
from num2words import num2words

from circgen.facts.model import Hours

MIDNIGHT = 24 * 60
QUARTERS = range(0, MIDNIGHT + 1, 15)
YEARS = (2024, 2025)  # the first is a leap year
DAYS = [
    dt.date(year, 1, 1) + dt.timedelta(days=number)
    for year in YEARS
    for number in range((dt.date(year + 1, 1, 1) - dt.date(year, 1, 1)).days)
]


def cldr(language):
    """The raw data of a locale, with what it inherits."""
    locale = str(Locale.parse(pack(language).pack.locale))
    return localedata.LocaleDataDict(localedata.load(locale))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_months_of_the_table_are_those_of_cldr(language):
    names = cldr(language)["months"][table(language)["months_in_cldr"]]["wide"]
    assert table(language)["months"] == [names[number] for number in range(1, 13)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_weekdays_of_the_table_are_those_of_cldr(language):
    names = cldr(language)["days"][table(language)["weekdays_in_cldr"]]["wide"]
    assert table(language)["weekdays"] == [names[number] for number in range(7)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_every_style_prints_the_name_of_the_month(language, month):
    name = table(language)["months"][month - 1]
    for style in table(language)["dates"]:
        assert name in pack(language).day(dt.date(2026, month, 2), style), style


def test_every_language_has_an_authority_for_its_ordinals():
    assert all(table(language)["num2words"]["forms"] for language in LANGUAGES)


@pytest.mark.parametrize(
    ("language", "form"),
    [(language, form) for language in LANGUAGES for form in table(language)["num2words"]["forms"]],
)
def test_ordinals_agree_with_num2words(language, form):
    told = table(language)["num2words"]
    how = {
        key: value != "false" if key == "animate" else value
        for key, value in told["forms"][form].items()
    }
    for number in range(1, pack(language).pack.ordinals.spelled_to + 1):
        theirs = num2words(number, to="ordinal", lang=told["language"], **how)
        for find, put in told.get("put", ()):
            theirs = theirs.replace(find, put)
        assert pack(language).ordinal(number, form).lower() == theirs, number


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_ordinals_has_an_authority(language):
    forms = {
        form for endings in pack(language).pack.ordinals.endings.values() for form in endings
    } or {""}
    assert set(table(language)["num2words"]["forms"]) == forms
    assert set(table(language)["ordinals"]) == forms


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tens_of_ordinals_are_the_cardinals_of_num2words(language):
    told = table(language)["num2words"]
    for tens, word in pack(language).pack.ordinals.tens.items():
        theirs = num2words(int(tens), lang=told["language"])
        for find, put in told.get("put", ()):
            theirs = theirs.replace(find, put)
        assert word.lower() == theirs


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_ordinals_print_alike(language):
    for form in table(language)["num2words"]["forms"]:
        printed = [pack(language).ordinal(number, form) for number in range(1, 1200)]
        assert len(set(printed)) == len(printed)


# The reader: what the table says of a page, and nothing of how the pack prints it.


def match(pattern, text):
    found = re.fullmatch(pattern.replace("~", NBSP), text)
    assert found, f"{text!r} is not read by {pattern!r}"
    return found.groupdict()


def days_read(language, style, text):
    """First and last day."""
    told = table(language)
    found = match(told["read"]["days"][style], text)
    months = told["months"]
    year, month = int(found["y2"]), months.index(found["m2"]) + 1
    last = dt.date(year, month, int(found["d2"]))
    if found.get("weekday"):
        assert told["read"]["weekdays"].index(found["weekday"]) == last.weekday()
    if found.get("da"):  # two days: the one before, and this one
        return last.replace(day=int(found["da"])), last
    if not found.get("d1"):
        return last, last
    first_month = months.index(found["m1"]) + 1 if found["m1"] else month
    return dt.date(int(found["y1"] or year), first_month, int(found["d1"])), last


def hours_read(language, text):
    """Start and end in minutes."""
    told = table(language)["read"]["hours"]
    pattern = next((p for p in told if re.fullmatch(p.replace("~", NBSP), text)), "")
    found = match(pattern, text)
    start = int(found["sh"]) * 60 + int(found["sm"])
    if not found.get("eh"):
        return start, None
    end = int(found["eh"]) * 60 + int(found["em"])
    return start, end + (MIDNIGHT if found.get("next") else 0)


STYLES = [(language, style) for language in LANGUAGES for style in table(language)["dates"]]
RANGES = [
    (language, style)
    for language, style in STYLES
    if any("/" in value for value in table(language)["dates"][style])
]


@pytest.mark.parametrize(("language", "style"), STYLES)
def test_every_day_of_a_year_and_a_leap_year_reads_back(language, style):
    printed = {day: pack(language).day(day, style) for day in DAYS}
    assert {day: days_read(language, style, text) for day, text in printed.items()} == {
        day: (day, day) for day in DAYS
    }
    assert len(set(printed.values())) == len(DAYS)


@pytest.mark.parametrize(("language", "style"), RANGES)
def test_every_range_of_days_reads_back(language, style):
    spans = [(day, day + dt.timedelta(days=length)) for day in DAYS for length in (1, 4, 33, 366)]
    printed = {span: pack(language).days(*span, style) for span in spans}
    assert {span: days_read(language, style, text) for span, text in printed.items()} == {
        span: span for span in spans
    }
    assert len(set(printed.values())) == len(spans)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_quarter_of_an_hour_reads_back_as_a_start(language):
    printed = {start: pack(language).hours(Hours(start)) for start in QUARTERS}
    read = {start: hours_read(language, text) for start, text in printed.items()}
    assert read == {start: (start, None) for start in QUARTERS}
    assert len(set(printed.values())) == len(QUARTERS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_quarter_of_an_hour_reads_back_after_a_date(language):
    pattern = table(language)["read"]["time"]
    printed = {start: pack(language).time(start) for start in QUARTERS}
    read = {start: match(pattern, text) for start, text in printed.items()}
    assert {s: int(found["sh"]) * 60 + int(found["sm"]) for s, found in read.items()} == {
        start: start for start in QUARTERS
    }
    assert len(set(printed.values())) == len(QUARTERS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stretch_of_quarters_reads_back(language):
    spans = [
        (start, end) for start in QUARTERS[:-1] for end in range(start + 15, start + MIDNIGHT, 15)
    ]
    printed = {span: pack(language).hours(Hours(*span)) for span in spans}
    assert {span: hours_read(language, text) for span, text in printed.items()} == {
        span: span for span in spans
    }
    assert len(set(printed.values())) == len(spans)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_minute_of_an_hour_prints_as_itself(language):
    for minute in range(60):
        start, _ = hours_read(language, pack(language).hours(Hours(13 * 60 + minute)))
        assert start == 13 * 60 + minute


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_worded_zones_print_alike(language):
    zones = pack(language).pack.zones
    assert len(set(zones.values())) == len(zones)


def test_the_table_is_read_by_the_reader_itself():
    """What stands in the tables by hand is what the reader takes it for."""
    for language, style, value, text in every("dates"):
        start, _, end = value.partition("/")
        assert [day.isoformat() for day in days_read(language, style, text)] == [
            start,
            end or start,
        ]
