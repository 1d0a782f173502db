"""Texts that a program pulled out of pages: footers, narrow columns, wide heads, notices."""

import pytest
from readers.sheets import document, languages, read, texts

from circgen.readers.structure import read_letter

FOOT = (
    "International Telecommunication Union • Place des Nations • CH-1211 Geneva 20 • Switzerland "
    "• Tel: +41 22 730 5111 • Fax: +41 22 733 7256 •\nE-mail: itumail@itu.int • www.itu.int\n"
)
PARAGRAPHS = """\
1 The second workshop on electronic waste will be held in Lisbon on 7 May 2026 at the invitation of
the National Communications Authority, from 0930 to 1700 hours local time. All sessions will be open.
2 Registration is mandatory and is carried out exclusively online. Participants who need a visa are
asked to write to the secretariat at least three weeks before the workshop is opened.
"""
HEAD = """\
Telecommunication Standardization Bureau
Ref: TSB Circular 131
Geneva, 3 February 2026
To: Administrations of Member
States of the Union;
ITU-T Sector Members;
ITU-T Associates; ITU
Academia
Subject: Second Workshop on Electronic Waste
Dear Sir/Madam,
"""
END = "Yours faithfully,\nSeizo Onoe\n"


def test_the_footer_of_the_first_page_stands_in_no_paragraph():
    first, second = PARAGRAPHS.split("2 ")
    letter = read(f"{HEAD}{first}{FOOT}– 2 –\nTSB Circular 131\n2 {second}{END}", "en")
    assert letter.points[0].text.endswith("All sessions will be open.")
    assert [point.number for point in letter.points] == ["1", "2"]
    assert "itumail@itu.int" in " ".join(texts(letter, "footer"))


def test_the_footer_of_one_line_with_commas_stands_in_no_paragraph():
    foot = (
        "International Telecommunication Union • Place des Nations, CH-1211 Geneva 20, Switzerland\n"
        "Tel: +41 22 730 5111 • Fax: +41 22 733 7256 • www.itu.int\n"
    )
    first, second = PARAGRAPHS.split("invitation of\n")
    letter = read(f"{HEAD}{first}invitation of\n{foot}– 2 –\n{second}{END}", "en")
    assert "invitation of the National Communications Authority" in letter.points[0].text
    assert len(letter.points[0].passages) == 1


def test_a_few_long_lines_do_not_hide_that_a_text_is_wrapped():
    long = (
        "All sessions are open to all members, to their guests, and to journalists" + " of note" * 8
    )
    text = "".join(
        f"{n} {PARAGRAPHS.splitlines()[0][2:]}\nthe Authority of it.\n" for n in range(1, 40)
    )
    letter = read(HEAD + text.replace("2 The second", f"2 {long}.\nThe second", 1) + END, "en")
    assert letter.points[0].text.endswith("at the invitation of the Authority of it.")
    assert len(letter.points[0].passages) == 1


def test_a_telephone_number_may_go_on_in_the_next_line():
    text = PARAGRAPHS.replace("at the invitation of\nthe", "Tel.: +998\n71 120 5800, of the")
    assert "+998 71 120 5800" in read(HEAD + text + END, "en").points[0].text


def test_a_list_in_a_narrow_column_has_the_items_between_its_semicolons():
    assert texts(read(HEAD + PARAGRAPHS + END, "en"), "to") == [
        "Administrations of Member States of the Union;",
        "ITU-T Sector Members;",
        "ITU-T Associates;",
        "ITU Academia",
    ]


def test_lines_of_a_list_in_which_one_lacks_its_semicolon_stay_items():
    names = [
        "Member States of the Union",
        "ITU-T Sector Members;",
        "ITU Academia;",
        "ITU-T Associates",
    ]
    head = HEAD.replace(HEAD[HEAD.index("To:") : HEAD.index("Subject")], "")
    text = head.replace("Subject", "To:\n" + "\n".join(names) + "\n\nSubject")
    assert texts(read(text + PARAGRAPHS + END, "en"), "to") == names


def test_lines_are_joined_below_a_head_in_wider_columns():
    gap = " " * 50
    head = (
        f"Contact:{gap}Ms Keller{gap}- Administrations of Member\n"
        f"Tel:    {gap}+41 22 730 6356{gap}States of the Union;\n"
        f"Fax:    {gap}+41 22 730 5853{gap}- ITU-T Sector Members;\n"
        f"E-mail: {gap}tsbsg5@itu.int{gap}- ITU Academia\n"
    )
    letter = read(f"{head}\nSubject: Waste\n\nDear Sir/Madam,\n\n{PARAGRAPHS}\n{END}", "en")
    assert [len(point.passages) for point in letter.points] == [1, 1]
    assert letter.points[0].text.endswith("All sessions will be open.")


