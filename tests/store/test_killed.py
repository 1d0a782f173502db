"""All editions of a circular or none, also when the run is killed or a call fails at any moment."""

import errno
import hashlib
import os
import random
import signal
import time
from collections import defaultdict

import pytest
from store.processes import at_each_call, end, kill_at, start

from circgen.findings import Level
from circgen.store import Outcome, Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a POSIX system")

EDITIONS = ("E.docx", "R.docx", "E.txt", "R.txt")
CIRCULARS = ("TSB-001", "TSB-002", "TSB-003")


def write(folder, editions, **how) -> Outcome:
    with Store(folder) as store:
        return store.write(editions, **how)


def visible(folder) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.name != ".circgen"}


def everything(folder) -> list[bytes]:
    return [p.read_bytes() for p in folder.rglob("*") if p.is_file()]


def rest(folder) -> list[str]:
    return sorted(p.name for p in (folder / ".circgen").iterdir())


# --- killed at random


def edition(version: str) -> bytes:
    """A content that shows its version and whether it is whole."""
    body = f"{version}\n".encode() + version.encode() * 4000
    return body + hashlib.sha256(body).digest()


def version_of(content: bytes) -> str:
    assert hashlib.sha256(content[:-32]).digest() == content[-32:], "half a file"
    return content.split(b"\n")[0].decode()


def circulars(version: str) -> list[dict[str, bytes]]:
    return [
        {f"{circular}{kind}": edition(f"{version} {circular}") for kind in EDITIONS}
        for circular in CIRCULARS
    ]


def write_for_ever(folder, version: str, ready: int) -> None:
    batch = 0
    while True:
        batch += 1
        with Store(folder) as store:
            os.write(ready, b".")
            for circular in circulars(f"{version}.{batch}"):
                assert not store.write(circular).findings


