"""The facts of one circular, typed and validated. Field names are the keys of the facts file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from circgen.findings import Location

Localized = Mapping[str, str]
"""One text per language code."""

MINUTES_A_DAY = 24 * 60


class Hours(NamedTuple):
    """A time of day, or a stretch of time, in minutes after midnight of its day.

    `end` is None for a start alone, 1440 for 24:00, above 1440 on the next day.
    """

    start: int
    end: int | None = None

    @property
    def over_midnight(self) -> bool:
        """Whether it ends on the next day (24:00 belongs to its own day)."""
        return self.end is not None and self.end > MINUTES_A_DAY

    def __str__(self) -> str:
        """Neutral form: `11:00-12:00`, `22:00-02:00+1`."""
        if self.end is None:
            return _clock(self.start)
        if self.over_midnight:
            return f"{_clock(self.start)}-{_clock(self.end - MINUTES_A_DAY)}+1"
        return f"{_clock(self.start)}-{_clock(self.end)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


class Years(NamedTuple):
    """A range of years; a study period is one."""

    start: int
    end: int

    def __str__(self) -> str:
        """Neutral form: `2025-2028`."""
        return f"{self.start}-{self.end}"


class Url(str):
    """A web address as it was typed."""

    __slots__ = ()


class Email(str):
    """An e-mail address."""

    __slots__ = ()


class Phone(str):
    """A telephone number, grouped as it was typed."""

    __slots__ = ()


class Name(NamedTuple):
    """A name in every language: an entry of a glossary of the language packs, or written out.

    `forms` maps a language to the forms that the name has there; a name that never changes has
    one form, called ``.
    """

    glossary: str
    id: str | None = None
    forms: Mapping[str, Mapping[str, str]] = MappingProxyType({})


class Place(NamedTuple):
    """A town, with the IANA zone of its clocks (None: its id stands in the shared list)."""

    name: Name
    zone: str | None = None


class Session(NamedTuple):
    """Sittings on one day, or with the same hours on every day from `date` to `until`."""

    date: dt.date
    until: dt.date | None = None
    hours: tuple[Hours, ...] = ()
    weekday: int | None = None  # Monday is 0, as in `date.weekday()`
    zone: str | None = None
    zone_label: str | None = None

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return self.until or self.date

    def days(self) -> tuple[dt.date, ...]:
        """Every day it sits on."""
        return _days(self.date, self.until)


class SideEvent(NamedTuple):
    """An event on the margin of a meeting."""

    event: Name
    title: Localized
    date: dt.date
    until: dt.date | None = None
    hours: tuple[Hours, ...] = ()
    weekday: int | None = None
    zone: str | None = None
    zone_label: str | None = None
    occasion: Name | None = None
    part_of: Name | None = None
    website: Url | None = None

    def days(self) -> tuple[dt.date, ...]:
        """Every day it sits on."""
        return _days(self.date, self.until)


def _days(first: dt.date, last: dt.date | None) -> tuple[dt.date, ...]:
    count = ((last or first) - first).days + 1
    return tuple(first + dt.timedelta(days=number) for number in range(count))


class Deadline(NamedTuple):
    """Until when something must be done; with an hour, to that minute."""

    what: Name
    date: dt.date
    hour: Hours | None = None
    zone: str | None = None
    zone_label: str | None = None


class Contact(NamedTuple):
    """How to reach the Bureau about the meeting."""

    person: Name | None = None
    tel: Phone | None = None
    fax: Phone | None = None
    email: Email | None = None
    website: Url | None = None


class Signatory(NamedTuple):
    """Who signs, and in which office."""

    name: Name
    office: Name


class Initiative(NamedTuple):
    """The initiative whose meeting it is, whose it is, and how many bodies support it."""

    name: Name
    of: Name | None = None
    supporters: int | None = None


class Participation(NamedTuple):
    """Who may take part."""

    open_to: tuple[Name, ...]
    individuals: bool = False
    free_of_charge: bool | None = None


class Registration(NamedTuple):
    """How participants register; `hours` and `entrance` are for registration on the spot."""

    mandatory: bool = False
    website: Url | None = None
    date: dt.date | None = None
    hours: Hours | None = None
    entrance: Localized | None = None


class AdHoc(NamedTuple):
    """A paragraph that one circular inserts, replaces (`id` of the layout) or leaves out."""

    id: str
    after: str | None = None
    before: str | None = None
    omit: bool = False
    text: Localized | None = None


class AnnexFile(NamedTuple):
    """An annex: a title and one Markdown file per language, beside the facts file."""

    title: Localized
    file: Localized


class Variant(NamedTuple):
    """Revision (R), addendum (A) or corrigendum (C) and its number."""

    letter: str
    number: int

    def __str__(self) -> str:
        """As in file names: `R1`."""
        return f"{self.letter}{self.number}"


class Facts(NamedTuple):
    """One circular. None and empty mean: not stated."""

    editions: tuple[str, ...]
    kind: str = "meeting"
    series: str | None = None
    status: str | None = None
    number: int | None = None
    variant: Variant | None = None
    section: str | None = None
    study_period: Years | None = None
    issued: dt.date | None = None
    issued_at: Place | None = None
    addressees: tuple[Name, ...] = ()
    copies: tuple[Name, ...] = ()
    contact: Contact | None = None
    signatory: Signatory | None = None
    event: Name | None = None
    ordinal: int | None = None
    topic: Localized | None = None
    acronym: str | None = None
    mode: str | None = None
    place: Place | None = None
    venue: Localized | None = None
    zone: str | None = None
    sessions: tuple[Session, ...] = ()
    working_languages: tuple[Name, ...] = ()
    co_organizers: tuple[Name, ...] = ()
    initiative: Initiative | None = None
    background: Localized | None = None
    website: Url | None = None
    objectives: tuple[Localized, ...] = ()
    participation: Participation | None = None
    event_page: Url | None = None
    registration: Registration | None = None
    side_events: tuple[SideEvent, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    paragraphs: tuple[AdHoc, ...] = ()
    annexes: tuple[AnnexFile, ...] = ()
    extra: Mapping[str, object] = MappingProxyType({})  # facts that the kind declares

    @property
    def draft(self) -> bool:
        """Whether it is rendered as a draft."""
        return self.status == "draft"


class FactsFile(NamedTuple):
    """Facts with where each of them stands (path such as `sessions[0].date` to place)."""

    file: str
    facts: Facts
    where: Mapping[str, Location]
    texts: Mapping[str, Localized] = MappingProxyType({})  # by path, whatever is wrong around them
    unread: frozenset[str] = frozenset()  # keys that could not be read

    def at(self, path: str) -> Location:
        """The place of a fact, or of the nearest thing around it."""
        while path and path not in self.where:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.where.get(path, Location(self.file))


def zone_label(zone: str, day: dt.date, minutes: int) -> str:
    """The label of `zone` at a local time, as the IANA database has it (`CET`, `CEST`, `+0530`)."""
    return moment(zone, day, minutes).tzname() or zone


def moment(zone: str, day: dt.date, minutes: int) -> dt.datetime:
    """The instant `minutes` after midnight of `day` on the clocks of `zone`."""
    days, rest = divmod(minutes, MINUTES_A_DAY)
    return dt.datetime.combine(
        day + dt.timedelta(days=days), dt.time(rest // 60, rest % 60), ZoneInfo(zone)
    )


class AnnexText(NamedTuple):
    """The Markdown of an annex in one language, and the file it stands in."""

    file: str
    text: str
