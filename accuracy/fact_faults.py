"""Faults in facts: what cannot be, what does not fit the rest, and what one language lacks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

import project_words as tables
from project_fault import FACTS, Change, Fault
from project_files import Project
from project_parts import Leaf, leaves
from project_texts import siblings

_PLANS = FACTS | {"texts"}


def faults(project: Project, file: str, random: Random) -> Iterator[Fault]:
    """Every fault of a facts file."""
    found = {leaf.path: leaf for leaf in leaves(project.files[file])}
    yield from _lost_languages(project, file)
    yield from _refused(file, found, random)
    yield from _misspelt(file, found)
    if "sessions[0].date" in found:
        yield from _days(file, found)
        yield from _overlaps(file, found)
        yield from _elsewhere(file, found)
    yield from _numbers(project, file, found)
    yield from _citations(project, file, found)


def _put(file: str, leaf: Leaf, put: str) -> Change:
    return Change(file, leaf.start, leaf.end, put)


def _date(leaf: Leaf, days: int = 0) -> str:
    return str(dt.date.fromisoformat(leaf.value) + dt.timedelta(days))


def _named(found: dict[str, Leaf], pattern: str) -> list[Leaf]:
    return [leaf for path, leaf in found.items() if re.fullmatch(pattern, path)]


def _lost_languages(project: Project, file: str) -> Iterator[Fault]:
    """A text of one language is not there."""
    source = project.files[file]
    for same in siblings(project, file):
        for language, text in same.items():
            lost = next(
                (leaf for leaf in leaves(source) if leaf.path == f"{text.name}.{language}"), None
            )
            if lost is None:
                continue
            start, end = lost.key, lost.end
            if lost.around:
                more = re.match(r", ", source[end:])
                before = re.search(r", $", source[:start])
                end += 2 if more else 0
                start -= 2 if before and not more else 0
            elif re.search(r"\n +$", source[:start]):
                start = source.rindex("\n", 0, start)
            else:  # the first key behind a dash
                end = len(source) - len(source[end:].lstrip())
            # The line of the key that holds the texts, or of the item.
            around = source.rfind("\n", 0, lost.key - 1)
            also = [(file, other.key) for other in same.values() if other.file == file]
            also += [(file, max(around, 0))]
            yield Fault("missing language", "of a text", (Change(file, start, end, ""),),
                        _PLANS, tuple(also))  # fmt: skip


def _refused(file: str, found: dict[str, Leaf], random: Random) -> Iterator[Fault]:
    """What no circular can have."""
    for leaf in found.values():
        if leaf.name == "date":
            impossible = random.choice(("2026-02-30", "2026-13-01", "31 June 2026"))
            yield Fault("impossible value", "date", (_put(file, leaf, impossible),), FACTS)
        if re.search(r"\.hours(\[\d\])?$", leaf.path) and "-" in leaf.value:
            start, end = leaf.value[:5], leaf.value[-5:]
            yield Fault("impossible value", "hours", (_put(file, leaf, "09:00-25:10"),), FACTS)
            if ":" in start:
                turned = _put(file, leaf, f"{end}-{start}")
                yield Fault("impossible value", "turned hours", (turned,), FACTS)
        if leaf.name == "weekday":
            wrong = tables.WEEKDAYS[tables.WEEKDAYS.index(leaf.value) + 1]
            yield Fault("weekday", "of a session", (_put(file, leaf, wrong),), FACTS)
        if leaf.name == "zone_label" and leaf.value in {"CET", "CEST"}:
            other = "CEST" if leaf.value == "CET" else "CET"
            yield Fault("zone label", "of a session", (_put(file, leaf, other),), FACTS)


def _misspelt(file: str, found: dict[str, Leaf]) -> Iterator[Fault]:
    """Addresses that are none, and words and keys that nobody knows."""
    for leaf in found.values():
        if leaf.name in {"website", "event_page"}:
            yield Fault("impossible value", "url", (_put(file, leaf, "www.itu.int"),), FACTS)
        if leaf.name == "email":
            yield Fault("impossible value", "email", (_put(file, leaf, "tsb at itu.int"),), FACTS)
        if leaf.name in {"mode", "kind", "event", "series"}:
            misspelt = _put(file, leaf, leaf.value[:-1])
            yield Fault("impossible value", "word", (misspelt,), FACTS)
        if leaf.key < leaf.start and re.fullmatch(r"\w+\.?\w+", leaf.path):
            name = leaf.name
            misspelt = Change(file, leaf.key, leaf.key + len(name), name[:-2] + name[-1])
            yield Fault("impossible value", "key", (misspelt,), FACTS)


def _days(file: str, found: dict[str, Leaf]) -> Iterator[Fault]:
    """Days that don't fit those of the meeting."""
    first, last = found["sessions[0].date"], _named(found, r"sessions\[\d+\]\.(date|until)")[-1]
    issued = found.get("issued")
    for leaf in _named(found, r"deadlines\[\d+\]\.date"):
        for days in (1, 30):
            late = _put(file, leaf, _date(last, days))
            yield Fault("deadline", "after the meeting", (late,), FACTS)
        if issued:
            early = _put(file, leaf, _date(issued, -10))
            yield Fault("deadline", "before the letter", (early,), FACTS)
    if issued:
        for days in (1, 12):
            late = _put(file, issued, _date(last, days))
            yield Fault("date of the letter", "after the meeting", (late,), FACTS,
                        ((file, first.start),))  # fmt: skip
    if (opening := found.get("registration.hours")) and "registration.date" in found:
        late = _put(file, opening, "11:30")
        yield Fault("registration", "after the opening", (late,), FACTS)
        day = found["registration.date"]
        after = _put(file, day, _date(first, 1))
        yield Fault("registration", "after the opening", (after,), FACTS)


