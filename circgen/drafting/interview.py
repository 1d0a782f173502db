"""What is asked for a new facts file, in order, and what is offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from circgen.drafting.archive import Offer, name_text, named
from circgen.drafting.draft import Draft, Question
from circgen.drafting.side_events import items_of
from circgen.facts.load import ALWAYS, COMPLETE
from circgen.facts.model import Facts, Name
from circgen.facts.reading import real
from circgen.facts.source import Mapping, Scalar
from circgen.facts.texts import LocalizedText
from circgen.facts.types import ListOf
from circgen.project import shown

_DAYS_AND_HOURS = (
    "such as 2026-06-16 09:30-12:30, 14:00-17:00 or 2026-06-16 to 2026-06-18 09:30-17:00"
)
_CONTACT = (
    ("person", "--person", "Contact person"),
    ("tel", "--tel", "Telephone"),
    ("fax", "--fax", "Fax"),
    ("email", "--email", "E-mail"),
    ("website", "--contact-website", "Website of the Bureau's group"),
)
_SIGNATORY = (
    ("name", "--signatory", "Who signs", "people"),
    ("office", "--office", "Office of who signs", "offices"),
)


def interview(draft: Draft) -> Iterator[Question]:
    """The questions, one after the other: which ones come depends on the answers to the others."""
    seen = set()
    for question in _usual_ones(draft):
        seen.add(question.path)
        yield question
    for path in draft.given:
        if path not in seen:
            yield Question(path, f"--fact {path}=", path, optional=True)


def _usual_ones(draft: Draft) -> Iterator[Question]:
    yield from _what(draft)
    yield from _letter(draft)
    yield from _people(draft)
    yield from _meeting(draft)
    yield from _place(draft)
    yield from _days(draft)
    yield from _required(draft)
    yield from _besides(draft)


def _open(draft: Draft, path: str) -> bool:
    """Whether a fact is to be asked for: nobody has stated it, or an option does."""
    return path in draft.given or not draft.has(path)


def _what(draft: Draft) -> Iterator[Question]:
    series = tuple(draft.library.project.series())
    if _open(draft, "series") and (series or "series" in draft.given) and not draft.is_copy:
        newest = draft.archive.usual(None, lambda facts: facts.series)
        offer = Offer(newest[0], f"that of {shown(newest[1].path)}") if newest else None
        yield Question("series", "--series", "Series", _one_of(series), offer, optional=True)
    kinds = tuple(draft.library.project.layouts())
    if "kind" in draft.given or (not draft.has("kind") and Facts(()).kind not in kinds[:1]):
        yield Question("kind", "--kind", "Kind of circular", _one_of(kinds), Offer(Facts(()).kind))
    if _open(draft, "editions"):
        usual = draft.archive.usual(draft.facts.series, lambda facts: facts.editions)
        codes = tuple(draft.library.packs)
        known = [code for code in usual[0] if code in codes] if usual else codes
        offer = Offer(", ".join(known))
        yield Question("editions", "--editions", "Languages", _one_of(codes), offer)


def _letter(draft: Draft) -> Iterator[Question]:
    """Number and date, unless it is a draft without."""
    dated = any(key in draft.given for key in COMPLETE)
    if "status" in draft.given or not dated:
        yield Question(
            "status", "--draft", "Are number and date known", "yes, or no for a draft", Offer("yes")
        )
    is_draft = draft.facts.draft
    if "issued" in draft.given or not is_draft:
        yield Question("issued", "--issued", "Date of the letter", "such as 2026-05-15")
    if "study_period" in draft.given or not is_draft:
        offer = draft.archive.period(draft.facts.issued)
        hint = "such as 2025-2028"
        yield Question("study_period", "--study-period", "Study period", hint, offer)
    if "number" in draft.given or not is_draft:
        number = draft.archive.number(str(draft.facts.study_period))
        yield Question("number", "--number", "Number of the circular", "", number)
    if _open(draft, "issued_at"):
        yield _usual(
            draft, "issued_at", "--issued-at", "Place of the letter", "places", _place_text
        )


def _people(draft: Draft) -> Iterator[Question]:
    for key, asks in (("addressees", "Addressees"), ("copies", "Copies to")):
        if key in draft.given or not (draft.is_copy and draft.has(key)):
            question = _usual(draft, key, f"--{key}", asks, "addressees", named)
            yield question._replace(optional=key == "copies")
    if _open(draft, "contact") or any(path.startswith("contact.") for path in draft.given):
        asks_all = not draft.has("contact")
        for key, option, asks in _CONTACT:
            if asks_all or f"contact.{key}" in draft.given:
                yield _of_record(draft, f"contact.{key}", option, asks)._replace(optional=True)
    if _open(draft, "signatory") or any(path.startswith("signatory.") for path in draft.given):
        asks_all = not draft.has("signatory")
        for key, option, asks, glossary in _SIGNATORY:
            if asks_all or f"signatory.{key}" in draft.given:
                ids = tuple(draft.library.vocabulary.glossaries[glossary])
                question = _of_record(draft, f"signatory.{key}", option, asks)
                offer = Offer(ids[0]) if len(ids) == 1 else None
                yield question._replace(hint=_one_of(ids), offer=question.offer or offer)


def _meeting(draft: Draft) -> Iterator[Question]:
    wanted = _required_keys(draft)
    if "event" in draft.given or ("event" in wanted and not draft.has("event")):
        events = _one_of(tuple(draft.library.vocabulary.glossaries["events"]))
        yield Question("event", "--event", "What is held", events)
    ordinal = draft.archive.ordinal(draft.facts.series)
    if ordinal is None and draft.facts.ordinal and draft.is_copy:
        ordinal = Offer(str(draft.facts.ordinal + 1), f"it was {draft.facts.ordinal}")
    if "ordinal" in draft.given or draft.facts.series or "ordinal" in draft.sheet.keys:
        yield Question(
            "ordinal", "--ordinal", "Which one of its series it is", "such as 9", ordinal, True
        )
    if "topic" in draft.given or ("topic" in wanted and not draft.has("topic")):
        asks = f"Title, behind the noun, in `{draft.language}`"
        yield Question("topic", "--topic", asks, "such as on smart cities")


def _place(draft: Draft) -> Iterator[Question]:
    if draft.is_copy and not {"place", "mode", "venue", "zone"} & draft.given.keys():
        return
    if "mode" in _required_keys(draft) or "mode" in draft.given:
        modes = _one_of(("virtual", "physical", "hybrid"))
        known = draft.facts.mode
        needs = draft.given.get("mode", (known or "",))[0] in {"physical", "hybrid"}
        if "place" in draft.given or not draft.is_copy:
            places = tuple(draft.library.vocabulary.glossaries["places"])
            town = draft.facts.place
            offer = Offer(_place_text(town)) if town else None
            hint = _one_of(places) + ("" if needs else "; none: virtual")
            yield Question("place", "--place", "Town", hint, offer, optional=not needs)
        offered = "virtual" if not draft.facts.place else known if known != "virtual" else None
        yield Question("mode", "--mode", "How it is held", modes, Offer(offered or "physical"))
        if draft.facts.place and ("venue" in draft.given or not draft.is_copy):
            asks = f"Building, as it stands beside the town, in `{draft.language}`"
            yield Question("venue", "--venue", asks, optional=True)
    has_clocks = draft.has("place") or draft.has("issued_at")
    if "zone" in draft.given or (has_clocks and not draft.facts.zone):
        yield Question("zone", "--zone", "Zone of the hours", "such as Europe/Zurich")


def _days(draft: Draft) -> Iterator[Question]:
    if "sessions" in _required_keys(draft) or {"sessions"} & {*draft.given, *draft.sheet.keys}:
        asks = "Days and hours"
        yield Question("sessions", "--session", asks, _DAYS_AND_HOURS, many=True)
    if items := items_of(draft.original.lines_of("side_events")):
        named_items = tuple(map(_described, items))
        hint = "such as 2026-06-16 12:00-13:00; - leaves it out"
        asks = "Days and hours of side events"
        yield Question("side_events", "--side-event", asks, hint, many=True, items=named_items)


def _described(item: Mapping) -> str:
    """A side event by its title, or what it is, and when it was."""
    title = item.get("title")
    if isinstance(title, Mapping) and title.entries:
        title = title.entries[0][1]
    words = title.text if isinstance(title, Scalar) else "side event"
    day = item.get("date")
    return f"{words} (was {day.text})" if isinstance(day, Scalar) else words


def _required(draft: Draft) -> Iterator[Question]:
    """What this kind of circular must state and no other question is about."""
    kind = draft.keys
    for key in _required_keys(draft):
        if key not in {*draft.asked, *COMPLETE} and not draft.has(key) and key in kind:
            yield _generic(draft, key, optional=False)
            draft.asked.add(key)
    for key in kind:
        if key not in Facts._fields and key not in draft.asked and not draft.has(key):
            yield _generic(draft, key, optional=True)


def _generic(draft: Draft, key: str, *, optional: bool) -> Question:
    type_ = draft.keys[key].type
    many = isinstance(type_, ListOf)
    inner = type_.type if isinstance(type_, ListOf) else type_
    language = f", in `{draft.language}`" if isinstance(inner, LocalizedText) else ""
    hint = str(getattr(inner, "expected", ""))
    return Question(key, f"--fact {key}=", f"`{key}`{language}", hint, None, optional, many)


def _besides(draft: Draft) -> Iterator[Question]:
    if not {"sessions"} & {*_required_keys(draft), *draft.sheet.keys}:
        return
    copied = draft.is_copy
    if "working_languages" in draft.given or not (copied or draft.has("working_languages")):
        question = _usual(
            draft, "working_languages", "--working-languages", "Held in", "working_languages", named
        )
        yield question._replace(optional=True)
    if "event_page" in draft.given or not (copied or draft.has("event_page")):
        hint = "such as https://www.itu.int/…"
        yield Question("event_page", "--event-page", "Page of the event", hint, optional=True)
    if "objectives" in draft.given or not (copied or draft.has("objectives")):
        asks = f"What the meeting is to do, in `{draft.language}`"
        hint = "such as review the work plan"
        yield Question("objectives", "--objective", asks, hint, optional=True, many=True)
    if "deadlines" in draft.given or not draft.has("deadlines") or "deadlines" in draft.sheet.keys:
        asks, offer = "Deadlines", _same_deadlines(draft)
        yield Question("deadlines", "--deadline", asks, _deadlines(draft), offer, optional=True)


def _deadlines(draft: Draft) -> str:
    """The deadlines there are, with their last days by rule."""
    found = []
    for what in sorted(draft.library.vocabulary.glossaries["deadlines"]):
        offer = draft.deadline(what)
        found.append(f"{what} ({offer.text}, {offer.why})" if offer else what)
    return f"{', '.join(found)}; or with a day of your own: registration 2026-06-09 24:00"


def _same_deadlines(draft: Draft) -> Offer | None:
    """Those of the file that is copied, as far as there is a rule for them."""
    ids = [deadline.what.id for _, deadline in real(draft.facts.deadlines)]
    names = [id_ for id_ in ids if id_ and draft.deadline(id_)]
    return Offer(", ".join(names)) if draft.is_copy and names else None


def _required_keys(draft: Draft) -> tuple[str, ...]:
    """The keys that must be stated, here or by the series."""
    kinds = draft.library.project.layouts()
    own = draft.library.kind(draft.facts.kind).requires if draft.facts.kind in kinds else ()
    return tuple(dict.fromkeys((*ALWAYS, *own)))


def _usual(  # noqa: PLR0913, PLR0917  what makes a question
    draft: Draft, key: str, option: str, asks: str, glossary: str, text: Callable[[Any], str]
) -> Question:
    """A question for which the series, or the newest circular that states it, has the answer."""
    hint = _one_of(tuple(draft.library.vocabulary.glossaries[glossary]))
    if key in draft.inherited:
        return Question(key, option, asks, hint, Offer(text(draft.inherited[key])))
    found = draft.archive.usual(draft.facts.series, lambda facts: getattr(facts, key))
    offer = Offer(text(found[0]), f"as in {shown(found[1].path)}") if found else None
    return Question(key, option, asks, hint, offer)


def _of_record(draft: Draft, path: str, option: str, asks: str) -> Question:
    """A part of `contact` or `signatory`, as the newest circular has it."""
    key, _, name = path.partition(".")
    found = draft.archive.usual(
        draft.facts.series, lambda facts: getattr(getattr(facts, key), name, None)
    )
    if not found:
        return Question(path, option, asks)
    value, past = found
    text = name_text(value) if isinstance(value, Name) else str(value)
    return Question(path, option, asks, offer=Offer(text, f"as in {shown(past.path)}"))


def _place_text(place: Any) -> str:  # noqa: ANN401  a `Place`
    name = name_text(place.name)
    return name if place.name.id else f"{{name: {name}, zone: {place.zone}}}"


def _one_of(words: tuple[str, ...]) -> str:
    return ", ".join(words)
