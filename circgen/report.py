"""Findings for people: place, problem, the line itself with a caret, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from circgen.facts.characters import forbidden
from circgen.findings import Finding, Level

Paint = Callable[[str, str], str]
"""Colours a text in a style (`error`, `warning`, `place`, `help`)."""

_CODES = {"error": "31;1", "warning": "33;1", "place": "1", "help": "36"}
_MAX_LINE = 160
_LINE_END = re.compile("\r\n|\r|\n")


def plain(text: str, style: str) -> str:
    """No colour."""
    del style
    return text


def coloured(text: str, style: str) -> str:
    """ANSI colours."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m"


def report(findings: Iterable[Finding], paint: Paint = plain) -> str:
    """All findings in the order of their places, and how many there are."""
    found = sorted(set(findings))
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
    yield f"{paint(str(at), 'place')}: {paint(level, level)}: {finding.message} [{finding.rule}]"
    text = _line_of(at.file, at.line)
    if text is not None and at.column:
        start = max(0, at.column - _MAX_LINE // 2)
        part = text[start : start + _MAX_LINE].rstrip()
        indent = "".join("\t" if c == "\t" else " " for c in text[start : at.column - 1])
        number = f"{at.line:>5}"
        yield f"{number} | {part}"
        yield f"{'':>5} | {indent}{paint('^', level)}"
    if finding.help:
        yield f"{'':>5} = {paint(finding.help, 'help')}"


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
