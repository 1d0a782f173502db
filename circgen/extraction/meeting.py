"""The meeting that a letter announces: what its head, its subject and its first paragraphs say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

from circgen.comparison.side import Side, Spot, Unit
from circgen.extraction.announced import (
    Announced,
    announced,
    days_of_paragraph,
    no_longer,
    not_announced,
    without_doubtful,
)
from circgen.extraction.basis import Basis
from circgen.extraction.cells import as_tables, time_words
from circgen.extraction.head import head
from circgen.extraction.patterns import Pattern, patterns
from circgen.extraction.sessions import Sitting, Zones, sittings
from circgen.extraction.stated import Stated, Tree, at_path, first_of, put
from circgen.extraction.subject import mode_of, stated_mode, subject
from circgen.extraction.timetable import Search, timetable
from circgen.extraction.towns import guessed, towns_of, zone_of, zones_of
from circgen.extraction.trials import Trial, Trials, session_of
from circgen.extraction.whereabouts import also_far, guessed_mode
from circgen.facts.kinds import SUBJECT
from circgen.facts.kinds import Kind as KindOfCircular
from circgen.facts.model import Facts, FactsFile
from circgen.findings import Finding, FindingsError
from circgen.library import Library, Loaded
from circgen.recognition.mentions import Days, Kind

_UTC = "UTC"
_PLACES = ("place", "issued_at")
_ALSO = ("subject", "other")
"""Parts of a letter besides its paragraphs where hours may stand."""
_ANY_DAY = dt.date(2000, 1, 1)


class Meeting:
    """One letter, and what it says of its meeting."""

    def __init__(self, side: Side, library: Library, kind: KindOfCircular) -> None:
        self.side, self._library, self._kind = side, library, kind
        self.language = side.letter.language
        self.findings: list[Finding] = []
        self.candidates: tuple[Spot, ...] = ()
        """Hours that may be those of the meeting, where none are certain."""
        self._always: frozenset[str] = frozenset()
        self.tree: Tree = head(side, self.findings)
        if "subject" in side.parts:
            unit = side.parts["subject"]
            self.tree |= subject(side, unit, self._days, self.findings)
            for spot in self._dated:
                if reason := no_longer(spot, side, self._issued):
                    self.findings.append(not_announced(spot, reason))
        self._towns: dict[str, tuple[str, ...]] = {
            place: tuple(towns_of(at_path(self.tree, f"{place}.name"))) for place in _PLACES
        }

    def complete(self, others: Iterable[Meeting]) -> None:
        """Find what the letters in other languages help to find."""
        for other in others:
            for place in _PLACES:
                self._towns[place] += tuple(towns_of(at_path(other.tree, f"{place}.name")))
        self._find_mode()

    @cached_property
    def _dated(self) -> tuple[Spot, ...]:
        """The days in the subject, whatever they are of."""
        unit = self.side.parts.get("subject")
        spots = unit.of(Kind.DATE) if unit else ()
        return tuple(spot for spot in spots if isinstance(spot.mention.value, Days))

    @cached_property
    def _days(self) -> tuple[Spot, ...]:
        """The days in the subject that may be those of a meeting to come."""
        return tuple(s for s in self._dated if not no_longer(s, self.side, self._issued))

    @cached_property
    def days(self) -> tuple[Days, ...]:
        """The days of the meeting by the subject."""
        values = (spot.mention.value for spot in self._days)
        return tuple(value for value in values if isinstance(value, Days))

    @property
    def _issued(self) -> dt.date | None:
        issued = self.tree.get("issued")
        return dt.date.fromisoformat(issued.value) if isinstance(issued, Stated) else None

    @property
    def is_held(self) -> bool:
        """Whether the letter is about something to come: it is named, or has a place."""
        is_over = bool(self._dated) and not self._days
        return not (is_over or {"event", "mode", "place"}.isdisjoint(self.tree))

    @cached_property
    def opening(self) -> int | None:
        """Which paragraph first says when the meeting is."""
        if not self.is_held:
            return None
        return next((i for i, unit in self._looks.items() if self._sittings(unit)), None)

    @cached_property
    def _looks(self) -> dict[int, Unit]:
        """The paragraphs by their places; a table of which the cells are paragraphs is one."""
        return as_tables(self.side.points)

    @cached_property
    def sittings(self) -> list[Sitting]:
        """Its days and hours."""
        unit = self.side.parts.get("subject")
        if self.opening is not None:
            unit = self._looks[self.opening]
        if unit is None or not self.is_held:
            return []
        if self.days:
            return self._sittings(unit)
        found = without_doubtful(self._announced(unit))
        self.findings += found.findings()
        self.findings += [days_of_paragraph(each, unit) for each in found.sittings[:1]]
        return found.sittings

    def _sittings(self, unit: Unit) -> list[Sitting]:
        return self._announced(unit).sittings

    def _announced(self, unit: Unit) -> Announced:
        """The days and hours of a unit; the subject decides what days are the meeting's."""
        found = sittings(unit, self.zones, self.days, self._labels)
        return Announced(found) if self.days else announced(found, self.side, self._issued)

    @cached_property
    def _labels(self) -> frozenset[str]:
        return time_words(self.side)

    @cached_property
    def zones(self) -> Zones:
        """The IANA zones of the places in the letter, and of others."""
        known = self._library.place_zones
        own = {
            key: known.get(node.value)
            for key in _PLACES
            if isinstance(node := self.tree.get(key), Stated)
        }
        here = filter(None, (own.get("place"), *zones_of(self._towns["place"], self.side)))
        others = filter(None, (own.get("issued_at"), *known.values()))
        return Zones(tuple(dict.fromkeys(here)), tuple(dict.fromkeys(others)), known)

    def _find_mode(self) -> None:
        """How it is held: as subject or first paragraph say; else, where it has its place."""
        if "mode" in self.tree:
            return
        spot = next((spot for unit in self._openings if (spot := mode_of(unit))), None)
        # What an item says of one sitting does not hold for all of them.
        is_own = spot and any(spot.passage is unit.passages[0] for unit in self._openings)
        place = first_of(self.tree["place"]) if "place" in self.tree else None
        away = any(also_far(unit, self.side) for unit in self._openings)
        if spot and is_own:
            self.tree["mode"] = stated_mode(spot)
        elif place is not None and not away:
            self.tree["mode"] = Stated("physical", place.text, place.at)
            later = (also_far(unit, self.side) for unit in self.side.points)
            self.findings += [guessed_mode(spot) for spot in later if spot][:1]

    @property
    def _openings(self) -> list[Unit]:
        """What says when the meeting is; of a table, also what stands above it."""
        if self.opening is None:
            return []
        points = self.side.points
        is_table = any(each.row for each in self._looks[self.opening].passages)
        return (
            [*points[: self.opening], points[self.opening]] if is_table else [points[self.opening]]
        )

    @property
    def zone(self) -> str | None:
        """The zone of its hours."""
        found = dict.fromkeys(each.iana for each in self.sittings if each.iana)
        return next(iter(found), None)

    def state_sessions(self, *, exact: bool) -> None:
        """Put days and hours into the tree.

        In words that are not ours, an hour alone may be the end, or that of registration.
        """
        if not exact or not any(each.hours for each in self.sittings):
            self._settle()
        for index, each in enumerate(self.sittings):
            self._state(each, f"sessions[{index}]")
        self._state_zone()
        self._state_zones_of_towns()

    def _state(self, each: Sitting, path: str) -> None:
        put(self.tree, f"{path}.date", _told(str(each.first), each.days))
        if each.last != each.first:
            put(self.tree, f"{path}.until", _told(str(each.last), each.days))
        if each.weekday and each.last == each.first:
            put(self.tree, f"{path}.weekday", _told(each.weekday.value, each.weekday))
        for number, hours in enumerate(each.hours):
            put(self.tree, f"{path}.hours[{number}]", _told(str(hours.mention.value), hours))
        if not (each.zone and each.hours and each.iana):
            return
        if each.iana != self.zone:
            put(self.tree, f"{path}.zone", _told(each.iana, each.zone))
        label = str(each.zone.mention.value)
        if label.isupper() and label.isalpha():
            put(self.tree, f"{path}.zone_label", _told(label, each.zone))

    def _settle(self) -> None:
        """Leave hours out that are not certain, or find them elsewhere in the letter."""
        elsewhere = [self.side.parts[part] for part in _ALSO if part in self.side.parts]
        elsewhere += [unit for i, unit in self._looks.items() if i != self.opening]
        event = self.tree.get("event")
        name = event.value if isinstance(event, Stated) else ""
        search = Search(self.side, elsewhere, name, self.zones, self._sittings)
        found = timetable(self.sittings, search)
        self.sittings, self.candidates = found.sittings, found.candidates
        self.findings += found.findings

    def _state_zones_of_towns(self) -> None:
        """The zone of a place that no hours have told: that of its name."""
        for place in _PLACES:
            name = at_path(self.tree, f"{place}.name")
            if name is None or at_path(self.tree, f"{place}.zone") is not None:
                continue
            told = first_of(name)
            assert told is not None  # noqa: S101  a name has words
            zones = zones_of(self._towns[place], self.side)
            zone, is_said = zone_of(zones, self.side, self._day, at_meeting=place == "place")
            if zone:
                put(self.tree, f"{place}.zone", told._replace(value=zone))
                self.findings += [] if is_said else [guessed(told.at, f"{place}.zone", zone)]

    @property
    def _day(self) -> dt.date:
        """The first day that the letter is about."""
        return self.sittings[0].first if self.sittings else self._issued or _ANY_DAY

    def _state_zone(self) -> None:
        own = next((each for each in self.sittings if each.iana and each.zone), None)
        if own is None or own.zone is None or own.iana is None:
            return
        told = _told(own.iana, own.zone)
        place = self.tree.get("place")
        if isinstance(place, dict):
            put(self.tree, "place.zone", told)
        elif (
            not isinstance(place, Stated) or self._library.place_zones.get(place.value) != own.iana
        ):
            self.tree["zone"] = told

    # what the template makes of it

    @cached_property
    def base(self) -> Facts | None:
        """What every letter states, with marks for its texts; None if it can't be told."""
        zone = self.zone or next(iter((*self.zones.here, *self.zones.elsewhere)), _UTC)
        sessions = tuple(session_of(each, zone) for each in self.sittings)
        basis = Basis(self._kind.id, self.language, sessions, zone, self._library.place_zones)
        return basis.facts(self.tree)

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """The paragraphs that the template may make of such a meeting."""
        if self.base is None:
            return ()
        trials = Trials(self.base, self.language, self.side, self.zones)
        found: dict[tuple[str, ...], Pattern] = {}
        for trial in trials.of_the_opening():
            self._try(trial, frozenset(), found)
        self._always = frozenset(each.paragraph for each in found.values()) - {SUBJECT}
        for trial in trials.besides():
            self._try(trial, self._always | {SUBJECT}, found)
        return tuple(found.values())

    @property
    def always(self) -> frozenset[str]:
        """The paragraphs that every such letter has."""
        return self._always if self.patterns else frozenset()

    def _try(
        self, trial: Trial, without: frozenset[str], found: dict[tuple[str, ...], Pattern]
    ) -> None:
        file = FactsFile(self.side.letter.file, trial.facts, {})
        try:
            circular = self._library.compose(Loaded(file, {}), self.language)
        except FindingsError:
            return
        for pattern in patterns(circular, trial.fixed):
            if pattern.paragraph not in without:
                key = (pattern.paragraph, *(line.expression.pattern for line in pattern.lines))
                found.setdefault(key, pattern)


def _told(value: str, spot: Spot) -> Stated:
    return Stated(value, spot.text, spot.at)
