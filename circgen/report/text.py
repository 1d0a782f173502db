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
from circgen.report.quoting import excerpt, folded, visible, width

_INDENT = " " * 6
_MOST, _LEAST = 160, 20
"""The most columns of a line that is shown, and the least that are worth to begin it."""
_LINE_END = re.compile("\r\n|\r|\n")


def report(findings: Iterable[Finding], paint: Paint = plain) -> str:
    """All findings in the order of their places, and how many there are."""
    found = in_order(findings)
    parts = ["\n".join(told(finding, paint)) for finding in found]
    return "\n\n".join([*parts, summary(found)]) + "\n" if found else ""


def summary(findings: Iterable[Finding]) -> str:
    """`2 errors, 1 warning`."""
    levels = [finding.level for finding in findings]
    counts = [(levels.count(level), level.value) for level in Level]
    return ", ".join(f"{count} {name}{'s' * (count > 1)}" for count, name in counts if count)


def told(
    finding: Finding, paint: Paint, columns: int = 0, *, with_help: bool = True
) -> Iterator[str]:
    """The lines of one finding, folded for a terminal of so many columns if there is one."""
    at = finding.location
    level = finding.level.value
    message = visible(finding.message) if compared(finding) else finding.message
    place = f"{paint(str(at), 'place')}: {paint(level, level)}: "
    taken = width(f"{at}: {level}: ")
    yield from _folded(place, taken, f"{message} [{finding.rule}]", columns)
    text = _line_of(at.file, at.line) if at.column else None
    if text is None or [each.at for each in compared(finding)] != [at]:
        for line in evidence_lines(finding, paint, columns and columns - len(_INDENT)):
            yield _INDENT + line
    if text is not None and not _is_told(text, finding):
        room = columns - len(_INDENT) - len("| ") if columns else _MOST
        part, indent = excerpt(text, at.column, max(room, _LEAST))
        yield f"{at.line:>5} | {part.rstrip()}"
        yield f"{_INDENT}| {indent}{paint('^', level)}"
    if finding.help and with_help:
        lines = _folded(f"{_INDENT}= ", len(_INDENT) + 2, finding.help, columns)
        head, *more = lines
        yield f"{_INDENT}= " + paint(head.removeprefix(f"{_INDENT}= "), "help")
        yield from (f"{_INDENT}  {paint(line.strip(), 'help')}" for line in more)


def _folded(head: str, taken: int, text: str, columns: int) -> Iterator[str]:
    """`text` behind a head that takes so many columns; what does not fit is indented below it."""
    if not columns:
        yield head + text
        return
    room = max(columns - len(_INDENT), _LEAST)
    first, *more = folded(text, room, columns - taken)
    if width(first) > columns - taken:
        first, more = "", folded(text, room)
    yield (head + first).rstrip()
    yield from (_INDENT + line for line in more)


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
    if not lines:  # not to be read
        return None
    text = lines[line - 1] if line <= len(lines) else ""
    return None if forbidden(text) else text
