"""Findings as SARIF 2.1.0, which GitHub's code scanning and editors read."""

from __future__ import annotations

import json
import os
from collections import Counter
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from circgen import __version__
from circgen.findings import Evidence, Finding, Location
from circgen.report.evidence import compared, said
from circgen.report.quoting import visible

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
"""Stands for the working directory, whose path is nobody's business."""
_LITERAL = str.maketrans({"{": "{{", "}": "}}"})

_Object = dict[str, object]


def log(findings: list[Finding]) -> str:
    """A log with one run. Paths are relative to the working directory, where they are below it."""
    rules = sorted({finding.rule for finding in findings})
    seen: Counter[str] = Counter()
    results = []
    for finding in findings:
        hashed = _hashed(finding)
        seen[hashed] += 1
        results.append(_result(finding, rules.index(finding.rule), f"{hashed}:{seen[hashed]}"))
    driver = {
        "name": "circgen",
        "version": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The working directory."}}},
        "results": results,
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: str) -> _Object:
    """All that GitHub asks for; what there is to say is in each finding."""
    return {
        "id": rule,
        "shortDescription": {"text": rule},
        "fullDescription": {"text": f"Findings of the rule {rule}."},
        "help": {"text": "The message of a finding ends with what to do."},
    }


def _artifact(file: str) -> _Object:
    # Path.resolve() fails at links that form a circle.
    path = Path(os.path.abspath(file))  # noqa: PTH100
    if not path.is_relative_to(Path.cwd()):
        return {"uri": path.as_uri()}
    relative = path.relative_to(Path.cwd()).as_posix()
    return {"uri": quote(relative, errors="surrogateescape"), "uriBaseId": _ROOT}


def _result(finding: Finding, rule: int, fingerprint: str) -> _Object:
    elsewhere = [each for each in compared(finding) if each.at != finding.location]
    result: _Object = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.level.value,
        "message": {"text": _message(finding, elsewhere)},
        "locations": [_location(finding.location, finding.paragraph)],
        "partialFingerprints": {
            "circgen/v1": fingerprint,
            # The one that GitHub looks at. The action that uploads logs would make it from the
            # first line of a DOCX, the same for all findings and another one after each save.
            "primaryLocationLineHash": fingerprint,
        },
    }
    if elsewhere:
        result["relatedLocations"] = [
            {"id": number, **_location(each.at, finding.paragraph), "message": _text(said(each))}
            for number, each in enumerate(elsewhere, 1)
        ]
    return result


def _message(finding: Finding, elsewhere: list[Evidence]) -> str:
    """The message, what each document says with a link to where, and what to do."""
    lines = [_escaped(visible(finding.message))]
    for each in compared(finding):
        place = _escaped(str(each.at))
        if each in elsewhere:
            # In the text of a link, brackets and backslashes have a backslash before them.
            for character in "\\[]":
                place = place.replace(character, f"\\{character}")
            place = f"[{place}]({elsewhere.index(each) + 1})"
        lines.append(f"{place}: {_escaped(said(each))}")
    return "\n".join([*lines, _escaped(finding.help)]).rstrip("\n")


def _escaped(text: str) -> str:
    """`text` as it is read: no placeholder `{0}`, and no link `[text](1)` of its own."""
    return text.translate(_LITERAL).replace("](", "] (")


def _text(text: str) -> _Object:
    return {"text": _escaped(text)}


def _location(at: Location, paragraph: str) -> _Object:
    physical: _Object = {"artifactLocation": _artifact(at.file)}
    if at.line:
        region = {"startLine": at.line} | ({"startColumn": at.column} if at.column else {})
        physical["region"] = region
    location: _Object = {"physicalLocation": physical}
    number = f"¶{at.paragraph}" if at.paragraph else ""
    if paragraph or number:
        location["logicalLocations"] = [
            {
                "name": paragraph or number,
                "fullyQualifiedName": f"{at.file}:{number or f' paragraph {paragraph}'}",
                "kind": "paragraph",
            }
        ]
    return location


def _hashed(finding: Finding) -> str:
    """What a finding is whatever its line: a text that has moved makes no new finding of it."""
    values = [each and (each.value or each.text) for each in (finding.source, finding.target)]
    told = json.dumps(
        [finding.rule, finding.paragraph, *(values if any(values) else [finding.message])]
    )
    return sha256(told.encode()).hexdigest()[:16]
