"""Every edition of every example looks like its golden page.

`make accept` takes the pages as they are now; then read the diff.
"""

import difflib

import pytest
import readback
from golden.shelves import EDITIONS, EXAMPLES, PAGES

PAGE_OF = {
    "txt": lambda data: data.decode("utf-8").replace(readback.NBSP, readback.SHOWN_NBSP),
    "docx": lambda data: readback.read(data).page(),
}
SUFFIXES = {"txt": "txt", "docx": "docx.txt"}
PRINTED = [(edition, format_) for edition in EDITIONS for format_ in PAGE_OF]


def golden(edition, format_):
    return PAGES / f"{edition}.{SUFFIXES[format_]}"


@pytest.mark.parametrize(("edition", "format_"), PRINTED, ids=str)
def test_an_edition_looks_like_its_golden_page(rendered, accept, edition, format_):
    page = PAGE_OF[format_](rendered.bytes(edition, format_))
    path = golden(edition, format_)
    if accept:
        PAGES.mkdir(exist_ok=True)
        path.write_text(page, "utf-8", newline="\n")
    expected = path.read_text("utf-8") if path.exists() else ""
    if page != expected:
        difference = difflib.unified_diff(
            expected.splitlines(keepends=True),
            page.splitlines(keepends=True),
            f"{path.name}, as accepted",
            f"{path.name}, as it comes out now",
            n=1,
        )
        pytest.fail("`make accept` takes the new page:\n" + "".join(difference), pytrace=False)


def test_every_golden_page_has_an_example(accept):
    known = {golden(edition, format_) for edition, format_ in PRINTED}
    stale = sorted(path for path in PAGES.iterdir() if path not in known)
    if accept:
        while stale:
            stale.pop().unlink()
    assert not stale, "no example makes these pages; `make accept` deletes them"


def test_the_names_of_examples_differ():
    names = [example.name for example in EXAMPLES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("edition", "format_"), PRINTED, ids=str)
def test_an_edition_has_the_same_bytes_wherever_it_is_rendered(
    rendered, rendered_elsewhere, edition, format_
):
    assert rendered.bytes(edition, format_) == rendered_elsewhere.bytes(edition, format_)
