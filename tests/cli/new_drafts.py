"""`circgen new` with nobody to answer, and what is found in the file that it writes."""

import subprocess
import sys

from cli.command import environment

NINTH = "data/meetings/u4ssc-09.yaml"
TENTH = "data/meetings/u4ssc-10.yaml"
ENOUGH = ("--issued", "2026-05-15", "--session", "2026-06-16 14:00-17:00")


def new(project, *words):
    """`circgen new WORDS` with nobody to answer."""
    ended = subprocess.run(
        [sys.executable, "-m", "circgen", "new", *words],
        cwd=project.path,
        env=environment(),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert "Traceback" not in ended.stderr
    return ended


def errors(project, name=TENTH):
    """What `circgen check` finds in a file, warnings left out."""
    ended = project.run("check", name)
    return [line for line in ended.stdout.splitlines() if ": error: " in line]
