"""The meeting that a letter announces: what its head, its subject and its first paragraphs say."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterable, Iterator
from functools import cached_property

from circgen.comparison.side import Side, Spot, Unit
from circgen.extraction.head import head
from circgen.extraction.patterns import Pattern, mark, patterns
from circgen.extraction.sessions import Sitting, Zones, certain, sittings
from circgen.extraction.stated import Stated, Tree, Worded, at_path, first_of, put
from circgen.extraction.subject import mode_of, stated_mode, subject
from circgen.extraction.trials import Trial, Trials, open_name, session_of
from circgen.facts.kinds import SUBJECT
from circgen.facts.kinds import Kind as KindOfCircular
from circgen.facts.model import Facts, FactsFile, Name, Place
from circgen.findings import Finding, FindingsError, Level
from circgen.library import Library, Loaded
from circgen.recognition.mentions import Days, Kind

_UTC = "UTC"
_PLACES = ("place", "issued_at")


class Meeting:
    """One letter, and what it says of its meeting."""

    def __init__(self, side: Side, library: Library, kind: KindOfCircular) -> None:
        self.side, self._library, self._kind = side, library, kind
        self.language = side.letter.language
        self.findings: list[Finding] = []
        self._always: frozenset[str] = frozenset()
        self.tree: Tree = head(side, self.findings)
        if "subject" in side.parts:
            self.tree |= subject(side, side.parts["subject"], self.findings)
        self._town_names = tuple(self._own_towns())

    def complete(self, others: Iterable[Meeting]) -> None:
        """Find what the letters in other languages help to find."""
        for other in others:
            self._town_names += other._town_names  # noqa: SLF001  one of its own kind
        self._find_mode()

    @cached_property
    def days(self) -> tuple[Days, ...]:
        """The days of the meeting by the subject."""
        unit = self.side.parts.get("subject")
        spots = unit.of(Kind.DATE) if unit else ()
        return tuple(s.mention.value for s in spots if isinstance(s.mention.value, Days))

    @property
    def is_held(self) -> bool:
        """Whether the letter is about something that takes place: it is named, or has a place."""
        return not {"event", "mode", "place"}.isdisjoint(self.tree)

    @cached_property
    def opening(self) -> int | None:
        """Which paragraph first says when the meeting is."""
        if not self.is_held:
            return None
        return next((i for i, unit in enumerate(self.side.points) if self._sittings(unit)), None)

    @cached_property
    def sittings(self) -> list[Sitting]:
        """Its days and hours."""
        if self.opening is None:
            unit = self.side.parts.get("subject")
            return self._sittings(unit) if unit and self.is_held else []
        return self._sittings(self.side.points[self.opening])

    def _sittings(self, unit: Unit) -> list[Sitting]:
        return sittings(unit, self.zones, self.days)

    @cached_property
    def zones(self) -> Zones:
        """The IANA zones of the places in the letter, and of others."""
        known = self._library.place_zones
        own = {
            key: known.get(node.value)
            for key in _PLACES
            if isinstance(node := self.tree.get(key), Stated)
        }
        here = filter(None, (own.get("place"), *self._towns()))
        others = filter(None, (own.get("issued_at"), *known.values()))
        return Zones(tuple(dict.fromkeys(here)), tuple(dict.fromkeys(others)))

    def _own_towns(self) -> Iterator[str]:
        """The town of the meeting, if it is none that the project knows."""
        node = at_path(self.tree, "place.name")
        if isinstance(node, Worded):
            for forms in node.forms.values():
                yield from (each.value.partition(",")[0].strip() for each in forms.values())

    def _towns(self) -> Iterator[str]:
        """Zones of the IANA database that are named after the town of the meeting."""
        towns = {name.replace(" ", "_").casefold() for name in self._town_names}
        for zone in sorted(zoneinfo.available_timezones()) if towns else ():
            if zone.rpartition("/")[2].casefold() in towns:
                yield zone

    def _find_mode(self) -> None:
        """How it is held: as subject or first paragraph say; else, where it has its place."""
        if "mode" in self.tree:
            return
        unit = self.side.points[self.opening] if self.opening is not None else None
        spot = mode_of(unit) if unit else None
        # What an item says of one sitting does not hold for all of them.
        spot = spot if unit and spot and spot.passage is unit.passages[0] else None
        place = first_of(self.tree["place"]) if "place" in self.tree else None
        if spot:
            self.tree["mode"] = stated_mode(spot)
        elif place is not None:
            self.tree["mode"] = Stated("physical", place.text, place.at)

    @property
    def zone(self) -> str | None:
        """The zone of its hours."""
        found = dict.fromkeys(each.iana for each in self.sittings if each.iana)
        return next(iter(found), None)

    def state_sessions(self, *, exact: bool) -> None:
        """Put days and hours into the tree.

        In words that are not ours, an hour alone may be the end, or that of registration.
        """
        if not exact:
            self.sittings = self._certain(self.sittings)
        for index, each in enumerate(self.sittings):
            self._state(each, f"sessions[{index}]")
        self._state_zone()

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
        if label.isalpha():
            put(self.tree, f"{path}.zone_label", _told(label, each.zone))

    def _certain(self, found: list[Sitting]) -> list[Sitting]:
        """Days with hours that have an end, or a start that stands alone; else those further on."""
        kept = certain(found)
        if any(each.hours for each in kept) or self.opening is None:
            self._say_uncertain(found, kept)
            return kept
        for unit in self.side.points[self.opening + 1 :]:
            others = {str(s.mention.value) for s in unit.of(Kind.EVENT)} - {self._event}
            more = certain(self._sittings(unit)) if not others else []
            by_day = {(each.first, each.last): each for each in more if each.hours}
            if by_day:
                return [by_day.get((each.first, each.last), each) for each in kept]
        self._say_uncertain(found, kept)
        return kept

    @property
    def _event(self) -> str:
        event = self.tree.get("event")
        return event.value if isinstance(event, Stated) else ""

    def _say_uncertain(self, found: Iterable[Sitting], kept: Iterable[Sitting]) -> None:
        """Hours that may be those of the meeting or not."""
        taken = {spot for each in kept for spot in each.hours}
        for each in found:
            for spot in (spot for spot in each.hours if spot not in taken):
                self.findings.append(
                    Finding(
                        spot.at,
                        "not-taken-over",
                        f"`{spot.text}` may be hours of the meeting, or others",
                        "write the hours under `sessions:`",
                        Level.WARNING,
                    )
                )

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
        event, mode = self.tree.get("event"), self.tree.get("mode")
        if not isinstance(event, Stated) or not isinstance(mode, Stated) or not self.sittings:
            return None
        ordinal = self.tree.get("ordinal")
        zone = self.zone or next(iter((*self.zones.here, *self.zones.elsewhere)), _UTC)
        name = Name("places", None, {self.language: {"": "-"}})
        return Facts(
            (self.language,),
            kind=self._kind.id,
            status="draft",
            issued_at=Place(name, zone),
            event=Name("events", event.value),
            ordinal=int(ordinal.value) if isinstance(ordinal, Stated) else None,
            topic={self.language: mark("topic")},
            mode=mode.value,
            place=self._typed_place(zone),
            zone=zone,
            sessions=tuple(session_of(each, zone) for each in self.sittings),
        )

    def _typed_place(self, zone: str) -> Place | None:
        place = self.tree.get("place")
        if isinstance(place, Stated):
            known = self._library.place_zones.get(place.value)
            return Place(Name("places", place.value), known or zone)
        if place is None:
            return None
        return Place(open_name("places", "place.name", self.language), zone)

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
