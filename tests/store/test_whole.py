"""One file by itself: there whole, or as it was."""

import errno
import os
import stat
from pathlib import Path

import pytest

from circgen.store.whole import replace


def test_a_file_and_its_folder_are_made(tmp_path):
    replace(tmp_path / "new" / "file", b"one\n")
    assert (tmp_path / "new" / "file").read_bytes() == b"one\n"


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path):
    replace(tmp_path / "file", b"one\n")
    replace(tmp_path / "file", b"two\n")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"two\n"


def test_what_cannot_be_replaced_stays(tmp_path):
    (tmp_path / "file" / "inner").mkdir(parents=True)
    with pytest.raises(OSError, match="file"):
        replace(tmp_path / "file", b"two\n")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file" / "inner").is_dir()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_bytes(b"before")
    path.chmod(0o640)
    return path


def test_a_file_has_its_new_content_and_its_old_permissions(file):
    replace(file, b"after")
    assert file.read_bytes() == b"after"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(file.parent.iterdir()) == [file]


def test_a_link_leads_where_it_led(file, tmp_path):
    link = tmp_path / "link.yaml"
    link.symlink_to(file.name)
    replace(link, b"after")
    assert link.is_symlink()
    assert file.read_bytes() == b"after"


def test_what_goes_wrong_leaves_the_file_as_it_was(file, monkeypatch):
    def no_space(*_):
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(Path, "replace", no_space)
    with pytest.raises(OSError, match="no space"):
        replace(file, b"after")
    assert file.read_bytes() == b"before"
    assert list(file.parent.iterdir()) == [file]


def test_a_write_protected_file_is_not_replaced(file, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        replace(file, b"after")
    assert file.read_bytes() == b"before"
