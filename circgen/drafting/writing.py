"""Answers as lines of a facts file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from circgen.drafting.archive import name_text
from circgen.drafting.draft import Draft
from circgen.drafting.occasions import label, occasion
from circgen.drafting.question import NONE, Question
from circgen.drafting.sheet import Sheet
from circgen.drafting.side_events import redated, redates
from circgen.facts.model import Name, Session
from circgen.facts.parsers import WEEKDAYS
from circgen.facts.quoted import flow, quoted, typed
from circgen.facts.source import Mapping as MappingNode
from circgen.facts.texts import LocalizedText
from circgen.facts.trees import parse
from circgen.facts.types import ListOf

_COUNTED = ("number", "ordinal")
"""Keys beside which it stands where they come from, if they are as offered."""
_CLOCK = re.compile(r"\d{1,2}[:.h]?\d{2}")
_TOWN = re.compile(r"([^{}\[\],]+?) *, *([A-Za-z_]+(?:/[\w+-]+)+)")
"""A town that has no id, and the zone of its clocks: `Nairobi, Africa/Nairobi`."""


def with_answers(
    draft: Draft, question: Question, said: Sequence[str], sessions: Sequence[Session] = ()
) -> Sheet:
    """The sheet of a draft with the answers to a question; `sessions` are what they mean."""
    key, sheet = question.key, draft.sheet
    if key == "side_events" and redates(draft.original.lines_of(key), said):
        lines = redated(draft.original.lines_of(key), said)
        return sheet.put(key, lines) if lines else sheet.without(key)
    if not said or (said[0] == NONE and draft.type_at(question.path)):
        return _without(draft, question)
    if "." in question.path:
        lines = _record(draft, question, said[0])
    elif key == "status":
        return _with_status(sheet, said[0])
    elif said[0].startswith(("{", "[")):
        lines = _lines(draft, key, said)
    elif key == "sessions":
        lines = (f"{key}:", *_sessions(said, sessions))
    elif key == "deadlines":
        each = [part.strip() for part in ",".join(said).split(",") if part.strip()]
        lines = (f"{key}:", *(_deadline(draft, part) for part in each))
    else:
        lines = _lines(draft, key, said)
        offer = question.offer
        if key in _COUNTED and offer and offer.why and [*said] == [offer.text]:
            lines = (f"{lines[0]}  # {offer.why}",)
    return sheet.put(key, lines)


def _with_status(sheet: Sheet, answer: str) -> Sheet:
    """A draft, if number and date are not known; then those of a copied file are gone."""
    if answer == "yes":
        return sheet.without("status")
    if answer not in {"no", "draft"}:
        return sheet.put("status", (f"status: {typed(answer)}",))
    for key in ("number", "issued"):
        sheet = sheet.without(key)
    return sheet.put("status", ("status: draft",))


def _without(draft: Draft, question: Question) -> Sheet:
    if "." not in question.path:
        return draft.sheet.without(question.key)
    lines = _record(draft, question, "")
    return draft.sheet.put(question.key, lines) if lines[1:] else draft.sheet.without(question.key)


def _lines(draft: Draft, key: str, said: Sequence[str]) -> tuple[str, ...]:
    type_ = draft.type_at(key)
    if key == "place" and (town := _TOWN.fullmatch(said[0])):
        name = f"{{{draft.language}: {quoted(town[1], inside=True)}}}"
        return (f"{key}: {{name: {name}, zone: {town[2]}}}",)
    if isinstance(type_, LocalizedText) and not said[0].startswith("{"):
        return f"{key}:", f"  {draft.language}: {quoted(said[0])}"
    is_whole = typed(said[0]).startswith("[")
    if isinstance(type_, ListOf) and isinstance(type_.type, LocalizedText) and not is_whole:
        return f"{key}:", *(f"  - {_text(draft, each)}" for each in said)
    if isinstance(type_, ListOf) and not said[0].startswith(("{", "[")):
        words = [word.strip() for each in said for word in each.split(",") if word.strip()]
        return (f"{key}: [{', '.join(quoted(word, inside=True) for word in words)}]",)
    return (f"{quoted(key)}: {typed(said[0])}",)


def _text(draft: Draft, answer: str) -> str:
    """A text in the language that is typed, or in all that are stated."""
    stated = typed(answer)
    return stated if stated.startswith("{") else f"{draft.language}: {quoted(answer)}"


def _record(draft: Draft, question: Question, answer: str) -> tuple[str, ...]:
    """The lines of `contact` or `signatory` with one of its values; the others as they are."""
    _, _, name = question.path.partition(".")
    root = parse(draft.sheet.text.encode(), "") if draft.sheet.blocks else None
    node = root.get(question.key) if root else None
    stated = {}
    if isinstance(node, MappingNode):
        stated = {key.text: flow(value) for key, value in node.entries}
    elif question.key in draft.inherited:
        stated = _texts(draft.inherited[question.key])
    stated.pop(name, None)
    if answer:
        stated[name] = typed(answer)
    return f"{question.key}:", *(f"  {key}: {value}" for key, value in stated.items())


def _deadline(draft: Draft, answer: str) -> str:
    """`registration`, with its day if that isn't the one by rule, and an hour if it has one."""
    known = draft.library.vocabulary.glossaries["deadlines"]
    what, *rest = answer.split()
    what = what.lower() if what.lower() in known else what
    hour = rest.pop() if len(rest) > 1 and _CLOCK.fullmatch(rest[-1]) else ""
    day, why = " ".join(rest), ""
    if not day and (offer := draft.deadline(what)):
        day, why = offer.text, f"  # {offer.why}"
    if what not in known:
        day = day or "1900-01-01"  # the name is what is wrong
    pairs = {"what": what, "date": day, "hour": hour}
    stated = (f"{key}: {quoted(text, inside=True)}" for key, text in pairs.items() if text)
    return f"  - {{{', '.join(stated)}}}{why}"


def _sessions(said: Sequence[str], sessions: Sequence[Session]) -> list[str]:
    """A line for each; once it is known what they mean, with labels and weekdays."""
    lines = []
    for index, answer in enumerate(said):
        stated, beside = occasion(answer), ""
        if index < len(sessions):
            session = sessions[index]
            if found := label(session):
                stated["zone_label"] = found
            days = dict.fromkeys((session.date, session.last))
            beside = "  # " + " to ".join(WEEKDAYS[day.weekday()] for day in days)
        lines.append(f"  - {{{', '.join(f'{k}: {v}' for k, v in stated.items())}}}{beside}")
    return lines


def _texts(record: object) -> dict[str, str]:
    """A record that a series states, as it would be written here."""
    found: dict[str, str] = {}
    if isinstance(record, tuple) and hasattr(record, "_asdict"):
        for key, value in record._asdict().items():
            if value is not None:
                found[key] = name_text(value) if isinstance(value, Name) else quoted(str(value))
    return found
