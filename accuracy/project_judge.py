"""What circgen says of a project with a fault in it, in the form that the harness counts.

Everything else of the project faults makes files; this module alone knows how they are checked.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from project_files import lay_out

from circgen.checks.registry import rules
from circgen.confirming import plans
from circgen.findings import Finding
from circgen.project import find_project
from circgen.survey import Wanted, scope_of, survey

STALENESS = frozenset({"stale", "unconfirmed"})
"""Rules about translations that nobody confirmed: every text that is changed alone is one."""


class Verdict(NamedTuple):
    """One finding: `group` is what its rule is about, `places` are all that it shows."""

    rule: str
    group: str
    level: str
    places: tuple[tuple[str, int], ...]
    message: str


class Bench:
    """A copy of a project on the disk, in which one file after the other is changed.

    All its translations are confirmed as they are.
    """

    def __init__(self, name: str, folder: Path) -> None:
        self.folder = folder / name.replace(" ", "-")
        self.folder.mkdir()
        lay_out(name, self.folder)
        with contextlib.chdir(self.folder):
            found, _ = plans(find_project(Path.cwd()), (), _languages())
            for plan in found:
                plan.lock.parent.mkdir(parents=True, exist_ok=True)
                plan.lock.write_text(plan.content, "utf-8", newline="\n")

    def judged(self, changed: Mapping[str, str], *, staleness: bool = True) -> list[Verdict]:
        """What is said while some files hold other texts; without `staleness`, of other things."""
        before = {path: (self.folder / path).read_bytes() for path in changed}
        try:
            for path, text in changed.items():
                (self.folder / path).write_text(text, "utf-8", newline="\n")
            return list(self._verdicts(changed, staleness=staleness))
        finally:
            for path, data in before.items():
                (self.folder / path).write_bytes(data)

    def _verdicts(self, changed: Iterable[str], *, staleness: bool) -> Iterator[Verdict]:
        with contextlib.chdir(self.folder):
            project = find_project(Path.cwd())
            scope = scope_of(project, ())
            if changed:  # what is said of the words of a kind depends on its templates alone
                kinds = {Path(path).name.split(".", maxsplit=1)[0] for path in changed}
                scope = scope._replace(kinds=tuple(kind for kind in scope.kinds if kind in kinds))
            wanted = Wanted() if staleness else Wanted(frozenset(), STALENESS)
            found = list(survey(project, scope, wanted, lambda: None))
        for finding in found:
            yield Verdict(
                finding.rule,
                group_of(finding.rule),
                finding.level.value,
                tuple(_places(finding)),
                finding.message,
            )


def _languages() -> tuple[str, ...]:
    return tuple(find_project(Path.cwd()).packs())


def _places(finding: Finding) -> Iterator[tuple[str, int]]:
    """Where it is, and where the two values stand that it compares."""
    evidence = (each.at for each in (finding.source, finding.target) if each)
    for at in (finding.location, *evidence):
        yield at.file, at.line


def group_of(rule: str) -> str:
    """What a rule is about; what has no module of its own keeps a file from being read."""
    if rule in STALENESS:
        return "staleness"
    return _groups().get(rule, "refusal")


@cache
def _groups() -> dict[str, str]:
    return {
        name: "refusal" if rule.about == "reading" else rule.about for name, rule in rules().items()
    }
