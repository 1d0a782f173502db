"""The rules unknown-hours, unknown-zone, zone-name and zone-of-date, and figures run together."""

import pytest
from comparison.rules.sides import found, shown


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "It begins at 25:00 hours.", "1:14 error 1: 25:00 hours is no time of day"),
        ("en", "It begins at 11:75 hours.", "1:14 error 1: 11:75 hours is no time of day"),
        ("en", "Registration opens at 09:3009:00.", "1:23 error 1: 09:3009:00 is no time of day"),
        ("en", "It is due by 24000 hours UTC.", "1:14 error 1: 24000 is no time of day"),
        ("ru", "Срок: 25 час. 00 мин.", "1:7 error 1: 25 час. 00 мин is no time of day"),
        (
            "en",
            "It lasts from 1530 to 1330 hours.",
            "1:15 error 1: 15:30-13:30 does not end after it begins",
        ),
        (
            "en",
            "It lasts from 1100 to 1100 hours.",
            "1:15 error 1: 11:00-11:00 does not end after it begins",
        ),
        (
            "ru",
            "Собрание пройдет с 12 час. 00 мин. до 11 час. 00 мин.",
            "1:20 error 1: 12:00-11:00 does not end after it begins",
        ),
    ],
)
def test_hours_that_are_none_are_found(code, text, expected):
    assert shown(found("unknown-hours", text, code)) == [expected]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "It lasts from 1100 to 1200 hours and 1330 to 1530 hours."),
        ("en", "The deadline is 2400 hours UTC."),
        ("en", "It lasts from 0800 to 2200 hours."),
        ("en", "It lasts from 2200 to 0000 hours."),
        ("en", "It lasts from 2200 to 0200 hours."),
        ("en", "It lasts from 1000 to 0900 hours on the next day."),
        ("en", "It lasts from 11 to 1 p.m."),
        ("en", "It lasts from 2200 to 0200 hours on the next day."),
        ("ru", "Собрание пройдет с 22 час. 00 мин. до 02 час. 00 мин. следующего дня."),
        ("ru", "Срок: 24 час. 00 мин. UTC."),
    ],
)
def test_hours_that_there_are_are_right(code, text):
    assert found("unknown-hours", text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "It begins at 1100 hours (CXT).", "1:26 warning 1: CXT is no known time zone"),
        ("en", "It begins at 1100 hours CTE.", "1:25 warning 1: CTE is no known time zone"),
        (
            "en",
            "It begins at 1100 hours, Atlantis time.",
            "1:26 warning 1: Atlantis time is no known time zone",
        ),
        ("ru", "Начало в 11 час. 00 мин. (ЦЕВ).", "1:27 warning 1: ЦЕВ is no known time zone"),
        (
            "ru",
            "Начало в 11 час. 00 мин. по времени Атлантиды.",
            "1:26 warning 1: по времени Атлантиды is no known time zone",
        ),
        (
            "ru",
            "Начало в 11 час. 00 мин. по атлантидскому времени.",
            "1:26 warning 1: по атлантидскому времени is no known time zone",
        ),
    ],
)
def test_a_zone_that_nobody_knows_is_a_warning(code, text, expected):
    assert shown(found("unknown-zone", text, code)) == [expected]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "It begins at 9 a.m. The time of the dinner will be told."),
        ("ru", "Начало в 11 час. 00 мин. Время указано в приложении."),
        ("ru", "Начало в 11 час. 00 мин. В сентябре время в Кигали то же, что в Женеве."),
        ("ru", "Начало в 11 час. 00 мин. (время везде указано летнее)."),
    ],
)
def test_time_that_names_no_zone_is_none(code, text):
    assert found("unknown-zone", text, code) == []


def test_an_unknown_zone_says_which_file_can_learn_it():
    (finding,) = found("unknown-zone", "It begins at 1100 hours (CXT).")
    assert finding.help == "correct it, or add it to `zones` of templates/en/reading.yaml"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "It begins at 1100 hours (CET)."),
        ("en", "It begins at 1100 hours, local time (Seoul, UTC+9)."),
        ("ru", "Начало в 11 час. 00 мин. по местному времени (Сеул, UTC+9)."),
        ("ru", "Начало в 11 час. 00 мин. по центральноевропейскому времени (CET)."),
        ("en", "It begins at 1100 hours (Dushanbe time, UTC+5)."),
        ("en", "It begins at 1100 hours (time in Montevideo)."),
        ("en", "It begins at 1100 hours, Uruguay time."),
        ("ru", "Начало в 11 час. 00 мин. по времени Душанбе (UTC+5)."),
        ("ru", "Начало в 11 час. 00 мин. по времени города Мехико."),
        ("ru", "Начало в 11 час. 00 мин., время (Тегусигальпа)."),
    ],
)
def test_a_zone_that_is_known_is_right(code, text):
    assert found("unknown-zone", text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "It begins at 1100 hours, Central European Time (CEST).",
            "1:49 error 1: CEST is not Central European Time, which is CET",
        ),
        (
            "ru",
            "Начало в 11 час. 00 мин. по центральноевропейскому летнему времени (CET).",
            "1:69 error 1: CET is not по центральноевропейскому летнему времени, which is CEST",
        ),
    ],
)
def test_a_name_with_the_label_of_another_zone_is_found(code, text, expected):
    assert shown(found("zone-name", text, code)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 1100 hours (CET, UTC+2).", "1:28 error 1: UTC+2 is not CET, which is UTC+1"),
        ("at 1100 hours (UTC+1; CEST).", "1:23 error 1: UTC+1 is not CEST, which is UTC+2"),
        (
            "at 1100 hours, Central European Time (CET), UTC+3.",
            "1:52 error 1: UTC+3 is not CET, which is UTC+1",
        ),
    ],
)
def test_a_label_with_the_offset_of_another_zone_is_found(text, expected):
    assert shown(found("zone-name", f"Begins {text}", "en")) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "по центральноевропейскому летнему времени (UTC+1)",
            "1:69 error 1: UTC+1 is not по центральноевропейскому летнему времени, which is UTC+2",
        ),
        (
            "по московскому времени (UTC+2)",
            "1:50 error 1: UTC+2 is not московскому времени, which is UTC+3",
        ),
        (
            "по женевскому времени (UTC+3)",
            "1:49 error 1: UTC+3 is not женевскому времени, which is UTC+1 or UTC+2",
        ),
        ("по женевскому времени (UTC+2)", None),
        ("по центральноевропейскому времени (UTC+1)", None),
    ],
)
def test_the_name_of_a_zone_has_its_offset(text, expected):
    findings = found("zone-name", f"Начало в 11 час. 00 мин. {text}.", "ru")
    assert shown(findings) == [expected] * bool(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Begins at 1100 hours (CET, UTC+1).",
        "Begins at 1100 hours CEST (UTC+2), 0900 hours UTC.",
        "Hours are those of CET/CEST (UTC+1/UTC+2).",
        "Begins at 1100 hours Tashkent time (UTC+5).",
    ],
)
def test_a_label_with_its_own_offset_is_right(text):
    assert found("zone-name", text) == []


