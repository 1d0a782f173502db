"""Automatic numbering: what stands in front of a paragraph."""

import pytest
from readers.package import numbered, p, sheet


def lvl(level, text, style="decimal", start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name, *levels):
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name, definition, more=""):
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{definition}"/>{more}</w:num>'


def restarted(level, start):
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(text, level=0, numbers=1):
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbers}"/></w:numPr>'
    return p(text, properties=properties)


def items(levels, numbering):
    """The marks of items at these levels."""
    body = "".join(item("x", level) for level in levels)
    return [line.mark for line in sheet(body, numbering=numbering).lines]


DECIMAL = abstract(0, lvl(0, "%1."), lvl(1, "%1.%2)"), lvl(2, "(%3)", "lowerLetter")) + num(1, 0)


# --- counting


def test_items_are_counted_with_what_stands_around_their_numbers():
    assert numbered(item("a") + item("b"), numbering=DECIMAL) == ["1. a", "2. b"]


def test_a_paragraph_between_items_does_not_stop_the_counting():
    assert numbered(item("a") + p("b") + item("c"), numbering=DECIMAL) == ["1. a", " b", "2. c"]


def test_lower_levels_start_again_below_each_upper_one():
    assert items([0, 1, 1, 0, 1, 2], DECIMAL) == ["1.", "1.1)", "1.2)", "2.", "2.1)", "(a)"]


def test_a_line_knows_the_level_of_its_item():
    body = item("a") + item("b", 2) + p("c")
    assert [line.level for line in sheet(body, numbering=DECIMAL).lines] == [0, 2, 0]


def test_an_upper_level_that_was_left_out_counts_as_begun():
    assert items([1, 0], DECIMAL) == ["1.1)", "2."]


def test_a_level_may_go_on_counting_below_another_item():
    never = abstract(0, lvl(0, "%1."), lvl(1, "%2)", more='<w:lvlRestart w:val="0"/>')) + num(1, 0)
    assert items([0, 1, 0, 1], never) == ["1.", "1)", "2.", "2)"]


def test_a_level_may_start_again_after_one_of_the_upper_levels_alone():
    after_first = abstract(
        0, lvl(0, "%1."), lvl(1, "%2)"), lvl(2, "%3", more='<w:lvlRestart w:val="1"/>')
    ) + num(1, 0)
    assert items([0, 1, 2, 1, 2, 0, 2], after_first)[2::2] == ["1", "2", "1"]


def test_counting_starts_where_the_list_says():
    assert items([0, 0], abstract(0, lvl(0, "%1.", start=5)) + num(1, 0)) == ["5.", "6."]


def test_lists_of_one_definition_go_on_counting():
    body = item("a") + item("b", numbers=2)
    assert numbered(body, numbering=DECIMAL + num(2, 0)) == ["1. a", "2. b"]


def test_a_list_that_starts_anew_does_so_once():
    body = item("a") + item("b") + item("c", numbers=2) + item("d", numbers=2)
    lists = DECIMAL + num(2, 0, restarted(0, 4))
    assert numbered(body, numbering=lists) == ["1. a", "2. b", "4. c", "5. d"]


def test_a_list_may_number_a_level_in_its_own_way():
    own = f'<w:lvlOverride w:ilvl="0">{lvl(0, "%1)", "upperRoman")}</w:lvlOverride>'
    assert items([0, 0], abstract(0, lvl(0, "%1.")) + num(1, 0, own)) == ["I)", "II)"]


def test_an_item_without_text_is_counted_and_its_number_is_seen():
    assert numbered(item("a") + item("") + item("c"), numbering=DECIMAL) == ["1. a", "2. ", "3. c"]


# --- where a list comes from

