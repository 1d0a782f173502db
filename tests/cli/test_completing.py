"""What is offered where the Tab key is pressed; tests/real presses it."""

import subprocess
import sys

import pytest
from cli.command import environment


def offered(folder, line):
    """What completes the last word of a line."""
    surroundings = environment(
        COMP_WORDS=line, COMP_CWORD=str(line.count(" ")), _CIRCGEN_COMPLETE="complete_bash"
    )
    code = "import sys; sys.argv = ['circgen']; from circgen.cli import main; main()"
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder.path, env=surroundings, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.stderr == ""
    return ended.stdout.split()


@pytest.fixture
def project(folder):
    folder.meeting("one")
    folder.meeting("once")
    folder.meeting("two")
    folder.write("data/series/s.yaml", "")
    folder.write("other/notes.txt", "")
    folder.write("other/three.yaml", "")
    return folder


ONE, ONCE, TWO = (f"data/meetings/{name}.yaml" for name in ("one", "once", "two"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("circgen preview ", [ONCE, ONE, TWO]),
        ("circgen preview data/meetings/o", [ONCE, ONE]),
        ("circgen preview oth", ["other/"]),
        ("circgen preview other/", ["other/three.yaml"]),
        ("circgen preview nowhere/", []),
        ("circgen preview --lang ", ["en", "ru"]),
        ("circgen preview --lang e", ["en"]),
        ("circgen preview --lang en,", ["en,ru"]),
        ("circgen preview --lang en,ru,", []),
        ("circgen preview --lang en data/meetings/t", [TWO]),
        ("circgen render data/meetings/t", [TWO]),
        ("circgen render data/meetings/one.yaml data/meetings/t", [TWO]),
        ("circgen render --lang r", ["ru"]),
        ("circgen check data/meetings/t", [TWO]),
        ("circgen check --select overl", ["overlap"]),
        ("circgen check --ignore overlap,stal", ["overlap,stale"]),
        ("circgen confirm data/meetings/t", [TWO]),
        ("circgen confirm --lang r", ["ru"]),
        ("circgen compare --facts data/meetings/t", [TWO]),
        ("circgen compare --lang en,r", ["en,ru"]),
        ("circgen rules overl", ["overlap"]),
        ("circgen list data/meetings/t", [TWO]),
        ("circgen list --series ", ["u4ssc", "s"]),
        ("circgen list --state complete,un", ["complete,unconfirmed", "complete,unreadable"]),
        ("circgen list --state e", ["edited"]),
        ("circgen list --status b", ["broken"]),
        ("circgen new --series u", ["u4ssc"]),
        ("circgen new --from data/meetings/t", [TWO]),
        ("circgen new --editions en,", ["en,ru"]),
        ("circgen prev", ["preview"]),
    ],
)
def test_circulars_languages_and_rules_are_offered(project, line, expected):
    assert offered(project, line) == expected
