"""What is known of the words of a kind from an earlier run, and when it is looked at anew."""

import tempfile
from pathlib import Path

import pytest
from checks.trial import made

from circgen import earlier, kept
from circgen.checks.sensitivity import trials
from circgen.inspection import Inspector
from circgen.library import Library
from circgen.project import find_project

WORDS = "templates/ru/meeting.md.j2"
LOST = {
    WORDS: [
        [
            '{% if co_organizers %}\nсовместно с {{ co_organizers|listing("instrumental") }}{% endif %}',
            "",
        ]
    ]
}


@pytest.fixture(scope="module")
def temporary(tmp_path_factory):
    """A temporary folder of these tests' own, where what is known of languages may stay."""
    return tmp_path_factory.mktemp("temporary")


@pytest.fixture(autouse=True)
def nothing_known(temporary, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    kept._folder.cache_clear()
    for file in temporary.glob("*/trials-*"):
        file.unlink()
    yield
    kept._folder.cache_clear()


@pytest.fixture
def tried(monkeypatch):
    """The letters that are made to try words with facts, counted."""
    outcomes = []
    make = trials._outcome
    monkeypatch.setattr(trials, "_outcome", lambda *given: outcomes.append(given) or make(*given))
    return outcomes


@pytest.fixture
def project(tmp_path, monkeypatch):
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return lambda change=None: made(folder, change)


def found(*rules):
    """What rules, or all of them, find in the words of meetings."""
    library = Library(find_project(Path.cwd()))
    return Inspector(library, lambda rule: not rules or rule in rules).kind("meeting")


def test_what_was_found_once_is_known_afterwards(project, tried):
    project()
    assert found() == []
    assert tried
    tried.clear()
    assert found() == []
    assert not tried


def test_findings_are_known_just_as_they_were_found(project, tried):
    project(LOST)
    findings = found()
    assert "lost-fact" in {each.rule for each in findings}
    tried.clear()
    assert found() == findings
    assert not tried


@pytest.mark.parametrize("name", [WORDS, "templates/en/language.yaml", "templates/places.yaml"])
def test_after_any_change_of_words_they_are_tried_anew(project, tried, name):
    project()
    found()
    tried.clear()
    Path(name).write_text(Path(name).read_text("utf-8") + "\n", "utf-8")
    assert found() == []
    assert tried


def test_a_change_is_found_though_the_words_were_right_before(project):
    project()
    assert found() == []
    text = Path(WORDS).read_text("utf-8")
    ((old, new),) = LOST[WORDS]
    Path(WORDS).write_text(text.replace(old, new), "utf-8")
    assert "lost-fact" in {each.rule for each in found()}


@pytest.mark.parametrize("change", ["version", "rules", "folder"])
def test_what_another_run_would_say_otherwise_is_tried_anew(project, tried, monkeypatch, change):
    project()
    found()
    tried.clear()
    if change == "version":
        monkeypatch.setattr(earlier.metadata, "version", lambda _: "0")
    if change == "folder":
        monkeypatch.chdir("data")
    found(*(("lost-fact",) if change == "rules" else ()))
    assert tried


def test_a_file_that_nobody_can_read_and_no_rule_asks_for_does_no_harm(project, tried):
    project()
    Path("templates/notes.yaml").mkdir()
    assert found() == []
    tried.clear()
    assert found() == []
    assert tried
