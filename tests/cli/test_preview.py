"""`circgen preview` where there is no terminal."""

import re

import pytest
from cli.command import LANGUAGES

FIRST, SECOND = LANGUAGES[:2]
FACTS = "data/meetings/a.yaml"


def test_a_page_is_printed(folder):
    folder.meeting("a")
    ended = folder.run("preview", FACTS)
    assert (ended.returncode, ended.stderr) == (0, "")
    rows = ended.stdout.splitlines()
    assert re.fullmatch(" {5,}[A-Z ]+", rows[0])
    assert max(map(len, rows)) <= 80
    assert "\x1b" not in ended.stdout
    assert [row[:4] for row in rows if row[:1].isdigit()] == ["1   "]


def test_a_page_is_as_wide_as_ever_where_it_goes_to_no_terminal(folder):
    folder.meeting("a")
    assert folder.run("preview", FACTS, COLUMNS="50").stdout == folder.run("preview", FACTS).stdout


def test_languages_stand_below_each_other_on_a_narrow_page(folder):
    folder.meeting("a")
    ended = folder.run("preview", FACTS, "--lang", f"{FIRST}, {SECOND}")
    rows = ended.stdout.splitlines()
    codes = [row[:2] for row in rows if re.match(r"\w\w │ 1   ", row)]
    assert codes == [FIRST, SECOND]


def test_what_check_finds_stands_at_its_paragraph_unless_it_is_silenced(folder):
    texts = "{en: 20 agencies support it., ru: Ее поддерживают 21 учреждение.}"
    folder.meeting("a", background=texts)
    ended = folder.run("preview", FACTS, "--lang", f"{FIRST},{SECOND}")
    assert ended.returncode == 1
    rows = ended.stdout.splitlines()
    at = next(number for number, row in enumerate(rows) if "error:" in row)
    assert rows[at].startswith("  ▌ error: background: 21 (ru) is 20 (en) [text-disagreement]")
    assert "21 учреждение" in rows[at - 1]
    alone = folder.run("preview", FACTS, "--lang", SECOND)
    assert (alone.returncode, "▌" in alone.stdout) == (0, False)
    both = f"{texts}  # circgen: ignore[text-disagreement] both are right"
    folder.meeting("a", background=both)
    silenced = folder.run("preview", FACTS, "--lang", f"{FIRST},{SECOND}")
    assert (silenced.returncode, "error:" in silenced.stdout) == (0, False)


def test_errors_stand_before_warnings(folder):
    folder.meeting("a", background="{en: The “20” agencies help., ru: Помогает 21 учреждение.}")
    ended = folder.run("preview", FACTS, "--lang", f"{FIRST},{SECOND}")
    below = ended.stdout.partition("Помогает")[2]
    levels = re.findall(r"^  ▌ (error|warning): ", below, re.MULTILINE)
    assert levels[0] == "error"
    assert "warning" in levels
    assert levels == sorted(levels)


def test_broken_facts_are_told_as_ever(folder):
    folder.meeting("a", number="none")
    ended = folder.run("preview", FACTS)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == folder.render(FACTS).stderr
    assert f"{FACTS}:1:9: error: " in ended.stderr


def test_an_edition_that_there_is_not_is_told(folder):
    folder.meeting("a", editions=f"[{FIRST}]", topic="{en: U4SSC}")
    ended = folder.run("preview", FACTS, "--lang", SECOND)
    assert ended.returncode == 1
    assert f"there is no edition in `{SECOND}`" in ended.stderr


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["--lang", "xx"], "--lang: `xx` is not one of en, ru"),
        (["--lang", ","], "--lang: name at least one of en, ru"),
        (["--templates", "none"], "--templates: none is not a folder"),
        (["--watch"], "--watch needs a terminal to draw on"),
    ],
)
def test_what_cannot_be_shown_is_said(folder, words, problem):
    folder.meeting("a")
    ended = folder.run("preview", FACTS, *words)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == f"circgen: {problem}\n"


def test_colours_are_printed_for_who_asks(folder):
    folder.meeting("a")
    plain = folder.run("preview", FACTS).stdout
    coloured = folder.run("preview", FACTS, "--color", NO_COLOR="1").stdout
    assert "Circular\N{NO-BREAK SPACE}\x1b[36m1\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize("page", ["cp437", "cp850", "cp1251"])
def test_an_old_code_page_does_not_matter(folder, page):
    folder.meeting("a")
    usual = folder.run("preview", FACTS, "--lang", SECOND).stdout
    old = folder.run("preview", FACTS, "--lang", SECOND, PYTHONIOENCODING=page, LC_ALL="C")
    assert old.stdout == usual
    assert "Женева" in usual


def test_names_of_files_can_have_any_letters(folder):
    folder.meeting("Циркуляр № 5 會議")
    ended = folder.run("preview", "data/meetings/Циркуляр № 5 會議.yaml", LC_ALL="C")
    assert (ended.returncode, ended.stderr) == (0, "")
    broken = folder.meeting("Ж", number="none")
    ended = folder.run("preview", broken.relative_to(folder.path), LC_ALL="C")
    assert "data/meetings/Ж.yaml:1:9: error: " in ended.stderr
