"""The cases in `cases/`: a pair of letters that is right, one change, and what is found then.

A case is a change to a letter or to both (`comparison.pairs.changed`), what must be `found`, and
what `may` be found besides. A finding is `paragraph level rule: source -> target`.
"""

from collections import Counter

import pytest
import yaml
from comparison.pairs import HERE, LETTERS, SOURCE, TARGET, compared, found, letter, shown

from circgen.findings import Level

VALUES = {
    "circular-number", "date", "email", "hours", "number", "ordinal", "phone", "url", "weekday",
    "years", "zone",
}  # fmt: skip


def cases():
    for path in sorted((HERE / "cases").glob("*.yaml")):
        for name, case in yaml.safe_load(path.read_text("utf-8")).items():
            yield pytest.param(case, id=f"{path.stem}: {name}")


CASES = list(cases())


@pytest.mark.parametrize(("source", "target"), [(SOURCE, TARGET), (TARGET, SOURCE)])
def test_nothing_is_found_in_the_pair_as_it_is(source, target):
    findings = compared(letter(source), letter(target), (source, target))
    assert [shown(each) for each in findings] == []


def test_there_are_two_letters_and_many_cases():
    assert len(LETTERS) == 2
    assert len(CASES) > 150


@pytest.mark.parametrize("case", CASES)
def test_a_change_is_found_and_nothing_else(case):
    assert case.keys() <= {*LETTERS, "found", "may"}, "misspelt"
    allowed = set(case.get("may", []))
    assert sorted(each for each in map(shown, found(case)) if each not in allowed) == sorted(
        case["found"]
    )


def different(findings, one, two):
    """The facts that became others: the value on either side."""
    facts = (each for each in findings if each.rule in VALUES and each.level is Level.ERROR)
    pairs = ((getattr(each, one), getattr(each, two)) for each in facts)
    return Counter(
        (first.value, second.value)
        for first, second in pairs
        if first and second and first.text and second.text
    )


@pytest.mark.parametrize("case", CASES)
def test_the_other_way_round_the_same_facts_are_different(case):
    forwards = different(found(case), "source", "target")
    assert different(found(case, backwards=True), "target", "source") == forwards
