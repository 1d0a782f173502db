"""The file itself: its bytes and parts, and what it costs to make."""

import io
import subprocess
import sys
import zipfile

import pytest
from writers.conftest import ROOT
from writers.example import ENGLISH, png
from writers.reading import Opened, R, W

from circgen.writers.docx import Letterhead, docx
from circgen.writers.docx.package import Entry, PackageError, read, write


def test_the_same_circular_gives_the_same_bytes(circular, letterhead):
    assert docx(circular, letterhead) == docx(circular, letterhead)


def test_no_entry_has_a_time_and_all_are_whole(circular, letterhead):
    package = zipfile.ZipFile(io.BytesIO(docx(circular, letterhead)))
    assert package.testzip() is None
    assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert package.namelist()[0] == "[Content_Types].xml"


def test_parts_that_no_letter_changes_stay_byte_for_byte(letterhead, letterhead_file):
    letter = {each.name: each for each in read(docx(ENGLISH, letterhead))}
    before = {each.name: each for each in read(letterhead_file.read_bytes())}
    for name in ("word/theme/theme1.xml", "word/settings.xml", "word/fontTable.xml", "_rels/.rels"):
        assert letter[name] == before[name]
    assert set(letter) == set(before)


def test_the_styles_stay_but_for_the_language_of_the_document(letterhead, letterhead_file):
    before = Opened(letterhead_file.read_bytes()).zip.read("word/styles.xml").decode()
    after = Opened(docx(ENGLISH, letterhead)).zip.read("word/styles.xml").decode()
    named = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="en-GB"/>'
    assert after.count(named) == 1
    assert f"{named}</w:rPr></w:rPrDefault>" in after
    assert after.replace(named, "") == before


def test_the_language_of_a_letterhead_gives_way_to_that_of_the_letter(letterhead_file):
    parts = {each.name: each for each in read(letterhead_file.read_bytes())}
    styles = parts["word/styles.xml"].data()
    german = styles.replace(
        b"</w:rPr></w:rPrDefault>", b'<w:lang w:val="de-DE"/></w:rPr></w:rPrDefault>'
    )
    assert german != styles
    parts["word/styles.xml"] = Entry.of("word/styles.xml", german)
    letter = docx(ENGLISH, Letterhead.of(write(parts.values()), "letterhead.docx"))
    own = Opened(docx(ENGLISH, Letterhead.open(letterhead_file)))
    assert Opened(letter).zip.read("word/styles.xml") == own.zip.read("word/styles.xml")


def test_what_the_letterhead_says_of_itself_is_gone(letterhead):
    application = Opened(docx(ENGLISH, letterhead)).zip.read("docProps/app.xml")
    assert b"<Application>circgen</Application>" in application


# The logo


def test_a_logo_stands_before_the_letterhead_with_its_description(letterhead):
    opened = Opened(docx(ENGLISH, letterhead, logo=png(300, 100)))
    drawing = next(opened.body.iter("{*}inline"))
    assert drawing.find("{*}docPr").get("descr") == "Logo of the Union"
    blip = next(drawing.iter("{*}blip"))
    kind, target, _ = opened.relations()[blip.get(R + "embed")]
    assert kind == "image"
    assert opened.zip.read(f"word/{target}") == png(300, 100)
    assert b'Extension="png"' in opened.zip.read("[Content_Types].xml")
    assert opened.body[0].tag == W + "tbl"
    assert next(name for name, _, _ in opened.lines()) == "Circular Letterhead"


@pytest.mark.parametrize(
    ("pixels", "emu"),
    [
        ((40, 20), (381_000, 190_500)),  # at 96 to the inch
        ((3000, 1500), (1_440_000, 720_000)),  # 20 mm high
        ((9000, 90), (3_078_480, 30_785)),  # half the text wide
    ],
)
def test_a_logo_keeps_its_proportions_within_its_limits(letterhead, pixels, emu):
    assert letterhead.width == 9752
    extent = next(Opened(docx(ENGLISH, letterhead, logo=png(*pixels))).body.iter("{*}extent"))
    assert int(extent.get("cx")) == pytest.approx(emu[0], abs=18_000)
    assert int(extent.get("cy")) == pytest.approx(emu[1], abs=200)


@pytest.mark.parametrize("logo", [b"", b"GIF89a", png(10, 10)[:20], png(0, 10)])
def test_a_logo_that_is_no_png_is_refused(letterhead, logo):
    with pytest.raises(ValueError, match="the logo"):
        docx(ENGLISH, letterhead, logo=logo)


# The container


def test_the_package_reads_what_zipfile_writes():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("a/", "")
        package.writestr("a/ж.xml", "x" * 999, zipfile.ZIP_DEFLATED)
        package.writestr("b.xml", "y", zipfile.ZIP_STORED)
        package.comment = b"a comment"
    assert [(each.name, each.data()) for each in read(buffer.getvalue())] == [
        ("a/ж.xml", b"x" * 999),
        ("b.xml", b"y"),
    ]


def test_zipfile_reads_what_the_package_writes():
    data = write([Entry.of("a/ж.xml", b"x" * 999), Entry.of("b.xml", b"")])
    package = zipfile.ZipFile(io.BytesIO(data))
    assert [(name, package.read(name)) for name in package.namelist()] == [
        ("a/ж.xml", b"x" * 999),
        ("b.xml", b""),
    ]


def test_damaged_contents_are_noticed():
    entry = Entry.of("a.xml", b"contents")
    with pytest.raises(PackageError, match=r"a\.xml is damaged"):
        Entry(entry.name, entry.method, entry.crc ^ 1, entry.size, entry.stored).data()


def test_importing_the_writers_imports_no_library():
    program = (
        "import sys, circgen.writers.docx, circgen.writers.text;"
        "print({'docx', 'lxml', 'zipfile', 'jinja2', 'babel', 'yaml'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "set()\n"
