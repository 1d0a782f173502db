"""`circgen compare` as people run it: what it prints, where, and how it ends."""

import json
import os
import re
import select
import shutil
import subprocess
import sys

import pytest
from cli.command import ROOT, environment
from cli.test_imports import imported
from comparison.pairs import changed, letter

WRONG = {"с 14 час. 00 мин.": "с 15 час. 00 мин."}
ODD = {"пилотных проекта": "пилотных проекта ЖЦГ"}
"""A warning: an acronym that no glossary knows."""


@pytest.fixture
def pair(folder):
    """A folder with two letters that say the same, `e.txt` and `r.txt`."""
    folder.write("e.txt", letter("en"))
    folder.write("r.txt", letter("ru"))
    return folder


def wrong(folder, name="r.txt", change=WRONG):
    return folder.write(name, changed(letter("ru"), change))


def objects(folder, *words):
    """The findings as a program gets them."""
    ended = folder.run("compare", *words, "--format", "json")
    assert ended.stderr == ""
    return json.loads(ended.stdout)


# --- what is said, and how the command ends


def test_two_letters_that_say_the_same_are_silent(pair):
    ended = pair.run("compare", "e.txt", "r.txt")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_an_error_is_printed_and_ends_with_1(pair):
    path = wrong(pair)
    ended = pair.run("compare", "e.txt", "r.txt")
    line = 1 + path.read_text("utf-8").split("15 час.")[0].count("\n")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert ended.stdout.startswith(f"r.txt:{line}:")
    assert "error: 2: " in ended.stdout
    assert "[hours]" in ended.stdout
    for words in ("e.txt:", "14:00-16:45", "1400 to 1645 hours", "15:00-16:45", "15 час. 00 мин."):
        assert words in ended.stdout
    assert ended.stdout.endswith("\n1 error\n")


def test_a_warning_is_printed_and_ends_with_0(pair):
    wrong(pair, change=ODD)
    ended = pair.run("compare", "e.txt", "r.txt")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "warning: " in ended.stdout
    assert ended.stdout.endswith("\n1 warning\n")


@pytest.mark.parametrize(("change", "code"), [({}, 0), (ODD, 1), (WRONG, 1)])
def test_strict_ends_with_1_for_a_warning_too(pair, change, code):
    wrong(pair, change=change)
    assert pair.run("compare", "--strict", "e.txt", "r.txt").returncode == code


def test_every_target_is_compared(pair):
    wrong(pair, "w.txt")
    ended = pair.run("compare", "e.txt", "r.txt", "w.txt")
    assert ended.returncode == 1
    assert ended.stdout.startswith("w.txt:")


def test_the_source_is_the_first(pair):
    wrong(pair, "w.txt")
    found = objects(pair, "w.txt", "e.txt", "r.txt")
    assert [(each["source"]["file"], each["target"]["file"]) for each in found] == [
        ("w.txt", "e.txt"),
        ("w.txt", "r.txt"),
    ]


def test_one_file_says_what_it_says_itself(pair):
    ended = pair.run("compare", "e.txt", "e.txt")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_no_file_is_written_or_changed(pair):
    wrong(pair)
    before = {path: path.read_bytes() for path in pair.path.rglob("*") if path.is_file()}
    pair.run("compare", "e.txt", "r.txt")
    pair.run("compare", "e.txt", "r.txt", "--format", "sarif")
    assert {p: p.read_bytes() for p in pair.path.rglob("*") if p.is_file()} == before


def test_the_same_is_said_every_time(pair):
    wrong(pair, change={**WRONG, **ODD})
    words = ("compare", "e.txt", "r.txt")
    first = pair.run(*words, PYTHONHASHSEED="1", LC_ALL="C", TZ="Asia/Seoul")
    assert first.stdout == pair.run(*words, PYTHONHASHSEED="2", LC_ALL="ru_RU.UTF-8").stdout


# --- words of the command line


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["e.txt"], "two documents"),
        (["e.txt", "r.txt", "--lang", "en"], "1 language for 2 documents"),
        (["e.txt", "r.txt", "--lang", "en,ru,ru"], "3 languages for 2 documents"),
        (["e.txt", "r.txt", "--lang", "en,xx"], "`xx` is not one of en, ru"),
        (["e.txt", "r.txt", "--lang", "en,"], "--lang"),
        (["e.txt", "r.txt", "--format", "xml"], "`xml` is not one of text, json, github, sarif"),
        (["e.txt", "r.txt", "--templates", "none"], "none is not a folder"),
        ([], "SOURCE TARGET"),
        (["e.txt", "r.txt", "--fatcs", "x.yaml"], "--fatcs"),
    ],
)
def test_what_cannot_be_run_is_said_on_standard_error(pair, words, said):
    ended = pair.run("compare", *words)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert said in ended.stderr


