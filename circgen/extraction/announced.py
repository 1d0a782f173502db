"""Announced: which days of a letter may be those of its meeting, and which are of another one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from circgen.comparison.side import Side, Spot, Unit
from circgen.extraction.sayings import saying
from circgen.extraction.sessions import LONGEST, Sitting
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Days, Kind

_PAST, _REPLACED = "the letter is later", "others have come in their place"
_WORD_BEFORE = re.compile(r"(\w+)\s+$")


class Announced(NamedTuple):
    """Days that may be those of the meeting, and why others are not."""

    sittings: list[Sitting]
    others: tuple[tuple[Spot, str], ...] = ()

    def findings(self) -> Iterator[Finding]:
        """What there is to say of the others."""
        return (not_announced(spot, reason) for spot, reason in self.others)


def no_longer(spot: Spot, side: Side, issued: dt.date | None) -> str:
    """Why days are those of no meeting to come; empty if they may be."""
    days = spot.mention.value
    end = days.end.date() if isinstance(days, Days) else None
    if issued and end and end < issued:
        return _PAST
    return _REPLACED if _is_replaced(spot, side) else ""


def _is_replaced(spot: Spot, side: Side) -> bool:
    """Whether others have come in the place of days: `2 May instead of 18 April`."""
    said = saying(spot, side)
    place = spot.mention.start
    before = [s.mention.end for s in said.spots if s.is_instead and s.mention.end <= place]
    dates = [s.mention.start for s in said.spots if s.mention.kind is Kind.DATE]
    return bool(before) and not any(before[-1] <= start < place for start in dates)


def _is_deadline(spot: Spot, side: Side) -> bool:
    """Whether something ends on a day: `by 2 May`, with no day before it in its sentence."""
    words = side.recogniser.language.understood.words.get("until", ())
    before = _WORD_BEFORE.search(spot.passage.text, 0, spot.mention.start)
    first = next(s for s in saying(spot, side).spots if s.mention.kind is Kind.DATE)
    is_first = first.mention.start == spot.mention.start
    return is_first and before is not None and before[1].casefold() in words


def announced(found: Iterable[Sitting], side: Side, issued: dt.date | None) -> Announced:
    """Of the days of a paragraph, those that may be the meeting's."""
    kept: list[Sitting] = []
    others: list[tuple[Spot, str]] = []
    for each in found:
        reason = no_longer(each.days, side, issued)
        if not reason and _is_deadline(each.days, side):
            reason = "something ends then"
        if not reason and each.last - each.first > LONGEST:
            reason = "no meeting lasts so long"
        if reason:
            others.append((each.days, reason))
        else:
            kept.append(each)
    return Announced(kept, tuple(others))


def without_doubtful(found: Announced) -> Announced:
    """Without days of which some must be of something else: several in one text, without hours."""
    doubtful: list[Sitting] = []
    for _, group in groupby(found.sittings, key=lambda each: id(each.days.passage)):
        here = list(group)
        if len(here) > 1 and not all(each.hours for each in here):
            doubtful += here
    if not doubtful:
        return found
    told = ((each.days, "it may be that of something else") for each in doubtful)
    kept = [each for each in found.sittings if each not in doubtful]
    return Announced(kept, (*found.others, *told))


def not_announced(spot: Spot, reason: str) -> Finding:
    """That days are not taken for those of the meeting."""
    return Finding(
        spot.at,
        "not-taken-over",
        f"`{spot.text}` is not taken for days of the meeting: {reason}",
        "if it is, write it under `sessions:`",
        Level.WARNING,
    )


def days_of_paragraph(sitting: Sitting, unit: Unit) -> Finding:
    """That the subject has no days."""
    return Finding(
        sitting.days.at,
        "doubtful",
        f"the days of the meeting are taken from paragraph {unit.place}: `{sitting.days.text}`",
        "see whether they are those of the meeting, and whether these are all",
        Level.WARNING,
    )
