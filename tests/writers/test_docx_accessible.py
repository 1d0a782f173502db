"""What a screen reader or weak eyes need of a letter, read from the saved file."""

import pytest
from lxml import etree
from writers.example import png
from writers.reading import Opened, W, text_of

from circgen.writers.docx import docx

WHITE = "FFFFFF"
# WCAG 2.2, 1.4.3: the contrast of text of ordinary size.
ENOUGH = 4.5


@pytest.fixture
def opened(circular, letterhead):
    return Opened(docx(circular, letterhead, png(300, 100)))


def luminance(colour):
    """The relative luminance of a colour, as WCAG defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_wcag_does():
    assert contrast("000000", WHITE) == pytest.approx(21)
    assert contrast("767676", WHITE) == pytest.approx(4.54, abs=0.01)


def test_every_colour_of_letters_can_be_read(opened):
    styles = opened.root("word/styles.xml")
    grounds = {WHITE, *(each.get(W + "fill") for each in styles.iter(W + "shd"))}
    colours = {"000000", *(each.get(W + "val") for each in styles.iter(W + "color"))}
    assert len(colours) > 2
    assert len(grounds) == 2
    faint = {(a, b) for a in colours for b in grounds if contrast(a, b) < ENOUGH}
    assert faint == set()


def test_the_file_has_a_title_and_a_language(circular, opened):
    core = opened.root("docProps/core.xml")
    assert core.findtext("{*}title") == circular.properties.title
    assert core.findtext("{*}language") == circular.language
    default = opened.root("word/styles.xml").find(f"{W}docDefaults//{W}lang")
    assert set(default.attrib.values()) == {circular.language}


def test_every_picture_says_what_it_shows(circular, opened):
    said = [each.get("descr") for each in opened.body.iter("{*}docPr")]
    assert said == [circular.properties.logo_description]


def test_a_table_has_headings_or_a_description_or_no_words_beside_a_picture(opened):
    for table in opened.body.iter(W + "tbl"):
        described = table.find(f"{W}tblPr/{W}tblDescription") is not None
        headed = table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        pictured = next(table.iter("{*}docPr"), None) is not None
        assert described or headed or pictured


def test_headings_go_down_one_level_at_a_time(opened):
    styles = opened.root("word/styles.xml")
    levels = {
        each.findtext(f"{W}name") or each.find(f"{W}name").get(W + "val"): int(found.get(W + "val"))
        for each in styles.iter(W + "style")
        if (found := each.find(f"{W}pPr/{W}outlineLvl")) is not None
    }
    at = -1
    for style, _, _ in opened.lines():
        if style in levels:
            assert levels[style] <= at + 1
            at = levels[style]


def test_a_link_says_where_it_leads(opened):
    empty_words = {"here", "click here", "link", "this link", "more"}
    said = [text_of(each).strip() for each in opened.body.iter(W + "hyperlink")]
    assert [each for each in said if not each or each.casefold() in empty_words] == []


def test_no_words_stand_outside_the_order_of_reading(opened):
    """Frames, text boxes and anchored pictures are read wherever they happen to hang."""
    loose = {"framePr", "txbxContent", "anchor", "pict", "object"}
    found = {
        etree.QName(each).localname
        for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml")
        for each in opened.root(name).iter(etree.Element)
    }
    assert found & loose == set()
