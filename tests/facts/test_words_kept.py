"""Files of words are kept as nodes between runs: the same nodes, each with its place."""

import pytest
from golden.shelves import ROOT

from circgen.facts.source import Scalar
from circgen.facts.trees import parse, parse_words
from circgen.findings import FindingsError

FILES = sorted((ROOT / "templates").rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_was_kept_is_what_was_read(path):
    data = path.read_bytes()
    read = parse(data, "a.yaml")
    assert parse_words(data, "a.yaml") == read
    assert parse_words(data, "a.yaml") == read  # this time it surely was kept


def test_the_place_is_that_of_the_file_that_was_asked_for():
    data = b"one: {two: [three, '4']}\n"
    first, second = (parse_words(data, file).entries[0] for file in ("a.yaml", "b.yaml"))
    assert (first[0].at.file, second[0].at.file) == ("a.yaml", "b.yaml")
    assert second[1].entries[0][1].items[1] == Scalar(second[0].at._replace(column=20), "4", True)


def test_what_cannot_be_read_is_told_each_time():
    for _ in range(2):
        with pytest.raises(FindingsError, match="stands twice"):
            parse_words(b"one: 1\none: 2\n", "a.yaml")
