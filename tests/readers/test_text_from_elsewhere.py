"""Texts that came by mail, out of a PDF, or as Markdown are the letters that they were."""

import pytest
from readers.sheets import read, texts

from circgen.readers.text import read_text

LETTER = """\
International Telecommunication Union
Telecommunication Standardization Bureau

Geneva, 3 February 2026

Ref: TSB Circular 131
Tel: +41 22 730 5901
E-mail: tsbwaste@itu.int

To:
- Administrations of Member States of the Union
- ITU-T Sector Members

Subject: Second Workshop on Electronic Waste

Dear Sir/Madam,

1. The workshop will be held in Lisbon on 7 May 2026, from 0930 to 1700 hours.

2. Registration is mandatory; please see https://www.itu.int/go/waste.

Yours faithfully,

Seizo Onoe
Director of the Telecommunication Standardization Bureau
"""
QUOTED = "".join(f"> {line}".rstrip() + "\n" for line in LETTER.splitlines())
HEADERS = """\
From: Ana Lopes <ana@post.example>
Sent: Tuesday, February 3, 2026 4:12 PM
To: Office <office@post.example>
Subject: FW: a circular
"""
MAILS = {
    "quoted, below the headers of the mail": f"{HEADERS}\nDear all,\nplease see below.\n\n{QUOTED}",
    "quoted, above a name": f"Dear Ana,\n\nfor you.\n\n{QUOTED}\n-- \nAna Lopes\nTel: +351 21 555 01 00\n",
    "quoted with the headers of the mail": (
        "For you.\n\n> -----Original Message-----\n"
        + "".join(f"> {line}\n" for line in HEADERS.splitlines())
        + f">\n{QUOTED}"
    ),
    "below a line of dashes": f"For you.\n\n-----Original Message-----\n{HEADERS}\n{LETTER}",
    "below words": f"Begin forwarded message:\n\n{HEADERS}\n\n{LETTER}",
    "above a rule and what a firm always says": (
        f"Please see.\n\n{'_' * 32}\n{HEADERS}\n{LETTER}\n{'_' * 32}\nThis mail is confidential.\n"
    ),
    "quoted with headers without a time, above a signature": (
        "For you.\n\n> -----Original Message-----\n> From: Ana <ana@post.example>\n"
        f"> Subject: TSB Circular 99\n>\n{QUOTED}>\n> --\n> You are on the list of TSB.\n"
    ),
    "between two lines of dashes": (
        "Коллеги, для сведения.\n\n-------- Пересылаемое сообщение --------\n"
        "Тема: Циркуляр\nОт: ana@post.example\nКому: undisclosed-recipients:;\n\n"
        f"{LETTER}\n-------- Конец пересылаемого сообщения --------\n\nТолько для адресатов.\n"
    ),
    "in another language": (
        "Коллеги, добрый день!\n\n________________________________\n"
        "От: Ана Лопес <ana@post.example>\nОтправлено: 3 февраля 2026 г. 16:40\n"
        f"Кому: Канцелярия\nТема: Циркуляр\n\n{LETTER}"
    ),
}


def whole(letter):
    """What a letter says: its parts, and the text of its paragraphs."""
    parts = {part: texts(letter, part) for part in letter.parts}
    return parts, [(point.number, point.text) for point in letter.points]


@pytest.mark.parametrize("mail", MAILS)
def test_a_letter_that_was_passed_on_is_read_without_the_mail(mail):
    assert whole(read(MAILS[mail], "en")) == whole(read(LETTER, "en"))


def test_what_was_passed_on_keeps_its_place():
    mail = MAILS["below a line of dashes"]
    (phone,) = read(mail, "en").parts["tel"]
    row = mail.splitlines()[phone.at().line - 1]
    assert row[phone.at().column - 1 :] == "+41 22 730 5901"


def test_lines_with_colons_in_a_letter_are_no_headers():
    facts = "Day: 7 May 2026\nHours: 09:30-17:00, 2026\nQuestions: waste@itu.int\n"
    text = LETTER.replace("\n2. ", f"\n{facts}\n2. ")
    letter = read(text, "en")
    assert texts(letter, "subject") == ["Second Workshop on Electronic Waste"]
    assert letter.points[0].text.startswith("The workshop")


# --- Markdown

MARKDOWN = """\
**International Telecommunication Union**
Telecommunication Standardization Bureau

*Geneva, 3 February 2026*

| | |
|---|---|
| **Ref:** | TSB Circular 131 |
| **Tel:** | +41 22 730 5901 |
| **E-mail:** | [tsbwaste@itu.int](mailto:tsbwaste@itu.int) |

**To:**

- Administrations of Member States of the Union
- ITU-T Sector Members

**Subject:** Second Workshop on Electronic Waste

Dear Sir/Madam,

1. The workshop will be held in **Lisbon** on _7 May 2026_, from 0930 to 1700 hours.

2. Registration is mandatory; please see [https://www.itu.int/go/waste](https://www.itu.int/go/waste).

Yours faithfully,

*Seizo Onoe*
Director of the Telecommunication Standardization Bureau
"""


