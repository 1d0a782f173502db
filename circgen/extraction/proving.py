"""Proving: the letter that a draft makes is compared with those it was taken from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from circgen.comparison.pair import compared
from circgen.comparison.rendered import Rendered, shown_by_page
from circgen.comparison.side import Side
from circgen.extraction.meeting import Meeting
from circgen.extraction.rewording import Rewording, rewordings
from circgen.findings import REWORDED, Finding, FindingsError, Level, Location
from circgen.library import Library, Loaded, read_bytes

DRAFT = Path("draft.yaml")


class Proof(NamedTuple):
    """What came of a draft: the ids of its paragraphs, those that say something else, all findings.

    `refused` says why the draft cannot be worded; `reworded` has, by language, the parts and
    paragraphs that say the same in other words.
    """

    paragraphs: tuple[str, ...] = ()
    wrong: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    refused: tuple[Finding, ...] = ()
    reworded: Mapping[str, Mapping[str, Rewording]] = {}


def prove(text: str, meetings: Sequence[Meeting], library: Library) -> Proof:
    """Load a draft, word it in the language of each letter, and compare."""
    data = text.encode()
    own = Library(library.project, lambda p: data if p == DRAFT else read_bytes(p))
    try:
        loaded = own.load(DRAFT)
    except FindingsError as error:
        return Proof(refused=error.findings)
    found: list[Finding] = []
    reworded: dict[str, Mapping[str, Rewording]] = {}
    ids: tuple[str, ...] = ()
    for meeting in meetings:
        try:
            side = _edition(own, loaded, meeting)
        except FindingsError as error:
            return Proof(refused=error.findings)
        ids = side.places
        own_findings = list(compared(side, meeting.side))
        reworded[meeting.language] = rewordings(own_findings, meeting.side)
        found += own_findings
    # A name, a "not" or a sentence is lost as surely as a date: only words may be others.
    wrong = {finding.paragraph for finding in found if finding.rule not in _ONLY_WORDS}
    return Proof(ids, frozenset(wrong), tuple(found), reworded=reworded)


_ONLY_WORDS = REWORDED | {"punctuation"}


def _edition(library: Library, loaded: Loaded, meeting: Meeting) -> Side:
    circular = library.compose(loaded, meeting.language)
    letter = Rendered(loaded.file, shown_by_page).letter(circular, meeting.language)
    return Side(letter, meeting.side.recogniser, "the draft")


def not_said(finding: Finding, file: str) -> Finding:
    """An error that the draft could not be mended of, as a finding about the letter."""
    in_draft = finding.location.file == str(DRAFT)
    return finding._replace(
        location=Location(file) if in_draft else finding.location,
        rule="not-taken-over",
        level=Level.WARNING,
        message=f"{'the draft cannot be rendered' if in_draft else 'the draft is not the letter'}: "
        + finding.message,
        help="mend the draft by hand",
    )
