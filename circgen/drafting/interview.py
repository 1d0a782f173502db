"""What is asked for a new facts file, in order, and what is offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from circgen.drafting.archive import Offer, name_text, named, place_text
from circgen.drafting.draft import Draft
from circgen.drafting.occasion_questions import days, deadlines, where
from circgen.drafting.question import Question
from circgen.facts.load import COMPLETE
from circgen.facts.model import Facts, Name
from circgen.facts.texts import LocalizedText
from circgen.facts.types import ListOf
from circgen.project import shown

_CONTACT = (
    ("person", "Contact person"),
    ("tel", "Telephone"),
    ("fax", "Fax"),
    ("email", "E-mail"),
    ("website", "Website of the Bureau's group"),
)
_SIGNATORY = (
    ("name", "Who signs", "people"),
    ("office", "Office of who signs", "offices"),
)


def interview(draft: Draft) -> Iterator[Question]:
    """The questions, one after the other: which ones come depends on the answers to the others."""
    seen = set()
    for question in _usual_ones(draft):
        seen.add(question.path)
        yield question
    for path in draft.given:
        if path not in seen:
            yield Question(path, path, optional=True)


def _usual_ones(draft: Draft) -> Iterator[Question]:
    yield from _what(draft)
    yield from _letter(draft)
    yield from _people(draft)
    yield from _meeting(draft)
    yield from where(draft)
    yield from days(draft)
    yield from _required(draft)
    yield from _besides(draft)


def _open(draft: Draft, path: str) -> bool:
    """Whether a fact is to be asked for: nobody has stated it, or an option does."""
    return path in draft.given or not draft.has(path)


def _what(draft: Draft) -> Iterator[Question]:
    series = tuple(draft.library.project.series())
    if "series" in draft.given or (series and not draft.has("series") and not draft.is_copy):
        newest = draft.archive.usual(None, lambda facts: facts.series)
        offer = Offer(newest[0], f"that of {shown(newest[1].path)}") if newest else None
        yield Question("series", "Series", ", ".join(series), offer, optional=True)
    kinds = tuple(draft.library.project.layouts())
    if "kind" in draft.given or (not draft.has("kind") and Facts(()).kind not in kinds[:1]):
        yield Question("kind", "Kind of circular", ", ".join(kinds), Offer(Facts(()).kind))
    if _open(draft, "editions"):
        usual = draft.archive.usual(draft.facts.series, lambda facts: facts.editions)
        codes = tuple(draft.library.packs)
        known = [code for code in usual[0] if code in codes] if usual else codes
        offer = Offer(", ".join(known))
        yield Question("editions", "Languages", ", ".join(codes), offer)


def _letter(draft: Draft) -> Iterator[Question]:
    """Number and date, unless it is a draft without."""
    dated = any(key in draft.given for key in COMPLETE)
    if "status" in draft.given or not dated:
        yield Question("status", "Are number and date known", "y, or n for a draft", Offer("y"))
    is_draft = draft.facts.draft
    if "issued" in draft.given or not is_draft:
        yield Question("issued", "Date of the letter", "such as 2026-05-15")
    if "study_period" in draft.given or not is_draft:
        offer = draft.archive.period(draft.facts.issued)
        hint = "such as 2025-2028"
        yield Question("study_period", "Study period", hint, offer)
    if "variant" in draft.given:  # first: a revision has the number of another letter
        yield Question("variant", "Variant", "such as R1", optional=True)
    if "number" in draft.given or not is_draft:
        number = draft.archive.number(str(draft.facts.study_period))
        yield Question("number", "Number of the circular", "", number)
    if _open(draft, "issued_at"):
        yield _usual(draft, "issued_at", "Place of the letter", "places", place_text)


def _people(draft: Draft) -> Iterator[Question]:
    for key, asks in (("addressees", "Addressees"), ("copies", "Copies to")):
        if key in draft.given or not (draft.is_copy and draft.has(key)):
            question = _usual(draft, key, asks, "addressees", named)
            yield question._replace(optional=key == "copies")
    if _open(draft, "contact") or any(path.startswith("contact.") for path in draft.given):
        asks_all = not draft.has("contact")
        for key, asks in _CONTACT:
            if asks_all or f"contact.{key}" in draft.given:
                yield _of_record(draft, f"contact.{key}", asks)._replace(optional=True)
    if _open(draft, "signatory") or any(path.startswith("signatory.") for path in draft.given):
        asks_all = not draft.has("signatory")
        for key, asks, glossary in _SIGNATORY:
            if asks_all or f"signatory.{key}" in draft.given:
                ids = tuple(draft.library.vocabulary.glossaries[glossary])
                question = _of_record(draft, f"signatory.{key}", asks)
                offer = Offer(ids[0]) if len(ids) == 1 else None
                yield question._replace(hint=", ".join(ids), offer=question.offer or offer)


def _meeting(draft: Draft) -> Iterator[Question]:
    wanted = draft.required
    if "event" in draft.given or ("event" in wanted and not draft.has("event")):
        events = ", ".join(draft.library.vocabulary.glossaries["events"])
        yield Question("event", "What is held", events)
    ordinal = draft.archive.ordinal(draft.facts.series)
    if ordinal is None and draft.facts.ordinal and draft.is_copy:
        ordinal = Offer(str(draft.facts.ordinal + 1), f"it was {draft.facts.ordinal}")
    if "ordinal" in draft.given or draft.facts.series or "ordinal" in draft.sheet.keys:
        yield Question("ordinal", "Which one of its series it is", "such as 9", ordinal, True)
    if "topic" in draft.given or ("topic" in wanted and not draft.has("topic")):
        asks = f"Title, behind the noun, in `{draft.language}`"
        yield Question("topic", asks, "such as on smart cities")


def _required(draft: Draft) -> Iterator[Question]:
    """What this kind of circular must state and no other question is about."""
    kind = draft.keys
    for key in draft.required:
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
    return Question(key, f"`{key}`{language}", hint, None, optional, many)


def _besides(draft: Draft) -> Iterator[Question]:
    if not {"sessions"} & {*draft.required, *draft.sheet.keys}:
        return
    copied = draft.is_copy
    if "working_languages" in draft.given or not (copied or draft.has("working_languages")):
        question = _usual(draft, "working_languages", "Held in", "working_languages", named)
        yield question._replace(optional=True)
    if "event_page" in draft.given or not (copied or draft.has("event_page")):
        hint = "such as https://www.itu.int/…"
        yield Question("event_page", "Page of the event", hint, optional=True)
    if "objectives" in draft.given or not (copied or draft.has("objectives")):
        asks = f"What the meeting is to do, in `{draft.language}`"
        hint = "such as review the work plan"
        yield Question("objectives", asks, hint, optional=True, many=True)
    if "deadlines" in draft.given or not draft.has("deadlines") or "deadlines" in draft.sheet.keys:
        yield deadlines(draft)


def _usual(
    draft: Draft, key: str, asks: str, glossary: str, text: Callable[[Any], str]
) -> Question:
    """A question for which the series, or the newest circular that states it, has the answer."""
    hint = ", ".join(draft.library.vocabulary.glossaries[glossary])
    if key in draft.inherited:
        return Question(key, asks, hint, Offer(text(draft.inherited[key])))
    found = draft.archive.usual(draft.facts.series, lambda facts: getattr(facts, key))
    offer = Offer(text(found[0]), f"as in {shown(found[1].path)}") if found else None
    return Question(key, asks, hint, offer)


def _of_record(draft: Draft, path: str, asks: str) -> Question:
    """A part of `contact` or `signatory`, as the newest circular has it."""
    key, _, name = path.partition(".")
    found = draft.archive.usual(
        draft.facts.series, lambda facts: getattr(getattr(facts, key), name, None)
    )
    if not found:
        return Question(path, asks)
    value, past = found
    text = name_text(value) if isinstance(value, Name) else str(value)
    return Question(path, asks, offer=Offer(text, f"as in {shown(past.path)}"))
