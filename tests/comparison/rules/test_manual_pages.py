"""The docstring of a rule is its manual page: what it shows as bad and good is so."""

import importlib
import re
import textwrap

import pytest
from comparison.rules.sides import example, knowledge

from circgen.comparison import rules as package
from circgen.comparison.rules import rules

RULES = tuple(rules())
_BLOCK = re.compile(r"^(Bad|Good):(?: (.+)|\n((?:    .*\n?|\n)+))", re.MULTILINE)


def page(rule):
    return importlib.import_module(f"{package.__name__}.{rule.replace('-', '_')}").__doc__


def examples(rule, kind):
    return [
        line or textwrap.dedent(block).strip()
        for name, line, block in _BLOCK.findall(page(rule))
        if name == kind
    ]


def all_examples(kind):
    return [
        pytest.param(rule, text, id=f"{rule}-{number}")
        for rule in RULES
        for number, text in enumerate(examples(rule, kind), 1)
    ]


def rules_that_find(text):
    one = example(text)
    return [name for name, check in rules().items() if list(check(one, knowledge()))]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_shows_what_is_bad_and_what_is_good(rule):
    assert examples(rule, "Bad")
    assert examples(rule, "Good")


@pytest.mark.parametrize("rule", RULES)
def test_a_manual_page_says_first_what_the_rule_finds_and_then_why(rule):
    first, blank, why, *_ = page(rule).splitlines()
    assert first.endswith(".")
    assert (blank, bool(why)) == ("", True)


@pytest.mark.parametrize(("rule", "text"), all_examples("Bad"))
def test_what_a_rule_shows_as_bad_that_rule_alone_finds(rule, text):
    assert rules_that_find(text) == [rule]


@pytest.mark.parametrize(("_rule", "text"), all_examples("Good"))
def test_what_a_rule_shows_as_good_no_rule_finds(_rule, text):
    assert rules_that_find(text) == []


def test_every_rule_is_named_in_its_findings():
    for rule in RULES:
        for text in examples(rule, "Bad"):
            findings = list(rules()[rule](example(text), knowledge()))
            assert {finding.rule for finding in findings} == {rule}


def test_a_finding_says_where_what_and_what_to_do():
    for rule in RULES:
        for text in examples(rule, "Bad"):
            for finding in rules()[rule](example(text), knowledge()):
                assert finding.message.startswith(f"{finding.paragraph}: ")
                assert finding.help
                assert not finding.message.endswith(".")
                assert finding.target
                assert finding.target.at == finding.location
