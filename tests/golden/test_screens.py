"""What `circgen preview` shows of every example, in windows of three widths.

`make accept` takes the screens as they are now; then read the diff.
"""

import difflib

import pytest
import readback
from golden.shelves import EXAMPLES, HERE
from writers.example import ARABIC, CHINESE, DRAFT

from circgen.cli.pages import parts_of
from circgen.library import Library
from circgen.project import find_project
from circgen.screen.cells import row_width
from circgen.screen.columns import page_of
from circgen.screen.paint import plain
from circgen.viewing import view

SCREENS = HERE / "screens"
NARROW, USUAL, WIDE = 60, 80, 120
LETTERS = {"en": DRAFT, "ar": ARABIC, "zh": CHINESE}
OF_OTHER_SCRIPTS = ("ar", "zh", "en+ar", "ar+zh")
# What cannot be seen, as it stands in the golden screens.
SHOWN = str.maketrans(
    {
        readback.NBSP: readback.SHOWN_NBSP,
        "\N{RIGHT-TO-LEFT EMBEDDING}": "⟪",
        "\N{POP DIRECTIONAL FORMATTING}": "⟫",
        "\N{LEFT-TO-RIGHT MARK}": "→",
    }
)


def windows(example):
    """The widths, with the languages that are shown in each: one by one, and beside each other."""
    languages = tuple(example.languages)
    yield NARROW, languages[:1]
    for language in languages:
        yield USUAL, (language,)
    if len(languages) > 1:
        yield WIDE, languages


SCREENS_OF_FILES = [
    pytest.param(example, cells, languages, id=f"{example.name}.{cells}.{'+'.join(languages)}")
    for example in EXAMPLES
    if not example.shelf.adds_words
    for cells, languages in windows(example)
]


@pytest.mark.parametrize(("example", "cells", "languages"), SCREENS_OF_FILES)
def test_a_circular_looks_like_its_golden_screen(
    request, monkeypatch, accept, example, cells, languages
):
    monkeypatch.chdir(example.shelf.folder)  # files are named as seen from here
    library = Library(find_project(example.shelf.folder))
    path = example.path.relative_to(example.shelf.folder)
    seen = view(library, path, languages, check=len(languages) > 1)
    rows = [row for part in parts_of(seen, seen.findings, cells) for row in part.rows]
    assert max(map(row_width, rows)) <= cells
    as_accepted(rows, request.node.callspec.id, accept)


def as_accepted(rows, name, accept):
    """Rows are those of the golden screen, or become it."""
    page = "".join(f"{plain(row)}\n" for row in rows).translate(SHOWN)
    golden = SCREENS / f"{name}.txt"
    if accept:
        SCREENS.mkdir(exist_ok=True)
        golden.write_text(page, "utf-8", newline="\n")
    expected = golden.read_text("utf-8") if golden.exists() else ""
    if page != expected:
        difference = difflib.unified_diff(
            expected.splitlines(keepends=True),
            page.splitlines(keepends=True),
            f"{golden.name}, as accepted",
            f"{golden.name}, as it comes out now",
            n=1,
        )
        pytest.fail("`make accept` takes the new screen:\n" + "".join(difference), pytrace=False)


@pytest.mark.parametrize("cells", [NARROW, USUAL, WIDE])
@pytest.mark.parametrize("languages", OF_OTHER_SCRIPTS)
def test_letters_of_other_scripts_look_like_their_golden_screens(languages, cells, accept):
    letters = {code: LETTERS[code] for code in languages.split("+")}
    parts = page_of(letters, cells, lambda *_: ())
    rows = [row for part in parts for row in part.rows]
    assert max(map(row_width, rows)) <= cells
    as_accepted(rows, f"{languages}.{cells}", accept)


def test_every_golden_screen_has_an_example(accept):
    known = {f"{param.id}.txt" for param in SCREENS_OF_FILES}
    known |= {f"{name}.{cells}.txt" for name in OF_OTHER_SCRIPTS for cells in (NARROW, USUAL, WIDE)}
    stale = sorted(path for path in SCREENS.iterdir() if path.name not in known)
    if accept:
        while stale:
            stale.pop().unlink()
    assert not stale, "no example makes these screens; `make accept` deletes them"
