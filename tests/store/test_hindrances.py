"""Files that are open elsewhere, and a system that refuses."""

import os
import shutil

import pytest

from circgen.findings import Finding, Location
from circgen.store import Outcome, Store

posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")


def write(folder, editions, **how) -> Outcome:
    with Store(folder) as store:
        return store.write(editions, **how)


def visible(folder) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.glob("[!.~]*")) if p.is_file()}


def rest(folder) -> list[str]:
    return sorted(p.name for p in (folder / ".circgen").iterdir())


# --- open in an office program


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("TSB-0001E.docx", "~$B-0001E.docx"),
        ("eight888.docx", "~$ght888.docx"),
        ("seven77.docx", "~$even77.docx"),
        ("six666.docx", "~$six666.docx"),
        ("TSB-0001E.docx", ".~lock.TSB-0001E.docx#"),
        ("six666.txt", ".~lock.six666.txt#"),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_a_file_open_in_word_or_libreoffice_is_a_finding(tmp_path, name, owner, force):
    write(tmp_path, {name: b"1", "other.docx": b"1"})
    (tmp_path / owner).write_bytes(b"secretary")
    outcome = write(tmp_path, {"other.docx": b"2", name: b"2"}, force=force)
    finding = Finding(
        Location(str(tmp_path / name)),
        "locked",
        f"{name} is open in another program",
        f"close it and run again; if it is open nowhere, remove {owner}",
    )
    assert outcome == Outcome(findings=(finding,))
    assert visible(tmp_path) == {name: b"1", "other.docx": b"1"}
    (tmp_path / owner).unlink()
    assert write(tmp_path, {name: b"2"}).findings == ()


def test_an_open_file_that_would_not_change_is_no_finding(tmp_path):
    write(tmp_path, {"TSB-0001E.docx": b"1"})
    (tmp_path / "~$B-0001E.docx").touch()
    assert write(tmp_path, {"TSB-0001E.docx": b"1"}).findings == ()


def test_the_owner_file_of_a_file_that_is_gone_is_no_finding(tmp_path):
    (tmp_path / "~$B-0001E.docx").touch()
    assert write(tmp_path, {"TSB-0001E.docx": b"1"}).findings == ()


def test_an_open_file_of_an_issued_circular_is_kept(tmp_path):
    write(tmp_path, {"TSB-0001E.docx": b"1"})
    (tmp_path / "~$B-0001E.docx").touch()
    outcome = write(tmp_path, {"TSB-0001E.docx": b"2"}, keep_issued=True)
    assert outcome == Outcome(kept=(tmp_path / "TSB-0001E.docx",))


def test_a_file_both_edited_and_open_is_both(tmp_path):
    write(tmp_path, {"TSB-0001E.docx": b"1"})
    (tmp_path / "TSB-0001E.docx").write_bytes(b"edited")
    (tmp_path / "~$B-0001E.docx").touch()
    findings = write(tmp_path, {"TSB-0001E.docx": b"2"}).findings
    assert [finding.rule for finding in findings] == ["edited", "locked"]


# --- something else in the file's place


@pytest.mark.parametrize("how", [{}, {"force": True}, {"keep_issued": True}])
def test_a_directory_in_the_place_of_a_file_is_a_finding(tmp_path, how):
    (tmp_path / "a.docx").mkdir()
    outcome = write(tmp_path, {"a.docx": b"1", "b.docx": b"1"}, **how)
    finding = Finding(
        Location(str(tmp_path / "a.docx")),
        "write",
        "a.docx cannot be written: something that is not a file has its name",
        "put that right and run again; nothing was changed",
    )
    assert outcome == Outcome(findings=(finding,))
    assert visible(tmp_path) == {}


@posix
def test_a_pipe_in_the_place_of_a_file_is_a_finding_and_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.docx")
    assert [f.rule for f in write(tmp_path, {"a.docx": b"1"}).findings] == ["write"]


@posix
@pytest.mark.parametrize("force", [False, True])
def test_a_link_is_neither_replaced_nor_written_through(tmp_path, force):
    folder = tmp_path / "out"
    write(folder, {"a.docx": b"1"})
    (folder / "a.docx").rename(tmp_path / "elsewhere.docx")
    (folder / "a.docx").symlink_to("../elsewhere.docx")
    assert write(folder, {"a.docx": b"1"}, force=force).unchanged == (folder / "a.docx",)
    (finding,) = write(folder, {"a.docx": b"2"}, force=force).findings
    assert finding.message == "a.docx cannot be written: it is a link to another file"
    assert (folder / "a.docx").is_symlink()
    assert (tmp_path / "elsewhere.docx").read_bytes() == b"1"


@posix
def test_a_link_to_nothing_is_a_finding(tmp_path):
    (tmp_path / "a.docx").symlink_to("nowhere")
    assert [f.rule for f in write(tmp_path, {"a.docx": b"1"}).findings] == ["write"]
    assert (tmp_path / "a.docx").is_symlink()


# --- the system


def test_a_name_too_long_is_a_finding_and_nothing_is_written(tmp_path):
    outcome = write(tmp_path, {"a.docx": b"1", "n" * 300: b"1"})
    assert [finding.rule for finding in outcome.findings] == ["write"]
    assert outcome.written == ()
    assert visible(tmp_path) == {}
    assert rest(tmp_path) == ["lock"]


def test_a_folder_that_vanishes_during_the_run_is_a_finding(tmp_path):
    with Store(tmp_path / "out") as store:
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        (tmp_path / "out").write_bytes(b"a file now")
        (finding,) = store.write({"a.docx": b"1"}).findings
    assert finding.rule == "write"


@posix
@pytest.mark.parametrize("size", [10, 100_000])
def test_no_space_is_a_finding_and_the_next_write_of_the_run_is_remembered(tmp_path, size):
    """With small editions it is the ledger that has no space, with large ones the staging."""
    import resource

    write(tmp_path, {"a.docx": b"1", "b.docx": b"1"})
    new = {"a.docx": b"2" * size, "b.docx": b"2" * size}
    full = (tmp_path / ".circgen" / "ledger").stat().st_size + 40
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Store(tmp_path) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (full, limits[1]))
        try:
            outcome = store.write(new)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        (finding,) = outcome.findings
        assert finding.message.startswith("a.docx, b.docx cannot be written: ")
        assert finding.location == Location(str(tmp_path))
        assert outcome.written == ()
        assert visible(tmp_path) == {"a.docx": b"1", "b.docx": b"1"}
        assert rest(tmp_path) == ["ledger", "lock"]
        assert store.write(new).findings == ()
    assert write(tmp_path, {"a.docx": b"3", "b.docx": b"3"}).findings == ()
