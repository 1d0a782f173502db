"""The subject or an annex contradicts the first paragraph, or an acronym is mistyped once.

The subject repeats the days, the ordinal and the form of the meeting, and annexes repeat the number
of the circular. Whoever changes one place forgets the other.

Bad:
    Subject: Ninth Meeting of the Initiative (Virtual, 30 October 2025)
    Dear Sir/Madam,
    1   The ninth meeting will take place virtually on 31 October 2025.

Good:
    Subject: Ninth Meeting of the Initiative (Virtual, 31 October 2025)
    Dear Sir/Madam,
    1   The ninth meeting will take place virtually on 31 October 2025.

Mend: Find out which one is right, and say it in all places.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from circgen.comparison.side import Knowledge, Side, Spot, Unit
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Day, Days, Kind

RULE = "disagreement"
_MODE = "mode:"
_CITED = re.compile(r"\W{0,3}\w{0,4}\W{0,2}")
_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"[^\W_]*[^\W\d_]{2}[^\W_]*")
_LEAST, _MOST = 4, 8
"""How many letters and figures an acronym has that can be told from a mistyped one."""
_OPENING = 2
_CLOSE_BY = re.compile(r"[\s\"«“„]*(?:[^\W\d_]+\s)?")


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """The subject against the first paragraph, and annexes against the reference."""
    subject = side.parts.get("subject")
    if subject is not None and side.points:
        opening = side.points[0]
        yield from _days(subject, _with_the_days(subject, side.points))
        yield from _ordinals(subject, side.points)
        yield from _modes(subject, opening)
    yield from _circulars(side)
    yield from _acronyms(side)


def opening_days(side: Side) -> tuple[object, ...]:
    """The days of the meeting, as the subject and the first paragraph have them."""
    units = [unit for unit in (side.parts.get("subject"), *side.points[:1]) if unit]
    return tuple(spot.mention.value for unit in units for spot in _own_dates(unit))


def _disagree(unit: Unit, spot: Spot, other: Spot, place: str) -> Finding:
    """Two spots that say different things."""
    here, there = spot.evidence(), other.evidence()
    return Finding(
        spot.at,
        RULE,
        f"{unit.place}: {here.value} is {there.value} in {place}",
        "make both places say the same",
        paragraph=unit.place,
        source=there,
        target=here,
    )


# --- days


def _own_dates(unit: Unit) -> list[Spot]:
    """The dates of a unit, but not those of the circulars that it cites."""
    circulars = unit.of(Kind.CIRCULAR)
    return [
        spot
        for spot in unit.of(Kind.DATE)
        if not any(
            cited.passage is spot.passage
            and _CITED.fullmatch(spot.passage.text, cited.mention.end, spot.mention.start)
            for cited in circulars
        )
    ]


def _with_the_days(subject: Unit, points: Sequence[Unit]) -> Unit:
    """The first paragraph, unless it has only some of several days, and a later one has them all.

    An addendum begins with what is new: `A third day has been added: 5 November`.
    """
    dates, there = _own_dates(subject), _own_dates(points[0])
    if len(dates) > 1 and any(_are_among(spot, there) for spot in dates):
        for point in points:
            if all(_are_among(spot, _own_dates(point)) for spot in dates):
                return point
    return points[0]


def _days(subject: Unit, opening: Unit) -> Iterator[Finding]:
    """Days of the subject that are none of the first paragraph."""
    there = _own_dates(opening)
    for spot in _own_dates(subject) if there else ():
        days = spot.mention.value
        if isinstance(days, Days) and not _are_among(spot, there):
            nearest = _nearest(days, there)
            if _about_then(days, nearest):
                yield _disagree(subject, spot, nearest, opening.place)


_SOON, _VERY_SOON = dt.timedelta(days=45), dt.timedelta(days=10)
"""So far apart are days that are meant for the same; a day and a range, so far."""
_LEAP_YEAR = 2000
"""Of days without a year: it has each of them."""
_OPEN = (-1, 1)
"""Beside which years a day without one may be."""


def _about_then(days: Days, spot: Spot) -> bool:
    """Whether a date is near enough to be meant for the same; another year may be a slip, too."""
    other = spot.mention.value
    if not isinstance(other, Days):
        return True
    dated = days.start.year and other.start.year
    year = days.start.year or other.start.year or _LEAP_YEAR
    first, second = (
        day._replace(year=day.year or year).date() for day in (days.start, other.start)
    )
    if first is None or second is None:
        return True
    alike = (days.start == days.end) == (other.start == other.end)
    return any(
        abs(first - moved) <= (_SOON if alike else _VERY_SOON)
        for year in {first.year, second.year, *(first.year + by for by in _OPEN if not dated)}
        if (moved := Day(year, second.month, second.day).date())
    )


def _are_among(spot: Spot, spots: list[Spot]) -> bool:
    """Whether the first and the last day of a date are among others."""
    days = spot.mention.value
    return isinstance(days, Days) and all(_among(day, spots) for day in days)


def _among(day: Day, spots: list[Spot]) -> bool:
    """Whether a day is one of those, or between the first and the last of a range."""
    return any(
        day.fits(days.start) or day.fits(days.end) or _between(day, days)
        for days in (spot.mention.value for spot in spots)
        if isinstance(days, Days)
    )


def _between(day: Day, days: Days) -> bool:
    first, last = days.start.date(), days.end.date()
    if first is None or last is None:
        return False
    dates = (day._replace(year=day.year or year).date() for year in {first.year, last.year})
    return any(date is not None and first <= date <= last for date in dates)


def _nearest(days: Days, spots: list[Spot]) -> Spot:
    """The date that was most likely meant: that of another year, or the one least far away."""

    def distance(spot: Spot) -> tuple[bool, dt.timedelta]:
        other = spot.mention.value
        if not isinstance(other, Days):
            return True, dt.timedelta.max
        first, second = days.start.date(), other.start.date()
        apart = abs(first - second) if first and second else dt.timedelta.max
        return days.start[1:] != other.start[1:], apart

    return min(spots, key=distance)


# --- ordinals and forms


def _ordinals(subject: Unit, points: Sequence[Unit]) -> Iterator[Finding]:
    """An ordinal of the event in the subject that the first paragraph has not.

    Nor the second, nor such an event in a later one: the first may tell what another decided.
    """
    there = list(_numbered_events(points[0]))
    said = {each.mention.value for point in points[:_OPENING] for each in point.of(Kind.ORDINAL)}
    for event, spot in _numbered_events(subject):
        others = [other for name, other in there if name == event]
        later = (
            name == event and other.mention.value == spot.mention.value
            for point in (points[_OPENING:] if others else ())
            for name, other in _numbered_events(point)
        )
        if others and spot.mention.value not in said and not any(later):
            yield _disagree(subject, spot, others[0], points[0].place)


def _numbered_events(unit: Unit) -> Iterator[tuple[object, Spot]]:
    """Words for events with the ordinal that stands in front of them."""
    for event in unit.of(Kind.EVENT):
        for spot in unit.of(Kind.ORDINAL):
            if (
                spot.passage is event.passage
                and spot.mention.end <= event.mention.start
                and _CLOSE_BY.fullmatch(spot.passage.text, spot.mention.end, event.mention.start)
            ):
                yield event.mention.value, spot


def _modes(subject: Unit, opening: Unit) -> Iterator[Finding]:
    """A meeting that is virtual in the subject and not so in the first paragraph."""
    here, there = _forms(subject), _forms(opening)
    values, words = {spot.mention.value for spot in there}, opening.text.lower()
    said = (spot.mention.value in values or spot.text.lower() in words for spot in here)
    if here and there and not any(said):
        yield _disagree(subject, here[0], there[0], opening.place)


def _forms(unit: Unit) -> list[Spot]:
    return [
        spot
        for spot in unit.of(Kind.POLARITY)
        if str(spot.mention.value).startswith(_MODE) and not spot.mention.weak
    ]


# --- numbers of the circular


def _circulars(side: Side) -> Iterator[Finding]:
    """Headings of annexes that name another circular than the reference does."""
    reference = side.parts.get("reference")
    own = reference.of(Kind.CIRCULAR) if reference else ()
    values = {spot.mention.value for spot in own}
    for annex in side.annexes if own else ():
        for spot in annex.of(Kind.CIRCULAR):
            if spot.passage is annex.passages[0] and spot.mention.value not in values:
                yield _disagree(annex, spot, own[0], "reference")


# --- acronyms


def _acronyms(side: Side) -> Iterator[Finding]:
    """Unknown acronyms that stand once, beside one of nearly the same letters that stands often."""
    spots: dict[str, list[tuple[Unit, Spot]]] = {}
    for unit in side.units():
        for spot in unit.of(Kind.ACRONYM, Kind.NAME):
            if spot.text.isupper() and _ACRONYM.fullmatch(spot.text):
                spots.setdefault(side.recogniser.names.key(spot.text), []).append((unit, spot))
    often = [found[0][1] for found in spots.values() if found[1:]]
    for found in spots.values():
        unit, spot = found[0]
        if found[1:] or spot.mention.kind is not Kind.ACRONYM or _is_introduced(spot):
            continue
        for other in often:
            if _nearly_same(spot.text, other.text):
                yield _disagree(unit, spot, other, "the rest of the letter")._replace(
                    level=Level.WARNING,
                    message=f"{unit.place}: {spot.text} is {other.text} elsewhere",
                    help="correct it, unless it is another acronym",
                )
                break


def _is_introduced(spot: Spot) -> bool:
    """Whether an acronym stands in brackets behind the words that it is made of."""
    text, start = spot.passage.text, spot.mention.start
    letters = [letter for letter in spot.text if letter.isalpha()]
    initials = [word[0] for word in _WORD.findall(text[:start]) if word[0].isupper()]
    return text[start - 1 : start] == "(" and initials[-len(letters) :] == letters


def _nearly_same(first: str, second: str) -> bool:
    """Whether one letter of one was replaced, dropped, added, or swapped with the next."""
    short, long = sorted((first, second), key=len)
    if len(long) - len(short) > 1 or not _LEAST <= len(long) <= _MOST:
        return False
    pairs = enumerate(zip(short, long, strict=False))
    same = next((place for place, (a, b) in pairs if a != b), len(short))
    if len(short) < len(long):
        return long[same].isalpha() and short[same:] == long[same + 1 :]
    swapped = long[:same] + long[same : same + 2][::-1] + long[same + 2 :]
    letters = short[same : same + 1] + long[same : same + 1]
    return short == swapped or (letters.isalpha() and short[same + 1 :] == long[same + 1 :])
