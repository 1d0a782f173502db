"""What two documents say, one above the other, so that one sees what disagrees."""

from __future__ import annotations

from collections.abc import Iterator

from circgen.findings import REWORDED, Evidence, Finding
from circgen.report.paint import Paint, plain
from circgen.report.quoting import shortened, visible, width

WORDING = "wording"
"""The rule of findings that stand at one of the two texts that they show."""

_VALUE, _TEXT = 60, 80
"""The most characters of a value, and of the text where it stands."""
_LEAST = 24
"""Less of a text says nothing, however narrow the terminal is."""
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
    if finding.rule in REWORDED and finding.source and finding.target:
        yield from _changed(finding.source, finding.target, plain)
        return
    for each in compared(finding):
        yield f"{each.at}: {said(each)}"


def evidence_lines(finding: Finding, paint: Paint, room: int = 0) -> Iterator[str]:
    """Place, value and text of each document, in columns; or the words that changed.

    Texts are shortened to what fits `room` columns, if that is said.
    """
    if finding.rule in REWORDED and finding.source and finding.target:
        yield from _changed(finding.source, finding.target, paint)
        return
    rows = [(str(each.at), *_cells(each)) for each in compared(finding)]
    places = max((width(place) for place, _, _ in rows), default=0)
    values = max((width(value) for _, value, _ in rows), default=0)
    if room:
        left = room - places - values - (1 + bool(values)) * len(_GAP) - len('""')
        most = min(_TEXT, max(_LEAST, left))
        rows = [(str(each.at), *_cells(each, most)) for each in compared(finding)]
    for place, value, text in rows:
        cells = [paint(place, "place") + _padding(place, places)]
        if values:
            cells.append((value or _UNKNOWN) + _padding(value or _UNKNOWN, values))
        yield _GAP.join([*cells, text]).rstrip()


def _changed(source: Evidence, target: Evidence, paint: Paint) -> Iterator[str]:
    from circgen.report.differences import difference  # noqa: PLC0415  with difflib, for one rule

    yield f"{paint(str(source.at), 'removed')} {paint(str(target.at), 'added')}"
    yield difference(source.text, target.text, paint) or "only spaces differ"


def _cells(evidence: Evidence, most: int = _TEXT) -> tuple[str, str]:
    """The value, and the text in quotes where that says more."""
    value, text = visible(evidence.value), visible(evidence.text)
    if not evidence.text:
        return shortened(value, _VALUE), _NOTHING
    quoted = "" if text == value != "" else f'"{shortened(text, most) or " "}"'
    return shortened(value, _VALUE), quoted


def _padding(cell: str, columns: int) -> str:
    return " " * (columns - width(cell))
