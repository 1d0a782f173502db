"""Several languages of one circular: one file, and where they disagree."""

import pytest
from extraction.foreign import documents
from extraction.letters import extracted, plain, shown

from circgen.findings import FindingsError, Level


def changed(name, file, old, new):
    """The documents of a letter with one place changed in one of them."""
    made = documents(name)
    text = made[file].decode()
    assert text.count(old) == 1, old
    return made | {file: text.replace(old, new).encode()}


DISAGREEMENTS = {
    "number": (
        "Циркуляр 233 БСЭ",
        "Циркуляр 234 БСЭ",
        "mail.ru.txt:5:7: error: `number` is `233` in one letter, `234` in the other",
        ("233", "mail.en.txt:9:12"),
    ),
    "issued": (
        "Женева, 7 сентября",
        "Женева, 8 сентября",
        (
            "mail.ru.txt:3:49: error: `issued` is `2026-09-07` in one letter, `2026-09-08` in the "
            "other"
        ),
        ("2026-09-07", "mail.en.txt:7:49"),
    ),
    "hours": (
        "до 12 час. 45 мин.",
        "до 12 час. 15 мин.",
        (
            "mail.ru.txt:28:4: error: `sessions[0].hours[0]` is `09:30-12:45` in one letter, "
            "`09:30-12:15` in the other"
        ),
        ("09:30-12:45", "mail.en.txt:30:64"),
    ),
    "addressee": (
        "Членам Сектора МСЭ-Т",
        "Ассоциированным членам МСЭ-Т",
        (
            "mail.ru.txt:12:5: error: `addressees[1]` is `sector-members` in one letter, `associates` "
            "in the other"
        ),
        ("sector-members", "mail.en.txt:16:5"),
    ),
    "telephone": (
        "+41 22 730 5999",
        "+41 22 730 5998",
        (
            "mail.ru.txt:6:7: error: `contact.tel` is `+41 22 730 5999` in one letter, "
            "`+41 22 730 5998` in the other"
        ),
        ("+41 22 730 5999", "mail.en.txt:10:12"),
    ),
}


@pytest.mark.parametrize("what", DISAGREEMENTS)
def test_a_disagreement_is_told_with_both_places(what):
    old, new, message, (value, place) = DISAGREEMENTS[what]
    made = extracted(changed("mail", "mail.ru.txt", old, new))
    (finding,) = (each for each in made.findings if each.rule == "disagreement")
    assert shown((finding,)) == [f"{message} [disagreement]"]
    assert (finding.source.value, str(finding.source.at)) == (value, place)
    assert finding.target.at == finding.location


def test_an_addressee_that_one_language_lacks_is_told():
    made = extracted(changed("mail", "mail.ru.txt", "  * Портовым администрациям\n", ""))
    (finding,) = (each for each in made.findings if each.rule == "disagreement")
    assert shown((finding,)) == [
        (
            "mail.ru.txt:11:5: error: `addressees` has 3 items in mail.en.txt:15:5, "
            "2 in mail.ru.txt:11:5 [disagreement]"
        )
    ]
    assert "# addressees[2].ru:  # not found: " in made.text


def test_telephone_numbers_that_are_grouped_otherwise_agree():
    made = extracted(changed("mail", "mail.ru.txt", "+41 22 730 5999", "+41 227305999"))
    assert [each for each in made.findings if each.rule == "disagreement"] == []
    assert plain(made.text)["contact"]["tel"] == "+41 22 730 5999"


def test_the_letter_named_first_counts():
    letters = changed("mail", "mail.ru.txt", "Циркуляр 233 БСЭ", "Циркуляр 234 БСЭ")
    backwards = dict(reversed(letters.items()))
    assert plain(extracted(letters).text)["number"] == "233"
    assert plain(extracted(backwards).text)["number"] == "234"
    assert plain(extracted(backwards).text)["editions"] == ["ru", "en"]


def test_a_key_of_a_record_that_one_letter_lacks_is_a_warning():
    made = extracted(changed("mail", "mail.ru.txt", "Контактное лицо: г-жа Ана Пример\n", ""))
    (finding,) = (each for each in made.findings if each.rule == "disagreement")
    assert finding.message == "`contact.person` is stated in one letter only"
    assert finding.level is Level.WARNING


def test_two_letters_in_one_language_are_refused():
    letter = documents("mail")["mail.en.txt"]
    with pytest.raises(FindingsError) as caught:
        extracted({"a.txt": letter, "b.txt": letter})
    assert shown(caught.value.findings) == [
        "b.txt: error: it is in `en`, as a.txt is [same-language]"
    ]


def test_the_study_period_is_that_of_the_file_name():
    letter = documents("cut-off")["cut-off.en.txt"]
    made = extracted({"T25-TSB-CIR-0171!!TXT-E.txt": letter})
    assert plain(made.text)["study_period"] == "2025-2028"
