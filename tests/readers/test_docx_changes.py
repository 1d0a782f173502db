"""Tracked changes: insertions are in, deletions are out, and people are told."""

import pytest
from readers.package import docx, p, r, root, sheet, shown, tbl, tc, tr

from circgen.readers.docx import read_docx


def ins(content):
    return f'<w:ins w:id="1" w:author="a">{content}</w:ins>'


def gone(text):
    return f'<w:del w:id="2" w:author="a"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


MARK_GONE = '<w:rPr><w:del w:id="3" w:author="a"/></w:rPr>'


def numbered(properties):
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{properties}'


LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def test_what_was_inserted_is_read_and_what_was_deleted_is_not():
    assert shown(p("at ", gone("11"), ins(r("13")), " hours")) == ["at 13 hours"]


def test_text_that_was_deleted_as_plain_text_is_out_too():
    body = p("a", f'<w:del w:id="1">{r("b")}</w:del>', "c")
    assert shown(body) == ["ac"]


def test_what_was_moved_is_read_at_its_new_place_alone():
    body = p(f"<w:moveFrom>{r('moved')}</w:moveFrom>", "a ") + p(
        "b ", f"<w:moveTo>{r('moved')}</w:moveTo>"
    )
    assert shown(body) == ["a ", "b moved"]


def test_an_insertion_that_was_deleted_again_is_out():
    assert shown(p("a", ins(gone("b")), "c")) == ["ac"]


def test_a_field_that_was_deleted_leaves_the_others_whole():
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    body = p(f"<w:del>{begin}{r('x')}{end}</w:del>", "text")
    assert shown(body) == ["text"]


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next(mark):
    body = p("one ", properties=f"<w:rPr><w:{mark}/></w:rPr>") + p("two")
    (line,) = sheet(body).lines
    assert (line.text, str(line.at)) == ("one two", "letter.docx:¶1")


def test_a_paragraph_that_was_deleted_leaves_the_next_at_its_place():
    (line,) = sheet(p(gone("one"), properties=MARK_GONE) + p("two")).lines
    assert (line.text, str(line.at)) == ("two", "letter.docx:¶2")


def test_paragraphs_that_were_joined_have_the_number_of_the_last():
    body = p("a", properties=numbered("")) + p("b ", properties=numbered(MARK_GONE))
    body += p("c", properties=numbered("")) + p("d", properties=numbered(""))
    lines = sheet(body, numbering=LIST).lines
    assert [f"{line.mark} {line.text}" for line in lines] == ["1. a", "2. b c", "3. d"]


def test_a_deleted_item_of_a_list_is_not_counted():
    body = p("a", properties=numbered("")) + p(gone("b"), properties=numbered(MARK_GONE))
    body += p("c", properties=numbered(""))
    assert [line.mark for line in sheet(body, numbering=LIST).lines] == ["1.", "2."]


def test_a_paragraph_whose_mark_was_deleted_does_not_go_on_in_a_table():
    body = p("one", properties=MARK_GONE) + tbl(tr(tc("two"))) + p("three")
    assert shown(body) == ["one", "two", "three"]


def test_a_deleted_item_with_a_text_box_is_not_counted():
    box = f"<w:r><w:pict><w:txbxContent>{p('boxed')}</w:txbxContent></w:pict></w:r>"
    body = p(box, properties=numbered(MARK_GONE)) + tbl(tr(tc("a")))
    assert [(line.mark, line.text) for line in sheet(body, numbering=LIST).lines] == [
        ("", "boxed"), ("", "a")
    ]  # fmt: skip


def test_the_last_paragraph_of_a_document_ends_even_without_its_mark():
    assert shown(p("one", properties=MARK_GONE)) == ["one"]


def test_a_row_that_was_deleted_is_out_and_one_that_was_inserted_is_in():
    body = tbl(tr(tc("a")), tr(tc("b"), properties="<w:del/>"), tr(tc("c"), properties="<w:ins/>"))
    lines = sheet(body).lines
    assert [(line.text, line.cell.row) for line in lines] == [("a", 0), ("c", 1)]


def test_a_cell_that_was_deleted_is_out():
    assert shown(tbl(tr(tc("a"), tc("b", properties="<w:cellDel/>")))) == ["a"]


def test_what_properties_were_before_is_not_looked_at():
    before = "<w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange>"
    read = sheet(p("one", properties=before) + p("two"))
    assert [line.text for line in read.lines] == ["one", "two"]
    assert read.findings == ()


def test_tracked_changes_are_one_warning_at_the_first_of_them():
    (finding,) = sheet(p("a") + p(gone("b"), ins(r("c"))) + p(ins(r("d")))).findings
    assert str(finding.location) == "letter.docx:¶2"
    assert (finding.rule, finding.level) == ("tracked-changes", "warning")
    assert finding.message == "3 tracked changes in `letter.docx`, read as if accepted"
    assert finding.help == (
        "accept or reject them in Word (Review, Changes), so that everybody reads the same"
    )


def test_a_single_tracked_change_is_counted_as_one():
    (finding,) = sheet(p(ins(r("a")))).findings
    assert finding.message == "1 tracked change in `letter.docx`, read as if accepted"


@pytest.mark.parametrize(
    "body",
    [
        p("a", properties=MARK_GONE) + p("b"),
        tbl(tr(tc("a"), properties="<w:ins/>")),
        tbl(tr(tc("a"), tc("b", properties="<w:cellIns/>"))),
    ],
)
def test_a_change_of_a_mark_a_row_or_a_cell_is_a_change(body):
    assert [finding.rule for finding in sheet(body).findings] == ["tracked-changes"]


def test_a_change_in_a_header_is_a_change_of_the_document():
    header = root("w:hdr", p("a", ins(r("b"))))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>'
    read = read_docx(docx(p("c") + section, margins={"h1": header}), "x.docx")
    assert [line.text for line in read.lines] == ["ab", "c"]
    assert [str(finding.location) for finding in read.findings] == ["x.docx"]


def test_a_document_without_changes_has_no_warning():
    assert sheet(p("a")).findings == ()
