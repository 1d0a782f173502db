"""Every mistake in `cases/`: one facts file each, whose first lines say what is wrong with it.

A finding is `# line:column rule: message`, with the file in front if it is another one; the line
below it, set in, is its help.
"""

import ast
import re
from pathlib import Path

import pytest
from facts.loading import findings

from circgen.findings import Finding, Location

CASES = Path(__file__).parent / "cases"
FINDING = re.compile(r"# (?:(?:(\S+?):)?(\d+):(\d+)|-) ([a-z-]+): (.+)")


def expected(path: Path, name: str) -> list[Finding]:
    """What the first lines of a case say."""
    found: list[Finding] = []
    for line in path.read_text("utf-8").splitlines():
        if match := FINDING.fullmatch(line):
            file, row, column, rule, message = match.groups()
            at = Location(file or name, int(row or 0), int(column or 0))
            found.append(Finding(at, rule, message))
        elif line.startswith("#     "):
            last = found.pop()
            found.append(Finding(last.location, last.rule, last.message, line[6:]))
        else:
            break
    return found


@pytest.mark.parametrize(
    "path", sorted(CASES.rglob("*.yaml")), ids=lambda path: path.relative_to(CASES).as_posix()
)
def test_a_mistake_is_found_at_its_place(path):
    wanted = expected(path, path.name)
    assert wanted, "the first lines of a case say what is wrong with it"
    assert sorted(findings(path.read_bytes(), path.name)) == wanted


def rules_in(path: Path) -> set[str]:
    """The names of rules in a module: the second argument of what makes findings."""
    return {
        call.args[1].value
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) in {"Finding", "reading.refuse", "Parsed"}
        and len(call.args) > 1
        and isinstance(call.args[1], ast.Constant)
    }


def test_every_rule_of_the_facts_has_a_case():
    modules = (Path(__file__).parents[2] / "circgen" / "facts").glob("*.py")
    # Layouts and annexes have their own: test_layouts.py, test_letters.py
    elsewhere = {"kinds.py", "annexes.py"}
    stated = set().union(*(rules_in(path) for path in modules if path.name not in elsewhere))
    tried = {finding.rule for path in CASES.rglob("*.yaml") for finding in expected(path, "")}
    # Two need files that no editor shows as text (test_files.py); `text` takes every text.
    assert stated - tried == {"encoding", "too-large", "text"}
