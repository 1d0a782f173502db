"""Where letters show the texts of the facts: what was found there already is not said again."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from circgen.checks.subjects import Saying
from circgen.comparison.rules import rules
from circgen.facts.model import FactsFile
from circgen.findings import Finding, Location


def shown_at(file: FactsFile, saying: Saying) -> Iterator[Location]:
    """The places that a text has in letters: its fact; of an annex they know the file alone."""
    yield file.at(saying.name)
    yield from (file.at(f"{saying.name}.{code}") for code in saying.writings)
    if saying.origin == "annex":
        yield Location(file.file)


def is_said(finding: Finding, places: AbstractSet[Location]) -> bool:
    """Whether what a reader of letters finds was found in texts that stand at some places.

    What is wrong with one letter by itself is none of it, but for texts in another language.
    """
    if finding.rule in rules() and finding.rule != _IN_A_TEXT:
        return False
    evidence = (each.at for each in (finding.source, finding.target) if each)
    return not places.isdisjoint((finding.location, *evidence))


_IN_A_TEXT = "untranslated"
