"""Facts come to stand where their marks are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from circgen.compose.markup import FIRST_MARK, LAST_MARK, MARK, address, uri
from circgen.document import Block, Fact, Heading, ItemList, Line, Paragraph, Run, Table
from circgen.language.pack import Joint


def put_back(
    blocks: tuple[Block, ...], facts: Sequence[Fact], joints: tuple[Joint, ...] = ()
) -> tuple[Block, ...]:
    """The blocks with facts as runs of their own in the place of their marks."""
    return tuple(_with_facts(block, facts, joints) for block in blocks)


def _with_facts(block: Block, facts: Sequence[Fact], joints: tuple[Joint, ...]) -> Block:
    match block:
        case Paragraph(runs):
            return Paragraph(fill_line(runs, facts, joints))
        case Heading(level, runs):
            return Heading(level, fill_line(runs, facts, joints))
        case ItemList(items=items):
            return block._replace(items=tuple(fill_line(item, facts, joints) for item in items))
        case Table(header, rows):
            return Table(
                tuple(fill_line(cell, facts, joints) for cell in header),
                tuple(tuple(fill_line(cell, facts, joints) for cell in row) for row in rows),
            )


def fill_line(line: Line, facts: Sequence[Fact], joints: tuple[Joint, ...] = ()) -> Line:
    """One line with its facts; a full stop is not doubled after an abbreviation's."""
    runs: list[Run] = []
    for run in line:
        link = _address(run.link, facts) if run.link is not None else None
        marks = MARK.findall(run.link or "")
        paths = tuple(facts[ord(mark) - FIRST_MARK].path for mark in marks)
        for part in MARK.split(run.text):
            if not part:
                continue
            if FIRST_MARK <= ord(part[0]) <= LAST_MARK:
                fact = facts[ord(part[0]) - FIRST_MARK]
                target = link if link is not None else link_of(fact)
                if runs and joints and runs[-1].fact is None:
                    runs[-1] = runs[-1]._replace(text=_joined(runs[-1].text, fact.text, joints))
                runs.append(Run(fact.text, fact, run.bold, run.italic, target, paths))
                continue
            text = part
            if runs and runs[-1].text.endswith(".") and text[0] == "." and text[:2] != "..":
                text = text[1:]
            if text:
                runs.append(Run(text, None, run.bold, run.italic, link, paths))
    return tuple(runs)


def _joined(words: str, fact: str, joints: tuple[Joint, ...]) -> str:
    """The words as they sound before the fact: `со ` for `с ` before two consonants."""
    for joint in joints:
        if joint.before.match(fact):
            words = re.sub(rf"(?:{joint.end.pattern})\Z", joint.put, words)
    return words


def link_of(fact: Fact) -> str | None:
    """Where a fact leads by itself: web and e-mail addresses do."""
    if fact.kind == "url":
        return uri(str(fact.value))
    if fact.kind == "email":
        return "mailto:" + quote(str(fact.value), safe="@.+-_")
    return None


def _address(target: str, facts: Sequence[Fact]) -> str:
    """The address of a written link, with its facts."""
    return address(MARK.sub(lambda found: str(facts[ord(found[1]) - FIRST_MARK].value), target))
