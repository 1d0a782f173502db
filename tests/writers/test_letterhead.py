"""Letterheads that Word has changed, that are broken, and the script that makes one."""

import io
import re
import runpy
import subprocess
import sys
import zipfile

import pytest
from writers.conftest import ROOT
from writers.example import ANNEXED
from writers.reading import Opened

from circgen.findings import FindingsError
from circgen.writers.docx import Letterhead, docx
from circgen.writers.docx.markup import parse
from circgen.writers.docx.styles import Role

SCRIPT = ROOT / "scripts" / "make_letterhead.py"


def changed(data, part, old, new):
    """The package with bytes of one part, or of all, replaced; `old` is a regular expression."""
    buffer = io.BytesIO()
    hits = 0
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        for info in before.infolist():
            contents = before.read(info)
            if part in ("*", info.filename):
                contents, count = re.subn(old.encode(), new, contents)
                hits += count
            after.writestr(info.filename, contents)
    assert hits
    return buffer.getvalue()


def messages(data):
    """What is found wrong with the bytes of a letterhead."""
    with pytest.raises(FindingsError) as caught:
        Letterhead.of(data, "letterhead.docx")
    assert {each.rule for each in caught.value.findings} == {"letterhead"}
    assert {each.location.file for each in caught.value.findings} == {"letterhead.docx"}
    return [each.message for each in caught.value.findings]


@pytest.fixture(scope="session")
def original(letterhead_file):
    return letterhead_file.read_bytes()


def without(original, *names):
    """The letterhead whose styles of these names are called otherwise."""
    for name in names:
        original = changed(
            original, "word/styles.xml", f'w:name w:val="{name}"', b'w:name w:val="x"'
        )
    return original


def test_styles_are_found_by_name_whatever_their_ids(original):
    def localized(found):
        return found[1] + "Стиль".encode() + found[2][::-1] + b'"'

    ids = '(w:(?:styleId|pStyle w:val|basedOn w:val)=")([^"]+)"'
    data = changed(original, "*", ids, localized)
    opened = Opened(docx(ANNEXED, Letterhead.of(data, "letterhead.docx")))
    plain = Opened(docx(ANNEXED, Letterhead.of(original, "letterhead.docx")))
    assert opened.lines() == plain.lines()
    assert "СтильhpargaraPralucriC" in opened.styles


def test_names_of_built_in_styles_may_have_capitals(original):
    data = changed(original, "word/styles.xml", 'w:val="heading 1"', b'w:val="Heading 1"')
    assert Letterhead.of(data, "x").styles[Role.HEADING_1].id == "Heading1"


@pytest.mark.parametrize("role", Role)
def test_a_missing_style_is_named(original, role):
    assert messages(without(original, role)) == [f'style "{role}" is missing']


def test_all_missing_styles_are_named_at_once(original):
    assert messages(without(original, Role.BULLET, Role.TABLE)) == [
        'style "Circular Bullet" is missing',
        'style "Circular Table" is missing',
    ]


def test_a_style_of_another_kind_is_named(original):
    data = changed(
        original,
        "word/styles.xml",
        'w:type="character"( w:styleId="Strong")',
        rb'w:type="paragraph"\1',
    )
    assert messages(data) == ['style "Strong" is a paragraph style, not a character style']


def test_a_list_style_without_numbering_is_named(original):
    data = changed(original, "word/styles.xml", "<w:numPr><w:numId w:val=.3./></w:numPr>", b"")
    assert messages(data) == ['style "Circular Bullet" has no numbering']


def test_a_list_that_does_not_exist_is_named(original):
    data = changed(original, "word/styles.xml", '<w:numId w:val="3"', b'<w:numId w:val="33"')
    assert messages(data) == ['the numbering of style "Circular Bullet" is missing']


def test_a_footer_without_a_place_for_the_address_is_named(original):
    data = changed(original, "word/footer1.xml", 'w:val="CircularFooter"', b'w:val="Footer"')
    assert messages(data) == ['no footer has a paragraph with the style "Circular Footer"']


def test_a_header_without_a_place_for_the_running_head_is_named(original):
    data = changed(original, "word/header1.xml", 'w:val="CircularRunningHead"', b'w:val="Header"')
    assert messages(data) == ['no header has a paragraph with the style "Circular Running Head"']


