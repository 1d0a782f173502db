import re

import pytest
from writers.example import (
    ANNEXED,
    ARABIC,
    DRAFT,
    ENGLISH,
    EVENT,
    NBSP,
    RUSSIAN,
    SITE,
    line,
    paragraph,
)

from circgen.document import Paragraph, Run
from circgen.writers.text import text


def printed(*runs):
    """The paragraph of a letter that says nothing else."""
    letter = ENGLISH._replace(paragraphs=(paragraph(1, "opening", Paragraph(runs)),))
    return re.search(r"^1\t(.*)$", text(letter), re.MULTILINE)[1]


def test_the_head_of_a_letter_reads_as_on_the_page():
    assert text(RUSSIAN).startswith(
        f"""Международный союз электросвязи
Бюро стандартизации электросвязи

Женева, 15{NBSP}октября 2025{NBSP}года

Осн.:	Циркуляр 81 БСЭ

Кому:
–	Администрациям Государств – Членов Союза
–	Государству Палестина (Рез. 99 (Пересм. Дубай, 2018 г.))
–	Членам Сектора МСЭ-Т
–	Ассоциированным членам МСЭ-Т
–	Академическим организациям – Членам МСЭ

Копии:
–	Председателям и заместителям председателей исследовательских комиссий МСЭ-Т
–	Директору Бюро развития электросвязи
–	Директору Бюро радиосвязи

Тел.:	+41{NBSP}22{NBSP}730{NBSP}6301
Факс:	+41{NBSP}22{NBSP}730{NBSP}5853
Эл. почта:	u4ssc@itu.int

Предмет:	Девятое собрание в рамках инициативы "Объединение усилий в целях построения "умных" устойчивых городов" (U4SSC) (виртуальный формат, 31 октября 2025 г.)

Уважаемая госпожа,
уважаемый господин,

1	Имею честь сообщить вам,"""
    )


def test_the_end_of_a_letter_reads_as_on_the_page():
    assert text(ENGLISH).endswith(
        """
7	On the same day, from 1200 to 1300 hours (CET), a webinar on <people & cities> celebrates World Cities Day.

Yours faithfully,

(Signed)
Seizo Onoe
Director of the Telecommunication
Standardization Bureau

International Telecommunication Union • Place des Nations • CH-1211 Geneva 20 • Switzerland
"""
    )


def test_bullets_and_later_paragraphs_stay_with_their_number():
    assert """
4	The meeting will:
•	hear how the thematic and working groups of U4SSC are getting on;
•	discuss new activities, and approve the work plan for 2025-2026.
Further items may be proposed to the secretariat.
""" in text(ENGLISH)


def test_annexes_have_headings_tables_and_numbered_lists():
    assert """
Annexes: 2

ANNEX 1
(to TSB Circular 81)

Practical information

Deadlines

The deadlines are counted back from the opening:

Deadline	What is due by then
30 August 2025	Contributions that are to be translated
18 October 2025	Other contributions
19 October 2025

How to connect

1.	Register.
2.	Wait for the link.

If that fails

1.	Write to the secretariat.
2.	Try again.

•	a bullet in an annex

ANNEX 2
(to TSB Circular 81)
""" in text(ANNEXED)


def test_a_draft_says_so_on_its_first_line():
    assert text(DRAFT).splitlines()[0] == "DRAFT"


def test_later_lines_of_a_value_stand_below_the_first():
    assert "\nSubject:\tNinth meeting of" in text(ENGLISH)
    assert "\n\t(virtual, 31 October 2025)\n" in text(ENGLISH)


def test_the_address_of_a_link_follows_its_words_once():
    words = (Run("the "), Run("event ", link=EVENT), Run("site", link=EVENT, bold=True), Run("."))
    assert printed(*words) == f"the event site ({EVENT})."


@pytest.mark.parametrize(
    ("words", "link"),
    [
        (SITE, SITE),
        ("u4ssc.itu.int", SITE),
        ("https://u4ssc.itu.int", SITE),
        ("u4ssc@itu.int", "mailto:u4ssc@itu.int"),
        ("+41227306301", "tel:+41227306301"),
    ],
)
def test_a_link_whose_words_are_its_address_says_it_once(words, link):
    assert printed(Run(words, link=link)) == words


def test_an_address_of_mail_is_spelled_out_without_its_scheme():
    assert printed(Run("write", link="mailto:a@itu.int")) == "write (a@itu.int)"


def test_no_line_ends_in_a_space_and_the_last_one_ends(circular):
    spaced = circular._replace(closing=line("Yours faithfully, \t"))
    lines = text(spaced).split("\n")
    assert [each for each in lines if each != each.rstrip(" \t")] == []
    assert lines[-1] == ""
    assert lines[-2] != ""


def test_no_break_spaces_stay_even_at_the_end_of_a_line():
    assert f"\nYours{NBSP}\n" in text(ENGLISH._replace(closing=line(f"Yours{NBSP}")))


def test_a_line_break_in_a_cell_does_not_break_the_row():
    table = ANNEXED.annexes[0].blocks[2]
    broken = table._replace(rows=((line("a\nb"), line("c")),))
    annex = ANNEXED.annexes[0]._replace(blocks=(broken,))
    assert "\na b\tc\n" in text(ANNEXED._replace(annexes=(annex,)))


def test_parts_that_a_letter_lacks_leave_no_gap():
    bare = ENGLISH._replace(dateline=(), salutation=(), closing=(), signature=(), footer="")
    assert "\n\n\n" not in text(bare)
    assert "Geneva, 15" not in text(bare)


def test_right_to_left_text_keeps_the_order_it_is_read_in():
    assert "\nالمرجع:\tالرسالة المعممة 81 لمكتب تقييس الاتصالات\n" in text(ARABIC)
