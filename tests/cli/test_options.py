"""Words of options, however they are typed."""

import json

import pytest
from cli.command import LANGUAGES, LETTERS

FACTS = "data/meetings/a.yaml"
FIRST = LANGUAGES[0].upper()


@pytest.fixture
def project(folder):
    folder.meeting("a")
    folder.write("letter.txt", folder.render("--stdout", "--lang", FIRST).stdout)
    return folder


@pytest.mark.parametrize(
    "words",
    [
        [
            "check",
            "--format",
            "Json",
            "--select",
            "Overlap, LATE-registration",
            "--ignore",
            "Stale",
        ],
        ["confirm", "--lang", FIRST],
        ["compare", "letter.txt", "letter.txt", "--format", "SARIF", "--lang", f"{FIRST}, {FIRST}"],
        ["compare", "letter.txt", "letter.txt", "--format", "GitHub"],
        ["extract", "letter.txt", "--lang", FIRST],
        ["diff", FACTS, FACTS, "--format", "JSON"],
        ["diff", "letter.txt", "letter.txt", "--lang", FIRST],
        ["list", "--format", "JSON", "--status", "Draft,READY", "--state", "Absent"],
        ["preview", FACTS, "--lang", FIRST],
        ["rules", "OVERLAP"],
    ],
    ids=" ".join,
)
def test_capitals_make_no_difference(project, words):
    typed = project.run(*words)
    lower = project.run(*(word if "letter" in word else word.lower() for word in words))
    assert (typed.returncode, typed.stdout) == (lower.returncode, lower.stdout)
    assert "circgen: " not in typed.stderr


def test_capitals_choose_the_same(project):
    project.render("--format", "TXT", "--lang", FIRST)
    assert project.files() == [f"T25-TSB-CIR-0001!!TXT-{LETTERS[FIRST.lower()]}.txt"]
    (entry,) = json.loads(project.run("list", "--format", "JSON", "--status", "Ready").stdout)
    assert entry["file"] == FACTS
    assert json.loads(project.run("list", "--format", "JSON", "--status", "Draft").stdout) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["check", "--select", "Overlapp"], "--select: there is no rule `Overlapp`: did you mean `overlap`?"),
        (["check", "--ignore", "x y"], "--ignore: there is no rule `x y`: `circgen rules` lists them"),
        (["rules", "Overlapp"], "there is no rule `Overlapp`: did you mean `overlap`?"),
        (["list", "--state", "New,stale"], "--state: `New` is not one of complete, unconfirmed, stale, missing, rendered, outdated, edited, unreadable, absent"),
        (["diff", FACTS, FACTS, "--format", "XML"], "--format: `XML` is not one of text, json"),
    ],
)  # fmt: skip
def test_a_word_that_is_not_known_is_shown_as_it_was_typed(project, words, told):
    ended = project.run(*words)
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", f"circgen: {told}\n")
