"""Letters without numbers whose paragraphs are cut otherwise in the other language."""

import pytest
from comparison.rules.sides import whole

from circgen.comparison.pair import compared

ENGLISH = """\
Dear Sir/Madam,

The workshop will be held in Geneva on 20 May 2026. Registration opens at 0830 hours at the entrance.

Written contributions may be sent to harbours@itu.int until 7 April 2026.

Participants who need a visa are kindly requested to write to the secretariat in good time.

Yours faithfully,
"""
RUSSIAN = """\
Уважаемая госпожа,

Семинар-практикум пройдет в Женеве 20 мая 2026 года. Регистрация начнется в 08 час. 30 мин. у входа.

Письменные вклады можно направлять по адресу harbours@itu.int до 7 апреля 2026 года.

Участников, которым требуется виза, просим заблаговременно обратиться в секретариат.

С уважением,
"""


def found(english, russian):
    sides = whole(english, "en"), whole(russian, "ru")
    return [
        f"{each.location.line}:{each.location.column} {each.level} {each.message}"
        for each in compared(*sides)
    ]


CUT = RUSSIAN.replace("года. Регистрация", "года.\n\nРегистрация")
MERGED = RUSSIAN.replace("2026 года.\n\nУчастников", "2026 года. Участников")


@pytest.mark.parametrize("russian", [RUSSIAN, CUT, MERGED], ids=["alike", "cut", "merged"])
def test_paragraphs_may_be_cut_otherwise(russian):
    assert found(ENGLISH, russian) == []


@pytest.mark.parametrize("russian", [CUT, MERGED], ids=["cut", "merged"])
def test_the_other_way_round_it_is_the_same(russian):
    sides = whole(russian, "ru"), whole(ENGLISH, "en")
    assert list(compared(*sides)) == []


@pytest.mark.parametrize(
    ("russian", "expected"),
    [
        (CUT.replace("08 час.", "09 час."), "5:24 error 1: 09:30 (ru) is 08:30 (en)"),
        (
            MERGED.replace("7 апреля", "8 апреля"),
            "5:66 error 2: 2026-04-08 (ru) is 2026-04-07 (en)",
        ),
    ],
    ids=["cut", "merged"],
)
def test_what_is_wrong_in_them_is_found(russian, expected):
    assert found(ENGLISH, russian) == [expected]


def test_a_paragraph_that_is_lost_is_not_taken_for_part_of_another():
    lost = (
        "Участников, которым требуется виза, просим заблаговременно обратиться в секретариат.\n\n"
    )
    assert found(ENGLISH, RUSSIAN.replace(lost, "")) == [
        "5:1 error paragraph 3 (en) is missing (ru)"
    ]


def test_a_paragraph_with_a_number_is_one_by_itself():
    english = "Dear Sir/Madam,\n\n1\tThe workshop will be held in Geneva. It ends on 20 May 2026.\n"
    russian = "Уважаемая госпожа,\n\n1\tСеминар-практикум пройдет в Женеве.\n\n2\tОн закончится 20 мая 2026 года.\n"
    more = "2\tWe meet.\n", "3\tМы встретимся.\n"
    assert "5:3 error paragraph 2 (ru) is not in en" in found(english + more[0], russian + more[1])
