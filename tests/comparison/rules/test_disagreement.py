import pytest
from comparison.rules.sides import found, shown

RULE = "disagreement"

ENGLISH = """Subject:\t{subject}

Dear Sir/Madam,

1\t{opening}
"""
RUSSIAN = """Предмет:\t{subject}

Уважаемая госпожа,
уважаемый господин,

1\t{opening}
"""


def letter(code, subject, opening):
    return {"en": ENGLISH, "ru": RUSSIAN}[code].format(subject=subject, opening=opening)


@pytest.mark.parametrize(
    ("code", "subject", "opening", "expected"),
    [
        (
            "en",
            "Meeting (Virtual, 30 October 2025)",
            "The meeting will take place virtually on 31 October 2025.",
            "1:28 error subject: 2025-10-30 is 2025-10-31 in 1",
        ),
        (
            "ru",
            "Собрание (виртуальный формат, 30 октября 2025 г.)",
            "Собрание будет проходить в виртуальном формате 31 октября 2025 года.",
            "1:40 error subject: 2025-10-30 is 2025-10-31 in 1",
        ),
        (
            "en",
            "Workshop (Seoul, 29 September to 2 October 2026)",
            "The workshop will take place from 29 September to 1 October 2026.",
            "1:27 error subject: 2026-09-29/2026-10-02 is 2026-09-29/2026-10-01 in 1",
        ),
        (
            "en",
            "Meeting (Geneva, 5 May and 7 June 2026)",
            "The meeting will take place on 5 May 2026 and on 8 June 2026.",
            "1:37 error subject: 2026-06-07 is 2026-06-08 in 1",
        ),
        (
            "en",
            "Seminar (Virtual, 31 December 2026 and 2 February 2026)",
            "It will continue on 31 December 2025 and on 2 February 2026.",
            "1:28 error subject: 2026-12-31 is 2025-12-31 in 1",
        ),
        (
            "en",
            "Meeting (Geneva, 5 May and 7 June 2026)",
            "It is on 5 May 2026 and on 8 June 2026.\n\n2\tPlease register by 7 June 2026.",
            "1:37 error subject: 2026-06-07 is 2026-06-08 in 1",
        ),
        (
            "en",
            "Meeting (Virtual, 7 June 2026)",
            "It is on 8 June 2026.\n\n2\tPlease register by 7 June 2026.",
            "1:28 error subject: 2026-06-07 is 2026-06-08 in 1",
        ),
        (
            "en",
            "Ninth Meeting of the Initiative",
            "ITU is organizing the eighth meeting of the Initiative.",
            "1:10 error subject: 9 is 8 in 1",
        ),
        (
            "ru",
            "Девятое собрание в рамках инициативы",
            "МСЭ организует восьмое собрание в рамках инициативы.",
            "1:10 error subject: 9 is 8 in 1",
        ),
        (
            "en",
            "9th Meeting of the Initiative",
            "ITU is organizing the 19th meeting of the Initiative.",
            "1:10 error subject: 9 is 19 in 1",
        ),
        (
            "en",
            "Meeting (Virtual, 31 October 2025)",
            "The meeting will be hybrid and take place on 31 October 2025.",
            "1:19 error subject: mode:virtual is mode:hybrid in 1",
        ),
    ],
)
def test_a_subject_that_says_otherwise_is_found(code, subject, opening, expected):
    assert shown(found(RULE, letter(code, subject, opening), code)) == [expected]


@pytest.mark.parametrize(
    ("code", "subject", "opening"),
    [
        (
            "en",
            "Ninth Meeting (Virtual, 31 October 2025)",
            "The 9th meeting will take place virtually on 31 October.",
        ),
        (
            "en",
            "Meeting (Virtual, 11-12 May 2026)",
            "The virtual meeting is on 11 May 2026, from 0900 to 1000 hours, and on 12 May 2026.",
        ),
        (
            "en",
            "Meeting (Virtual, 12 May 2026)",
            "The virtual meetings will take place from 11 to 13 May 2026.",
        ),
        ("en", "Meeting (Virtual, 31 October 2025)", "It will be virtual."),
        (
            "en",
            "Third Workshop (Seoul, 29 September 2026)",
            "In Annex 1 to TSB Circular 174 of 15 July 2026, read the eighth meeting.",
        ),
        ("en", "First workshop", "The workshop follows the second day of the third meeting."),
        (
            "en",
            "Seminar (Virtual, 22, 29 October and 5 November 2026)",
            "A third day is new: 5 November 2026.\n\n2\tIt is on 22 October, 29 October and 5 November.",
        ),
        (
            "ru",
            "Девятое собрание (виртуальный формат, 31 октября 2025 г.)",
            "МСЭ организует 9-е собрание. Оно пройдет виртуально 31.10.2025.",
        ),
    ],
)
def test_a_subject_that_agrees_is_right(code, subject, opening):
    assert found(RULE, letter(code, subject, opening), code) == []


def test_both_places_are_the_evidence():
    text = letter("en", "Meeting (30 October 2025)", "The meeting is on 31 October 2025.")
    (finding,) = found(RULE, text)
    assert (finding.paragraph, finding.target.at.line, finding.source.at.line) == ("subject", 1, 5)
    assert finding.source.text == "31 October 2025"


@pytest.mark.parametrize(
    ("code", "reference", "heading", "expected"),
    [
        (
            "en",
            "Ref:\tTSB Circular 81\n\n",
            "Yours faithfully,\n\nANNEX 1 (to TSB Circular 18)\n\nHere is the plan.\n",
            "9:26 error annex 1: 18 is 81 in reference",
        ),
        (
            "ru",
            "Осн.:\tЦиркуляр 81 БСЭ\n\n",
            "С уважением,\n\nПРИЛОЖЕНИЕ 1 (к Циркуляру 18 БСЭ)\n\nЗдесь план.\n",
            "10:27 error annex 1: 18 is 81 in reference",
        ),
    ],
)
def test_an_annex_to_another_circular_is_found(code, reference, heading, expected):
    body = letter(code, "X", "The plan is attached.").partition("\n\n")[2]
    text = f"{reference}{body}\n{heading}"
    assert shown(found(RULE, text, code)) == [expected]
    assert found(RULE, text.replace(" 18", " 81"), code) == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "The QX4SSC hub is part of QX4SSC; the QX4SCC plan is not.",
            "1:39 warning 1: QX4SCC is QX4SSC elsewhere",
        ),
        ("en", "FGABQ met, FGABQ voted, FGAQ wrote.", "1:25 warning 1: FGAQ is FGABQ elsewhere"),
        ("en", "FGABQ met, FGABQ voted, FGBAQ wrote.", "1:25 warning 1: FGBAQ is FGABQ elsewhere"),
        ("ru", "ЮФЖКЩ решает, ЮФЖКЩ пишет, ЮФЖЩК нет.", "1:28 warning 1: ЮФЖЩК is ЮФЖКЩ elsewhere"),
    ],
)
def test_an_acronym_mistyped_once_is_a_warning(code, text, expected):
    assert shown(found(RULE, text, code)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "QXZ and QXZ and QXW are three letters only.",
        "FGABQ met once, and FGABR met once.",
        "FGABQ and FGABQ; the Focus Group on Artificial Bricks in Russia (FGABR).",
        "SG20X, SG20X and SG21X are three groups.",
        "FGABQ, FGABQ, FGCDQ.",
    ],
)
def test_another_acronym_is_right(text):
    assert found(RULE, text) == []
