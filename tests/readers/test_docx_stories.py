"""Headers, footers, notes, text boxes and content controls."""

import pytest
from readers.package import p, r, root, sheet, shown, tbl, tc, tr

from circgen.readers.sheet import Story


def hdr(text):
    return root("w:hdr", p(text))


def ftr(text):
    return root("w:ftr", p(text))


def section(*references, more=""):
    """Of (`header`, kind, relation); `more` are other properties."""
    inner = "".join(
        f'<w:{what}Reference w:type="{kind}" r:id="{name}"/>' for what, kind, name in references
    )
    return f"<w:sectPr>{inner}{more}</w:sectPr>"


def told(body, **parts):
    return [(line.story, line.text) for line in sheet(body, **parts).lines]


# --- headers and footers


def test_headers_come_first_and_footers_last():
    body = p("text") + section(("footer", "default", "f"), ("header", "default", "h"))
    assert told(body, margins={"h": hdr("top"), "f": ftr("bottom")}) == [
        ("header", "top"), ("body", "text"), ("footer", "bottom")
    ]  # fmt: skip


def test_a_line_of_a_header_has_no_paragraph_to_point_to():
    read = sheet(p("text") + section(("header", "default", "h")), margins={"h": hdr("top")})
    assert str(read.lines[0].at) == "letter.docx"


@pytest.mark.parametrize(
    ("more", "settings", "seen"),
    [
        ("", "", ["default"]),
        ("<w:titlePg/>", "", ["first", "default"]),
        ('<w:titlePg w:val="0"/>', "", ["default"]),
        ("", "<w:evenAndOddHeaders/>", ["default", "even"]),
        ("", '<w:evenAndOddHeaders w:val="false"/>', ["default"]),
        ("<w:titlePg/>", "<w:evenAndOddHeaders/>", ["first", "default", "even"]),
    ],
)
def test_headers_of_the_first_and_of_even_pages_are_read_where_they_are_shown(more, settings, seen):
    kinds = ("even", "default", "first")
    body = p("") + section(*(("header", kind, kind) for kind in kinds), more=more)
    assert shown(body, settings=settings, margins={kind: hdr(kind) for kind in kinds}) == seen


def test_a_header_of_many_sections_is_read_once():
    end = section(("header", "default", "h"))
    body = p("a", properties=end) + p("b", properties=end) + p("c") + end
    assert shown(body, margins={"h": hdr("top")}) == ["top", "a", "b", "c"]


def test_headers_that_say_the_same_are_read_once():
    first, second = (section(("header", "default", name)) for name in ("h1", "h2"))
    body = p("a", properties=first) + p("b") + second
    assert shown(body, margins={"h1": hdr("top"), "h2": hdr("top")}) == ["top", "a", "b"]


def test_a_section_has_the_first_header_of_the_one_before_it():
    first = section(("header", "first", "h"))
    body = p("a", properties=first) + p("b") + section(more="<w:titlePg/>")
    assert shown(body, margins={"h": hdr("top")}) == ["top", "a", "b"]


def test_a_header_that_no_section_refers_to_is_not_read():
    assert shown(p("a"), margins={"h": hdr("top")}) == ["a"]


def test_a_reference_to_nothing_is_passed_over():
    assert shown(p("a") + section(("header", "default", "nowhere"))) == ["a"]


# --- notes


def reference(kind, name, more=""):
    return f'<w:r><w:{kind}Reference w:id="{name}"/>{more}</w:r>'


def note(kind, name, *content):
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{name}">{p(mark, *content)}</w:{kind}>'


FOOTNOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    + note("footnote", 1, " one")
    + note("footnote", 2, " two")
)


def test_footnotes_follow_the_text_in_the_order_of_their_references():
    body = p("a", reference("footnote", 2), "b") + p(reference("footnote", 1))
    assert told(body, footnotes=FOOTNOTES) == [("body", "ab"), ("note", "two"), ("note", "one")]


def test_a_note_is_found_at_the_paragraph_that_refers_to_it():
    read = sheet(p("a") + p("b", reference("footnote", 1)), footnotes=FOOTNOTES)
    assert str(read.lines[-1].at) == "letter.docx:¶2"


def test_footnotes_and_endnotes_are_told_apart_though_their_numbers_are_the_same():
    body = p("a", reference("endnote", 1), reference("footnote", 1))
    endnotes = note("endnote", 1, "end")
    assert shown(body, footnotes=FOOTNOTES, endnotes=endnotes) == ["a", "end", "one"]


def test_a_note_that_nothing_refers_to_is_not_read():
    assert shown(p("a"), footnotes=FOOTNOTES) == ["a"]


