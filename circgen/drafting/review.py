"""What somebody must look at in a new facts file: texts to be translated, and what is not new."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from circgen.drafting.draft import Draft
from circgen.facts.load import BrokenFactsError
from circgen.facts.model import Name
from circgen.facts.reading import real
from circgen.facts.source import Mapping, Node, Scalar, Sequence
from circgen.facts.trees import parse
from circgen.findings import Finding, FindingsError, Location
from circgen.project import shown
from circgen.recognition.mentions import Kind
from circgen.recognition.recogniser import Recogniser

_WRITTEN_FOR_ONE = ("venue", "side_events", "paragraphs", "annexes")
_STEADY = ("series", "kind", "status", "editions", "contact", "signatory", "zone", "study_period")
"""Keys whose figures say nothing of one meeting."""
_TIMELY = frozenset({
    Kind.DATE, Kind.WEEKDAY, Kind.MONTH, Kind.HOURS, Kind.NUMBER, Kind.ORDINAL, Kind.YEARS,
    Kind.CIRCULAR, Kind.UNKNOWN_DATE, Kind.UNKNOWN_HOURS,
})  # fmt: skip
_FIGURES = re.compile(r"(?<![A-Za-z])\d[\d.:-]*(?:st|nd|rd|th)?(?![A-Za-z])")


class Look(NamedTuple):
    """Something to look at: where it stands, and what it is."""

    at: Location
    what: str


def untranslated(draft: Draft) -> dict[str, tuple[Finding, ...]]:
    """The texts that each language lacks."""
    found = {}
    for language in draft.facts.editions:
        try:
            draft.library.load(draft.path, (language,))
        except BrokenFactsError as error:
            found[language] = tuple(each for each in error.findings if each.rule == "missing-text")
        except FindingsError:
            continue
    return {language: missing for language, missing in found.items() if missing}


def taken_over(draft: Draft, content: bytes) -> Iterator[Look]:
    """Dates, hours, numbers and what else was written for the earlier meeting and kept."""
    file = shown(draft.path)
    readers = {
        code: Recogniser(draft.library.language(code), names=False) for code in draft.library.packs
    }
    kept = {*draft.original.keys} - draft.asked - {*_STEADY}
    if "side_events" in draft.sheet.keys:
        kept.add("side_events")  # of which days and hours alone were asked
    for key, node in parse(content, file).entries:
        if key.text not in kept:
            continue
        if key.text in _WRITTEN_FOR_ONE:
            items = _items(key.text, node)
            yield from (Look(at, f"{path}: does it belong to this meeting?") for path, at in items)
            continue
        for path, leaf in _leaves(key.text, node):
            said = _said(leaf.text, readers.get(path.rpartition(".")[2]))
            if said:
                yield Look(leaf.at, f"{path}: {', '.join(dict.fromkeys(said))}")


def _items(key: str, node: Node) -> Iterator[tuple[str, Location]]:
    if not isinstance(node, Sequence):
        yield key, node.at
        return
    for index, item in enumerate(node.items):
        yield f"{key}[{index}]", item.at


def left_out(draft: Draft) -> Iterator[str]:
    """What the earlier file says and the new one doesn't, although nobody has said so."""
    if "venue" in {*draft.original.keys} - {*draft.sheet.keys, *draft.asked}:
        yield "venue: it was written for another town"
    now = [deadline.what.id for _, deadline in real(draft.facts.deadlines)]
    for deadline in lost_deadlines(draft, now):
        yield f"deadline {deadline}"


def lost_deadlines(draft: Draft, kept: Collection[str | None]) -> list[str]:
    """The deadlines of the earlier file that are not among those of these ids, and their days."""
    return [
        f"`{_words(deadline.what)}` (was {deadline.date})"
        for _, deadline in real(draft.before.deadlines)
        if deadline.what.id is None or deadline.what.id not in kept
    ]


def _words(name: Name) -> str:
    """A name by its id, or in the first language and form in which it is written out."""
    return name.id or next(text for forms in name.forms.values() for text in forms.values())


def _said(text: str, reader: Recogniser | None) -> list[str]:
    """What a text says of dates, hours and numbers, as it stands there."""
    if reader is None:
        return _FIGURES.findall(text)
    return [text[m.start : m.end] for m in reader.mentions(text) if m.kind in _TIMELY]


def _leaves(path: str, node: Node) -> Iterator[tuple[str, Scalar]]:
    match node:
        case Scalar():
            yield path, node
        case Sequence(items=items):
            for index, item in enumerate(items):
                yield from _leaves(f"{path}[{index}]", item)
        case Mapping(entries=entries):
            for key, value in entries:
                yield from _leaves(f"{path}.{key.text}", value)
