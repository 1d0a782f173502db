"""What an answer may well be, and yet is more often a slip: said once, and taken if it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from circgen.drafting.draft import Draft
from circgen.facts.opening import opening
from circgen.facts.reading import real
from circgen.project import shown


class Remark(NamedTuple):
    """What was seen, what to do, and the keys whose answers might be meant otherwise."""

    message: str
    help: str
    keys: tuple[str, ...]


def remarks(draft: Draft, key: str) -> Iterator[Remark]:
    """What is to be said of the answer to the question for a key."""
    if key == "ordinal":
        yield from _ordinal(draft)
    elif key == "number":
        yield from _order_of_numbers(draft)
    elif key == "zone":
        yield from _zone(draft)
    elif key == "sessions":
        yield from _hours(draft)
        yield from _order_of_meetings(draft)


def _ordinal(draft: Draft) -> Iterator[Remark]:
    """Another meeting of the series is the ninth, too; a revision of its letter is no other one."""
    facts = draft.facts
    if not facts.ordinal or facts.variant:
        return
    for past in draft.archive.of(facts.series):
        other = past.facts
        if other.ordinal == facts.ordinal and not other.variant and other.kind == facts.kind:
            yield Remark(
                f"`ordinal: {facts.ordinal}` of `{facts.series}` is that of {shown(past.path)}",
                "give another one, unless both letters are about the same meeting",
                ("ordinal",),
            )
            return


def _order_of_numbers(draft: Draft) -> Iterator[Remark]:
    """A letter with a lower number has a later date."""
    facts = draft.facts
    if not facts.number or not facts.issued:
        return
    later = [
        (past.facts.issued, past.facts.number, past)
        for past in draft.archive.circulars
        if past.facts.study_period == facts.study_period
        and past.facts.issued
        and past.facts.number
        and not past.facts.variant
        and past.facts.issued > facts.issued
        and past.facts.number < facts.number
    ]
    if later:
        day, number, past = max(later, key=lambda each: each[:2])
        yield Remark(
            f"{facts.number} is dated {facts.issued}, and {number} is dated {day} "
            f"({shown(past.path)})",
            "correct the date or the number, unless the letters went out in this order",
            ("issued", "number"),
        )


def _zone(draft: Draft) -> Iterator[Remark]:
    """The hours are on other clocks than those of the town."""
    place, zone = draft.facts.place, draft.facts.zone
    if place and place.zone and zone and zone != place.zone:
        yield Remark(
            f"the hours are on the clocks of {zone}, and those of the town are on {place.zone}",
            f"give {place.zone}, unless the letter is to print other hours than those of the town",
            ("zone",),
        )


def _hours(draft: Draft) -> Iterator[Remark]:
    """Days without hours: the letter then names the day alone."""
    for _, session in real(draft.facts.sessions):
        if not session.hours:
            days = f"{session.date} to {session.until}" if session.until else f"{session.date}"
            yield Remark(
                f"{days} has no hours",
                f"write them behind the day, such as {days} 09:30-12:30",
                ("sessions",),
            )


def _order_of_meetings(draft: Draft) -> Iterator[Remark]:
    """An earlier meeting of the series opens later: most often the year is a slip."""
    facts, first = draft.facts, opening(draft.facts)
    if not facts.ordinal or first is None:
        return
    for past in draft.archive.of(facts.series):
        number, other = past.facts.ordinal, opening(past.facts)
        if number and number < facts.ordinal and other and other.day >= first.day:
            yield Remark(
                f"it opens on {first.day}, and meeting {number} on {other.day} "
                f"({shown(past.path)})",
                "correct the days, or `ordinal`",
                ("sessions", "ordinal"),
            )
            return
