"""Findings of a whole project as people read them."""

import pytest
from report.made import hours, missing, plain_one

from circgen.findings import Fix, Level, Location
from circgen.report import Hidden, coloured, write_overview

NONE = Hidden()


def one(file, line, **other):
    return plain_one(location=Location(file, line), **other)


def text(findings, hidden=NONE, **how):
    return write_overview(findings, "text", hidden, **how)


def test_findings_stand_below_the_names_of_their_files_in_the_order_of_their_lines():
    found = [
        one("b.yaml", 7),
        one("a.yaml", 12, level=Level.WARNING, rule="hours", help="mend it"),
        one("a.yaml", 3),
    ]
    assert text(found) == (
        "── a.yaml: 1 error, 1 warning ──────────────────────────────────────────────────\n"
        "\n"
        "a.yaml:3: error: number: 'x' is no number [number]\n"
        "      = a number\n"
        "\n"
        "a.yaml:12: warning: number: 'x' is no number [hours]\n"
        "      = mend it\n"
        "\n"
        "── b.yaml: 1 error ─────────────────────────────────────────────────────────────\n"
        "\n"
        "b.yaml:7: error: number: 'x' is no number [number]\n"
        "      = a number\n"
        "\n"
        "2 errors, 1 warning in 2 files\n"
    )


def test_one_file_needs_no_heading():
    assert text([one("a.yaml", 3)]) == (
        "a.yaml:3: error: number: 'x' is no number [number]\n      = a number\n\n1 error\n"
    )


def test_what_to_do_about_a_rule_is_said_once_in_a_file():
    found = [one("a.yaml", 1), one("a.yaml", 2), one("a.yaml", 3, help="another"), one("b.yaml", 1)]
    helps = [line.strip() for line in text(found).splitlines() if line.startswith("      =")]
    assert helps == ["= a number", "= another", "= a number"]


def test_a_heading_is_as_wide_as_the_terminal():
    found = [one("a.yaml", 1), one("b.yaml", 1)]
    heading = text(found, columns=50).splitlines()[0]
    assert (len(heading), heading[-1]) == (50, "─")


def test_a_heading_that_is_too_long_still_ends_in_a_rule():
    found = [one("a" * 60, 1), one("b.yaml", 1)]
    assert text(found, columns=40).startswith(f"── {'a' * 60}: 1 error ──\n")


def test_many_findings_are_counted_by_rule_those_with_errors_first():
    found = [
        *(one("a.yaml", n, level=Level.WARNING, rule="quotes") for n in range(1, 7)),
        *(one("a.yaml", n, rule="stale") for n in range(1, 3)),
        *(one("b.yaml", n, rule="hours") for n in range(1, 3)),
        one("b.yaml", 3, rule="hours", level=Level.WARNING),
    ]
    assert text(found).endswith(
        "\n\n"
        "hours    2 errors, 1 warning\n"
        "stale    2 errors\n"
        "quotes   6 warnings\n"
        "\n"
        "4 errors, 7 warnings in 2 files\n"
    )


def test_ten_findings_are_not_counted_by_rule():
    found = [one("a.yaml", n, help="") for n in range(1, 11)]
    assert text(found).endswith("[number]\n\n10 errors\n")


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        (Hidden(3, 0), "1 error (3 silenced)"),
        (Hidden(0, 12), "1 error (12 known to the baseline)"),
        (Hidden(1, 2), "1 error (1 silenced, 2 known to the baseline)"),
    ],
)
def test_what_is_not_shown_is_counted(hidden, told):
    assert text([one("a.yaml", 1)], hidden).splitlines()[-1] == told


def test_it_is_said_when_all_is_hidden():
    assert text([], Hidden(2, 0)) == "nothing to mend (2 silenced)\n"


def test_nothing_is_said_when_nothing_was_found():
    assert text([]) == ""


def test_it_is_said_how_many_can_be_mended():
    fix = Fix(Location("a.yaml", 1, 1), "a", "b")
    found = [one("a.yaml", 1, fix=fix), one("a.yaml", 2), one("a.yaml", 3, fix=fix)]
    assert text(found).splitlines()[-1] == "3 errors; `circgen check --fix` mends 2"


def test_headings_and_rules_are_bold_on_a_terminal():
    told = text([one(f"{n}.yaml", 1) for n in range(11)], paint=coloured).splitlines()
    assert told[0].startswith("\x1b[1m── 0.yaml: 1 error ─")
    assert told[0].endswith("─\x1b[0m")
    assert told[-3] == "\x1b[1mnumber\x1b[0m   11 errors"


def test_the_log_of_github_ends_with_the_sum():
    told = write_overview([hours(), missing()], "github", Hidden(3, 1)).splitlines()
    assert [line[:9] for line in told[:2]] == ["::error f", "::warning"]
    assert told[2:] == ["1 error, 1 warning (3 silenced, 1 known to the baseline)"]


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_programs_are_not_told_what_is_hidden(form):
    assert write_overview([hours()], form, Hidden(3, 1)) == write_overview([hours()], form, NONE)


def test_names_of_files_that_are_no_utf_8_can_be_printed():
    name = b"\xff.yaml".decode("utf-8", "surrogateescape")
    assert text([one(name, 1), one("b", 1)]).encode()
