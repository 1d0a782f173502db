"""Points, items and what belongs to them are understood however they were typed."""

import pytest
from readers.sheets import outline, read, read_document, texts

FRONT = "Subject: Trees\n\nDear Sir/Madam,\n\n"
END = "\n\nYours faithfully,\n\nA. Director\n"


def body(text, front=FRONT, end=END):
    return read(front + text + end, "en")


@pytest.mark.parametrize(
    "text",
    [
        "1\tWe meet.\n2\tWe will:\n•\tplant;\n•\twater.\n3\tWe part.",
        "1.\tWe meet.\n\n2.\tWe will:\n\n-\tplant;\n\n-\twater.\n\n3.\tWe part.",
        "1) We meet.\n2) We will:\na) plant;\nb) water.\n3) We part.",
        "1. We meet.\n2. We will:\na. plant;\nb. water.\n3. We part.",
        "(1) We meet.\n(2) We will:\n– plant;\n– water.\n(3) We part.",
        "1 We meet.\n2 We will:\n* plant;\n* water.\n3 We part.",
        "1. We meet.\n2. We will:\n1) plant;\n2) water.\n3. We part.",
        "1. We meet.\n2. We will:\n1. plant;\n2. water.\n3. We part.",
        "1. We meet.\n2. We will:\nplant;\nwater.\n3. We part.",
        "1.\nWe meet.\n2.\nWe will:\n•\nplant;\n•\nwater.\n3.\nWe part.",
    ],
)
def test_numbers_make_points_and_bullets_make_items(text):
    letter = body(text)
    assert outline(letter) == [("1", 0, 0), ("2", 2, 0), ("3", 0, 0)]
    assert [passage.text for passage in letter.points[1].passages] == [
        "We will:",
        "plant;",
        "water.",
    ]
    assert letter.points[1].items == {1, 2}


def test_the_first_paragraph_may_begin_with_a_small_letter():
    """So it does in many languages, behind the comma of the salutation."""
    first = "хотел бы проинформировать вас о том, что МСЭ организует учебный курс для делегатов."
    letter = read(
        "Предмет: Курс\n\nУважаемая госпожа,\nуважаемый господин,\n\n"
        f"1 {first}\n\n2 Курс рассчитан на новых делегатов.\n\n3 Участие бесплатное.\n\n"
        "С уважением,\n\nА. Директор\n",
        "ru",
    )
    assert outline(letter) == [("1", 0, 0), ("2", 0, 0), ("3", 0, 0)]
    assert letter.points[0].text == first


def test_an_initial_is_no_mark_of_a_list():
    letter = body("1. Ask:\nM. Brown or\nT. Green.\n2. We part.")
    assert "M. Brown" in letter.points[0].text
    assert "T. Green" in letter.points[0].text


@pytest.mark.parametrize(
    "numbers", ["1 2 4", "1 1 2", "1 3 2", "2 3 4", "2 1 3", "1 2 2", "1 2 13"]
)
def test_numbers_that_are_wrong_still_make_points(numbers):
    text = "\n".join(f"{number}\tParagraph." for number in numbers.split())
    assert [point.number for point in body(text).points] == numbers.split()


def test_a_list_that_counts_as_far_as_the_points_stays_a_list():
    text = "1. We meet.\n2. Bring:\n1. a spade;\n2. a can;\n3. a tree.\n3. We part."
    assert outline(body(text)) == [("1", 0, 0), ("2", 3, 0), ("3", 0, 0)]


def test_a_paragraph_that_begins_with_a_date_is_found_by_its_number():
    letter = body("1\tWe meet.\n2\t31 October 2025 is the day.\n3\t2025 was good.")
    assert [point.text for point in letter.points] == [
        "We meet.",
        "31 October 2025 is the day.",
        "2025 was good.",
    ]


def test_a_paragraph_without_number_belongs_to_the_point_before():
    letter = body("1. We meet.\n\nBring water.\n\n2. We plant:\n- oaks.\n\nThen we rest.")
    assert outline(letter) == [("1", 0, 1), ("2", 1, 1)]
    assert letter.points[1].items == {1}


def test_a_paragraph_before_the_first_number_is_a_point_of_its_own():
    letter = body("We are pleased to write.\n\n1. We meet.\n2. We part.")
    assert [point.number for point in letter.points] == ["", "1", "2"]


def test_without_numbers_each_paragraph_is_a_point():
    letter = body("We meet.\n\nWe will:\n- plant;\n- water.\n\nWe part.")
    assert outline(letter) == [("", 0, 0), ("", 2, 0), ("", 0, 0)]


def test_a_numbered_list_in_a_letter_without_numbers_is_a_list():
    letter = body("We meet.\n\nWe will:\n1. plant;\n2. water.\n\nWe part.")
    assert outline(letter) == [("", 0, 0), ("", 2, 0), ("", 0, 0)]


def test_a_letter_without_salutation_begins_with_its_first_number():
    letter = body("1\tWe meet.\n2\tWe part.", front="Ref: TSB Circular 7\nSubject: Trees\n\n")
    assert [point.number for point in letter.points] == ["1", "2"]
    assert texts(letter, "subject") == ["Trees"]


def test_paragraphs_alone_are_a_letter():
    letter = body("1\tWe meet.\n2\tWe part.", front="", end="")
    assert [point.number for point in letter.points] == ["1", "2"]
    assert letter.parts == {}


# --- wrapped lines

