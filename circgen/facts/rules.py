"""What the facts of one circular must have in common to be true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from circgen.facts import clocks
from circgen.facts.kinds import Kind
from circgen.facts.model import FactsFile, Hours, Session, SideEvent
from circgen.facts.parsers import WEEKDAYS
from circgen.facts.reading import Vocabulary, suggestion
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
    for index, language in enumerate(file.facts.editions):
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
    first = min((session.date for session in facts.sessions), default=None)
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
        for index, item in enumerate(getattr(file.facts, name)):
            yield from _sitting(file, f"{name}[{index}]", item)
    for index, item in enumerate(file.facts.deadlines):
        path = f"deadlines[{index}]"
        if item.hour is not None:
            yield from clocks.check(file, path, f"{path}.hour", item, item.hour)
        else:
            yield from clocks.label(file, path, item, None)
    registration = file.facts.registration
    if registration and registration.hours and file.facts.zone:
        day = registration.date or (file.facts.sessions[0].date if file.facts.sessions else None)
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
        right = WEEKDAYS[item.date.weekday()].capitalize()
        yield Finding(
            file.at(f"{path}.weekday"),
            "weekday",
            f"{item.date} is not a {WEEKDAYS[item.weekday].capitalize()}",
            f"it is a {right}: correct the weekday or the date",
        )
    previous: Hours | None = None
    for number, hours in enumerate(item.hours):
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
    for index, session in enumerate(file.facts.sessions):
        if session.until and session.until < session.date:
            continue
        for number, hours in enumerate(session.hours or (None,)):
            for day in (session.date, session.last):
                key = (day, str(hours))
                if seen.setdefault(key, index) != index:
                    path = f"sessions[{index}]" + (f".hours[{number}]" if hours else ".date")
                    yield Finding(
                        file.at(path),
                        "overlap",
                        f"{day}{f', {hours}' if hours else ''} stands twice",
                        "keep one of the two sessions",
                    )
                    break


def _place(file: FactsFile, vocabulary: Vocabulary) -> Iterator[Finding]:
    facts = file.facts
    if facts.mode in {"physical", "hybrid"} and facts.place is None:
        yield Finding(
            file.at("mode"), "missing-key", f"a {facts.mode} meeting needs a `place`", "state it"
        )
    for name in ("place", "issued_at"):
        place = getattr(facts, name)
        if place and place.name.id and place.name.id not in vocabulary.place_zones:
            yield Finding(
                file.at(name),
                "missing-zone",
                f"the zone of `{place.name.id}` is not known",
                "add it to templates/places.yaml",
            )


def _repeated_names(file: FactsFile) -> Iterator[Finding]:
    for key in ("addressees", "copies", "working_languages", "co_organizers"):
        names = getattr(file.facts, key)
        for index, name in enumerate(names):
            if name in names[:index]:
                yield Finding(
                    file.at(f"{key}[{index}]"), "duplicate-name", "it stands twice", "keep one"
                )


def _paragraphs(file: FactsFile, kind: Kind) -> Iterator[Finding]:
    """Ad-hoc paragraphs must say something, and where."""
    known = [paragraph.id for paragraph in kind.paragraphs]
    for index, paragraph in enumerate(file.facts.paragraphs):
        path = f"paragraphs[{index}]"
        at = file.at(f"{path}.id")
        places = tuple(place for place in (paragraph.after, paragraph.before) if place)
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
        for place in places:
            if place not in known:
                yield Finding(
                    file.at(f"{path}.{'after' if place == paragraph.after else 'before'}"),
                    "unknown-paragraph",
                    f"there is no paragraph `{place}`",
                    suggestion(place, tuple(known)),
                )
        if paragraph.text and paragraph.id not in known:
            if not places:
                yield Finding(
                    at,
                    "paragraph",
                    f"where does `{paragraph.id}` stand?",
                    "state `after:` with one of " + ", ".join(f"`{name}`" for name in known),
                )
            known.append(paragraph.id)
