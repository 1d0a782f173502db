"""`circgen render` as people run it: what it writes, prints and returns."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli.command import LANGUAGES, ROOT, Folder, environment, name, names, words_of

FIRST, LAST = LANGUAGES[0], LANGUAGES[-1]


def lines(text):
    return text.splitlines()


# --- what is written and printed


def test_every_edition_is_written_in_both_formats(folder):
    folder.meeting("a")
    ended = folder.render()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert folder.files() == names(1)


def test_standard_output_has_exactly_the_paths_written(folder):
    folder.meeting("a")
    folder.meeting("b", number="2")
    ended = folder.render()
    assert sorted(lines(ended.stdout)) == [f"out{os.sep}{each}" for each in names(1, 2)]
    assert ended.stderr == ""


def test_paths_outside_of_the_working_directory_are_printed_in_full(folder, tmp_path_factory):
    folder.meeting("a")
    other = tmp_path_factory.mktemp("other")
    ended = folder.render("--out", other)
    assert sorted(lines(ended.stdout)) == [str(other / each) for each in names(1)]


def test_the_formats_hold_the_same_facts(folder):
    folder.meeting("a", section='"A/B & C"')
    folder.render()
    text = folder.letter(1, FIRST, "txt").read_text("utf-8")
    assert "A/B & C" in text
    assert "A/B &amp; C" in words_of(folder.letter(1, FIRST, "docx"))


def test_named_files_alone_are_rendered(folder):
    folder.meeting("a")
    path = folder.meeting("b", number="2")
    assert folder.render(path).returncode == 0
    assert folder.files() == names(2)


def test_a_folder_means_its_facts_files(folder):
    folder.meeting("a")
    folder.meeting("b", number="2")
    folder.write("data/meetings/notes.txt", "no facts")
    assert folder.render("data/meetings").returncode == 0
    assert folder.files() == names(1, 2)


def test_a_file_named_twice_is_rendered_once(folder):
    path = folder.meeting("a")
    ended = folder.render(path, path, "data/meetings")
    assert ended.returncode == 0
    assert sorted(lines(ended.stdout)) == [f"out{os.sep}{each}" for each in names(1)]


def test_a_file_named_in_two_ways_is_rendered_once(folder):
    path = folder.meeting("a")
    ended = folder.render(path, "data/meetings/a.yaml", "./data/meetings/a.yaml")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert folder.files() == names(1)


@pytest.mark.parametrize("form", ["docx", "txt"])
def test_one_format_alone(folder, form):
    folder.meeting("a")
    assert folder.render("--format", form).returncode == 0
    assert folder.files() == names(1, formats=[form])


@pytest.mark.parametrize("words", ["docx,txt", "txt,docx", " docx , txt ", "docx,docx,txt"])
def test_formats_are_separated_by_commas(folder, words):
    folder.meeting("a")
    assert folder.render("--format", words).returncode == 0
    assert folder.files() == names(1)


def test_one_language_alone(folder):
    folder.meeting("a")
    assert folder.render("--lang", LAST).returncode == 0
    assert folder.files() == names(1, languages=[LAST])


def test_the_editions_of_the_file_are_the_default(folder):
    folder.meeting("a", editions=f"[{LAST}]")
    assert folder.render().returncode == 0
    assert folder.files() == names(1, languages=[LAST])


def test_a_language_that_a_named_circular_does_not_go_out_in_is_an_error(folder):
    path = folder.meeting("a", editions=f"[{FIRST}]")
    ended = folder.render(path, "--lang", LAST)
    assert (ended.returncode, ended.stdout) == (1, "")
    at = f"data{os.sep}meetings{os.sep}a.yaml"
    assert lines(ended.stderr)[0].startswith(f"{at}:5:")
    assert f"error: there is no edition in `{LAST}` [no-edition]" in ended.stderr
    assert folder.files() == []


def test_circulars_that_do_not_go_out_in_a_language_are_passed_over_in_a_batch(folder):
    folder.meeting("a", editions=f"[{FIRST}]")
    folder.meeting("b", number="2")
    ended = folder.render("--lang", LAST)
    assert ended.returncode == 0
    assert folder.files() == names(2, languages=[LAST])


def test_a_batch_without_any_circular_in_a_language_says_so(folder):
    folder.meeting("a", editions=f"[{FIRST}]")
    ended = folder.render("--lang", LAST)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == f"circgen: --lang: no circular has an edition in {LAST}\n"


def test_a_variant_is_in_the_name(folder):
    folder.meeting("a", variant="R1")
    assert folder.render().returncode == 0
    assert folder.files() == names(1, variant="R1")


def test_drafts_have_a_name_of_their_own_and_are_marked(folder):
    folder.meeting("my-draft", status="draft", number=None, issued=None)
    assert folder.render("--format", "txt").returncode == 0
    assert all(each.startswith("DRAFT-my-draft-TXT-") for each in folder.files())
    assert len(folder.files()) == len(LANGUAGES)


def test_a_draft_with_a_number_still_has_a_name_of_its_own(folder):
    folder.meeting("a", status="draft")
    folder.render("--format", "txt")
    assert all(each.startswith("DRAFT-a-TXT-") for each in folder.files())


# --- one edition on standard output


@pytest.mark.parametrize("language", LANGUAGES)
def test_stdout_prints_the_text_edition_and_nothing_else(folder, language):
    folder.meeting("a")
    ended = folder.render("--stdout", "--lang", language)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert folder.files() == []
    assert not (folder.path / "out").exists()
    folder.render()
    assert ended.stdout.encode() == folder.letter(1, language, "txt").read_bytes()


def test_stdout_needs_no_language_where_there_is_one_edition(folder):
    folder.meeting("a", editions=f"[{LAST}]")
    ended = folder.render("--stdout")
    assert ended.returncode == 0
    assert ended.stdout


def test_stdout_is_utf8_whatever_the_locale_says(folder):
    folder.meeting("a", section="ЖЩ-–")
    ended = folder.render(
        "--stdout", "--lang", FIRST, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "ЖЩ-–" in ended.stdout


def test_stdout_asks_for_a_choice_between_editions(folder):
    folder.meeting("a")
    ended = folder.render("--stdout")
    assert (ended.returncode, ended.stdout) == (2, "")
    known = ", ".join(LANGUAGES)
    assert ended.stderr == (
        f"circgen: --stdout prints one edition: choose one of {known} with --lang\n"
    )


def test_stdout_prints_one_circular(folder):
    folder.meeting("a")
    folder.meeting("b", number="2")
    ended = folder.render("--stdout", "--lang", FIRST)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == ("circgen: --stdout prints one edition, and these are 2 circulars\n")


def test_stdout_prints_nothing_of_a_circular_with_an_error(folder):
    folder.meeting("a", number="none")
    ended = folder.render("--stdout", "--lang", FIRST)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "`none` is not a number" in ended.stderr


def test_a_standard_output_that_is_full_is_said(folder):
    folder.meeting("a")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "circgen", "render", "--stdout", "--lang", FIRST],
            cwd=folder.path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    assert ended.returncode == 2
    assert ended.stderr.startswith("circgen: ")
    assert len(lines(ended.stderr)) == 1


def test_letters_are_written_though_nobody_reads_their_names(folder):
    folder.meeting("a")
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "circgen", "render"],
        cwd=folder.path,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=60,
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert folder.files() == names(1)


# --- errors


def test_one_circular_with_errors_does_not_stop_the_others(folder):
    folder.meeting("a")
    folder.meeting("b", number="2", sessions="{date: 2025-10-32}")
    folder.meeting("c", number="3")
    ended = folder.render()
    assert ended.returncode == 1
    assert folder.files() == names(1, 3)
    assert sorted(lines(ended.stdout)) == [f"out{os.sep}{each}" for each in names(1, 3)]
    assert ended.stderr.startswith(f"data{os.sep}meetings{os.sep}b.yaml:11:18: error: ")


def test_a_finding_shows_place_problem_line_caret_and_help(folder):
    folder.meeting("a", sessions="{date: 2025-10-31, hours: 24000}")
    ended = folder.render()
    assert ended.stderr == (
        f"data{os.sep}meetings{os.sep}a.yaml:11:37: error: `24000` is not an hour [hours]\n"
        "   11 | sessions: {date: 2025-10-31, hours: 24000}\n"
        "      |                                     ^\n"
        "      = write 09:30, or 11:00-12:00\n"
        "\n"
        "1 error\n"
    )


def test_the_problems_of_all_files_are_told_at_once_in_their_order(folder):
    folder.meeting("b", number="none", issued="never")
    folder.meeting("a", mode="online", zone="UTC")
    ended = folder.render()
    places = [line.split(": error")[0] for line in lines(ended.stderr) if ": error: " in line]
    start = f"data{os.sep}meetings{os.sep}"
    assert places == [f"{start}a.yaml:10:7", f"{start}b.yaml:1:9", f"{start}b.yaml:3:9"]
    assert ended.stderr.endswith("\n3 errors\n")


def test_all_editions_or_none(folder):
    """Words that one language alone lacks stop the others, too."""
    codes = [code for code in LANGUAGES if code != LAST]
    folder.meeting("a", section=None, venue="{" + ", ".join(f"{c}: x" for c in codes) + "}")
    ended = folder.render()
    assert (ended.returncode, ended.stdout) == (1, "")
    assert f"no text in `{LAST}`" in ended.stderr
    assert folder.files() == []


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"\xff\xfe", b"\x00" * 10, b"a: [", b"x" * 1_000_001, b"PK\x03\x04"]
)
def test_whatever_a_file_holds_is_a_finding(folder, content):
    (folder.path / "data/meetings/a.yaml").write_bytes(content)
    ended = folder.render()
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith(f"data{os.sep}meetings{os.sep}a.yaml")


def test_two_files_for_one_number_are_an_error_at_the_second(folder):
    folder.meeting("a")
    folder.meeting("b")
    folder.meeting("c", number="3")
    ended = folder.render()
    assert ended.returncode == 1
    assert folder.files() == names(1, 3)
    first = f"data{os.sep}meetings{os.sep}a.yaml"
    at = f"data{os.sep}meetings{os.sep}b.yaml"
    (line,) = [line for line in lines(ended.stderr) if line.startswith(at)]
    assert line.endswith(f" was already made from {first} [duplicate-number]")


def test_two_files_for_one_number_in_different_languages_are_an_error_too(folder):
    folder.meeting("a", editions=f"[{FIRST}]")
    folder.meeting("b", editions=f"[{LAST}]")
    assert folder.render().returncode == (1 if FIRST != LAST else 0)


@pytest.mark.parametrize("variant", ["R1", "A1", "C1"])
def test_a_variant_of_a_number_is_another_circular(folder, variant):
    folder.meeting("a")
    folder.meeting("b", variant=variant)
    assert folder.render().returncode == 0


def test_the_same_number_in_another_study_period_is_another_circular(folder):
    folder.meeting("a")
    folder.meeting(
        "b", study_period="2022-2024", issued="2023-05-02", sessions="{date: 2023-06-20}"
    )
    assert folder.render().returncode == 0
    assert len(folder.files()) == 2 * len(names(1))


# --- could not run


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--lang", "xx"], f"circgen: --lang: `xx` is not one of {', '.join(LANGUAGES)}\n"),
        (
            ["--lang", f"{FIRST},xx"],
            f"circgen: --lang: `xx` is not one of {', '.join(LANGUAGES)}\n",
        ),
        (["--lang", ","], f"circgen: --lang: name at least one of {', '.join(LANGUAGES)}\n"),
        (["--format", "odt"], "circgen: --format: `odt` is not one of docx, txt, pdf\n"),
        (["--format", ""], "circgen: --format: name at least one of docx, txt, pdf\n"),
        (["--templates", "nowhere"], "circgen: --templates: nowhere is not a folder\n"),
        (["data"], "circgen: no facts files (*.yaml) in data\n"),
    ],
)
def test_what_cannot_be_run_is_said_in_one_line_with_exit_code_two(folder, words, told):
    folder.meeting("a")
    ended = folder.render(*words)
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", told)
    assert folder.files() == []


@pytest.mark.parametrize("words", [["--nonsense"], ["--out"]])
def test_a_wrong_option_is_said_with_exit_code_two(folder, words):
    ended = folder.render(*words)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert words[0] in ended.stderr


def test_an_unknown_command_is_said_with_a_suggestion(folder):
    ended = folder.run("rendr")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "render" in ended.stderr


def test_without_a_project_and_without_files_it_says_what_is_missing(tmp_path):
    folder = Folder(tmp_path / "elsewhere")
    (folder.path / "data/meetings").rmdir()
    ended = folder.render()
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        "circgen: no facts files: there is no data/meetings/ here or above, and none was named\n"
    )


# --- where things are


def test_the_project_is_found_from_a_folder_below_it(folder):
    folder.meeting("a")
    (folder.path / "deep" / "down").mkdir(parents=True)
    ended = folder.render(within="deep/down")
    assert ended.returncode == 0
    assert folder.files("deep/down/out") == names(1)


def test_a_file_of_a_project_is_rendered_from_another_folder(folder, tmp_path_factory):
    """Its series is looked for around it."""
    series = "".join(f"{k}: {v}\n" for k, v in {"event": "meeting", "mode": "virtual"}.items())
    folder.write("data/series/mine.yaml", series)
    path = folder.meeting("a", series="mine", event=None, mode=None)
    other = tmp_path_factory.mktemp("other")
    ended = folder.render(path, within=str(other))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert sorted(p.name for p in (other / "out").glob("T*")) == names(1)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "data/meetings").glob("*.yaml")), ids=lambda p: p.stem
)
def test_the_examples_render_from_any_folder(folder, path):
    ended = folder.render(path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout


def test_a_project_has_templates_of_its_own(folder):
    shutil.copytree(ROOT / "templates", folder.path / "templates")
    pack = folder.path / "templates" / FIRST / "language.yaml"
    pack.write_text(pack.read_text("utf-8").replace("  signed: ", "  signed: MINE "), "utf-8")
    folder.meeting("a")
    assert folder.render("--format", "txt").returncode == 0
    assert "MINE" in folder.letter(1, FIRST).read_text("utf-8")


def test_templates_can_be_named(folder, tmp_path_factory):
    templates = tmp_path_factory.mktemp("words") / "mine"
    shutil.copytree(ROOT / "templates", templates)
    pack = templates / FIRST / "language.yaml"
    pack.write_text(pack.read_text("utf-8").replace("  signed: ", "  signed: MINE "), "utf-8")
    folder.meeting("a")
    ended = folder.render("--format", "txt", "--templates", templates)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "MINE" in folder.letter(1, FIRST).read_text("utf-8")


def test_a_folder_without_languages_is_no_templates(folder):
    folder.meeting("a")
    (folder.path / "empty").mkdir()
    ended = folder.render("--templates", "empty")
    assert ended.returncode in {1, 2}
    assert "empty" in ended.stderr
    assert folder.files() == []


def test_a_broken_language_is_said_once_and_nothing_is_written(folder):
    shutil.copytree(ROOT / "templates", folder.path / "templates")
    pack = folder.path / "templates" / LAST / "language.yaml"
    pack.write_text(pack.read_text("utf-8").replace("direction:", "dirction:"), "utf-8")
    for number in range(1, 5):
        folder.meeting(f"m{number}", number=str(number))
    ended = folder.render()
    assert ended.returncode == 1
    assert ended.stderr.count("`dirction` is not a key of a language pack") == 1
    assert folder.files() == []


def test_a_mistake_in_a_template_is_said_once_and_nothing_is_written(folder):
    shutil.copytree(ROOT / "templates", folder.path / "templates")
    words = folder.path / "templates" / LAST / "meeting.md.j2"
    words.write_text(words.read_text("utf-8").replace("{{ event", "{{ evnt", 1), "utf-8")
    for number in range(1, 5):
        folder.meeting(f"m{number}", number=str(number))
    ended = folder.render()
    assert ended.returncode == 1
    assert ended.stderr.count("`evnt` is not a fact") == 1
    assert ended.stderr.endswith("\n1 error\n")
    assert folder.files() == []


@pytest.mark.parametrize("missing", ["letterhead.docx", "letterhead.docx is no document"])
def test_a_letterhead_that_is_not_there_or_broken_is_said_once(folder, missing):
    shutil.copytree(ROOT / "templates", folder.path / "templates")
    letterhead = folder.path / "templates" / "letterhead.docx"
    letterhead.unlink()
    if "no document" in missing:
        letterhead.write_bytes(b"no document")
    folder.meeting("a")
    folder.meeting("b", number="2")
    ended = folder.render()
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.count("error: ") == 1
    assert "letterhead.docx" in ended.stderr
    assert folder.files() == []
    assert folder.render("--format", "txt").returncode == 0, "text does without"


# --- output folders


def test_an_output_folder_is_made_with_those_above_it(folder):
    folder.meeting("a")
    assert folder.render("--out", "x/y/z").returncode == 0
    assert folder.files("x/y/z") == names(1)


@pytest.mark.parametrize("out", ["file", "file/below"])
def test_a_file_in_the_place_of_the_output_folder_is_an_error(folder, out):
    folder.meeting("a")
    folder.write("file", "mine")
    ended = folder.render("--out", out)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "error: file" in ended.stderr.replace("file/below", "file")
    assert (folder.path / "file").read_text() == "mine"


def test_an_output_folder_that_may_not_be_written_is_an_error(folder):
    """/proc lets nobody, not even root, make a folder in it."""
    folder.meeting("a")
    ended = folder.render("--out", "/proc/circgen")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "the folder cannot be written to" in ended.stderr


def test_a_folder_in_the_place_of_a_letter_is_an_error_and_no_edition_is_written(folder):
    folder.meeting("a")
    folder.letter(1, LAST, "docx").mkdir(parents=True)
    ended = folder.render()
    assert (ended.returncode, ended.stdout) == (1, "")
    assert name(1, LAST, "docx") in ended.stderr
    assert folder.files() == [name(1, LAST, "docx")]


# --- help, version, completion


def test_the_version_is_printed(folder):
    from circgen import __version__

    ended = folder.run("--version")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"circgen {__version__}\n", "")


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["render", "--help"], ["render", "-h"]])
def test_help_is_printed(folder, words):
    ended = folder.run(*words)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("Usage: ")
    assert all(len(line) <= 80 for line in lines(ended.stdout))


def test_help_names_the_exit_codes_and_every_option(folder):
    assert "Exit codes: 0, no error" in folder.run("--help").stdout
    told = folder.run("render", "--help").stdout
    for option in ("--lang", "--format", "--out", "--force", "--stdout", "--templates"):
        assert f"  {option} " in told


def complete(folder, **env):
    """The installed command, for completion goes by its name."""
    return subprocess.run(
        [Path(sys.executable).with_name("circgen")],
        cwd=folder.path,
        env=environment(**env),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_script_for_completion_is_printed(folder, shell):
    ended = complete(folder, _CIRCGEN_COMPLETE=f"source_{shell}")
    assert ended.returncode == 0
    assert "_CIRCGEN_COMPLETE" in ended.stdout


@pytest.mark.parametrize(
    ("typed", "offered"), [("circgen ren", "render"), ("circgen render --st", "--stdout")]
)
def test_what_is_begun_is_completed(folder, typed, offered):
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    ended = complete(folder, _CIRCGEN_COMPLETE="complete_bash", **words)
    assert ended.returncode == 0
    assert offered in lines(ended.stdout)


def test_a_logo_that_is_no_png_is_a_finding(folder):
    folder.meeting("a")
    templates = folder.path / "templates"
    shutil.copytree(ROOT / "templates", templates)
    (templates / "logo.png").write_bytes(b"GIF89a")
    ended = folder.render()
    assert ended.returncode == 1
    assert "templates/logo.png: error: the logo is not a PNG picture [logo]" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_mistake_of_circgen_itself_stops_one_circular_only(folder):
    folder.meeting("a")
    folder.meeting("b", number="2")
    # A module that Python imports at start makes the composer stumble over the first circular.
    (folder.path / "sitecustomize.py").write_text(
        "import circgen.library as library\n"
        "right = library.Library.compose\n"
        "def wrong(self, loaded, language):\n"
        "    if loaded.file.facts.number == 1:\n"
        "        raise KeyError('oops')\n"
        "    return right(self, loaded, language)\n"
        "library.Library.compose = wrong\n",
        "utf-8",
    )
    ended = subprocess.run(
        [sys.executable, "-m", "circgen", "render"],
        cwd=folder.path,
        env={**environment(), "PYTHONPATH": os.pathsep.join((str(folder.path), str(ROOT)))},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 1
    assert "circgen itself went wrong: KeyError: 'oops'" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert folder.files() == names(2)
