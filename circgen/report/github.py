"""Findings as workflow commands: GitHub Actions shows them at the files of a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from circgen.findings import Finding, Level
from circgen.report.evidence import statements
from circgen.report.quoting import visible

# The runner undoes exactly these.
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def commands(findings: list[Finding]) -> str:
    """A line a finding. Errors come first: of each level, GitHub shows ten a step."""
    first = sorted(findings, key=lambda finding: list(Level).index(finding.level))
    return "".join(f"{_command(finding)}\n" for finding in first)


def _command(finding: Finding) -> str:
    at = finding.location
    properties = {
        "file": PurePath(at.file).as_posix(),
        "line": at.line,
        "col": at.column,
        "title": f"circgen {finding.rule}",
    }
    written = ",".join(
        f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items() if value
    )
    message = "\n".join(_lines(finding)).translate(_DATA)
    return f"::{finding.level.value} {written}::{message}"


def _lines(finding: Finding) -> Iterator[str]:
    at = finding.location
    # GitHub names the file and the line by itself.
    yield (f"¶{at.paragraph}: " if at.paragraph else "") + visible(finding.message)
    yield from statements(finding)
    if finding.help:
        yield finding.help
