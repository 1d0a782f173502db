"""What two documents say, one above the other, so that one sees what disagrees."""

from __future__ import annotations

from collections.abc import Iterator

from circgen.findings import Evidence, Finding
from circgen.report.paint import Paint, plain
from circgen.report.quoting import shortened, visible, width

WORDING = "wording"
"""The rule of findings whose evidence is two versions of one text, in one language."""

_VALUE, _TEXT = 60, 80
"""The most characters of a value, and of the text where it stands."""
_GAP = "   "
_UNKNOWN = "-"
_NOTHING = "nothing found"


def compared(finding: Finding) -> tuple[Evidence, ...]:
    """What the documents say: the source first, then the target."""
    return tuple(each for each in (finding.source, finding.target) if each is not None)


def said(evidence: Evidence) -> str:
    """`11:00-12:00, "from 1100 to 1200 hours"`."""
    return ", ".join(cell for cell in _cells(evidence) if cell)


def statements(finding: Finding) -> Iterator[str]:
    """The same as `evidence_lines`, for where letters have different widths."""
    if finding.rule == WORDING and finding.source and finding.target:
        yield from _changed(finding.source, finding.target, plain)
        return
    for each in compared(finding):
        yield f"{each.at}: {said(each)}"


def evidence_lines(finding: Finding, paint: Paint) -> Iterator[str]:
    """Place, value and text of each document, in columns; or the words that changed."""
    if finding.rule == WORDING and finding.source and finding.target:
        yield from _changed(finding.source, finding.target, paint)
        return
    rows = [(str(each.at), *_cells(each)) for each in compared(finding)]
    places = max((width(place) for place, _, _ in rows), default=0)
    values = max((width(value) for _, value, _ in rows), default=0)
    for place, value, text in rows:
        cells = [paint(place, "place") + _padding(place, places)]
        if values:
            cells.append((value or _UNKNOWN) + _padding(value or _UNKNOWN, values))
        yield _GAP.join([*cells, text]).rstrip()


def _changed(source: Evidence, target: Evidence, paint: Paint) -> Iterator[str]:
    from circgen.report.differences import difference  # noqa: PLC0415  with difflib, for one rule

    yield f"{paint(str(source.at), 'removed')} {paint(str(target.at), 'added')}"
    yield difference(source.text, target.text, paint) or "only spaces differ"


def _cells(evidence: Evidence) -> tuple[str, str]:
    """The value, and the text in quotes where that says more."""
    value, text = visible(evidence.value), visible(evidence.text)
    if not text:
        return shortened(value, _VALUE), _NOTHING
    quoted = "" if text == value else f'"{shortened(text, _TEXT)}"'
    return shortened(value, _VALUE), quoted


def _padding(cell: str, columns: int) -> str:
    return " " * (columns - width(cell))
