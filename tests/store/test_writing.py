"""What is written, what is not, and what is remembered."""

import hashlib
import os
from itertools import pairwise
from pathlib import Path

import pytest

from circgen.findings import Finding, FindingsError, Location
from circgen.store import Outcome, Store
from circgen.store.ledger import HEADER, SPARE_LINES, Ledger

FIRST = {"TSB-001E.docx": b"English", "TSB-001R.docx": b"Russian", "TSB-001E.txt": b"text"}


def write(folder, editions, **how) -> Outcome:
    with Store(folder) as store:
        return store.write(editions, **how)


def visible(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.name != ".circgen"}


def hidden(folder: Path) -> list[str]:
    return sorted(p.name for p in (folder / ".circgen").iterdir())


def long_ago(folder: Path) -> None:
    for path in folder.glob("*.*"):
        if path.is_file():
            os.utime(path, (1e9, 1e9))


def fresh(folder: Path) -> set[str]:
    """The files written since `long_ago`."""
    return {p.name for p in folder.glob("*.*") if p.is_file() and p.stat().st_mtime > 1e9}


def test_editions_are_written_into_a_folder_that_is_made_for_them(tmp_path):
    folder = tmp_path / "new" / "out"
    assert write(folder, FIRST) == Outcome(written=tuple(folder / name for name in FIRST))
    assert visible(folder) == dict(sorted(FIRST.items()))
    assert hidden(folder) == ["ledger", "lock"]


def test_a_file_that_would_not_change_is_not_written(tmp_path):
    write(tmp_path, FIRST)
    long_ago(tmp_path)
    assert write(tmp_path, FIRST) == Outcome(unchanged=tuple(tmp_path / name for name in FIRST))
    assert fresh(tmp_path) == set()


def test_only_the_edition_that_changed_is_written(tmp_path):
    write(tmp_path, FIRST)
    long_ago(tmp_path)
    outcome = write(tmp_path, FIRST | {"TSB-001R.docx": b"better Russian"})
    assert outcome.written == (tmp_path / "TSB-001R.docx",)
    assert outcome.unchanged == (tmp_path / "TSB-001E.docx", tmp_path / "TSB-001E.txt")
    assert fresh(tmp_path) == {"TSB-001R.docx"}
    assert visible(tmp_path)["TSB-001R.docx"] == b"better Russian"


def test_what_circgen_wrote_may_be_replaced_again_and_again_without_backups(tmp_path):
    for number in range(4):
        outcome = write(tmp_path, {"a.docx": b"%d" % number, "b.docx": b"%d" % number})
        assert outcome == Outcome(written=(tmp_path / "a.docx", tmp_path / "b.docx"))
    assert visible(tmp_path) == {"a.docx": b"3", "b.docx": b"3"}
    assert hidden(tmp_path) == ["ledger", "lock"]


def test_several_circulars_are_written_in_one_run(tmp_path):
    with Store(tmp_path) as store:
        store.write({"a.docx": b"a"})
        store.write({"b.docx": b"b"})
        assert store.write({"a.docx": b"new"}).findings == ()
    assert visible(tmp_path) == {"a.docx": b"new", "b.docx": b"b"}


def test_a_store_may_be_entered_again(tmp_path):
    store = Store(tmp_path)
    with store:
        store.write({"a.docx": b"a"})
    with store:
        assert store.write({"a.docx": b"b"}).findings == ()


def test_no_editions_are_nothing_to_do(tmp_path):
    assert write(tmp_path, {}) == Outcome()


def test_an_empty_edition_is_a_file_too(tmp_path):
    assert write(tmp_path, {"a.txt": b""}).written == (tmp_path / "a.txt",)
    assert write(tmp_path, {"a.txt": b"a"}).written == (tmp_path / "a.txt",)


def test_writing_outside_of_with_is_a_mistake_in_the_program(tmp_path):
    with pytest.raises(RuntimeError, match="inside `with Store"):
        Store(tmp_path).write({"a.docx": b"a"})
    with Store(tmp_path) as left:
        pass
    with pytest.raises(RuntimeError, match="inside `with Store"):
        left.write({"a.docx": b"a"})


@pytest.mark.parametrize("name", ["T25-TSB-CIR-0001!!MSW-E.docx", "ЦИР 1 (рус).docx", "no-suffix"])
def test_unusual_names_are_written_and_remembered(tmp_path, name):
    write(tmp_path, {name: b"a"})
    assert write(tmp_path, {name: b"b"}) == Outcome(written=(tmp_path / name,))


@pytest.mark.parametrize(
    "name", ["", ".", "..", ".circgen", "a/b", "a\\b", "a:b", "a\nb", "a.", "a ", "\ud800"]
)
def test_a_name_that_is_no_file_name_everywhere_is_a_finding(tmp_path, name):
    message = f"{name!r} is not a file name on every system"
    location = Location(str(tmp_path))
    finding = Finding(location, "write", message, "choose another name")
    assert write(tmp_path, {"good.docx": b"a", name: b"a"}) == Outcome(findings=(finding,))
    assert visible(tmp_path) == {}