def _overlaps(file: str, found: dict[str, Leaf]) -> Iterator[Fault]:
    """Two things at one time."""
    sessions = _named(found, r"sessions\[\d+\]\.date")
    hours = {leaf.holder: leaf for leaf in _named(found, r"sessions\[\d+\]\.hours(\[0\])?")}
    for leaf in _named(found, r"side_events\[\d+\]\.date"):
        event_hours = _named(found, re.escape(leaf.holder) + r"\.hours(\[0\])?")
        if f"{leaf.holder}.zone_label" in found:
            continue  # on another day it could be wrong, too
        for session in sessions:
            of_session = hours.get(session.holder) or hours.get(f"{session.holder}.hours")
            if not of_session or not event_hours or "-" not in of_session.value:
                continue
            changes = (
                _put(file, leaf, session.value),
                _put(file, event_hours[0], of_session.value),
            )
            yield Fault("overlap", "of a side event", changes, FACTS,
                        ((file, session.start), (file, leaf.key)))  # fmt: skip
    for one, other in pairwise(sessions):
        same = (_put(file, other, one.value),)
        one_hours = hours.get(one.holder) or hours.get(f"{one.holder}.hours")
        its_hours = hours.get(other.holder) or hours.get(f"{other.holder}.hours")
        if one_hours and its_hours:
            same += (_put(file, its_hours, one_hours.value),)
            weekday = found.get(f"{other.holder}.weekday")
            one_weekday = found.get(f"{one.holder}.weekday")
            if weekday and one_weekday:
                same += (_put(file, weekday, one_weekday.value),)
            elif weekday:
                continue
            yield Fault("overlap", "of sessions", same, FACTS, ((file, one.start),))


def _elsewhere(file: str, found: dict[str, Leaf]) -> Iterator[Fault]:
    """What is true of headquarters only; a fact that no paragraph prints."""
    place = found.get("place") or found.get("place.name.en")
    languages = [leaf.value for leaf in _named(found, r"editions\[\d+\]")]
    if not {"en", "ru"} >= set(languages) or not languages:
        return
    if place and place.value != "geneva":
        at = found["event"].key
        texts = ", ".join(f"{code}: '{tables.HEADQUARTERS[code]}'" for code in languages)
        if items := _named(found, r"paragraphs\[\d+\]\.id"):
            dash = items[0].key - 2  # `- ` before the first key
            put = f"- {{id: screens, after: programme, text: {{{texts}}}}}\n  "
            yield Fault("headquarters", "a paragraph", (Change(file, dash, dash, put),), FACTS)
        else:
            put = f"paragraphs:\n  - {{id: screens, after: programme, text: {{{texts}}}}}\n"
            yield Fault("headquarters", "a paragraph", (Change(file, at, at, put),), FACTS)
    if not place and "venue.en" not in found and "editions[0]" in found:
        at = found.get("ordinal") or found["issued"]
        names = {"en": "Popov Room", "ru": "зал Попова"}
        texts = ", ".join(f"{code}: {names[code]}" for code in languages)
        put = Change(file, at.key, at.key, f"venue: {{{texts}}}\n")
        yield Fault("unused fact", "of the meeting", (put,), _PLANS | {"words"})


def _numbers(project: Project, file: str, found: dict[str, Leaf]) -> Iterator[Fault]:
    """The number of another circular of the same study period."""
    number, period = found.get("number"), found.get("study_period")
    if not number or not period or "variant" in found:
        return
    for other in project.files:
        if other == file or not re.fullmatch(r"data/meetings/[\w-]+\.yaml", other):
            continue
        theirs = {leaf.path: leaf for leaf in leaves(project.files[other])}
        if "number" not in theirs or "variant" in theirs:
            continue
        if theirs["study_period"].value == period.value:
            same = (_put(file, number, theirs["number"].value),)
            also = ((other, theirs["number"].start),)
            yield Fault("duplicate number", "in a study period", same, FACTS, also)


def _citations(project: Project, file: str, found: dict[str, Leaf]) -> Iterator[Fault]:
    """A circular that is cited with another date than its own, in all languages alike."""
    source = project.files[file]
    for leaf in _named(found, r".*\.en"):
        written = source[leaf.start : leaf.end]
        for match in re.finditer(r"Circular\s+(\d+)\s+of\s+(\d+)\s+(\w+)\s+(\d{4})", written):
            places = [(leaf.start + match.start(2), leaf.start + match.end(2))]
            for other in _named(found, re.escape(leaf.holder) + r"\.(?!en)\w\w"):
                theirs = re.search(
                    rf"{match[1]}\s+\w+\s+\w+\s+{match[2]}\b", source[other.start : other.end]
                )
                if theirs:
                    end = other.start + theirs.end()
                    places.append((end - len(match[2]), end))
            for day in (int(match[2]) - 1, 28 if int(match[2]) != 28 else 27):  # noqa: PLR2004
                changes = tuple(Change(file, *place, str(day)) for place in places)
                yield Fault("cited date", "in all languages", changes, FACTS)
