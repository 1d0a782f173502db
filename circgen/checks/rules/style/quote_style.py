"""Quotation marks or apostrophes of another kind than the house uses.

A letter with three kinds of quotation marks looks like three letters. Which pairs a language has,
from the outermost inwards, and which apostrophe, is said in `style.yaml`. Marks that do not pair
are left to the rule `quotes`.

Bad: a webinar on “smart” cities
Bad: the participants’ questions

Good: a webinar on "smart" cities
Good: the participants' questions

Mend: Write the marks that the message names, or let `circgen check --fix` do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from circgen.checks.subjects import Desk, Writing
from circgen.checks.typography.mending import Slip, Verdict, guide_of, mendable, typed
from circgen.findings import Finding
from circgen.language.style import Guide, Quotes

_STRAIGHT, _LEFT, _RIGHT = '"', "\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}"
_OPENING = {"„", "«", "‹", "‚"}
_BEFORE_OPENING = "([{/-–—" + "".join(_OPENING) + _STRAIGHT + "“" + _LEFT
_BEHIND_CLOSING = ".,;:!?…)]}»›”" + _STRAIGHT + _RIGHT
_MARKS = re.compile(f"[{_STRAIGHT}“”„«»‹›‚{_LEFT}{_RIGHT}]")
_APOSTROPHES = re.compile(r"(?<=[^\W\d_])['ʼ′`´‘’](?=[^\W\d_])|(?<=s)[’ʼ′](?=[\s.,;:)])")
_HELP = "the house style has `{}` and `{}` here"


class _Mark(NamedTuple):
    """A quotation mark, and the pair that it opened or closes."""

    offset: int
    sign: str
    is_opening: bool
    pair: Quotes


def check(writing: Writing, desk: Desk) -> Iterator[Finding]:
    """Every mark that is another one."""
    guide = guide_of(writing, desk)
    for passage, text in typed(writing, desk):
        apostrophes = {match.start() for match in _APOSTROPHES.finditer(text)}
        if guide.apostrophe:
            for offset in sorted(apostrophes):
                if (sign := text[offset]) != guide.apostrophe:
                    slip = Slip(passage, offset, offset + 1, guide.apostrophe)
                    message = f"`{sign}` should be `{guide.apostrophe}`"
                    help_text = "the house style has one apostrophe"
                    yield mendable(slip, Verdict("quote-style", message, help_text), writing, desk)
        if guide.quotes and _MARKS.search(text):
            for mark in _paired(text, guide, apostrophes):
                right = mark.pair.opening if mark.is_opening else mark.pair.closing
                if mark.sign != right:
                    slip = Slip(passage, mark.offset, mark.offset + 1, right)
                    message = f"`{mark.sign}` should be `{right}`"
                    help_text = _HELP.format(*mark.pair)
                    yield mendable(slip, Verdict("quote-style", message, help_text), writing, desk)


def _paired(text: str, guide: Guide, apostrophes: set[int]) -> list[_Mark]:
    """The marks of a text with the pairs that they should be; none if they do not pair."""
    found: list[_Mark] = []
    opened: list[_Mark] = []
    for match in _MARKS.finditer(text):
        offset, sign = match.start(), match.group()
        if offset in apostrophes or (sign == _RIGHT and not _is_open(opened, _LEFT)):
            continue
        if _opens(text, offset, opened):
            pair = guide.quotes[min(len(opened), len(guide.quotes) - 1)]
            opened.append(_Mark(offset, sign, is_opening=True, pair=pair))
            found.append(opened[-1])
        elif opened:
            found.append(_Mark(offset, sign, is_opening=False, pair=opened.pop().pair))
        else:
            return []
    return [] if opened else found


def _is_open(opened: list[_Mark], sign: str) -> bool:
    return any(mark.sign == sign for mark in opened)


def _opens(text: str, offset: int, opened: list[_Mark]) -> bool:
    """Whether a mark opens a quotation: by its shape, or by what stands around it."""
    sign = text[offset]
    if sign in _OPENING or sign in "»›":
        return sign in _OPENING
    before, after = text[:offset][-1:], text[offset + 1 :][:1]
    begins = not before or before.isspace() or before in _BEFORE_OPENING
    ends = not after or after.isspace() or after in _BEHIND_CLOSING
    if sign == _STRAIGHT:
        # Where there is no space, it was forgotten, or the script has none.
        return not ends and (begins or (not opened and before.isalpha()))
    # One language opens with the mark that another closes with.
    return begins if begins != ends else sign in ("“", _LEFT)
