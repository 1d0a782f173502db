"""What a reader finds in the letter: its words, numbers, links, languages and looks."""

import io
import re
from datetime import UTC, datetime

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from writers.example import (
    ANNEXED,
    ARABIC,
    CHINESE,
    DRAFT,
    ENGLISH,
    EVENT,
    EXAMPLES,
    RUSSIAN,
    SITE,
    line,
    paragraph,
)
from writers.reading import Opened, R, W, text_of, unmarked

from circgen.document import Entry, Paragraph, Run
from circgen.writers.docx import docx
from circgen.writers.text import text

ARABIC_LETTER = re.compile("[\u0600-\u06ff]")
LATIN_OR_FIGURE = re.compile("[A-Za-z0-9]")


@pytest.fixture
def opened(circular, letterhead):
    return Opened(docx(circular, letterhead))


def saying(runs, letterhead, letter=ENGLISH):
    """The letter that says nothing but this, opened."""
    only = letter._replace(paragraphs=(paragraph(1, "opening", Paragraph(runs)),))
    return Opened(docx(only, letterhead))


def numbered(opened):
    return [each for each in opened.lines() if each[0] == "Circular Paragraph"]


def test_the_words_and_numbers_are_those_of_the_text_in_the_same_order(circular, opened):
    words = "\n".join(f"{mark} {unmarked(said)}" for _, mark, said in opened.lines())
    as_text = text(circular)
    for address in (SITE, EVENT):
        as_text = as_text.replace(f" ({address})", "")
    assert (words + " " + circular.footer).split() == as_text.split()


def test_every_part_has_the_style_of_its_name(letterhead):
    named = [name for name, _, _ in Opened(docx(DRAFT, letterhead)).lines()]
    assert [name for at, name in enumerate(named) if name != named[at - 1]] == [
        "Circular Draft",
        "Circular Letterhead",
        "Circular Dateline",
        "Circular Label",
        "Circular Value",
        "Circular Label",
        "Circular Recipient",
        "Circular Label",
        "Circular Recipient",
        *["Circular Label", "Circular Value"] * 3,
        "Circular Label",
        "Circular Subject",
        "Circular Salutation",
        "Circular Paragraph",
        "Circular Continuation",
        "Circular Paragraph",
        "Circular Bullet",
        "Circular Continuation",
        "Circular Paragraph",
        "Circular Closing",
        "Circular Signed",
        "Circular Signature",
    ]


def test_annexes_are_set_in_real_headings_tables_and_lists(letterhead):
    lines = Opened(docx(ANNEXED, letterhead)).lines()
    start = [name for name, _, _ in lines].index("Circular Annex Heading")
    assert lines[start - 1 : start + 19] == [
        ("Circular Annex Note", "", "Annexes: 2"),
        ("Circular Annex Heading", "", "ANNEX 1\n(to TSB Circular 81)"),
        ("Circular Annex Title", "", "Practical information"),
        ("heading 1", "", "Deadlines"),
        ("Circular Annex Text", "", "The deadlines are counted back from the opening:"),
        ("Circular Table Heading", "", "Deadline"),
        ("Circular Table Heading", "", "What is due by then"),
        ("Circular Table Text", "", "30 August 2025"),
        ("Circular Table Text", "", "Contributions that are to be translated"),
        ("Circular Table Text", "", "18 October 2025"),
        ("Circular Table Text", "", "Other contributions"),
        ("Circular Table Text", "", "19 October 2025"),
        ("heading 2", "", "How to connect"),
        ("Circular Item", "1.", "Register."),
        ("Circular Item", "2.", "Wait for the link."),
        ("heading 3", "", "If that fails"),
        ("Circular Item", "1.", "Write to the secretariat."),
        ("Circular Item", "2.", "Try again."),
        ("Circular Bullet", "•", "a bullet in an annex"),
        ("Circular Annex Heading", "", "ANNEX 2\n(to TSB Circular 81)"),
    ]


def test_paragraphs_are_numbered_without_a_full_stop(letterhead):
    marks = [mark for _, mark, _ in numbered(Opened(docx(ENGLISH, letterhead)))]
    assert marks == ["1", "2", "3", "4", "5", "6", "7"]


def test_numbers_start_where_the_first_paragraph_says(letterhead):
    later = ENGLISH._replace(paragraphs=(paragraph(4, "a", "x"), paragraph(5, "b", "y")))
    marks = [mark for _, mark, _ in numbered(Opened(docx(later, letterhead)))]
    assert marks == ["4", "5"]


