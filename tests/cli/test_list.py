"""`circgen list`: a row for each circular, whatever is wrong with it."""

import io
import json
import os
import sys
from pathlib import Path

import pikepdf
import pytest
from cli.test_confirm import Project
from cli.window import CODES, Window

from circgen.printing.finishing import finished
from circgen.printing.source import source_of
from circgen.store import Store

NINTH, SEVENTH = "data/meetings/u4ssc-09.yaml", "data/meetings/u4ssc-07.yaml"
STATES = "complete, unconfirmed, stale, missing, rendered, outdated, edited, unreadable, absent"
GOLDEN = Path(__file__).parents[1] / "golden" / "tables"


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def listed(project, *words):
    """The entries as JSON, by the names of their files, in order."""
    ended = project.run("list", "--format", "json", *words)
    assert ended.stderr == ""
    assert ended.returncode == 0
    return {Path(entry["file"]).stem: entry for entry in json.loads(ended.stdout)}


def copy(project, stem, *pairs):
    """The ninth meeting under another name, changed."""
    text = project.read(NINTH)
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    project.write(f"data/meetings/{stem}.yaml", text)


def states(entry):
    return {each["language"]: each["state"] for each in entry["editions"]}


def files(entry):
    found = {(each["language"], each["format"]): each["state"] for each in entry["files"]}
    assert {state for (_, format_), state in found.items() if format_ == "pdf"} == {"absent"}
    return {key: state for key, state in found.items() if key[1] != "pdf"}


EVERY = [("en", "docx"), ("en", "txt"), ("ru", "docx"), ("ru", "txt")]


# --- what is said of a circular


def test_a_circular_is_told_with_all_that_identifies_it(project):
    entry = listed(project)["u4ssc-09"]
    assert entry == {
        "file": NINTH,
        "status": "ready",
        "series": "u4ssc",
        "kind": "meeting",
        "number": 81,
        "variant": None,
        "study_period": "2025-2028",
        "issued": "2025-10-15",
        "title": "Ninth Meeting of the United for Smart Sustainable Cities (U4SSC) Initiative",
        "editions": [
            {"language": "en", "state": "complete"},
            {"language": "ru", "state": "complete"},
        ],
        "files": [
            {
                "path": f"out/T25-TSB-CIR-0081!!{form}-{letter}.{format_}",
                "language": language,
                "format": format_,
                "state": "absent",
            }
            for language, letter in (("en", "E"), ("ru", "R"))
            for format_, form in (("docx", "MSW"), ("txt", "TXT"), ("pdf", "PDF"))
        ],
        "findings": [],
    }


def test_the_newest_stand_first_and_before_them_what_has_no_date(project):
    copy(project, "a", ("number: 81", "number: 75"), ("2025-10-15", "2025-09-01"))
    copy(project, "b", ("number: 81", "number: 82"))
    copy(project, "c", ("number: 81", "number: 82\nvariant: C1"), ("2025-10-15", "2025-10-16"))
    copy(project, "d", ("number: 81\n", "status: draft\n"), ("issued: 2025-10-15\n", ""))
    project.write("data/meetings/e.yaml", "series: [\n")
    assert list(listed(project)) == ["d", "e", "c", "b", "u4ssc-09", "a", "u4ssc-07"]


@pytest.mark.parametrize(
    ("line", "status"),
    [("status: draft\n", "draft"), ("status: issued\n", "issued"), ("", "ready")],
)
def test_the_status_is_that_of_the_facts_or_ready(project, line, status):
    copy(project, "a", ("number: 81\n", f"{line}number: 82\n"))
    assert listed(project)["a"]["status"] == status


# --- editions


def test_a_changed_source_makes_a_translation_stale(project):
    project.change(NINTH, ("Thematic Groups and Working Groups", "Thematic Groups"))
    assert states(listed(project)["u4ssc-09"]) == {"en": "complete", "ru": "stale"}
    project.confirm(NINTH, "--lang", "ru")
    assert states(listed(project)["u4ssc-09"]) == {"en": "complete", "ru": "complete"}


def test_a_new_translation_is_unconfirmed_until_somebody_confirms_it(project):
    project.change(NINTH, ("рассмотреть новые", "обсудить новые"))
    assert states(listed(project)["u4ssc-09"]) == {"en": "complete", "ru": "unconfirmed"}


