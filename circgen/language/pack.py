"""A language pack as data: what `templates/<language>/language.yaml` says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from circgen.findings import Location

FormsOf = Mapping[str, str]
"""The forms of a word by name (`nominative`, `genitive`, …)."""


class Range(NamedTuple):
    """Patterns for a range of days: `{…}` holds a CLDR pattern, for the start, then the end."""

    same_month: str
    same_year: str
    other: str
    two_days: str | None = None


class DateStyle(NamedTuple):
    """How one day, one whose year or month follows later, and a range of days are written."""

    day: str
    without_year: str | None = None
    without_month: str | None = None
    range: Range | None = None


class HoursStyle(NamedTuple):
    """How times of day are written; `clock` is a CLDR pattern of H, HH and mm."""

    clock: str
    at: str
    range: str
    overnight: str
    time: str
    on_the_hour: str | None = None


class Schedule(NamedTuple):
    """How days, hours and zone are put together."""

    hours: str
    each_day: str
    moment: str
    join: str
    last_join: str
    weekday_hours: str | None = None
    two_join: str | None = None


class OrdinalStyle(NamedTuple):
    """How ordinals are spelled: stems with a class of endings, compounds, and figures above."""

    spelled_to: int
    words: Mapping[str, tuple[str, ...]]
    figures: FormsOf
    tens: FormsOf = MappingProxyType({})
    compound: str = "{tens} {unit}"
    endings: Mapping[str, FormsOf] = MappingProxyType({})


class Reference(NamedTuple):
    """How a circular is called, and how an annex or a correction refers to it."""

    name: str
    to: str


class LetterParts(NamedTuple):
    """The parts of a letter that are the same in every circular."""

    letterhead: tuple[str, ...]
    dateline: str
    references: Mapping[str, Reference]
    salutation: tuple[str, ...]
    closing: str
    signed: str
    signature: tuple[str, ...]
    annexes: Mapping[str, str]
    annex_heading: str
    draft: str
    unknown: Mapping[str, str]
    footer: str
    author: str
    table_description: str
    logo_description: str
    recipient_end: str = ""


class Replacement(NamedTuple):
    """What euphony changes in a date or an hour: a regular expression, and what is put instead."""

    find: re.Pattern[str]
    put: str


class Joint(NamedTuple):
    """What euphony changes in the words before a fact: their end, if the fact begins so."""

    end: re.Pattern[str]
    before: re.Pattern[str]
    put: str


class Pack(NamedTuple):
    """A language as its translators wrote it down."""

    code: str
    file: str
    name: str
    locale: str
    tag: str
    file_letter: str
    direction: Literal["ltr", "rtl"]
    labels: Mapping[str, str]
    letter: LetterParts
    dates: Mapping[str, DateStyle]
    years: str
    hours: HoursStyle
    schedule: Schedule
    zones: Mapping[str, str]
    local_zone: str
    local_zone_without_place: str
    ordinals: OrdinalStyle
    counted: Mapping[str, Mapping[str, FormsOf]]
    glossary: Mapping[str, Mapping[str, FormsOf]]
    acronyms: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    replacements: tuple[Replacement, ...] = ()
    joints: tuple[Joint, ...] = ()
    soft_break: str = " "
    plain_form: str = ""
    optional_forms: tuple[str, ...] = ()
    translated_from: str = ""
    where: Mapping[str, Location] = MappingProxyType({})


GLOSSARIES = (
    "addressees",
    "deadlines",
    "events",
    "names",
    "offices",
    "participants",
    "people",
    "places",
    "working_languages",
)
LABELS = ("reference", "to", "copies", "person", "tel", "fax", "email", "website", "subject")
DATE_STYLES = ("plain", "when", "weekday", "issue")
"""The styles of dates that circgen itself asks for; templates may ask for others."""
