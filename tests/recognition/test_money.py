"""Currencies beside sums: codes and signs as CLDR has them, and names from CLDR and glossaries."""

import functools

import pytest
from recognition.tables import ROOT

from circgen.library import Library
from circgen.project import find_project
from circgen.recognition.mentions import Kind
from circgen.recognition.recogniser import Recogniser

CASES = [
    ("en", "CHF 250", ["CHF 'CHF'"], []),
    ("en", "250 CHF", ["CHF 'CHF'"], []),
    ("en", "250\N{NO-BREAK SPACE}CHF", ["CHF 'CHF'"], []),
    ("en", "CHF 250.–", ["CHF 'CHF'"], []),
    ("en", "250.– CHF", ["CHF 'CHF'"], []),
    ("en", "CHF250", ["CHF 'CHF'"], []),
    ("en", "AMD 5,000", ["AMD 'AMD'"], []),
    ("en", "5,000 Armenian drams", ["AMD 'Armenian drams'", "AMD 'drams'"], []),
    ("en", "€250", ["EUR '€'"], []),
    ("en", "$250", ["USD '$'"], []),
    ("en", "US$ 250", ["USD 'US$'"], []),
    ("en", "A$ 250", ["AUD 'A$'"], []),
    ("ru", "250 ₽", ["RUB '₽'"], []),
    ("ru", "250 швейцарских франков", ["CHF 'швейцарских франков'", "CHF 'франков'"], []),
    ("ru", "250 шв. фр.", ["CHF 'шв. фр'", "CHF 'фр'"], []),
    ("ru", "5000 узбекских сумов", ["UZS 'узбекских сумов'", "UZS 'сумов'"], []),
    # Without a sum, or known as something else, letters are no money.
    ("en", "in AMD", [], ["AMD"]),
    ("en", "AMDX 5", [], ["AMDX"]),
    ("en", "SDG 9", [], []),
    ("ru", "9 и 11", [], []),
]


@functools.cache
def reader(language):
    return Recogniser(Library(find_project(ROOT)).language(language))


@pytest.mark.parametrize(("language", "text", "money", "acronyms"), CASES)
def test_a_currency_is_known_beside_its_sum(language, text, money, acronyms):
    mentions = reader(language).mentions(text)
    units = [m for m in mentions if m.kind is Kind.UNIT]
    assert [f"{m.value} {text[m.start : m.end]!r}" for m in units] == money
    assert [m.value for m in mentions if m.kind is Kind.ACRONYM] == acronyms
