"""A letterhead that somebody restyled and saved in LibreOffice still makes letters.

The programs must be there (scripts/real_tools.sh installs them): without them these tests fail.
"""

import re
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt, RGBColor
from real import validators
from real.office import run, soffice
from writers.soundness import problems

ROOT = Path(__file__).parents[2]
RED = RGBColor(0xC0, 0x00, 0x00)


def circgen(*words):
    return run(sys.executable, "-m", "circgen", *words, cwd=ROOT)


@pytest.fixture(scope="module")
def restyled(tmp_path_factory):
    """Templates whose letterhead has a red subject in 13 pt and was saved by LibreOffice."""
    home = tmp_path_factory.mktemp("letterhead")
    templates = home / "templates"
    shutil.copytree(ROOT / "templates", templates)
    document = Document(templates / "letterhead.docx")
    style = document.styles["Circular Subject"]
    style.font.color.rgb, style.font.size = RED, Pt(13)
    document.save(home / "letterhead.docx")
    soffice("docx:MS Word 2007 XML", templates, home / "letterhead.docx", profile=home / "profile")
    assert b"LibreOffice" in part(templates / "letterhead.docx", "docProps/app.xml")
    return templates


def part(path, name):
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


@pytest.fixture(scope="module")
def letters(restyled, tmp_path_factory):
    out = tmp_path_factory.mktemp("letters")
    ended = circgen("render", "--templates", restyled, "--out", out, "--format", "docx")
    assert (ended.stderr, ended.returncode) == ("", 0)
    return sorted(out.glob("*.docx"))


def test_its_letters_are_valid(letters):
    assert len(letters) == 4
    assert validators.audit(letters) == {}
    assert validators.sdk(letters) == {}
    assert {path.name: problems(path.read_bytes()) for path in letters} == {
        path.name: [] for path in letters
    }


def test_its_letters_say_what_they_said(letters, tmp_path):
    assert circgen("render", "--out", tmp_path, "--format", "docx").returncode == 0
    for path in letters:
        was = [each.text for each in Document(tmp_path / path.name).paragraphs]
        assert [each.text for each in Document(path).paragraphs] == was
        facts = next((ROOT / "data/meetings").glob(f"*-0{7 + 2 * ('0081' in path.name)}.yaml"))
        ended = circgen("compare", "--facts", facts, path)
        assert (ended.stdout, ended.returncode) == ("", 0), ended.stderr


def test_its_letters_have_its_style_numbers_and_language(letters, tmp_path):
    for path in letters:
        document = Document(path)
        style = document.styles["Circular Subject"]
        assert (style.font.color.rgb, style.font.size) == (RED, Pt(13))
        cell = document.tables[0].rows[-1].cells[-1]
        assert {each.style.name for each in cell.paragraphs} == {"Circular Subject"}
        language = "ru-RU" if path.name.endswith("R.docx") else "en-GB"
        assert f"<dc:language>{language}<" in part(path, "docProps/core.xml").decode()
    soffice("txt:Text (encoded):UTF8", tmp_path, letters[0], profile=tmp_path / "profile")
    told = tmp_path.joinpath(letters[0].with_suffix(".txt").name).read_text("utf-8-sig")
    numbers = re.findall(r"^ {4}(\d+) ", told, re.MULTILINE)
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) > 4


def test_one_that_lost_a_style_is_refused_by_its_name(restyled, tmp_path):
    templates = tmp_path / "templates"
    shutil.copytree(restyled, templates)
    document = Document(templates / "letterhead.docx")
    document.styles["Circular Bullet"].delete()
    document.save(templates / "letterhead.docx")
    ended = circgen("render", "--templates", templates, "--out", tmp_path / "out")
    assert ended.returncode == 1
    assert "letterhead.docx: error: " in ended.stderr
    assert 'style "Circular Bullet" is missing' in ended.stderr
    assert list(tmp_path.glob("out/*.docx")) == []
