"""Which circulars a text cites with a date, in the forms that letters use."""

import pytest
from checks.trial import ROOT

from circgen.checks.subjects import Desk, Saying, Writing
from circgen.checks.subjects.cards import card_of
from circgen.comparison.faultless import Faultless
from circgen.facts.model import Facts, FactsFile
from circgen.findings import Location
from circgen.library import Library
from circgen.project import find_project
from circgen.proofreading import Proofreader
from circgen.readers.letter import Passage

CITED = [
    ("en", "See TSB Circular 75 of 1 September 2025."),
    ("en", "TSB Circular 75 (1 September 2025) announced it."),
    ("en", "As TSB Circular 75, dated 1 September 2025, says"),
    ("en", "TSB Circular 75 (issued on 1 September 2025)"),
    ("en", "Revision 1 to TSB Circular 75 of 1 September 2025"),
    ("en", "Circular No. 75, 1 September 2025"),
    ("ru", "Циркуляр 75 БСЭ от 1 сентября 2025 года"),
    ("ru", "в Циркуляре 75 БСЭ (1 сентября 2025 г.)"),
    ("ru", "в Циркуляре БСЭ 75 от 01.09.2025"),
    ("ru", "Циркуляром БСЭ № 75 от 1 сентября 2025 года"),
    ("ru", "Циркуляр 75 Бюро стандартизации электросвязи от 1 сентября 2025 года"),
]
NOT_CITED = [
    ("en", "TSB Circular 75 invited members to reply by 1 September 2025."),
    ("en", "Reply to TSB Circular 75 by 1 September 2025."),
    ("en", "This supersedes TSB Circular 75. 1 September 2025 is the new date."),
    ("en", "TSB Circular 75 of September 2025"),
    ("en", "TSB Circular 75 of 1 to 3 September 2025"),
    ("ru", "Ответ на Циркуляр 75 БСЭ до 1 сентября 2025 года"),
    ("ru", "Циркуляр 75 БСЭ. 1 сентября 2025 года состоится собрание"),
]


@pytest.fixture(scope="module")
def desk():
    return Desk(Proofreader(Library(find_project(ROOT))).knowledge, Faultless())


def cited(language, text, desk):
    passage = Passage(text, ((0, Location("f.yaml", 3, 5)),))
    saying = Saying("background", {language: Writing(language, "background", (passage,))}, {})
    return card_of(FactsFile("f.yaml", Facts(()), {}), [saying], desk).citations


@pytest.mark.parametrize(("language", "text"), CITED)
def test_a_date_behind_a_circular_is_its_date(language, text, desk):
    (citation,) = cited(language, text, desk)
    assert (citation.number, str(citation.day)) == (75, "2025-09-01")
    assert text[citation.at.column - 5 :].startswith(citation.text)
    assert citation.at.line == 3


@pytest.mark.parametrize(("language", "text"), NOT_CITED)
def test_another_date_is_not(language, text, desk):
    assert cited(language, text, desk) == ()