@pytest.mark.parametrize(
    "notice",
    [
        "This e-mail and any attachments are confidential.",
        "If you are not the intended recipient, please delete this message.",
    ],
)
def test_the_notice_of_a_firm_below_a_letter_is_no_part_of_it(notice):
    annex = "\nAnnex: 1\n\nANNEX 1\n\nThe lunch is free.\n"
    letter = read(f"{HEAD}{PARAGRAPHS}{END}{annex}\n{notice}\n", "en")
    assert [passage.text for passage in letter.annexes[0].passages] == ["The lunch is free."]


def test_what_a_letter_says_of_attachments_stays():
    said = "3 Contributions that were received in error will be returned to their authors.\n"
    letter = read(f"{HEAD}{PARAGRAPHS}{said}{END}", "en")
    assert letter.points[2].text == said[2:].strip()


def test_a_row_with_a_long_cell_between_others_is_a_row():
    rows = (
        "Paragraph\tInstead of\tRead\n"
        "1\t22-23 October 2026\t27-28 October 2026\n"
        "1\tThe International Exhibition Centre of Lisbon (FIL), Pavilion 4\tBelém Centre, Room 2\n"
        "4\tEnglish, French\tEnglish\n"
    )
    text = (
        f"Dear Sir/Madam,\n\nPlease read:\n\n{rows}\nAll else remains valid.\n\nYours faithfully,\n"
    )
    letter = read(f"Ref: TSB Circular 3\n\n{text}", "en")
    assert [point.number for point in letter.points] == ["", ""]
    assert letter.points[-1].text == "All else remains valid."


BODY = """\
Geneva, 3 February 2026
Dear Sir/Madam,
1\tThe workshop will be held in Lisbon on 7 May 2026.
2\tThe corrections are as follows:
3\tAll other provisions remain valid.
Yours faithfully,
Seizo Onoe
"""
TABLES = """\
Ref:
Corrigendum 1 to TSB Circular 131
To:
– ITU-T Sector Members
Subject:
Corrected dates of the workshop

Paragraph
Instead of
Read
1
6 May 2026
7 May 2026
"""


def test_a_table_behind_the_head_at_the_end_belongs_where_it_is_introduced():
    letter = read(BODY + TABLES, "en")
    assert texts(letter, "subject") == ["Corrected dates of the workshop"]
    said = [passage.text for passage in letter.points[1].passages]
    assert said[0] == "The corrections are as follows:"
    assert said[1:4] == ["Paragraph", "Instead of", "Read"]
    assert said[-1] == "7 May 2026"


def test_tables_that_nothing_introduces_stay_where_they_are():
    letter = read(BODY.replace("follows:", "known.") + TABLES, "en")
    assert [len(point.passages) for point in letter.points] == [1, 1, 1]


LETTER = "Ref: TSB Circular 3\n\nDear Sir/Madam,\n\n1 We meet.\n\n{}Yours faithfully,\nLi Na\n"
OWN_FOOT = (
    "International Telecommunication Union • Place des Nations • CH-1211 Geneva 20 • Switzerland\n"
)


def test_an_annex_right_below_a_footer_is_an_annex():
    letter = read(LETTER.format("") + OWN_FOOT + "Annex 1\nAgenda\n", "en")
    assert [passage.text for passage in letter.annexes[0].passages] == ["Agenda"]


def test_a_paragraph_about_attachments_is_no_notice():
    said = "Please send the form by e-mail and any attachments in PDF."
    letter = read(LETTER.format(f"2 {said}\n\n"), "en")
    assert [point.text for point in letter.points] == ["We meet.", said]
    assert texts(letter, "closing") == ["Yours faithfully,"]


def test_a_head_that_was_quoted_is_no_mail():
    head = (
        "Our ref: TSB Circular 12\nContact: Anna Bell\nTel: +41 22 730 5111\n"
        "E-mail: tsb@itu.int\nSubject: Webinar (12 May 2026, 14:30)\n"
    )
    text = f"{head}\nDear Sir/Madam,\n\n1 We meet.\n\nYours faithfully,\n"
    letter = read("".join(f"> {line}\n" for line in text.splitlines()), "en")
    assert texts(letter, "subject") == ["Webinar (12 May 2026, 14:30)"]
    assert texts(letter, "person") == ["Anna Bell"]


