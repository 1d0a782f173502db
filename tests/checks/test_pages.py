"""Every rule that can stand on a finding has a page, and every page says what it must.

The names of rules are looked up in the program: they stand where findings are made.
"""

import ast
import importlib
import pkgutil
import re
from collections import Counter
from pathlib import Path

import pytest
from comparison.pairs import proofreader

from circgen.checks.manual import GROUPS, groups
from circgen.checks.registry import FOLDERS, rules
from circgen.comparison.differences import rule_of
from circgen.comparison.left_over import ADDRESSEES, ITEMS, POINTS
from circgen.comparison.values import EXACT
from circgen.findings import in_order
from circgen.recognition.mentions import Kind

ROOT = Path(__file__).parents[2]
CODE = ROOT / "circgen"
PAGES = sorted((CODE / "checks" / "pages").rglob("*.md"))
RULES = rules()

# What makes findings, and the place of the rule among its values.
MAKERS = {"Finding": 1, "refuse": 1, "refused": 1, "_refusal": 1, "Parsed": 1, "Choice": 1}
# Modules in which the rule is no constant, and which rules it is there.
SEQUENCES = {name for words in (POINTS, ITEMS, ADDRESSEES) for name in words[1:]}
WORKED_OUT = {
    "comparison/differences.py": {rule_of(kind) for kind in (*EXACT, Kind.NAME, Kind.POLARITY)},
    "comparison/sessions.py": {Kind.DATE.value, Kind.HOURS.value, Kind.NUMBER.value},
    "comparison/left_over.py": SEQUENCES,
    "comparison/structure.py": {"missing-part", ITEMS.swapped, "missing-annex", "added-annex"},
    "comparison/zones.py": {Kind.ZONE.value},
}
PASSED_ON = re.compile(r"(\w+\.)?rule")
NEVER = {"text": "every text is one"}
EXAMPLE_LINE = re.compile(r"(\w+): (.*)")


def rule_arguments(tree):
    """The expressions that stand for the rule of a finding."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            name = ast.unparse(call.func).rpartition(".")[2]
            named = [word.value for word in call.keywords if word.arg == "rule"]
            yield from named
            if not named and name in MAKERS and len(call.args) > MAKERS[name]:
                yield call.args[MAKERS[name]]
        elif isinstance(call, ast.AnnAssign) and ast.unparse(call.target) == "rule" and call.value:
            yield call.value


def constants(tree):
    """The texts that have a name in a module or a function, some by a choice of two."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
            pairs = (
                zip(target.elts, node.value.elts, strict=True)
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
                else [(target, node.value)]
            )
            for one, value in pairs:
                if isinstance(one, ast.Name) and isinstance(value, ast.Constant):
                    found.setdefault(one.id, set()).add(value.value)
    return found


def names_in(path):
    """The rules that a module puts on findings; what can't be worked out comes out as it stands."""
    tree = ast.parse(path.read_text("utf-8"))
    named = constants(tree)
    found = set(WORKED_OUT.get(path.relative_to(CODE).as_posix(), ()))
    for argument in rule_arguments(tree):
        ways = (argument.body, argument.orelse) if isinstance(argument, ast.IfExp) else (argument,)
        for way in ways:
            text = ast.unparse(way)
            if isinstance(way, ast.Constant):
                found.add(way.value)
            elif text in named:
                found |= named[text]
            elif (
                not PASSED_ON.fullmatch(text)
                and path.relative_to(CODE).as_posix() not in WORKED_OUT
            ):
                found.add(text)
    return found


NAMES = {name: path for path in sorted(CODE.rglob("*.py")) for name in names_in(path)}


def test_every_rule_on_a_finding_has_a_page():
    without = {name: path.name for name, path in NAMES.items() if name not in RULES}
    assert without.keys() == NEVER.keys(), without


def test_every_page_is_that_of_a_rule_on_a_finding():
    """Rules that are modules find something in their cases."""
    assert [path.stem for path in PAGES if path.stem not in NAMES] == []


def test_no_rule_has_two_pages():
    packages = [f"circgen.checks.rules.{folder}" for folder in FOLDERS]
    packages.append("circgen.comparison.rules")
    modules = [
        info.name.replace("_", "-")
        for package in packages
        for info in pkgutil.iter_modules(importlib.import_module(package).__path__)
    ]
    counts = Counter([*(path.stem for path in PAGES), *modules])
    assert [name for name, count in counts.items() if count > 1] == []


def test_every_group_has_a_title_and_every_title_a_group():
    assert {rule.about for rule in RULES.values()} == set(GROUPS)
    assert sum(len(found) for _, found in groups()) == len(RULES)


@pytest.mark.parametrize("rule", list(RULES))
def test_a_page_says_what_is_wrong_why_and_what_to_do(rule):
    page = RULES[rule].page
    assert re.fullmatch(r"[A-Z`].*\.", page.summary)
    assert page.why
    assert page.bad
    assert page.good
    assert page.mend.endswith(".")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_short(path):
    lines = path.read_text("utf-8").splitlines()
    told = [line for line in lines if not line.startswith("    ")]
    assert 6 <= len(told) <= 14
    assert max(map(len, told)) <= 160


def letters(example):
    """The letters of an example, by language: `en: 1   The meeting …`; fewer than two are none."""
    found = {}
    for line in example.split("\n"):
        if not (match := EXAMPLE_LINE.fullmatch(line)):
            return {}
        found.setdefault(match[1], []).append(re.sub(r"^(\d+) {2,}", "\\1\t", match[2]))
    return found if len(found) > 1 else {}


PAIRS = [
    pytest.param(rule, verdict, pair, id=f"{rule}: {verdict}")
    for rule, about in RULES.items()
    if about.about == "letters"
    for verdict in ("bad", "good")
    for example in getattr(about.page, verdict)
    if (pair := letters(example))
]
ONE_LANGUAGE = {"rendered": "en", "edited": "en"}


def side(name, lines):
    """A letter; what stands in front of its first number is its head."""
    language = ONE_LANGUAGE.get(name, name)
    start = next(place for place, line in enumerate(lines) if line[0].isdigit())
    salutation = proofreader().library.packs[language].letter.salutation[0]
    text = "\n".join([*lines[:start], salutation, "", *lines[start:]])
    return proofreader().side_of(text.encode(), f"{name}.txt", language)


@pytest.mark.parametrize(("rule", "verdict", "pair"), PAIRS)
def test_what_a_page_shows_of_two_letters_is_so(rule, verdict, pair):
    one, two = (side(name, lines) for name, lines in pair.items())
    found = {each.rule for each in in_order(proofreader().compare(one, [two]))}
    assert found == ({rule} if verdict == "bad" else set())


def test_there_are_many_such_examples():
    assert len(PAIRS) >= 40
