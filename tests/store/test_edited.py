"""Nobody's work is lost: files that were edited, and circulars that have gone out."""

import pytest

from circgen.findings import Finding, Location
from circgen.store import Outcome, Store

HELP = (
    "to keep it, rename it, run again and compare the two; to replace it, use --force, which keeps "
    "a backup beside it"
)


def write(folder, editions, **how) -> Outcome:
    with Store(folder) as store:
        return store.write(editions, **how)


def visible(folder) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.name != ".circgen"}


@pytest.fixture
def out(tmp_path):
    """A folder with a letter in two languages, the Russian one edited by hand."""
    write(tmp_path, {"e.docx": b"e1", "r.docx": b"r1"})
    (tmp_path / "r.docx").write_bytes(b"edited")
    return tmp_path


def edited(path) -> Finding:
    message = f"{path.name} was edited after circgen wrote it"
    return Finding(Location(str(path)), "edited", message, HELP)


def test_an_edited_file_is_a_finding_and_no_edition_of_its_circular_is_written(out):
    outcome = write(out, {"e.docx": b"e2", "r.docx": b"r2"})
    assert outcome == Outcome(findings=(edited(out / "r.docx"),))
    assert visible(out) == {"e.docx": b"e1", "r.docx": b"edited"}


def test_an_edited_file_stays_edited_until_something_is_done_about_it(out):
    for _ in range(3):
        assert write(out, {"r.docx": b"r2"}).findings == (edited(out / "r.docx"),)


def test_all_edited_files_are_named_at_once(out):
    (out / "e.docx").write_bytes(b"edited too")
    findings = write(out, {"e.docx": b"e2", "r.docx": b"r2"}).findings
    assert findings == (edited(out / "e.docx"), edited(out / "r.docx"))


def test_an_edited_file_that_would_not_change_since_is_still_protected(out):
    assert write(out, {"e.docx": b"e1", "r.docx": b"r1"}) == Outcome(
        unchanged=(out / "e.docx",), findings=(edited(out / "r.docx"),)
    )


def test_another_circular_is_written_all_the_same(out):
    with Store(out) as store:
        assert store.write({"r.docx": b"r2"}).findings
        assert store.write({"other.docx": b"1"}).written == (out / "other.docx",)


def test_a_file_that_circgen_does_not_know_is_not_overwritten(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"somebody's")
    message = "a.docx is there already and was not written by circgen"
    finding = Finding(Location(str(tmp_path / "a.docx")), "edited", message, HELP)
    assert write(tmp_path, {"a.docx": b"1"}).findings == (finding,)
    assert visible(tmp_path) == {"a.docx": b"somebody's"}


def test_what_circgen_wrote_under_one_name_is_unknown_under_another(tmp_path):
    write(tmp_path, {"a.docx": b"1", "b.docx": b"2"})
    (tmp_path / "b.docx").write_bytes(b"1")
    assert [f.rule for f in write(tmp_path, {"b.docx": b"3"}).findings] == ["edited"]


def test_an_unknown_file_with_the_new_content_is_unchanged_and_remembered(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"1")
    assert write(tmp_path, {"a.docx": b"1"}) == Outcome(unchanged=(tmp_path / "a.docx",))
    assert write(tmp_path, {"a.docx": b"2"}) == Outcome(written=(tmp_path / "a.docx",))


def test_an_edit_that_was_taken_back_is_forgotten(out):
    (out / "r.docx").write_bytes(b"r1")
    assert write(out, {"r.docx": b"r2"}).findings == ()


def test_a_file_that_was_removed_is_written_again(out):
    (out / "r.docx").unlink()
    outcome = write(out, {"e.docx": b"e1", "r.docx": b"r1"})
    assert outcome == Outcome(written=(out / "r.docx",), unchanged=(out / "e.docx",))


# --- force


def test_force_replaces_an_edited_file_and_keeps_a_backup_that_word_opens(out):
    outcome = write(out, {"e.docx": b"e2", "r.docx": b"r2"}, force=True)
    assert outcome == Outcome(
        written=(out / "e.docx", out / "r.docx"), backups=(out / "r.bak.docx",)
    )
    assert visible(out) == {"e.docx": b"e2", "r.bak.docx": b"edited", "r.docx": b"r2"}
    assert sorted(p.name for p in (out / ".circgen").iterdir()) == ["ledger", "lock"]


def test_a_backup_never_takes_the_place_of_an_older_one(out):
    for number in range(2, 5):
        outcome = write(out, {"r.docx": b"r%d" % number}, force=True)
        (out / "r.docx").write_bytes(b"edited %d" % number)
    assert outcome.backups == (out / "r.bak3.docx",)
    assert visible(out) == {
        "e.docx": b"e1",
        "r.bak.docx": b"edited",
        "r.bak2.docx": b"edited 2",
        "r.bak3.docx": b"edited 3",
        "r.docx": b"edited 4",
    }


