"""The Tab key in the shells that people use."""

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest
from cli.command import Folder, environment

COMMAND = Path(sys.executable).with_name("circgen")
LINES = [
    ("circgen preview data/meetings/on", "data/meetings/only.yaml"),
    ("circgen preview --lang en,", "en,ru"),
    ("circgen rules overl", "overlap"),
]


@pytest.fixture
def folder(tmp_path):
    found = Folder(tmp_path)
    found.meeting("only")
    found.meeting("мой файл (2)")
    return found


def surroundings(folder):
    path = f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}"
    return environment(PATH=path, HOME=str(folder.path), PS1="$ ", TERM="dumb")


def script(folder, shell):
    """The words that `circgen --show-completion` prints for a shell."""
    env = surroundings(folder) | {"_CIRCGEN_COMPLETE": f"source_{shell}"}
    return subprocess.run([COMMAND], env=env, capture_output=True, text=True, check=True).stdout


@contextmanager
def interactive(folder, shell):
    """A shell at its prompt that knows how circgen is completed."""
    folder.write("completion", script(folder, shell))
    alone = {"bash": ["--norc", "--noprofile", "-i"], "zsh": ["-f", "-i"]}[shell]
    child = pexpect.spawn(
        shell, alone, cwd=str(folder.path), env=surroundings(folder), encoding="utf-8", timeout=20
    )
    if shell == "zsh":
        child.sendline("autoload -Uz compinit && compinit -u -D")
    child.sendline(". ./completion; echo rea''dy")
    child.expect("ready")
    yield child
    child.close(force=True)


@pytest.mark.parametrize(("line", "expected"), LINES)
@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_the_tab_key_completes(folder, shell, line, expected):
    with interactive(folder, shell) as child:
        child.send(f"{line}\t")
        child.expect(re.escape(expected))


@pytest.mark.parametrize("typed", ["data/meetings/мо", "'data/meetings/мо", '"data/meetings/мо'])
@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_name_with_blanks_is_one_word(folder, shell, typed):
    with interactive(folder, shell) as child:
        child.send(f"circgen preview {typed}\t")
        child.send("| grep -c Dear\r")
        child.expect(r"\b1\r")


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_fish_completes(folder, line, expected):
    folder.write("completion", script(folder, "fish"))
    command = f"source completion; complete --do-complete '{line}'"
    ended = subprocess.run(
        ["fish", "--no-config", "--command", command],
        cwd=folder.path, env=surroundings(folder), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ended.stdout.splitlines() == [expected]