def test_a_form_with_a_title_is_no_head_behind_the_letter():
    form = "Annex 1\n\nTitle: Mr / Ms\nName: ____\n\nSignature of the participant\n"
    letter = read(LETTER.format("2 Please note the following:\n\n3 It is here.\n\n") + form, "en")
    assert [len(point.passages) for point in letter.points] == [1, 1, 1]


def test_a_row_without_its_first_cell_is_a_row_unless_it_goes_on():
    rows = "5 May     Opening       Room A\n          Plenary       Room B\n"
    letter = read(LETTER.format(f"2 The programme:\n\n{rows}\n"), "en")
    said = [passage.text for passage in letter.points[1].passages]
    assert said == ["The programme:", "5 May", "Opening", "Room A", "Plenary", "Room B"]
    rows = "5 May     Opening and   Room A\n          closing       and B\n"
    letter = read(
        LETTER.format(f"2 The programme:\n\n{rows}6 May     Talks         Room C\n\n"), "en"
    )
    said = [passage.text for passage in letter.points[1].passages]
    assert said[1:4] == ["5 May", "Opening and closing", "Room A and B"]


def test_an_annex_of_a_document_may_follow_a_comma():
    sheet = document(
        "Ref: TSB Circular 3",
        "Dear Sir/Madam,",
        "We meet.",
        "Yours faithfully,",
        "Li Na",
        "Annex 1",
        "First line,",
        "second line,",
        "Annex 2",
        "Third thing.",
    )
    assert len(read_letter(sheet, languages()["en"]).annexes) == 2


def test_a_warning_above_a_mail_from_outside_is_no_part_of_the_letter():
    warning = "CAUTION: This email originated from outside of the organization. Do not click links."
    letter = read(f"{warning}\n\n{LETTER.format('')}", "en")
    assert [point.text for point in letter.points] == ["1 We meet."]
    assert not any("CAUTION" in text for part in letter.parts for text in texts(letter, part))


def test_headings_of_annexes_at_the_top_of_pages_are_no_headers_of_pages():
    pages = (
        "Annexes: 2\n\fANNEX 1 (to TSB Circular 3)\nFirst.\n\fANNEX 2 (to TSB Circular 3)\nNext.\n"
    )
    letter = read(LETTER.format("") + pages, "en")
    assert [annex.heading.text for annex in letter.annexes] == [
        "ANNEX 1 (to TSB Circular 3)",
        "ANNEX 2 (to TSB Circular 3)",
    ]


def test_numbered_headers_of_pages_are_headers():
    pages = "\fTSB Circular 3, page 2\nMore.\n\fTSB Circular 3, page 3\nStill more.\n"
    letter = read(LETTER.format(f"2 We go on.\n{pages}\n"), "en")
    assert not any("page" in passage.text for point in letter.points for passage in point.passages)


def test_a_sentence_about_an_annex_does_not_begin_one():
    annex = "Annex 1\n\nIt describes them.\nAnnex A forms part of it and Appendix I does\nnot.\n"
    letter = read(LETTER.format("") + annex, "en")
    assert len(letter.annexes) == 1


def test_the_last_line_of_a_wrapped_list_may_have_several_items():
    head = "Ref: TSB Circular 3\nCopy:\nThe Chair of SG3; the Regional Office for the\nAmericas; CITEL\n"
    letter = read(head + LETTER.partition("\n")[2].format(""), "en")
    assert texts(letter, "copies") == [
        "The Chair of SG3;",
        "the Regional Office for the Americas;",
        "CITEL",
    ]


def test_headers_of_annexes_that_count_their_own_pages_are_headers():
    head = "TSB Circular 3 - Annex 1 - page {}\n"
    pages = f"\f{head.format(1)}ANNEX 1\nThe opening is at\n\f{head.format(2)}noon.\n"
    (annex,) = read(LETTER.format("") + pages, "en").annexes
    assert not any("page" in passage.text for passage in annex.passages)


def test_an_annex_may_have_a_title_in_small_letters():
    annexes = "Annex 1 draft agenda\nOpening.\n\nAnnex 2 practical information\nHotels.\n"
    assert len(read(LETTER.format("") + annexes, "en").annexes) == 2
