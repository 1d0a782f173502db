"""A letter for a meeting elsewhere speaks of the Union's own buildings or rooms.

A letter for Seoul went out with "rooms will be shown on the screens at ITU headquarters", left over
from one for Geneva. Which buildings and rooms there are stands in `templates/premises.yaml`, and
what a language calls them in its `glossary.yaml`, under `names` and `buildings`.

In `venue` and `entrance` they are an error, in paragraphs, annexes and templates a warning: a
letter may well ask for forms to be sent there. A postal address is never meant.

Bad: Rooms will be shown on the screens at ITU headquarters.
Good: Rooms will be shown on the screens at the venue.
Good: Send the form to ITU, Place des Nations, CH-1211 Geneva 20.
Mend: Say where things are at the place of this meeting, or leave them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.checks.subjects import Desk, Meeting
from circgen.findings import Finding, Level
from circgen.readers.letter import Passage
from circgen.recognition.mentions import Kind

NEEDS = ("mode", "place")

_PLACES = ("venue", "registration.entrance")
_BOILERPLATE = re.compile(r"(?:paragraphs|annexes)\[")
_POSTAL = re.compile(r"[^\n;]{0,40}?, (?:[A-Z]{1,2}-)?\d{4,6} [^\W\d_]")
"""What follows a building in a postal address: the code, and the town."""


def check(meeting: Meeting, desk: Desk) -> Iterator[Finding]:
    """Texts of the facts, and words of the templates in the letters that are made."""
    facts = meeting.file.facts
    is_anywhere = facts.mode != "virtual" and not facts.place
    if not desk.premises or not facts.mode or is_anywhere:
        return
    at_place = _place(meeting, desk)
    for code, passage, level in _facts(meeting):
        yield from _found(passage, code, at_place, desk, level)
    for code, passage in _letters(meeting):
        for finding in _found(passage, code, at_place, desk, Level.WARNING):
            if finding.location.file != meeting.file.file:  # words of a template
                yield finding


def _facts(meeting: Meeting) -> Iterator[tuple[str, Passage, Level]]:
    """The texts of the facts that say where things are."""
    for saying in meeting.sayings:
        if saying.name in _PLACES or _BOILERPLATE.match(saying.name):
            level = Level.ERROR if saying.name in _PLACES else Level.WARNING
            for code, writing in saying.writings.items():
                for passage in writing.passages:
                    yield code, passage, level


def _letters(meeting: Meeting) -> Iterator[tuple[str, Passage]]:
    for code, letter in meeting.letters.items():
        for point in letter.points:
            for passage in point.passages:
                yield code, passage


def _place(meeting: Meeting, desk: Desk) -> str:
    """The id of the place of a meeting, if it has one, though its name be written out."""
    place = meeting.file.facts.place
    if meeting.file.facts.mode == "virtual" or not place:
        return ""
    if place.name.id:
        return place.name.id
    places = frozenset(desk.premises.values())
    for code, forms in place.name.forms.items():
        for form in forms.values():
            for mention in desk.knowledge.recognisers[code].mentions(form):
                if mention.value in places:
                    return str(mention.value)
    return ""


def _found(
    passage: Passage, code: str, at_place: str, desk: Desk, level: Level
) -> Iterator[Finding]:
    seen = 0
    for mention in desk.knowledge.recognisers[code].mentions(passage.text):
        if mention.kind is not Kind.NAME:
            continue
        stands_in = desk.premises.get(str(mention.value))
        if stands_in in {None, at_place} or mention.start < seen:
            continue
        seen = mention.end
        if _POSTAL.match(passage.text, mention.end):
            continue
        name = passage.text[mention.start : mention.end]
        yield Finding(
            passage.at(mention.start),
            "headquarters-elsewhere",
            f"`{name}` is in `{stands_in}`, and the meeting is not there",
            "say where it is at the place of this meeting, or leave it out",
            level,
        )
