"""Which sentence is one too many, by lengths alone."""

import pytest
from comparison.pairs import SOURCE, TARGET, changed, compared, letter, shown

from circgen.comparison.lengths import surplus

PROGRAMME = {
    SOURCE: (
        "The draft programme, the list of speakers, details of remote participation and the "
        "registration link will be posted on the website. As the information there will be updated "
        "regularly, participants are invited to consult it from time to time.{more} Please note "
        "that registration is mandatory for all."
    ),
    TARGET: (
        "Проект программы, список выступающих, информация о дистанционном участии и ссылка для "
        "регистрации будут размещены на веб-сайте. Эти сведения будут регулярно обновляться{stop} "
        "поэтому участникам предлагается время от времени знакомиться с ними. Просим учесть, что "
        "регистрация является обязательной."
    ),
}
LAST = {SOURCE: "will be returned.", TARGET: "будут возвращены."}


@pytest.mark.parametrize(
    ("long", "short", "ratio", "possible", "expected"),
    [
        pytest.param([120, 109, 42, 43], [126, 110, 53], 1.05, [0, 1, 2, 3], 2, id="one more"),
        pytest.param([98, 190, 40, 40], [98, 190, 40], 1.0, [3], 3, id="of two alike, the other"),
        pytest.param([77, 191, 37, 42], [98, 194, 46], 1.08, [3], 3, id="the only possible one"),
        pytest.param([77, 191, 37, 42], [98, 194, 46], 1.08, [0], None, id="not that one"),
        pytest.param([77, 191, 37, 42], [98, 194, 46], 1.08, [], None, id="none is possible"),
        pytest.param([156, 49, 28], [188, 56], 0.9, [0, 1, 2], None, id="split in two"),
        pytest.param([96, 60, 44], [96, 104], 1.0, [0, 1, 2], None, id="split, and all else equal"),
        pytest.param([126, 99, 24], [126, 99], 1.0, [2], None, id="too short to tell"),
        pytest.param([126, 99, 25], [126, 99], 1.0, [2], 2, id="just long enough"),
        pytest.param([60, 30, 80], [120, 40], 1.0, [0, 1, 2], None, id="nothing fits"),
        pytest.param([50, 60, 70], [50, 60, 70], 1.0, [0], None, id="as many"),
        pytest.param([80], [], 1.0, [0], None, id="beside nothing"),
        pytest.param([50, 60, 70, 80], [50, 60], 1.0, [2, 3], None, id="two more"),
    ],
)
def test_what_is_one_too_many(long, short, ratio, possible, expected):
    assert surplus(long, short, ratio, possible) == expected


@pytest.mark.parametrize(
    ("more", "stop", "expected"),
    [
        ("", ",", []),
        (" Lunch will be offered to all participants.", ",", ["8 warning added-sentence"]),
        ("", ".", []),
    ],
)
def test_a_sentence_that_says_little_is_told_by_its_length(more, stop, expected):
    texts = {
        code: changed(
            letter(code), {LAST[code]: f"{LAST[code]}\n\n8\t{words.format(more=more, stop=stop)}"}
        )
        for code, words in PROGRAMME.items()
    }
    found = compared(texts[TARGET], texts[SOURCE], (TARGET, SOURCE))
    assert [shown(each) for each in found] == expected
