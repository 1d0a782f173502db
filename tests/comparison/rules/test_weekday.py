import pytest
from comparison.rules.sides import found, shown

RULE = "weekday"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "It is on Friday, 12 January 2010.",
            "1:10 error 1: Friday is not 12 January 2010, which is a Tuesday",
        ),
        (
            "en",
            "It is on Friday 12 January 2010.",
            "1:10 error 1: Friday is not 12 January 2010, which is a Tuesday",
        ),
        (
            "en",
            "It is on 12 January 2010, a day; on 13 January 2010 (Friday).",
            "1:37 error 1: Friday is not 13 January 2010, which is a Wednesday",
        ),
        (
            "ru",
            "Семинар пройдет в пятницу, 12 января 2010 года.",
            "1:19 error 1: Friday is not 12 January 2010, which is a Tuesday",
        ),
        (
            "ru",
            "Семинар пройдет 12 января 2010 года (пятница).",
            "1:17 error 1: Friday is not 12 January 2010, which is a Tuesday",
        ),
    ],
)
def test_a_weekday_that_is_not_that_of_its_date_is_found(code, text, expected):
    assert shown(found(RULE, text, code)) == [expected]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "It is on Tuesday, 12 January 2010."),
        ("en", "It is on 12 January 2010 (Tuesday)."),
        ("en", "It lasts from Tuesday, 12 to Thursday, 14 January 2010."),
        ("ru", "Семинар пройдет во вторник, 12 января 2010 года."),
        ("ru", "Семинар пройдет в понедельник, 4 января 2027 года."),
        ("en", "It is on Friday, 12 January."),  # of which year?
        ("en", "It is on Friday, 31 September 2025."),  # another rule's
        ("en", "Doors open on Monday; 12 January 2010 is the deadline."),
    ],
)
def test_a_weekday_that_fits_or_cannot_be_told_is_right(code, text):
    assert found(RULE, text, code) == []


def test_each_end_of_a_range_has_its_own_weekday():
    text = "It lasts from Tuesday, 12 to Friday, 14 January 2010."
    (finding,) = found(RULE, text)
    assert finding.message == "1: Friday is not 14 January 2010, which is a Thursday"


def test_a_date_without_a_year_takes_that_of_the_same_day_elsewhere():
    text = (
        "Geneva, 1 December 2026\n\nDear Sir/Madam,\n\n"
        "1\tThe meeting will take place on 4 January 2027.\n\n"
        "2\tPlease arrive by Tuesday, 4 January.\n"
    )
    assert shown(found(RULE, text)) == [
        "7:20 error 2: Tuesday is not 4 January 2027, which is a Monday"
    ]


def test_a_date_without_a_year_is_in_any_year_of_the_letter():
    text = (
        "Geneva, 1 December 2026\n\nDear Sir/Madam,\n\n"
        "1\tThe meeting will take place on 4 January 2027.\n\n"
        "2\tPlease arrive by {weekday}, 3 February.\n"
    )
    assert found(RULE, text.format(weekday="Tuesday")) == []  # in 2026
    assert found(RULE, text.format(weekday="Wednesday")) == []  # in 2027
    (finding,) = found(RULE, text.format(weekday="Friday"))
    assert finding.message == (
        "2: Friday is not 3 February 2026, which is a Tuesday"
        " or 3 February 2027, which is a Wednesday"
    )
