"""What the facts of one circular must have in common to be true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from circgen.facts import clocks
from circgen.facts.kinds import Kind
from circgen.facts.model import AdHoc, FactsFile, Hours, Session, SideEvent
from circgen.facts.parsers import WEEKDAYS
from circgen.facts.reading import Vocabulary, real, suggestion
from circgen.findings import Finding

_MAX_DAYS = 60


def check(file: FactsFile, vocabulary: Vocabulary, kind: Kind | None) -> list[Finding]:
    """All findings, in no particular order."""
    return [
        *_editions(file, vocabulary),
        *_dates(file),
        *_timed(file),
        *_repeated_sessions(file),
        *_place(file, vocabulary),
        *_repeated_names(file),
        *(_paragraphs(file, kind) if kind else ()),
    ]


def _editions(file: FactsFile, vocabulary: Vocabulary) -> Iterator[Finding]:
    for index, language in real(file.facts.editions):
        at = file.at(f"editions[{index}]")
        if language not in vocabulary.languages:
            yield Finding(
                at,
                "unknown-language",
                f"`{language}` is not a language here",
                suggestion(language, vocabulary.languages),
            )
        elif language in file.facts.editions[:index]:
            yield Finding(at, "duplicate-edition", f"`{language}` stands twice", "keep one")


def _dates(file: FactsFile) -> Iterator[Finding]:
    facts = file.facts
    period = facts.study_period
    if facts.issued and period and not period.start <= facts.issued.year <= period.end:
        yield Finding(
            file.at("issued"),
            "issue-date",
            f"the letter is dated {facts.issued}, outside the study period {period}",
            "correct `issued` or `study_period`",
        )
    first = min((session.date for _, session in real(facts.sessions)), default=None)
    corrects = facts.variant is not None and facts.variant.letter == "C"
    if facts.issued and first and facts.issued > first and not corrects:
        yield Finding(
            file.at("issued"),
            "issue-date",
            f"the letter is dated {facts.issued}, after the meeting opens on {first}",
            "correct `issued` or the date of the session",
        )


def _timed(file: FactsFile) -> Iterator[Finding]:
    for name in ("sessions", "side_events"):
        for index, item in real(getattr(file.facts, name)):
            yield from _sitting(file, f"{name}[{index}]", item)
    for index, item in real(file.facts.deadlines):
        path = f"deadlines[{index}]"
        if item.hour is not None:
            yield from clocks.check(file, path, f"{path}.hour", item, item.hour)
        else:
            yield from clocks.label(file, path, item, None)
    registration = file.facts.registration
    if registration and registration.hours and file.facts.zone:
        first = next((session.date for _, session in real(file.facts.sessions)), None)
        day = registration.date or first
        if day:
            start = registration.hours.start
            yield from clocks.exists(file, "registration.hours", file.facts.zone, day, start)


def _sitting(file: FactsFile, path: str, item: Session | SideEvent) -> Iterator[Finding]:
    last = item.until or item.date
    if item.until and item.until <= item.date:
        yield Finding(
            file.at(f"{path}.until"),
            "end-before-start",
            f"it lasts until {item.until}, but starts on {item.date}",
            "`until` is a later day; leave it out for a single day",
        )
        return
    if (last - item.date).days > _MAX_DAYS:
        yield Finding(
            file.at(f"{path}.until"),
            "end-before-start",
            f"{item.date} to {item.until} is longer than {_MAX_DAYS} days",
            "correct the year or month",
        )
        return
    if item.weekday is not None and item.date.weekday() != item.weekday:
        right = WEEKDAYS[item.date.weekday()]
        yield Finding(
            file.at(f"{path}.weekday"),
            "weekday",
            f"{item.date} is not a {WEEKDAYS[item.weekday]}",
            f"it is a {right}: correct the weekday or the date",
        )
    if item.weekday is not None and item.until:
        yield Finding(
            file.at(f"{path}.weekday"),
            "weekday",
            "a weekday goes with a single day, and these are several",
            "leave `weekday` out",
        )
    previous: Hours | None = None
    for number, hours in real(item.hours):
        place = f"{path}.hours[{number}]"
        yield from clocks.check(file, path, place, item, hours)
        if previous and hours.start < (previous.end or previous.start + 1):
            yield Finding(
                file.at(place),
                "overlap",
                f"{hours} starts before {previous} is over",
                "put hours in order; what runs in parallel is a session of its own",
            )
        previous = hours
    if not item.hours:
        yield from clocks.label(file, path, item, None)


def _repeated_sessions(file: FactsFile) -> Iterator[Finding]:
    """The same day and hours twice cannot be parallel tracks: nothing tells them apart."""
    seen: dict[tuple[date, str], int] = {}
    for index, session in real(file.facts.sessions):
        if not 0 <= (session.last - session.date).days <= _MAX_DAYS:
            continue
        stretches = [*real(session.hours)] if session.hours else [(0, None)]
        for number, hours in stretches:
            keys = [(day, str(hours)) for day in session.days()]
            twice = next((key for key in keys if seen.get(key, index) != index), None)
            seen.update((key, index) for key in keys if key not in seen)
            if twice:
                yield Finding(
                    file.at(f"sessions[{index}]" + (f".hours[{number}]" if hours else ".date")),
                    "overlap",
                    f"{twice[0]}{f', {hours}' if hours else ''} stands twice",
                    "keep one of the two sessions",
                )


def _place(file: FactsFile, vocabulary: Vocabulary) -> Iterator[Finding]:
    facts = file.facts
    if facts.mode in {"physical", "hybrid"} and "place" not in file.where:
        yield Finding(
            file.at("mode"), "missing-key", f"a {facts.mode} meeting needs a `place`", "state it"
        )
    for name in ("place", "issued_at"):
        place = getattr(facts, name)
        if not place or place.zone or not place.name.id:
            continue
        if place.name.id not in vocabulary.place_zones:
            yield Finding(
                file.at(name),
                "missing-zone",
                f"the zone of `{place.name.id}` is not known",
                "add it to templates/places.yaml",
            )


def _repeated_names(file: FactsFile) -> Iterator[Finding]:
    for key in ("addressees", "copies", "working_languages", "co_organizers"):
        names = getattr(file.facts, key)
        for index, name in real(names):
            if name in names[:index]:
                forms: Mapping[str, str] = next(iter(name.forms.values()), {})
                shown = name.id or next(iter(forms.values()), "a name")
                at = file.at(f"{key}[{index}]")
                yield Finding(at, "duplicate-name", f"`{shown}` stands twice", "keep one")


def _paragraphs(file: FactsFile, kind: Kind) -> Iterator[Finding]:
    """Ad-hoc paragraphs must say something, and where."""
    known = [paragraph.id for paragraph in kind.paragraphs]
    seen: set[str] = set()
    for index, paragraph in real(file.facts.paragraphs):
        path = f"paragraphs[{index}]"
        at = file.at(f"{path}.id")
        places = tuple(place for place in (paragraph.after, paragraph.before) if place)
        if paragraph.id in seen:
            problem = f"`{paragraph.id}` stands twice"
            yield Finding(at, "duplicate-id", problem, "give one of them another id")
        seen.add(paragraph.id)
        if paragraph.omit == (paragraph.text is not None):
            yield Finding(at, "paragraph", "it needs either `text` or `omit: yes`", "state one")
        if paragraph.omit and paragraph.id not in known:
            yield Finding(
                at,
                "unknown-paragraph",
                f"there is no paragraph `{paragraph.id}` to leave out",
                suggestion(paragraph.id, tuple(known)),
            )
        if len(places) > 1 or (paragraph.omit and places):
            yield Finding(at, "paragraph", "it has more than one place", "state one of them")
        yield from _places(file, path, paragraph, known)
        if paragraph.text and paragraph.id not in known:
            if not places:
                yield Finding(
                    at,
                    "paragraph",
                    f"where does `{paragraph.id}` stand?",
                    "state `after:` with one of " + ", ".join(f"`{name}`" for name in known),
                )
            known.append(paragraph.id)


def _places(file: FactsFile, path: str, paragraph: AdHoc, known: list[str]) -> Iterator[Finding]:
    for key, place in (("after", paragraph.after), ("before", paragraph.before)):
        if place == paragraph.id:
            yield Finding(
                file.at(f"{path}.{key}"),
                "paragraph",
                f"`{place}` cannot stand beside itself",
                f"leave `{key}` out to replace it where it stands",
            )
        elif place and place not in known:
            yield Finding(
                file.at(f"{path}.{key}"),
                "unknown-paragraph",
                f"there is no paragraph `{place}`",
                suggestion(place, tuple(known)),
            )
