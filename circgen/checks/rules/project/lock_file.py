"""A line of a file of confirmations is not what `circgen confirm` writes.

Such files, `data/confirmed/<language>.lock`, are not edited by hand. Most often a merge has left
its marks there. As the lines of both sides are right, git can merge them by itself: write
`data/confirmed/*.lock merge=union` into the file `.gitattributes`.

Bad: <<<<<<< HEAD
Good: # lines that begin with this sign are not read
Mend: Remove the marks and keep all other lines. Restore a broken line, or remove it.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.subjects import Desk, Project
from circgen.findings import Finding


def check(project: Project, desk: Desk) -> Iterator[Finding]:  # noqa: ARG001
    """Where the line is no entry any more; of marks, the first."""
    for known in desk.confirmed.values():
        yield from known.findings
