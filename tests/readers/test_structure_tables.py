"""Tables that were typed: rows of cells set apart by tabs or wide spaces."""

import pytest
from readers.sheets import outline, read, read_document

WRAPPED = """\
Dear Sir/Madam,

1.  I am pleased to inform you that a workshop on cable stations will
    take place in Suva from 11 to 13 May 2026, at the invitation of the
    Government of Fiji, and that the stations of the island will be
    open to the participants on the last day of this workshop.

2.  The programme is given in the table below; all times are local, and
    they may change.

{table}

3.  Participation is free of charge. Participants should register not
    later than 20 April 2026.

Yours faithfully,
"""


def rows(letter, point=1):
    """The cells of a point by row."""
    found = {}
    for passage in letter.points[point].passages:
        if passage.row:
            found.setdefault(passage.row, []).append(passage.text)
    return list(found.values())


def test_a_row_of_a_table_set_with_spaces_is_no_part_of_a_wrapped_line():
    letter = read(
        WRAPPED.format(
            table="    Date            Hours       Session\n"
            "    11 May 2026     0900-1030   Opening and the speeches of our guests\n"
            "    12 May 2026     1100-1230   Power supply and cooling in the stations\n"
            "    13 May 2026     0930-1100   Closing"
        ),
        "en",
    )
    assert rows(letter) == [
        ["Date", "Hours", "Session"],
        ["11 May 2026", "0900-1030", "Opening and the speeches of our guests"],
        ["12 May 2026", "1100-1230", "Power supply and cooling in the stations"],
        ["13 May 2026", "0930-1100", "Closing"],
    ]
    assert outline(letter) == [("1", 0, 0), ("2", 0, 12), ("3", 0, 0)]
    assert str(letter.points[1].passages[5].at()) == "letter.txt:12:21"


def test_a_line_under_a_cell_goes_on_with_it():
    letter = read(
        WRAPPED.format(
            table="    11 May   Mr Jope Vakatora   0900-1030\n"
            "    12 May   Ms Ana Tuilagi     1100-1230\n"
            "             Regulator\n"
            "    All times are local."
        ),
        "en",
    )
    assert rows(letter) == [
        ["11 May", "Mr Jope Vakatora", "0900-1030"],
        ["12 May", "Ms Ana Tuilagi Regulator", "1100-1230"],
    ]
    assert letter.points[1].passages[-1].text == "All times are local."


def test_two_spaces_part_columns_where_one_begins_in_the_row_above():
    letter = read(
        WRAPPED.format(
            table="    11 May      0900-1030  Opening\n"
            "    12 June     1100-1230  Power supply\n"
            "    13 October  0930-1100  Closing"
        ),
        "en",
    )
    assert rows(letter)[2] == ["13 October", "0930-1100", "Closing"]


def test_columns_are_aligned_as_they_are_shown():
    letter = read(
        WRAPPED.format(table="    日期    Hours\n    May     0900-1030\n    June 2  1000-1100"),
        "en",
    )
    assert rows(letter) == [["日期", "Hours"], ["May", "0900-1030"], ["June 2", "1000-1100"]]


@pytest.mark.parametrize(
    "lines",
    [
        "    Venue      Suva",
        """    To:    The Director
           Place des Nations
           Fax: +41 22 730 5853    E-mail: tsb@itu.int""",
    ],
    ids=["one line", "out of line"],
)
def test_lines_whose_columns_are_not_aligned_are_no_table(lines):
    assert rows(read(WRAPPED.format(table=lines), "en")) == []


def test_paragraphs_of_a_document_with_tabs_are_rows_of_the_point_before():
    letter = read_document(
        "en",
        {"text": "Day\tHours", "cell": (0, 0, 0)},
        "Dear Sir/Madam,",
        "The sessions are:",
        "Day\tHours",
        "11 May\t0900-1030",
        "12 May\t\t1100-1230",
        "All times are local.",
    )
    assert [point.text for point in letter.points] == [
        "The sessions are:\nDay\nHours\n11 May\n0900-1030\n12 May\n1100-1230",
        "All times are local.",
    ]
    assert rows(letter, 0) == [["Day", "Hours"], ["11 May", "0900-1030"], ["12 May", "1100-1230"]]


def test_a_typed_table_below_a_table_has_rows_of_its_own():
    letter = read_document(
        "en",
        "Dear Sir/Madam,",
        {"text": "11 May", "cell": (0, 0, 0)},
        {"text": "0900-1030", "cell": (0, 0, 1)},
        "12 May\t1100-1230",
        "13 May\t0930-1100",
    )
    assert rows(letter, 0) == [
        ["11 May", "0900-1030"],
        ["12 May", "1100-1230"],
        ["13 May", "0930-1100"],
    ]


def test_rows_that_begin_with_numbers_are_no_paragraphs():
    letter = read(
        "Dear Sir/Madam,\n\n1\tThe webinars are on Thursdays:\n\n"
        "No.\tDate\tGeneva\n1\t5 March\t2100-2230\n2\t12 March\t2100-2230\n\n"
        "2\tParticipation is free of charge.\n\nYours faithfully,\n",
        "en",
    )
    assert [point.number for point in letter.points] == ["1", "2"]
    assert rows(letter, 0)[1:] == [
        ["1", "5 March", "2100-2230"],
        ["2", "12 March", "2100-2230"],
    ]


def test_strokes_between_cells_make_a_table():
    letter = read(
        WRAPPED.format(
            table="| Date | Hours | Session |\n"
            "|------|:-----:|---------|\n"
            "| 11 May 2026 | 0900-1030 | Opening |\n"
            "| 12 May 2026 | 1100-1230 | |\n"
        ),
        "en",
    )
    assert rows(letter) == [
        ["Date", "Hours", "Session"],
        ["11 May 2026", "0900-1030", "Opening"],
        ["12 May 2026", "1100-1230"],
    ]
    assert str(letter.points[1].passages[5].at()) == "letter.txt:13:17"


def test_a_stroke_on_one_line_alone_makes_none():
    letter = read(
        WRAPPED.format(table="    Suva | Fiji, where it is warm, is the place to be in May."), "en"
    )
    assert rows(letter) == []
