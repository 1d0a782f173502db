"""The letters in real programs: LibreOffice and a PDF reader.

The programs must be there (scripts/real_tools.sh installs them): without them these tests fail.
"""

import re
import shutil
import sys
from pathlib import Path

import pytest
from real.office import run, soffice

ROOT = Path(__file__).parents[2]
MEETINGS = sorted((ROOT / "data/meetings").glob("*.yaml"))


def circgen(*words, cwd):
    return run(sys.executable, "-m", "circgen", *words, cwd=cwd)


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    return tmp_path_factory.mktemp("profile")


@pytest.fixture(scope="module")
def rendered(tmp_path_factory):
    """Every circular of data/meetings, in every edition and format."""
    out = tmp_path_factory.mktemp("rendered")
    ended = circgen("render", "--out", out, cwd=ROOT)
    assert ended.returncode == 0, ended.stderr
    assert MEETINGS
    return out


@pytest.fixture(scope="module")
def pdfs(rendered, profile, tmp_path_factory):
    """The documents as LibreOffice prints them, all in one run: file name to its PDF."""
    out = tmp_path_factory.mktemp("pdf")
    documents = sorted(rendered.glob("*.docx"))
    soffice("pdf", out, *documents, profile=profile)
    return {path.name: out / path.with_suffix(".pdf").name for path in documents}


def pages(pdf, *how):
    """The text of each page; with `-layout` line by line, else cell by cell."""
    ended = run("pdftotext", *how, pdf, "-")
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.removesuffix("\f").split("\f")


def folded(text):
    """The characters of a text without its spaces, which a page sets as it likes."""
    return re.sub(r"\s+", "", text)


# --- on paper


def test_every_edition_is_printed(rendered, pdfs):
    assert set(pdfs) == {path.name for path in rendered.glob("*.docx")}
    assert len(pdfs) >= len(MEETINGS)


def test_a_letter_is_one_page_or_two_in_a_language_of_longer_words(pdfs):
    counts = {name: len(pages(pdf)) for name, pdf in pdfs.items()}
    assert set(counts.values()) <= {1, 2}
    of_circular = {name[:16]: [] for name in counts}
    for name, count in counts.items():
        of_circular[name[:16]].append(count)
    assert {min(each) for each in of_circular.values()} == {1}


def test_a_signature_is_never_alone_on_a_page(pdfs):
    for name, pdf in pdfs.items():
        assert re.search(r"^\d+\s+\w", pages(pdf, "-layout")[-1], re.MULTILINE), name


def edition(rendered, name):
    """The text edition beside a document."""
    return (rendered / name.replace("MSW", "TXT")).with_suffix(".txt").read_text("utf-8")


def test_the_page_has_every_paragraph_of_the_text_edition_with_its_number(rendered, pdfs):
    for name, pdf in pdfs.items():
        numbered = re.findall(r"^(\d+)\t(.+)$", edition(rendered, name), re.MULTILINE)
        assert [number for number, _ in numbered] == [str(n + 1) for n in range(len(numbered))]
        assert len(numbered) > 3
        printed = folded("".join(pages(pdf, "-layout")))
        for number, words in numbered:
            # Addresses of links are spelled out in the text edition alone.
            beginning = folded(re.split(r"https?:|\(", words)[0])[:60]
            assert number + beginning in printed, f"{name}: paragraph {number}"


def test_the_page_has_the_reference_and_all_lines_of_the_head(rendered, pdfs):
    for name, pdf in pdfs.items():
        number = str(int(re.search(r"CIR-(\d+)!", name)[1]))
        printed = folded(pages(pdf)[0])
        head = [
            line for line in edition(rendered, name).split("\n1\t")[0].splitlines() if line.strip()
        ]
        assert any(number in line for line in head)
        for line in head:
            for cell in line.split("\t"):
                assert folded(cell) in printed, f"{name}: {cell}"


# --- edited by a person


@pytest.fixture(scope="module")
def resaved(rendered, profile, tmp_path_factory):
    """A letter that somebody has opened and saved in LibreOffice: its folder, name and bytes."""
    folder = tmp_path_factory.mktemp("resaved") / "out"
    shutil.copytree(rendered, folder)
    letter = max(folder.glob("*.docx"))
    before = letter.read_bytes()
    saved = tmp_path_factory.mktemp("saved")
    soffice("docx", saved, letter, profile=profile)
    shutil.copyfile(saved / letter.name, letter)
    assert letter.read_bytes() != before
    return letter, before, letter.read_bytes()


def test_a_letter_saved_by_libreoffice_counts_as_edited_and_stays(resaved):
    letter, _, saved = resaved
    ended = circgen("render", "--out", letter.parent, cwd=ROOT)
    assert ended.returncode == 1
    assert f"{letter.name} was edited after circgen wrote it [edited]" in ended.stderr
    assert letter.read_bytes() == saved


def test_force_writes_it_anew_and_keeps_what_was_saved(resaved):
    letter, before, saved = resaved
    ended = circgen("render", "--out", letter.parent, "--force", cwd=ROOT)
    assert ended.returncode == 0, ended.stderr
    assert letter.read_bytes() == before
    assert letter.with_name(f"{letter.stem}.bak.docx").read_bytes() == saved
    assert len(list(letter.parent.glob("*.bak*"))) == 1
