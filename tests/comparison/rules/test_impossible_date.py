import pytest
from comparison.rules.sides import found, shown

RULE = "impossible-date"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "It begins on 31 September 2025.",
            "1:14 error 1: there is no 2025-09-31",
        ),
        (
            "ru",
            "Собрание пройдет 31 сентября 2025 года.",
            "1:18 error 1: there is no 2025-09-31",
        ),
        ("en", "It begins on 29 February 2026.", "1:14 error 1: there is no 2026-02-29"),
        ("en", "It begins on 32 May 2026.", "1:14 error 1: there is no 2026-05-32"),
        ("en", "It begins on 31.11.2026.", "1:14 error 1: there is no 2026-11-31"),
        ("ru", "Срок: 30 февраля.", "1:7 error 1: there is no 02-30"),
        (
            "en",
            "It lasts from 28 to 31 June 2026.",
            "1:15 error 1: there is no 2026-06-31",
        ),
        (
            "en",
            "It lasts from 16 to 12 May 2011.",
            "1:15 error 1: 2011-05-16/2011-05-12 ends before it begins",
        ),
        (
            "ru",
            "Собрание пройдет 16–12 мая 2011 года.",
            "1:18 error 1: 2011-05-16/2011-05-12 ends before it begins",
        ),
        (
            "en",
            "It lasts from 30 December 2027 to 2 January 2027.",
            "1:15 error 1: 2027-12-30/2027-01-02 ends before it begins",
        ),
    ],
)
def test_a_day_that_does_not_exist_is_found_with_its_place(code, text, expected):
    assert shown(found(RULE, text, code)) == [expected]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "It begins on 29 February 2028."),
        ("en", "It lasts from 30 December to 2 January 2027."),
        ("ru", "Собрание пройдет 30 декабря 2026 года – 2 января 2027 года."),
        ("en", "It begins on 29 February."),
        ("en", "It lasts from 30 December to 10 January."),
        ("en", "The 31st meeting took place in September."),
    ],
)
def test_a_day_that_exists_is_right(code, text):
    assert found(RULE, text, code) == []


def test_the_evidence_is_what_stands_there():
    (finding,) = found(RULE, "It begins on 31 September 2025.")
    assert finding.target.text == "31 September 2025"
    assert finding.target.value == "2025-09-31"
