"""`circgen schema`: what editors need to know of facts files, for the project in which it runs."""

import json
import shutil

import pytest
from cli.command import ROOT
from jsonschema import Draft202012Validator

REMINDER = "facts: {reply_by: date}\nrequires: [reply_by]\nparagraphs: [opening]\n"


@pytest.fixture
def own(folder):
    """A project with words of its own: a kind more than circgen ships, and a place."""
    shutil.copytree(ROOT / "templates", folder.path / "templates")
    folder.write("templates/layouts/reminder.yaml", REMINDER)
    for path in sorted((folder.path / "templates").glob("*/language.yaml")):
        text = path.read_text("utf-8")
        assert text.count("\n  places:\n") == 1
        path.write_text(
            text.replace("\n  places:\n", "\n  places:\n    nairobi: Nairobi\n"), "utf-8"
        )
    return folder


def test_the_schema_of_this_project_is_the_one_in_its_docs(folder):
    ended = folder.run("schema", within=ROOT)
    assert (ended.stdout, ended.stderr, ended.returncode) == (
        (ROOT / "docs" / "facts.schema.json").read_text("utf-8"),
        "",
        0,
    )


def test_a_project_has_its_own_kinds_and_names(own):
    ended = own.run("schema", "--output", "data/facts.schema.json")
    assert (ended.stdout, ended.stderr, ended.returncode) == ("", "", 0)
    schema = json.loads((own.path / "data" / "facts.schema.json").read_text("utf-8"))
    editor = Draft202012Validator(schema)
    assert editor.is_valid({"kind": "reminder", "reply_by": "2026-06-02", "place": "nairobi"})
    assert not editor.is_valid({"kind": "reminder", "reply_by": "soon"})
    assert not editor.is_valid({"place": "kampala"})


def test_the_printed_one_is_the_written_one(own):
    own.run("schema", "--output", "s.json")
    assert own.run("schema").stdout == (own.path / "s.json").read_text("utf-8")


def test_other_templates_can_be_named(own):
    (own.path / "templates").rename(own.path / "words")
    assert "reply_by" in own.run("schema", "--templates", "words").stdout
    assert "reply_by" not in own.run("schema").stdout
    ended = own.run("schema", "--templates", "nothing")
    problem = "circgen: --templates: nothing is not a folder\n"
    assert (ended.stdout, ended.stderr, ended.returncode) == ("", problem, 2)


def test_a_layout_that_is_wrong_is_a_finding(own):
    own.write("templates/layouts/reminder.yaml", "paragraphs: [opening, opening]\n")
    ended = own.run("schema", "--output", "s.json")
    assert (ended.stdout, ended.returncode) == ("", 1)
    assert ended.stderr.startswith(
        "templates/layouts/reminder.yaml:1:23: error: `opening` stands twice [duplicate-id]\n"
    )
    assert not (own.path / "s.json").exists()


def test_a_file_that_cannot_be_written_is_named(own):
    ended = own.run("schema", "--output", "data")
    assert (ended.stdout, ended.returncode) == ("", 2)
    assert ended.stderr.startswith("circgen: ")
    assert "data" in ended.stderr
