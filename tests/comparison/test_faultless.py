"""What was right in one letter is not looked at again in others; what was wrong is."""

import pytest
from comparison.pairs import ROOT, proofreader
from comparison.rules.sides import knowledge, passage, recogniser, side
from readback import NBSP, SHOWN_NBSP

from circgen.comparison.faultless import BeyondExcerptError, Excerpt, Faultless
from circgen.comparison.pair import agree, alone, compared
from circgen.comparison.rules import OF_LETTERS, rules
from circgen.comparison.side import Side
from circgen.comparison.structure import matched
from circgen.findings import Finding, Location
from circgen.readers.letter import Letter, Passage, Point

RIGHT = "The meeting will be held in Geneva."
WRONG = "The the meeting will be held in Geneva (Switzerland."


def letter(*texts, file="one.txt", code="en"):
    passages = [Passage(text, ((0, Location(file, n, 1)),)) for n, text in enumerate(texts, 1)]
    points = tuple(Point(str(n), (each,)) for n, each in enumerate(passages, 1))
    return Side(Letter(file, code, {}, points), recogniser(code))


def page(name):
    """A golden page as it would be read."""
    text = (ROOT / "tests/golden/pages" / name).read_text("utf-8")
    return proofreader().side_of(text.replace(SHOWN_NBSP, NBSP).encode(), name)


def said(findings):
    return [f"{finding.location} {finding.rule}" for finding in findings]


def test_what_was_wrong_in_one_letter_is_found_in_the_next():
    faultless = Faultless()
    for file in ("one.txt", "two.txt", "three.txt"):
        found = alone(letter(RIGHT, WRONG, file=file), knowledge(), faultless)
        assert said(found) == [f"{file}:2:40 brackets", f"{file}:2:5 doubled-word"]


def test_what_was_right_is_not_looked_at_again(monkeypatch):
    faultless = Faultless()
    seen = []
    monkeypatch.setitem(
        rules(), "quotes", lambda side, _: seen.extend(u.text for u in side.units()) or ()
    )
    alone(letter(RIGHT, WRONG), knowledge(), faultless)
    alone(letter(RIGHT, WRONG, file="two.txt"), knowledge(), faultless)
    assert seen == [RIGHT, WRONG, WRONG]


def test_the_same_words_in_another_paragraph_are_looked_at():
    faultless = Faultless()
    foreign = "Участие в собрании является бесплатным для всех желающих."
    parts = {"letterhead": (passage(foreign),)}
    anywhere = Side(Letter("one.txt", "en", parts, ()), recogniser("en"))
    assert said(alone(anywhere, knowledge(), faultless)) == []
    assert said(alone(letter(foreign), knowledge(), faultless)) == ["one.txt:1:1 untranslated"]


@pytest.mark.parametrize("rule", sorted(rules().keys() - OF_LETTERS))
def test_a_rule_of_units_finds_in_each_what_it_finds_in_all(rule):
    texts = (
        WRONG,
        RIGHT,
        "The meeting is on 31 September 2025 at 25:00 hours (ABCT), local time (CET, EST).",
        "Участие , , в собрании 20232024 является бесплатным для (СЕТ) «всех.",
    )
    one = letter(*texts)
    whole = said(rules()[rule](one, knowledge()))
    each = [said(rules()[rule](Excerpt(one, (unit,)), knowledge())) for unit in one.units()]
    assert whole == [finding for found in each for finding in found]


def test_units_that_agree_by_what_else_the_letter_says_are_compared_in_each_letter():
    """The year is elsewhere in the source of the first letter; in that of the second it is not."""
    faultless = Faultless()
    first = letter("The plan of 2031.", RIGHT), letter("The plan of 2031.", RIGHT + " (2031)")
    second = letter("The plan.", RIGHT), letter("The plan.", RIGHT + " (2031)")
    units = first[0].points[1], first[1].points[1]
    assert not agree(*units, first, faultless)
    assert "number" not in [each.rule for each in compared(*first, faultless)]
    assert "number" in [each.rule for each in compared(*second, faultless)]


@pytest.mark.parametrize("sides", [("en", "ru"), ("ru", "en")], ids="-".join)
def test_most_units_that_agree_do_so_without_the_rest_of_their_letters(sides):
    """Otherwise every circular of a series would be compared from the beginning."""
    one, two = (page(f"u4ssc-09.{language}.txt") for language in sides)
    pairs = [each for each in matched(one, two) if not isinstance(each, Finding)]
    agreeing = [agree(*units, (one, two), Faultless()) for units in pairs]
    assert len(agreeing) > 20
    assert agreeing.count(False) <= 1


def test_an_excerpt_knows_nothing_else():
    one = side(RIGHT)
    excerpt = Excerpt(one, one.points)
    assert [unit.text for unit in excerpt.units()] == [RIGHT]
    for name in ("parts", "points", "annexes", "values"):
        with pytest.raises(BeyondExcerptError):
            getattr(excerpt, name)


def test_memory_stays_flat():
    faultless = Faultless()
    for number in range(5000):
        faultless.add(number)
        assert faultless.has(0)  # what is asked for stays
    assert [number for number in range(1, 5000) if faultless.has(number)] == list(range(905, 5000))
