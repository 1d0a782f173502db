"""Quotation marks that do not pair, or pair with one of another kind.

A title whose end is not marked runs on into the sentence. Any kind of quotation marks is right, and
so are straight ones inside straight ones; apostrophes and the marks of minutes and inches are not
counted. Two quotations that end together may share the mark, so then the one that is missing is a
warning.

Bad: A webinar on “Smart Cities will be held on the same day.
Bad: A webinar on "Smart Cities will be held on the same day.
Bad: A webinar on “Smart Cities" will be held on the same day.

Good: A webinar on “Smart Cities” will be held on the same day.
Good: A webinar on "Building "smart" cities" will be held on the participants' 12" screens.

Mend: Add the mark that is missing, or make both of one kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.side import Knowledge, Side, Unit
from circgen.comparison.typed import Sign, without_addresses
from circgen.findings import Finding, Level

_RULE = "quotes"
_STRAIGHT = '"'
_LOW, _LEFT, _RIGHT = "„", "“", "”"
_ENDS = {
    _STRAIGHT: _STRAIGHT,
    _LEFT: _RIGHT + _LEFT,
    _RIGHT: _RIGHT + _LEFT,
    _LOW: _LEFT + _RIGHT,
    "«": "»",
    "»": "«",
}
"""By what each mark may be closed, in one language or another."""
_MARKS = re.compile(f"[{''.join(_ENDS)}]")
_BEFORE_OPENING = "([{/-–—" + _LOW + _LEFT + "«" + _STRAIGHT
_BEHIND_CLOSING = ".,;:!?…)]}»" + _RIGHT
_INCHES = re.compile(r"(?<!\d)\d{1,2}(?:[.,]\d)?\Z")


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """Every quotation mark without its counterpart."""
    for unit in side.units():
        yield from _unpaired(unit)


def _unpaired(unit: Unit) -> Iterator[Finding]:
    opened: list[Sign] = []
    for passage in unit.passages:
        text = without_addresses(unit, passage)
        for match in _MARKS.finditer(text):
            mark = Sign(match.group(), passage, match.start())
            if _opens(text, mark, opened):
                if opened and opened[-1][:2] == mark[:2]:
                    opened[-1] = opened[-1]._replace(repeated=True)
                opened.append(mark)
            elif opened:
                yield from _close(unit, mark, opened)
            elif not _INCHES.search(text, 0, mark.offset):
                yield _finding(unit, mark, f"{mark.with_words_before()} was not opened")
    yield from (_unclosed(unit, mark) for mark in opened)


def _opens(text: str, mark: Sign, opened: list[Sign]) -> bool:
    """Whether a mark opens a quotation: by its shape, and by what stands around it."""
    before, after = text[: mark.offset][-1:], text[mark.offset + 1 :][:1]
    if mark.sign in (_LOW, "«"):
        return not (opened and opened[-1].sign == "»")
    looks_opening = before in _BEFORE_OPENING or before.isspace()
    goes_on = bool(after) and not after.isspace() and after not in _BEHIND_CLOSING
    if mark.sign == _LEFT:
        closes = opened and (opened[-1].sign == _LOW or not (looks_opening and goes_on))
        return not closes
    if looks_opening and goes_on:
        return True
    # A space was forgotten in front of it.
    return not opened and mark.sign == _STRAIGHT and goes_on and before.isalpha()


def _close(unit: Unit, mark: Sign, opened: list[Sign]) -> Iterator[Finding]:
    """Take what a mark closes from those that are open; what is open inside has no end."""
    fitting = [place for place, each in enumerate(opened) if mark.sign in _ENDS[each.sign]]
    if not fitting:
        before = opened.pop()
        message = f"{before.with_words_after()} is closed by {mark.sign}"
        yield _finding(unit, mark, message)._replace(level=Level.WARNING)
        return
    yield from (_unclosed(unit, each) for each in opened[fitting[-1] + 1 :])
    del opened[fitting[-1] :]


def _unclosed(unit: Unit, mark: Sign) -> Finding:
    finding = _finding(unit, mark, f"{mark.with_words_after()} is not closed")
    return finding._replace(level=Level.WARNING) if mark.repeated else finding


def _finding(unit: Unit, mark: Sign, message: str) -> Finding:
    return mark.finding(unit, _RULE, message, "open and close a quotation with marks of one kind")
