"""The formats that programs read, but SARIF."""

import json

import pytest
from report.made import EN, RU, hours, missing, paragraph, plain_one, wording

from circgen.findings import Evidence, Fix, Level, Location
from circgen.report import FORMATS, coloured, report, write

ALL = [hours(), missing(), plain_one(), wording("Two cats", "Two dogs")]


@pytest.mark.parametrize("form", FORMATS)
def test_findings_are_written_in_the_order_of_their_places_and_once(form):
    assert write([*reversed(ALL), *ALL], form) == write(ALL, form)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_be_printed_whatever_a_document_or_a_file_is_called(form):
    name = b"\xff.docx".decode("utf-8", "surrogateescape")
    finding = hours(
        location=paragraph(name, 1), target=Evidence("\udcff\0", "\ud800\ue000", paragraph(name, 1))
    )
    assert write([finding], form).encode()


@pytest.mark.parametrize("form", FORMATS)
def test_only_text_has_colours(form):
    assert ("\x1b" in write(ALL, form, coloured)) == (form == "text")


def test_text_is_what_people_are_told():
    assert write(ALL) == report(ALL)


def test_another_format_is_refused():
    with pytest.raises(ValueError, match="xml"):
        write(ALL, "xml")


# --- JSON


def test_json_has_all_that_a_finding_knows():
    assert json.loads(write([hours()], "json")) == [
        {
            "rule": "hours",
            "level": "error",
            "message": "paragraph 1: 12:00-13:00 is 11:00-12:00 in the source",
            "help": "correct one of them",
            "paragraph": "1",
            "location": {
                "file": RU,
                "line": None,
                "column": None,
                "paragraph": 12,
                "place": "in/ru.docx:¶12",
            },
            "source": {
                "value": "11:00-12:00",
                "text": "from 1100 to 1200 hours",
                "file": EN,
                "line": None,
                "column": None,
                "paragraph": 9,
                "place": "in/en.docx:¶9",
            },
            "target": {
                "value": "12:00-13:00",
                "text": "с 12:00 до 13:00",
                "file": RU,
                "line": None,
                "column": None,
                "paragraph": 12,
                "place": "in/ru.docx:¶12",
            },
            "fix": None,
        }
    ]


def test_json_has_what_mends_a_finding():
    fix = Fix(Location("facts.yaml", 3, 8), " ", "\N{NO-BREAK SPACE}")
    (told,) = json.loads(write([plain_one(fix=fix)], "json"))
    assert told["fix"] == {
        "old": " ",
        "new": "\N{NO-BREAK SPACE}",
        "file": "facts.yaml",
        "line": 3,
        "column": 8,
        "paragraph": None,
        "place": "facts.yaml:3:8",
    }


def test_json_of_a_finding_without_documents_says_so_with_null():
    (told,) = json.loads(write([plain_one(help="")], "json"))
    assert told["source"] is None
    assert told["target"] is None
    assert (told["help"], told["paragraph"]) == ("", "")
    assert (told["location"]["line"], told["location"]["column"]) == (3, 7)


def test_json_of_no_findings_is_an_empty_list():
    assert write([], "json") == "[]\n"


def test_json_has_letters_as_they_are():
    assert "с 12:00 до 13:00" in write([hours()], "json")


def test_json_has_the_text_as_it_stands_in_the_document():
    text = 'a\n"b"\N{NO-BREAK SPACE}\N{RIGHT-TO-LEFT OVERRIDE}' + "c " * 500
    (told,) = json.loads(write([hours(source=Evidence("v", text, paragraph(EN, 9)))], "json"))
    assert told["source"]["text"] == text


# --- GitHub


def test_github_is_told_level_file_line_column_and_title():
    assert write([plain_one(level=Level.WARNING)], "github") == (
        "::warning file=facts.yaml,line=3,col=7,title=circgen number"
        "::facts.yaml:3:7: number: 'x' is no number%0Aa number\n"
    )


def test_github_is_told_the_paragraph_of_a_document_without_lines():
    assert write([hours()], "github") == (
        "::error file=in/ru.docx,title=circgen hours"
        "::in/ru.docx:¶12: paragraph 1: 12:00-13:00 is 11:00-12:00 in the source"
        '%0Ain/en.docx:¶9: 11:00-12:00, "from 1100 to 1200 hours"'
        '%0Ain/ru.docx:¶12: 12:00-13:00, "с 12:00 до 13:00"'
        "%0Acorrect one of them\n"
    )


def test_github_is_told_changed_words():
    assert write([wording("Two cats.", "Two dogs.")], "github").endswith(
        "%0A[-data/a.yaml:5:3-] {+in/ru.docx:¶20+}%0ATwo [-cats-]{+dogs+}.\n"
    )


def test_github_is_told_errors_first():
    found = [
        plain_one(location=Location("a", 1), level=Level.WARNING),
        plain_one(location=Location("b", 1)),
        plain_one(location=Location("c", 1), level=Level.WARNING),
        plain_one(location=Location("d", 1)),
    ]
    files = [line.split(",")[0] for line in write(found, "github").splitlines()]
    assert files == ["::error file=b", "::error file=d", "::warning file=a", "::warning file=c"]


def test_github_gets_signs_of_its_own_escaped():
    finding = plain_one(
        location=Location("a,b:c%3A\r\n.yaml", 1), message="100%: a, b::c", help="one\r\ntwo"
    )
    assert write([finding], "github") == (
        "::error file=a%2Cb%3Ac%253A%0D%0A.yaml,line=1,title=circgen number"
        "::a,b:c%253A%0D%0A.yaml:1: 100%25: a, b::c%0Aone%0D%0Atwo\n"
    )


def several(count, level):
    return [plain_one(location=Location("a", n, 1), level=level) for n in range(1, count + 1)]


@pytest.mark.parametrize(
    ("errors", "warnings", "notice"),
    [
        (10, 10, None),
        (11, 10, "the log of this step has 1 more error"),
        (3, 12, "the log of this step has 2 more warnings"),
        (30, 11, "the log of this step has 20 more errors and 1 more warning"),
    ],
)
def test_github_is_told_of_findings_that_it_does_not_show(errors, warnings, notice):
    """It shows ten of each level and says nothing of the others."""
    told = write([*several(errors, Level.ERROR), *several(warnings, Level.WARNING)], "github")
    lines = told.splitlines()
    found = [line for line in lines if line.startswith("::notice")]
    assert found == ([f"::notice title=circgen::{notice}"] if notice else [])
    assert lines[errors + warnings :] == found, "at the end"


def test_a_document_cannot_speak_to_github():
    text = "x\n::stop-commands::y\r::add-mask::z"
    told = write([hours(message=text, target=Evidence(text, text, paragraph(RU, 12)))], "github")
    assert len(told.splitlines()) == 1
