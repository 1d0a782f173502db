"""How long before a meeting something must be done."""

from datetime import date

import pytest

from circgen.facts.notice import Notice, parse_notice


@pytest.mark.parametrize(
    ("text", "opening", "latest"),
    [
        ("12 days", "2025-10-31", "2025-10-19"),
        ("1 day", "2025-03-01", "2025-02-28"),
        ("0 days", "2025-10-31", "2025-10-31"),
        ("1 month", "2025-10-31", "2025-09-30"),
        ("1 month", "2024-03-31", "2024-02-29"),
        ("2 months", "2026-02-10", "2025-12-10"),
        ("14 months", "2026-02-10", "2024-12-10"),
    ],
)
def test_a_notice_is_counted_back_from_the_opening(text, opening, latest):
    notice = parse_notice(text)
    assert notice.before(date.fromisoformat(opening)).isoformat() == latest
    assert str(notice) == text


@pytest.mark.parametrize("text", ["", "days", "six weeks", "1 year", "12", "-1 days", "12days"])
def test_what_is_no_notice_is_refused_with_what_to_write(text):
    with pytest.raises(ValueError, match="is not a number of days or months") as error:
        parse_notice(text)
    assert error.value.args[1] == "write it as `42 days` or `2 months`"


def test_days_and_months_are_different_notices():
    assert parse_notice("1 month") == Notice(months=1) != parse_notice("1 day") == Notice(days=1)
