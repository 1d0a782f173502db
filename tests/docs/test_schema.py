"""The schema for editors accepts what circgen accepts, and refuses what an editor can see is wrong."""

import json
import re
from datetime import date

import pytest
import yaml
from docs.pages import ROOT
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

SCHEMA = json.loads((ROOT / "docs" / "facts.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
FILES = (*sorted((ROOT / "data").rglob("*.yaml")), ROOT / "docs" / "example" / "every-key.yaml")
files = pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)

# A circular that has no series, as it may be typed.
CIRCULAR = """
number: 81
study_period: 2025-2028
issued: 2025-10-15
issued_at: geneva
editions: [en]
event: meeting
topic: {en: on smart cities}
mode: virtual
sessions: [{date: 2025-10-31, hours: [1100-1200, 13:30-15:30]}]
addressees: [member-states]
signatory: {name: seizo-onoe, office: tsb-director}
"""


class Yaml12(yaml.SafeLoader):
    """Plain scalars as YAML 1.2 takes them, which is what editors go by."""


Yaml12.yaml_implicit_resolvers = {}
Yaml12.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value, 10))
for tag, pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",  # 0930 is 930, not octal
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}.items():
    Yaml12.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), [None]
    )


class Yaml11(yaml.SafeLoader):
    """Plain scalars as YAML 1.1 takes them: `11:00` is 660, `yes` is true, a date is a date."""


def load(text, loader):
    """The text as JSON has it; a date becomes a text."""
    loaded = yaml.load(text, Loader=loader)  # noqa: S506  both are safe
    return json.loads(json.dumps(loaded, default=date.isoformat))


def problem(text, loader=Yaml12):
    """What an editor underlines first, or None."""
    error = best_match(VALIDATOR.iter_errors(load(text, loader)))
    return error and error.message


def changed(before, after):
    assert before in CIRCULAR
    return CIRCULAR.replace(before, after)


def test_it_is_a_schema_of_its_draft():
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(SCHEMA)


def test_it_uses_no_keyword_that_draft_7_lacks():
    newer = {"$defs", "$dynamicRef", "dependentRequired", "dependentSchemas", "prefixItems"}
    newer |= {"minContains", "unevaluatedItems", "unevaluatedProperties"}
    assert not [word for word in newer if f'"{word}":' in json.dumps(SCHEMA)]


@files
@pytest.mark.parametrize("loader", [Yaml12, Yaml11])
def test_facts_files_are_accepted_by_editors_of_either_yaml(file, loader):
    assert problem(file.read_text(encoding="utf-8"), loader) is None


@pytest.mark.parametrize("loader", [Yaml12, Yaml11])
def test_a_circular_without_a_series_is_accepted(loader):
    assert problem(CIRCULAR, loader) is None


def test_facts_files_that_name_a_schema_in_their_first_line_name_this_one():
    start = "# yaml-language-server: $schema="
    named = {
        (file.parent / first.removeprefix(start)).resolve()
        for file in FILES
        if (first := file.read_text(encoding="utf-8").split("\n", 1)[0]).startswith(start)
    }
    assert named == {ROOT / "docs" / "facts.schema.json"}


@pytest.mark.parametrize(
    "typed",
    ["0930", "930", "09:30", "1100-1200", "11:00-12:00", "22:00-02:00+1", "18:00-24:00"],
)
def test_hours_are_accepted_as_people_type_them(typed):
    assert problem(changed("[1100-1200, 13:30-15:30]", typed)) is None


@pytest.mark.parametrize("typed", ["2025-10-31", "31.10.2025", "31 October 2025"])
def test_dates_are_accepted_as_people_type_them(typed):
    assert problem(changed("date: 2025-10-31", f"date: {typed}")) is None


@pytest.mark.parametrize("typed", ["yes", "no", "true", "false"])
@pytest.mark.parametrize("loader", [Yaml12, Yaml11])
def test_yes_and_no_are_accepted_with_and_without_yaml_making_them_booleans(typed, loader):
    text = CIRCULAR + f"registration: {{mandatory: {typed}}}"
    assert problem(text, loader) is None


def test_a_telephone_number_that_yaml_takes_for_a_number_is_accepted():
    assert problem(CIRCULAR + "contact: {tel: +41227306301}") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("issued_at:", "isued_at:"),
        ("[member-states]", "[member-state]"),
        ("event: meeting", "event: meting"),
        ("mode: virtual", "mode: virtul"),
        ("date: 2025-10-31", "dat: 2025-10-31"),
        ("date: 2025-10-31", "date: 31 10 2025"),
        ("1100-1200", "11-12"),
        ("study_period: 2025-2028", "study_period: the current one"),
        ("number: 81", ""),
        ("event: meeting", ""),
        ("sessions:", "side_events:"),
        ("editions: [en]", "editions: []"),
    ],
)
def test_what_is_wrong_is_underlined_while_one_types(before, after):
    assert problem(changed(before, after))


def test_a_draft_may_lack_number_and_date():
    text = changed("number: 81", "status: draft").replace("issued: 2025-10-15", "")
    assert problem(text) is None


def test_a_series_needs_no_key_at_all():
    assert problem("acronym: U4SSC") is None


def test_a_circular_of_a_series_may_leave_to_it_what_a_series_may_have():
    assert problem("{series: u4ssc, number: 81, issued: 2025-10-15}") is None
    assert "issued" in problem("{series: u4ssc, number: 81}")


def test_an_id_of_one_glossary_is_none_of_another():
    assert problem(changed("[member-states]", "[geneva]"))
