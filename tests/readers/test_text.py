"""Text files come as lines with places, however they were saved."""

import pytest

from circgen.findings import FindingsError
from circgen.readers.open import read_document
from circgen.readers.text import MAX_BYTES, MAX_LINES, read_text

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
NBSP = "\N{NO-BREAK SPACE}"


def lines(text):
    return read_text(text.encode(), "letter.txt").lines


def refused(data):
    """The one finding about a file."""
    with pytest.raises(FindingsError) as caught:
        read_document(data, "letter.txt")
    (finding,) = caught.value.findings
    return finding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(encoding):
    sheet = read_text("Женева\nGeneva".encode(encoding), "letter.txt")
    assert [(line.text, line.at.column) for line in sheet.lines] == [("Женева", 1), ("Geneva", 1)]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_byte_order_mark(encoding):
    (line,) = read_text(f"{BOM}Женева".encode(encoding), "letter.txt").lines
    assert line.text == "Женева"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_do_on_any_system(end):
    found = lines(end.join(("Ref:", "", "To:")))
    assert [(line.text, line.at.line) for line in found] == [("Ref:", 1), ("To:", 3)]


def test_a_blank_line_shows_as_a_gap_between_the_numbers_of_lines():
    assert [line.at.line for line in lines(f"a\n \t{NBSP}\nb\n\n\nc\n")] == [1, 3, 6]


def test_a_page_break_begins_no_line_that_editors_would_count():
    assert [(line.text, line.at.line) for line in lines("one\n\ftwo\nthree")] == [
        ("one", 1),
        ("two", 2),
        ("three", 3),
    ]


def test_the_place_of_a_line_is_where_its_text_begins():
    (line,) = lines(" \t4\tThe objectives")
    assert (line.mark, line.text, str(line.at)) == ("4", "The objectives", "letter.txt:1:5")


@pytest.mark.parametrize(
    ("typed", "mark", "text"),
    [
        ("1\tOne", "1", "One"),
        ("1. One", "1.", "One"),
        ("12) Twelve", "12)", "Twelve"),
        ("(1) One", "(1)", "One"),
        (f"1.{NBSP}One", "1.", "One"),
        ("а) первое", "а)", "первое"),
        ("(b) second", "(b)", "second"),
        ("iv) fourth", "iv)", "fourth"),
        ("1.1\tInner", "1.1", "Inner"),
        ("•\tone", "•", "one"),
        ("•one", "•", "one"),
        ("· one", "·", "one"),
        ("– one", "–", "one"),
        ("- one", "-", "one"),
        ("* one", "*", "one"),
        ("o\tone", "o", "one"),
        ("\N{MINUS SIGN}\tone", "\N{MINUS SIGN}", "one"),
    ],
)
def test_a_number_or_a_bullet_is_set_apart(typed, mark, text):
    (line,) = lines(typed)
    assert (line.mark, line.text) == (mark, text)


@pytest.mark.parametrize(
    "typed",
    [
        "2025 was a good year",
        "20 June 2026",
        "31 октября 2025 года",
        "11.00 to 12.00 hours",
        "11.30\tCoffee",
        "1200 hours",
        "2.5 million",
        "-5 degrees",
        "*bold* words",
        "a meeting",
        "of the meeting",
        "- 2 -",
        "–",
        "112th session",
    ],
)
def test_a_line_that_begins_with_a_number_or_a_word_has_no_mark(typed):
    (line,) = lines(typed)
    assert (line.mark, line.text) == ("", typed)


def test_numbers_without_a_tab_are_marks_where_they_count_sentences():
    found = lines("1 We meet.\n2 We talk on\n3 May 2026.\n3 We part.\n")
    assert [(line.mark, line.text) for line in found] == [
        ("1", "We meet."),
        ("2", "We talk on"),
        ("", "3 May 2026."),
        ("3", "We part."),
    ]
    assert found[0].at.column == 3


@pytest.mark.parametrize(
    "title", ['"Smart Cities"', "“Smart Cities”", "«Smart Cities»", "„Cities“"]
)
def test_such_a_number_may_stand_before_a_title_in_quotes(title):
    found = lines(f"1 We meet.\n2 {title} has begun.\n3 We part.\n")
    assert [line.mark for line in found] == ["1", "2", "3"]
    assert found[1].text == f"{title} has begun."


