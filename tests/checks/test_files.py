"""Files that cannot be read at all are findings, and nothing else is said of them."""

from pathlib import Path

import pytest
from checks.trial import checked, line, made

FACTS = Path("data/meetings/u4ssc-09.yaml")


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    made(tmp_path)
    monkeypatch.chdir(tmp_path)


def test_a_file_in_another_encoding():
    FACTS.write_bytes(FACTS.read_text("utf-8").encode("cp1251", "replace"))
    found = checked(FACTS)
    assert [(each.rule, line(each)) for each in found] == [
        (
            "encoding",
            f"{FACTS.as_posix()}:21:5: error: byte 0xC2 is not UTF-8 = save the file as UTF-8",
        )
    ]


def test_a_word_document_under_the_name_of_facts():
    FACTS.write_bytes(Path("templates/letterhead.docx").read_bytes())
    assert [line(each) for each in checked(FACTS)] == [
        (
            f"{FACTS.as_posix()}:1:1: error: this is a Word document or another archive, not a text "
            f"= name a text file"
        )
    ]


def test_a_file_that_is_far_too_large():
    FACTS.write_text(FACTS.read_text("utf-8") + "#" * 1_000_000, "utf-8")
    size = FACTS.stat().st_size
    assert [(each.rule, line(each)) for each in checked(FACTS)] == [
        (
            "too-large",
            (
                f"{FACTS.as_posix()}: error: {size:,} bytes is too large "
                f"= a file may have 1,000,000 bytes at most"
            ),
        )
    ]


def test_a_file_that_is_not_there():
    assert [(each.rule, line(each)) for each in checked("data/meetings/u4ssc-90.yaml")] == [
        (
            "unreadable",
            "data/meetings/u4ssc-90.yaml: error: cannot be read: no such file or directory",
        )
    ]


def test_a_folder_under_the_name_of_facts():
    Path("data/meetings/u4ssc-10.yaml").mkdir()
    assert [line(each) for each in checked("data/meetings/u4ssc-10.yaml")] == [
        "data/meetings/u4ssc-10.yaml: error: cannot be read: is a directory"
    ]