@pytest.mark.parametrize(("one", "other"), [("A.docx", "a.docx"), ("é.docx", "e\N{COMBINING ACUTE ACCENT}.docx")])  # fmt: skip
def test_two_names_that_are_one_file_on_some_systems_are_a_finding(tmp_path, one, other):
    (finding,) = write(tmp_path, {one: b"1", other: b"2"}).findings
    assert finding.message == f"{other!r} is the same file as {one} on many systems"
    assert visible(tmp_path) == {}


def test_a_file_known_in_other_letter_case_is_circgens_own(tmp_path):
    write(tmp_path, {"Letter.docx": b"a"})
    (tmp_path / "Letter.docx").rename(tmp_path / "LETTER.docx")
    assert write(tmp_path, {"LETTER.docx": b"b"}).findings == ()


# --- the ledger


def test_the_ledger_says_what_it_is_and_has_lines_as_sha256sum_writes_them(tmp_path):
    write(tmp_path, FIRST)
    ledger = tmp_path / ".circgen" / "ledger"
    assert ledger.read_text() == HEADER + "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in FIRST.items()
    )
    assert HEADER.startswith("# what circgen wrote: ")


def test_the_ledger_only_grows_and_not_by_what_it_knows(tmp_path):
    ledger = tmp_path / ".circgen" / "ledger"
    sizes = []
    for content in (b"a", b"b", b"b", b"a", b"a"):
        write(tmp_path, {"a.docx": content})
        sizes.append(ledger.stat().st_size)
    assert [after > before for before, after in pairwise(sizes)] == [True, False, True, False]


@pytest.mark.parametrize("torn", [b"a", b"\xd0", b"0123456789abcdef" * 4 + b"  TSB-0"])
def test_a_torn_last_line_harms_no_other_line(tmp_path, torn):
    write(tmp_path, {"a.docx": b"1"})
    with (tmp_path / ".circgen" / "ledger").open("ab") as ledger:
        ledger.write(torn)
    assert write(tmp_path, {"a.docx": b"2", "b.docx": b"1"}).findings == ()
    assert write(tmp_path, {"a.docx": b"3", "b.docx": b"2"}).findings == ()


def test_a_long_ledger_is_compacted_to_what_still_matters(tmp_path):
    write(tmp_path, {"a.docx": b"on disk", "b.docx": b"old", "c.docx": b"old"})
    ledger = Ledger(tmp_path / ".circgen" / "ledger")
    for number in range(SPARE_LINES):
        ledger.append([("a.docx", b"never came into place %d" % number)])
    ledger.append([("b.docx", b"on disk and newest"), ("c.docx", b"before the edit")])
    (tmp_path / "b.docx").write_bytes(b"on disk and newest")
    (tmp_path / "c.docx").write_bytes(b"edited")
    write(tmp_path, {})
    assert (tmp_path / ".circgen" / "ledger").read_text() == HEADER + "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}.docx\n"
        for name, content in [
            ("a", b"on disk"),
            ("a", b"never came into place 999"),
            ("b", b"on disk and newest"),
            ("c", b"before the edit"),
        ]
    )
    assert hidden(tmp_path) == ["ledger", "lock"]
    assert [f.location.file for f in write(tmp_path, dict.fromkeys(visible(tmp_path), b"1")).findings] == [str(tmp_path / "c.docx")]  # fmt: skip


def test_a_long_ledger_of_many_files_is_left_alone(tmp_path):
    ledger = Ledger(tmp_path / "ledger")
    ledger.append((f"{number}.docx", b"a") for number in range(2 * SPARE_LINES))
    before = (tmp_path / "ledger").stat().st_ino
    Ledger(tmp_path / "ledger").compact(tmp_path)
    assert (tmp_path / "ledger").stat().st_ino == before


def test_what_a_killed_compaction_left_is_in_nobodys_way(tmp_path):
    write(tmp_path, {"a.docx": b"a"})
    (tmp_path / ".circgen" / "ledger.new").write_bytes(b"half a led")
    assert write(tmp_path, {"a.docx": b"b"}).findings == ()
    assert hidden(tmp_path) == ["ledger", "lock"]


# --- the folder


def test_a_folder_that_cannot_be_made_is_a_finding(tmp_path):
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(FindingsError) as caught, Store(tmp_path / "out"):
        pass
    (finding,) = caught.value.findings
    assert finding.rule == "write"
    assert finding.message.startswith(f"{tmp_path / 'out'}: the folder cannot be written to: ")
    assert finding.help == "choose another folder, or allow writing to this one"


def test_a_ledger_that_cannot_be_read_is_a_finding_and_the_lock_is_released(tmp_path):
    (tmp_path / ".circgen" / "ledger").mkdir(parents=True)
    for _ in range(2):  # the second time would wait for ever if the lock were still held
        with pytest.raises(FindingsError), Store(tmp_path):
            pass
    (tmp_path / ".circgen" / "ledger").rmdir()
    assert write(tmp_path, FIRST).findings == ()


def test_an_error_inside_with_comes_out_and_releases_the_lock(tmp_path):
    def fail() -> None:
        with Store(tmp_path) as store:
            store.write({"a.docx": b"a"})
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert write(tmp_path, {"a.docx": b"b"}).findings == ()
