"""SARIF, by its schema and by what GitHub reads of it."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator
from report.made import EN, hours, missing, paragraph, plain_one, wording

from circgen import __version__
from circgen.findings import Evidence, Level, Location
from circgen.report import write

SCHEMA = json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_text("utf-8"))
ALL = [hours(), missing(), plain_one(), wording("Two cats", "Two dogs")]


def run(*findings):
    (told,) = json.loads(write(findings, "sarif"))["runs"]
    return told


def result(finding):
    (told,) = run(finding)["results"]
    return told


def physical(told):
    return told["locations"][0]["physicalLocation"]


@pytest.mark.parametrize("findings", [[], *([each] for each in ALL), ALL], ids=len)
def test_a_log_fits_the_schema_of_oasis(findings):
    log = json.loads(write(findings, "sarif"))
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(log)] == []
    assert log["version"] == "2.1.0"
    assert log["$schema"] == SCHEMA["id"]


def test_the_schema_refuses_what_it_should():
    log = json.loads(write(ALL, "sarif"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not Draft4Validator(SCHEMA).is_valid(log)


def test_a_log_of_no_findings_has_no_results():
    assert run()["results"] == []


def test_a_log_names_the_program_its_version_and_the_rules_that_were_broken():
    driver = run(*ALL)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("circgen", __version__)
    assert [rule["id"] for rule in driver["rules"]] == [
        "hours",
        "number",
        "paragraph-missing",
        "wording",
    ]


def test_a_result_points_to_its_rule():
    told = run(*ALL)
    rules = told["tool"]["driver"]["rules"]
    assert {rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in told["results"]} == {True}


@pytest.mark.parametrize("level", Level)
def test_a_result_has_the_level_of_its_finding(level):
    assert result(hours(level=level))["level"] == level.value


# --- places


def test_a_place_in_a_text_has_its_line_and_its_column():
    assert physical(result(plain_one()))["region"] == {"startLine": 3, "startColumn": 7}


def test_a_line_of_which_the_column_is_not_known_has_none():
    told = result(plain_one(location=Location("a.yaml", 3)))
    assert physical(told)["region"] == {"startLine": 3}


def test_columns_count_characters():
    assert run(plain_one())["columnKind"] == "unicodeCodePoints"


def test_a_place_in_a_document_has_its_paragraph():
    told = result(hours())
    assert "region" not in physical(told)
    assert told["locations"][0]["logicalLocations"] == [
        {"name": "1", "fullyQualifiedName": "in/ru.docx:¶12", "kind": "paragraph"}
    ]


def test_a_paragraph_without_a_number_or_an_id_is_counted():
    (logical,) = result(hours(paragraph=""))["locations"][0]["logicalLocations"]
    assert logical["name"] == "¶12"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a.docx", "a.docx"),
        ("./in/a.docx", "in/a.docx"),
        ("in/../a.docx", "a.docx"),
        ("in/T25-TSB-CIR-0081!!MSW-E.docx", "in/T25-TSB-CIR-0081%21%21MSW-E.docx"),
        ("два слова.docx", "%D0%B4%D0%B2%D0%B0%20%D1%81%D0%BB%D0%BE%D0%B2%D0%B0.docx"),
        ("100%#?.txt", "100%25%23%3F.txt"),
        ("c:d.txt", "c%3Ad.txt"),
    ],
)
def test_a_file_is_a_relative_address(file, uri):
    told = run(plain_one(location=Location(file, 1)))
    artifact = physical(told["results"][0])["artifactLocation"]
    assert artifact["uri"] == uri
    assert artifact["uriBaseId"] in told["originalUriBaseIds"]


def test_a_file_given_by_its_whole_path_is_relative_to_the_working_directory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = write([plain_one(location=Location(str(tmp_path / "in" / "a.txt"), 1))], "sarif")
    assert '"uri": "in/a.txt"' in told
    assert str(tmp_path) not in told


def test_a_file_elsewhere_is_an_absolute_address(tmp_path, monkeypatch):
    inside = tmp_path / "in"
    inside.mkdir()
    monkeypatch.chdir(inside)
    artifact = physical(result(plain_one(location=Location("../a b.txt", 1))))["artifactLocation"]
    assert unquote(artifact["uri"]) == (tmp_path / "a b.txt").as_uri().replace("%20", " ")
    assert "uriBaseId" not in artifact


# --- what the documents say


def test_the_other_document_is_a_related_place_that_the_message_links_to():
    told = result(hours())
    (related,) = told["relatedLocations"]
    assert related["id"] == 1
    assert related["physicalLocation"]["artifactLocation"]["uri"] == EN
    assert related["message"]["text"] == '11:00-12:00, "from 1100 to 1200 hours"'
    assert told["message"]["text"].splitlines() == [
        "paragraph 1: 12:00-13:00 is 11:00-12:00 in the source",
        '[in/en.docx:¶9](1): 11:00-12:00, "from 1100 to 1200 hours"',
        'in/ru.docx:¶12: 12:00-13:00, "с 12:00 до 13:00"',
        "correct one of them",
    ]


def test_a_finding_without_documents_has_its_message_and_help_alone():
    told = result(plain_one())
    assert told["message"]["text"] == "number: 'x' is no number\na number"
    assert "relatedLocations" not in told


def test_a_document_makes_no_links_or_placeholders_in_messages():
    text = "{0} [press here](https://example.org)"
    told = result(hours(source=Evidence(text, text, paragraph("a[1].docx", 9))))
    message = told["message"]["text"]
    assert re.findall(r"(?<!\\)\]\((.*?)\)", message) == ["1"]
    assert "[a\\[1\\].docx:¶9](1)" in message
    assert "{{0}}" in message


# --- fingerprints


def fingerprint(finding):
    (value,) = set(result(finding)["partialFingerprints"].values())
    return value


def test_a_finding_that_has_moved_is_the_same():
    source, target = hours().source, hours().target
    moved = hours(
        location=paragraph("in/ru.docx", 40),
        source=source._replace(at=paragraph(EN, 39)),
        target=target._replace(at=paragraph("in/ru.docx", 40), text="12:00 – 13:00"),
        message="said in other words",
    )
    assert fingerprint(moved) == fingerprint(hours())


@pytest.mark.parametrize(
    "other",
    [
        {"rule": "zone"},
        {"paragraph": "2"},
        {"source": hours().source._replace(value="10:00-12:00")},
        {"target": hours().target._replace(value="12:00-14:00")},
        {"source": None},
        {"source": hours().target, "target": hours().source},
    ],
    ids=str,
)
def test_another_finding_is_another_one(other):
    assert fingerprint(hours(**other)) != fingerprint(hours())


def test_findings_of_facts_differ_by_what_they_say():
    assert fingerprint(plain_one()) != fingerprint(plain_one(message="number: 'y' is no number"))


def test_the_same_fault_twice_in_a_paragraph_is_two_findings():
    twice = run(hours(), hours(location=paragraph("in/ru.docx", 13)))["results"]
    assert len({each["partialFingerprints"]["primaryLocationLineHash"] for each in twice}) == 2