def test_two_zones_side_by_side_are_no_name_and_label():
    text = "It begins at 1100 hours CET, which is 1000 hours UTC."
    assert found("zone-name", text) == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "It is on 20 June 2023, from 0930 to 1600 hours (CET).",
            "1:49 error 1: CET is not in force on 20 June 2023, CEST is",
        ),
        (
            "en",
            "It is from 0930 to 1600 hours, CET, on 20 June 2023.",
            "1:32 error 1: CET is not in force on 20 June 2023, CEST is",
        ),
        (
            "en",
            "It is on 31 October 2025, from 1100 to 1200 hours (CEST).",
            "1:52 error 1: CEST is not in force on 31 October 2025, CET is",
        ),
        (
            "en",
            "It is on 1 October 2027, from 1100 hours (CEST), and on 1 November 2027, from 0905 hours (CEST).",
            "1:91 error 1: CEST is not in force on 1 November 2027, CET is",
        ),
        (
            "ru",
            "Собрание пройдет 20 июня 2023 года в 11 час. 00 мин. (CET).",
            "1:55 error 1: CET is not in force on 20 June 2023, CEST is",
        ),
        (
            "ru",
            "Собрание пройдет 20 июня 2023 года в 11 час. 00 мин. по центральноевропейскому времени (CET).",
            "1:89 error 1: CET is not in force on 20 June 2023, CEST is",
        ),
    ],
)
def test_a_zone_that_is_out_of_force_is_found_once(code, text, expected):
    assert shown(found("zone-of-date", text, code)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It is on 20 June 2023, from 0930 to 1600 hours (CEST).",
        "It is on 20 June 2023, from 0930 to 1600 hours UTC.",
        "It is on 20 June 2023, from 0930 to 1600 hours (UTC+1).",
        "It is on 20 June 2023, from 0930 to 1600 hours EST.",  # no place of the project has it
        "It is from 20 to 30 October 2026, at 1000 hours (CET).",  # the clocks change between
        "It is from 20 to 30 October 2026, at 1000 hours (CEST).",
        "The deadline is 2 May; the meeting begins at 1000 hours (CET).",
        # On the day itself, before the clocks change and after it.
        "Europe leaves summer time on 31 October 2027: webinars begin under CEST.",
        "Europe leaves summer time on 31 October 2027: webinars go on under CET.",
        # A name with another label is found by its own rule.
        "It is on 20 June 2023, at 0930 hours, Central European Summer Time (CET).",
    ],
)
def test_a_zone_that_may_be_in_force_is_right(text):
    assert found("zone-of-date", text) == []


def test_a_zone_without_a_date_is_that_of_the_only_day_of_the_meeting():
    text = (
        "Subject:\tMeeting (Virtual, 20 June 2023)\n\nDear Sir/Madam,\n\n"
        "1\tThe meeting will take place on 20 June 2023.\n\n"
        "2\tA webinar will begin at 1300 hours (CET).\n"
    )
    assert shown(found("zone-of-date", text)) == [
        "7:39 error 2: CET is not in force on 20 June 2023, CEST is"
    ]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "It is on 1620 May 2011.", "1:10 error 1: 1620 May is two numbers run together"),
        ("en", "The plan for 20232024.", "1:14 error 1: 20232024 is two numbers run together"),
        ("ru", "Собрание пройдет 1620 мая.", "1:18 error 1: 1620 мая is two numbers run together"),
    ],
)
def test_figures_run_together_are_found(code, text, expected):
    assert shown(found("run-together", text, code)) == [expected]


@pytest.mark.parametrize("text", ["We meet on level 2 14 May.", "6 27 May 2026 is the day."])
def test_figures_that_may_belong_to_something_else_are_a_warning(text):
    assert [each.level for each in found("run-together", text)] == ["warning"]
