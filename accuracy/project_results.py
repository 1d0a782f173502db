"""What was found of the faults of projects, counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from project_judge import Verdict
from results import Calm


class Outcome(NamedTuple):
    """What the check said of a project with one fault that it does not say of the project.

    `places` are the files and lines, `groups` the sorts of rules that may rightly report it.
    """

    kind: str
    places: frozenset[tuple[str, int]]
    groups: frozenset[str]
    title: str  # of the fault, to be listed
    verdicts: tuple[Verdict, ...]

    @property
    def found(self) -> bool:
        """Whether anything was said."""
        return bool(self.verdicts)

    @property
    def as_error(self) -> bool:
        """Whether an error was reported."""
        return any(verdict.level == "error" for verdict in self.verdicts)

    @property
    def at_its_place(self) -> bool:
        """Whether a finding shows the file and line of the fault."""
        return any(self._is_there(verdict) for verdict in self.verdicts)

    @property
    def by_its_rule(self) -> bool:
        """Whether such a finding is by a rule of a sort that may rightly report it."""
        return any(v.group in self.groups and self._is_there(v) for v in self.verdicts)

    def _is_there(self, verdict: Verdict) -> bool:
        return not self.places.isdisjoint(verdict.places)


class Measured(NamedTuple):
    """All outcomes, and what is said of each project in which nothing is wrong."""

    title: str
    faults: tuple[Outcome, ...]
    untouched: tuple[tuple[str, tuple[Verdict, ...]], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """What is counted of each family."""
        return ("made", "found", "as error", "its line", "its rule")

    @property
    def calms(self) -> tuple[Calm, ...]:
        """Untouched projects."""
        levels = [{verdict.level for verdict in verdicts} for _, verdicts in self.untouched]
        return (
            Calm(
                "untouched projects",
                len(levels),
                sum("error" in level for level in levels),
                sum("warning" in level for level in levels),
            ),
        )


def goals(measured: Measured) -> str:
    """What should come out, and whether it did."""
    right = sum(outcome.by_its_rule for outcome in measured.faults)
    alarms = sum(len(verdicts) for _, verdicts in measured.untouched)
    checks = (
        ("300 faults or more", len(measured.faults) >= 300, str(len(measured.faults))),  # noqa: PLR2004
        ("all found, at file and line, by a fitting rule", right == len(measured.faults),
         f"{right} of {len(measured.faults)}"),
        ("no finding on an untouched project", not alarms, str(alarms)),
    )  # fmt: skip
    lines = [
        f"  {goal:<52}{figure:>16}  {'met' if met else 'MISSED'}" for goal, met, figure in checks
    ]
    return "\n".join([measured.title, *lines])


def missed(outcomes: Iterable[Outcome]) -> list[str]:
    """What was not found, or at another place or by another rule."""
    lines: list[str] = []
    for outcome in outcomes:
        if not outcome.found:
            lines.append(f"missed: {outcome.title}")
        elif not outcome.by_its_rule:
            said = "".join(f"\n    {_shown(verdict)}" for verdict in outcome.verdicts[:3])
            lines.append(f"found elsewhere: {outcome.title}{said}")
    return lines


def alarms(measured: Measured) -> list[str]:
    """What was said of projects in which nothing is wrong."""
    return [
        f"{name}: {_shown(verdict)}"
        for name, verdicts in measured.untouched
        for verdict in verdicts
    ]


def _shown(verdict: Verdict) -> str:
    places = ", ".join(f"{file}:{line}" for file, line in verdict.places)
    return f"{verdict.rule} ({verdict.group}) at {places}: {verdict.message}"
