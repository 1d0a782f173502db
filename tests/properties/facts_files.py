"""Facts files as people may write them: strategies for their values, and YAML in several styles.

A `Circular` is a facts file that must render: it knows what its letters have to show. Ids, forms
of names and languages come from the packs that exist.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from circgen.editions import Press
from circgen.library import Library
from circgen.project import find_project

ROOT = Path(__file__).parent.parent.parent
LIBRARY = Library(find_project(ROOT))
PRESS = Press(LIBRARY)
LANGUAGES = tuple(LIBRARY.packs)
KIND = LIBRARY.kinds["meeting"]
PARAGRAPHS = tuple(paragraph.id for paragraph in KIND.paragraphs)
ZONES = tuple(
    zone
    for zone in (resources.files("tzdata") / "zones").read_text("utf-8").split()
    if "/" in zone or zone == "UTC"
)
A_DAY = 24 * 60


@dataclass(slots=True)
class Circular:
    """Facts, and what every edition must show of them.

    `texts` are (paragraph or None, text per language or one for all), `paths` are
    (paragraph or None, path of a fact, its neutral value).
    """

    facts: dict[str, Any] = field(default_factory=dict)
    texts: list[tuple[str | None, Any]] = field(default_factory=list)
    paths: list[tuple[str | None, str, object]] = field(default_factory=list)
    days: list[tuple[str, dt.date, dt.date]] = field(default_factory=list)

    def clocks_change(self) -> bool:
        """Whether clocks change near one of its hours, so that it may rightly be refused."""
        return any(_clocks_change(*each) for each in self.days)

    def without(self, paragraph: str) -> None:
        """Forget what a paragraph would show."""
        self.texts = [text for text in self.texts if text[0] != paragraph]
        self.paths = [path for path in self.paths if path[0] != paragraph]


def _clocks_change(zone, first, last):
    start = dt.datetime.combine(first - dt.timedelta(days=1), dt.time(), ZoneInfo(zone))
    end = dt.datetime.combine(last + dt.timedelta(days=3), dt.time(), ZoneInfo(zone))
    seen = set()
    while start <= end:
        seen.add((start.tzname(), start.utcoffset(), start.replace(fold=1).utcoffset()))
        start += dt.timedelta(hours=1)
    return len({name for name, _, _ in seen}) > 1 or any(a != b for _, a, b in seen)


# Texts

_SCRIPTS = (
    st.characters(min_codepoint=0x21, max_codepoint=0x7E),
    st.characters(min_codepoint=0xA1, max_codepoint=0x24F, exclude_characters="\xad"),
    st.characters(min_codepoint=0x410, max_codepoint=0x44F),
    st.characters(min_codepoint=0x5D0, max_codepoint=0x5EA),
    st.characters(min_codepoint=0x620, max_codepoint=0x64A),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA0),
    st.characters(min_codepoint=0x1F300, max_codepoint=0x1F5FF),
    st.sampled_from("*_[](){}<>&`#|\\'\"-.:;,!~^=+%@/$\N{NO-BREAK SPACE}\u0301\u0345"),
)
_WORD = st.lists(st.one_of(*_SCRIPTS), min_size=1, max_size=8).map("".join)
_STARTS = ("", "", "", "- ", "* ", "1. ", "# ", "> ", "{{ ", "{% ", "    ", "| ", "[a]: ", "``` ", "<b>", "--- ")
_ENDS = ("", "", "", ".", "\\", " }}", "*", "&amp;", "г.", "…")


@st.composite
def text(draw, *, ends=False):
    """One line of text in which anything may stand that a circular can print."""
    words = draw(st.lists(_WORD, min_size=1, max_size=5))
    made = draw(st.sampled_from(_STARTS)) + " ".join(words) + draw(st.sampled_from(_ENDS))
    made = re.sub(r"[ \t]+", " ", made).strip(" ")
    if not re.search(r"[^\W_]", made):
        made += "x"
    return made.rstrip(";,") + "x" if ends and made.endswith((";", ",")) else made


def localized(*, ends=False):
    return st.fixed_dictionaries({language: text(ends=ends) for language in LANGUAGES})


@cache
def _forms(language, glossary):
    """The forms that names of a glossary have in a language, and the values of those that steer."""
    entries = LIBRARY.packs[language].glossary[glossary].values()
    forms = {form for entry in entries for form in entry if form}
    return {
        form: sorted({entry[form] for entry in entries if form in entry})
        for form in sorted(forms)
    }


@cache
def _ids(glossary, *, whole):
    """The ids that every language words; with `whole`, those that have every form."""
    wording = [(LIBRARY.packs[each].glossary[glossary], _forms(each, glossary)) for each in LANGUAGES]
    return sorted(
        id_
        for id_ in wording[0][0]
        if all(id_ in entries and (not whole or forms.keys() <= entries[id_].keys()) for entries, forms in wording)
    )


@st.composite
def name(draw, glossary, *, whole=False):
    """An id, or a name written out; with `whole`, in every form that a template can ask for."""
    ids = _ids(glossary, whole=whole)
    if draw(st.booleans()) and ids:
        return draw(st.sampled_from(ids))
    written = {}
    for language in LANGUAGES:
        forms = _forms(language, glossary)
        if forms and (whole or draw(st.booleans())):
            written[language] = {
                form: draw(st.sampled_from(values)) if form == "gender" else draw(text())
                for form, values in forms.items()
            }
        elif whole and forms:
            written[language] = draw(text())
        else:
            written[language] = draw(text())
    return written


def names(glossary, max_size=4, *, whole=False):
    return st.lists(name(glossary, whole=whole), min_size=1, max_size=max_size, unique_by=repr)


URLS = st.builds(
    "https://{}.{}{}".format,
    st.from_regex(r"[a-z][a-z0-9-]{0,8}[a-z0-9]", fullmatch=True),
    st.sampled_from(["int", "example", "co.uk", "рф"]),
    st.from_regex(r"(/[A-Za-z0-9_*~()+,;:@&=$'!.-]{0,8}){0,3}/?(\?[a-z]=[A-Z0-9_*&]{1,5})?(#[a-z_]{1,5})?", fullmatch=True),
)
EMAILS = st.from_regex(r"[a-z0-9_*&'+]{1,8}@[a-z0-9]{1,5}(-[a-z0-9]{1,3})?\.(int|example)", fullmatch=True)
PHONES = st.from_regex(r"\+[1-9][0-9]( ?[0-9]{2,3}){2,4}", fullmatch=True)


# Days and hours

def _shown(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


@st.composite
def stretches(draw):
    """Hours of one day in order, as typed, and as (start, end) in minutes."""
    points = sorted(
        draw(st.lists(st.integers(0, A_DAY // 5 - 1).map(lambda n: n * 5), min_size=1, max_size=6, unique=True))
    )
    typed, meant = [], []
    while points:
        start = points.pop(0)
        if not points and draw(st.booleans()) and start:
            end = draw(st.integers(0, start - 1))
            typed.append(f"{_shown(start)}-{_shown(end)}+1")
            meant.append((start, end + A_DAY))
        elif not points and draw(st.booleans()):
            typed.append(f"{_shown(start)}-24:00")
            meant.append((start, A_DAY))
        elif points and draw(st.booleans()):
            end = points.pop(0)
            style = draw(st.sampled_from(["{}-{}", "{} - {}", "{}–{}", "{} to {}"]))
            typed.append(style.format(_shown(start), _shown(end)))
            meant.append((start, end))
        else:
            typed.append(_shown(start))
            meant.append((start, None))
    if draw(st.booleans()):
        typed = [each.replace(":", "") for each in typed]
    return typed, meant


def _day(draw, day):
    return draw(st.sampled_from([f"{day:%Y-%m-%d}", f"{day.day}.{day.month}.{day.year:04}", f"{day.day} {day:%B} {day.year:04}"]))


@st.composite
def when(draw, circular, path, paragraph, first, last, zone):
    """The keys `date`, `until`, `hours` … of a session or side event from `first` to `last`."""
    made = {"date": _day(draw, first)}
    if last != first:
        made["until"] = _day(draw, last)
        value = (first, last)
    else:
        value = first
        if draw(st.booleans()):
            made["weekday"] = draw(st.sampled_from([f"{first:%A}", f"{first:%a}", f"{first:%A}".lower()]))
    circular.paths.append((paragraph, f"{path}.date", value))
    if draw(st.integers(0, 3)):
        typed, meant = draw(stretches())
        made["hours"] = typed[0] if len(typed) == 1 and draw(st.booleans()) else typed
        for index, (start, end) in enumerate(meant):
            circular.paths.append((paragraph, f"{path}.hours[{index}]", (start, end)))
        if draw(st.integers(0, 3)) == 0:
            zone = made["zone"] = draw(st.sampled_from(ZONES))
        circular.days.append((zone, first, last))
        if draw(st.integers(0, 3)) == 0:
            at = dt.datetime.combine(first, dt.time(meant[0][0] // 60, meant[0][0] % 60), ZoneInfo(zone))
            made["zone_label"] = at.tzname()
    return made


@st.composite
def circulars(draw):
    """A facts file that must render, but where the clocks change."""
    it = Circular()
    facts = it.facts
    languages = draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True))

    def may(odds=2):
        return draw(st.integers(0, odds - 1)) == 0

    def put(paragraph, key, strategy, into=facts):
        into[key] = value = draw(strategy)
        it.texts.append((paragraph, value))

    year = draw(st.one_of(st.integers(2000, 2060), st.integers(1900, 2190)))
    issued = dt.date(year, 1, 1) + dt.timedelta(days=draw(st.integers(0, 364)))
    facts["kind"] = "meeting"
    facts["editions"] = languages
    draft = may(5)
    status = "draft" if draft else draw(st.sampled_from([None, "issued"]))
    if status:
        facts["status"] = status
    if not draft or may():
        facts["number"] = str(number := draw(st.integers(1, 9999)))
        it.paths.append((None, "number", number))
    if not draft or may():
        facts["issued"] = _day(draw, issued)
        it.paths.append((None, "issued", issued))
    if not draft or may():
        facts["study_period"] = f"{year - draw(st.integers(0, 3))}-{year + draw(st.integers(0, 3))}"
    if "number" in facts and may(4):
        facts["variant"] = draw(st.sampled_from("RAC")) + str(draw(st.integers(1, 9)))
        it.paths.append((None, "variant", facts["variant"]))
    if may(4):
        put(None, "section", text())
    facts["issued_at"] = draw(_places())
    facts["addressees"] = draw(names("addressees"))
    _each(it, None, "addressees", facts["addressees"])
    if may():
        facts["copies"] = draw(names("addressees"))
        _each(it, None, "copies", facts["copies"])
    if may():
        contact = facts["contact"] = {}
        for key, strategy in (("tel", PHONES), ("fax", PHONES), ("email", EMAILS), ("website", URLS), ("person", name("people"))):
            if may() or not contact:
                put(None, key, strategy, contact)
    facts["signatory"] = {}
    put(None, "name", name("people"), facts["signatory"])
    put(None, "office", name("offices"), facts["signatory"])

    facts["event"] = draw(name("events", whole=True))
    if may():
        facts["ordinal"] = str(ordinal := draw(st.one_of(st.integers(1, 130), st.integers(1, 9999))))
        it.paths.append((None, "ordinal", ordinal))
    put(None, "topic", localized())
    mode = facts["mode"] = draw(st.sampled_from(["virtual", "physical", "hybrid"]))
    if mode != "virtual":
        facts["place"] = draw(_places())
        it.paths.append((None, "place", ...))
        if may():
            put("opening", "venue", localized())
    zone = facts["zone"] = draw(st.sampled_from(ZONES))
    day = issued + dt.timedelta(days=draw(st.integers(0, 400)))
    facts["sessions"] = []
    for index in range(draw(st.integers(1, 6))):
        last = day + dt.timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 2, 30])))
        facts["sessions"].append(draw(when(it, f"sessions[{index}]", "opening", day, last, zone)))
        day = last + dt.timedelta(days=draw(st.sampled_from([1, 1, 2, 200])))
    if may():
        facts["working_languages"] = draw(names("working_languages", 3))
        _each(it, "languages", "working_languages", facts["working_languages"])
        if may():
            put("languages", "acronym", text())
    if may(4):
        facts["co_organizers"] = draw(names("names", 3, whole=True))
        _each(it, "opening", "co_organizers", facts["co_organizers"])
    if may(4):
        facts["initiative"] = {"name": draw(name("names"))}
        it.paths.append(("background", "initiative.name", ...))
        if may():
            facts["initiative"]["supporters"] = str(count := draw(st.integers(1, 9999)))
            it.paths.append(("background", "initiative.supporters", count))
    if may(4):
        put("background", "background", localized())
    if may(4):
        put("background", "website", URLS)
    if may():
        facts["objectives"] = draw(st.lists(localized(ends=True), min_size=1, max_size=4))
        it.texts += [("objectives", each) for each in facts["objectives"]]
    if may():
        facts["participation"] = {"open_to": draw(names("participants"))}
        _each(it, "participation", "participation.open_to", facts["participation"]["open_to"])
        for flag in ("individuals", "free_of_charge"):
            if may():
                facts["participation"][flag] = draw(st.sampled_from(["yes", "no", "true", "False"]))
    if may():
        put("programme", "event_page", URLS)
    if may():
        facts["registration"] = {"mandatory": draw(st.sampled_from(["yes", "no"]))}
        if may():
            put("programme", "website", URLS, facts["registration"])
        if may():
            start = draw(st.integers(0, A_DAY - 1))
            facts["registration"]["hours"] = _shown(start)
            it.paths.append(("on-site-registration", "registration.hours", (start, None)))
            first = it.paths[[path for _, path, _ in it.paths].index("sessions[0].date")][2]
            first = first[0] if isinstance(first, tuple) else first
            it.days.append((zone, first, first))
            if may():
                facts["registration"]["date"] = _day(draw, first)
                it.paths.append(("on-site-registration", "registration.date", first))
            if may():
                put("on-site-registration", "entrance", localized(), facts["registration"])
    if may(4):
        facts["side_events"] = []
        for index in range(draw(st.integers(1, 3))):
            path, paragraph = f"side_events[{index}]", "side-events"
            last = day + dt.timedelta(days=draw(st.sampled_from([0, 0, 3])))
            side = {"event": draw(name("events", whole=True))}
            put(paragraph, "title", localized(ends=True), side)
            side |= draw(when(it, path, paragraph, day, last, zone))
            for key in ("occasion", "part_of"):
                if may():
                    side[key] = draw(name("names", whole=True))
                    it.paths.append((paragraph, f"{path}.{key}", ...))
            if may():
                put(paragraph, "website", URLS, side)
            facts["side_events"].append(side)
            day = last + dt.timedelta(days=1)
    if may(4):
        facts["deadlines"] = []
        for index in range(draw(st.integers(1, 3))):
            path, paragraph = f"deadlines[{index}]", "deadlines"
            due = issued + dt.timedelta(days=draw(st.integers(0, 400)))
            deadline = {"what": draw(name("deadlines")), "date": _day(draw, due)}
            it.paths += [(paragraph, f"{path}.what", ...), (paragraph, f"{path}.date", due)]
            if may():
                minutes = draw(st.one_of(st.just(A_DAY), st.integers(0, A_DAY)))
                deadline["hour"] = _shown(minutes)
                deadline["zone"] = draw(st.sampled_from(ZONES))
                it.paths.append((paragraph, f"{path}.hour", (minutes, None)))
                it.days.append((deadline["zone"], due, due))
            facts["deadlines"].append(deadline)
    if may(3):
        facts["paragraphs"] = []
        for index in range(draw(st.integers(1, 3))):
            _ad_hoc(draw, it, index)
    order = draw(st.permutations(list(facts)))
    it.facts = {key: facts[key] for key in order}
    return it


def _each(it, paragraph, path, values):
    it.paths += [(paragraph, f"{path}[{index}]", ...) for index, _ in enumerate(values)]


@st.composite
def _places(draw):
    ids = [id_ for id_ in sorted(LIBRARY.place_zones) if all(id_ in LIBRARY.packs[each].glossary["places"] for each in LANGUAGES)]
    if draw(st.booleans()):
        return draw(st.sampled_from(ids))
    written = draw(name("places", whole=True).filter(lambda value: isinstance(value, dict)))
    return {"name": written, "zone": draw(st.sampled_from(ZONES))}


LINK = "https://l1nk.example/"
_MARKUP = st.sampled_from(
    ["*{}*", "**{}**", "{}", "[{}](" + LINK + ")", "{}\\\n", "{}\n", "{}, &amp; {{{{ x }}}}"]
)


@st.composite
def markdown(draw):
    """A sentence with emphasis, links and line breaks, and perhaps bullets."""
    words = st.lists(
        st.builds(lambda form, word: form.format(word), _MARKUP, st.from_regex(r"[a-zа-я]{1,9}", fullmatch=True)),
        min_size=1,
        max_size=6,
    ).map(lambda parts: re.sub(r"\n +", "\n", " ".join(parts)).strip("\n\\ "))
    made = "Word " + draw(words)
    if draw(st.booleans()):
        items = draw(st.lists(st.from_regex(r"[a-zа-я]{1,9}", fullmatch=True), min_size=1, max_size=3))
        made += "\n\n" + "\n".join(f"- {item};" for item in items)
    return made


def _ad_hoc(draw, it, index):
    taken = [paragraph["id"] for paragraph in it.facts["paragraphs"]]
    free = [id_ for id_ in PARAGRAPHS if id_ not in taken]
    what = draw(st.sampled_from(["insert", "insert", "replace", "omit"]))
    made = {"id": draw(st.sampled_from(free))}
    if what == "insert":
        made = {"id": f"ad-hoc-{index}", draw(st.sampled_from(["after", "before"])): draw(st.sampled_from(free))}
    else:
        it.without(made["id"])
    if what == "omit":
        made["omit"] = "yes"
    else:
        made["text"] = draw(st.fixed_dictionaries({language: markdown() for language in LANGUAGES}))
    it.facts["paragraphs"].append(made)


# YAML

_PLAIN = re.compile(r"[A-Za-z0-9+][A-Za-z0-9+./:-]*[A-Za-z0-9+/]|[A-Za-z0-9]")


def _scalar(value, style):
    if _PLAIN.fullmatch(value) and value not in {"null", "~"} and style != "quoted":
        return value
    if style == "single" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=style == "ascii" and value.isascii())


def _flow(node, style):
    match node:
        case dict():
            return "{" + ", ".join(f"{key}: {_flow(value, style)}" for key, value in node.items()) + "}"
        case list():
            return "[" + ", ".join(_flow(item, style) for item in node) + "]"
        case _:
            return _scalar(node, style)


def _block(node, style, indent, flow):
    pad = " " * indent
    match node:
        case dict() if node and (not flow or indent == 0):
            for key, value in node.items():
                lines = list(_block(value, style, indent + 2, flow))
                if isinstance(value, str) or len(lines) == 1 and lines[0].strip()[0] in "[{":
                    yield f"{pad}{key}: {lines[0].strip()}"
                else:
                    yield f"{pad}{key}:"
                    yield from lines
        case list() if node and not flow:
            for item in node:
                first, *rest = _block(item, style, indent + 2, flow)
                yield f"{pad}- {first.strip()}"
                yield from rest
        case _:
            yield pad + _flow(node, style)


def yaml_text(facts, style="plain", flow=False, end="\n"):
    """Facts as YAML, in one of the styles that people use."""
    return end.join(_block(facts, style, 0, flow)) + end


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