def test_a_line_feed_is_a_line_break_and_markup_in_words_stays_words(letterhead):
    said = saying((Run("a  <b>&amp;\n  'c'\" "),), letterhead)
    assert numbered(said)[0][2] == "a  <b>&amp;\n  'c'\" "


def test_spaces_at_the_ends_of_runs_are_kept_by_word(opened):
    spaces = {
        each.get("{http://www.w3.org/XML/1998/namespace}space")
        for each in opened.body.iter(W + "t")
    }
    assert spaces == {"preserve"}


@given(words=st.text(min_size=1))
def test_any_characters_come_back_or_are_refused(letterhead, words):
    try:
        said = saying((Run(words),), letterhead)
    except ValueError:
        assert re.search("[\x00-\x1f\ud800-\udfff\ufffe\uffff]", words)
    else:
        assert numbered(said)[0][2] == words


@pytest.mark.parametrize("forbidden", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
@pytest.mark.parametrize("field", ["paragraph", "footer", "running_head", "title"])
def test_a_character_that_xml_forbids_is_refused_by_name(letterhead, forbidden, field):
    said = f"a{forbidden}"
    letter = {
        "paragraph": ENGLISH._replace(paragraphs=(paragraph(1, "opening", said),)),
        "footer": ENGLISH._replace(footer=said),
        "running_head": ENGLISH._replace(running_head=said),
        "title": ENGLISH._replace(properties=ENGLISH.properties._replace(title=said)),
    }[field]
    with pytest.raises(ValueError, match=rf"U\+{ord(forbidden):04X} can't stand in a DOCX"):
        docx(letter, letterhead)


# Links


def test_links_lead_where_the_circular_says(letterhead):
    opened = Opened(docx(ENGLISH, letterhead))
    relations = opened.relations()
    found = [
        (text_of(each), *relations[each.get(R + "id")])
        for each in opened.body.iter(W + "hyperlink")
    ]
    assert found == [
        ("u4ssc@itu.int", "hyperlink", "mailto:u4ssc@itu.int", "External"),
        (SITE, "hyperlink", SITE, "External"),
        ("event website", "hyperlink", EVENT, "External"),
    ]


def test_links_look_like_links(opened):
    styles = {
        opened.style_name(run)
        for link in opened.body.iter(W + "hyperlink")
        for run in link.iter(W + "r")
    }
    assert styles == {"Hyperlink"}


def test_the_same_address_is_one_relation(letterhead):
    opened = saying((Run("a", link=SITE), Run(" and "), Run("b", link=SITE)), letterhead)
    targets = [target for kind, target, _ in opened.relations().values() if kind == "hyperlink"]
    assert targets.count(SITE) == 1
    assert len(list(opened.body.iter(W + "hyperlink"))) == 3


def test_an_address_with_letters_outside_uris_is_encoded(letterhead):
    opened = saying((Run("x", link="https://itu.int/встреча 1"),), letterhead)
    targets = [target for _, target, _ in opened.relations().values()]
    assert "https://itu.int/%D0%B2%D1%81%D1%82%D1%80%D0%B5%D1%87%D0%B0%201" in targets


# Languages


def test_every_run_says_its_language(circular, opened):
    attribute = W + ("bidi" if circular.direction == "rtl" else "val")
    runs = list(opened.body.iter(W + "r"))
    languages = {run.find(f"{W}rPr/{W}lang").get(attribute) for run in runs}
    assert languages == {circular.language}


def test_right_to_left_paragraphs_and_tables_are_marked(letterhead):
    body = Opened(docx(ARABIC, letterhead)).body
    assert all(each.find(f"{W}pPr/{W}bidi") is not None for each in body.iter(W + "p"))
    assert all(each.find(f"{W}tblPr/{W}bidiVisual") is not None for each in body.iter(W + "tbl"))


def test_left_to_right_letters_have_no_marks_of_the_other_direction(letterhead):
    body = Opened(docx(RUSSIAN, letterhead)).body
    assert list(body.iter(W + "bidi", W + "rtl", W + "bidiVisual")) == []


def test_runs_with_arabic_letters_are_rtl_and_those_with_latin_or_figures_are_not(letterhead):
    runs = list(Opened(docx(ARABIC, letterhead)).body.iter(W + "r"))
    turned = {text_of(run) for run in runs if run.find(f"{W}rPr/{W}rtl") is not None}
    straight = {text_of(run) for run in runs} - turned
    assert [each for each in straight if ARABIC_LETTER.search(each)] == []
    assert [each for each in turned if LATIN_OR_FIGURE.search(each)] == []
    assert {"U4SSC", "31", "ITU-T", "+41 22 730 6301", SITE} <= set(map(unmarked, straight))


KEPT = {
    "+41 22 730 6301": ["<+41 22 730 6301<"],
    "145 USD": ["<145 USD<"],
    "الموقع https://itu.int/.": ["الموقع ", "<https://itu.int/<", ">."],
    "(U4SSC، 31 يوم)": [">(", "U4SSC", ">، ", "31", " يوم)"],
    "C++ و50%": ["<C++<", " و", "<50%<"],
    "من 11:00 عام 2025-2026": ["من ", "11:00", " عام ", "2025-2026"],
    "50 cafe\u0301 ثم": ["<50 cafe\u0301<", " ثم"],
    "ITU \u0301": ["ITU", ">\u0020\u0301"],
    "(\u0301": [">(\u0301"],
}


@pytest.mark.parametrize(("typed", "runs"), KEPT.items(), ids=[ascii(each) for each in KEPT])
def test_what_could_be_read_in_the_wrong_order_is_marked(letterhead, typed, runs):
    """`<` is the mark from left to right, `>` the other; Word needs none, other programs do."""
    said = saying((Run(typed),), letterhead, ARABIC)
    signs = str.maketrans({"\N{LEFT-TO-RIGHT MARK}": "<", "\N{RIGHT-TO-LEFT MARK}": ">"})
    paragraphs = [each for each in said.body.iter(W + "p") if "Paragraph" in said.style_name(each)]
    assert ["".join(run.itertext()).translate(signs) for run in paragraphs[0].iter(W + "r")] == runs


def test_east_asian_runs_name_the_language_for_their_script(letterhead):
    runs = list(Opened(docx(CHINESE, letterhead)).body.iter(W + "r"))
    named = {text_of(run): run.find(f"{W}rPr/{W}lang").get(W + "eastAsia") for run in runs}
    assert named["尊敬的先生/女士："] == "zh-CN"
    assert named[SITE] is None


def test_a_chinese_name_does_not_make_a_letter_chinese(letterhead):
    said = saying((Run("Mr 尾上诚藏"),), letterhead)
    assert [each for each in said.body.iter(W + "lang") if each.get(W + "eastAsia")] == []


# Looks


def test_the_body_has_no_formatting_of_its_own(opened):
    allowed = {"pStyle", "numPr", "bidi", "keepNext", "rStyle", "rFonts", "rtl", "lang"}
    used = {
        each.tag.removeprefix(W)
        for properties in opened.body.iter(W + "pPr", W + "rPr")
        for each in properties
    }
    assert used <= allowed
    assert {key for each in opened.body.iter(W + "rFonts") for key in each} <= {W + "hint"}


def test_bold_and_italic_words_have_the_styles_for_it(letterhead):
    opened = Opened(docx(ENGLISH, letterhead))
    styled = {
        text_of(run): opened.style_name(run)
        for run in opened.body.iter(W + "r")
        if opened.style_name(run) != "Hyperlink" and opened.style_name(run)
    }
    assert styled == {
        "United for Smart Sustainable Cities": "Strong",
        "virtually": "Emphasis",
        "from 1330 to 1530 hours (CET)": "Circular Strong Emphasis",
    }


def test_bold_words_in_a_bold_style_are_left_to_it(letterhead):
    subject = Entry("subject", "Subject:", ((Run("A "), Run("bold", bold=True)),))
    opened = Opened(docx(ENGLISH._replace(subject=subject), letterhead))
    runs = {text_of(run): opened.style_name(run) for run in opened.body.iter(W + "r")}
    assert runs["bold"] is None


def test_no_empty_paragraph_makes_room(opened):
    empty = [
        each
        for each in opened.body.iter(W + "p")
        if not text_of(each)
        and each.find(f".//{W}drawing") is None
        and each.getparent().tag != W + "tc"
        and opened.style_name(each) != "Circular Table End"
    ]
    assert empty == []


def test_the_last_paragraph_stays_with_the_closing(letterhead):
    opened = Opened(docx(ENGLISH, letterhead))
    kept = [each.getparent().getparent() for each in opened.body.iter(W + "keepNext")]
    assert [text_of(each)[:15] for each in kept] == ["On the same day"]


# Tables


def test_recipients_stand_in_one_merged_cell_beside_the_reference(letterhead):
    body = Opened(docx(ENGLISH, letterhead)).body
    rows = next(body.iter(W + "tbl")).findall(W + "tr")
    cells = [[text_of(cell).split(":")[0] for cell in row.iter(W + "tc")] for row in rows]
    assert cells == [
        ["Ref", "TSB Circular 81", "To"],
        ["Tel", ENGLISH.reference[1].values[0][0].text, ""],
        ["Fax", ENGLISH.reference[2].values[0][0].text, ""],
        ["E-mail", "u4ssc@itu.int", ""],
        ["Subject", ENGLISH.subject.values[0][0].text],
    ]
    merges = [row.findall(W + "tc")[-1].find(f"{W}tcPr/{W}vMerge") for row in rows[:-1]]
    assert [each.get(W + "val") for each in merges] == ["restart", *["continue"] * 3]


def test_columns_fill_the_width_between_the_margins(opened, letterhead):
    tables = list(opened.body.iter(W + "tbl"))
    widths = [
        [int(column.get(W + "w")) for column in table.find(W + "tblGrid")] for table in tables
    ]
    assert {sum(each) for each in widths} == {letterhead.width}
    assert min(min(each) for each in widths) > 500


def test_the_reference_table_is_described_to_screen_readers(letterhead):
    properties = next(Opened(docx(ENGLISH, letterhead)).body.iter(W + "tblPr"))
    for name in ("tblCaption", "tblDescription"):
        assert properties.find(W + name).get(W + "val") == "Reference, addressees and subject"


def test_a_table_repeats_its_headings_and_fills_up_short_rows(letterhead):
    opened = Opened(docx(ANNEXED, letterhead))
    table = list(opened.body.iter(W + "tbl"))[1]
    rows = table.findall(W + "tr")
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    assert heads == [True, False, False, False]
    assert {len(row.findall(W + "tc")) for row in rows} == {2}


def test_tables_that_follow_each_other_are_not_joined(opened):
    following = [each.getnext().tag for each in opened.body if each.tag == W + "tbl"]
    assert W + "tbl" not in following
    assert W + "sectPr" not in following


def test_a_letter_without_recipients_or_further_reference_is_still_a_table(letterhead):
    bare = ENGLISH._replace(recipients=(), reference=ENGLISH.reference[:1])
    rows = next(Opened(docx(bare, letterhead)).body.iter(W + "tbl")).findall(W + "tr")
    assert [len(row.findall(W + "tc")) for row in rows] == [2, 2]


def test_a_signature_without_brackets_has_no_line_for_the_hand(letterhead):
    letter = ENGLISH._replace(signature=(line("Seizo Onoe"), line("Director")))
    names = [name for name, _, _ in Opened(docx(letter, letterhead)).lines()]
    assert names[-2:] == ["Circular Signature"] * 2


# Properties


def test_properties_say_title_author_language_and_day(letterhead):
    properties = python_docx.Document(io.BytesIO(docx(RUSSIAN, letterhead))).core_properties
    assert properties.title == "Циркуляр 81 БСЭ"
    assert properties.author == "Международный союз электросвязи"
    assert properties.language == "ru-RU"
    assert properties.created == datetime(2025, 10, 15, tzinfo=UTC)
    assert properties.modified == properties.created


def test_a_letter_without_a_day_has_none_in_its_properties(letterhead):
    undated = ENGLISH._replace(properties=ENGLISH.properties._replace(created=None))
    core = Opened(docx(undated, letterhead)).zip.read("docProps/core.xml")
    assert b"dcterms:created" not in core
    assert b"dcterms:modified" not in core


def test_headers_and_footers_say_what_the_circular_says_in_its_language(circular, opened):
    attribute = W + ("bidi" if circular.direction == "rtl" else "val")
    header, footer = opened.root("word/header1.xml"), opened.root("word/footer1.xml")
    assert text_of(header) == f"– 2 –{circular.running_head}"
    assert unmarked(text_of(footer)) == circular.footer
    filled = [*header[-1].iter(W + "lang"), *footer.iter(W + "lang")]
    assert {each.get(attribute) for each in filled} == {circular.language}
    is_turned = circular.direction == "rtl"
    assert (footer.find(f"{W}p/{W}pPr/{W}bidi") is not None) == is_turned


def test_the_first_page_differs_from_later_ones(letterhead):
    section = python_docx.Document(io.BytesIO(docx(ENGLISH, letterhead))).sections[0]
    assert section.different_first_page_header_footer
    assert [each.text for each in section.first_page_footer.paragraphs] == [ENGLISH.footer]
    assert [each.text for each in section.header.paragraphs][-1] == "TSB Circular 81"
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)


def test_examples_cover_both_directions_and_three_scripts():
    assert {letter.direction for letter in EXAMPLES.values()} == {"ltr", "rtl"}
    assert len({letter.language for letter in EXAMPLES.values()}) == 4
