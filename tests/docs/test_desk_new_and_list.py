"""What docs/desk.md shows of `circgen new` and `circgen list`."""

import os
import shlex
import subprocess
import sys

import pytest
from docs.pages import ROOT, blocks, tables

from circgen.listing.entries import EditionState, FileState, Status

PAGE = ROOT / "docs" / "desk.md"
TENTH = "data/meetings/u4ssc-10.yaml"


def shown(start):
    """The one block that begins so."""
    (block,) = (b for b in blocks(PAGE) if b.text.startswith(start))
    return block.text


@pytest.fixture
def sh(folder):
    """Runs a line as a shell does, in a project, with nobody to answer."""

    def run(line):
        program, *words = shlex.split(line)
        assert program == "circgen"
        return subprocess.run(
            [sys.executable, "-m", "circgen", *words],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


def test_what_must_be_looked_at_again_is_as_shown(sh):
    prompt, _, told = shown("$ circgen new --from").partition("\n")
    ended = sh(prompt.removeprefix("$ "))
    assert ended.returncode == 0
    assert ended.stdout == f"{TENTH}\n"
    lines = [line for line in told.splitlines() if line != TENTH]
    assert ended.stderr.replace("\xa0", " ").splitlines() == lines


def test_the_options_make_the_file_that_is_shown(folder, sh):
    ended = sh(
        "circgen new --series u4ssc --issued 2026-05-15 --session '2026-06-16 14:00-17:00' "
        "--deadline contributions --objective 'review the work of the Thematic Groups'"
    )
    assert ended.returncode == 0
    expected = shown("series: u4ssc\nnumber: 82")
    assert (folder / TENTH).read_text("utf-8").endswith(f"\n{expected}")


def test_the_command_for_scripts_works(sh):
    assert sh(shown("circgen new --series u4ssc")).returncode == 0
    assert sh(f"circgen check {TENTH}").returncode == 0


def test_the_command_that_chooses_works(sh):
    assert sh(shown("circgen list --year")).returncode == 0


@pytest.mark.parametrize(
    ("column", "states"), [("status", Status), ("edition", EditionState), ("file", FileState)]
)
def test_every_state_is_explained(column, states):
    (table,) = (rows for rows in tables(PAGE) if list(rows[0]) == [column, "means"])
    assert [row[column] for row in table] == [state.value for state in states]
