"""Findings for people: place, problem, what documents say, the line with a caret, what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from circgen.facts.characters import forbidden
from circgen.findings import Finding, Level, in_order
from circgen.report.evidence import WORDING, compared, evidence_lines
from circgen.report.paint import Paint, plain
from circgen.report.quoting import visible

_MAX_LINE = 160
_LINE_END = re.compile("\r\n|\r|\n")


def report(findings: Iterable[Finding], paint: Paint = plain) -> str:
    """All findings in the order of their places, and how many there are."""
    found = in_order(findings)
    parts = ["\n".join(_lines(finding, paint)) for finding in found]
    return "\n\n".join([*parts, summary(found)]) + "\n" if found else ""


def summary(findings: Iterable[Finding]) -> str:
    """`2 errors, 1 warning`."""
    levels = [finding.level for finding in findings]
    counts = [(levels.count(level), level.value) for level in Level]
    return ", ".join(f"{count} {name}{'s' * (count > 1)}" for count, name in counts if count)


def _lines(finding: Finding, paint: Paint) -> Iterator[str]:
    at = finding.location
    level = finding.level.value
    message = visible(finding.message) if compared(finding) else finding.message
    yield f"{paint(str(at), 'place')}: {paint(level, level)}: {message} [{finding.rule}]"
    for line in evidence_lines(finding, paint):
        yield f"{'':>5} {line}"
    text = _line_of(at.file, at.line)
    if text is not None and at.column and not _is_told(text, finding):
        start = max(0, at.column - _MAX_LINE // 2)
        part = text[start : start + _MAX_LINE].rstrip()
        indent = "".join("\t" if c == "\t" else " " for c in text[start : at.column - 1])
        number = f"{at.line:>5}"
        yield f"{number} | {part}"
        yield f"{'':>5} | {indent}{paint('^', level)}"
    if finding.help:
        yield f"{'':>5} = {paint(finding.help, 'help')}"


def _is_told(line: str, finding: Finding) -> bool:
    """Whether the evidence has shown the line already."""
    shown = {visible(each.text) for each in compared(finding)}
    return visible(line) in shown or finding.rule == WORDING


@lru_cache(maxsize=64)
def _source(file: str) -> tuple[str, ...]:
    try:
        return tuple(_LINE_END.split(Path(file).read_bytes().decode("utf-8-sig", "replace")))
    except OSError:
        return ()


def _line_of(file: str, line: int) -> str | None:
    if not line:
        return None
    lines = _source(file)
    text = lines[line - 1] if line <= len(lines) else ""
    return None if forbidden(text) else text
