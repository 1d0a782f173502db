"""Findings as elements of a page: links on top, notes at the paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lxml.builder import E

from circgen.findings import REWORDED
from circgen.report.differences import changes
from circgen.report.evidence import compared
from circgen.report.quoting import visible
from circgen.report.text import summary

if TYPE_CHECKING:
    from lxml.etree import _Element

    from circgen.findings import Evidence, Finding, Location

_QUOTED = re.compile("`([^`]*)`")


def counted(findings: Iterable[Finding]) -> str:
    """`Findings: 2 errors, 1 warning`."""
    return f"Findings: {summary(findings) or 'none'}"


def link(finding: Finding, number: int) -> _Element:
    """What leads to the note of a finding."""
    words = E.a({"href": f"#finding-{number}"}, *_words(finding.message))
    return E.div({"class": finding.level.value}, _level(finding), ": ", words)


def note(finding: Finding, number: int, paragraph: str = "") -> _Element:
    """A finding in full; `paragraph` is the id of what it stands at."""
    about = {"class": f"finding {finding.level.value}", "id": f"finding-{number}"}
    found = E.div(about | {"role": "note", "tabindex": "-1"})
    found.append(E.p(_level(finding), ": ", *_words(finding.message)))
    evidence = compared(finding)
    if finding.rule in REWORDED and finding.source and finding.target:
        found.append(E.p({"dir": "auto"}, *_changed(finding.source, finding.target)))
    elif evidence:
        found.append(E.ul(*map(_said, evidence)))
    if finding.help:
        found.append(E.p(*_words(finding.help)))
    foot = E.p({"class": "at"}, f"[{finding.rule}] ")
    if finding.location not in {each.at for each in evidence}:
        foot.append(_place(finding.location))
    if paragraph:
        foot.append(E.a({"href": f"#{paragraph}", "class": "back"}, "to the paragraph"))
    found.append(foot)
    return found


def _level(finding: Finding) -> _Element:
    return E.span({"class": "level"}, finding.level.value)


def _words(text: str) -> Iterator[_Element]:
    """A message; what it quotes keeps its own direction."""
    for number, part in enumerate(_QUOTED.split(visible(text))):
        if part:
            yield E.code({"dir": "auto"}, part) if number % 2 else E.bdi(part)


def _said(evidence: Evidence) -> _Element:
    """A value, the text where it says more, and where that stands."""
    value, text = visible(evidence.value), visible(evidence.text)
    said = E.li(E.bdi({"class": "value"}, value or text), " ")
    if not text:
        said.append(E.span("nothing found "))
    elif value not in {"", text}:
        said.append(E.span(E.q(E.bdi(text)), " "))
    said.append(E.span({"class": "at"}, _place(evidence.at)))
    return said


def _place(place: Location) -> _Element:
    return E.bdi(visible(str(place)), " ")


def _changed(old: Evidence, new: Evidence) -> Iterator[str | _Element]:
    for change in changes(old.text, new.text):
        if change.same:
            yield "".join(change.new)
            continue
        if change.old:
            yield E("del", "".join(change.old))
        if change.new:
            yield E.ins("".join(change.new))