def test_a_run_killed_at_any_moment_leaves_whole_files_of_one_version(tmp_path):
    delays = random.Random(2025)  # noqa: S311 - only the moments of the kills
    interrupted = 0
    for kill in range(100):
        reading, ready = os.pipe()
        child = start(lambda kill=kill, ready=ready: write_for_ever(tmp_path, f"{kill}", ready))
        os.read(reading, 1)
        time.sleep(delays.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        assert end(child) == -signal.SIGKILL, "the child has failed by itself"
        os.close(reading)
        os.close(ready)

        versions = defaultdict(set)
        for name, content in visible(tmp_path).items():
            versions[name[:7]].add(version_of(content))
        assert all(len(found) == 1 for found in versions.values()), versions
        interrupted += rest(tmp_path) != ["ledger", "lock"]

        with Store(tmp_path):
            # What was whole before the kill, or was about to be, is whole now.
            now = visible(tmp_path)
            assert set(versions) <= {name[:7] for name in now}
            assert len(now) % len(EDITIONS) == 0
        with Store(tmp_path) as store:
            outcomes = [store.write(circular) for circular in circulars(f"after {kill}")]
        assert [outcome.findings for outcome in outcomes] == [()] * len(CIRCULARS)
        assert [len(outcome.written) for outcome in outcomes] == [len(EDITIONS)] * len(CIRCULARS)
        assert rest(tmp_path) == ["ledger", "lock"]
        assert len(visible(tmp_path)) == len(CIRCULARS) * len(EDITIONS)
    assert interrupted > 0, "no kill has hit a run at work"


# --- killed, or failing, at every single call

OLD = {"e.docx": b"old e", "r.docx": b"old r", "same.txt": b"same"}
NEW = {"e.docx": b"new e", "r.docx": b"new r", "same.txt": b"same", "f.docx": b"new f"}
NEWER = dict.fromkeys(NEW, b"newer")
CALLS = range(1, 1000)


def prepare(folder, *, edited: bool) -> dict[str, bytes]:
    write(folder, OLD)
    if edited:
        (folder / "r.docx").write_bytes(b"edited")
    return visible(folder)


def letters(folder, *, edited: bool) -> dict[str, bytes]:
    """What is visible but backups; whatever happens, an edited file is in one place."""
    assert everything(folder).count(b"edited") == edited
    return {name: content for name, content in visible(folder).items() if ".bak" not in name}


def assert_unmixed(folder, before: dict[str, bytes], *, edited: bool) -> None:
    shown = letters(folder, edited=edited).items()
    assert shown <= before.items() or shown <= NEW.items()


def assert_settled(folder, before: dict[str, bytes], *, edited: bool) -> None:
    """All old or all new, the edited file in its place or beside it, nothing left over."""
    shown = letters(folder, edited=edited)
    assert shown in (before, dict(sorted(NEW.items())))
    if edited:
        assert visible(folder)["r.docx" if shown == before else "r.bak.docx"] == b"edited"
    assert rest(folder) == ["ledger", "lock"]
    findings = write(folder, NEWER).findings
    if edited and shown == before:
        assert [finding.rule for finding in findings] == ["edited"]
    else:
        assert findings == ()
        assert letters(folder, edited=edited) == dict(sorted(NEWER.items()))


@pytest.mark.parametrize("edited", [False, True])
def test_a_run_may_be_killed_before_any_change(tmp_path, edited):
    for number in CALLS:
        folder = tmp_path / str(number)
        before = prepare(folder, edited=edited)

        def work(folder=folder, number=number):
            at_each_call(folder, kill_at(number), reads=False)
            assert not write(folder, NEW, force=edited).findings

        ended = end(start(work))
        assert_unmixed(folder, before, edited=edited)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        with Store(folder):
            pass
        assert_settled(folder, before, edited=edited)
    assert number > 20


def test_the_first_run_may_be_killed_before_any_change(tmp_path):
    for number in CALLS:
        folder = tmp_path / str(number)

        def work(folder=folder, number=number):
            at_each_call(folder, kill_at(number), reads=False)
            assert not write(folder, NEW).findings

        ended = end(start(work))
        with Store(folder):
            assert visible(folder) in ({}, dict(sorted(NEW.items())))
        assert write(folder, NEWER).findings == ()
        assert rest(folder) == ["ledger", "lock"]
        if ended == 0:
            break
    assert number > 20


def test_the_run_after_a_killed_one_may_be_killed_before_any_change_too(tmp_path):
    runs = 0
    for first in CALLS:
        for second in CALLS:
            folder = tmp_path / f"{first}-{second}"
            before = prepare(folder, edited=True)

            def work(folder=folder, first=first):
                at_each_call(folder, kill_at(first), reads=False)
                assert not write(folder, NEW, force=True).findings

            def settle(folder=folder, second=second):
                at_each_call(folder, kill_at(second), reads=False)
                with Store(folder):
                    pass

            done = end(start(work)) == 0
            settled = end(start(settle)) == 0
            runs += 1
            assert_unmixed(folder, before, edited=True)
            with Store(folder):
                pass
            assert_settled(folder, before, edited=True)
            if done or settled:
                break
        if done:
            break
    assert runs > 100


@pytest.mark.parametrize("edited", [False, True])
@pytest.mark.parametrize("for_ever", [False, True])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES])
def test_any_call_may_fail(tmp_path, edited, for_ever, error):
    for number in CALLS:
        folder = tmp_path / str(number)
        before = prepare(folder, edited=edited)

        def work(folder=folder, before=before, number=number):
            armed = False
            failed = 0

            def fail(_count: int) -> None:
                nonlocal failed
                failed += armed
                if armed and (failed == number or (for_ever and failed > number)):
                    raise OSError(error, os.strerror(error))

            at_each_call(folder, fail)
            with Store(folder) as store:
                armed = True
                outcome = store.write(NEW, force=edited)
                armed = False
                if failed < number:
                    os._exit(2)
                assert_unmixed(folder, before, edited=edited)
                if not any(finding.level is Level.ERROR for finding in outcome.findings):
                    assert letters(folder, edited=edited) == dict(sorted(NEW.items()))
                    assert len(outcome.written) == 3
                else:
                    assert {finding.level for finding in outcome.findings} == {Level.ERROR}
                    assert outcome.written == outcome.backups == ()
                    if not for_ever:
                        assert letters(folder, edited=edited) == before
                # Another circular can be written all the same.
                assert not store.write({"other.docx": b"other"}).findings
            (folder / "other.docx").unlink()

        ended = end(start(work))
        if ended == 2:
            break
        assert ended == 0
        assert_settled(folder, before, edited=edited)
    assert number > 20


