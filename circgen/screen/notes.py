"""Findings as they stand on the page, below what they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from circgen.facts.characters import forbidden
from circgen.findings import Finding
from circgen.report.evidence import compared, statements
from circgen.report.quoting import excerpt, visible
from circgen.screen.cells import Row, Span, wrapped

LinesOf = Callable[[str], Sequence[str]]
"""The lines of a file by its name; none if it cannot be read."""

_BAR = "  ▌ "
_LEAST = 20


def rows_of(
    findings: Iterable[Finding], cells: int, lines_of: LinesOf | None = None
) -> Iterator[Row]:
    """What is wrong, where, what documents say and what to do, set off by a bar.

    With `lines_of`, the lines that findings are about are shown, too.
    """
    room = max(cells - len(_BAR), _LEAST)
    for finding in findings:
        level = finding.level.value
        head = [
            Span(f"{level}: ", level),
            Span(f"{visible(finding.message)} [{finding.rule}] "),
            Span(visible(str(finding.location)), "place"),
        ]
        texts = [head]
        if [each.at for each in compared(finding)] != [finding.location]:  # else that is all of it
            texts += ([Span(line)] for line in statements(finding))
        rows = [row for text in texts for row in wrapped(text, room)]
        if lines_of:
            rows += _line(finding, room, lines_of(finding.location.file))
        if finding.help:
            rows += wrapped([Span(f"= {visible(finding.help)}", "help")], room)
        for row in rows:
            yield (Span(_BAR, level), *row)


def _line(finding: Finding, room: int, lines: Sequence[str]) -> Iterator[Row]:
    """The line of a finding, and below it a caret."""
    at = finding.location
    if not at.column or at.line > len(lines) or forbidden(lines[at.line - 1]):
        return
    mark = f"{at.line} │ "
    shown, blanks = excerpt(lines[at.line - 1].expandtabs(1), at.column, room - len(mark))
    yield (Span(mark, "label"), Span(shown.rstrip()))
    yield (Span(" " * len(mark) + blanks), Span("^", finding.level.value))