@pytest.mark.parametrize("languages", ["en,ru", "en, ru"])
def test_languages_can_be_given(pair, languages):
    wrong(pair)
    assert pair.run("compare", "e.txt", "r.txt", "--lang", languages).returncode == 1
    assert len(objects(pair, "e.txt", "r.txt", "--lang", languages)) == 1


def test_a_given_language_is_not_recognised(pair):
    """Letters that say the same make no sense in each other's language."""
    assert pair.run("compare", "e.txt", "r.txt", "--lang", "ru,en").returncode == 1


def test_help_shows_the_command_and_examples(folder):
    ended = folder.run("compare", "--help")
    assert ended.returncode == 0
    for words in ("SOURCE TARGET...", "--facts", "--lang", "--format", "--strict", "Examples:"):
        assert words in ended.stdout


# --- files


def test_all_files_that_cannot_be_read_are_named_at_once(pair):
    for name in ("none.txt", "neither.docx"):
        (pair.path / name).write_bytes(b"PK\xff")
    found = objects(pair, "none.txt", "e.txt", "neither.docx")
    assert sorted(each["location"]["file"] for each in found) == ["neither.docx", "none.txt"]


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("binary.txt", bytes(range(256)) * 8),
        ("empty.txt", b""),
        ("letter.pdf", b"%PDF-1.7\n"),
        ("encrypted.docx", OLD_WORD + "EncryptedPackage".encode("utf-16-le") + bytes(2000)),
        ("old.doc", OLD_WORD + bytes(2000)),
        ("half.docx", b"PK\x03\x04half"),
        ("empty.docx", b"PK\x05\x06" + bytes(18)),
        ("german.txt", b"Sehr geehrte Damen und Herren,\n\n1\tdie Sitzung findet statt.\n"),
    ],
)
def test_what_is_no_circular_is_one_error_that_names_the_file(pair, name, data):
    (pair.path / name).write_bytes(data)
    for words in (["e.txt", name], [name, "e.txt"]):
        (finding,) = objects(pair, *words)
        assert finding["level"] == "error"
        assert finding["location"]["file"] == name
        assert finding["message"]
        assert pair.run("compare", *words).returncode == 1


def test_an_unknown_language_says_which_are_known(pair):
    pair.write(
        "d.txt", "Sehr geehrte Damen und Herren,\n\n1\tdie Sitzung findet am 3. Mai statt.\n"
    )
    (finding,) = objects(pair, "e.txt", "d.txt")
    assert finding["rule"] == "unknown-language"
    assert "--lang" in finding["help"]
    assert "en, ru" in finding["help"]


def test_windows_line_ends_and_a_byte_order_mark_are_no_matter(pair):
    (pair.path / "w.txt").write_bytes(b"\xef\xbb\xbf" + letter("ru").replace("\n", "\r\n").encode())
    ended = pair.run("compare", "e.txt", "w.txt")
    assert (ended.returncode, ended.stdout) == (0, "")


@pytest.mark.parametrize("name", ["письмо 94.txt", "-r.txt", "T25-TSB-CIR-0094!!TXT-R.txt", "r"])
def test_files_may_have_any_name(pair, name):
    wrong(pair, name)
    ended = pair.run("compare", "e.txt", "--", name)
    assert ended.returncode == 1
    assert ended.stdout.startswith(f"{name}:")


def test_a_file_is_named_as_it_is_seen_from_here(pair, tmp_path_factory):
    wrong(pair, "letters/r.txt")
    assert pair.run("compare", "e.txt", "letters/r.txt").stdout.startswith(f"letters{os.sep}r.txt:")
    outside = tmp_path_factory.mktemp("outside") / "r.txt"
    outside.write_text(changed(letter("ru"), WRONG), encoding="utf-8")
    assert pair.run("compare", "e.txt", outside).stdout.startswith(f"{outside}:")


# --- formats


KEYS = {"rule", "level", "message", "paragraph", "source", "target"}


def test_json_is_a_list_of_objects(pair):
    wrong(pair)
    (finding,) = objects(pair, "e.txt", "r.txt")
    assert finding.keys() >= KEYS
    assert (finding["rule"], finding["level"], finding["paragraph"]) == ("hours", "error", "2")
    assert finding["source"]["value"] == "14:00-16:45"
    assert finding["source"]["text"] == "1400 to 1645 hours"
    assert finding["target"]["value"] == "15:00-16:45"
    assert re.fullmatch(r"r\.txt:\d+:\d+", finding["target"]["place"])


def test_json_without_findings_is_an_empty_list(pair):
    assert objects(pair, "e.txt", "r.txt") == []


