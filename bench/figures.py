"""What was measured, what shall come out, and both as a page to read."""

from __future__ import annotations

import json
import statistics
from dataclasses import asdict, dataclass, field


@dataclass(slots=True)
class Measured:
    """Seconds that a program took, run by run: on the clock, and of the processor."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @property
    def least(self) -> float:
        """The run that was disturbed least."""
        return min(self.wall)

    @property
    def median(self) -> float:
        """The run in the middle."""
        return statistics.median(self.wall)

    @property
    def processor(self) -> float:
        """The processor's seconds of the run that took least: what other work disturbs least."""
        return min(self.cpu)


@dataclass(frozen=True, slots=True)
class Goal:
    """How many times as fast as the other program ours shall be; the median decides."""

    id: str
    title: str
    ours: str
    theirs: str
    faster: float = 1.0

    def ratios(self, found: dict[str, Measured]) -> dict[str, float]:
        """How many times as fast as the peer we are, counted in three ways."""
        ours, theirs = found[self.ours], found[self.theirs]
        return {
            "min": theirs.least / ours.least,
            "processor": theirs.processor / ours.processor,
            "median": theirs.median / ours.median,
        }


GOALS = (
    Goal("a", "(a) one circular: circgen's four editions, docxtpl's one", "whole", "peer-whole"),
    Goal("b", "(b) many circulars in one command", "batch", "peer-batch", faster=5),
    Goal("b-stretch", "(b) the stretch", "batch", "peer-batch", faster=10),
    Goal("compare", "comparing a pair, against rendering it", "compare", "whole"),
    Goal("preview", "a preview, against rendering it as text", "preview", "printed"),
    Goal("check", "checking a project, against rendering it", "check-project", "render-project"),
    Goal("text", "text only, against docxtpl's import", "text", "import"),
    Goal("help", "--help, against docxtpl's import", "help", "import"),
    Goal("render-help", "render --help, against docxtpl's import", "render-help", "import"),
)


def table(
    title: str, titles: dict[str, str], found: dict[str, Measured], documents: int = 0
) -> str:
    """What was measured, in milliseconds; `titles` by the names in `found`."""
    more = f"{'documents/s':>14}" if documents else ""
    lines = [f"{title:<44}{'min':>10}{'median':>10}{'processor':>12}{more}"]
    for name, said in titles.items():
        one = found[name]
        line = f"  {said:<42}"
        line += f"{one.least * 1e3:>10,.1f}{one.median * 1e3:>10,.1f}{one.processor * 1e3:>12,.1f}"
        lines.append(line + (f"{documents / one.median:>14,.1f}" if documents else ""))
    return "\n".join(lines)


def verdict(found: dict[str, Measured]) -> str:
    """The goals, how many times as fast as the other ours is, and whether that is enough."""
    title = "times as fast as the other, by"
    lines = [f"{title:<58}{'min':>8}{'processor':>11}{'median':>8}{'goal':>6}"]
    for goal in GOALS:
        ratios = goal.ratios(found)
        lines.append(
            f"  {goal.title:<56}{ratios['min']:>8.2f}{ratios['processor']:>11.2f}"
            f"{ratios['median']:>8.2f}{goal.faster:>6.0f}"
            f"  {'met' if ratios['median'] >= goal.faster else 'MISSED'}"
        )
    return "\n".join(lines)


def as_json(found: dict[str, Measured], setting: dict[str, object]) -> str:
    """Everything measured, run by run, in seconds."""
    goals = {goal.id: {"goal": goal.faster, "times_as_fast": goal.ratios(found)} for goal in GOALS}
    runs = {name: asdict(measured) for name, measured in found.items()}
    return json.dumps({"setting": setting, "goals": goals, "seconds": runs}, indent=1) + "\n"
