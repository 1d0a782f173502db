import pytest
from comparison.rules.sides import FILE, found, found_in, passage, recogniser, shown

from circgen.comparison.side import Side
from circgen.readers.letter import Letter, Point

RULE = "numbering"


def letter(*numbers, code="en"):
    """Paragraphs with these numbers, from line 3 on, a line each."""
    salutation = {"en": "Dear Sir/Madam,", "ru": "Уважаемая госпожа,"}[code]
    text = {"en": "The meeting has a plan.", "ru": "У собрания есть план."}[code]
    return "\n".join([salutation, "", *(f"{number}\t{text}" for number in numbers)])


def with_items(*marks):
    """One paragraph whose items have these marks, a line each from line 2 on."""
    text = passage("The aims are as follows:")
    items = tuple(passage("an aim;", line, mark) for line, mark in enumerate(marks, 2))
    point = Point("1", (text, *items), frozenset(range(1, len(marks) + 1)))
    return Side(Letter(FILE, "en", {}, (point,)), recogniser("en"))


@pytest.mark.parametrize("code", ["en", "ru"])
@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("1245", ["5:3 error 4: 4 follows 2"]),
        ("12234", ["5:3 error 2: 2 follows 2"]),
        ("1213", ["5:3 error 1: 1 follows 2"]),
        ("12945", ["5:3 error 9: 9 follows 2"]),
        ("1235", ["6:3 error 5: 5 follows 3"]),
        ("923", ["3:3 error 9: the first number is 9"]),
        ("234", ["3:3 warning 2: the first number is 2"]),
    ],
)
def test_numbers_that_jump_repeat_or_go_back_are_found_once(code, numbers, expected):
    assert shown(found(RULE, letter(*numbers, code=code), code)) == expected


@pytest.mark.parametrize("numbers", ["1", "123", "123456789"])
def test_numbers_one_after_the_other_are_right(numbers):
    assert found(RULE, letter(*numbers)) == []


def test_paragraphs_without_numbers_are_right():
    text = "Dear Sir/Madam,\n\nThe meeting has a plan.\n\nIt is free of charge.\n"
    assert found(RULE, text) == []


def test_the_number_before_is_the_evidence():
    (finding,) = found(RULE, letter(1, 2, 4))
    assert (finding.source.value, finding.target.value) == ("2", "4")
    assert finding.source.at.line == 4


A, C = "\N{CYRILLIC SMALL LETTER A})", "\N{CYRILLIC SMALL LETTER ES})"
"""Marks that look like Latin ones: typists take them from either keyboard."""


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (["a)", "b)", "d)"], ["4:1 error 1: d follows b"]),
        (["a)", "b)", "b)", "c)"], ["4:1 error 1: b follows b"]),
        (["1.", "2.", "4."], ["4:1 error 1: 4 follows 2"]),
        (["(i)", "(ii)", "(iv)"], ["4:1 error 1: iv follows ii"]),
        (["а)", "в)", "б)"], ["4:1 error 1: б follows в"]),
        (["б)", "б)"], ["3:1 error 1: б follows б"]),
        ([A, "b)", "d)"], ["4:1 error 1: d follows b"]),
    ],
)
def test_a_list_that_is_not_in_order_is_found(marks, expected):
    assert shown(found_in(RULE, with_items(*marks))) == expected


@pytest.mark.parametrize(
    "marks",
    [
        ["a)", "b)", "c)"],
        ["1.", "2.", "3."],
        ["1.", "a)", "b)", "2.", "a)", "b)"],
        ["a)", "b)", "c)", "d)", "e)", "f)", "g)", "h)", "i)", "j)"],
        ["i)", "ii)", "iii)", "iv)", "v)", "vi)"],
        ["а)", "б)", "в)", "г)", "д)", "е)", "ж)", "з)", "и)", "к)"],  # й is left out
        ["•", "•", "–", "•"],
        ["b)", "c)"],  # the first may stand in the paragraph
        ["1.", "2.", "1.", "2."],
        [A, "b)", C, "d)"],
        [A, "б)", "в)"],
    ],
)
def test_a_list_in_order_is_right(marks):
    assert found_in(RULE, with_items(*marks)) == []


@pytest.mark.parametrize("mark", ["xv)", "IIII.", "(vx)", "\N{SUPERSCRIPT TWO})"])
def test_a_mark_that_is_no_number_is_not_counted(mark):
    assert shown(found_in(RULE, with_items("1)", "2)", mark, mark, "3)"))) == []


def test_the_number_of_the_circular_is_none_of_an_annex():
    text = letter(1) + (
        "\n\nYours faithfully,\n\nANNEX (to TSB Circular 81)\n\nThe plan is here.\n"
    )
    assert found(RULE, text) == []


def test_annexes_are_counted_too():
    text = letter(1) + (
        "\n\nYours faithfully,\n\nANNEX 1 (to TSB Circular 81)\n\nThe first plan is here.\n\n"
        "ANNEX 3 (to TSB Circular 81)\n\nThe second plan is here.\n"
    )
    assert shown(found(RULE, text)) == ["11:1 error annex 2: 3 follows 1"]


@pytest.mark.parametrize(
    "text",
    [
        "To: a) open the meeting; b) elect the Chair; c) close the meeting.",
        "Следует: а) открыть собрание; б) избрать председателя; в) закрыть собрание.",
        "See items a), b) and d) of the agenda.",
        "Of the agenda, b) the election of the Chair; c) the reports and e) the closing stay.",
    ],
)
def test_a_list_within_a_sentence_is_right(text):
    assert found(RULE, f"Dear Sir/Madam,\n\n1\tWe meet.\n\n2\t{text}\n") == []


def test_a_list_within_a_sentence_without_an_item_is_found():
    text = "To: a) open the meeting; b) elect the Chair; d) close the meeting."
    findings = found(RULE, f"Dear Sir/Madam,\n\n1\tWe meet.\n\n2\t{text}\n")
    assert [finding.message for finding in findings] == ["2: d follows b"]


@pytest.mark.parametrize(("last", "expected"), [(C, []), ("d)", ["1:1 error 1: d follows b"])])
def test_letters_of_two_scripts_count_within_a_sentence(last, expected):
    text = f"Документы: {A} формы; b) перечни; {last} карты."
    assert shown(found(RULE, text, "ru")) == expected
