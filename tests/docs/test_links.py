"""What the pages point at is there."""

import re

import pytest
from docs.pages import PAGES, ROOT, anchors, blocks, links

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([\w-]+):.*##", MAKEFILE, re.MULTILINE))
# Programs that come with the system, or with Python.
SYSTEM = ("git", "ls", "py", "python3")

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


@pages
def test_links_lead_to_files_and_headings_that_are_there(page):
    missing = []
    for link in links(page):
        target, _, anchor = link.partition("#")
        if target.startswith("https://"):
            continue
        path = (page.parent / target) if target else page
        if not path.exists() or (anchor and anchor not in anchors(path)):
            missing.append(link)
    assert not missing


@pages
def test_targets_of_make_that_a_page_names_are_there(page):
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^)make ([\w-]+)", text, re.MULTILINE))
    assert named <= TARGETS


@pages
def test_commands_of_a_page_are_programs_that_are_there_or_get_installed(page):
    unknown = []
    for block in blocks(page):
        if block.language not in {"sh", "bat"}:
            continue
        for line in block.text.splitlines():
            program = line.replace("\\", "/").split()[0].removeprefix(".venv/bin/")
            program = program.removeprefix(".venv/Scripts/")
            if program not in {"make", "pip", "python", "circgen", *SYSTEM}:
                unknown.append(line)
    assert not unknown


@pages
def test_files_that_a_page_names_are_there(page):
    """Names in backticks that look like a file of the project; `…<…>…` stands for many."""
    text = page.read_text(encoding="utf-8")
    made = {block.file for block in blocks(page) if block.file}
    roots = "circgen|templates|data|docs|scripts|tests|requirements"
    named = set(re.findall(rf"`((?:{roots})/[\w./-]+)`", text)) - made
    optional = {"templates/logo.png", "templates/fr", "templates/fr/language.yaml"}
    optional |= {"data/baseline.json", "data/confirmed/ru.lock", "data/facts.schema.json"}
    assert [name for name in named - optional if not (ROOT / name).exists()] == []


def test_every_target_of_make_is_explained_to_contributors():
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `make ([\w-]+)` \|", page, re.MULTILINE)) | {"help", "setup"}
    hidden = {"style", "types", "fresh"}  # parts of `make check`
    assert explained == TARGETS - hidden


def test_the_tree_of_the_architecture_names_every_part_of_the_program():
    (tree,) = [
        block for block in blocks(ROOT / "docs" / "architecture.md") if "circgen/\n" in block.text
    ]
    named = set(re.findall(r"^  (\S+)", tree.text, re.MULTILINE))
    parts = {
        path.name + "/" * path.is_dir()
        for path in (ROOT / "circgen").iterdir()
        if not path.name.startswith("_") and path.name != "shipped"
    }
    assert named == parts
