import pytest
from comparison.rules.sides import found, shown

RULE = "annexes"

ENGLISH = """Dear Sir/Madam,

1\tThe programme is attached.

Yours faithfully,

{note}
{annexes}"""
RUSSIAN = """Уважаемая госпожа,

1\tПрограмма прилагается.

С уважением,

{note}
{annexes}"""
HEADINGS = {
    "en": "\nANNEX {} (to TSB Circular 81)\n\nHere is a plan.\n",
    "ru": "\nПРИЛОЖЕНИЕ {} (к Циркуляру 81 БСЭ)\n\nЗдесь план.\n",
}


def letter(code, note, count):
    annexes = "".join(HEADINGS[code].format(number) for number in range(1, count + 1))
    return {"en": ENGLISH, "ru": RUSSIAN}[code].format(note=note, annexes=annexes)


@pytest.mark.parametrize(
    ("code", "note", "count", "expected"),
    [
        ("en", "Annexes: 3", 2, "7:10 error annex-note: 3 announced, 2 in the document"),
        ("en", "Annexes: 2", 1, "7:10 error annex-note: 2 announced, 1 in the document"),
        ("en", "Annex: 1", 2, "7:8 error annex-note: 1 announced, 2 in the document"),
        ("ru", "Приложения: 3", 2, "7:13 error annex-note: 3 announced, 2 in the document"),
    ],
)
def test_a_count_that_is_not_that_of_the_annexes_is_found(code, note, count, expected):
    assert shown(found(RULE, letter(code, note, count), code)) == [expected]


@pytest.mark.parametrize(
    ("code", "note", "count"),
    [
        ("en", "Annexes: 2", 2),
        ("en", "Annex: 1", 1),
        ("ru", "Приложения: 2", 2),
        ("ru", "Приложение: 1", 1),
        ("en", "", 2),
        ("en", "", 0),
    ],
)
def test_a_count_that_fits_or_is_not_there_is_right(code, note, count):
    assert found(RULE, letter(code, note, count), code) == []


@pytest.mark.parametrize(("code", "note"), [("en", "Annexes: 2"), ("ru", "Приложение: 1")])
def test_annexes_that_may_be_files_of_their_own_are_a_warning(code, note):
    assert shown(found(RULE, letter(code, note, 0), code)) == [
        "7:1 warning annex-note: there is no annex in this document"
    ]
