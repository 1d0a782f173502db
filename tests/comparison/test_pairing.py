"""Two values that exchange their places in one sentence."""

import pytest
from comparison.rules.sides import side

from circgen.comparison.pair import compared

ROOM = "The meeting will be held in room 3 on level 2."
FRANCS = "Fellows receive CHF 265 in Geneva and CHF 190 in Nairobi."
TRAM = "Take tram 15 or bus 8."
HALLS = "Hall 3 is for robotics and Hall 5 for health."
DAYS = "Paris, 22 February 2027 (formerly Seoul, 18 January)."
TOWNS = "Paris, 22-24 February 2027 (formerly Seoul, 18-20 January)."


def found(english, russian):
    return [
        f"{f.location} {f.level} {f.rule}: {f.message}"
        for f in compared(side(english, "en"), side(russian, "ru"))
    ]


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        (ROOM, "Собрание состоится в зале 3 на уровне 2."),
        (ROOM, "На уровне 2 в зале 3 состоится собрание."),
        (FRANCS, "Стипендиаты получают 265 шв. франков в Женеве и 190 шв. франков в Найроби."),
        (FRANCS, "Стипендиаты получают в Женеве 265 шв. франков, в Найроби – 190 шв. франков."),
        (FRANCS, "Стипендиаты получают 190 шв. франков в Найроби и 265 шв. франков в Женеве."),
        (TRAM, "Следует ехать на трамвае 15 или автобусе 8."),
        (TRAM, "Следует ехать на автобусе 8 или трамвае 15."),
        (HALLS, "Зал 3 отводится под робототехнику, а зал 5 – под здравоохранение."),
        (TOWNS, "Париж, 22–24 февраля 2027 года (ранее – Сеул, 18–20 января)."),
        ("It lasts three days instead of two.", "Он продлится не два дня, а три."),
        ("Rooms 3 and 5 are open.", "Залы 5 и 3 открыты."),
        ("46 proposals came from 4 groups.", "От 4 групп поступило 46 предложений."),
        (
            "Group 21 met in Seoul in 2025.",
            "В 2025 году в Сеуле прошло собрание 21-й группы.",
        ),
        ("The 3rd meeting in Seoul had 12 guests.", "12 гостей в Сеуле приняло 3-е собрание."),
    ],
)
def test_what_moves_with_its_values_is_no_exchange(english, russian):
    assert found(english, russian) == []


@pytest.mark.parametrize(
    ("english", "russian", "expected"),
    [
        (
            ROOM,
            "Собрание состоится в зале 2 на уровне 3.",
            "1:27 warning number: 1: 2 (ru) stands in the place of 3 (en)",
        ),
        (
            FRANCS,
            "Стипендиаты получают 190 шв. франков в Женеве и 265 шв. франков в Найроби.",
            "1:22 error number: 1: 190 (ru) stands in the place of 265 (en)",
        ),
        (
            FRANCS,
            "Стипендиаты получают 265 шв. франков в Найроби и 190 шв. франков в Женеве.",
            "1:40 error name: 1: nairobi (ru) stands in the place of geneva (en)",
        ),
        (
            TRAM,
            "Следует ехать на трамвае 8 или автобусе 15.",
            "1:26 warning number: 1: 8 (ru) stands in the place of 15 (en)",
        ),
        (
            HALLS,
            "Зал 3 отводится под здравоохранение, а зал 5 – под робототехнику.",
            "1:21 warning name: 1: здравоохранение (ru) stands in the place of robotics (en)",
        ),
        (
            TOWNS,
            "Сеул, 22–24 февраля 2027 года (ранее – Париж, 18–20 января).",
            "1:1 error name: 1: seoul (ru) stands in the place of paris (en)",
        ),
        (
            DAYS,
            "Париж, 18 января 2027 года (ранее – Сеул, 22 февраля).",
            "1:8 error date: 1: 2027-01-18 (ru) stands in the place of 2027-02-22 (en)",
        ),
        (
            "On Monday the group meets at 0900 hours, on Tuesday at 1400 hours.",
            "В понедельник группа собирается в 14 час. 00 мин., а во вторник – в 09 час. 00 мин.",
            "1:35 error hours: 1: 14:00 (ru) stands in the place of 09:00 (en)",
        ),
        # What is said instead of something else may stand on either side of what both share.
        (
            "Stipends are CHF 500 in Geneva instead of CHF 300.",
            "Стипендия составляет не 300 шв. франков в Женеве, а 500 шв. франков.",
            "1:25 warning number: 1: 300 (ru) stands in the place of 500 (en)",
        ),
    ],
)
def test_values_in_each_others_place(english, russian, expected):
    assert found(english, russian) == [f"letter.txt:{expected}, and the other way round"]


def test_what_another_sentence_says_does_not_matter():
    english = f"{ROOM} The level has a lift."
    assert found(english, "Собрание состоится в зале 3 на уровне 2. На уровне есть лифт.") == []
    (said,) = found(english, "Собрание состоится в зале 2 на уровне 3. На уровне есть лифт.")
    assert said.startswith("letter.txt:1:27 warning number: 1: 2 (ru) stands in the place of 3")


CORRECTED = 'Paragraph 3, third bullet: read "1 250 participants" instead of "12 500 participants".'


def test_what_is_and_what_was_among_other_numbers():
    right = 'Пункт 3, третий абзац: вместо "12 500 участников" следует читать "1250 участников".'
    wrong = 'Пункт 3, третий абзац: вместо "1250 участников" следует читать "12 500 участников".'
    assert found(CORRECTED, right) == []
    assert found(CORRECTED, wrong) == ["letter.txt:1:32 error number: 1: 1250 (ru) is 12500 (en)"]
