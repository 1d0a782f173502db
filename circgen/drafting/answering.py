"""Taking answers into a draft: whether they are right, and go together with those before."""

from __future__ import annotations

from collections.abc import Sequence

from circgen.checks.rules.project.duplicate_number import duplicates
from circgen.checks.subjects.cards import identity
from circgen.drafting.by_name import meant, strange
from circgen.drafting.draft import Draft
from circgen.drafting.question import NONE, Question
from circgen.drafting.sheet import Sheet
from circgen.drafting.side_events import surplus
from circgen.drafting.writing import with_answers
from circgen.facts.load import COMPLETE
from circgen.facts.model import FactsFile
from circgen.facts.reading import real
from circgen.facts.types import ListOf
from circgen.findings import Finding, Location
from circgen.project import shown

_IN_STEPS = ("mode", "signatory")
"""Keys that another question completes."""
_NUMBERED = ("number", "study_period", "variant")


def take(draft: Draft, question: Question, answers: Sequence[str]) -> tuple[Finding, ...]:
    """Take the answers to a question; nothing is taken if anything is wrong with them."""
    said = tuple(filter(None, meant(draft, question.path, answers)))
    if refused := _impossible(draft, question, said):
        return (Finding(Location(shown(draft.path)), "type", *refused),)
    key = question.key
    sheet = with_answers(draft, question, said)
    file, findings = draft.read(sheet)
    if wrong := _about(draft, {key}, sheet, findings):
        return tuple(_with_towns(each) for each in wrong) if key == "place" else wrong
    if key == "sessions":
        known = tuple(session for _, session in real(file.facts.sessions))
        sheet = with_answers(draft, question, said, known)
        file, findings = draft.read(sheet)
    elif key == "place" and file.facts.place != draft.facts.place:
        sheet = _without_town(draft, sheet)
        file, findings = draft.read(sheet)
    is_numbered = key in _NUMBERED and "number" in {*draft.asked, key}
    if is_numbered and (twice := _duplicate(draft, file)):
        return twice
    if key in draft.inherited and key in sheet.keys:
        without = sheet.without(key)
        if draft.read(without)[0].facts == file.facts:
            sheet = without
    draft.sheet, draft.facts = sheet, file.facts
    draft.asked.add(key)
    draft.conflicts = _about(draft, draft.asked, sheet, findings)
    return ()


def _impossible(draft: Draft, question: Question, said: Sequence[str]) -> tuple[str, str] | None:
    """What is wrong with answers that there is no place for, and what to do."""
    key = question.key
    if question.items:
        return surplus(draft.original.lines_of(key), said)
    if not said or said[0] == NONE:
        return _missing(draft, question) if draft.type_at(question.path) else None
    if "." in question.path and key in draft.keys and isinstance(draft.keys[key].type, ListOf):
        return f"`{key}` is a list", f"state all of it: --fact '{key}=[…]'"
    if key == "side_events" and not said[0].startswith(("{", "[")):
        return "there are none to be dated", "state them: --fact 'side_events=[…]', or use --from"
    return strange(draft, question.path, said)


def _missing(draft: Draft, question: Question) -> tuple[str, str] | None:
    """Why a fact cannot be left out; None if it can."""
    if not question.optional:
        less = "; a draft does without it" if question.key in COMPLETE else ""
        return "an answer is needed", (question.hint + less).removeprefix("; ")
    if question.path in draft.inherited:
        stated = f"`{question.path}` stands in {draft.series_file}"
        return f"{stated}, and no circular can leave it out", "give others"
    return None


def _with_towns(finding: Finding) -> Finding:
    if finding.rule != "unknown-name":
        return finding
    more = "for another town type its name and the zone of its clocks: Nairobi, Africa/Nairobi"
    return finding._replace(help=f"{finding.help}; {more}" if finding.help else more)


def _without_town(draft: Draft, sheet: Sheet) -> Sheet:
    """Without the building of another town, and without the zone of its clocks."""
    old = draft.facts.place
    if old and old.zone == draft.facts.zone:
        sheet = sheet.without("zone")
    return sheet.without("venue")


def _duplicate(draft: Draft, file: FactsFile) -> tuple[Finding, ...]:
    """Another circular that has this number."""
    cards = [past.card for past in draft.archive.circulars]
    found = duplicates((*cards, identity(file)))
    return tuple(each for each in found if each.location.file == file.file)


def _about(
    draft: Draft, keys: set[str], sheet: Sheet, findings: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Those at some keys that are not about what has not been asked yet."""
    file = shown(draft.path)
    return tuple(
        each
        for each in findings
        if each.location.file == file
        and (key := sheet.key_at(each.location.line)) in keys
        and each.rule not in _later(draft)
        and not (each.rule == "missing-key" and (each.location.column == 1 or key in _IN_STEPS))
    )


def _later(draft: Draft) -> tuple[str, ...]:
    """Rules that are about what has not been asked yet."""
    has_old_days = draft.is_copy and "sessions" not in draft.asked
    has_clocks = draft.has("issued_at") or draft.has("place")
    return (
        "missing-text",
        *(("issue-date",) if has_old_days else ()),
        *(("missing-zone",) if not has_clocks else ()),
    )
