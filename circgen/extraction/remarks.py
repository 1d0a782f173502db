"""Remarks: what there is to look at in a draft, as findings about the letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from circgen.extraction.head import not_taken
from circgen.extraction.meeting import Meeting
from circgen.extraction.paragraphs import Decided
from circgen.extraction.proving import Proof, not_said
from circgen.findings import Finding, Level, Location

KIND = "meeting"
"""The kind whose facts are drafted."""


def remarks(
    meetings: Sequence[Meeting],
    made: Sequence[Decided],
    names: Sequence[str],
    proof: Proof,
    kinds: Sequence[str],
) -> Iterator[Finding]:
    """What no value stands for: other kinds, annexes, paragraphs, what the draft says otherwise.

    `names` are those of the paragraphs in `proof`.
    """
    first = meetings[0].side.letter.file
    if not any(meeting.is_held and meeting.sittings for meeting in meetings):
        yield Finding(
            Location(first),
            "kind",
            f"no event with a date is announced: this is no `{KIND}`",
            _of_other_kinds(kinds),
            Level.WARNING,
        )
    for meeting in meetings:
        yield from meeting.side.letter.findings
        yield from meeting.findings
        yield from _annexes(meeting)
    for each, name in zip(made, names, strict=True):
        yield from _about(each, meetings, proof, name)
    for meeting in meetings:
        yield from _parts_reworded(meeting, proof)
    for finding in (*proof.findings, *proof.refused):
        # What is missing is told by itself.
        if finding.level is Level.ERROR and finding.rule not in _MISSING:
            yield not_said(finding, first)


def _of_other_kinds(kinds: Sequence[str]) -> str:
    """What to do with a letter that is no meeting."""
    others = ", ".join(kind for kind in kinds if kind != KIND)
    if others:
        return f"write its `kind:` ({others}) and the facts that it calls for"
    return "there is no other kind here: give it a layout, or keep its texts under `paragraphs:`"


_MISSING = ("missing-key", "missing-text", "missing-annex", "added-annex", "annexes")


def _about(
    each: Decided, meetings: Sequence[Meeting], proof: Proof, name: str
) -> Iterator[Finding]:
    """A paragraph that is not word by word that of the template."""
    meeting = next(m for m in meetings if m.language in each.row)
    index = each.row[meeting.language]
    unit, place = meeting.side.points[index], meeting.side.places[index]
    if each.paragraph and not each.trees:
        yield Finding(
            unit.at,
            "own-paragraph",
            f"{place}: it keeps its own text: `{each.paragraph}` would not say the same",
            "dates, hours and names in it are words: change them with the facts, or take the text "
            "out of `paragraphs:`",
            Level.WARNING,
            paragraph=place,
        )
    elif not each.paragraph:
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
            _said(each, proof, name) + "compare the letter with what is rendered from the draft",
            Level.WARNING,
            paragraph=place,
        )


def _said(each: Decided, proof: Proof, name: str) -> str:
    """The words that a paragraph loses and gets, in each language."""
    told = ((language, proof.reworded.get(language, {}).get(name)) for language in each.row)
    return "".join(f"{language}: {words}; " for language, words in told if words)


def _parts_reworded(meeting: Meeting, proof: Proof) -> Iterator[Finding]:
    """The parts around the paragraphs of which the draft lacks words, if nothing says so yet."""
    known = " ".join(finding.message for finding in meeting.findings)
    for part, words in proof.reworded.get(meeting.language, {}).items():
        lost = tuple(word for word in words.lost if word not in known)
        if lost and part in meeting.side.parts:
            yield Finding(
                meeting.side.parts[part].at,
                "reworded",
                f"{part}: its facts are taken over, its words will be others",
                f"{words._replace(lost=lost)}; "
                "compare the letter with what is rendered from the draft",
                Level.WARNING,
                paragraph=part,
            )


def _annexes(meeting: Meeting) -> Iterator[Finding]:
    for annex in meeting.side.letter.annexes:
        help_text = "write its text as Markdown, and name the file under `annexes:`"
        yield not_taken(annex.heading, "an annex is not taken over", help_text)
