"""The parts of a letter by their ids, which are the same in every language.

A numbered paragraph has its own id, the rest of the letter the names of its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from circgen.document import Circular, lines_by_part
from circgen.facts.model import FactsFile
from circgen.findings import Finding, Location


def common_order(editions: Iterable[Sequence[str]]) -> list[str]:
    """The ids of all editions in the order of the first; what it lacks follows what it followed."""
    order: list[str] = []
    for ids in editions:
        place = 0
        for id_ in ids:
            if id_ not in order:
                order.insert(place, id_)
            place = order.index(id_) + 1
    return order


def findings_by_part(
    findings: Iterable[Finding], file: FactsFile, circulars: Iterable[Circular]
) -> dict[str, list[Finding]]:
    """Findings by the id of the part that they concern; those of no part under an empty id.

    A finding names its paragraph or a fact, or stands in a fact that a part prints.
    """
    ids: set[str] = set()
    prints: dict[str, str] = {}
    for circular in circulars:
        for id_, line in lines_by_part(circular):
            if line:
                ids.add(id_)
            for run in line:
                if run.fact:
                    prints.setdefault(run.fact.path, id_)
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        named = finding.paragraph
        about = named if named in ids else _printed(named, prints)
        about = about or _printed(_fact_at(finding.location, file), prints)
        found.setdefault(about, []).append(finding)
    return found


def _printed(path: str, prints: Mapping[str, str]) -> str:
    """The first part that prints a fact, something of it, or of what it belongs to; or nothing."""
    while path and path not in prints:
        within = (f"{path}.", f"{path}[")
        if found := next((id_ for each, id_ in prints.items() if each.startswith(within)), ""):
            return found
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return prints.get(path, "")


def _fact_at(location: Location, file: FactsFile) -> str:
    """The path of the fact in whose characters a place is, or nothing."""
    before = [
        (place, path)
        for path, place in file.where.items()
        if place.file == location.file and place <= location
    ]
    return max(before)[1] if before else ""
