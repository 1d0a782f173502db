"""A file that the operating system does not let go; root needs a file system with `chattr`."""

import os
import subprocess
from contextlib import contextmanager

import pytest

from circgen.store import Outcome, Store


def write(folder, editions) -> Outcome:
    with Store(folder) as store:
        return store.write(editions)


@contextmanager
def protected(path):
    """A file that cannot be moved: chmod does not bind root, but the immutable flag does."""
    if os.geteuid():
        path.parent.chmod(0o555)
    else:
        subprocess.run(["chattr", "+i", path], check=True)
    try:
        yield
    finally:
        if os.geteuid():
            path.parent.chmod(0o755)
        else:
            subprocess.run(["chattr", "-i", path], check=True)


@pytest.mark.parametrize("last", ["e.docx", "z.docx"])
def test_a_file_that_the_system_does_not_let_go_is_locked_and_the_others_come_back(tmp_path, last):
    names = ("k.docx", last)
    write(tmp_path, dict.fromkeys(names, b"1"))
    with protected(tmp_path / last):
        outcome = write(tmp_path, dict.fromkeys(names, b"2"))
        (finding,) = outcome.findings
    assert finding.rule == "locked"
    assert finding.message.endswith("is open in another program or write-protected")
    assert finding.help == "close it, or allow writing, and run again"
    assert outcome.written == ()
    assert {name: (tmp_path / name).read_bytes() for name in names} == dict.fromkeys(names, b"1")
    assert sorted(p.name for p in (tmp_path / ".circgen").iterdir()) == ["ledger", "lock"]
    assert write(tmp_path, dict.fromkeys(names, b"2")).findings == ()
