"""In which ways each language prints a fact of a paragraph: with a noun, with its weekday."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from circgen.checks.sensitivity.uses import Use
from circgen.checks.sensitivity.verdicts import Bench, at_fault
from circgen.findings import Evidence, Finding, Level


class Ways(NamedTuple):
    """The ways in which a language prints a fact, each with the first bracket that does."""

    code: str
    used: Mapping[str, Evidence]

    def besides(self, other: Ways) -> list[Evidence]:
        """Those that another language does not have."""
        return [evidence for way, evidence in self.used.items() if way not in other.used]


class Unlike(NamedTuple):
    """A fact that two languages print in other ways in a paragraph; the target is at fault."""

    paragraph: str
    path: str
    source: Ways
    target: Ways

    def finding(self, rule: str, message: str, help_text: str) -> Finding:
        """At the first way that the source doesn't have, or else at the first that it has."""
        source, target = self.evidence
        return Finding(
            target.at,
            rule,
            f"{self.paragraph}: {message}",
            help_text,
            Level.WARNING,
            self.paragraph,
            source,
            target,
        )

    @property
    def evidence(self) -> tuple[Evidence, Evidence]:
        """The first way of each language that the other doesn't have, or else its first one."""
        one = self.source.besides(self.target) or [*self.source.used.values()]
        other = self.target.besides(self.source) or [*self.target.used.values()]
        return one[0], other[0]


def unlike(own: Bench, way: Callable[[Use], str]) -> Iterator[Unlike]:
    """Each such fact; what is printed in no `way` at all, an empty one, is left out."""
    for block in dict.fromkeys(block for uses in own.study.uses.values() for block in uses):
        found: dict[str, dict[str, dict[str, Evidence]]] = {}
        for code, uses in own.study.uses.items():
            for use in uses.get(block, ()):
                if use.prints and use.paths and (said := way(use)):
                    shown = own.shown(code, use.piece)._replace(value=said)
                    found.setdefault(use.paths[0], {}).setdefault(code, {}).setdefault(said, shown)
        for path, said_in in found.items():
            right, faulty = at_fault({code: frozenset(ways) for code, ways in said_in.items()})
            for code in faulty:
                source, target = (Ways(each, said_in[each]) for each in (right, code))
                yield Unlike(block.replace("_", "-"), path, source, target)
