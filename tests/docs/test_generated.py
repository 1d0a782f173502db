"""The generated parts of docs/ say what the program does."""

import json
import re
import shutil
import subprocess
import sys

import pytest
from docs.pages import ROOT
from jsonschema import Draft202012Validator

from circgen.library import Library
from circgen.project import find_project

LIBRARY = Library(find_project(ROOT))

# A file, and a word of its generated part.
GENERATED = {
    "docs/commands.md": "--stdout",
    "docs/facts.md": "| `number` |",
    "docs/facts.schema.json": '"number": {',
    "docs/rules.md": "### overlap",
    "docs/preview.svg": "text-disagreement",
    "docs/preview-letter.svg": "INTERNATIONAL",
    "docs/preview-broken.svg": "ordnal",
}


def docs(folder, *words):
    return subprocess.run(
        [sys.executable, "scripts/docs.py", *words],
        cwd=folder,
        env={"PYTHONPATH": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def checkout(tmp_path):
    for name in ("circgen", "data", "docs", "scripts", "templates"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    assert docs(tmp_path).returncode == 0
    return tmp_path


@pytest.fixture(params=GENERATED)
def stale(checkout, request):
    """A file that does not say what the program does, its name, and what it should say."""
    path = checkout / request.param
    text = path.read_text(encoding="utf-8")
    assert GENERATED[request.param] in text
    path.write_text(text.replace(GENERATED[request.param], "something else"), encoding="utf-8")
    return path, request.param, text


def test_nothing_is_stale():
    result = docs(ROOT, "--check")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_a_stale_file_is_named_with_what_to_run(checkout, stale):
    _, name, _ = stale
    result = docs(checkout, "--check")
    problem = f"{name} does not say what the program does: run `make docs`\n"
    assert (result.returncode, result.stderr) == (1, problem)


def test_checking_writes_nothing(checkout, stale):
    path, _, _ = stale
    before = path.read_bytes()
    docs(checkout, "--check")
    assert path.read_bytes() == before


def test_a_stale_file_is_mended(checkout, stale):
    path, name, fresh = stale
    assert docs(checkout).stdout == f"{name}\n"
    assert path.read_text(encoding="utf-8") == fresh


def test_a_picture_of_another_page_is_named(checkout):
    """Its bytes depend on the browser: it says itself of which page it is."""
    path = checkout / "docs" / "preview-page.png"
    style = checkout / "circgen" / "writers" / "html" / "page.css"
    style.write_text(style.read_text("utf-8") + "p { color: red; }\n", "utf-8")
    before = path.read_bytes()
    result = docs(checkout, "--check")
    problem = "docs/preview-page.png does not say what the program does: run `make docs`\n"
    assert (result.returncode, result.stderr, path.read_bytes()) == (1, problem, before)
    path.unlink()
    assert docs(checkout, "--check").stderr == problem


def test_pictures_load_nothing():
    for path in (ROOT / "docs").glob("*.svg"):
        drawn = path.read_text("utf-8")
        assert not {each for each in re.findall(r"url\((.)", drawn) if each != "#"}
        assert not any(word in drawn for word in ("@import", "font-face", "href", "<image"))


def test_what_people_wrote_above_the_generated_part_stays(checkout):
    page = checkout / "docs" / "facts.md"
    text = page.read_text(encoding="utf-8").replace("# The keys", "# All keys")
    page.write_text(text.replace("| `number` |", "| `numbr` |"), encoding="utf-8")
    docs(checkout)
    assert page.read_text(encoding="utf-8") == text


def test_every_key_has_an_example_or_keys_of_its_own():
    page = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith("| `")]
    without = [
        row[0] for row in rows if not row[-1].strip(" |") and "keys of its own" not in row[2]
    ]
    of_kinds = {f"| `{key}`" for kind in LIBRARY.kinds.values() for key in kind.facts}
    assert rows
    assert [key for key in without if key not in of_kinds] == []


def test_nothing_depends_on_which_languages_there_are(checkout):
    some = next((checkout / "templates").glob("*/language.yaml")).parent
    some.rename(some.with_name("xx"))
    result = docs(checkout, "--check")
    assert (result.returncode, result.stderr) == (0, "")


def test_the_keys_of_a_new_kind_come_into_the_page_and_the_schema(checkout):
    kind = checkout / "templates" / "layouts" / "reminder.yaml"
    kind.write_text("facts: {reply_by: date}\nrequires: [reply_by]\nparagraphs: [opening]\n")
    docs(checkout)
    page = (checkout / "docs" / "facts.md").read_text(encoding="utf-8")
    _, section = page.split("## Circulars of the kind `reminder`")
    assert "| `reply_by` |" in section
    schema = json.loads((checkout / "docs" / "facts.schema.json").read_text(encoding="utf-8"))
    editor = Draft202012Validator(schema)
    assert editor.is_valid({"reply_by": "2026-06-02", "kind": "reminder"})
    assert not editor.is_valid({"reply_by": "soon", "kind": "reminder"})
    complete = {"series": "u4ssc", "number": 1, "issued": "2026-05-02", "kind": "reminder"}
    assert editor.is_valid(complete | {"reply_by": "2026-06-02"})
