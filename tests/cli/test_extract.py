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
    assert ended.stderr.endswith("\n6 warnings\n")


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
    letters.write("bytes.txt", "x").write_bytes(b"\xff\xfe\xff")
    ended = letters.run("extract", "mail.en.txt", "broken.docx", "bytes.txt", "--output", "a.yaml")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "broken.docx: error: " in ended.stderr
    assert "bytes.txt: error: " in ended.stderr
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
            "circgen: --lang: 2 languages for 1 document: name one for each\n",
        ),
        (["mail.en.txt", "--templates", "gone"], "circgen: --templates: gone is not a folder\n"),
        (["gone.txt"], "circgen: there is no file gone.txt\n"),
        (
            ["mail.en.txt", "--lang", "ru"],
            (
                "circgen: --lang: mail.en.txt is in `en`, not in `ru`: name the languages in the "
                "order of the documents\n"
            ),
        ),
        (
            ["mail.en.txt", "mail.ru.txt", "--lang", "ru,en"],
            (
                "circgen: --lang: mail.en.txt is in `en`, not in `ru`; mail.ru.txt is in `ru`, not "
                "in `en`: name the languages in the order of the documents\n"
            ),
        ),
        (
            ["mail.en.txt", "--output", "data", "--force"],
            "circgen: --output: data is a folder: name a file in it\n",
        ),
        (
            ["mail.en.txt", "--output", "mail.en.txt", "--force"],
            ("circgen: --output: mail.en.txt is a document to be read: name another file\n"),
        ),
    ],
)
def test_what_cannot_be_asked_ends_with_2(letters, words, said):
    (letters.path / "data").mkdir(exist_ok=True)
    ended = letters.run("extract", *words)
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", said)


def test_the_language_can_be_named(letters):
    ended = letters.run("extract", "mail.ru.txt", "--lang", "ru")
    assert "\neditions: [ru]\n" in ended.stdout


def test_the_language_that_is_named_holds_where_it_cannot_be_recognised(letters):
    letters.write("short.txt", "Ref: TSB Circular 12\n\n1. Quiet networks\n\n2. Harbours\n")
    ended = letters.run("extract", "short.txt", "--lang", "en")
    assert "\nnumber: 12  # short.txt:1:6\n" in ended.stdout
    letters.write("short.txt", "TSB 12\n\n1. Quiet networks\n\n2. Harbours\n")
    assert "[unknown-language]" in letters.run("extract", "short.txt").stderr
    assert "[no-circular]" in letters.run("extract", "short.txt", "--lang", "en").stderr


NO_LETTERS = {
    "facts.yaml": (
        b"series: u4ssc\n",
        (
            "facts.yaml: error: `facts.yaml` is a YAML file, no letter [no-circular]\n"
            "      = name a finished letter (.docx or .txt); of facts, `circgen render` makes one\n"
        ),
    ),
    "notes.txt": (
        (
            b"Dear colleagues,\n\nThis is what we have said about the garden and the house, which "
            b"was not much and will be said again.\n\nYours faithfully,\n"
        ),
        (
            "notes.txt: error: `notes.txt` holds no circular: neither number, date, addressees nor "
            "subject [no-circular]\n"
            "      = name a finished letter (.docx or .txt)\n"
        ),
    ),
    "noise.docx": (
        b"\x00\x01\x02\xff" * 99,
        (
            "noise.docx: error: `noise.docx` is damaged: it does not begin as a Word document does "
            "[damaged-document]\n"
            "      = open it in Word and save it again as a Word document (.docx), or ask for it "
            "once more\n"
        ),
    ),
}


@pytest.mark.parametrize("name", NO_LETTERS)
def test_what_is_no_letter_is_one_error_and_no_draft(folder, name):
    data, said = NO_LETTERS[name]
    (folder.path / name).write_bytes(data)
    ended = folder.run("extract", name)
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", f"{said}\n1 error\n")


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