def test_marks_of_markdown_are_no_part_of_a_letter():
    assert whole(read(MARKDOWN, "en")) == whole(read(LETTER, "en"))


PANDOC = """\
::: {align="right"}
Geneva, 3 February 2026
:::

  ----------------- ---------------------
  **Ref:**          TSB Circular 131<br>SG5/AL
  ----------------- ---------------------

Dear Sir/Madam,

1. We meet on **7--8 May 2026 (Thursday--Friday)** -- not earlier.

Yours faithfully,

# ANNEX 1<br>(to TSB Circular 131) {#annex-1}

Please note.
"""


def test_styles_breaks_and_dashes_of_markdown_are_read_as_they_are_shown():
    letter = read(PANDOC, "en")
    assert texts(letter, "dateline") == ["Geneva, 3 February 2026"]
    assert texts(letter, "reference") == ["TSB Circular 131 SG5/AL"]
    assert letter.parts.keys() == {"dateline", "reference", "salutation", "closing"}
    (point,) = letter.points
    assert point.text == "We meet on 7–8 May 2026 (Thursday–Friday) – not earlier."
    (annex,) = letter.annexes
    assert annex.heading.text == "ANNEX 1 (to TSB Circular 131)"


def test_a_link_whose_words_are_no_address_shows_both():
    (line, *_) = read_text(b"## See [the page](https://a.example)\n\n## Two\n", "a.txt").lines
    assert line.text == "See the page (https://a.example)"


def test_stars_and_lines_of_a_plain_text_stay():
    (line,) = read_text(b"a_b and *c*, \\d and `e`", "a.txt").lines
    assert line.text == "a_b and *c*, \\d and `e`"


# --- out of a PDF

TWO_COLUMNS = """\
Ref:       TSB Circular 131               To:

           SG5/RA                         - Administrations of Member
                                            States of the Union
Tel:       +41 22 730 5901
                                          - ITU-T Sector Members
E-mail:    tsbwaste@itu.int
Web:       https://itu.int/go/waste-2026 Copy to:
                                          - The Director of the
                                          Telecommunication Development
                                          Bureau

Subject:   Second Workshop on Electronic Waste

Dear Sir/Madam,

1          We meet.
"""


def test_two_columns_are_read_one_after_the_other():
    letter = read(TWO_COLUMNS, "en")
    assert texts(letter, "reference") == ["TSB Circular 131", "SG5/RA"]
    assert texts(letter, "to") == [
        "Administrations of Member States of the Union",
        "ITU-T Sector Members",
    ]
    copies = "The Director of the Telecommunication Development Bureau"
    assert texts(letter, "copies") == [copies]
    assert texts(letter, "website") == ["https://itu.int/go/waste-2026"]
    assert "other" not in letter.parts


CELLS = """\
Ref:

TSB Circular 131

To:

Tel:

+41 22 730 5901

- Administrations of
Member States of the
Union

E-mail:

tsbwaste@itu.int

- ITU-T Sector Members

Contact:

Maria Lopes (Maria
de Lopes)

Subject:

Second Workshop on
Electronic Waste

Dear Sir/Madam,
1
The workshop will be held in Lisbon, to:

\uf0b7
\uf0b7
\uf0b7

review the work, with the experts of
all regions;
plan the next steps; and
tell others.

2
Registration is mandatory.
"""


def test_cells_line_by_line_are_put_together():
    letter = read(CELLS, "en")
    assert texts(letter, "reference") == ["TSB Circular 131"]
    assert texts(letter, "to") == [
        "Administrations of Member States of the Union",
        "ITU-T Sector Members",
    ]
    assert texts(letter, "tel") == ["+41 22 730 5901"]
    assert texts(letter, "person") == ["Maria Lopes (Maria de Lopes)"]
    assert " ".join(texts(letter, "subject")) == "Second Workshop on Electronic Waste"


def test_numbers_and_bullets_above_their_texts_are_marks():
    letter = read(CELLS, "en")
    assert [point.number for point in letter.points] == ["1", "2"]
    first = letter.points[0]
    items = [first.passages[index] for index in sorted(first.items)]
    assert [item.mark for item in items] == ["\uf0b7"] * 3
    assert items[1].text == "plan the next steps; and"


FOOT = (
    "International Telecommunication Union • Place des Nations • Tel.: +41 22\n730 5111 • itu.int"
)
PAGES = f"""\
Subject: Second Workshop

Dear Sir/Madam,

1       The workshop will be held in the old town of Lisbon, at the invitation of the
Administration of Portugal, whose experts will also
{FOOT}
1

\f-2-TSB Circular 131
speak on the first day.

2       Registration is mandatory.

Yours faithfully,

Annex: 1
{FOOT}
2

\f-3-TSB Circular 131
ANNEX 1
Draft agenda
1 Opening of the meeting
2 Approval of the agenda
3 Any other business
{FOOT}
3
\f"""


