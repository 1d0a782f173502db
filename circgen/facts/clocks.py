"""What hours must be on the clocks of their zone: there, there once, and under one label."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from circgen.facts.model import (
    MINUTES_A_DAY,
    Deadline,
    Facts,
    FactsFile,
    Hours,
    Session,
    SideEvent,
    moment,
    zone_label,
)
from circgen.findings import Finding

Timed = Session | SideEvent | Deadline


def check(file: FactsFile, path: str, place: str, item: Timed, hours: Hours) -> Iterator[Finding]:
    """What is wrong with hours of `item`; `path` is the item's, `place` that of the hours."""
    if not item.zone and file.facts.place is None and "place" in file.where:
        return  # the place could not be read: that is said already
    if not item.zone:
        yield Finding(
            file.at(place),
            "missing-zone",
            f"the zone of {hours} is not known",
            "state `zone: Europe/Zurich`, or a `place`",
        )
        return
    days = (item.date,) if isinstance(item, Deadline) else item.days()
    for day in days:
        for minutes in (hours.start, hours.end):
            if minutes is not None:
                yield from exists(file, place, item.zone, day, minutes)
    yield from label(file, path, item, hours)
    yield from _one_label(file, place, item.zone, days, hours)


def _one_label(
    file: FactsFile, place: str, zone: str, days: tuple[date, ...], hours: Hours
) -> Iterator[Finding]:
    """Hours that are printed with one label must begin and end under it, on every day."""
    first = zone_label(zone, days[0], hours.start)
    for day in days:
        if (at_start := zone_label(zone, day, hours.start)) != first:
            yield Finding(
                file.at(place),
                "clock-change",
                f"the clocks of {zone} change from {first} to {at_start} by {day}",
                f"make it two sessions, the second one from {day}",
            )
            return
        if hours.end and (at_end := zone_label(zone, day, hours.end)) != first:
            yield Finding(
                file.at(place),
                "clock-change",
                f"the clocks of {zone} change from {first} to {at_end} "
                f"between start and end on {day}",
                "state these hours in a zone without clock changes, such as UTC",
            )
            return


def exists(file: FactsFile, place: str, zone: str, day: date, minutes: int) -> Iterator[Finding]:
    """Whether a local time is skipped, or comes twice, on the night of a clock change."""
    instant = moment(zone, day, minutes)
    before, after = instant.utcoffset(), instant.replace(fold=1).utcoffset()
    if before == after or before is None or after is None:
        return
    shown = f"{minutes // 60 % 24:02}:{minutes % 60:02}"
    yield Finding(
        file.at(place),
        "clock-change",
        f"{shown} on {instant.date()} "
        + ("does not exist" if before < after else "comes twice")
        + f" in {zone}: the clocks change that night",
        "choose an hour outside the change, or state it in UTC",
    )


def label(file: FactsFile, path: str, item: Timed, hours: Hours | None) -> Iterator[Finding]:
    """A stated label must be the one that the zone has on that day."""
    if not item.zone_label or not item.zone:
        return
    right = zone_label(item.zone, item.date, hours.start if hours else MINUTES_A_DAY // 2)
    if right != item.zone_label:
        yield Finding(
            file.at(f"{path}.zone_label"),
            "zone-label",
            f"{item.zone} is on {right} on {item.date}, not {item.zone_label}",
            f"write `zone_label: {right}`, or leave it out",
        )


def stated_zones(facts: Facts) -> tuple[str, ...]:
    """The IANA zones that facts state themselves, beside those of places with an id."""
    holders = (facts, facts.place, *facts.sessions, *facts.side_events, *facts.deadlines)
    found = (getattr(holder, "zone", None) for holder in holders)
    return tuple(zone for zone in found if zone)