def test_stale_is_worse_than_unconfirmed(project):
    project.change(NINTH, ("Thematic Groups and Working Groups", "Thematic Groups"))
    project.change(NINTH, ("рассмотреть новые", "обсудить новые"))
    assert states(listed(project)["u4ssc-09"]) == {"en": "complete", "ru": "stale"}


def test_a_text_of_the_series_counts_for_all_its_circulars(project):
    project.change("data/series/u4ssc.yaml", ("en: of the United", "en: of the great United"))
    found = listed(project)
    assert [states(found[each])["ru"] for each in ("u4ssc-09", "u4ssc-07")] == ["stale"] * 2


def test_what_has_gone_out_is_neither_stale_nor_unconfirmed(project):
    project.change(NINTH, ("Thematic Groups and Working Groups", "Thematic Groups"))
    project.change(NINTH, ("number: 81", "status: issued\nnumber: 81"))
    assert states(listed(project)["u4ssc-09"]) == {"en": "complete", "ru": "complete"}


def test_an_edition_that_lacks_a_text_is_missing_and_the_others_are_not(project):
    project.change(
        NINTH, ("    ru: сообщить о ходе работы тематических и рабочих групп U4SSC\n", "")
    )
    entry = listed(project)["u4ssc-09"]
    assert entry["status"] == "ready"
    assert entry["title"].startswith("Ninth Meeting of the United")
    assert states(entry) == {"en": "complete", "ru": "missing"}
    assert [(f["rule"], f["location"]["line"]) for f in entry["findings"]] == [("missing-text", 28)]


def test_an_edition_that_cannot_be_worded_is_missing(project):
    copy(project, "a", ("number: 81", "number: 82\nmode: physical\nplace: {name: {en: Busan, ru: Пусан}, zone: Asia/Seoul}"),
         (", zone_label: CET", ""))  # fmt: skip
    entry = listed(project)["a"]
    assert states(entry) == {"en": "complete", "ru": "missing"}
    assert {finding["rule"] for finding in entry["findings"]} == {"missing-form"}


def test_without_a_lock_file_every_translation_is_unconfirmed(project):
    (project.path / "data/confirmed/ru.lock").unlink()
    assert states(listed(project)["u4ssc-09"]) == {"en": "complete", "ru": "unconfirmed"}


# --- files


def test_files_are_rendered_edited_outdated_or_absent(project):
    project.render(NINTH)
    entry = listed(project)["u4ssc-09"]
    assert files(entry) == dict.fromkeys(EVERY, "rendered")
    letter = project.path / "out" / "T25-TSB-CIR-0081!!TXT-R.txt"
    letter.write_text(letter.read_text("utf-8").replace("Женева", "Берн"), "utf-8")
    (project.path / "out" / "T25-TSB-CIR-0081!!TXT-E.txt").unlink()
    expected = {("en", "docx"): "rendered", ("en", "txt"): "absent",
                ("ru", "docx"): "rendered", ("ru", "txt"): "edited"}  # fmt: skip
    assert files(listed(project)["u4ssc-09"]) == expected
    project.change(NINTH, ("11:00-12:00", "11:00-12:15"))
    expected |= {("en", "docx"): "outdated", ("ru", "docx"): "outdated"}
    assert files(listed(project)["u4ssc-09"]) == expected


def test_a_change_of_words_outdates_files_as_well(project):
    project.render(NINTH)
    words = "templates/ru/meeting.md.j2"
    text = project.read(words)
    project.write(words, text.replace("Имею честь", "Имею удовольствие"))
    assert files(listed(project)["u4ssc-09"]) == {
        ("en", "docx"): "rendered", ("en", "txt"): "rendered",
        ("ru", "docx"): "outdated", ("ru", "txt"): "outdated",
    }  # fmt: skip


def test_files_that_have_gone_out_are_never_outdated_but_can_be_edited(project):
    project.render(NINTH)
    project.change(
        NINTH, ("number: 81", "status: issued\nnumber: 81"), ("11:00-12:00", "11:00-12:15")
    )
    (project.path / "out" / "T25-TSB-CIR-0081!!TXT-R.txt").write_text("x", "utf-8")
    found = files(listed(project)["u4ssc-09"])
    assert found == dict.fromkeys(EVERY, "rendered") | {("ru", "txt"): "edited"}


PDF, WORD = "T25-TSB-CIR-0081!!PDF-E.pdf", "T25-TSB-CIR-0081!!MSW-E.docx"


def pdf_of(document):
    """As LibreOffice would print it, but for its pages."""
    blank = io.BytesIO()
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(blank)
    return finished(blank.getvalue(), source_of(document))[0]


