"""A language or a kind of circular is added as files alone.

Beside this module stand a third language and a kind of circular; their circulars are examples like
all others, so that every test of this folder holds for them.
"""

import shutil

import pytest
from golden.shelves import EXAMPLES, ROOT, SHELVES, Shelf, load

OWN = {path.parent.name for path in (ROOT / "templates").glob("*/language.yaml")}


def adds_language_of_the_repository(shelf):
    return any(path.parent.name in OWN for path in shelf.added.glob("*/language.yaml"))


# A language that the repository has got in the meantime is no longer added.
ADDED = [
    shelf for shelf in SHELVES if shelf.adds_words and not adds_language_of_the_repository(shelf)
]
of_each_shelf = pytest.mark.parametrize("shelf", ADDED, ids=lambda shelf: shelf.name)


def files_below(folder):
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


@of_each_shelf
def test_what_is_added_replaces_no_file_of_the_repository(shelf):
    assert files_below(shelf.added) & files_below(ROOT / "templates") == set()
    assert files_below(shelf.added)


@of_each_shelf
def test_a_circular_uses_what_is_added(shelf):
    languages = {path.parent.name for path in shelf.added.glob("*/language.yaml")}
    kinds = {path.stem for path in shelf.added.glob("layouts/*.yaml")}
    examples = [example for example in EXAMPLES if example.shelf == shelf]
    used = {language for example in examples for language in example.languages}
    used |= {example.facts.get("kind") for example in examples}
    assert languages | kinds <= used


@of_each_shelf
def test_what_is_added_changes_no_other_circular(shelf, rendered, tmp_path):
    crowded = tmp_path / "crowded"
    shutil.copytree(ROOT / "data", crowded / "data")
    shutil.copytree(shelf.added, crowded / "templates")
    run = Shelf(crowded).render(tmp_path)
    own = rendered.runs[SHELVES[0]]
    assert run.exit_code == 0, run.stderr
    assert {path.name: path.read_bytes() for path in run.out.glob("T*")} == {
        path.name: path.read_bytes() for path in own.out.glob("T*")
    }


def test_a_language_or_kind_that_is_added_is_not_one_that_the_repository_has():
    for shelf in ADDED:
        for path in shelf.added.glob("*/language.yaml"):
            letter = load(path)["file_letter"]
            others = (ROOT / "templates").glob("*/language.yaml")
            assert letter not in {load(other)["file_letter"] for other in others}
