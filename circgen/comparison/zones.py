"""Zones of two units: one said beside another, and one said less often."""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind

BESIDE = 4
"""So far apart are a name and its label, a number and what it counts."""


def says_zone_again(spot: Spot, unit: Unit, lost: list[Spot], gained: list[Spot]) -> bool:
    """Whether a missing zone stands beside another name of it that is there: `(EAT, UTC+3)`.

    Where the other unit has another offset, or another name, the two are different.
    """
    zones = [each for each in gained if each.mention.kind is Kind.ZONE]
    return not any(_sort(each) == _sort(spot) for each in zones) and _said_beside(spot, unit, lost)


def _said_beside(spot: Spot, unit: Unit, lost: list[Spot]) -> bool:
    """Whether a zone stands beside another one that is not lost."""
    if spot.mention.kind is not Kind.ZONE:
        return False
    there = [zone for zone in unit.of(Kind.ZONE) if zone.passage is spot.passage]
    return any(
        _beside(zone, spot) and not any(zone.mention.value == each.mention.value for each in lost)
        for zone in there
        if zone is not spot
    )


def _beside(one: Spot, two: Spot) -> bool:
    """Whether two zones stand next to each other, but for another acronym: `(ART, UTC-3)`."""
    first, second = sorted((one.mention, two.mention), key=lambda mention: mention.start)
    return near(one, two) or bool(_ACRONYM.fullmatch(one.passage.text, first.end, second.start))


_ACRONYM = re.compile(r"[\s(]{1,2}[A-Z]{2,5}[,\s(]{1,2}")


def zones_fewer(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Hours that have lost their zone, where others have theirs: once at the end is for all."""
    own, other = _zones(source), _zones(target)
    last = max((_key(target, spot) for spot in target.of(Kind.HOURS)), default=None)
    at_the_end = last is not None and len(other) == 1 and _key(target, other[0]) > last
    if 0 < len(other) < len(own) and not at_the_end:
        yield Finding(
            other[-1].at,
            Kind.ZONE.value,
            f"{target.place}: a zone stands {len(other)} times ({sides[1].name}), "
            f"{len(own)} times ({sides[0].name})",
            "say the zone of every hour, or once at the end",
            Level.WARNING,
            paragraph=target.place,
            source=own[-1].evidence(),
            target=other[-1].evidence(),
        )


def _zones(unit: Unit) -> list[Spot]:
    """The zones of a unit; name and label beside each other are one."""
    found: list[Spot] = []
    for spot in unit.of(Kind.ZONE):
        if not (found and found[-1].passage is spot.passage and near(found[-1], spot)):
            found.append(spot)
    return found


def _key(unit: Unit, spot: Spot) -> tuple[int, int]:
    """Where a spot stands in its unit."""
    return next(i for i, p in enumerate(unit.passages) if p is spot.passage), spot.mention.start


def names_zone_again(spot: Spot, unit: Unit, gained: list[Spot], source: Unit) -> bool:
    """Whether an offset was added beside a name that both letters have, or a name: `(CET, UTC+1)`.

    That the two are one zone, each letter is asked by itself.
    """
    said = [zone for zone in source.of(Kind.ZONE) if not zone.mention.weak]  # not `local`
    if any(_sort(zone) == _sort(spot) for zone in said):
        return False
    return _said_beside(spot, unit, gained)


def names_its_town(spot: Spot, own: Unit, unit: Unit) -> bool:
    """Whether a unit has the town whose zone a spot is beside hours: `1400 hours in Kigali`.

    Or in front of them: `in Kigali it will be 1400 hours`. `own` is the unit of the spot.
    """
    if spot.mention.kind is not Kind.ZONE:
        return False
    towns = {str(spot.mention.value).lower().replace(" ", "-")}
    towns |= {
        str(name.mention.value)
        for name in own.of(Kind.NAME)
        if name.passage is spot.passage
        and spot.mention.start <= name.mention.start < spot.mention.end
    }
    return any(
        name.passage is hours.passage
        and (
            0 <= name.mention.start - hours.mention.end <= _BEHIND + _of_date(hours, name, unit)
            or 0 <= hours.mention.start - name.mention.end <= _BEFORE
        )
        for name in unit.of(Kind.NAME)
        if name.mention.value in towns
        for hours in unit.of(Kind.HOURS)
    )


def _of_date(hours: Spot, name: Spot, unit: Unit) -> int:
    """How many characters of a date, and the word before it, stand between hours and a name."""
    return sum(
        date.mention.end - date.mention.start + _ON
        for date in unit.of(Kind.DATE)
        if date.passage is name.passage
        and hours.mention.end <= date.mention.start
        and date.mention.end <= name.mention.start
    )


_ON = 4
_BEHIND, _BEFORE = 8, 40


def names_unknown_zone(spot: Spot, unit: Unit) -> bool:
    """Whether a unit has words for a zone that nobody knows, which may be the one of a spot."""
    unknown = unit.of(Kind.UNKNOWN_ZONE) if spot.mention.kind is Kind.ZONE else ()
    return any(any(map(str.isspace, zone.text)) for zone in unknown)


def _sort(zone: Spot) -> str:
    """In which of the three ways a zone is named: `UTC+1`, `CET`, or the time of a place."""
    name = str(zone.mention.value)
    if any(map(str.isdigit, name)):
        return "offset"
    return "label" if name.isupper() else "place"


def near(one: Spot, two: Spot) -> bool:
    """Whether two mentions stand next to each other."""
    first, second = sorted((one.mention, two.mention), key=lambda mention: mention.start)
    return second.start - first.end <= BESIDE
