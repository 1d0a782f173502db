"""What was found of what was done, counted, and as tables to read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from judge import Verdict

# Kinds whose every fault shall be found: a fact is wrong.
FACTS = frozenset({
    "circular-number", "date", "email", "hours", "name", "number", "ordinal", "phone", "url",
    "weekday", "years", "zone",
})  # fmt: skip
_ALL = "all kinds"
# What circgen calls parts of a letter that are called otherwise, or not told apart, in layout.py.
_PARTS = {
    "annex-note": "annexes",
    "dateline": "date",
    "email": "contact",
    "fax": "contact",
    "person": "contact",
    "tel": "contact",
    "to": "addressees",
    "website": "contact",
}


class Judged(Protocol):
    """What came of one fault: four questions that a table counts."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def found(self) -> bool: ...  # noqa: D102
    @property
    def as_error(self) -> bool: ...  # noqa: D102
    @property
    def at_its_place(self) -> bool: ...  # noqa: D102
    @property
    def by_its_rule(self) -> bool: ...  # noqa: D102


class Outcome(NamedTuple):
    """What the comparison said of one mutant that it does not say of the unchanged pair."""

    kind: str
    paragraphs: frozenset[str]
    expected: frozenset[str]
    title: str  # of the case, to be listed
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
        """Whether a finding is at a paragraph where it may rightly be."""
        return any(_place(verdict.paragraph) in self.paragraphs for verdict in self.verdicts)

    @property
    def by_its_rule(self) -> bool:
        """Whether a finding is by a rule that may rightly report it."""
        return any(verdict.rule in self.expected for verdict in self.verdicts)


def _place(paragraph: str) -> str:
    """The number that a paragraph's name begins with, or what layout.py calls the part."""
    number = re.match(r"\d+", paragraph)
    return number[0] if number else _PARTS.get(paragraph, paragraph)


class Row(NamedTuple):
    """How many faults of a kind there are, and of how many of them what is true."""

    kind: str
    made: int
    found: int
    as_error: int
    at_its_place: int
    by_its_rule: int

    @property
    def share(self) -> float:
        """The share that was found; what is not all is shown as 99 % at most."""
        return 1.0 if self.found == self.made else min(self.found / self.made, _NOT_ALL)


_NOT_ALL = 0.99


def rows(outcomes: Iterable[Judged]) -> tuple[Row, ...]:
    """A row for each kind, in their order, and one for all of them."""
    by_kind: dict[str, list[Judged]] = {}
    every = list(outcomes)
    for outcome in every:
        by_kind.setdefault(outcome.kind, []).append(outcome)
    return tuple(_row(kind, found) for kind, found in [*by_kind.items(), (_ALL, every)] if found)


def _row(kind: str, outcomes: list[Judged]) -> Row:
    return Row(
        kind,
        len(outcomes),
        sum(outcome.found for outcome in outcomes),
        sum(outcome.as_error for outcome in outcomes),
        sum(outcome.at_its_place for outcome in outcomes),
        sum(outcome.by_its_rule for outcome in outcomes),
    )


class Calm(NamedTuple):
    """Documents of which nothing should be said: how many, and of how many something was."""

    title: str
    made: int
    with_errors: int
    with_warnings: int


def calm(title: str, outcomes: Iterable[Outcome]) -> Calm:
    """The count of false alarms."""
    every = list(outcomes)
    levels = [{verdict.level for verdict in outcome.verdicts} for outcome in every]
    return Calm(
        title,
        len(every),
        sum("error" in level for level in levels),
        sum("warning" in level for level in levels),
    )


class Measured(NamedTuple):
    """All outcomes of one set of letters."""

    title: str
    faults: tuple[Outcome, ...]
    correct: tuple[Outcome, ...]
    rewrites: tuple[Outcome, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """What is counted of each kind."""
        return ("made", "found", "as error", "its paragraph", "its rule")

    @property
    def calms(self) -> tuple[Calm, Calm]:
        """Correct pairs, and harmless rewrites."""
        return calm("correct pairs", self.correct), calm("harmless rewrites", self.rewrites)


class Table(Protocol):
    """What a table is made of: rows of faults, and what was said where nothing is wrong."""

    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def faults(self) -> Sequence[Judged]: ...  # noqa: D102
    @property
    def calms(self) -> Sequence[Calm]: ...  # noqa: D102
    @property
    def columns(self) -> tuple[str, ...]: ...  # noqa: D102


def table(measured: Table) -> str:
    """What was measured, for a terminal."""
    lines = [f"{measured.title:<24}" + "".join(f"{column:>15}" for column in measured.columns)]
    for row in rows(measured.faults):
        share = f"{row.found} ({row.share:4.0%})"
        others = (row.as_error, row.at_its_place, row.by_its_rule)
        rest = "".join(f"{number:>15}" for number in others)
        lines.append(f"  {row.kind:<22}{row.made:>15}{share:>15}{rest}")
    lines += [
        f"  {each.title:<22}{each.made:>15}   with errors {each.with_errors},"
        f" with warnings {each.with_warnings}"
        for each in measured.calms
    ]
    return "\n".join(lines)


def markdown(measured: Table) -> str:
    """The same as a part of a page."""
    lines = [
        f"## {measured.title}",
        "",
        f"| fault | {' | '.join(measured.columns)} |",
        "|---|" + "--:|" * len(measured.columns),
    ]
    lines += map(_markdown_row, rows(measured.faults))
    lines += ["", "| no fault | made | with errors | with warnings |", "|---|--:|--:|--:|"]
    lines += [
        f"| {each.title} | {each.made} | {each.with_errors} | {each.with_warnings} |"
        for each in measured.calms
    ]
    return "\n".join(lines) + "\n"


def _markdown_row(row: Row) -> str:
    share = f"{row.found} ({row.share:.0%})"
    cells = (row.kind, row.made, share, row.as_error, row.at_its_place, row.by_its_rule)
    return f"| {' | '.join(map(str, cells))} |"


def goals(sets: Iterable[Measured]) -> str:
    """What should come out, and whether it did, for each set of letters."""
    lines: list[str] = []
    for each in sets:
        facts = [outcome for outcome in each.faults if outcome.kind in FACTS]
        said = Counter(
            right=sum(o.found and o.at_its_place and o.by_its_rule for o in facts),
            found=sum(outcome.found for outcome in each.faults),
        )
        correct, harmless = each.calms
        alarms = sum(outcome.found for outcome in each.correct)
        checks = (
            ("wrong facts found, at their place, by their rule", said["right"] == len(facts),
             f"{said['right']} of {len(facts)}"),
            ("98 % of all faults found", said["found"] >= 0.98 * len(each.faults),
             f"{said['found']} of {len(each.faults)}"),
            ("no finding on a correct pair", not alarms, f"{alarms} of {correct.made}"),
            ("no error on a harmless rewrite", not harmless.with_errors,
             f"{harmless.with_errors} of {harmless.made}"),
        )  # fmt: skip
        lines.append(each.title)
        lines += [
            f"  {goal:<52}{figure:>16}  {'met' if met else 'MISSED'}"
            for goal, met, figure in checks
        ]
    return "\n".join(lines)
