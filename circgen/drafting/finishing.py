"""The last look at a new facts file, as `circgen check` has it, and its text as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from circgen.drafting.draft import Draft
from circgen.drafting.sheet import Block, Sheet
from circgen.facts.trees import parse
from circgen.findings import Finding, FindingsError, in_order
from circgen.inspection import Inspector
from circgen.project import shown

TO_TRANSLATE = "to be translated"
_COLUMNS = 100
_SCHEMA = "# yaml-language-server:"
_NOT_YET = frozenset({"unconfirmed", "stale"})
"""Rules about translations that somebody has to compare: not what is asked here."""


def checked(draft: Draft, languages: Iterable[str]) -> list[Finding]:
    """What `circgen check` would find in the file, as far as it has all texts: in these languages.

    Nothing is found where there are none: then nothing can be rendered yet.
    """
    there = tuple(languages)
    if not there:
        return []
    sheet = draft.sheet
    if there != draft.facts.editions:
        # In its place or at the end, so that all other lines keep their numbers.
        lines = (f"editions: [{', '.join(there)}]",)
        blocks = tuple(
            each._replace(lines=lines) if each.key == "editions" else each for each in sheet.blocks
        )
        if "editions" not in sheet.keys:
            blocks = (*blocks, Block("editions", (), lines))
        sheet = sheet._replace(blocks=blocks)
    draft.read(sheet)
    inspector = Inspector(draft.library, lambda rule: rule not in _NOT_YET)
    report = inspector.meeting(draft.path)
    findings = [*report.findings]
    if report.card:
        cards = map(inspector.card, draft.library.project.meetings())
        known = (*filter(None, cards), report.card)
        findings += (f for f in inspector.project(known))
    file = shown(draft.path)
    return in_order(each for each in findings if each.location.file == file)


def head(draft: Draft) -> tuple[str, ...]:
    """The first lines of a file that is no copy: its schema, and what its series states."""
    lines = []
    for past in draft.archive.circulars:
        if past.path.parent.resolve() != draft.path.parent.resolve():
            continue
        try:
            first = draft.library.read(past.path).decode("utf-8-sig").split("\n", 1)[0].rstrip()
        except (FindingsError, UnicodeDecodeError):
            continue
        if first.startswith(_SCHEMA):
            lines.append(first)
            break
    lines.append("# What can be stated here: docs/facts.md, or the schema of `circgen schema`.")
    if inherited := [key for key in draft.inherited if key not in draft.sheet.keys]:
        series = shown(draft.library.project.series()[str(draft.facts.series)])
        text = f"Of {series}, unless a key here replaces it: {', '.join(inherited)}."
        lines += (f"# {line}" for line in _wrapped(text, _COLUMNS - 2))
    return tuple(lines)


def _wrapped(text: str, columns: int) -> list[str]:
    return re.findall(rf"\S.{{0,{columns - 1}}}(?=\s|$)", text)


def marked(sheet: Sheet, missing: Mapping[str, Sequence[Finding]]) -> Sheet:
    """With a comment beside each text that a language lacks; such a text is an error of `check`."""
    lines = sheet.text.split("\n")[:-1]
    wanted: dict[int, list[str]] = {}
    for language, findings in missing.items():
        for finding in findings:
            wanted.setdefault(finding.location.line, []).append(language)
    for number, languages in wanted.items():
        with_mark = [*lines]
        with_mark[number - 1] += f"  # {TO_TRANSLATE}: {', '.join(languages)}"
        if _same(lines, with_mark):  # and not inside a text of several lines
            lines = with_mark
    return _with_lines(sheet, lines)


def _same(lines: Sequence[str], others: Sequence[str]) -> bool:
    try:
        one, other = (parse("\n".join(each).encode(), "") for each in (lines, others))
    except FindingsError:
        return False
    return one == other


def _with_lines(sheet: Sheet, lines: Sequence[str]) -> Sheet:
    left: Iterator[str] = iter(lines)

    def take(old: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(next(left) for _ in old)

    head_ = take(sheet.head)
    blocks = tuple(Block(each.key, take(each.above), take(each.lines)) for each in sheet.blocks)
    return Sheet(head_, blocks)


def file_name(draft: Draft) -> str:
    """The name of the file without its end: series, ordinal and variant, as far as known."""
    facts = draft.facts
    ordinal = f"-{facts.ordinal:02}" if facts.ordinal else ""
    day = min((session.date for session in facts.sessions), default=None)
    series = facts.series or (f"{facts.kind}-{day}" if day else facts.kind)
    kind = f"-{facts.kind}" if facts.series and facts.kind != type(facts)(()).kind else ""
    variant = f"-{facts.variant}".lower() if facts.variant else ""
    return f"{series}{ordinal}{kind}{variant}"
