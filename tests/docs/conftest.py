import os
import subprocess
import sys

import pytest
from docs.pages import ROOT, project


@pytest.fixture
def folder(tmp_path):
    """A project of one's own: templates and data as they are here."""
    return project(tmp_path / "project")


@pytest.fixture
def run(folder):
    """Runs a line such as `circgen render FILE` in that project."""

    def run_line(line, cwd=folder):
        program, *words = line.split()
        assert program == "circgen", line
        return subprocess.run(
            [sys.executable, "-m", "circgen", *words],
            cwd=cwd,
            env=os.environ | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run_line
