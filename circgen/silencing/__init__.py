"""Findings that somebody has said are right: by a comment beside them, or by the baseline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from circgen.findings import Finding, FindingsError, Level, in_order
from circgen.project import shown
from circgen.silencing.baseline import beside, in_vain, read
from circgen.silencing.comments import Silencer, silencers_of
from circgen.silencing.run import Run

__all__ = ["Run", "Settled", "settle"]


class Settled(NamedTuple):
    """What is left of the findings of a run, and how many are not shown, and why."""

    findings: tuple[Finding, ...]
    silenced: int = 0
    known: int = 0


def settle(run: Run, baseline: Path | None = None) -> Settled:
    """What is left of the findings of a run; `baseline` is a file that need not be there.

    What is wrong with silencers and the baseline is found, too.
    """
    found = in_order(run.findings)
    left, own = _silenced(run, found)
    silenced, known = len(found) - len(left), 0
    if baseline and baseline.exists():
        new, problems = _unknown(run, left, baseline)
        known = len(left) - len(new)
        left, own = new, [*own, *problems]
    own = [finding for finding in own if run.wanted.has(finding.rule)]
    return Settled(tuple(in_order([*left, *own])), silenced, known)


def _unknown(run: Run, left: list[Finding], path: Path) -> tuple[list[Finding], list[Finding]]:
    """What a baseline does not know, and what is wrong with it."""
    try:
        entries = read(path)
    except FindingsError as error:
        return left, list(error.findings)
    root = path.parent.parent
    new, found = beside(filter(run.may_be_hidden, left), entries, root)
    problems = [
        in_vain(entry, times)
        for entry, times in found
        if times < entry.times and run.has_tried(entry.key.rule, shown(root / entry.key.file))
    ]
    return [*new, *(each for each in left if not run.may_be_hidden(each))], problems


def _silenced(run: Run, found: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    """What no comment silences, and what is wrong with comments."""
    own: list[Finding] = []
    silencers: dict[str, tuple[Silencer, ...]] = {}
    for file in run.files:
        silencers[file], problems = silencers_of(file, run.silenceable)
        own += problems
    left: list[Finding] = []
    used: set[tuple[Silencer, str]] = set()
    for finding in found:
        those = silencers.get(finding.location.file, ()) if run.may_be_hidden(finding) else ()
        silencer = next((each for each in those if each.covers(finding)), None)
        if silencer:
            used.add((silencer, finding.rule))
        else:
            left.append(finding)
    for file, those in silencers.items():
        own += (each for silencer in those for each in _unused(run, file, silencer, used))
    return left, own


def _unused(
    run: Run, file: str, silencer: Silencer, used: set[tuple[Silencer, str]]
) -> Iterator[Finding]:
    for rule, at in silencer.rules:
        if (silencer, rule) not in used and run.has_tried(rule, file):
            yield Finding(
                at,
                "unused-silencer",
                f"`{rule}` finds nothing here that could be silenced",
                "take it out",
                Level.WARNING,
            )
