"""Paragraphs: which of the layout each paragraph of the letters is, or that it is of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from circgen.comparison.side import Unit
from circgen.extraction.likeness import likely
from circgen.extraction.matching import Match, exact
from circgen.extraction.meeting import Meeting
from circgen.extraction.names import named, stated
from circgen.extraction.rows import Row
from circgen.extraction.series import letters
from circgen.extraction.stated import Node, Tree, Worded, first_of
from circgen.facts.kinds import SUBJECT, Kind


class Decided(NamedTuple):
    """What the paragraphs of a row are: one of the layout with its facts, or one of their own."""

    row: Row
    paragraph: str = ""
    trees: tuple[Tree, ...] = ()
    exact: bool = False


def decided(meetings: Sequence[Meeting], found: Sequence[Row], kind: Kind) -> list[Decided]:
    """What every row is, in the order of the letters."""
    return _Deciding(meetings, found, kind).all()


class _Deciding:
    def __init__(self, meetings: Sequence[Meeting], found: Sequence[Row], kind: Kind) -> None:
        self._meetings = {meeting.language: meeting for meeting in meetings}
        self._rows, self._kind = found, kind
        self._many = {p.id for p in kind.paragraphs if p.each}
        self._order = [p.id for p in kind.paragraphs]
        self._made: dict[int, Decided] = {}

    def all(self) -> list[Decided]:
        self._opening()
        for number, row in enumerate(self._rows):
            if number not in self._made:
                self._by_words(number, row)
        for number, row in enumerate(self._rows):
            if number not in self._made:
                self._by_likeness(number, row)
        found = [self._made.get(number, Decided(row)) for number, row in enumerate(self._rows)]
        return self._in_order(found)

    def _free(self) -> set[str]:
        used = {made.paragraph for made in self._made.values()} - self._many
        return set(self._order) - used

    def _opening(self) -> None:
        """The paragraph that says when the meeting is; every letter of the kind has it."""
        for number, row in enumerate(self._rows):
            owners = [m for m in self._meetings.values() if m.opening == row.get(m.language, -1)]
            always = {p for m in owners for p in m.always}
            if not owners or len(always) != 1:
                continue
            paragraph = next(iter(always))
            trees, is_exact = [], True
            for language, index in row.items():
                meeting = self._meetings[language]
                fitting = [m for m in exact(meeting, index) if _is_of_subject(m.tree, meeting)]
                match = _of(fitting, paragraph)
                trees.append(match.tree if match else _organizers(meeting, index))
                is_exact = is_exact and match is not None
            self._made[number] = Decided(row, paragraph, tuple(trees), is_exact)
            return

    def _by_words(self, number: int, row: Row) -> None:
        """A paragraph in the words of the template, in one language at least."""
        free = self._free()
        matches = {
            language: [m for m in exact(self._meetings[language], index) if m.paragraph in free]
            for language, index in row.items()
        }
        votes: dict[str, tuple[int, int]] = {}
        for each in matches.values():
            for match in each:
                count, weight = votes.get(match.paragraph, (0, 0))
                first = match is _of(each, match.paragraph)
                votes[match.paragraph] = count + first, weight + match.weight * first
        for paragraph in sorted(votes, key=lambda each: votes[each], reverse=True):
            trees = [_of(each, paragraph) for each in matches.values()]
            found = [
                match or _of(likely(self._meetings[language], index, {paragraph}), paragraph)
                for match, (language, index) in zip(trees, row.items(), strict=True)
            ]
            whole = [match.tree for match in found if match]
            if len(whole) == len(found) or (whole and not any(_has_words(t) for t in whole)):
                self._made[number] = Decided(row, paragraph, tuple(whole), None not in trees)
                return

    def _by_likeness(self, number: int, row: Row) -> None:
        free = self._free()
        likelies = [likely(self._meetings[each], index, free) for each, index in row.items()]
        scores: dict[str, int] = {}
        for each in likelies:
            for paragraph in {match.paragraph for match in each}:
                match = _of(each, paragraph)
                scores[paragraph] = scores.get(paragraph, 0) + (match.weight if match else 0)
        for paragraph in sorted(scores, key=lambda each: -scores[each]):
            found = [_of(each, paragraph) for each in likelies]
            if None not in found:
                trees = tuple(match.tree for match in found if match)
                self._made[number] = Decided(row, paragraph, trees)
                return

    def _in_order(self, found: list[Decided]) -> list[Decided]:
        """Paragraphs that stand elsewhere than in the layout are ones of their own."""
        last = -1
        kept = []
        for each in found:
            place = self._order.index(each.paragraph) if each.paragraph else last
            if place < last:
                each = Decided(each.row)  # noqa: PLW2901
            kept.append(each)
            last = max(last, place)
        return kept


def _of(matches: Sequence[Match], paragraph: str) -> Match | None:
    return next((match for match in matches if match.paragraph == paragraph), None)


def _is_of_subject(tree: Tree, meeting: Meeting) -> bool:
    """Whether the topic that was read in the first paragraph stands in the subject."""
    topic, subject = tree.get("topic"), meeting.side.parts.get(SUBJECT)
    told = first_of(topic) if topic is not None else None
    return told is None or subject is None or letters(told.value) in letters(subject.text)


def _has_words(node: Node) -> bool:
    """Whether a text of one language is among the facts."""
    match node:
        case Worded():
            return True
        case list():
            return any(map(_has_words, node))
        case dict():
            return any(map(_has_words, node.values()))
    return False


def _organizers(meeting: Meeting, index: int) -> Tree:
    """The bodies that a first paragraph in other words names, besides those of the title."""
    unit: Unit = meeting.side.points[index]
    subject = meeting.side.parts.get(SUBJECT)
    title = {spot.mention.value for spot in subject.spots} if subject else set()
    spots = [s for s in named(unit, meeting.side, "names") if s.mention.value not in title]
    return {"co_organizers": [stated(spot) for spot in spots]} if spots else {}
