"""The confirmed translations of a project, from its lock files."""

from __future__ import annotations

from collections.abc import Mapping

from circgen.checks.staleness.confirmations import Confirmations, read, unreadable
from circgen.findings import FindingsError
from circgen.library import Library, read_bytes
from circgen.project import shown


def confirmed(library: Library) -> Mapping[str, Confirmations]:
    """By language; nothing if the project has no data of its own."""
    found = {}
    for code in library.packs:
        if path := library.project.lock(code):
            try:
                content = read_bytes(path) if path.exists() else None
            except FindingsError as error:
                found[code] = unreadable(error.findings, shown(path))
            else:
                found[code] = read(content, shown(path))
    return found