def test_a_strict_document_is_refused_with_what_to_do(original):
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = changed(
        original, "*", "http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict
    )
    assert messages(data) == ['not in the usual format of Word: save it as "Word document (.docx)"']


def test_a_page_without_section_properties_is_named(original):
    data = changed(original, "word/document.xml", "<w:sectPr>.*</w:sectPr>", b"")
    assert messages(data) == ["says nothing about its page: the section properties are missing"]


def test_a_document_type_is_refused(original):
    declared = rb'\1<!DOCTYPE w:styles [<!ENTITY a "a">]>'
    data = changed(original, "word/styles.xml", r"(<\?xml.*\?>)", declared)
    assert messages(data) == ["not a DOCX file: has a document type declaration"]


@pytest.mark.parametrize("data", [b"", b"hello", b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_a_file_of_another_kind_is_refused(data):
    assert messages(data) == ["not a DOCX file: not a ZIP file"]


def test_a_zip_of_another_kind_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("a.txt", "a")
    assert messages(buffer.getvalue()) == ["not a DOCX file: it is a ZIP file of another kind"]


def test_a_file_that_is_not_there_is_a_finding(tmp_path):
    with pytest.raises(FindingsError, match="can't be read: No such file"):
        Letterhead.open(tmp_path / "none.docx")


def test_a_file_that_breaks_off_is_a_finding(original):
    for length in range(0, len(original) - 1, 101):
        assert messages(original[:length])


def test_a_damaged_file_is_read_or_a_finding(original):
    refused = 0
    for place in range(0, len(original), 37):
        data = bytearray(original)
        data[place] ^= 0x55
        try:
            Letterhead.of(bytes(data), "x")
        except FindingsError:
            refused += 1
    assert refused


def test_direct_formatting_in_a_footer_stays_and_direction_comes_in_its_place(original):
    from writers.example import ARABIC

    formatted = rb'\1<w:keepNext/><w:spacing w:before="7"/><w:jc w:val="right"/>'
    data = changed(original, "word/footer1.xml", '(<w:pStyle w:val="CircularFooter"/>)', formatted)
    footer = Opened(docx(ARABIC, Letterhead.of(data, "x"))).root("word/footer1.xml")
    assert [each.tag.rpartition("}")[2] for each in footer[0][0]] == [
        *("pStyle", "keepNext", "bidi", "spacing", "jc")
    ]


def test_a_letter_may_serve_as_letterhead(original):
    letter = docx(ANNEXED, Letterhead.of(original, "x"))
    again = docx(ANNEXED, Letterhead.of(letter, "letter.docx"))
    assert Opened(again).lines() == Opened(letter).lines()


def test_a_main_part_of_another_name_is_found(original):
    data = original
    for part in ("[Content_Types].xml", "_rels/.rels"):
        data = changed(data, part, r"word/document\.xml", b"word/document2.xml")
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            after.writestr(name.replace("document.xml", "document2.xml"), before.read(name))
    letter = docx(ANNEXED, Letterhead.of(buffer.getvalue(), "x"))
    assert b"Dear Sir/Madam," in zipfile.ZipFile(io.BytesIO(letter)).read("word/document2.xml")


# The script


def test_the_script_gives_the_same_usable_bytes_every_time(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    made = [runpy.run_path(str(SCRIPT))["letterhead"]() for _ in range(2)]
    assert made[0] == made[1]
    assert Letterhead.of(made[0], "x").width == 9752


def test_the_script_leaves_a_file_that_is_there_alone_unless_forced(tmp_path):
    file = tmp_path / "letterhead.docx"
    file.write_text("mine")
    command = [sys.executable, str(SCRIPT), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, file.read_text()) == (1, "mine")
    assert done.stderr == f"{file} is there already; --force overwrites it\n"
    assert subprocess.run([*command, "--force"], cwd=ROOT, check=False).returncode == 0
    assert Letterhead.open(file).width == 9752


def test_elements_know_where_they_begin_and_end_with_and_without_contents():
    data = b'<a><b><c x="/>"/></b><c></c>t</a>'
    found = [
        (data[each.start : each.end], data[each.inside : each.close]) for each in parse(data).walk()
    ]
    assert found == [
        (data, data[3:-4]),
        (b'<b><c x="/>"/></b>', b'<c x="/>"/>'),
        (b'<c x="/>"/>', b""),
        (b"<c></c>", b""),
    ]
