import pytest
from comparison.rules.sides import FILE, found, found_in, passage, recogniser, shown

from circgen.comparison.side import Side
from circgen.readers.letter import Letter, Point


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On “Smart Cities.", "1:4 error 1: “Smart Cities. is not closed"),
        ("On Smart Cities” now.", "1:16 error 1: On Smart Cities” was not opened"),
        ('For bus 6103" read "bus 6104".', '1:13 error 1: For bus 6103" was not opened'),
        ('On "Smart Cities.', '1:4 error 1: "Smart Cities. is not closed'),
        ('On Smart Cities" now.', '1:16 error 1: On Smart Cities" was not opened'),
        ("О «Умных городах.", "1:3 error 1: «Умных городах. is not closed"),
        ("О Умных городах» и.", "1:16 error 1: О Умных городах» was not opened"),
        ('On “Smart Cities" now.', '1:17 warning 1: “Smart Cities" now. is closed by "'),
        ('On "Smart Cities” now.', '1:17 warning 1: "Smart Cities” now. is closed by ”'),
        ('О «Умных городах" и.', '1:17 warning 1: «Умных городах" и. is closed by "'),
        ('«Города "умные».', '1:9 error 1: "умные». is not closed'),
        (
            'На тему "Расширение прав с помощью "умных" городов.',
            '1:9 warning 1: "Расширение прав с помощью… is not closed',
        ),
        ("Общество «Союз «Города».", "1:10 warning 1: «Союз «Города». is not closed"),
    ],
)
def test_quotation_marks_that_do_not_pair_are_found(text, expected):
    assert shown(found("quotes", text, "ru")) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "On “Smart Cities” now.",
        'On "Smart Cities" now.',
        "О «Умных городах» и «Союзе „Города“».",
        'О "Объединении усилий в целях построения "умных" устойчивых городов" (U4SSC).',
        'О ""Умные" города" и "города "умные"".',
        "Auf „Deutsch“, po „polsku”, »so« und ”så”.",
        "The participants' and ’90s: it's a 5″ or 12\" screen, 6' high.",
        'A 12" screen for “Smart Cities”.',
        "О “Построении ”умных“ городов”.",
        "No quotation at all.",
        '(“Smart”, "cities")',
        'Тема—"Города".',
    ],
)
def test_quotation_marks_that_pair_are_right(text):
    assert found("quotes", text, "ru") == []


def unit(*texts):
    passages = tuple(passage(text, line) for line, text in enumerate(texts, 1))
    return Side(Letter(FILE, "en", {}, (Point("1", passages),)), recogniser("en"))


def test_a_quotation_may_go_on_in_the_next_item():
    assert found_in("quotes", unit("He said: “First,", "then,", "last.”")) == []


def test_each_item_keeps_its_own_quotation():
    findings = found_in("quotes", unit("On “Smart.", "On “Cities”."))
    assert shown(findings) == ["1:4 error 1: “Smart. is not closed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In Geneva (Switzerland on Friday.",
            "1:11 error 1: (Switzerland on Friday. is not closed",
        ),
        ("In Geneva Switzerland) on Friday.", "1:22 error 1: ) closes nothing"),
        ("From 1100 hours CET).", "1:20 error 1: ) closes nothing"),
        ("The meeting is in Room H).", "1:25 error 1: ) closes nothing"),
        ("See [1) now.", "1:7 error 1: [1) now. is closed by )"),
        ("The plan (2025–2026.", "1:10 error 1: (2025–2026. is not closed"),
        ("See (a) and b) and (c.", "1:20 error 1: (c. is not closed"),
        ("To: a) meet; b) vote (now.", "1:22 error 1: (now. is not closed"),
        (
            "Резолюция (Рез. 99 (Пересм. Дубай, 2018 г.).",
            "1:11 error 1: (Рез. 99 (Пересм. Дубай, 2018… is not closed",
        ),
    ],
)
def test_brackets_that_do_not_pair_are_found(text, expected):
    assert shown(found("brackets", text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "In Geneva (Switzerland) [now] on {Friday}.",
        "Рез. 99 (Пересм. Дубай, 2018 г.) (Кигали (2022 г.)).",
        "To: a) meet; b) vote and c) go.",
        "See § 4 b) and article 2(a) or 3c).",
        "To: 1) meet; 2) vote; iii) go.",
        "а) встретиться, б) проголосовать.",
        "See you there :) and there ;-) or :-( or 8-).",
        "Part A (questions 1 to 8); part B (question 8).",
        "See https://example.org/a_(b and go (now).",
        "Item c) (cont.)",
        "Пункты f), g), h)",
        "（メンバー) and （会議）.",
    ],
)
def test_brackets_that_pair_are_right(text):
    assert found("brackets", text) == []