@pytest.mark.parametrize("edited", [False, True])
def test_a_run_may_be_interrupted_from_the_keyboard_at_any_call(tmp_path, edited):
    for number in CALLS:
        folder = tmp_path / str(number)
        before = prepare(folder, edited=edited)

        def work(folder=folder, number=number):
            def interrupt(count: int) -> None:
                if count == number:
                    raise KeyboardInterrupt

            at_each_call(folder, interrupt)
            try:
                write(folder, NEW, force=edited)
            except KeyboardInterrupt:
                os._exit(2)

        ended = end(start(work))
        assert ended in (0, 2)
        assert rest(folder) == ["ledger", "lock"]
        assert_settled(folder, before, edited=edited)
        if ended == 0:
            break
    assert number > 20


# --- somebody works in the folder between the killed run and the next


def killed(folder, moving: str, *, force: bool = False) -> None:
    """Kill a run that has moved aside the old letters (`aside`), or placed all new ones but one."""

    def work():
        def kill(_count: int) -> None:
            move = folder / ".circgen" / "move"
            aside = [*(move / "old").glob("*"), *(move / "edited").glob("*")]
            staged = [*(move / "new").glob("*")]
            if len(aside) == 2 and (moving == "aside" or len(staged) == 1):
                os.kill(os.getpid(), signal.SIGKILL)

        at_each_call(folder, kill)
        write(folder, NEW, force=force)

    assert end(start(work)) == -signal.SIGKILL
    assert "e.docx" in visible(folder) or moving == "aside"
    assert "f.docx" not in visible(folder)


def test_a_file_put_in_the_way_of_an_old_one_stays(tmp_path):
    prepare(tmp_path, edited=False)
    killed(tmp_path, "aside")
    (tmp_path / "e.docx").write_bytes(b"put there by hand")
    with Store(tmp_path) as store:
        assert visible(tmp_path) == OLD | {"e.docx": b"put there by hand"}
        assert [f.rule for f in store.write(NEW).findings] == ["edited"]
    assert rest(tmp_path) == ["ledger", "lock"]


def test_a_file_put_in_the_way_of_an_edited_one_stays_and_so_does_the_edited_one(tmp_path):
    prepare(tmp_path, edited=True)
    killed(tmp_path, "aside", force=True)
    (tmp_path / "r.docx").write_bytes(b"put there by hand")
    with Store(tmp_path):
        assert visible(tmp_path) == OLD | {"r.docx": b"put there by hand", "r.bak.docx": b"edited"}
    assert rest(tmp_path) == ["ledger", "lock"]


def test_a_file_put_in_the_way_of_a_new_one_stays(tmp_path):
    prepare(tmp_path, edited=False)
    killed(tmp_path, "placed")
    (tmp_path / "f.docx").write_bytes(b"put there by hand")
    with Store(tmp_path) as store:
        assert visible(tmp_path) == dict(sorted((NEW | {"f.docx": b"put there by hand"}).items()))
        assert [f.location.file for f in store.write(NEWER).findings] == [str(tmp_path / "f.docx")]
    assert rest(tmp_path) == ["ledger", "lock"]


def test_a_directory_put_in_the_way_of_a_new_file_stays(tmp_path):
    prepare(tmp_path, edited=False)
    killed(tmp_path, "placed")
    (tmp_path / "f.docx").mkdir()
    with Store(tmp_path):
        assert (tmp_path / "f.docx").is_dir()
    assert rest(tmp_path) == ["ledger", "lock"]


def test_an_older_letter_of_circgens_put_in_the_way_of_a_new_one_gives_way(tmp_path):
    write(tmp_path, {"f.docx": b"older f"})
    (tmp_path / "f.docx").unlink()
    prepare(tmp_path, edited=False)
    killed(tmp_path, "placed")
    (tmp_path / "f.docx").write_bytes(b"older f")
    with Store(tmp_path):
        assert visible(tmp_path) == dict(sorted(NEW.items()))
