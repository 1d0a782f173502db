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


_SHOWN = 10
"""Of each level, GitHub shows so many of a step, and says nothing of the others."""


def commands(findings: list[Finding]) -> str:
    """A line a finding, errors first; and a notice if GitHub does not show all of them."""
    first = sorted(findings, key=lambda finding: list(Level).index(finding.level))
    return "".join(f"{line}\n" for line in (*map(_command, first), *_notice(findings)))


def _notice(findings: list[Finding]) -> Iterator[str]:
    levels = [finding.level for finding in findings]
    unseen = ((levels.count(level) - _SHOWN, level.value) for level in Level)
    more = [f"{count} more {level}{'s' * (count > 1)}" for count, level in unseen if count > 0]
    if more:
        yield f"::notice title=circgen::the log of this step has {' and '.join(more)}"


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
    # At a file, GitHub names the line by itself; in the log of a step it shows the message alone.
    yield f"{at}: {visible(finding.message)}"
    yield from statements(finding)
    if finding.help:
        yield finding.help
