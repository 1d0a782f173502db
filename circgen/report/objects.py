"""Findings as JSON, for programs: a list of objects in the order of their places."""

from __future__ import annotations

import json

from circgen.findings import Evidence, Finding, Fix, Location


def objects(findings: list[Finding]) -> str:
    """A JSON list with one object a finding. Nothing is shortened, and letters are not escaped."""
    return (
        json.dumps([finding_object(each) for each in findings], ensure_ascii=False, indent=2) + "\n"
    )


def finding_object(finding: Finding) -> dict[str, object]:
    """One finding, to become JSON."""
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
        "help": finding.help,
        "paragraph": finding.paragraph,
        "location": _place(finding.location),
        "source": _evidence(finding.source),
        "target": _evidence(finding.target),
        "fix": _fix(finding.fix),
    }


def _place(location: Location) -> dict[str, object]:
    """Numbers count from 1; null is what is not known or has no number in this kind of file."""
    return {
        "file": location.file,
        "line": location.line or None,
        "column": location.column or None,
        "paragraph": location.paragraph or None,
        "place": str(location),
    }


def _fix(fix: Fix | None) -> dict[str, object] | None:
    """What mends it: the characters `old`, which begin at the place, become `new`."""
    return {"old": fix.old, "new": fix.new, **_place(fix.at)} if fix else None


def _evidence(evidence: Evidence | None) -> dict[str, object] | None:
    if evidence is None:
        return None
    return {"value": evidence.value, "text": evidence.text, **_place(evidence.at)}