def test_headers_and_footers_of_pages_stand_in_no_paragraph():
    letter = read(PAGES, "en")
    assert [point.number for point in letter.points] == ["1", "2"]
    assert letter.points[0].text.endswith("whose experts will also speak on the first day.")
    assert letter.points[1].text == "Registration is mandatory."


def test_an_annex_may_count_anew():
    (annex,) = read(PAGES, "en").annexes
    agenda = [(passage.mark, passage.text) for passage in annex.passages[1:]]
    assert agenda == [
        ("1", "Opening of the meeting"),
        ("2", "Approval of the agenda"),
        ("3", "Any other business"),
    ]


def test_days_of_a_month_are_no_numbers_of_paragraphs():
    text = PAGES.replace("1 Opening", "1 June").replace("2 Approval", "2 June")
    (annex,) = read(text.replace("3 Any", "3 June"), "en").annexes
    assert not any(passage.mark for passage in annex.passages)


def test_rows_with_a_day_are_no_paragraphs():
    row = "10 March                1000-1045               Opening ceremony and a long speech"
    text = f"Dear Sir/Madam,\n\n1 We meet.\n\n2 The programme:\n\n{row}\n\n3 All are welcome.\n"
    assert [point.number for point in read(text, "en").points] == ["1", "2", "3"]


# --- tables and lists that a program has put line by line

CELLS_OF_A_TABLE = """\
Dear Sir/Madam,

We meet in Lisbon on 7 May 2026.

Please note the following deadlines:

Date
Action
8 March 2026
Submit contributions for which translation is requested
2 April 2026
Register

The meeting will be held in English.
"""


def test_cells_line_by_line_are_no_paragraphs():
    letter = read(f"Ref: TSB Circular 7\n\n{CELLS_OF_A_TABLE}", "en")
    assert [len(point.passages) for point in letter.points] == [1, 7, 1]


def test_numbers_of_two_levels_are_marks():
    typed = "2.1 Hotels are near.\n\n2.2 «Palace» is nearest.\n\nE.164 is a Recommendation."
    text = f"Dear Sir/Madam,\n\n1. We meet.\n\nYours faithfully,\n\nANNEX 1\n\n{typed}\n"
    (annex,) = read(text, "en").annexes
    assert [passage.mark for passage in annex.passages] == ["2.1", "2.2", ""]
    assert annex.passages[0].text == "Hotels are near."


def test_a_label_may_stand_at_the_end_of_a_line():
    letter = read(
        "Ref: TSB Circular 7 To:\n- Members\n- Others\n\nDear Sir/Madam,\n\n1. Yes.\n", "en"
    )
    assert texts(letter, "reference") == ["TSB Circular 7"]
    assert texts(letter, "to") == ["Members", "Others"]


def test_a_dash_that_begins_a_line_may_belong_to_a_name():
    text = "Кому:\n– Членам Сектора\n– Академическим организациям\n– Членам МСЭ\n\nУважаемая госпожа,\n\n1. Да.\n"
    assert texts(read(text, "ru"), "to")[1] == "Академическим организациям – Членам МСЭ"


def test_labels_may_stand_above_all_their_values():
    text = "Ref: TSB Circular 7\nTel:\nE-mail:\nWeb:\n+41 22 730 5901\nabc@itu.int\nhttps://itu.int/abc\n"
    letter = read(f"{text}\nDear Sir/Madam,\n\n1. Yes.\n", "en")
    values = [texts(letter, part) for part in ("tel", "email", "website")]
    assert values == [["+41 22 730 5901"], ["abc@itu.int"], ["https://itu.int/abc"]]


# --- what looks like a mail, and is none


def test_a_line_of_dashes_in_a_letter_is_no_mail():
    contact = "---------- Contact ----------\nTelephone: +41 22 730 5901\nE-mail: a@post.example\n"
    letter = read(LETTER.replace("\n2. ", f"\n{contact}\n2. "), "en")
    assert letter.points[-1].text.startswith("Registration is mandatory")
    assert texts(letter, "signature")


def test_a_line_of_dashes_in_a_letter_that_was_passed_on_does_not_end_it():
    mail = MAILS["below a line of dashes"]
    letter = read(f"{mail}\n-------- ANNEX 1 --------\nProgramme: 7 May 2026\n", "en")
    assert any("7 May 2026" in unit.text for unit in all_passages(letter))


def test_dashes_with_blanks_before_them_are_no_signature():
    annex = "            --\n\nANNEX 1\n\nProgramme\n"
    assert len(read(LETTER + annex, "en").annexes) == 1


def test_hyphens_of_addresses_stay():
    text = b"## One\n\n## Two\n\nSee https://xn--e1a.example/a--b, ask a--b@post.example -- today."
    *_, line = read_text(text, "a.txt").lines
    assert line.text == "See https://xn--e1a.example/a--b, ask a--b@post.example – today."


def all_passages(letter):
    """Every passage of a letter."""
    yield from (passage for passages in letter.parts.values() for passage in passages)
    yield from (passage for point in letter.points for passage in point.passages)
    yield from (passage for annex in letter.annexes for passage in annex.passages)
