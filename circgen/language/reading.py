"""Reading a language pack: the keys of `language.yaml`, and what is wrong with them."""

from __future__ import annotations

from circgen.facts.reading import Reading, Vocabulary
from circgen.facts.schema import INTEGER
from circgen.facts.trees import parse_words
from circgen.facts.types import Choice, Key, ListOf, Record
from circgen.findings import FindingsError
from circgen.language.pack import (
    DATE_STYLES,
    GLOSSARIES,
    LABELS,
    DateStyle,
    HoursStyle,
    Joint,
    LetterParts,
    OrdinalStyle,
    Pack,
    Range,
    Reference,
    Replacement,
    Schedule,
)
from circgen.language.patterns import (
    CLOCK,
    DATE,
    LOCALE,
    RANGE,
    REGEX,
    Forms,
    MapOf,
    Pattern,
    try_replacements,
)

_TEXT = Pattern()
_ANY = Pattern(fields=None)
_RANGE = Record(
    Range,
    {
        "same_month": Key(RANGE, "both days in one month", required=True),
        "same_year": Key(RANGE, "in two months of one year", required=True),
        "other": Key(RANGE, "in two years", required=True),
        "two_days": Key(RANGE, "two days in a row, if unlike `same_month`"),
    },
    "a range of days",
)
_DATE_STYLE = Record(
    DateStyle,
    {
        "day": Key(DATE, "the CLDR pattern of one day", required=True),
        "without_year": Key(DATE, "that of a day whose year follows"),
        "without_month": Key(DATE, "that of a day whose month and year follow"),
        "range": Key(_RANGE, "patterns of a range of days"),
    },
    "a style of dates",
)
_HOURS = Record(
    HoursStyle,
    {
        "clock": Key(CLOCK, "the CLDR pattern of a time: H, HH, mm", required=True),
        "on_the_hour": Key(CLOCK, "the pattern when there are no minutes"),
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
        "name": Key(Pattern(("number",)), "TSB Circular {number}", required=True),
        "to": Key(Pattern(("number",)), "to TSB Circular {number}", required=True),
    },
    "a reference",
)
_VARIANT = Record(
    Reference,
    {
        "name": Key(Pattern(("variant", "number")), "Revision {variant} to …", required=True),
        "to": Key(Pattern(("variant", "number")), "to Revision {variant} of …", required=True),
    },
    "a reference",
)
_REPLACEMENT = Record(
    Replacement,
    {
        "find": Key(REGEX, "a regular expression", required=True),
        "put": Key(_ANY, "what is put in its place", required=True),
    },
    "a replacement",
)
_JOINT = Record(
    Joint,
    {
        "end": Key(REGEX, "a regular expression for the end of the words", required=True),
        "before": Key(REGEX, "one for the beginning of the fact that follows", required=True),
        "put": Key(_ANY, "what is put in the place of `end`", required=True),
    },
    "a joint",
)
_LETTER = Record(
    LetterParts,
    {
        "letterhead": Key(ListOf(_TEXT), "Union and Bureau, a line each", required=True),
        "dateline": Key(Pattern(("place", "date")), "place and date", required=True),
        "references": Key(
            Record(
                dict,
                {
                    "circular": Key(_REFERENCE, "the letter itself", required=True),
                    "R": Key(_VARIANT, "a revision", required=True),
                    "A": Key(_VARIANT, "an addendum", required=True),
                    "C": Key(_VARIANT, "a corrigendum", required=True),
                },
                "`references`",
            ),
            "what a circular and its variants are called",
            required=True,
        ),
        "salutation": Key(ListOf(_TEXT), "a line each", required=True),
        "closing": Key(_TEXT, "before the signature", required=True),
        "signed": Key(_TEXT, "stands for the signature", required=True),
        "signature": Key(
            ListOf(Choice(("signed", "name", "office"))), "its lines in order", required=True
        ),
        "annexes": Key(
            Record(
                dict,
                {
                    "one": Key(Pattern(("count",)), "one annex"),
                    "other": Key(Pattern(("count",)), "several annexes", required=True),
                },
                "`annexes`",
            ),
            "how many annexes there are",
            required=True,
        ),
        "annex_heading": Key(Pattern(("number", "to")), "ANNEX 1 (to …)", required=True),
        "draft": Key(_TEXT, "what marks a draft", required=True),
        "unknown": Key(
            Record(
                dict,
                {
                    "number": Key(_TEXT, "for its number", required=True),
                    "date": Key(_TEXT, "for its date", required=True),
                },
                "`unknown`",
            ),
            "what a draft prints for what it lacks",
            required=True,
        ),
        "recipient_end": Key(_TEXT, "what ends every addressee but the last"),
        "footer": Key(_TEXT, "the Union's address", required=True),
        "author": Key(_TEXT, "the author in the file's properties", required=True),
        "table_description": Key(_TEXT, "said by screen readers", required=True),
        "logo_description": Key(_TEXT, "said by screen readers", required=True),
    },
    "`letter`",
)
_PLURALS = Record(
    dict,
    {
        name: Key(_TEXT, "the form of a CLDR plural category", required=name == "other")
        for name in ("zero", "one", "two", "few", "many", "other")
    },
    "plural forms",
)
_PACK = Record(
    dict,
    {
        "name": Key(_TEXT, "the language's own name", required=True),
        "locale": Key(LOCALE, "its CLDR locale, such as en_GB", required=True),
        "tag": Key(_TEXT, "its BCP 47 tag, such as en-GB", required=True),
        "file_letter": Key(Choice(tuple("ACEFRS")), "its letter in file names", required=True),
        "translated_from": Key(_TEXT, "the language from whose words it is translated"),
        "direction": Key(Choice(("ltr", "rtl")), "writing direction", required=True),
        "labels": Key(
            Record(dict, {n: Key(_TEXT, "a label", required=True) for n in LABELS}, "`labels`"),
            "labels of the reference table",
            required=True,
        ),
        "letter": Key(_LETTER, "fixed parts of the letter", required=True),
        "dates": Key(MapOf(_DATE_STYLE, DATE_STYLES), "styles of dates", required=True),
        "years": Key(Pattern(("start", "end")), "a range of years", required=True),
        "hours": Key(_HOURS, "times of day", required=True),
        "schedule": Key(_SCHEDULE, "days, hours and zone together", required=True),
        "zones": Key(MapOf(_TEXT), "zones by their label, as they follow hours", required=True),
        "local_zone": Key(Pattern(("place", "offset")), "any other zone", required=True),
        "local_zone_without_place": Key(Pattern(("offset",)), "without a place", required=True),
        "plain_form": Key(_TEXT, "the form of a name where no other is called for"),
        "optional_forms": Key(
            ListOf(_TEXT), "forms for which a name that is written in one form has that one"
        ),
        "ordinals": Key(_ORDINALS, "ordinals", required=True),
        "counted": Key(
            MapOf(MapOf(_PLURALS)), "nouns after a number, by case and category", required=True
        ),
        "glossary": Key(
            Record(
                dict,
                {n: Key(MapOf(Forms()), "names", required=True) for n in GLOSSARIES}
                | {"acronyms": Key(MapOf(ListOf(_TEXT)), "acronyms of what has an id")},
            ),
            "names by id",
            required=True,
        ),
        "replacements": Key(ListOf(_REPLACEMENT), "what euphony changes in dates and hours"),
        "joints": Key(ListOf(_JOINT), "what euphony changes in the words before a fact"),
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
    values = _PACK.read_keys(parse_words(data, file), "", reading, partial=True)
    if reading.findings or not isinstance(values, dict):
        raise FindingsError(*reading.findings)
    try_replacements(values.get("replacements", ()), "replacements", reading)
    acronyms = values["glossary"].pop("acronyms", {})
    return Pack(code=code, file=file, where=reading.where, acronyms=acronyms, **values)
