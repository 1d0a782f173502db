"""One process at a time writes to a folder."""

import os
import time

import pytest
from store.processes import end, start

from circgen.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a POSIX system")


def test_a_second_process_waits_until_the_first_has_left_the_folder(tmp_path):
    reading, ready = os.pipe()

    def first():
        with Store(tmp_path) as store:
            os.write(ready, b".")
            time.sleep(0.3)
            store.write({"a.docx": b"first"})

    child = start(first)
    os.read(reading, 1)
    with Store(tmp_path) as store:
        assert (tmp_path / "a.docx").read_bytes() == b"first"
        assert store.write({"a.docx": b"second"}).findings == ()
    assert end(child) == 0


def test_other_folders_do_not_wait(tmp_path):
    with Store(tmp_path / "a") as one, Store(tmp_path / "b") as two:
        assert one.write({"a.docx": b"a"}).findings == two.write({"a.docx": b"a"}).findings == ()


def test_processes_that_write_the_same_circulars_at_the_same_time_do_no_harm(tmp_path):
    def work(process: int) -> None:
        for number in range(25):
            with Store(tmp_path) as store:
                for circular in ("1", "2"):
                    names = [f"{circular}{kind}" for kind in ("e.docx", "r.docx", "e.txt")]
                    content = b"process %d, version %d" % (process, number)
                    assert len(store.write(dict.fromkeys(names, content)).written) == 3

    children = [start(lambda process=process: work(process)) for process in range(4)]
    assert [end(child) for child in children] == [0, 0, 0, 0]
    for circular in ("1", "2"):
        assert len({path.read_bytes() for path in tmp_path.glob(f"{circular}*")}) == 1
    assert len(list(tmp_path.glob("[!.]*"))) == 6
    assert sorted(p.name for p in (tmp_path / ".circgen").iterdir()) == ["ledger", "lock"]
