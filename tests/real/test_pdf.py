"""`circgen render --format pdf` with a real LibreOffice, judged from the files.

The programs must be there (scripts/real_tools.sh installs them): without them these tests fail.
"""

import io
import os
import re
import signal
import subprocess
import sys
import time
import zipfile

import pikepdf
import pytest
from cli.command import Folder, environment
from docx import Document
from golden.shelves import SHELVES
from real.office import run

from circgen.findings import Location
from circgen.printing import Office, OfficeError, printed
from circgen.printing.office import socket_of

LETTERHEAD = Location("templates/letterhead.docx")
ENGLISH, RUSSIAN = "T25-TSB-CIR-0081!!PDF-E.pdf", "T25-TSB-CIR-0081!!PDF-R.pdf"


@pytest.fixture(scope="module")
def office():
    return Office.installed()


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Every golden circular, as Word document and as PDF: by the name of its shelf."""
    return {
        shelf.name: shelf.render(tmp_path_factory.mktemp("pdf"), formats="docx,pdf")
        for shelf in SHELVES
    }


@pytest.fixture(scope="module")
def pdfs(runs):
    assert [run.stderr for run in runs.values() if run.exit_code] == []
    return [path for run in runs.values() for path in sorted(run.out.glob("*.pdf"))]


@pytest.fixture(scope="module")
def out(runs):
    """The circulars of data/meetings."""
    return runs["own"].out


@pytest.fixture(scope="module")
def documents(out):
    return {path.name: path.read_bytes() for path in sorted(out.glob("*0081!!*.docx"))}


def text_of(pdf):
    """The characters of each page, without spaces and hyphens; a form feed between two."""
    return re.sub(r"[^\S\f]+|-", "", run("pdftotext", pdf, "-").stdout.removesuffix("\f"))


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


# --- the command


def test_each_document_has_its_pdf_with_the_same_words(runs, pdfs):
    documents = [path for run in runs.values() for path in run.out.glob("*.docx")]
    assert {path.name for path in pdfs} == {
        path.with_suffix(".pdf").name.replace("MSW", "PDF") for path in documents
    }
    assert len(pdfs) > 20
    for path in documents:
        pages = text_of(path.with_name(path.stem.replace("MSW", "PDF") + ".pdf")).split("\f")
        paragraphs = [re.sub(r"[\s-]+", "", each.text) for each in Document(path).paragraphs]
        assert len(paragraphs) > 5
        # What begins on a page and ends on the next has a footer and a header in its midst.
        broken_off = [each for each in paragraphs if each not in "".join(pages)]
        assert len(broken_off) < len(pages)


def test_a_second_run_changes_nothing(folder):
    folder.meeting("a", editions="[en]")
    first = folder.run("render", "--format", "pdf")
    assert (first.stdout, first.returncode) == ("out/T25-TSB-CIR-0001!!PDF-E.pdf\n", 0)
    before = (folder.path / "out" / "T25-TSB-CIR-0001!!PDF-E.pdf").read_bytes()
    time.sleep(1.1)  # PDF has the second in which it was made
    again = folder.run("render", "--format", "pdf")
    assert (again.stdout, again.returncode) == ("", 0)
    assert again.stderr.startswith("1 unchanged\n")
    assert (folder.path / "out" / "T25-TSB-CIR-0001!!PDF-E.pdf").read_bytes() == before


def test_a_document_that_is_open_in_libreoffice_does_not_matter(folder, tmp_path):
    folder.meeting("a")
    open_one = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--accept=pipe,name=circgen-test;urp",
        ]
    )
    try:
        time.sleep(3)
        assert folder.run("render", "--format", "pdf").returncode == 0
        assert open_one.poll() is None
    finally:
        open_one.terminate()
        open_one.wait(30)


# --- what is in a PDF


@pytest.mark.parametrize(
    ("name", "language", "title"),
    [
        (ENGLISH, "en-GB", "Ninth Meeting"),
        (RUSSIAN, "ru-RU", 'Девятое собрание в рамках инициативы "Объединение'),
    ],
)
def test_a_pdf_has_the_language_title_and_date_of_the_letter(out, name, language, title):
    with pikepdf.open(out / name) as pdf:
        assert str(pdf.Root.Lang) == language
        assert str(pdf.docinfo.Title).startswith(title)
        assert str(pdf.docinfo.CreationDate) == "D:20251015000000Z"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == str(pdf.docinfo.Title)
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["xmp:CreateDate"] == "2025-10-15T00:00:00Z"


def test_the_table_at_the_top_has_headers_of_rows(out):
    assert tags(out / ENGLISH)[:3] == ["TH TD TD", "TH TD", "TH TD"]


def tags(path):
    """The cells of each row of a table, as the tags of the PDF say."""
    with pikepdf.open(path) as pdf:
        rows = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        rows = [each for each in rows if each.get("/S") == pikepdf.Name.TR]
        return [" ".join(str(cell.S)[1:] for cell in row.K) for row in rows]


def test_a_checker_of_accessibility_finds_nothing(pdfs):
    for path in pdfs:
        ended = run(sys.executable, "-m", "pdfua", "check", path)
        assert ended.returncode == 0, f"{path.name}\n{ended.stdout}"


def test_the_checker_finds_what_is_not_finished(office, documents, tmp_path):
    """What LibreOffice itself writes has no headers in its tables."""
    path = tmp_path / "a.pdf"
    path.write_bytes(office.pdf([next(iter(documents.values()))])[0])
    ended = run(sys.executable, "-m", "pdfua", "check", path)
    assert "UA-15-003" in ended.stdout
    assert ended.returncode != 0


# --- what goes wrong


def test_a_broken_document_does_not_keep_others_from_being_printed(office, documents):
    good = next(iter(documents.values()))
    result = printed({"a.pdf": good, "b.pdf": broken(good), "c.pdf": good}, office, LETTERHEAD)
    assert result.failed == {"b.pdf": "LibreOffice could not open the document"}
    assert result.files["a.pdf"] == result.files["c.pdf"]


def broken(document):
    """A document whose text is not well-formed."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content[:900] if name == "word/document.xml" else content)
    return written.getvalue()