def test_json_has_files_that_cannot_be_read_too(pair):
    (pair.path / "none.txt").write_bytes(b"\xff\xfe\xff")
    (finding,) = objects(pair, "e.txt", "none.txt")
    assert finding.keys() >= KEYS
    assert (finding["level"], finding["location"]["file"]) == ("error", "none.txt")


def test_github_gets_a_command_a_finding(pair):
    wrong(pair, change={**WRONG, **ODD})
    ended = pair.run("compare", "e.txt", "r.txt", "--format", "github")
    assert (ended.returncode, ended.stderr) == (1, "")
    first, second = ended.stdout.splitlines()
    assert re.match(r"::error file=r\.txt,line=\d+,col=\d+,title=circgen hours::", first)
    assert re.match(r"::warning file=r\.txt,line=\d+,col=\d+,title=circgen acronym::", second)


def test_sarif_is_a_log_even_without_findings(pair):
    ended = pair.run("compare", "e.txt", "r.txt", "--format", "sarif")
    log = json.loads(ended.stdout)
    assert (ended.returncode, log["version"], log["runs"][0]["results"]) == (0, "2.1.0", [])
    wrong(pair)
    ended = pair.run("compare", "e.txt", "r.txt", "--format", "sarif")
    (result,) = json.loads(ended.stdout)["runs"][0]["results"]
    assert (ended.returncode, ended.stderr) == (1, "")
    assert (result["ruleId"], result["level"]) == ("hours", "error")


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_every_format_ends_with_the_same_code(pair, form):
    for change, code in (({}, 0), (ODD, 0), (WRONG, 1)):
        wrong(pair, change=change)
        assert pair.run("compare", "e.txt", "r.txt", "--format", form).returncode == code


# --- terminals and pipes


