"""Drafts: finished letters become a facts file, and findings about what was not taken over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from circgen.comparison.side import Side
from circgen.extraction.lost import Lost, lost_keys
from circgen.extraction.matching import layout_id
from circgen.extraction.meeting import Meeting
from circgen.extraction.mending import given, mended, names_of
from circgen.extraction.merging import Merger
from circgen.extraction.overlay import added, overlaid
from circgen.extraction.own import own_paragraphs
from circgen.extraction.paragraphs import Decided, decided
from circgen.extraction.periods import Period, study_period
from circgen.extraction.proving import prove
from circgen.extraction.remarks import KIND, remarks
from circgen.extraction.rows import rows
from circgen.extraction.series import Series, series_of, without_inherited
from circgen.extraction.stated import Stated, Tree
from circgen.extraction.writing import name_of, place_of, written
from circgen.facts.kinds import Kind
from circgen.facts.trees import parse
from circgen.findings import Finding, FindingsError, Location, in_order
from circgen.library import Library
from circgen.project import shown

_MORE_PROOFS = 4
_HEAD = ("contact", "copies")
_NOWHERE = Location("")


class Draft(NamedTuple):
    """A facts file, and what there is to say about it."""

    text: str
    findings: tuple[Finding, ...]


def draft(sides: Sequence[Side], library: Library, periods: Iterable[Period] = ()) -> Draft:
    """The facts of one circular from its letters, one a language.

    Raises:
        FindingsError: if two letters are in the same language, or there is no kind for them.
    """
    _one_a_language(sides)
    if KIND not in library.project.layouts():
        problem = f"there is no kind `{KIND}`, as which letters are read"
        raise FindingsError(Finding(Location(shown(library.project.templates)), "kind", problem))
    return _Drafting(sides, library, tuple(periods)).draft()


def _one_a_language(sides: Sequence[Side]) -> None:
    seen: dict[str, str] = {}
    for side in sides:
        file, language = side.letter.file, side.letter.language
        if language in seen:
            problem = f"it is in `{language}`, as {seen[language]} is"
            help_text = "name one document for each language, or say with --lang which they are"
            raise FindingsError(Finding(Location(file), "same-language", problem, help_text))
        seen[language] = file


def _must_be_a_circular(meeting: Meeting) -> None:
    """Refuse a text of which the draft would be empty."""
    if _HEAD_OF_A_LETTER.isdisjoint(meeting.tree):
        file = meeting.side.letter.file
        problem = f"`{file}` holds no circular: neither number, date, addressees nor subject"
        help_text = "name a finished letter (.docx or .txt)"
        raise FindingsError(Finding(Location(file), "no-circular", problem, help_text))


_HEAD_OF_A_LETTER = frozenset({"number", "issued", "addressees", "topic", "event"})


class _Drafting:
    def __init__(
        self, sides: Sequence[Side], library: Library, periods: tuple[Period, ...]
    ) -> None:
        self._library, self._periods = library, periods
        self._kind: Kind = library.kind(KIND)
        self._meetings = [Meeting(side, library, self._kind) for side in sides]
        for meeting in self._meetings:
            _must_be_a_circular(meeting)
        for meeting in self._meetings:
            meeting.complete(other for other in self._meetings if other is not meeting)
        self._files = [side.letter.file for side in sides]
        self._findings: list[Finding] = []

    def draft(self) -> Draft:
        made = decided(self._meetings, rows(self._meetings), self._kind)
        self._state_sessions(made)
        omitted: list[str] = []
        for _ in range(len(made) + _MORE_PROOFS):
            text, ids = self._written(made, omitted)
            proof = prove(text, self._meetings, self._library)
            better = mended(made, proof, self._kind)
            better, more = given(
                better, [p for p in proof.paragraphs if layout_id(p) not in ids], self._kind
            )
            if better == made and not more:
                break
            made, omitted = better, [*omitted, *more]
        text, _ = self._written(made, omitted, keep=True)
        names = names_of(made, self._kind)
        kinds = tuple(self._library.project.layouts())
        told = remarks(self._meetings, made, names, proof, kinds)
        return Draft(text, tuple(in_order([*self._findings, *told])))

    def _state_sessions(self, made: Sequence[Decided]) -> None:
        """Days and hours, and from first paragraphs in our own words names and texts."""
        for meeting in self._meetings:
            row = next(
                (d for d in made if d.row.get(meeting.language, -1) == meeting.opening), None
            )
            meeting.state_sessions(exact=row is not None and row.exact)

    def _written(
        self, made: Sequence[Decided], omitted: Sequence[str], *, keep: bool = False
    ) -> tuple[str, list[str]]:
        """The file; its findings are kept the last time."""
        merger = Merger()
        first, *others = [self._tree_of(meeting, made) for meeting in self._meetings]
        tree = first
        for other in others:
            tree = merger.trees(tree, other)
        for each in made:
            if each.paragraph and each.trees and not self._is_opening(each):
                facts = each.trees[0]
                for other in each.trees[1:]:
                    facts = merger.trees(facts, other)
                tree = added(tree, facts)
        own, ids = own_paragraphs(made, self._meetings, self._kind)
        own += [_omitted(paragraph) for paragraph in dict.fromkeys(omitted)]
        if own:
            tree["paragraphs"] = own
        lost = self._finish(tree)
        series = self._series(tree)
        heading = self._heading(series)
        if series:
            tree, inherited = without_inherited(tree, series)
            heading = (*heading, *_inherited(series, inherited))
            tree = {"series": series.reason._replace(value=series.id), **tree}
            lost = tuple(each for each in lost if series.node.get(each.key) is None)
        if keep:
            self._findings += merger.findings
            self._findings += [each.finding(self._files[0]) for each in lost]
        plain = {m.language: m.side.recogniser.language.pack.plain_form for m in self._meetings}
        reasons = {each.path: f"not found: {each.reason}" for each in lost}
        reasons |= _annexes(self._meetings)
        return written(tree, reasons, heading, plain), ids

    def _tree_of(self, meeting: Meeting, made: Sequence[Decided]) -> Tree:
        """What head, subject and first paragraph of one letter state."""
        for each in made:
            if self._is_opening(each) and each.trees and meeting.language in each.row:
                place = list(each.row).index(meeting.language)
                if place < len(each.trees):
                    return overlaid(meeting.tree, each.trees[place])
        return meeting.tree

    def _is_opening(self, each: Decided) -> bool:
        return bool(each.paragraph) and any(each.paragraph in m.always for m in self._meetings)

    def _finish(self, tree: Tree) -> tuple[Lost, ...]:
        """State what follows from the letters as a whole; what is missing."""
        tree["editions"] = [Stated(m.language, "", _NOWHERE) for m in self._meetings]
        if period := study_period(tree, self._files, self._periods):
            tree["study_period"] = period
        languages = [meeting.language for meeting in self._meetings]
        hours = next((m.candidates for m in self._meetings if m.candidates), ())
        lost = lost_keys(tree, self._kind, languages, hours)
        if any(each.makes_draft for each in lost):
            tree["status"] = Stated("draft", "", _NOWHERE)
        return lost

    def _series(self, tree: Tree) -> Series | None:
        library = self._library
        paths = library.project.series()
        nodes = {id_: parse(library.read(path), shown(path)) for id_, path in paths.items()}
        found = series_of(tree, nodes)
        # A letter without contact and copies cannot have those of a series: no file can say "none".
        more = [key for key in _HEAD if found and found.node.get(key) and key not in tree]
        return None if more and "addressees" in tree else found

    def _heading(self, series: Series | None) -> tuple[str, ...]:
        read = " and ".join(f"{name_of(m.side.letter.file)} ({m.language})" for m in self._meetings)
        lines: tuple[str, ...] = (
            f"Drafted from {read}: see whether it is right.",
            "Behind each value is its place.",
        )
        if series is None:
            lines = (*lines, "No series has this topic: data/series/ could have one.")
        return lines


def _annexes(meetings: Sequence[Meeting]) -> dict[str, str]:
    """The annexes that are left behind, with their places."""
    found = [annex.heading for meeting in meetings for annex in meeting.side.letter.annexes]
    told = (f"`{' '.join(each.text.split())}` ({place_of(each.at())})" for each in found)
    return {"annexes": f"not taken over: {', '.join(told)}"} if found else {}


def _omitted(paragraph: str) -> Tree:
    told = Stated(paragraph.partition("[")[0], "", _NOWHERE)
    return {"id": told, "omit": Stated("yes", "", _NOWHERE)}


def _inherited(series: Series, keys: Sequence[str]) -> tuple[str, ...]:
    return (f"As in data/series/{series.id}.yaml: {', '.join(keys)}.",) if keys else ()
