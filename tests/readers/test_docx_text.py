"""What stands in the runs of a paragraph, as Word shows it."""

import pytest
from readers.package import docx, p, r, sheet, shown

from circgen.readers.docx import read_docx

VANISH = "<w:vanish/>"
HIDING = (
    '<w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Heir"><w:basedOn w:val="Hidden"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Shown"><w:basedOn w:val="Hidden"/>'
    '<w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="character" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
)


def char(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction, result=""):
    separator = char("separate") + result if result else ""
    return f"{char('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separator}{char('end')}"


# --- runs


def test_a_word_split_over_runs_is_one_word():
    assert shown(p("Gen", r("e", "<w:b/>"), "va")) == ["Geneva"]


def test_spaces_at_the_ends_of_a_text_count_only_where_the_document_says_so():
    body = "<w:p><w:r><w:t> one </w:t><w:t xml:space='preserve'> two </w:t></w:r></w:p>"
    assert shown(body) == ["one two "]


def test_a_line_break_in_the_markup_of_a_text_is_a_space():
    assert shown(p("one\ntwo")) == ["one two"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<w:tab/>", "a\tb"),
        ('<w:ptab w:alignment="right"/>', "a\tb"),
        ("<w:br/>", "a\nb"),
        ("<w:cr/>", "a\nb"),
        ("<w:noBreakHyphen/>", "a\N{NON-BREAKING HYPHEN}b"),
        ("<w:softHyphen/>", "ab"),
        ("<w:t>\N{SOFT HYPHEN}</w:t>", "ab"),
        ("<w:lastRenderedPageBreak/>", "ab"),
    ],
)
def test_a_sign_that_is_an_element_is_the_character_it_stands_for(markup, text):
    assert shown(p("a", f"<w:r>{markup}</w:r>", "b")) == [text]


def test_a_tab_stop_is_no_tab():
    assert shown(p("a", properties='<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>')) == ["a"]


def test_a_page_break_at_the_edge_of_a_paragraph_leaves_no_trace():
    page = '<w:r><w:br w:type="page"/></w:r>'
    assert shown(p(page, "text", page) + p(page)) == ["text"]


def test_a_page_break_between_words_keeps_them_apart():
    assert shown(p("one", '<w:r><w:br w:type="page"/></w:r>', "two")) == ["one\ntwo"]


def test_a_number_typed_by_hand_stays_in_the_text():
    (line,) = sheet(p("4", "<w:r><w:tab/></w:r>", "Registration")).lines
    assert (line.mark, line.text) == ("", "4\tRegistration")


@pytest.mark.parametrize(
    ("font", "code", "text"),
    [
        ("Symbol", "F0B7", "\N{BULLET}"),
        ("Symbol", "B7", "\N{BULLET}"),
        ("Symbol", "F0B0", "\N{DEGREE SIGN}"),
        ("Symbol", "F031", "1"),
        ("Wingdings", "F0A7", "\N{BULLET}"),
        ("Wingdings 2", "F097", "\uf097"),
        ("Arial", "00E9", "\N{LATIN SMALL LETTER E WITH ACUTE}"),
        ("Arial", "no number", ""),
        ("Arial", "D800", ""),
    ],
)
def test_a_symbol_is_its_character_and_a_bullet_where_it_serves_as_one(font, code, text):
    assert shown(p("x", f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>')) == [f"x{text}"]


@pytest.mark.parametrize("case", ["<w:caps/>", "<w:smallCaps/>"])
def test_capitals_that_are_only_a_look_are_no_other_letters(case):
    assert shown(p(r("Geneva", case))) == ["Geneva"]


@pytest.mark.parametrize(
    "wrapper",
    [
        '<w:hyperlink r:id="r9">{}</w:hyperlink>',
        '<w:smartTag w:element="place">{}</w:smartTag>',
        '<w:customXml w:element="place">{}</w:customXml>',
        '<w:dir w:val="rtl">{}</w:dir>',
        '<w:bdo w:val="rtl">{}</w:bdo>',
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
        "<m:oMathPara><m:oMath>{}</m:oMath></m:oMathPara>",
    ],
)
def test_text_in_a_wrapper_is_text(wrapper):
    assert shown(p("a", wrapper.format(r("b")), "c")) == ["abc"]


def test_a_formula_is_its_characters():
    formula = "<m:oMath><m:f><m:num><m:r><m:t>x</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    assert shown(p(formula)) == ["x2"]


def test_of_a_word_with_its_pronunciation_the_word_is_read():
    ruby = f"<w:r><w:ruby><w:rt>{r('juku')}</w:rt><w:rubyBase>{r('塾')}</w:rubyBase></w:ruby></w:r>"
    assert shown(p(ruby, "!")) == ["塾!"]


def test_comments_are_not_text():
    marks = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/>'
    assert shown(p(marks.format(r("a")), '<w:r><w:commentReference w:id="0"/></w:r>')) == ["a"]


# --- hidden text


@pytest.mark.parametrize(
    "properties",
    [
        VANISH,
        '<w:vanish w:val="true"/>',
        '<w:rStyle w:val="Hidden"/>',
        '<w:rStyle w:val="Heir"/>',
    ],
)
def test_hidden_text_is_left_out(properties):
    assert shown(p("a", r("b", properties), "c"), styles=HIDING) == ["ac"]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:vanish w:val="false"/>',
        '<w:rStyle w:val="Hidden"/><w:vanish w:val="0"/>',
        "<w:webHidden/>",
        '<w:rStyle w:val="Shown"/>',
        '<w:rStyle w:val="A"/>',
        '<w:rStyle w:val="Nowhere"/>',
        "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>",
    ],
)
def test_text_that_is_not_hidden_after_all_is_read(properties):
    assert shown(p("a", r("b", properties), "c"), styles=HIDING) == ["abc"]