def test_a_note_whose_reference_was_deleted_is_not_read():
    body = p("a", f"<w:del>{reference('footnote', 1)}</w:del>")
    assert shown(body, footnotes=FOOTNOTES) == ["a"]


def test_a_note_whose_reference_is_hidden_is_not_read():
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    assert shown(p("a", hidden), footnotes=FOOTNOTES) == ["a"]


def test_a_note_that_is_referred_to_twice_is_read_once():
    body = p("a", reference("footnote", 1), reference("footnote", 1))
    assert shown(body, footnotes=FOOTNOTES) == ["a", "one"]


def test_a_mark_of_a_notes_own_is_no_text():
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    assert shown(p("a", own, "b"), footnotes=FOOTNOTES) == ["ab", "one"]


def test_a_note_of_two_paragraphs_is_two_lines():
    long = f'<w:footnote w:id="1">{p("a")}{p("b")}</w:footnote>'
    assert shown(p("x", reference("footnote", 1)), footnotes=long) == ["x", "a", "b"]


# --- text boxes


def box(*blocks):
    return f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"


def drawn(content):
    return f"<w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>"


def old(content):
    return f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"


@pytest.mark.parametrize("shape", [drawn, old])
def test_a_text_box_follows_the_paragraph_that_it_hangs_on(shape):
    body = p("a", f"<w:r>{shape(box(p('boxed')))}</w:r>", "b") + p("c")
    read = sheet(body)
    assert [(line.story, line.text, line.at.paragraph) for line in read.lines] == [
        ("body", "ab", 1), ("box", "boxed", 1), ("body", "c", 2)
    ]  # fmt: skip


def test_a_text_box_that_is_written_down_twice_is_read_once():
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawn(box(p("new")))}</mc:Choice>'
        f"<mc:Fallback>{old(box(p('old')))}</mc:Fallback></mc:AlternateContent>"
    )
    assert shown(p("a", f"<w:r>{both}</w:r>")) == ["a", "new"]


def test_a_text_box_may_hang_on_a_paragraph_without_text():
    assert told(p(f"<w:r>{drawn(box(p('a')))}</w:r>")) == [("box", "a")]


def test_a_text_box_may_hold_a_table():
    (line,) = sheet(p(f"<w:r>{drawn(box(tbl(tr(tc('a')))))}</w:r>")).lines
    assert (line.story, line.cell) == (Story.BOX, (0, 0, 0))


def test_a_text_box_in_a_cell_stands_after_the_text_of_that_cell():
    body = tbl(tr(tc(p("a", f"<w:r>{drawn(box(p('boxed')))}</w:r>")), tc("b")))
    assert shown(body) == ["a", "boxed", "b"]


def test_a_text_box_that_was_deleted_is_not_read():
    assert shown(p("a", f"<w:del><w:r>{drawn(box(p('b')))}</w:r></w:del>")) == ["a"]


def test_a_text_box_in_a_hidden_run_is_not_read():
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr>{drawn(box(p('b')))}<w:t>c</w:t></w:r>"
    assert shown(p("a", hidden)) == ["a"]


def test_text_in_a_run_after_its_box_is_read():
    assert shown(p(f"<w:r>{drawn(box(p('b')))}<w:t>a</w:t></w:r>")) == ["a", "b"]


def test_a_text_box_in_a_header_belongs_to_the_header():
    header = root("w:hdr", p("top", f"<w:r>{drawn(box(p('boxed')))}</w:r>"))
    body = p("a") + section(("header", "default", "h"))
    assert told(body, margins={"h": header})[:2] == [("header", "top"), ("header", "boxed")]


def test_a_box_within_a_box_is_read():
    inner = p("b", f"<w:r>{old(box(p('c')))}</w:r>")
    assert shown(p("a", f"<w:r>{old(box(inner))}</w:r>") + p("d")) == ["a", "b", "c", "d"]


# --- content controls


def sdt(content, properties=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_text_in_a_content_control_is_text_wherever_it_stands():
    body = sdt(p("a")) + p("b", sdt(r("c")), "d") + sdt(sdt(p("e")))
    assert shown(body) == ["a", "bcd", "e"]


@pytest.mark.parametrize(
    "body",
    [
        p("a", sdt(r("Click here"), "<w:showingPlcHdr/>"), "b"),
        sdt(p("Choose a date"), "<w:showingPlcHdr/>") + p("ab"),
        tbl(tr(sdt(tc("Name"), "<w:showingPlcHdr/>"), tc("ab"))),
    ],
)
def test_what_a_content_control_asks_to_type_is_no_text(body):
    assert shown(body) == ["ab"]


def test_a_content_control_that_was_filled_in_is_text():
    assert shown(p(sdt(r("a"), '<w:showingPlcHdr w:val="0"/>'))) == ["a"]
