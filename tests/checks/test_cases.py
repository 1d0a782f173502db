"""The cases in `cases/`: a file a rule. A sound project, one change, and what that rule finds then.

    name of the case:
      change: {data/meetings/u4ssc-09.yaml: [[old, new], …]}   # or a new text, or null: deleted
      paths: [data/meetings/u4ssc-09.yaml]                     # what is checked; all by default
      select: [late-registration, unused-silencer]             # the rule of the file by default
      found: ["file:line:col: level: message = help", …]       # or file:«words that stand there»

`found: []` is a good example.
"""

import pytest
import yaml
from checks.trial import CASES, checked, expected, line, made, modules


def cases():
    for path in sorted(CASES.glob("*.yaml")):
        for name, case in yaml.safe_load(path.read_text("utf-8")).items():
            yield pytest.param(path.stem, case, id=f"{path.stem}: {name}")


def test_nothing_is_found_in_the_sound_project(tmp_path, monkeypatch):
    made(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert [line(each) for each in checked()] == []


@pytest.mark.parametrize(("rule", "case"), list(cases()))
def test_a_case(rule, case, tmp_path, monkeypatch):
    made(tmp_path, case.get("change"))
    monkeypatch.chdir(tmp_path)
    select = case.get("select", [rule])
    found = [e for e in checked(*case.get("paths", ()), select=select) if e.rule in select]
    assert [line(each) for each in found] == [expected(text) for text in case["found"]]


@pytest.mark.parametrize("rule", list(modules()))
def test_every_rule_has_good_and_bad_cases(rule):
    found = yaml.safe_load((CASES / f"{rule}.yaml").read_text("utf-8"))
    assert any(case["found"] for case in found.values())
    assert any(not case["found"] for case in found.values())


@pytest.mark.parametrize("rule", list(modules()))
def test_the_bad_example_of_a_page_is_a_case(rule):
    """What people read is what was tried."""
    page = modules()[rule].page
    cases = yaml.safe_load((CASES / f"{rule}.yaml").read_text("utf-8"))
    bad = "\n".join(_changed(case) for case in cases.values() if case["found"])
    good = "\n".join(_changed(case) for case in cases.values() if not case["found"])
    assert page.bad
    assert page.good
    assert page.mend
    assert all(example in bad for example in page.bad)
    assert all(example in good for example in page.good)


def _changed(case):
    """Everything that the change of a case puts into files."""
    told = []
    for how in (case.get("change") or {}).values():
        told += [how] if isinstance(how, str) else [new for _old, new in how or ()]
    return "\n".join(told)
