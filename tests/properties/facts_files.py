"""Facts files that must render, and what their letters have to show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from properties.packs import LANGUAGES, PARAGRAPHS, ZONES
from properties.values import (
    A_DAY,
    EMAILS,
    PHONES,
    URLS,
    clock,
    localized,
    markdown,
    name,
    names,
    places,
    stretches,
    text,
    typed_day,
)
from properties.yaml_styles import yaml_text


@dataclass(slots=True)
class Circular:
    """Facts, and what every edition must show of them.

    `texts` are (paragraph or None, text per language or one for all), `paths` are
    (paragraph or None, path of a fact, its neutral value or `...`), `hours` are
    (zone, first day, last day) of all hours.
    """

    facts: dict[str, Any] = field(default_factory=dict)
    texts: list[tuple[str | None, Any]] = field(default_factory=list)
    paths: list[tuple[str | None, str, object]] = field(default_factory=list)
    hours: list[tuple[str, dt.date, dt.date]] = field(default_factory=list)

    def clocks_change(self) -> bool:
        """Whether clocks change near one of its hours, so that it may rightly be refused."""
        return any(_clocks_change(*each) for each in self.hours)

    def without(self, paragraph: str) -> None:
        """Forget what a paragraph would show."""
        self.texts = [each for each in self.texts if each[0] != paragraph]
        self.paths = [each for each in self.paths if each[0] != paragraph]


def _clocks_change(zone, first, last):
    start = dt.datetime.combine(first - dt.timedelta(days=1), dt.time(), ZoneInfo(zone))
    end = dt.datetime.combine(last + dt.timedelta(days=3), dt.time(), ZoneInfo(zone))
    seen = set()
    while start <= end:
        seen.add((start.tzname(), start.utcoffset(), start.replace(fold=1).utcoffset()))
        start += dt.timedelta(hours=1)
    return len({name for name, _, _ in seen}) > 1 or any(a != b for _, a, b in seen)


class _Author:
    """Writes a facts file, key by key."""

    def __init__(self, draw):
        self.draw = draw
        self.circular = Circular()
        self.facts = self.circular.facts
        self.issued = dt.date(
            draw(st.integers(2000, 2060) | st.integers(1900, 2190)), 1, 1
        ) + dt.timedelta(days=draw(st.integers(0, 364)))
        self.day = self.issued + dt.timedelta(days=draw(st.integers(0, 400)))  # of the next event
        self.opens = self.day
        self.zone = draw(st.sampled_from(ZONES))

    def may(self, odds=2):
        """Yes, once in so many times."""
        return self.draw(st.integers(0, odds - 1)) == 0

    def tell(self, paragraph, key, strategy, into=None):
        """State a text that must be printed as it stands."""
        into = self.facts if into is None else into
        into[key] = self.draw(strategy)
        self.circular.texts.append((paragraph, into[key]))

    def expect(self, paragraph, path, value=...):
        """Note a fact that must be printed in some form."""
        self.circular.paths.append((paragraph, path, value))

    def tell_names(self, paragraph, path, glossary, into=None, **how):
        """State a list of names."""
        key = path.rpartition(".")[2]
        into = self.facts if into is None else into
        into[key] = self.draw(names(glossary, **how))
        for index, _ in enumerate(into[key]):
            self.expect(paragraph, f"{path}[{index}]")

    def head(self):
        """Number, date, place, to whom, contact, signatory."""
        facts, issued = self.facts, self.issued
        facts["kind"] = "meeting"
        facts["zone"] = self.zone
        facts["editions"] = self.draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True))
        draft = self.may(5)
        if draft or self.may():
            facts["status"] = "draft" if draft else "issued"
        if not draft or self.may():
            facts["number"] = str(number := self.draw(st.integers(1, 9999)))
            self.expect(None, "number", number)
            if self.may(4):
                facts["variant"] = self.draw(st.from_regex(r"[RAC][1-9]", fullmatch=True))
                self.expect(None, "variant", facts["variant"])
        if not draft or self.may():
            facts["issued"] = typed_day(self.draw, issued)
            self.expect(None, "issued", issued)
        if not draft or self.may():
            first, last = self.draw(st.tuples(st.integers(0, 3), st.integers(0, 3)))
            facts["study_period"] = f"{issued.year - first}-{issued.year + last}"
        if self.may(4):
            self.tell(None, "section", text())
        facts["issued_at"] = self.draw(places())
        self.tell_names(None, "addressees", "addressees")
        if self.may():
            self.tell_names(None, "copies", "addressees")
        if self.may():
            self.contact()
        signatory = facts["signatory"] = {}
        self.tell(None, "name", name("people"), signatory)
        self.tell(None, "office", name("offices"), signatory)

    def contact(self):
        """How to reach the Bureau."""
        contact = self.facts["contact"] = {}
        self.tell(None, "tel", PHONES, contact)
        for key, strategy in (
            ("fax", PHONES),
            ("email", EMAILS),
            ("website", URLS),
            ("person", name("people")),
        ):
            if self.may():
                self.tell(None, key, strategy, contact)

    def event(self):
        """What is held, where and when."""
        facts = self.facts
        facts["event"] = self.draw(name("events", whole=True))
        if self.may():
            number = self.draw(st.integers(1, 130) | st.integers(1, 9999))
            facts["ordinal"] = str(number)
            self.expect(None, "ordinal", number)
        self.tell(None, "topic", localized())
        facts["mode"] = self.draw(st.sampled_from(["virtual", "physical", "hybrid"]))
        if facts["mode"] != "virtual":
            facts["place"] = self.draw(places())
            self.expect(None, "place")
            if self.may():
                self.tell("opening", "venue", localized())
        facts["sessions"] = []
        for index in range(self.draw(st.integers(1, 6))):
            session = {}
            self.sit(session, f"sessions[{index}]", "opening", [0, 0, 0, 1, 2, 30])
            facts["sessions"].append(session)

    def sit(self, made, path, paragraph, lengths):
        """The keys `date`, `until`, `hours` … of a session or side event on the next days."""
        draw, first = self.draw, self.day
        last = first + dt.timedelta(days=draw(st.sampled_from(lengths)))
        self.day = last + dt.timedelta(days=draw(st.sampled_from([1, 1, 2, 200])))
        made["date"] = typed_day(draw, first)
        if last != first:
            made["until"] = typed_day(draw, last)
        elif self.may():
            made["weekday"] = draw(
                st.sampled_from([f"{first:%A}", f"{first:%a}", f"{first:%A}".lower()])
            )
        self.expect(paragraph, f"{path}.date", first if first == last else (first, last))
        if self.may(4):
            return
        typed, meant = draw(stretches())
        made["hours"] = typed[0] if len(typed) == 1 and self.may() else typed
        for index, hours in enumerate(meant):
            self.expect(paragraph, f"{path}.hours[{index}]", hours)
        zone = self.zone
        if self.may(4):
            zone = made["zone"] = draw(st.sampled_from(ZONES))
        self.circular.hours.append((zone, first, last))
        if self.may(4):
            start = dt.time(*divmod(meant[0][0], 60))
            made["zone_label"] = dt.datetime.combine(first, start, ZoneInfo(zone)).tzname()

    def content(self):
        """Languages, organizers, objectives, participation."""
        facts = self.facts
        if self.may():
            self.tell_names("languages", "working_languages", "working_languages", max_size=3)
            if self.may():
                self.tell("languages", "acronym", text())
        if self.may(4):
            self.tell_names("opening", "co_organizers", "names", max_size=3, whole=True)
        if self.may():
            facts["objectives"] = self.draw(st.lists(localized(ends=True), min_size=1, max_size=4))
            self.circular.texts += [("objectives", each) for each in facts["objectives"]]
        if self.may():
            told = facts["participation"] = {}
            self.tell_names("participation", "participation.open_to", "participants", told)
            for flag in ("individuals", "free_of_charge"):
                if self.may():
                    told[flag] = self.draw(st.sampled_from(["yes", "no", "true", "False"]))

    def background(self):
        """What it is part of."""
        facts = self.facts
        if self.may(4):
            facts["initiative"] = {"name": self.draw(name("names"))}
            self.expect("background", "initiative.name")
            with_owner = self.may()
            if with_owner:
                facts["initiative"]["of"] = self.draw(name("names", whole=True))
                self.expect("background", "initiative.of")
            if not with_owner or self.may():
                number = self.draw(st.integers(1, 9999))
                facts["initiative"]["supporters"] = str(number)
                self.expect("background", "initiative.supporters", number)
        if self.may(4):
            self.tell("background", "background", localized())
        if self.may(4):
            self.tell("background", "website", URLS)

    def registration(self):
        """Where one registers, and on the spot."""
        if self.may():
            self.tell("programme", "event_page", URLS)
        if self.may():
            return
        told = self.facts["registration"] = {"mandatory": self.draw(st.sampled_from(["yes", "no"]))}
        if self.may():
            self.tell("programme", "website", URLS, told)
        if self.may():
            return
        paragraph = "on-site-registration"
        start = self.draw(st.integers(0, A_DAY - 1))
        told["hours"] = clock(start)
        self.expect(paragraph, "registration.hours", (start, None))
        self.circular.hours.append((self.zone, self.opens, self.opens))
        if self.may():
            told["date"] = typed_day(self.draw, self.opens)
            self.expect(paragraph, "registration.date", self.opens)
        if self.may():
            self.tell(paragraph, "entrance", localized(), told)

    def side_events(self):
        """Events on the margin."""
        self.facts["side_events"] = []
        for index in range(self.draw(st.integers(1, 3))):
            path, side = f"side_events[{index}]", {}
            side["event"] = self.draw(name("events", whole=True))
            self.tell("side-events", "title", localized(ends=True), side)
            self.sit(side, path, "side-events", [0, 0, 3])
            for key in ("occasion", "part_of"):
                if self.may():
                    side[key] = self.draw(name("names", whole=True))
                    self.expect("side-events", f"{path}.{key}")
            if self.may():
                self.tell("side-events", "website", URLS, side)
            self.facts["side_events"].append(side)

    def deadlines(self):
        """Until when things are due."""
        self.facts["deadlines"] = []
        for index in range(self.draw(st.integers(1, 3))):
            path = f"deadlines[{index}]"
            due = self.issued + dt.timedelta(days=self.draw(st.integers(0, 400)))
            made = {"what": self.draw(name("deadlines")), "date": typed_day(self.draw, due)}
            self.expect("deadlines", f"{path}.what")
            self.expect("deadlines", f"{path}.date", due)
            if self.may():
                minutes = self.draw(st.just(A_DAY) | st.integers(0, A_DAY))
                made["hour"] = clock(minutes)
                made["zone"] = self.draw(st.sampled_from(ZONES))
                self.expect("deadlines", f"{path}.hour", (minutes, None))
                self.circular.hours.append((made["zone"], due, due))
            self.facts["deadlines"].append(made)

    def paragraphs(self):
        """Paragraphs inserted, replaced and left out."""
        told = self.facts["paragraphs"] = []
        for index in range(self.draw(st.integers(1, 3))):
            known = self.draw(
                st.sampled_from([id_ for id_ in PARAGRAPHS if id_ not in [p["id"] for p in told]])
            )
            what = self.draw(st.sampled_from(["after", "before", "replace", "omit"]))
            made = {"id": known}
            if what in {"after", "before"}:
                made = {"id": f"ad-hoc-{index}", what: known}
            else:
                self.circular.without(known)
            if what == "omit":
                made["omit"] = "yes"
            else:
                each = {language: markdown() for language in LANGUAGES}
                made["text"] = self.draw(st.fixed_dictionaries(each))
            told.append(made)


@st.composite
def circulars(draw):
    """A facts file that must render, but where the clocks change."""
    author = _Author(draw)
    author.head()
    author.event()
    author.content()
    author.background()
    author.registration()
    for part in (author.side_events, author.deadlines, author.paragraphs):
        if author.may(3):
            part()
    order = draw(st.permutations(list(author.facts)))
    author.circular.facts = {key: author.facts[key] for key in order}
    return author.circular


@st.composite
def written(draw):
    """A circular, and its file's bytes."""
    circular = draw(circulars())
    made = yaml_text(
        circular.facts,
        draw(st.sampled_from(["plain", "quoted", "single"])),
        draw(st.booleans()),
        draw(st.sampled_from(["\n", "\r\n"])),
    )
    mark = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    return circular, mark + made.encode()
