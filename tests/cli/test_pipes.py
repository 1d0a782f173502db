"""Readers that have seen enough: `circgen render | head -1`."""

import os
import subprocess
import sys

import pytest
from cli.command import environment, names

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no shell with pipefail")
MANY = 12


@pytest.fixture
def project(folder):
    """More circulars than a pipe holds lines of."""
    for number in range(1, MANY + 1):
        folder.meeting(f"m{number:02}", number=str(number))
    return folder


def piped(folder, words, reader):
    """`circgen WORDS | reader`: the exit code of circgen, what came out behind, and messages."""
    command = f'"{sys.executable}" -m circgen {words} | {reader}; exit ${{PIPESTATUS[0]}}'
    ended = subprocess.run(
        ["bash", "-c", command],
        cwd=folder.path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    return ended.returncode, ended.stdout, ended.stderr


def test_all_letters_are_written_though_only_the_first_name_is_read(project):
    code, printed, told = piped(project, "render", "head -1")
    assert (code, told) == (0, "")
    assert len(printed.splitlines()) == 1
    assert project.files() == names(*range(1, MANY + 1))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("render", 1),
        ("render --format txt 2>&1", 1),
        ("list", 0),
        ("list --format json", 0),
        ("check", 1),
        ("check --format json 2>&1", 1),
        ("preview data/meetings/m02.yaml", 0),
        ("render data/meetings/m02.yaml --stdout --lang en", 0),
        ("rules", 0),
        ("schema", 0),
        ("--help", 0),
        ("list nothing.yaml 2>&1", 2),
    ],
)
def test_nobody_reads_and_the_command_ends_as_usual(project, words, code):
    project.meeting("m01", number="none")
    ended, _, told = piped(project, words, "true")
    assert ended == code
    assert "Traceback" not in told
    assert "broken pipe" not in told.lower()


def test_letters_of_other_circulars_are_written_though_nobody_hears_what_is_wrong(project):
    project.meeting("m01", number="none")
    assert piped(project, "render 2>&1", "true")[0] == 1
    assert project.files() == names(*range(2, MANY + 1))


def test_what_is_read_is_whole(project):
    """The wrapped stream loses nothing, whatever the size."""
    _, printed, _ = piped(project, "rules", "cat")
    assert printed.endswith("\n")
    assert printed == project.run("rules").stdout