STYLES = (
    '<w:style w:type="paragraph" w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Below"><w:basedOn w:val="Item"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Linked"><w:basedOn w:val="Item"/></w:style>'
    '<w:style w:type="numbering" w:styleId="House"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def styled(text, style, more=""):
    return p(text, properties=f'<w:pStyle w:val="{style}"/>{more}')


def test_a_style_puts_its_paragraphs_into_a_list():
    body = styled("a", "Item") + styled("b", "Below")
    assert numbered(body, numbering=DECIMAL, styles=STYLES) == ["1. a", "1.1) b"]


def test_a_level_that_belongs_to_a_style_is_its_level():
    linked = abstract(0, lvl(0, "%1."), lvl(1, "-%2", more='<w:pStyle w:val="Linked"/>')) + num(
        1, 0
    )
    body = styled("a", "Item") + styled("b", "Linked")
    assert numbered(body, numbering=linked, styles=STYLES) == ["1. a", "-1 b"]


def test_a_paragraph_can_be_taken_out_of_the_list_of_its_style():
    out = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = styled("a", "Item") + styled("b", "Item", out) + styled("c", "Item")
    assert numbered(body, numbering=DECIMAL, styles=STYLES) == ["1. a", " b", "2. c"]


def test_a_paragraph_without_a_style_has_the_list_of_the_default_one():
    default = STYLES.replace('w:styleId="Item"', 'w:default="1" w:styleId="Item"')
    assert numbered(p("a"), numbering=DECIMAL, styles=default) == ["1. a"]


def test_a_list_borrows_its_levels_from_a_list_style():
    borrowing = DECIMAL + abstract(7, '<w:numStyleLink w:val="House"/>') + num(8, 7)
    body = item("a") + item("b", numbers=8)
    assert numbered(body, numbering=borrowing, styles=STYLES) == ["1. a", "2. b"]


def test_list_styles_that_borrow_from_each_other_number_nothing():
    looping = abstract(0, '<w:numStyleLink w:val="House"/>') + num(1, 0)
    assert numbered(item("a"), numbering=looping, styles=STYLES) == [" a"]


@pytest.mark.parametrize("numbers", ["99", "", "x"])
def test_a_list_that_is_not_there_numbers_nothing(numbers):
    assert numbered(item("a", numbers=numbers), numbering=DECIMAL) == [" a"]


def test_a_level_that_is_not_there_numbers_nothing():
    assert numbered(item("a", level=7), numbering=DECIMAL) == [" a"]


def test_a_level_beyond_the_ninth_is_the_ninth():
    deep = abstract(0, lvl(8, "%9.")) + num(1, 0)
    assert numbered(item("a", level=4000), numbering=deep) == ["1. a"]


def test_a_document_without_lists_numbers_nothing():
    assert numbered(item("a")) == [" a"]


# --- what numbers look like


@pytest.mark.parametrize(
    ("style", "marks"),
    [
        ("decimal", {1: "1", 10: "10"}),
        ("decimalZero", {1: "01", 10: "10", 100: "100"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb"}),
        ("upperLetter", {1: "A", 53: "AAA"}),
        ("lowerRoman", {1: "i", 4: "iv", 9: "ix", 40: "xl", 90: "xc", 400: "cd", 1999: "mcmxcix"}),
        ("upperRoman", {3: "III", 2025: "MMXXV"}),
        ("russianLower", {1: "а", 9: "и", 10: "к", 25: "щ", 26: "ы", 29: "я", 30: "аа"}),
        ("russianUpper", {2: "Б"}),
        ("ordinal", {1: "1", 2: "2"}),
        ("cardinalText", {1: "1"}),
        ("chicago", {1: "*", 2: "†", 5: "**"}),
        ("numberInDash", {1: "- 1 -"}),
        ("none", {1: ""}),
        ("upperLetter", {0: "0"}),
        ("not-known-yet", {7: "7"}),
    ],
)
def test_numbers_are_written_in_the_format_of_their_level(style, marks):
    for start, mark in marks.items():
        lists = abstract(0, lvl(0, "%1", style, start)) + num(1, 0)
        assert [line.mark for line in sheet(item("x"), numbering=lists).lines] == [mark]


def test_a_number_in_a_format_of_the_documents_own_has_its_width():
    own = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    level = f'<w:lvl w:ilvl="0"><w:start w:val="7"/>{own}<w:lvlText w:val="%1."/></w:lvl>'
    assert items([0], abstract(0, level) + num(1, 0)) == ["007."]


def test_a_level_may_show_all_its_numbers_in_digits():
    legal = abstract(0, lvl(0, "%1", "upperRoman"), lvl(1, "%1.%2", more="<w:isLgl/>")) + num(1, 0)
    assert items([0, 1], legal) == ["I", "1.1"]


@pytest.mark.parametrize(
    ("text", "font", "mark"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "•"),
        ("o", "Courier New", "•"),
        ("•", "Calibri", "•"),
        ("–", "Calibri", "–"),
        ("-", "", "-"),
        ("\uf0b7", "", "•"),
        ("", "", ""),
    ],
)
def test_a_bullet_is_a_sign_that_every_font_has(text, font, mark):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    lists = abstract(0, lvl(0, text, "bullet", more=fonts)) + num(1, 0)
    assert items([0], lists) == [mark]


def test_a_mark_has_no_end_of_length():
    swelling = abstract(0, lvl(0, "%1" * 500_000, "lowerLetter", 32767)) + num(1, 0)
    (mark,) = items([0], swelling)
    assert len(mark) <= 80
