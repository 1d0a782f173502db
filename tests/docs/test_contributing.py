"""The steps of CONTRIBUTING.md, done as they stand there."""

import shutil
import subprocess
import sys

import pytest
from docs.pages import ROOT, put, section

ADD_A_RULE = section(ROOT / "CONTRIBUTING.md", "Add a rule")
FOLDERS = ("circgen", "data", "docs", "scripts", "templates", "tests")


@pytest.fixture
def checkout(tmp_path):
    """The project with the files of "Add a rule"."""
    for name in FOLDERS:
        ignored = shutil.ignore_patterns("__pycache__", "real", "golden")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for block in ADD_A_RULE:
        if block.file:
            put(tmp_path, block)
    return tmp_path


def run(checkout, *words):
    return subprocess.run(
        [sys.executable, *words],
        cwd=checkout,
        env={"PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_rule_is_added_by_a_module_and_its_cases(checkout):
    assert [block.file for block in ADD_A_RULE if block.file] == [
        "circgen/checks/rules/facts/weekend_session.py",
        "tests/checks/cases/weekend-session.yaml",
    ]
    (shell,) = [block for block in ADD_A_RULE if block.language == "sh"]
    tests, check, docs = shell.text.splitlines()
    tried = run(checkout, *tests.split()[1:], "-q", "-p", "no:cacheprovider")
    assert tried.returncode == 0, tried.stdout[-2000:]
    # Its two cases, that it has both kinds, that they have its examples, and its page.
    assert "5 passed" in tried.stdout
    checked = run(
        checkout, "-m", *check.removeprefix(".venv/bin/").split(), "--select", "weekend-session"
    )
    assert (checked.stdout, checked.returncode) == ("", 0)
    assert "docs/rules.md\n" in run(checkout, *docs.split()[1:]).stdout
    page = (checkout / "docs" / "rules.md").read_text("utf-8")
    assert "### weekend-session\n\nA session on a Saturday or a Sunday.\n" in page


def test_the_module_is_laid_out_as_the_house_has_it(checkout):
    (module,) = [block.file for block in ADD_A_RULE if block.language == "python"]
    for words in (("check",), ("format", "--check")):
        ended = run(checkout, "-m", "ruff", *words, "--no-cache", module)
        assert ended.returncode == 0, ended.stdout
