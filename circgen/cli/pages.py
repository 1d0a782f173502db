"""Pages of one circular for a terminal, as its files are at the moment."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from circgen.cli.following import Following, Sight
from circgen.findings import Finding, Level, in_order
from circgen.parts import findings_by_part
from circgen.report import summary
from circgen.screen.columns import Part, page_of
from circgen.screen.notes import rows_of
from circgen.screen.window import Page
from circgen.viewing import View


def parts_of(seen: View, findings: tuple[Finding, ...], cells: int) -> tuple[Part, ...]:
    """The page of a circular, with findings at the parts that they concern."""
    worst_first = sorted(in_order(findings), key=lambda finding: finding.level is not Level.ERROR)
    notes = findings_by_part(worst_first, seen.file, seen.circulars.values())
    return tuple(
        page_of(seen.circulars, cells, lambda id_, room: rows_of(notes.get(id_, ()), room))
    )


def screen(following: Following, cells: int) -> Page:
    """What is to be seen of a circular in a window; while it is broken, what is wrong with it."""
    sight, facts = following.sight, following.wanted.facts
    if not isinstance(sight, Sight):
        rows = rows_of(in_order(sight), cells, _lines)
        return Page((Part("", tuple(rows)),), _title(facts, sight), broken=True)
    findings = following.findings if len(sight.seen.circulars) > 1 else ()
    return Page(parts_of(sight.seen, findings, cells), _title(facts, findings))


def _title(facts: Path, findings: tuple[Finding, ...]) -> str:
    return " · ".join(filter(None, (str(facts), summary(findings))))


def _lines(file: str) -> Sequence[str]:
    try:
        return Path(file).read_bytes().decode("utf-8-sig", "replace").splitlines()
    except OSError:
        return ()
