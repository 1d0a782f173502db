"""How a word of the command line names a file in a revision."""

import pytest

from circgen.versions.git import Revised, revised


@pytest.mark.parametrize(
    ("word", "revision", "path"),
    [
        ("HEAD:x.yaml", "HEAD", "x.yaml"),
        ("HEAD~2:data/x.yaml", "HEAD~2", "data/x.yaml"),
        ("HEAD:./x.yaml", "HEAD", "./x.yaml"),
        ("a/branch:x:y.yaml", "a/branch", "x:y.yaml"),
        ("main@{2025-10-14 09:00}:x.yaml", "main@{2025-10-14 09:00}", "x.yaml"),
        ("HEAD^{/fix: it}:x.yaml", "HEAD^{/fix: it}", "x.yaml"),
    ],
)
def test_a_revision_and_a_path(word, revision, path):
    assert revised(word) == Revised(revision, path)
    assert str(revised(word)) == word


@pytest.mark.parametrize(
    "word", ["x.yaml", "data/x.yaml", "HEAD", "HEAD:", ":x.yaml", "C:\\x.yaml", "c:/x.yaml", ""]
)
def test_no_revision(word):
    assert revised(word) is None


def test_a_file_of_that_name_is_meant_first(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "HEAD:x.yaml").touch()
    assert revised("HEAD:x.yaml") is None
