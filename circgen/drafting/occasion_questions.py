"""Where a meeting is held, on which days, and what must be done before: what is asked of that."""

from __future__ import annotations

from collections.abc import Iterator

from circgen.drafting.archive import Offer, place_text
from circgen.drafting.draft import Draft
from circgen.drafting.question import NONE, Question
from circgen.drafting.review import lost_deadlines
from circgen.drafting.side_events import items_of
from circgen.facts.reading import real
from circgen.facts.source import Mapping, Scalar

_MODES = ("virtual", "physical", "hybrid")
_ON_THE_SPOT = _MODES[1:]
_DAYS_AND_HOURS = (
    "such as 2026-06-16 09:30-12:30, 14:00-17:00 or 2026-06-16 to 2026-06-18 09:30-17:00"
)


def where(draft: Draft) -> Iterator[Question]:
    """Town, building and zone; of a copied file, if it has a town or an option is about them."""
    given = {"place", "mode", "venue", "zone"} & draft.given.keys()
    is_stated = draft.has("mode") or "mode" not in draft.required
    if draft.is_copy and is_stated and not draft.facts.place and not given:
        return
    if "mode" in draft.required or "mode" in draft.given:
        mode = draft.facts.mode
        yield _town(draft)
        offered = "virtual" if not draft.facts.place else mode if mode != "virtual" else None
        yield Question("mode", "How it is held", ", ".join(_MODES), Offer(offered or "physical"))
        if draft.facts.place and ("venue" in draft.given or not draft.has("venue")):
            asks = f"Building, as it stands beside the town, in `{draft.language}`"
            yield Question("venue", asks, optional=True)
    yield from _zone(draft)


def _town(draft: Draft) -> Question:
    places = ", ".join(draft.library.vocabulary.glossaries["places"])
    if "mode" in draft.given:
        needed = draft.given["mode"][0].strip().lower() in _ON_THE_SPOT
    else:
        needed = draft.facts.mode in _ON_THE_SPOT and not draft.is_copy
    town = draft.facts.place
    why = "that of the earlier meeting" if draft.is_copy else ""
    offer = Offer(place_text(town), why) if town else None
    hint = places if needed else f"{places}; none: virtual"
    return Question("place", "Town", hint, offer, optional=not needed)


def _zone(draft: Draft) -> Iterator[Question]:
    """That of the town, if it is another one than is stated; else only where none is known."""
    facts = draft.facts
    question = Question("zone", "Zone of the hours", "such as Europe/Zurich")
    town = facts.place.zone if facts.place and facts.mode in _ON_THE_SPOT else None
    if town and facts.zone and town != facts.zone:
        is_of_series = "zone" in draft.inherited and "zone" not in draft.sheet.keys
        other = draft.series_file if is_of_series else "the earlier file"
        why = f"the clocks of the town; {other} has {facts.zone}"
        yield question._replace(offer=Offer(town, why))
    elif "zone" in draft.given or (not facts.zone and _has_clocks(draft)):
        yield question


def _has_clocks(draft: Draft) -> bool:
    """Whether there is a place that should have told the zone."""
    return draft.has("place") or draft.has("issued_at")


def days(draft: Draft) -> Iterator[Question]:
    """Those of the meeting, and those of each side event of a copied file."""
    if "sessions" in draft.required or {"sessions"} & {*draft.given, *draft.sheet.keys}:
        yield Question("sessions", "Days and hours", _DAYS_AND_HOURS, many=True)
    if items := items_of(draft.original.lines_of("side_events")):
        named_items = tuple(map(_described, items))
        hint = "such as 2026-06-16 12:00-13:00; - leaves it out"
        asks = "Days and hours of side events"
        yield Question("side_events", asks, hint, many=True, items=named_items)


def _described(item: Mapping) -> str:
    """A side event by its title, or what it is, and when it was."""
    title = item.get("title")
    if isinstance(title, Mapping) and title.entries:
        title = title.entries[0][1]
    words = title.text if isinstance(title, Scalar) else "side event"
    day = item.get("date")
    return f"{words} (was {day.text})" if isinstance(day, Scalar) else words


def deadlines(draft: Draft) -> Question:
    """The deadlines there are, with their last days by rule; those of a copied file are offered."""
    found = []
    for what in sorted(draft.library.vocabulary.glossaries["deadlines"]):
        offer = draft.deadline(what)
        found.append(f"{what} ({offer.text}, {offer.why})" if offer else what)
    hint = f"{', '.join(found)}; or with a day of your own: registration 2026-06-09 24:00"
    ids = [deadline.what.id for _, deadline in real(draft.before.deadlines)]
    names = [id_ for id_ in ids if id_ and draft.deadline(id_)]
    if without := lost_deadlines(draft, names):
        hint += f"; no rule for {', '.join(without)}"
    same = Offer(", ".join(names) or NONE) if draft.before.deadlines else None
    return Question("deadlines", "Deadlines", hint, same, optional=True)
