"""What the keys of a facts file are called in a sentence, and what people look for together."""

from __future__ import annotations

GROUPS = {
    "When and where": ("sessions", "mode", "place", "venue", "zone"),
    "What is held": (
        "event", "ordinal", "topic", "acronym", "initiative", "co_organizers", "background",
        "website", "objectives", "side_events",
    ),
    "Taking part": (
        "participation", "working_languages", "event_page", "registration", "deadlines",
    ),
    "Addressees and contact": ("addressees", "copies", "contact", "signatory"),
    "The letter": (
        "number", "variant", "section", "study_period", "issued", "issued_at", "status", "series",
        "kind", "editions",
    ),
    "Paragraphs and annexes": ("paragraphs", "annexes"),
}  # fmt: skip
"""What is said together, in the order in which readers of a letter care."""

OTHER = "Of this kind of circular"
WORDS = "Words of the templates"

_GROUP_OF = {key: group for group, keys in GROUPS.items() for key in keys}

NOUNS = {
    "series": "series",
    "kind": "kind of circular",
    "status": "status",
    "number": "number",
    "variant": "variant",
    "section": "section code",
    "study_period": "study period",
    "issued": "date of the letter",
    "issued_at.name": "place of the letter",
    "issued_at.zone": "zone of the place of the letter",
    "editions": "edition",
    "addressees": "addressee",
    "copies": "recipient of a copy",
    "contact.person": "contact person",
    "contact.tel": "telephone",
    "contact.fax": "fax",
    "contact.email": "e-mail",
    "contact.website": "website of the contact",
    "signatory.name": "signatory",
    "signatory.office": "office of the signatory",
    "event": "event",
    "ordinal": "ordinal",
    "topic": "topic",
    "acronym": "acronym",
    "mode": "mode",
    "place.name": "place",
    "place.zone": "zone of the place",
    "venue": "venue",
    "zone": "zone",
    "sessions": "session",
    "sessions.hours": "sitting",
    "sessions.weekday": "weekday of {}",
    "sessions.zone": "zone of {}",
    "sessions.zone_label": "label of the zone of {}",
    "working_languages": "working language",
    "co_organizers": "co-organizer",
    "initiative.name": "initiative",
    "initiative.of": "whose initiative it is",
    "initiative.supporters": "number of supporters of the initiative",
    "background": "background",
    "website": "website",
    "objectives": "objective",
    "participation.open_to": "participant",
    "event_page": "event page",
    "registration.website": "website of the registration",
    "registration.date": "day of registration on the spot",
    "registration.hours": "hour of registration on the spot",
    "registration.entrance": "entrance for registration on the spot",
    "side_events": "side event",
    "side_events.event": "event of {}",
    "side_events.title": "title of {}",
    "side_events.occasion": "occasion of {}",
    "side_events.part_of": "series of {}",
    "side_events.website": "website of {}",
    "side_events.hours": "sitting",
    "side_events.weekday": "weekday of {}",
    "side_events.zone": "zone of {}",
    "side_events.zone_label": "label of the zone of {}",
    "deadlines": "deadline",
    "deadlines.what": "what is due at {}",
    "deadlines.hour": "hour of {}",
    "deadlines.zone": "zone of {}",
    "deadlines.zone_label": "label of the zone of {}",
    "paragraphs": "paragraph",
    "paragraphs.id": "id of {}",
    "paragraphs.after": "paragraph that {} follows",
    "paragraphs.before": "paragraph that {} precedes",
    "paragraphs.text": "text of {}",
    "annexes": "annex",
    "annexes.title": "title of {}",
    "annexes.file": "file of {}",
    "annexes.text": "text of {}",
}
"""Nouns by path; `{}` stands for the item of a list that the fact belongs to."""

FLAGS = {
    "participation.individuals": (
        "individuals may take part",
        "individuals may not take part any more",
    ),
    "participation.free_of_charge": (
        "taking part is free of charge",
        "taking part is not free of charge any more",
    ),
    "registration.mandatory": (
        "registration is mandatory",
        "registration is not mandatory any more",
    ),
    "paragraphs.omit": ("{} is left out", "{} is not left out any more"),
}
"""What `yes` and `no` mean."""

HELD = frozenset({"sessions", "side_events", "deadlines"})
"""Lists of what takes place on a day."""


def group_of(path: str) -> str:
    """What a fact is said together with."""
    return _GROUP_OF.get(key_of(path), OTHER)


def key_of(path: str) -> str:
    """The key of the facts file in which a path begins."""
    return path.split(".", 1)[0].split("[", 1)[0]


def noun(plain_path: str, owner: str) -> str:
    """What a fact is called; `owner` is the item that it belongs to."""
    found = NOUNS.get(plain_path)
    if found:
        return found.format(owner)
    name = plain_path.rsplit(".", 1)[-1]
    return f"`{name}` of {owner}" if owner else f"`{plain_path}`"