def on_terminal(folder, *words, **env):
    """Run the command with a terminal for its findings: how it ended, and what was shown."""
    leader, follower = os.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "circgen", *words],
        cwd=folder.path,
        env=environment(**env),
        stdin=follower,
        stdout=follower,
        stderr=subprocess.PIPE,
    )
    os.close(follower)
    shown = b""
    while True:
        ready, _, _ = select.select([leader], [], [], 60)
        assert ready, "the command does not come to an end"
        try:
            read = os.read(leader, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not read:
            break
        shown += read
    os.close(leader)
    _, errors = child.communicate(timeout=60)
    assert errors == b""
    return child.returncode, shown.decode()


def test_findings_are_in_colour_on_a_terminal(pair):
    wrong(pair)
    code, shown = on_terminal(pair, "compare", "e.txt", "r.txt")
    assert code == 1
    assert "\x1b[31;1merror\x1b[0m" in shown


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_findings_have_no_colour_where_nobody_wants_it(pair, env):
    wrong(pair)
    code, shown = on_terminal(pair, "compare", "e.txt", "r.txt", **env)
    assert code == 1
    assert "error" in shown
    assert "\x1b" not in shown


def test_programs_get_no_colour_on_a_terminal_either(pair):
    wrong(pair)
    _, shown = on_terminal(pair, "compare", "e.txt", "r.txt", "--format", "json")
    assert json.loads(shown)


def test_a_document_cannot_send_orders_to_the_terminal(pair):
    wrong(pair, change={"с 14 час. 00 мин.": "\x1b]0;mine\x07с 15 час. 00 мин."})
    ended = pair.run("compare", "e.txt", "r.txt")
    assert ended.returncode == 1
    assert "\x1b" not in ended.stdout


def test_a_reader_that_has_read_enough_is_no_crash(pair):
    """As in `circgen compare … | head -1`."""
    wrong(pair, change={"drop": "4\t"})
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        ended = subprocess.run(
            [sys.executable, "-m", "circgen", "compare", "e.txt", "r.txt"],
            cwd=pair.path,
            env=environment(),
            stdout=pipe,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
    assert "Traceback" not in ended.stderr
    assert "Exception" not in ended.stderr
    assert ended.returncode != 0


# --- words of a project's own


def test_an_acronym_is_known_once_it_stands_where_the_warning_says(pair):
    """The warning is followed to the letter: both files get the acronym."""
    shutil.copytree(ROOT / "templates", pair.path / "words")
    pair.write("e.txt", changed(letter("en"), {"pilot projects": "PHB pilot projects"}))
    wrong(pair, change=ODD)
    words = ("e.txt", "r.txt", "--templates", "words")
    found = objects(pair, *words)
    assert {each["rule"] for each in found} == {"acronym"}
    for language, acronym in (("en", "PHB"), ("ru", "ЖЦГ")):
        path = pair.path / "words" / language / "language.yaml"
        assert all(f"words/{language}/language.yaml" in each["help"] for each in found)
        text = path.read_text("utf-8")
        assert text.count("\n  acronyms:\n") == 1
        path.write_text(
            text.replace("\n  acronyms:\n", f"\n  acronyms:\n    port-bureau: [{acronym}]\n"),
            "utf-8",
        )
    assert objects(pair, *words) == []


def test_broken_words_of_a_project_are_said_once(pair):
    shutil.copytree(ROOT / "templates", pair.path / "templates")
    pack = pair.path / "templates/ru/language.yaml"
    pack.write_text(pack.read_text("utf-8").replace("locale: ru", "locale: xx"), "utf-8")
    (finding,) = objects(pair, "e.txt", "r.txt")
    assert finding["level"] == "error"
    assert finding["location"]["file"] == "templates/ru/language.yaml"
    assert pair.run("compare", "e.txt", "r.txt").returncode == 1


# --- facts


def test_rendered_letters_say_their_facts(folder):
    facts = folder.meeting("a")
    folder.render()
    ended = folder.run("compare", "--facts", facts, *(f"out/{each}" for each in folder.files()))
    assert len(folder.files()) == 4
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_one_letter_is_enough_for_facts(folder):
    facts = folder.meeting("a")
    folder.render("--lang", "ru", "--format", "txt")
    (name,) = folder.files()
    path = folder.path / "out" / name
    path.write_text(path.read_text("utf-8").replace("11\xa0час.", "10\xa0час."), "utf-8")
    ended = folder.run("compare", "--facts", facts, path)
    assert ended.returncode == 1
    line = 1 + facts.read_text("utf-8").split("sessions:")[0].count("\n")
    assert f"data/meetings/a.yaml:{line}:" in ended.stdout
    assert "[hours]" in ended.stdout


def test_changed_words_are_shown_word_by_word(folder):
    facts = folder.meeting("a")
    folder.render("--lang", "en", "--format", "txt")
    path = folder.path / "out" / folder.files()[0]
    text = path.read_text("utf-8")
    assert "I am pleased" in text
    path.write_text(text.replace("I am pleased", "I am delighted"), "utf-8")
    ended = folder.run("compare", "--facts", facts, path)
    assert ended.returncode == 0
    assert "warning" in ended.stdout
    assert "[-pleased-]" in ended.stdout
    assert "{+delighted+}" in ended.stdout
    assert folder.run("compare", "--strict", "--facts", facts, path).returncode == 1


def test_broken_facts_are_said_with_their_place(folder):
    facts = folder.meeting("a")
    folder.render()
    letters = [f"out/{each}" for each in folder.files()]
    folder.meeting("a", sessions="{date: 2025-02-30}")
    ended = folder.run("compare", "--facts", facts, *letters)
    assert ended.returncode == 1
    assert ended.stdout.startswith("data/meetings/a.yaml:")
    assert "2025-02-30" in ended.stdout
    assert ended.stdout.endswith("\n1 error\n")


def test_the_project_is_found_around_the_facts(folder, tmp_path_factory):
    """Neither the folder where one is nor that of the letter is in it."""
    shutil.copytree(ROOT / "templates", folder.path / "templates")
    pack = folder.path / "templates/en/language.yaml"
    pack.write_text(
        pack.read_text("utf-8").replace("  signed: (Signed)", "  signed: (By hand)"), "utf-8"
    )
    facts = folder.meeting("a")
    folder.render("--lang", "en", "--format", "txt")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    path = shutil.copy(folder.path / "out" / folder.files()[0], elsewhere / "letter.txt")
    assert "(By hand)" in path.read_text("utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "circgen", "compare", "--facts", facts, path],
        cwd=elsewhere,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


# --- what it needs


def test_texts_are_compared_without_what_renders_or_reads_documents(pair):
    packages, code = imported(pair, "compare", "e.txt", "r.txt")
    assert code == 0
    assert "babel" in packages
    assert not packages & {
        "docx", "jinja2", "lxml", "markdown_it", "pydantic", "rich", "zipfile"
    }  # fmt: skip


def test_documents_are_compared_without_a_second_library_for_documents(folder):
    folder.meeting("a")
    folder.render("--format", "docx")
    names = [f"out/{each}" for each in folder.files()]
    packages, code = imported(folder, "compare", *names)
    assert code == 0
    assert not packages & {"docx", "jinja2", "markdown_it", "pydantic", "rich"}


def test_help_imports_nothing_but_the_command_line(folder):
    packages, code = imported(folder, "compare", "--help")
    assert code == 0
    assert not packages & {"babel", "docx", "jinja2", "lxml", "markdown_it", "yaml", "zoneinfo"}
