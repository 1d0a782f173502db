"""Tables of two documents are compared row by row."""

import pytest
from comparison.rules.sides import recogniser
from readers.sheets import read_document

from circgen.comparison.pair import compared
from circgen.comparison.side import Side

ENGLISH = [
    ["Date", "Time", "Moderator"],
    ["7 October 2026", "14:00-15:30 CEST", "Ms Hanna Virtanen"],
    ["28 October 2026", "14:00-15:30 CET", "Mr Kenji Morita"],
    ["12 November 2026", "16:00-17:15 CET", "Ms Amina Diop"],
]
RUSSIAN = [
    ["Дата", "Время", "Ведущий"],
    ["7 октября 2026 г.", "14:00–15:30 (CEST)", "г-жа Ханна Виртанен"],
    ["28 октября 2026 г.", "14:00–15:30 (CET)", "г-н Кэндзи Морита"],
    ["12 ноября 2026 г.", "16:00–17:15 (CET)", "г-жа Амина Диоп"],
]


def side(code, salutation, intro, table):
    cells = [
        {"text": text, "cell": (0, row, column)}
        for row, texts in enumerate(table)
        for column, text in enumerate(texts)
    ]
    letter = read_document(code, salutation, {"text": intro, "mark": "1"}, *cells)
    return Side(letter, recogniser(code))


def found(russian, english=ENGLISH):
    sides = (
        side("en", "Dear Sir/Madam,", "The dates are as follows:", english),
        side("ru", "Уважаемая госпожа,", "Ниже указаны даты:", russian),
    )
    return [f"{f.location.paragraph} {f.level} {f.message}" for f in compared(*sides)]


def changed(row, column, text):
    table = [list(cells) for cells in RUSSIAN]
    table[row][column] = text
    return table


def test_nothing_is_found_in_tables_that_say_the_same():
    assert found(RUSSIAN) == []


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (changed(2, 1, "14:00–15:30 (CEST)"), "10 error 1: CEST (ru) is CET (en)"),
        (changed(1, 0, "28 октября 2026 г."), "6 error 1: 2026-10-28 (ru) is 2026-10-07 (en)"),
        (changed(3, 1, "14:00–15:30 (CET)"), "13 error 1: 14:00-15:30 (ru) is 16:00-17:15 (en)"),
    ],
    ids=["zone", "date", "hours"],
)
def test_a_value_that_another_row_has_is_wrong_in_this_one(table, expected):
    assert [each for each in found(table) if "error" in each] == [expected]


def test_rows_that_say_facts_of_other_kinds_are_compared_together():
    english = [
        [*row[:1], row[1].replace(" CET", "").replace(" CEST", ""), row[2]] for row in ENGLISH
    ]
    assert [each for each in found(RUSSIAN, english) if " hours" in each or " date" in each] == []


def test_a_row_that_is_lost_is_missed():
    assert [each for each in found(RUSSIAN[:-1]) if "error" in each] == [
        "2 error 1: 2026-11-12 (en) is missing (ru)",
        "2 error 1: 16:00-17:15 (en) is missing (ru)",
    ]


def test_a_cell_needs_no_mark_at_its_end():
    english = [row[::-1] for row in ENGLISH]
    assert found([row[::-1] for row in RUSSIAN], english) == []
