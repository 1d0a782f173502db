"""House style where it is written: the rules of `style/`, and those of letters about typing.

What a letter shows as typed wrongly was typed into a template or a text of the facts. Looked for
there, it has its exact place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from circgen.checks.registry import checks
from circgen.checks.subjects import FACT, Desk, Writing
from circgen.checks.typography.mending import Slip, Verdict, mendable, mentions
from circgen.comparison.rules import rules
from circgen.comparison.side import Side
from circgen.findings import Finding, Level
from circgen.readers.letter import Letter, Passage, Point
from circgen.recognition.mentions import Days

_EVERYWHERE = ("doubled-word", "mixed-script", "punctuation-marks")
_WHOLE = ("brackets", "quotes", "run-together")
"""Rules about pairs need all of a text: of a template, only the letter shows what goes together."""

_OF_TEMPLATES = ("untranslated",)
"""Rules that another one looks at in the place of these, in texts of the facts."""

_DATED = ("impossible-date", "unknown-hours", "weekday")
"""Rules about what a text says of itself; of words around facts, only the letter shows that."""

_DOUBLED = "doubled-word"
_OTHER_NAMES = {"quote-style": ("quotes",)}


def in_style(writing: Writing, desk: Desk, wanted: Callable[[str], bool]) -> Iterator[Finding]:
    """Everything that is wrong with how a text is written."""
    known: set[str] = set()
    for name, check in checks("style").items():
        if wanted(name):
            for finding in check(writing, desk):
                known |= {*_OTHER_NAMES.get(name, ())}
                yield finding
    recogniser = desk.knowledge.recognisers[writing.language]
    point = Point("", writing.passages, frozenset(), writing.name)
    side = Side(Letter(writing.at.file, writing.language, {}, (point,)), recogniser)
    names = (*_EVERYWHERE, *_OF_TEMPLATES)
    if writing.origin != "template":
        names = (*_EVERYWHERE, *_WHOLE, *(_DATED if _has_years(writing, desk) else ()))
    for name in filter(wanted, names):
        for finding in rules()[name](side, desk.knowledge):
            is_known = finding.rule in known and finding.level is Level.WARNING
            if not is_known and not may_be_doubled(finding, writing.language, desk):
                yield _shown(_mended(finding, writing, desk))


def _shown(finding: Finding) -> Finding:
    """A finding with a sign that people know for what a template prints."""
    target = finding.target
    return finding._replace(
        message=finding.message.replace(FACT, "\N{HORIZONTAL ELLIPSIS}"),
        target=target and target._replace(text=target.text.partition(FACT)[0]),
    )


def _has_years(writing: Writing, desk: Desk) -> bool:
    """Whether all dates of a text have years: the others have one in the letter, perhaps."""
    return all(
        day.year
        for passage in writing.passages
        for mention in mentions(writing, passage.text, desk)
        if isinstance(mention.value, Days)
        for day in mention.value
    )


def shown_by(rule: str) -> tuple[str, ...]:
    """The rules by which a letter shows again what a rule has found in its source."""
    return (rule, *_OTHER_NAMES.get(rule, ()))


def may_be_doubled(finding: Finding, language: str, desk: Desk) -> bool:
    """Whether a word that stands twice is one that may."""
    target = finding.target
    is_doubled = finding.rule == _DOUBLED and target is not None and language in desk.guides
    return bool(is_doubled and target and target.value in desk.guides[language].doubled)


def _mended(finding: Finding, writing: Writing, desk: Desk) -> Finding:
    """A finding about marks that stand twice, or behind a space, with its fix."""
    if finding.rule != "punctuation-marks" or finding.target is None:
        return finding
    text = finding.target.text
    marks = "".join(text.split())
    if len(set(marks)) != 1:
        return finding
    for passage in writing.passages:
        start = _offset(passage, finding)
        if start is not None:
            slip = Slip(passage, start, start + len(text), marks[0])
            mended = mendable(slip, Verdict(finding.rule, "", finding.help), writing, desk)
            return finding._replace(fix=mended.fix, help=mended.help)
    return finding


def _offset(passage: Passage, finding: Finding) -> int | None:
    """Where in a passage a finding is."""
    places = (n for n in range(len(passage.text)) if passage.at(n) == finding.location)
    return next(places, None)
