"""Remarks: what there is to look at in a draft, as findings about the letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from circgen.extraction.head import not_taken
from circgen.extraction.meeting import Meeting
from circgen.extraction.paragraphs import Decided
from circgen.extraction.proving import Proof, not_said
from circgen.findings import Finding, Level, Location


def remarks(
    meetings: Sequence[Meeting], made: Sequence[Decided], proof: Proof, kinds: Sequence[str]
) -> Iterator[Finding]:
    """What no value stands for: other kinds, annexes, paragraphs, what the draft says otherwise."""
    first = meetings[0].side.letter.file
    if not any(meeting.is_held and meeting.sittings for meeting in meetings):
        yield Finding(
            Location(first),
            "kind",
            "no event with a date is announced: this is no `meeting`",
            f"write its `kind:` (here are: {', '.join(kinds)}) and the facts that it calls for",
            Level.WARNING,
        )
    for meeting in meetings:
        yield from meeting.side.letter.findings
        yield from meeting.findings
        yield from _annexes(meeting)
    for each in made:
        yield from _about(each, meetings)
    for finding in (*proof.findings, *proof.refused):
        # What is missing is told by itself.
        if finding.level is Level.ERROR and finding.rule not in _MISSING:
            yield not_said(finding, first)


_MISSING = ("missing-key", "missing-text", "missing-annex", "added-annex", "annexes")


def _about(each: Decided, meetings: Sequence[Meeting]) -> Iterator[Finding]:
    """A paragraph that is not word by word that of the template."""
    meeting = next(m for m in meetings if m.language in each.row)
    index = each.row[meeting.language]
    unit, place = meeting.side.points[index], meeting.side.places[index]
    if not (each.paragraph and each.trees):
        yield Finding(
            unit.at,
            "own-paragraph",
            f"{place}: the template has no such paragraph, or other facts in it",
            "its text stands under `paragraphs:`; give it facts and words if it recurs",
            Level.WARNING,
            paragraph=place,
        )
    elif not each.exact:
        yield Finding(
            unit.at,
            "reworded",
            f"{place}: its facts are taken over, its words will be those of `{each.paragraph}`",
            "compare the letter with what is rendered from the draft",
            Level.WARNING,
            paragraph=place,
        )


def _annexes(meeting: Meeting) -> Iterator[Finding]:
    for annex in meeting.side.letter.annexes:
        help_text = "write its text as Markdown, and name the file under `annexes:`"
        yield not_taken(annex.heading, "an annex is not taken over", help_text)
