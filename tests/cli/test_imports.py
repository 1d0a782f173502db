"""What a command imports, for that is most of the time it takes."""

import subprocess
import sys

import pytest
from cli.command import environment

RUN = """
import sys
from circgen.cli import main
sys.argv = ["circgen", *sys.argv[1:]]
try:
    main()
finally:
    sys.stderr.write("\\n" + " ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def imported(folder, *words):
    """The packages that a command has imported when it ends, and how it ended."""
    ended = subprocess.run(
        [sys.executable, "-c", RUN, *words],
        cwd=folder.path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return set(ended.stderr.splitlines()[-1].split()), ended.returncode


@pytest.mark.parametrize(
    "words", [["--help"], ["render", "--help"], ["preview", "--help"], ["--version"]]
)
def test_help_imports_nothing_but_the_command_line(folder, words):
    packages, code = imported(folder, *words)
    assert code == 0
    assert "typer" in packages
    assert not packages & {
        "babel", "docx", "jinja2", "lxml", "markdown_it", "pydantic", "rich", "yaml", "zoneinfo"
    }  # fmt: skip


def test_text_is_rendered_without_what_documents_and_terminals_need(folder):
    folder.meeting("a")
    packages, code = imported(folder, "render", "--format", "txt")
    assert code == 0
    assert {"babel", "jinja2", "markdown_it", "yaml"} <= packages
    assert not packages & {"docx", "lxml", "pydantic", "rich", "num2words", "zipfile"}


def test_documents_are_rendered_without_a_second_library_for_documents(folder):
    folder.meeting("a")
    packages, code = imported(folder, "render")
    assert code == 0
    assert not packages & {"docx", "pydantic", "rich"}


def test_errors_in_facts_are_told_without_what_renders(folder):
    folder.meeting("a", number="none", zone="Europe/Zurick")
    packages, code = imported(folder, "render")
    assert code == 1
    assert not packages & {"docx", "lxml", "markdown_it", "pydantic", "rich"}


def test_a_page_is_shown_without_what_checks_and_watches(folder):
    folder.meeting("a")
    packages, code = imported(folder, "preview", "data/meetings/a.yaml")
    assert code == 0
    assert {"babel", "jinja2", "markdown_it", "yaml"} <= packages
    assert not packages & {
        "Stemmer", "anyascii", "asyncio", "docx", "lxml", "pydantic", "rich",
        "watchfiles", "zipfile",
    }  # fmt: skip


def test_languages_beside_each_other_are_shown_without_what_renders_documents(folder):
    folder.meeting("a")
    packages, code = imported(folder, "preview", "data/meetings/a.yaml", "--lang", "en,ru")
    assert code == 0
    assert not packages & {"asyncio", "docx", "lxml", "pydantic", "rich", "watchfiles"}
