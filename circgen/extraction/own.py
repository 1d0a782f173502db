"""Paragraphs that no template has a place for: their texts as Markdown, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from circgen.extraction.meeting import Meeting
from circgen.extraction.paragraphs import Decided
from circgen.extraction.stated import Items, Stated, Tree, Worded
from circgen.facts.kinds import Kind
from circgen.findings import Location
from circgen.readers.letter import Point

_MARKUP = re.compile(r"[\\*`\[]|(?<!\w)_|_(?!\w)|&(?=#?\w)|<(?=[A-Za-z/!?])")
_NOWHERE = Location("")
_BEGINNING = re.compile(r"^([-+#>]|\d+[.)](?=\s))")


def own_paragraphs(
    made: Sequence[Decided], meetings: Sequence[Meeting], kind: Kind
) -> tuple[Items, list[str]]:
    """The entries of `paragraphs:`, and the ids of the whole letter in order."""
    by_language = {meeting.language: meeting for meeting in meetings}
    order = [paragraph.id for paragraph in kind.paragraphs]
    entries: Items = []
    ids: list[str] = []
    for number, each in enumerate(made, 1):
        if each.paragraph and each.trees:
            ids.append(each.paragraph)
            continue
        entry: Tree = {}
        id_ = each.paragraph or f"paragraph-{number}"
        texts = {
            language: {"": _text(by_language[language], index)}
            for language, index in each.row.items()
        }
        first = next(iter(texts.values()))[""]
        entry["id"] = first._replace(value=id_)
        if not each.paragraph:
            before = ids[-1] if ids else ""
            following = next((d.paragraph for d in made[number:] if d.paragraph), order[0])
            entry["after" if before else "before"] = Stated(before or following, "", _NOWHERE)
        entry["text"] = Worded(texts)
        entries.append(entry)
        ids.append(id_)
    return entries, ids


def _text(meeting: Meeting, index: int) -> Stated:
    point = meeting.side.letter.points[index]
    return Stated(markdown(point), point.text, point.passages[0].at())


def markdown(point: Point) -> str:
    """A paragraph of a letter as Markdown."""
    text = ""
    for index, passage in enumerate(point.passages):
        is_item = index in point.items
        after_item = index - 1 in point.items
        text += "" if not text else "\n" if is_item and after_item else "\n\n"
        escaped = _MARKUP.sub(r"\\\g<0>", " ".join(passage.text.split("\n")))
        text += ("* " if is_item else "") + _BEGINNING.sub(_escaped, escaped)
    return text


def _escaped(match: re.Match[str]) -> str:
    return f"{match[0][:-1]}\\{match[0][-1]}"
