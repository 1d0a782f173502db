"""`circgen extract` as people run it: what it prints and writes, and how it ends."""

import shutil

import pytest
from cli.command import ROOT
from comparison.pairs import letter
from extraction.foreign import documents


@pytest.fixture
def letters(folder):
    """A folder with the letters of a mail in two languages."""
    for name, data in documents("mail").items():
        folder.write(name, data.decode())
    return folder


def test_a_draft_goes_to_standard_output_and_what_to_look_at_to_standard_error(letters):
    ended = letters.run("extract", "mail.en.txt", "mail.ru.txt")
    assert ended.returncode == 0
    assert ended.stdout.startswith(
        "# Drafted from mail.en.txt (en) and mail.ru.txt (ru): see whether it is right.\n"
    )
    assert "\nnumber: 233  # mail.en.txt:9:12, mail.ru.txt:5:7\n" in ended.stdout
    assert ended.stderr.startswith("mail.en.txt: warning: `study_period` was not found [not-found]")
    assert ended.stderr.endswith("\n4 warnings\n")


def test_what_was_not_found_is_marked_and_makes_a_draft(letters):
    ended = letters.run("extract", "mail.en.txt")
    assert "\nstatus: draft\n" in ended.stdout
    assert "\n# study_period:  # not found: the study period, such as 2025-2028\n" in ended.stdout


def test_the_study_period_is_that_of_the_project_s_circulars(letters):
    letters.meeting("a")
    ended = letters.run("extract", "mail.en.txt", "mail.ru.txt")
    assert "\nstudy_period: 2025-2028  # a.yaml:2:15\n" in ended.stdout
    assert "status:" not in ended.stdout


def test_a_draft_passes_check_and_renders(letters):
    letters.meeting("a")
    path = letters.path / "data/meetings/ports.yaml"
    letters.run("extract", "mail.en.txt", "mail.ru.txt", "--output", path)
    checked = letters.run("check", path)
    assert (checked.returncode, "error" in checked.stdout) == (0, False), checked.stdout
    assert letters.render(path).returncode == 0
    compared = letters.run("compare", "--facts", path, "mail.en.txt", "mail.ru.txt")
    assert compared.returncode == 0, compared.stdout


def test_a_file_that_is_there_stays_unless_forced(letters):
    path = letters.write("draft.yaml", "mine\n")
    refused = letters.run("extract", "mail.en.txt", "--output", "draft.yaml")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == (
        "circgen: --output: draft.yaml is there: name another file, or say --force\n"
    )
    assert path.read_text("utf-8") == "mine\n"
    forced = letters.run("extract", "mail.en.txt", "--output", "draft.yaml", "--force")
    assert (forced.returncode, forced.stdout) == (0, "")
    assert path.read_text("utf-8").startswith("# Drafted from mail.en.txt (en): ")


def test_nothing_is_written_if_a_document_cannot_be_read(letters):
    letters.write("broken.docx", "PK\x03\x04")
    ended = letters.run("extract", "mail.en.txt", "broken.docx", "gone.txt", "--output", "a.yaml")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "broken.docx: error: " in ended.stderr
    assert "gone.txt: error: cannot be read: no such file or directory [unreadable]" in ended.stderr
    assert not (letters.path / "a.yaml").exists()


def test_a_disagreement_ends_with_1_and_the_draft_is_there(letters):
    path = letters.path / "mail.ru.txt"
    path.write_text(path.read_text("utf-8").replace("Циркуляр 233", "Циркуляр 234"), "utf-8")
    ended = letters.run("extract", "mail.en.txt", "mail.ru.txt")
    assert ended.returncode == 1
    assert "number: 233" in ended.stdout
    assert "error: `number` is `233` in one letter, `234` in the other" in ended.stderr


def test_a_damaged_facts_file_of_the_project_does_not_stop_it(letters):
    letters.write("data/meetings/bad.yaml", "study_period: [\n")
    assert letters.run("extract", "mail.en.txt").returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["mail.en.txt", "--lang", "xx"], "circgen: --lang: `xx` is not one of en, ru\n"),
        (
            ["mail.en.txt", "--lang", "en,ru"],
            "circgen: --lang: 2 languages for 1 documents: name one for each\n",
        ),
        (["mail.en.txt", "--templates", "gone"], "circgen: --templates: gone is not a folder\n"),
    ],
)
def test_what_cannot_be_asked_ends_with_2(letters, words, said):
    ended = letters.run("extract", *words)
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", said)


def test_the_language_can_be_named(letters):
    ended = letters.run("extract", "mail.en.txt", "--lang", "ru")
    assert "\neditions: [ru]\n" in ended.stdout


def test_a_known_series_says_what_it_says_already(folder):
    shutil.copytree(ROOT / "data" / "series", folder.path / "data" / "series")
    for name, data in documents("converted").items():
        folder.write(name, data.decode())
    ended = folder.run("extract", "converted.en.txt", "converted.ru.txt")
    assert "\nseries: u4ssc  # converted.en.txt:2:16\n" in ended.stdout
    assert "\n# As in data/series/u4ssc.yaml: signatory, event, topic, mode, zone," in ended.stdout
    assert "\ncontact:" not in ended.stdout


def test_a_letter_of_the_tests_is_drafted_in_a_folder_without_a_project(tmp_path, folder):
    path = tmp_path / "elsewhere.txt"
    path.write_text(letter("en"), "utf-8")
    ended = folder.run("extract", path)
    assert ended.returncode == 0
    assert "issued: " in ended.stdout
