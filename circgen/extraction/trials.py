"""Trials: facts to try the template with, by what a letter of a meeting may state.

Each trial leaves its texts open (marks) and fixes what decides about the words around them: how
many names a list has, which flags are set, days and hours as they were read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any, NamedTuple

from circgen.comparison.side import Side, Unit
from circgen.extraction.patterns import Forms, mark
from circgen.extraction.sessions import Sitting, Zones, sittings
from circgen.facts.model import (
    Deadline,
    Facts,
    Hours,
    Initiative,
    Name,
    Participation,
    Registration,
    Session,
    SideEvent,
    Url,
)
from circgen.recognition.mentions import Kind

MOST_POINTS = 40
"""No letter has more paragraphs; a book would take minutes."""
MOST_NAMES, MOST_ORGANIZERS = 6, 4
_FLAGS = (False, True)
_FEES = (None, True, False)


class Trial(NamedTuple):
    """Facts to compose a letter from; `fixed` are those of them that have no mark."""

    facts: Facts
    fixed: Mapping[str, str] = {}


def open_name(glossary: str, path: str, language: str) -> Name:
    """A name that is a mark in every form."""
    return Name(glossary, None, {language: Forms(path, glossary)})


class Trials:
    """The trials for one letter: `base` has what every letter of the kind states."""

    def __init__(self, base: Facts, language: str, side: Side, zones: Zones) -> None:
        self._base, self._language = base, language
        self._points, self._zones = side.points[:MOST_POINTS], zones
        self._items = tuple(point.items for point in side.letter.points[:MOST_POINTS])

    def _trial(self, fixed: Mapping[str, str], **facts: Any) -> Trial:  # noqa: ANN401  any fact
        return Trial(self._base._replace(**facts), fixed)

    def _names(self, glossary: str, path: str, count: int) -> tuple[Name, ...]:
        return tuple(open_name(glossary, f"{path}[{i}]", self._language) for i in range(count))

    def _text(self, path: str) -> dict[str, str]:
        return {self._language: mark(path)}

    def of_the_opening(self) -> Iterator[Trial]:
        """What the paragraphs that every letter has may state besides."""
        venues = (None, self._text("venue")) if self._base.place else (None,)
        for count, venue in product(range(MOST_ORGANIZERS + 1), venues):
            names = self._names("names", "co_organizers", count)
            yield self._trial({}, co_organizers=names, venue=venue)

    def besides(self) -> Iterator[Trial]:
        """What adds paragraphs."""
        yield from self._languages()
        yield from self._background()
        yield from self._objectives()
        yield from self._participation()
        yield from self._registration()
        yield from self._on_the_spot()
        yield from self._deadlines()
        yield from self._side_events()

    def _languages(self) -> Iterator[Trial]:
        for count, acronym in product(range(1, MOST_NAMES + 1), (None, mark("acronym"))):
            names = self._names("working_languages", "working_languages", count)
            yield self._trial({}, working_languages=names, acronym=acronym)

    def _background(self) -> Iterator[Trial]:
        numbers = dict.fromkeys(
            spot.mention.value
            for unit in self._points
            for spot in unit.of(Kind.NUMBER)
            if isinstance(spot.mention.value, int) and 0 < spot.mention.value < _TOO_MANY
        )
        name = open_name("names", "initiative.name", self._language)
        initiatives: list[tuple[Initiative | None, dict[str, str]]] = [(None, {})]
        whole = open_name("names", "initiative.of", self._language)
        initiatives += [(Initiative(name, whole), {})]
        initiatives += [
            (Initiative(name, of, number), {"initiative.supporters": str(number)})
            for of, number in product((whole, None), list(numbers)[:_MOST_NUMBERS])
            if isinstance(number, int)
        ]
        texts = (None, self._text("background"))
        sites = (None, Url(mark("website")))
        for (initiative, fixed), text, site in product(initiatives, texts, sites):
            if initiative or text or site:
                yield self._trial(fixed, initiative=initiative, background=text, website=site)

    def _objectives(self) -> Iterator[Trial]:
        for count in sorted({len(items) for items in self._items} - {0}):
            yield self._trial(
                {}, objectives=tuple(self._text(f"objectives[{i}]") for i in range(count))
            )

    def _participation(self) -> Iterator[Trial]:
        for count, individuals, free in product(range(1, MOST_NAMES + 1), _FLAGS, _FEES):
            names = self._names("participants", "participation.open_to", count)
            fixed = _yes("participation", individuals=individuals, free_of_charge=bool(free))
            if free is False:
                fixed["participation.free_of_charge"] = "no"
            yield self._trial(fixed, participation=Participation(names, individuals, free))

    def _registration(self) -> Iterator[Trial]:
        sites = (None, Url(mark("registration.website")))
        pages = (None, Url(mark("event_page")))
        for mandatory, site, page in product(_FLAGS, sites, pages):
            registration = Registration(mandatory, site) if mandatory or site else None
            if registration or page:
                fixed = _yes("registration", mandatory=mandatory)
                yield self._trial(fixed, registration=registration, event_page=page)

    def _on_the_spot(self) -> Iterator[Trial]:
        for unit in self._points:
            hours = unit.of(Kind.HOURS)
            value = hours[0].mention.value if len(hours) == 1 else None
            if not isinstance(value, Hours) or value.end is not None:
                continue
            fixed = {"registration.hours": str(value)}
            found = sittings(unit, self._zones)
            date = found[0].first if found else None
            if date:
                fixed["registration.date"] = str(date)
            for entrance in (None, self._text("registration.entrance")):
                registration = Registration(hours=value, date=date, entrance=entrance)
                yield self._trial(fixed, registration=registration)

    def _deadlines(self) -> Iterator[Trial]:
        for unit, items in zip(self._points, self._items, strict=True):
            deadlines: list[Deadline] = []
            fixed: dict[str, str] = {}
            for passage in (unit.passages[index] for index in sorted(items)):
                own = Unit("", (passage,), tuple(s for s in unit.spots if s.passage is passage))
                found = sittings(own, self._zones)
                if len(found) == 1 and len(found[0].hours) <= 1:
                    path = f"deadlines[{len(deadlines)}]"
                    deadline = self._deadline(found[0], path)
                    deadlines.append(deadline)
                    fixed |= _told(path, deadline, self._base.zone)
            if deadlines:
                yield self._trial(fixed, deadlines=tuple(deadlines))

    def _deadline(self, found: Sitting, path: str) -> Deadline:
        what = open_name("deadlines", f"{path}.what", self._language)
        hour = found.hours[0].mention.value if found.hours else None
        zone = found.iana if found.hours else None
        return Deadline(
            what, found.first, hour if isinstance(hour, Hours) else None, zone or self._base.zone
        )

    def _side_events(self) -> Iterator[Trial]:
        dated = [unit for unit in self._points if unit.of(Kind.DATE)]
        for unit in dated[:_MOST_DATED]:
            found = sittings(unit, self._zones)
            events = dict.fromkeys(str(s.mention.value) for s in unit.of(Kind.EVENT))
            if not found:
                continue
            session = session_of(found[0], self._base.zone)
            for event in list(events)[:_MOST_EVENTS]:
                fixed = {"side_events[0].event": event} | told_session(
                    "side_events[0]", found[0], self._base.zone
                )
                yield self._trial(fixed, side_events=tuple(self._sides(event, session)))

    def _sides(self, event: str, session: Session) -> Iterator[SideEvent]:
        path = "side_events[0]"
        occasions = (None, open_name("names", f"{path}.occasion", self._language))
        series = (None, open_name("names", f"{path}.part_of", self._language))
        sites = (None, Url(mark(f"{path}.website")))
        for occasion, part_of, site in product(occasions, series, sites):
            yield SideEvent(
                Name("events", event),
                self._text(f"{path}.title"),
                *session,
                occasion=occasion,
                part_of=part_of,
                website=site,
            )


_TOO_MANY, _MOST_NUMBERS, _MOST_EVENTS, _MOST_DATED = 10_000, 6, 2, 12


def _yes(path: str, **flags: bool) -> dict[str, str]:
    return {f"{path}.{key}": "yes" for key, flag in flags.items() if flag}


def _told(path: str, deadline: Deadline, zone: str | None) -> dict[str, str]:
    found = {f"{path}.date": str(deadline.date)}
    if deadline.hour:
        found |= {f"{path}.hour": str(deadline.hour)}
        found |= {f"{path}.zone": deadline.zone} if deadline.zone and deadline.zone != zone else {}
    return found


def session_of(found: Sitting, zone: str | None) -> Session:
    """A sitting as facts have it."""
    return Session(
        found.first,
        found.last if found.last != found.first else None,
        tuple(h.mention.value for h in found.hours if isinstance(h.mention.value, Hours)),
        found.first.weekday() if found.weekday and found.last == found.first else None,
        found.iana or zone,
    )


def told_session(path: str, found: Sitting, zone: str | None) -> dict[str, str]:
    """A sitting by the paths of its facts; its zone only if it isn't the meeting's."""
    told = {f"{path}.date": str(found.first)}
    if found.last != found.first:
        told[f"{path}.until"] = str(found.last)
    for index, hours in enumerate(found.hours):
        told[f"{path}.hours[{index}]"] = str(hours.mention.value)
    if found.hours and found.iana and found.iana != zone:
        told[f"{path}.zone"] = found.iana
    if found.weekday and found.last == found.first:
        told[f"{path}.weekday"] = str(found.weekday.value)
    return told
