"""A language pack as data: `templates/<language>/language.yaml`, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from circgen.facts.reading import Reading, Vocabulary
from circgen.facts.schema import INTEGER
from circgen.facts.source import parse
from circgen.facts.types import Choice, Key, ListOf, Record
from circgen.findings import FindingsError, Location
from circgen.language.patterns import Forms, MapOf, Pattern

FormsOf = Mapping[str, str]
"""The forms of a word by name (`nominative`, `genitive`, …)."""


class Range(NamedTuple):
    """Patterns for a range of days: `{…}` holds a CLDR pattern, for the start, then the end."""

    same_month: str
    same_year: str
    other: str
    two_days: str | None = None


class DateStyle(NamedTuple):
    """How one day, a day whose year follows later, and a range of days are written."""

    day: str
    without_year: str | None = None
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
    replacements: tuple[Mapping[str, str], ...] = ()
    soft_break: str = " "
    plain_form: str = ""
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

_TEXT = Pattern()
_ANY = Pattern(fields=None)
_RANGE = Record(
    Range,
    {
        "same_month": Key(_ANY, "both days in one month", required=True),
        "same_year": Key(_ANY, "in two months of one year", required=True),
        "other": Key(_ANY, "in two years", required=True),
        "two_days": Key(_ANY, "two days in a row, if unlike `same_month`"),
    },
    "a range of days",
)
_DATE_STYLE = Record(
    DateStyle,
    {
        "day": Key(_ANY, "the CLDR pattern of one day", required=True),
        "without_year": Key(_ANY, "that of a day whose year follows"),
        "range": Key(_RANGE, "patterns of a range of days"),
    },
    "a style of dates",
)
_HOURS = Record(
    HoursStyle,
    {
        "clock": Key(_ANY, "the CLDR pattern of a time: H, HH, mm", required=True),
        "on_the_hour": Key(_ANY, "the pattern when there are no minutes"),
        "time": Key(Pattern(("clock",)), "a time after a date: `{clock} hours`", required=True),
        "at": Key(Pattern(("clock",)), "a start alone: `at {clock} hours`", required=True),
        "range": Key(Pattern(("start", "end")), "from start to end", required=True),
        "overnight": Key(Pattern(("start", "end")), "an end on the next day", required=True),
    },
    "`hours`",
)
_SCHEDULE = Record(
    Schedule,
    {
        "hours": Key(Pattern(("days", "hours", "zone")), "one day with hours", required=True),
        "each_day": Key(Pattern(("days", "hours", "zone")), "days with the same hours", True),
        "weekday_hours": Key(
            Pattern(("days", "hours", "zone")), "one day with its weekday, if unlike `hours`"
        ),
        "moment": Key(Pattern(("date", "time", "zone")), "a deadline to the minute", required=True),
        "join": Key(_TEXT, "between sessions", required=True),
        "last_join": Key(_TEXT, "between the last two of several", required=True),
        "two_join": Key(_TEXT, "between two sessions, if unlike `last_join`"),
    },
    "`schedule`",
)
_ORDINALS = Record(
    OrdinalStyle,
    {
        "spelled_to": Key(INTEGER, "up to where ordinals are spelled", required=True),
        "words": Key(MapOf(ListOf(_TEXT)), "stem, and class of endings, by number", required=True),
        "tens": Key(MapOf(_TEXT), "tens in front of a unit"),
        "compound": Key(Pattern(("tens", "unit")), "how tens and unit are joined"),
        "endings": Key(MapOf(MapOf(_TEXT)), "endings by class and form (`feminine genitive`)"),
        "figures": Key(
            MapOf(Pattern(("number",))),
            "in figures, by form or CLDR ordinal category",
            True,
        ),
    },
    "`ordinals`",
)
_REFERENCE = Record(
    Reference,
    {
        "name": Key(Pattern(("number",), ("variant",)), "TSB Circular {number}", required=True),
        "to": Key(Pattern(("number",), ("variant",)), "to TSB Circular {number}", required=True),
    },
    "a reference",
)
_LETTER = Record(
    LetterParts,
    {
        "letterhead": Key(ListOf(_TEXT), "Union and Bureau, a line each", required=True),
        "dateline": Key(Pattern(("place", "date")), "place and date", required=True),
        "references": Key(MapOf(_REFERENCE), "`circular`, `R`, `A`, `C`", required=True),
        "salutation": Key(ListOf(_TEXT), "a line each", required=True),
        "closing": Key(_TEXT, "before the signature", required=True),
        "signed": Key(_TEXT, "stands for the signature", required=True),
        "signature": Key(
            ListOf(Choice(("signed", "name", "office"))), "its lines in order", required=True
        ),
        "annexes": Key(MapOf(Pattern(("count",))), "by CLDR plural category", required=True),
        "annex_heading": Key(Pattern(("number", "to")), "ANNEX 1 (to …)", required=True),
        "draft": Key(_TEXT, "what marks a draft", required=True),
        "unknown": Key(MapOf(_TEXT), "`number`, `date`: what a draft prints for them", True),
        "recipient_end": Key(_TEXT, "what ends every addressee but the last"),
        "footer": Key(_TEXT, "the Union's address", required=True),
        "author": Key(_TEXT, "the author in the file's properties", required=True),
        "table_description": Key(_TEXT, "said by screen readers", required=True),
        "logo_description": Key(_TEXT, "said by screen readers", required=True),
    },
    "`letter`",
)
_PACK = Record(
    dict,
    {
        "name": Key(_TEXT, "the language's own name", required=True),
        "locale": Key(_TEXT, "its CLDR locale, such as en_GB", required=True),
        "tag": Key(_TEXT, "its BCP 47 tag, such as en-GB", required=True),
        "file_letter": Key(Choice(tuple("ACEFRS")), "its letter in file names", required=True),
        "direction": Key(Choice(("ltr", "rtl")), "writing direction", required=True),
        "labels": Key(
            Record(dict, {n: Key(_TEXT, "a label", required=True) for n in LABELS}, "`labels`"),
            "labels of the reference table",
            required=True,
        ),
        "letter": Key(_LETTER, "fixed parts of the letter", required=True),
        "dates": Key(MapOf(_DATE_STYLE), "styles of dates", required=True),
        "years": Key(Pattern(("start", "end")), "a range of years", required=True),
        "hours": Key(_HOURS, "times of day", required=True),
        "schedule": Key(_SCHEDULE, "days, hours and zone together", required=True),
        "zones": Key(MapOf(_TEXT), "zones by their label, as they follow hours", required=True),
        "local_zone": Key(Pattern(("place", "offset")), "any other zone", required=True),
        "local_zone_without_place": Key(Pattern(("offset",)), "without a place", required=True),
        "plain_form": Key(_TEXT, "the form of a name where no other is called for"),
        "ordinals": Key(_ORDINALS, "ordinals", required=True),
        "counted": Key(
            MapOf(MapOf(MapOf(_TEXT))), "nouns after a number, by case and category", required=True
        ),
        "glossary": Key(
            Record(dict, {n: Key(MapOf(Forms()), "names", required=True) for n in GLOSSARIES}),
            "names by id",
            required=True,
        ),
        "replacements": Key(ListOf(MapOf(_ANY)), "regular expressions for euphony: `find`, `put`"),
        "soft_break": Key(_ANY, "what a line end in a template becomes"),
    },
    "a language pack",
)


def read_pack(code: str, data: bytes, file: str) -> Pack:
    """The pack of a language.

    Raises:
        FindingsError: with every problem of the file.
    """
    reading = Reading(Vocabulary((), {}))
    values = _PACK.read_keys(parse(data, file), "", reading, partial=True)
    if reading.findings or not isinstance(values, dict):
        raise FindingsError(*reading.findings)
    values.setdefault("replacements", ())
    return Pack(code=code, file=file, where=reading.where, **values)
