"""Tables of two documents are compared row by row."""

import pytest
from comparison.rules.sides import recogniser, whole
from readers.sheets import read_document

from circgen.comparison.pair import compared
from circgen.comparison.rules import rules
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


def test_the_year_of_a_weekday_is_in_its_row():
    """In 2026 the fifth of June is a Friday, in 2027 a Saturday."""

    def weekdays(day):
        rows = [["Year", "Day"], ["2026", day], ["2027", "Monday, 7 June"]]
        return [f.message for f in rules()["weekday"](side("en", "Dear Sir,", "Days", rows), None)]

    assert weekdays("Friday, 5 June") == []
    assert weekdays("Saturday, 5 June") == ["1: Saturday is not 5 June 2026, which is a Friday"]


# --- tables that were typed

TYPED = {
    "en": [
        ["Date", "Hours", "Session"],
        ["11 May 2026", "0900-1030", "Opening"],
        ["12 May 2026", "0930-1100", "Power supply"],
        ["12 May 2026", "1400-1530", "Monitoring and repair"],
    ],
    "ru": [
        ["Дата", "Часы", "Заседание"],
        ["11 мая 2026 г.", "09:00-10:30", "Открытие"],
        ["12 мая 2026 г.", "09:30-11:00", "Электропитание"],
        ["12 мая 2026 г.", "14:00-15:30", "Мониторинг и ремонт"],
    ],
}
LETTERS = {
    "en": "Dear Sir/Madam,\n\n1\tThe sessions are:\n\n{}\n\n2\tParticipation is free of charge.\n",
    "ru": "Уважаемая госпожа,\n\n1\tЗаседания:\n\n{}\n\n2\tУчастие бесплатное.\n",
}
ANNEXED = {
    "en": "Dear Sir/Madam,\n\n1\tSee Annex 1.\n\nYours faithfully,\n\nANNEX 1\n\nSessions\n\n{}\n",
    "ru": "Уважаемая госпожа,\n\n1\tСм. Приложение 1.\n\nС уважением,\n\n"
    "ПРИЛОЖЕНИЕ 1\n\nЗаседания\n\n{}\n",
}


def spaced(rows):
    return "\n".join("".join(cell.ljust(18) for cell in row).rstrip() for row in rows)


def tabbed(rows):
    return "\n".join("\t".join(row) for row in rows)


def found_in_typed(typed, russian, letters=LETTERS, english=TYPED["en"]):
    sides = (
        whole(letters[code].format(typed(rows)), code)
        for code, rows in (("en", english), ("ru", russian))
    )
    return [
        f"{f.location.line}:{f.location.column} {f.level} {f.message}" for f in compared(*sides)
    ]


def exchanged(rows, column):
    """Rows, the third and the fourth with each other's cell."""
    first, second = list(rows[2]), list(rows[3])
    first[column], second[column] = second[column], first[column]
    return [*rows[:2], first, second]


@pytest.mark.parametrize(
    ("typed", "places"), [(spaced, ("7:19", "8:19")), (tabbed, ("7:16", "8:16"))]
)
def test_hours_of_typed_rows_that_changed_places_are_found_at_the_rows(typed, places):
    assert found_in_typed(typed, TYPED["ru"]) == []
    assert found_in_typed(typed, exchanged(TYPED["ru"], 1)) == [
        f"{places[0]} error 1: 14:00-15:30 (ru) is 09:30-11:00 (en)",
        f"{places[1]} error 1: 09:30-11:00 (ru) is 14:00-15:30 (en)",
    ]


def test_rows_need_not_have_as_many_cells_in_both():
    english = [TYPED["en"][0], *([f"{day}, {hours}", what] for day, hours, what in TYPED["en"][1:])]
    assert found_in_typed(tabbed, TYPED["ru"], english=english) == []
    late = [*TYPED["ru"][:3], ["13 мая 2026 г.", *TYPED["ru"][3][1:]]]
    assert found_in_typed(tabbed, late, english=english) == [
        "8:1 error 1: 2026-05-13 (ru) is 2026-05-12 (en)"
    ]


def test_a_row_that_an_annex_lacks_is_one_item():
    assert found_in_typed(tabbed, TYPED["ru"], ANNEXED) == []
    assert found_in_typed(tabbed, [*TYPED["ru"][:2], TYPED["ru"][3]], ANNEXED) == [
        "12:1 error annex 1: item 4 (en) is missing (ru)"
    ]
