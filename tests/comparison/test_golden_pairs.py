"""Every golden page: a letter says what it says itself, and what its other languages say."""

import itertools
import re
from functools import cache

import pytest
import readback
from comparison.pairs import ROOT, proofreader, shown

PAGES = sorted((ROOT / "tests/golden/pages").glob("*.txt"))
TEXTS = [page for page in PAGES if re.search(r"\.(en|ru)\.txt$", page.name)]
NAMES = sorted({page.name.split(".")[0] for page in TEXTS})
PAIRS = [
    (name, *languages)
    for name in NAMES
    for languages in itertools.permutations(("en", "ru"))
    if all((ROOT / f"tests/golden/pages/{name}.{each}.txt").exists() for each in languages)
]


@cache
def side(name, language):
    page = ROOT / f"tests/golden/pages/{name}.{language}.txt"
    text = page.read_text("utf-8").replace(readback.SHOWN_NBSP, readback.NBSP)
    return proofreader().side_of(text.encode(), page.name)


def test_there_are_pages():
    assert len(TEXTS) > 20
    assert len(PAIRS) > 20


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: page.stem)
def test_a_page_says_what_it_says_itself(page):
    name, language, _ = page.name.split(".")
    one = side(name, language)
    assert [shown(each) for each in proofreader().compare(one, [one])] == []


@pytest.mark.parametrize(("name", "source", "target"), PAIRS, ids=str)
def test_a_page_says_what_its_other_language_says(name, source, target):
    assert list(map(shown, proofreader().compare(side(name, source), [side(name, target)]))) == []


@pytest.mark.parametrize(("name", "source", "target"), PAIRS, ids=str)
def test_a_page_says_nothing_of_another_circular(name, source, target):
    """So that silence above is no deafness."""
    other = NAMES[NAMES.index(name) - 1]
    other = other if (ROOT / f"tests/golden/pages/{other}.{target}.txt").exists() else "u4ssc-09"
    assert other != name
    findings = proofreader().compare(side(name, source), [side(other, target)])
    assert sum(each.level == "error" for each in findings) >= 3
