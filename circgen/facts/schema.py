"""The keys of a facts file: their types, and what they mean. Editors get this as JSON Schema."""

from __future__ import annotations

from circgen.facts import parsers
from circgen.facts.model import (
    AdHoc,
    AnnexFile,
    Contact,
    Deadline,
    Facts,
    Initiative,
    Participation,
    Place,
    Registration,
    Session,
    SideEvent,
    Signatory,
)
from circgen.facts.texts import LocalizedText, NameOf
from circgen.facts.types import (
    Choice,
    Converted,
    Flag,
    Key,
    ListOf,
    OneOf,
    Parsed,
    Record,
    Type,
)

_CLOCK = r"\d{1,2}[:.h]?\d{2}"
DATE = Parsed(
    parsers.parse_date,
    "date",
    "a date such as 2025-10-31",
    r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2} [A-Za-z]+ \d{4})$",
)
HOURS = Parsed(
    parsers.parse_hours,
    "hours",
    "hours such as 11:00-12:00, or a start such as 09:30",
    rf"^{_CLOCK}( ?([-–—−]|to) ?{_CLOCK}( ?\(?\+1\)?)?)?$",
    number=True,
)
TIME = Parsed(parsers.parse_time, "hours", "an hour such as 09:30", rf"^{_CLOCK}$", number=True)
WEEKDAY = Parsed(parsers.parse_weekday, "weekday", "a weekday such as Friday", "^[A-Za-z]{3,9}$")
INTEGER = Parsed(
    parsers.parse_integer, "number", "a number from 1 to 9999", "^[0-9]{1,4}$", number=True
)
YEARS = Parsed(parsers.parse_years, "years", "years such as 2025-2028", r"^\d{4} ?[-–−] ?\d{4}$")
VARIANT = Parsed(parsers.parse_variant, "variant", "R1, A1 or C1", "^[RACrac][1-9]$")
ZONE = Parsed(parsers.parse_zone, "unknown-zone", "an IANA zone such as Europe/Zurich")
URL = Parsed(parsers.parse_url, "url", "an address such as https://www.itu.int/", r"^https?://\S+$")
EMAIL = Parsed(
    parsers.parse_email, "email", "an e-mail address such as tsbmail@itu.int", r"^\S+@\S+\.\S+$"
)
PHONE = Parsed(
    parsers.parse_phone, "phone", "a telephone number such as +41 22 730 5852", number=True
)
ID = Parsed(parsers.parse_id, "id", "an id such as side-events")
WORD = Parsed(parsers.parse_word, "text", "a text that is the same in every language", number=True)
LABEL = Parsed(parsers.parse_word, "text", "the label of a zone, as letters print it")
TEXT = LocalizedText()
ITEM = LocalizedText(ends=True)
FLAG = Flag()

PLACE = OneOf(
    Converted(NameOf("places"), Place),
    Record(
        Place,
        {
            "name": Key(NameOf("places"), "the name of the place in each language", required=True),
            "zone": Key(ZONE, "the IANA zone of its clocks", required=True),
        },
        "a place",
    ),
)

_WHEN = {
    "date": Key(DATE, "the day, or the first of several days", required=True),
    "until": Key(DATE, "the last of several days with the same hours"),
    "hours": Key(ListOf(HOURS), "hours such as 11:00-12:00, a start such as 09:30, or a list"),
    "weekday": Key(WEEKDAY, "the weekday of `date`, if the letter is to name it"),
    "zone": Key(ZONE, "the IANA zone of these hours, if it isn't the meeting's"),
    "zone_label": Key(
        LABEL, "its label on that day, if you want it checked; it is worked out anyway"
    ),
}