LONG = "is a paragraph that says a good deal, so that no date could be meant by it."


@pytest.mark.parametrize(
    "numbers", ["1 2 3 3 4", "1 2 4 3 5", "1 2 4 5", "1 2 3 4 4"], ids=lambda text: text
)
def test_a_number_that_is_repeated_moved_or_left_out_is_one_all_the_same(numbers):
    found = lines("\n\n".join(f"{number} This {number} {LONG}" for number in numbers.split()))
    assert [line.mark for line in found] == numbers.split()


@pytest.mark.parametrize("date", ["2 June 2025", "3 May 2025", "5 June 2025"])
def test_a_date_at_the_beginning_of_a_paragraph_is_no_repeated_number(date):
    text = [f"{number} Paragraph {number} {LONG}" for number in range(1, 6)]
    found = lines("\n\n".join([*text[:3], f"{date} {LONG}", *text[3:]]))
    assert [line.mark for line in found] == ["1", "2", "3", "", "4", "5"]


def test_characters_that_nobody_sees_are_left_out():
    shy, zwsp, rlm = "\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}", "\N{RIGHT-TO-LEFT MARK}"
    (line,) = lines(f"{rlm}cir{shy}cu{zwsp}lar")
    assert (line.text, line.at.column) == ("circular", 2)


def test_what_converters_leave_of_bookmarks_and_pictures_is_left_out():
    first, second = lines("[bookmark: _Ref1]4\tThe [image: a map] objectives\n[image: logo]\nEnd")
    assert (first.mark, first.text, first.at.column) == ("4", "The  objectives", 20)
    assert second.at.line == 3


def test_a_bracket_that_somebody_wrote_stays():
    (line,) = lines("see [annex] and [bookmarks]")
    assert line.text == "see [annex] and [bookmarks]"


def test_the_quotes_of_a_mail_are_taken_off():
    found = lines("He wrote:\n> Ref: 5\n>\n> > 1. One\n>* two\n")
    assert [(line.mark, line.text) for line in found] == [
        ("", "Ref: 5"),
        ("1.", "One"),
        ("*", "two"),
    ]
    assert [line.at.line for line in found] == [2, 4, 5]


def test_a_sign_that_looks_like_a_quote_stays_in_a_letter():
    found = lines("Results\n> 5 of 6 members\nwere present\nand agreed")
    assert found[1].text == "> 5 of 6 members"


def test_another_encoding_is_refused_with_what_to_do():
    finding = refused("Ref:\nЖенева".encode("windows-1251"))
    assert (finding.rule, str(finding.location)) == ("encoding", "letter.txt:2")
    assert "UTF-8" in finding.message
    assert "Notepad" in finding.help


@pytest.mark.parametrize(
    ("data", "rule", "message"),
    [
        (b"", "empty", "is empty"),
        (b" \n\t\n", "empty", "is empty"),
        (b"\x7fELF\x00\x01", "not-text", "is no text"),
        (b"bell \x07 rings", "not-text", "is no text"),
        (b"x" * (MAX_BYTES + 1), "too-large", "is larger than 1,000,000 bytes"),
        (b"x\n" * (MAX_LINES + 1), "too-large", "has more than 20,000 lines"),
        (b"%PDF-1.7\n", "not-text", "is a PDF document; only .docx and plain text can be read"),
        (
            b"{\\rtf1\\ansi Ref:}",
            "not-text",
            "is a rich text document; only .docx and plain text can be read",
        ),
        (
            b"\xef\xbb\xbf<!DOCTYPE HTML>",
            "not-text",
            "is a web page; only .docx and plain text can be read",
        ),
    ],
)
def test_what_is_no_letter_gets_one_finding(data, rule, message):
    finding = refused(data)
    assert (finding.rule, finding.message) == (rule, f"`letter.txt` {message}")


def test_a_text_is_read_whatever_its_name_ends_with():
    sheet = read_document(b"Ref:\tTSB Circular 5\n", "letter.of.may")
    assert sheet.lines[0].text == "Ref:\tTSB Circular 5"
