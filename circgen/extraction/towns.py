"""Towns: the IANA zones that are named after them, in the words of any language."""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo
from collections.abc import Iterable, Iterator

from circgen.comparison.side import Side
from circgen.extraction.sessions import offset
from circgen.extraction.stated import Node, Worded
from circgen.findings import Finding, Level, Location
from circgen.recognition.mentions import Kind

_NOON = 12 * 60


def towns_of(node: Node | None) -> Iterator[str]:
    """The names of a place that is written out, without those of its country."""
    if isinstance(node, Worded):
        for forms in node.forms.values():
            yield from (re.split("[,(（]", each.value)[0].strip() for each in forms.values())


def zones_of(towns: Iterable[str], side: Side) -> tuple[str, ...]:
    """The zones that are named after towns; names of a letter's own language are those of CLDR."""
    plain = {_plain(town) for town in towns}
    if not plain:
        return ()
    known = zoneinfo.available_timezones()
    cities = side.recogniser.language.locale.time_zones
    own = {zone for zone in known if _plain(zone.rpartition("/")[2]) in plain}
    own |= {str(zone) for zone in cities if _plain(str(cities[zone].get("city", ""))) in plain}
    return tuple(sorted(own & known))


def _plain(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").casefold()


def zone_of(
    zones: Iterable[str], side: Side, day: dt.date, *, at_meeting: bool
) -> tuple[str, bool]:
    """The one of some zones that a letter may mean, and whether its offsets say so, too.

    Empty if there are several; `at_meeting` says that offsets of the letter must not be others.
    """
    found: dict[tuple[str, str], str] = {}
    for zone in zones:
        later = day + dt.timedelta(
            days=182
        )  # zones of one offset may change their clocks otherwise
        found.setdefault((offset(zone, day, _NOON), offset(zone, later, _NOON)), zone)
    if len(found) != 1:
        return "", False
    zone = next(iter(found.values()))
    said = {
        str(spot.mention.value).replace("\N{MINUS SIGN}", "-")
        for unit in side.points
        for spot in unit.of(Kind.ZONE)
        if str(spot.mention.value).startswith(("UTC+", "UTC-", "UTC\N{MINUS SIGN}"))
    }
    is_said = offset(zone, day, _NOON) in said
    return (zone, is_said) if is_said or not (said and at_meeting) else ("", False)


def guessed(at: Location, path: str, zone: str) -> Finding:
    """That a zone was taken because it has the name of the town."""
    return Finding(
        at,
        "doubtful",
        f"`{path}` is `{zone}` in the draft, because the zone has the name of the town",
        "see whether it is this town: others may have the same name",
        Level.WARNING,
    )