def test_libreoffice_is_not_waited_for_for_ever(office, documents):
    slow = office._replace(start=0.2, each=0)
    start = time.perf_counter()
    with pytest.raises(OfficeError, match=r"LibreOffice took more than 0 s"):
        slow.pdf(list(documents.values()))
    assert time.perf_counter() - start < 20
    assert "circgen-" not in run("ps", "-ewwo", "args").stdout.replace("-p circgen", "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_run_that_is_ended_leaves_nothing_behind(folder, tmp_path_factory, number):
    """No process, no file for the moment, no letter."""
    folder.meeting("a")
    temporary = tmp_path_factory.mktemp("tmp")
    child = subprocess.Popen(
        [sys.executable, "-m", "circgen", "render", "--format", "pdf"],
        cwd=folder.path,
        env=environment(TMPDIR=str(temporary)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 60
    while not list(temporary.glob("circgen-*/tmp/*")):  # what LibreOffice itself puts there
        assert time.monotonic() < until
        assert child.poll() is None
        time.sleep(0.01)
    (profile,) = temporary.glob("circgen-*/profile")
    socket = socket_of(profile.as_uri())
    assert socket.is_socket()
    assert str(temporary) in run("ps", "-ewwo", "args").stdout
    child.send_signal(number)
    assert child.communicate(timeout=30) == ("", "")
    assert child.returncode == 128 + number
    assert str(temporary) not in run("ps", "-ewwo", "args").stdout
    assert not socket.exists()
    kept = {f"circgen-{os.getuid()}", f"_jinja2-cache-{os.getuid()}"}  # for the next run
    assert {path.name for path in temporary.iterdir()} - kept == set()
    assert folder.files() == []


def test_a_program_that_is_none_is_told():
    with pytest.raises(OfficeError, match="no-such-office cannot be run: No such file"):
        Office("no-such-office").pdf([b""])


def test_a_font_that_is_as_wide_is_told_and_one_that_is_not(office, documents):
    name, document = next(iter(documents.items()))
    other = with_font(document, "No Such Font")
    for asked, expected in (
        (with_font(document, "Times New Roman"), "Times New Roman is not installed: Liberation"),
        (other, "stands in for a font that is not installed or lacks a sign"),
    ):
        messages = [finding.message for finding in printed({name: asked}, office, LETTERHEAD).fonts]
        assert any(expected in message for message in messages), messages
    installed = with_font(document, "Liberation Serif")
    assert printed({name: installed}, office, LETTERHEAD).fonts == ()


def with_font(document, font):
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"Calibri|SimSun|Arial", font.encode(), old.read(name)))
    return written.getvalue()


def test_without_libreoffice_the_command_says_how_to_install_it(folder):
    folder.meeting("a")
    ended = subprocess.run(
        [sys.executable, "-m", "circgen", "render", "--format", "pdf"],
        cwd=folder.path,
        env=environment(PATH="/nowhere"),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (ended.stdout, ended.returncode) == ("", 2)
    assert ended.stderr.startswith("circgen: --format pdf: LibreOffice, which prints PDF, is not")
    assert "apt install libreoffice-writer" in ended.stderr
    assert not (folder.path / "out").exists()