def test_a_directory_and_a_dead_link_are_older_backups_too(out):
    (out / "r.bak.docx").mkdir()
    (out / "r.bak2.docx").symlink_to("nowhere")
    assert write(out, {"r.docx": b"r2"}, force=True).backups == (out / "r.bak3.docx",)


def test_force_makes_no_backup_of_what_circgen_wrote(out):
    assert write(out, {"e.docx": b"e2"}, force=True) == Outcome(written=(out / "e.docx",))


def test_force_leaves_a_file_alone_that_would_not_change(out):
    assert write(out, {"r.docx": b"edited"}, force=True) == Outcome(unchanged=(out / "r.docx",))


def test_a_file_written_by_force_is_circgens_own_again(out):
    write(out, {"r.docx": b"r2"}, force=True)
    assert write(out, {"r.docx": b"r3"}) == Outcome(written=(out / "r.docx",))


def test_a_backup_keeps_the_time_of_the_edited_file(out):
    before = (out / "r.docx").stat()
    (backup,) = write(out, {"r.docx": b"r2"}, force=True).backups
    assert backup.stat().st_mtime_ns == before.st_mtime_ns
    assert backup.stat().st_ino == before.st_ino


def test_a_name_too_long_for_a_backup_is_a_finding_before_anything_moves(tmp_path):
    name = "n" * 250 + ".docx"
    (tmp_path / name).write_bytes(b"edited")
    outcome = write(tmp_path, {"a.docx": b"1", name: b"2"}, force=True)
    assert [(f.rule, f.location.file) for f in outcome.findings] == [("write", str(tmp_path))]
    assert outcome.findings[0].message.startswith(f"{name} cannot be written: ")
    assert visible(tmp_path) == {name: b"edited"}


# --- issued circulars


def test_files_of_an_issued_circular_are_kept_edited_or_not(out):
    outcome = write(out, {"e.docx": b"e2", "r.docx": b"r2"}, keep_issued=True)
    assert outcome == Outcome(kept=(out / "e.docx", out / "r.docx"))
    assert visible(out) == {"e.docx": b"e1", "r.docx": b"edited"}


def test_missing_files_of_an_issued_circular_are_written_beside_those_that_are_as_they_were(out):
    outcome = write(out, {"e.docx": b"e1", "f.docx": b"f2"}, keep_issued=True)
    assert outcome == Outcome(written=(out / "f.docx",), unchanged=(out / "e.docx",))


def test_no_letter_is_written_beside_issued_ones_that_would_now_say_something_else(out):
    before = visible(out)
    outcome = write(out, {"e.docx": b"e1", "r.docx": b"r2", "f.docx": b"f2"}, keep_issued=True)
    (finding,) = outcome.findings
    assert (finding.rule, outcome.written) == ("issued", ())
    assert finding.message == (
        "f.docx cannot be written again as it was issued: r.docx would come out differently"
    )
    assert visible(out) == before


def test_the_letters_of_a_circular_are_known_by_its_name(tmp_path):
    names = ["T25-TSB-CIR-0081!!MSW-E.docx", "T25-TSB-CIR-0081!!TXT-R.txt"]
    write(tmp_path, dict.fromkeys((*names, "T25-TSB-CIR-0081!R1!MSW-E.docx"), b"x"))
    (tmp_path / "T25-TSB-CIR-0081!!MSW-E.bak.docx").write_bytes(b"y")
    with Store(tmp_path) as store:
        assert store.names_of("T25-TSB-CIR-0081!") == tuple(names)


def test_an_issued_circular_of_which_nothing_is_there_is_written(tmp_path):
    outcome = write(tmp_path, {"e.docx": b"e", "r.docx": b"r"}, keep_issued=True)
    assert outcome == Outcome(written=(tmp_path / "e.docx", tmp_path / "r.docx"))


def test_a_kept_file_is_not_taken_for_circgens_own(out):
    write(out, {"e.docx": b"e2", "r.docx": b"r2"}, keep_issued=True)
    assert write(out, {"r.docx": b"r2"}).findings == (edited(out / "r.docx"),)


def test_an_issued_letter_replaced_by_force_always_has_a_backup(out):
    outcome = write(out, {"e.docx": b"e2", "r.docx": b"r2"}, force=True, keep_issued=True)
    assert outcome == Outcome(
        written=(out / "e.docx", out / "r.docx"), backups=(out / "e.bak.docx", out / "r.bak.docx")
    )
    assert visible(out) == {
        "e.bak.docx": b"e1",
        "e.docx": b"e2",
        "r.bak.docx": b"edited",
        "r.docx": b"r2",
    }