KEYS = {
    "series": Key(ID, "the series it belongs to: a file of data/series/, whose keys it inherits"),
    "kind": Key(ID, "the kind of circular: a file of templates/layouts/; `meeting` by default"),
    "status": Key(Choice(("draft", "issued")), "`draft` before, `issued` after it has gone out"),
    "number": Key(INTEGER, "the number of the circular within its study period"),
    "variant": Key(VARIANT, "R1, A1 or C1 for a revision, addendum or corrigendum"),
    "section": Key(WORD, "a section code under the reference"),
    "study_period": Key(YEARS, "the study period, such as 2025-2028"),
    "issued": Key(DATE, "the date of the letter"),
    "issued_at": Key(PLACE, "the place of the letter"),
    "editions": Key(ListOf(ID), "the languages in which it goes out"),
    "addressees": Key(ListOf(NameOf("addressees")), "to whom it goes, in order"),
    "copies": Key(ListOf(NameOf("addressees")), "to whom copies go, in order"),
    "contact": Key(
        Record(
            Contact,
            {
                "person": Key(NameOf("people"), "the contact person"),
                "tel": Key(PHONE, "telephone"),
                "fax": Key(PHONE, "fax"),
                "email": Key(EMAIL, "e-mail"),
                "website": Key(URL, "website of the Bureau's group"),
            },
            "`contact`",
        ),
        "how to reach the Bureau",
    ),
    "signatory": Key(
        Record(
            Signatory,
            {
                "name": Key(NameOf("people"), "who signs", required=True),
                "office": Key(NameOf("offices"), "the office", required=True),
            },
            "`signatory`",
        ),
        "who signs",
    ),
    "event": Key(NameOf("events"), "what is held: meeting, workshop, forum, …"),
    "ordinal": Key(INTEGER, "which one of its series it is: 9 for the ninth"),
    "topic": Key(TEXT, "what follows the noun in the title: `of the … initiative`, `on …`"),
    "acronym": Key(WORD, "the short name, the same in every language"),
    "mode": Key(Choice(("virtual", "physical", "hybrid")), "how it is held"),
    "place": Key(PLACE, "the town where it is held"),
    "venue": Key(TEXT, "the building, as it stands beside the name of the town"),
    "zone": Key(ZONE, "the IANA zone of all hours; by default that of the place"),
    "sessions": Key(ListOf(Record(Session, _WHEN, "a session")), "days and hours"),
    "working_languages": Key(ListOf(NameOf("working_languages")), "in which it is held"),
    "co_organizers": Key(ListOf(NameOf("names")), "the bodies that organize it with the ITU"),
    "initiative": Key(
        Record(
            Initiative,
            {
                "name": Key(NameOf("names"), "its name", required=True),
                "of": Key(NameOf("names"), "whose initiative it is, such as `un`"),
                "supporters": Key(INTEGER, "how many UN agencies and programmes support it"),
            },
            "`initiative`",
        ),
        "the initiative whose meeting it is",
    ),
    "background": Key(TEXT, "sentences that say what the initiative or series is for"),
    "website": Key(URL, "where the initiative or series is described"),
    "objectives": Key(ListOf(ITEM), "what the meeting is to do, one item each"),
    "participation": Key(
        Record(
            Participation,
            {
                "open_to": Key(ListOf(NameOf("participants")), "who may take part", required=True),
                "individuals": Key(FLAG, "`yes` if individuals of member countries may, too"),
                "free_of_charge": Key(FLAG, "`yes` if it costs nothing, `no` if a fee is charged"),
            },
            "`participation`",
        ),
        "who may take part",
    ),
    "event_page": Key(URL, "where programme, connection details and registration are found"),
    "registration": Key(
        Record(
            Registration,
            {
                "mandatory": Key(FLAG, "`yes` if one must register"),
                "website": Key(URL, "where to register, if not on the event page"),
                "date": Key(DATE, "the day on which registration on the spot opens"),
                "hours": Key(TIME, "when registration on the spot opens"),
                "entrance": Key(
                    TEXT, "where it takes place, with its preposition: `at the main entrance`"
                ),
            },
            "`registration`",
        ),
        "how to register",
    ),
    "side_events": Key(
        ListOf(
            Record(
                SideEvent,
                {
                    "event": Key(NameOf("events"), "what it is: webinar, workshop, …", True),
                    "title": Key(ITEM, "its title, without quotes around it", True),
                    "occasion": Key(NameOf("names"), "the day it celebrates"),
                    "part_of": Key(NameOf("names"), "the series it belongs to"),
                    "website": Key(URL, "where more is said"),
                    **_WHEN,
                },
                "a side event",
            )
        ),
        "events on the margin of the meeting",
    ),
    "deadlines": Key(
        ListOf(
            Record(
                Deadline,
                {
                    "what": Key(NameOf("deadlines"), "what is due", required=True),
                    "date": Key(DATE, "the last day", required=True),
                    "hour": Key(TIME, "the last minute, such as 24:00"),
                    "zone": Key(ZONE, "the zone of the hour, such as UTC"),
                    "zone_label": Key(LABEL, "its label, if you want it checked"),
                },
                "a deadline",
            )
        ),
        "until when things are due",
    ),
    "paragraphs": Key(
        ListOf(
            Record(
                AdHoc,
                {
                    "id": Key(ID, "a new id, or that of the paragraph to replace", required=True),
                    "after": Key(ID, "the paragraph it follows"),
                    "before": Key(ID, "the paragraph it precedes"),
                    "omit": Key(FLAG, "`yes` leaves the paragraph out"),
                    "text": Key(LocalizedText(markdown=True), "its Markdown text"),
                },
                "a paragraph",
            )
        ),
        "paragraphs that this circular inserts, replaces or leaves out",
    ),
    "annexes": Key(
        ListOf(
            Record(
                AnnexFile,
                {
                    "title": Key(TEXT, "its title", required=True),
                    "file": Key(
                        LocalizedText(is_file=True),
                        "its Markdown file in each language",
                        required=True,
                    ),
                },
                "an annex",
            )
        ),
        "annexes, in order",
    ),
}

FACTS = Record(Facts, KEYS, "a facts file")

# What a layout may declare for its kind of circular, by the name it uses there.
DECLARABLE: dict[str, Type] = {
    "text": TEXT,
    "word": WORD,
    "name": NameOf("names"),
    "number": INTEGER,
    "years": YEARS,
    "date": DATE,
    "hour": TIME,
    "hours": HOURS,
    "url": URL,
    "email": EMAIL,
    "phone": PHONE,
    "flag": FLAG,
}
