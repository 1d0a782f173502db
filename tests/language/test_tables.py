"""Packs against their tables: values, and what a secretary would have typed for them."""

import datetime as dt

import pytest
from language.letters import CASES, letters
from language.tables import ALL, HERE, LANGUAGES, every, hours, minutes, pack, table


def day(text):
    return dt.date.fromisoformat(text)


def test_there_are_languages():
    assert ALL


def _in_another_month(value):
    """A day of the same year, in another month."""
    return value.replace(month=value.month % 12 + 1, day=1)


@pytest.mark.parametrize("language", ALL)
def test_a_language_has_a_table(language):
    assert language in LANGUAGES, (
        f"write tests/language/tables/{language}.yaml by hand: see the tables beside it"
    )


def test_a_table_has_a_language():
    assert {path.stem for path in (HERE / "tables").iterdir()} <= set(ALL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_every_section(language):
    sections = {
        key: set(part) if isinstance(part, dict) else None for key, part in table(language).items()
    }
    wanted = {
        key: set(part) if isinstance(part, dict) else None
        for key, part in table(LANGUAGES[0]).items()
    }
    assert sections.keys() == wanted.keys()
    assert sections["dates"] == wanted["dates"] == set(pack(language).pack.dates)
    assert sections["letters"] == set(CASES)
    assert sections["counted"] == set(pack(language).pack.counted)
    for cases in table(language)["counted"].values():
        for numbers in cases.values():
            assert {"1", "2", "5", "11", "12", "21", "22", "101", "111"} <= set(numbers)


@pytest.mark.parametrize(("language", "style", "value", "text"), every("dates"))
def test_days_are_written_as_in_the_table(language, style, value, text):
    start, _, end = value.partition("/")
    assert pack(language).days(day(start), day(end or start), style) == text


@pytest.mark.parametrize(("language", "style", "value", "text"), every("without_year"))
def test_a_day_whose_year_follows_is_written_as_in_the_table(language, style, value, text):
    assert pack(language).day(day(value), style, _in_another_month(day(value))) == text


@pytest.mark.parametrize(("language", "style", "value", "text"), every("range_without_year"))
def test_a_range_whose_year_follows_is_written_as_in_the_table(language, style, value, text):
    start, _, end = value.partition("/")
    following = _in_another_month(day(end))
    assert pack(language).days(day(start), day(end), style, following) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_a_date_for_each_weekday(language):
    assert {day(value).weekday() for value in table(language)["dates"]["weekday"]} == set(range(7))


@pytest.mark.parametrize(("language", "value", "text"), every("years"))
def test_years_are_written_as_in_the_table(language, value, text):
    from circgen.facts.model import Years

    start, end = value.split("-")
    assert pack(language).years(Years(int(start), int(end))) == text


@pytest.mark.parametrize(("language", "value", "text"), every("hours"))
def test_hours_are_written_as_in_the_table(language, value, text):
    assert pack(language).hours(hours(value)) == text


@pytest.mark.parametrize(("language", "value", "text"), every("times"))
def test_a_time_after_a_date_is_written_as_in_the_table(language, value, text):
    assert pack(language).time(minutes(value)) == text


@pytest.mark.parametrize(
    ("language", "zone", "on", "at", "place", "text"),
    [(language, *line) for language in LANGUAGES for line in table(language)["zones"]],
)
def test_a_zone_is_written_as_in_the_table(language, zone, on, at, place, text):
    place = None if place == "-" else place
    assert pack(language).zone(zone, day(on), minutes(at), place)[1] == text


@pytest.mark.parametrize(("language", "form", "number", "text"), every("ordinals"))
def test_an_ordinal_is_written_as_in_the_table(language, form, number, text):
    assert pack(language).ordinal(int(number), form) == text


@pytest.mark.parametrize(("language", "noun", "case", "number", "text"), every("counted"))
def test_a_counted_noun_is_written_as_in_the_table(language, noun, case, number, text):
    assert pack(language).counted(int(number), noun, case) == text


@pytest.mark.parametrize(
    ("language", "text"), [(lang, text) for lang in LANGUAGES for text in table(lang)["lists"]]
)
def test_a_list_is_written_as_in_the_table(language, text):
    items = [letter for letter in "ABCD" if letter in text]
    joints = (*pack(language).listing(len(items)), "")
    assert "".join(item + joint for item, joint in zip(items, joints, strict=True)) == text


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_says_what_the_table_expects(language, case):
    letter = letters(case)[language]
    told = table(language)["letters"][case]
    missing = [text for text in told["says"] if text not in letter]
    assert not missing, letter
    assert not [text for text in told.get("never", ()) if text in letter], letter
