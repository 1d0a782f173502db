"""The name of a time zone with the label or the offset of another one beside it.

A letter that is adapted from the last one gets the new label and keeps the old name, or the other
way round. One of them is an hour off. What the offset of a label is, is asked from the IANA
database, for the zones of the project's places.

Bad: The meeting will begin at 1100 hours, Central European Time (CEST).
Bad: The meeting will begin at 1100 hours (CET, UTC+2).

Good: The meeting will begin at 1100 hours, Central European Time (CET).
Good: The meeting will begin at 1100 hours, Central European Summer Time (CEST).
Good: The meeting will begin at 1100 hours (CET, UTC+1).
Good: The meetings will begin at 1100 hours CET (CEST as of 29 March 2026).

Mend: Correct the name, the label or the offset, whichever is wrong on that day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from circgen.comparison.side import Knowledge, Side, Spot, Unit
from circgen.facts.model import moment
from circgen.findings import Finding
from circgen.language.understood import Words
from circgen.recognition.mentions import Kind

_RULE = "zone-name"
_BRACKET = re.compile(r"\s{0,2}[(\[]\s?")
_OWN_DAYS = re.compile(r"\s[^()\[\]]{0,24}\d")
"""What stands behind a label that holds from a day on."""
_BESIDE = re.compile(r"[\s,;()\[=/–-]{1,3}")
_DAYS = (dt.date(2025, 1, 15), dt.date(2025, 7, 15))
"""A day of winter and one of summer; what the offset of a label is has long been the same."""
_NOON = 12 * 60
_COORDINATED = "UTC"
_OFFSET = re.compile(r",?\sUTC\s?[-+\u2013\u2212]\s?\d")
_SHARED = frozenset({"AST", "BST", "CST", "EST", "GST", "MST", "PST", "SST"})
"""Labels that others use, too, whose zones have none in the IANA database: Arabia, Bangladesh."""


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:
    """Every name and label, and every label and offset, that are two zones."""
    zones = side.recogniser.language.understood.zones
    for unit in side.units():
        yield from _other_offsets(unit, knowledge)
        for name, label in names_with_labels(unit):
            if _differ(name, label, zones) and not _is_another(name, label):
                yield _contradiction(unit, name, label, str(name.mention.value))


def _differ(name: Spot, label: Spot, zones: Words) -> bool:
    """Whether a name and a label are of two zones: both have labels, which are not the same."""
    values = str(name.mention.value), str(label.mention.value)
    is_offset = any(map(str.isdigit, "".join(values)))
    return (
        values[0] != values[1]
        and not is_offset
        and all(value.isupper() or any(map(str.isupper, zones.get(value, ()))) for value in values)
    )


def _is_another(name: Spot, label: Spot) -> bool:
    """Whether two labels are each for days of its own: `CET (CEST as of 29 March)`."""
    text, end = label.passage.text, label.mention.end
    return name.text.isupper() and _OWN_DAYS.match(text, end) is not None


def _contradiction(unit: Unit, one: Spot, two: Spot, right: str) -> Finding:
    """Two ways to say a zone, side by side, that say two zones."""
    return Finding(
        two.at,
        _RULE,
        f"{unit.place}: {two.text} is not {one.text}, which is {right}",
        "make both the same zone",
        paragraph=unit.place,
        source=one.evidence(),
        target=two.evidence(),
    )


def names_with_labels(unit: Unit) -> Iterator[tuple[Spot, Spot]]:
    """Zones whose name has a label in brackets right behind it."""
    zones = [spot for spot in unit.of(Kind.ZONE) if not spot.mention.weak]
    for name in zones:
        for label in zones:
            between = name.mention.end, label.mention.start
            if name.passage is label.passage and _BRACKET.fullmatch(name.passage.text, *between):
                if not _tells_how_far(name, label):
                    yield name, label
                break


def _tells_how_far(name: Spot, label: Spot) -> bool:
    """Whether a label behind UTC stands there with its offset: `1200 hours UTC (CET, UTC+1)`."""
    end = label.mention.end
    return name.mention.value == _COORDINATED and _OFFSET.match(label.passage.text, end) is not None


def _other_offsets(unit: Unit, knowledge: Knowledge) -> Iterator[Finding]:
    """Labels with an offset beside them that is not theirs: `(CET, UTC+2)`."""
    for run in _runs(unit):
        offsets = [spot for spot in run if _is_offset(spot)]
        # `Geneva time (CET, UTC+1)`: what the offset belongs to is the label.
        names = [spot for spot in run if not _is_offset(spot)]
        labels = [spot for spot in names if str(spot.mention.value).isupper()] or names
        if labels[1:] and labels[0].mention.value == _COORDINATED:
            labels = labels[1:]  # `1200 hours UTC (CET, UTC+1)`
        if any(len({s.mention.value for s in spots}) != 1 for spots in (labels, offsets)):
            continue  # `CET/CEST (UTC+1/UTC+2)`
        label, offset = labels[-1], offsets[0]
        right = _offsets(str(label.mention.value), knowledge)
        if right and offset.mention.value not in right:
            yield _contradiction(unit, label, offset, " or ".join(right))


def _runs(unit: Unit) -> Iterator[list[Spot]]:
    """Zones that stand beside each other; a name inside a longer one of the same is none."""
    run: list[Spot] = []
    for spot in unit.of(Kind.ZONE):
        if spot.mention.weak and run and spot.mention.start < run[-1].mention.end:
            continue
        between = (run[-1].mention.end, spot.mention.start) if run else (0, 0)
        if run and not (
            run[-1].passage is spot.passage and _BESIDE.fullmatch(spot.passage.text, *between)
        ):
            yield run
            run = []
        if not spot.mention.weak:
            run.append(spot)
    if run:
        yield run


def _is_offset(spot: Spot) -> bool:
    return any(map(str.isdigit, str(spot.mention.value)))


def _offsets(name: str, knowledge: Knowledge) -> tuple[str, ...]:
    """What a zone is ahead of UTC: `UTC+5:30`; several if zones share the name.

    That of the project's zones which is labelled so, or of the place called so; failing that, of
    any zone of the IANA database which is labelled so or named after the town.
    """
    if known := _labelled(name, knowledge.zones):
        return known
    if place := knowledge.places.get(name.lower().replace(" ", "-")):
        return _ahead(place)
    return () if name in _SHARED else _labelled(name, _all_zones()) or _of_town(name)


@lru_cache(maxsize=256)
def _labelled(label: str, zones: tuple[str, ...]) -> tuple[str, ...]:
    moments = [moment(zone, day, _NOON) for zone in zones for day in _DAYS]
    return _sorted(each for each in moments if each.tzname() == label)


def _of_town(town: str) -> tuple[str, ...]:
    return _ahead(*(zone for zone in _all_zones() if zone.endswith(f"/{town.replace(' ', '_')}")))


def _ahead(*zones: str) -> tuple[str, ...]:
    """What zones are ahead of UTC, in winter and in summer."""
    return _sorted(moment(zone, day, _NOON) for zone in zones for day in _DAYS)


@lru_cache(maxsize=1)
def _all_zones() -> tuple[str, ...]:
    from zoneinfo import available_timezones  # noqa: PLC0415  walks the whole database

    return tuple(sorted(available_timezones()))


def _sorted(moments: Iterable[dt.datetime]) -> tuple[str, ...]:
    return tuple(sorted({_shown(each.strftime("%z")) for each in moments}))


def _shown(offset: str) -> str:
    """`+0530` as it is recognised in a text."""
    minutes = "" if offset[3:5] == "00" else f":{offset[3:5]}"
    return f"UTC{offset[0]}{int(offset[1:3])}{minutes}"