def test_a_paragraph_is_hidden_by_its_style():
    assert shown(p("a", properties='<w:pStyle w:val="Secret"/>') + p("b"), styles=HIDING) == ["b"]


def test_styles_of_paragraph_and_run_that_both_hide_cancel_each_other():
    """Word treats hiding as a switch between styles."""
    run = r("seen", '<w:rStyle w:val="Hidden"/>')
    mark = "<w:rPr><w:vanish w:val='0'/></w:rPr>"
    body = p("unseen", run, properties=f'<w:pStyle w:val="Secret"/>{mark}')
    assert shown(body, styles=HIDING) == ["seen"]


def test_a_paragraph_whose_mark_is_hidden_goes_on_in_the_next():
    body = p("one ", properties=f"<w:rPr>{VANISH}</w:rPr>") + p("two")
    assert shown(body) == ["one two"]


def test_what_follows_a_hidden_run_without_properties_is_seen():
    body = p(
        r("a", VANISH), "<w:r><w:t>b</w:t></w:r>", "<m:oMath><m:r><m:t>c</m:t></m:r></m:oMath>"
    )
    assert shown(body) == ["bc"]


def test_a_hidden_piece_of_a_formula_hides_nothing_else():
    hidden = f"<m:r><w:rPr>{VANISH}</w:rPr><m:t>a</m:t></m:r>"
    control = f"<m:ctrlPr><w:rPr>{VANISH}</w:rPr></m:ctrlPr>"
    shown_piece = "<m:r><m:t>{}</m:t></m:r>"
    formula = hidden + shown_piece.format("b") + control + shown_piece.format("c")
    assert shown(p(f"<m:oMath>{formula}</m:oMath>")) == ["bc"]


# --- fields


def test_of_a_field_its_result_is_read():
    assert shown(p("on ", field("DATE", r("15 October")), ".")) == ["on 15 October."]


def test_a_field_without_a_result_shows_nothing():
    assert shown(p("a", field("XE index"), "b")) == ["ab"]


def test_a_field_within_the_instruction_of_another_shows_nothing():
    inner = field("MERGEFIELD n", r("inner"))
    outer = f"{char('begin')}{inner}{char('separate')}{r('outer')}{char('end')}"
    assert shown(p(outer, "!")) == ["outer!"]


def test_a_field_within_the_result_of_another_is_read():
    assert shown(p(field("TOC", r("Page ") + field("PAGEREF", r("3"))))) == ["Page 3"]


def test_a_result_goes_over_paragraphs():
    body = p(char("begin"), char("separate"), "one") + p("two", char("end"), " three")
    assert shown(body) == ["one", "two three"]


def test_text_after_a_field_that_never_ends_is_said_to_be_unread():
    read = sheet(p("before") + p(char("begin"), "after"))
    assert [line.text for line in read.lines] == ["before"]
    (finding,) = read.findings
    assert str(finding.location) == "letter.docx:¶2"
    assert (finding.rule, finding.level) == ("unread-text", "warning")
    assert finding.message == "a field begins that does not end: what follows it is not read"


def test_an_end_without_a_field_is_passed_over():
    assert shown(p(char("end"), char("separate"), "text")) == ["text"]


def test_of_a_list_to_choose_from_what_was_chosen_is_read():
    data = '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Mr"/><w:listEntry w:val="Ms"/></w:ddList></w:ffData>'
    start = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    assert shown(p("Dear ", start, char("end"), " Smith")) == ["Dear Ms Smith"]


# --- places


def test_paragraphs_are_counted_with_those_that_are_empty():
    read = sheet(p("a") + p() + p("b"))
    assert [str(line.at) for line in read.lines] == ["letter.docx:¶1", "letter.docx:¶3"]


@pytest.mark.parametrize("space", [" ", "\N{NO-BREAK SPACE}", "\N{SOFT HYPHEN}"])
def test_a_paragraph_of_spaces_is_no_line(space):
    assert shown(p("a") + p(space)) == ["a"]


def test_a_file_embedded_in_a_document_is_said_to_be_unread():
    read = sheet(p("a") + '<w:altChunk r:id="r5"/>')
    (finding,) = read.findings
    assert finding.message == "another file is embedded here, and its text is not read"


def test_the_same_document_is_read_the_same_twice():
    data = docx(p("a", field("DATE", r("b"))), styles=HIDING)
    assert read_docx(data, "x.docx") == read_docx(data, "x.docx")


def test_a_document_with_styles_that_hide_nothing_is_read():
    styles = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
    assert shown(p("a"), styles=styles) == ["a"]