WRAPPED = """\
1. The workshop opens the discussion of what the members of the Union do
with devices that nobody uses any more, and it ends with a report of the
group. It takes place in Suva from 0930 to 1700 hours on
7 May 2026; the doors open half an hour earlier, at 0900 hours, on level
2. The entrance is in the garden.

2. The objectives of the workshop are to:

   - compare how island states collect such devices, store them and keep
     records of them;
   - look at a method for recovering cobalt, developed by Study Group 5
     - and nobody else;
   - agree on a report.

3. A world-
wide map of collection points will be shown, and the plan for 2025-
2026 adopted.
"""


def test_lines_of_a_wrapped_paragraph_are_joined():
    letter = body(WRAPPED)
    assert outline(letter) == [("1", 0, 0), ("2", 3, 0), ("3", 0, 0)]
    assert letter.points[0].text.endswith(
        "on 7 May 2026; the doors open half an hour earlier, at 0900 hours, on level 2. "
        "The entrance is in the garden."
    )
    assert (
        letter.points[1].passages[2].text.endswith("developed by Study Group 5 - and nobody else;")
    )


def test_an_address_on_a_line_of_its_own_is_no_part_of_the_sentence_that_ended():
    page = "https://www.itu.int/md/T25-SG17-R-0042/en"
    letter = body(
        f"{WRAPPED}\n4. The text of the draft has been made available to all members.\n{page}\n"
    )
    assert letter.points[3].passages[1].text == page
    letter = body(
        f"{WRAPPED}\n4. The text of the draft has been available to all members at:\n{page}\n"
    )
    assert letter.points[3].text.endswith(f"members at: {page}")


def test_a_word_that_was_broken_at_its_hyphen_comes_together():
    letter = body(WRAPPED)
    assert "A world-wide map" in letter.points[2].text
    assert "the plan for 2025-2026 adopted" in letter.points[2].text


def test_every_word_of_a_joined_paragraph_has_its_place():
    letter = body(WRAPPED)
    lines = (FRONT + WRAPPED).split("\n")
    for passage in (passage for point in letter.points for passage in point.passages):
        for word in ("with devices", "Suva", "7 May", "The entrance", "records", "nobody", "wide"):
            if word in passage.text:
                at = passage.at(passage.text.index(word))
                assert lines[at.line - 1][at.column - 1 :].startswith(word)


def test_paragraphs_of_one_line_each_are_not_joined():
    letter = body("We meet in the garden of the library on the hill\nWe plant trees\nWe part")
    assert len(letter.points) == 3


def test_the_edge_of_a_page_does_not_divide_a_paragraph():
    edge = "\n\n- 2 -\nTSB Circular 7\n\n"
    letter = body(f"1\tWe meet and{edge}plant trees.\n2\tWe part.")
    assert [point.text for point in letter.points] == ["We meet and plant trees.", "We part."]


# --- documents of a word processor


def test_numbers_and_bullets_of_a_word_processor_are_marks():
    letter = read_document(
        "en",
        "Dear Sir/Madam,",
        {"text": "We meet.", "mark": "1"},
        {"text": "We will:", "mark": "2"},
        {"text": "plant;", "mark": "1", "level": 1},
        {"text": "water.", "mark": "2", "level": 1},
        {"text": "3\tWe part."},
        "Yours faithfully,",
    )
    assert outline(letter) == [("1", 0, 0), ("2", 2, 0), ("3", 0, 0)]


def test_a_line_break_does_not_divide_a_paragraph_but_makes_items():
    letter = read_document(
        "en", "Dear Sir/Madam,", "1\tWe meet\nand plant:\n- oaks;\n- elms.", "2\tWe part."
    )
    assert [passage.text for passage in letter.points[0].passages] == [
        "We meet and plant:",
        "oaks;",
        "elms.",
    ]


def test_cells_of_a_table_belong_to_the_point_before_row_by_row():
    letter = read_document(
        "en",
        "Dear Sir/Madam,",
        {"text": "The deadlines are:", "mark": "1"},
        {"text": "Registration", "cell": (0, 0, 0)},
        {"text": "3 May", "cell": (0, 0, 1)},
        {"text": "2026", "cell": (0, 0, 1)},
        {"text": "Visas", "cell": (0, 1, 0), "mark": "2."},
        {"text": "4 May 2026", "cell": (0, 1, 1)},
        {"text": "We part.", "mark": "2"},
    )
    assert outline(letter) == [("1", 0, 4), ("2", 0, 0)]
    passages = letter.points[0].passages
    assert passages[2].text == "3 May 2026"
    assert [passage.row for passage in passages] == [None, (0, 0), (0, 0), (0, 1), (0, 1)]


def test_rows_of_a_table_in_a_text_are_divided_at_their_tabs():
    letter = body("1\tThe deadlines are:\nRegistration\t3 May 2026\nVisas\t4 May 2026\n2\tEnd.")
    assert [passage.text for passage in letter.points[0].passages[1:]] == [
        "Registration",
        "3 May 2026",
        "Visas",
        "4 May 2026",
    ]
    assert str(letter.points[0].passages[2].at()) == "letter.txt:6:14"


def test_a_letter_that_stands_in_one_big_table_is_read_like_any_other():
    cell = (0, 0, 0)
    letter = read_document(
        "en",
        {"text": "Dear Sir/Madam,", "cell": cell},
        {"text": "We meet.", "mark": "1", "cell": cell},
        {"text": "We part.", "mark": "2", "cell": cell},
    )
    assert outline(letter) == [("1", 0, 0), ("2", 0, 0)]


def test_footnotes_belong_to_the_last_point():
    letter = read_document(
        "en",
        "Dear Sir/Madam,",
        {"text": "We meet.", "mark": "1"},
        {"text": "In the garden.", "story": "note"},
    )
    assert outline(letter) == [("1", 0, 1)]
