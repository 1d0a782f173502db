"""Findings of a whole project for people: by file, and in sum."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from circgen.findings import Finding, Level
from circgen.report.paint import Paint
from circgen.report.quoting import width
from circgen.report.text import summary, told

_FEW = 10
"""So many findings are counted at a glance, without a table of rules."""
_COLUMNS = 80
_RULE = "\N{BOX DRAWINGS LIGHT HORIZONTAL}"


class Hidden(NamedTuple):
    """How many findings are not shown: silenced by a comment, or known to the baseline."""

    silenced: int = 0
    known: int = 0


def overview(findings: list[Finding], hidden: Hidden, paint: Paint, columns: int = 0) -> str:
    """Findings, in order, under the names of their files, for a terminal of so many columns.

    What to do about a rule is said once in each file. Empty if there is nothing to say.
    """
    files = [(f, list(g)) for f, g in groupby(findings, lambda each: each.location.file)]
    parts = []
    for file, found in files:
        if len(files) > 1:
            parts.append(paint(_heading(f"{file}: {summary(found)}", columns), "place"))
        known: set[tuple[str, str]] = set()
        for finding in found:
            help_ = finding.rule, finding.help
            lines = told(finding, paint, columns, with_help=help_ not in known)
            parts.append("\n".join(lines))
            known.add(help_)
    if len(findings) > _FEW:
        parts.append("\n".join(_by_rule(findings, paint)))
    if closing := total(findings, hidden):
        parts.append(closing)
    return "\n\n".join(parts) + "\n" if parts else ""


def total(findings: list[Finding], hidden: Hidden) -> str:
    """`2 errors, 1 warning in 2 files (3 silenced)`; empty if there is nothing to say."""
    left = [
        f"{count} {how}"
        for count, how in ((hidden.silenced, "silenced"), (hidden.known, "known to the baseline"))
        if count
    ]
    if not findings:
        return f"nothing to mend ({', '.join(left)})" if left else ""
    files = len({finding.location.file for finding in findings})
    text = summary(findings) + (f" in {files} files" if files > 1 else "")
    text += f" ({', '.join(left)})" if left else ""
    mendable = sum(finding.fix is not None for finding in findings)
    return text + (f"; `circgen check --fix` mends {mendable}" if mendable else "")


def _heading(text: str, columns: int) -> str:
    text = f"{_RULE * 2} {text} "
    return text + _RULE * max(2, (columns or _COLUMNS) - width(text))


def _by_rule(findings: list[Finding], paint: Paint) -> Iterator[str]:
    """How many findings each rule has, those with most errors first."""
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        rules.setdefault(finding.rule, []).append(finding)
    longest = max(map(len, rules))

    def weight(rule: str) -> tuple[int, int, str]:
        errors = sum(finding.level is Level.ERROR for finding in rules[rule])
        return -errors, -len(rules[rule]), rule

    for rule in sorted(rules, key=weight):
        yield f"{paint(rule, 'place')}{' ' * (longest - len(rule))}   {summary(rules[rule])}"