@pytest.fixture
def printed(project):
    """The project with one PDF, and no Word document; what is said of the PDF."""
    project.render(NINTH, "--format", "docx")
    out = project.path / "out"
    with Store(out) as store:
        store.write({PDF: pdf_of((out / WORD).read_bytes())})
    for path in out.glob("*.docx"):
        path.unlink()

    def state():
        found = {each["path"]: each["state"] for each in listed(project)["u4ssc-09"]["files"]}
        assert found[f"out/{WORD}"] == "absent"
        return found[f"out/{PDF}"]

    return state


def test_a_pdf_by_itself_is_rendered_as_long_as_its_document_would_be_the_same(project, printed):
    assert printed() == "rendered"
    project.change(NINTH, ("11:00-12:00", "11:00-12:15"))
    assert printed() == "outdated"
    project.change(NINTH, ("11:00-12:15", "11:00-12:00"))
    assert printed() == "rendered"


def test_a_pdf_that_has_gone_out_is_not_outdated(project, printed):
    project.change(
        NINTH, ("number: 81", "status: issued\nnumber: 81"), ("11:00-12:00", "11:00-12:15")
    )
    assert printed() == "rendered"


def test_a_pdf_that_was_changed_is_edited(project, printed):
    path = project.path / "out" / PDF
    path.write_bytes(path.read_bytes() + b"\n")
    assert printed() == "edited"


@pytest.mark.parametrize("content", [b"no PDF", b""])
def test_a_pdf_that_does_not_say_what_it_was_made_from_is_outdated(project, printed, content):
    with Store(project.path / "out") as store:
        store.write({PDF: content}, force=True)
    assert printed() == "outdated"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_what_cannot_be_read_in_the_place_of_a_letter_is_told_and_the_rest_as_well(project):
    out = project.path / "out"
    (out / "T25-TSB-CIR-0081!!MSW-E.docx").mkdir(parents=True)
    (out / "T25-TSB-CIR-0081!!TXT-E.txt").symlink_to("nothing.txt")
    (out / "T25-TSB-CIR-0081!!MSW-R.docx").symlink_to("T25-TSB-CIR-0081!!MSW-R.docx")
    entry = listed(project)["u4ssc-09"]
    assert files(entry) == dict.fromkeys(EVERY, "unreadable") | {("ru", "txt"): "absent"}
    assert (entry["status"], entry["findings"]) == ("ready", [])
    assert list(listed(project, "--state", "unreadable")) == ["u4ssc-09"]
    assert "3 unreadable" in project.run("list").stdout


def test_files_of_another_folder_are_found_there(project):
    project.render(NINTH, "--out", "letters")
    assert files(listed(project)["u4ssc-09"]) == dict.fromkeys(EVERY, "absent")
    found = listed(project, "--out", "letters")["u4ssc-09"]
    assert files(found) == dict.fromkeys(EVERY, "rendered")
    assert found["files"][0]["path"] == "letters/T25-TSB-CIR-0081!!MSW-E.docx"


def test_nothing_is_written_and_nobody_has_to_wait(project):
    project.render(NINTH)
    before = {p: p.stat().st_mtime_ns for p in project.path.rglob("*") if p.is_file()}
    project.run("list")
    assert {p: p.stat().st_mtime_ns for p in project.path.rglob("*") if p.is_file()} == before


# --- broken files


def test_a_broken_file_is_a_row_that_says_so_with_what_can_be_read(project):
    copy(project, "a", ("number: 81", "number: 82"), ("2025-10-31, hours", "2025-10-32, hours"))
    found = listed(project)
    entry = found["a"]
    assert list(found) == ["a", "u4ssc-09", "u4ssc-07"]
    assert (entry["status"], entry["number"], entry["issued"]) == ("broken", 82, "2025-10-15")
    assert (entry["title"], entry["editions"], entry["files"]) == (None, [], [])
    (finding,) = entry["findings"]
    assert finding["location"]["place"] == "data/meetings/a.yaml:10:12"
    assert finding["message"] == "`2025-10-32` is not a date: October 2025 has 31 days"


@pytest.mark.parametrize("content", ["", "series: [\n", "\x07", "number: 5\nseries: nothing\n"])
def test_whatever_a_file_holds_the_others_are_listed(project, content):
    project.write("data/meetings/a.yaml", content)
    found = listed(project)
    assert found["a"]["status"] == "broken"
    assert found["a"]["findings"]
    assert found["u4ssc-09"]["status"] == "ready"


def test_broken_words_end_it(project):
    project.write("templates/ru/language.yaml", "name: [\n")
    ended = project.run("list")
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith("templates/ru/language.yaml:")


# --- which are listed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((NINTH,), ["u4ssc-09"]),
        (("data/meetings",), ["d", "u4ssc-09", "other", "u4ssc-07"]),
        (("--year", "2025"), ["d", "u4ssc-09"]),
        (("--year", "2023,2024"), ["other", "u4ssc-07"]),
        (("--series", "u4ssc"), ["d", "u4ssc-09", "u4ssc-07"]),
        (("--status", "draft"), ["d"]),
        (("--status", "issued,ready"), ["u4ssc-09", "other", "u4ssc-07"]),
        (("--state", "stale"), ["u4ssc-09"]),
        (("--state", "rendered"), ["u4ssc-07"]),
        (("--state", "stale,rendered", "--year", "2023"), ["u4ssc-07"]),
        (("--state", "missing"), []),
    ],
)
def test_circulars_are_chosen_by_path_series_year_state_and_status(project, words, expected):
    project.render(SEVENTH)
    copy(project, "d", ("number: 81\n", "status: draft\n"), ("issued: 2025-10-15\n", ""))
    project.change(NINTH, ("Thematic Groups and Working Groups", "Thematic Groups"))
    project.meeting("other", issued="2024-09-01", study_period="2022-2024",
                    sessions="{date: 2024-10-31, hours: 11:00-12:00}")  # fmt: skip
    assert list(listed(project, *words)) == expected


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--series", "u5"), "--series: `u5` is not one of u4ssc"),
        (("--year", "2025,25"), "--year: `25` is not a year, such as 2025"),
        (("--year", "MMXXV"), "--year: `MMXXV` is not a year, such as 2025"),
        (("--status", "sent"), "--status: `sent` is not one of draft, ready, issued, broken"),
        (("--format", "xml"), "--format: `xml` is not one of text, json"),
        (("--state", "new"), f"--state: `new` is not one of {STATES}"),
    ],
)
def test_words_that_are_not_known_are_refused(project, words, told):
    ended = project.run("list", *words)
    assert (ended.returncode, ended.stderr) == (2, f"circgen: {told}\n")


def test_where_there_is_nothing_it_says_so(project):
    ended = project.run("list", "--year", "1999")
    told = "no such circular: there are some of 2023, 2025\n"
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", told)
    assert listed(project, "--year", "1999") == {}
    ended = project.run("list", "--year", "2023,1999", "--status", "draft")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "no such circular\n")


# --- tables


def rich_project(project):
    """Circulars in every state."""
    project.render(SEVENTH)
    project.render(NINTH)
    letter = project.path / "out" / "T25-TSB-CIR-0081!!TXT-R.txt"
    letter.write_text("edited", "utf-8")
    project.change(NINTH, ("Thematic Groups and Working Groups", "Thematic Groups"))
    copy(project, "u4ssc-10", ("number: 81\n", "status: draft\n"), ("issued: 2025-10-15\n", ""),
         ("ordinal: 9", "ordinal: 10"),
         ("    ru: сообщить о ходе работы тематических и рабочих групп U4SSC\n", ""))  # fmt: skip
    copy(
        project,
        "u4ssc-11",
        ("number: 81", "number: 83\nvariant: R1"),
        ("ordinal: 9", "ordinall: [b]"),
    )


def golden(name, text):
    path = GOLDEN / name
    if os.environ.get("CIRCGEN_ACCEPT"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


def test_piped_a_circular_is_a_line(project):
    rich_project(project)
    ended = project.run("list", COLUMNS="40")
    golden("list.piped.txt", ended.stdout)
    assert ended.stderr == ""
    assert len(ended.stdout.splitlines()) == 1 + 4


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_table_follows_the_window(project, columns):
    rich_project(project)
    with Window(project, "list", columns=columns, rows=60) as window:
        told = window.rest()
    assert "\x1b[31m" in told
    rows = [row.rstrip() for row in CODES.sub("", told).split("\r\n")]
    assert max(map(len, rows)) <= columns
    golden(f"list.{columns}.txt", "\n".join(rows))


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_there_are_no_codes_where_nobody_wants_them(project, env):
    with Window(project, "list", **env) as window:
        assert "\x1b[3" not in window.rest()
