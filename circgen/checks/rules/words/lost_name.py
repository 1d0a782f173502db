"""A name is said in every branch of one language, and in some branches only of another.

A language may say `it` where another names the event again; but then it does so whatever the facts
are. A name that comes and goes with a condition was probably lost in a branch.

Bad: It will take place virtually
Good: This {{ event|form("plain") }} will take place virtually
Mend: Name it in every branch, or in none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from circgen.checks.rules.words import doubled_fact, lost_fact, unguarded_fact, unlike_facts
from circgen.checks.sensitivity.trials import Part, Trial
from circgen.checks.sensitivity.verdicts import Bench, at_fault, bench
from circgen.checks.subjects import Desk, Words
from circgen.facts.paths import without_places
from circgen.findings import Finding

_EXPLAINED_BY = (doubled_fact, lost_fact, unguarded_fact, unlike_facts)


def check(words: Words, desk: Desk) -> Iterator[Finding]:
    """How often names are said before and after a change; each paragraph and name once."""
    own = bench(words, desk)
    explained = {f.paragraph for module in _EXPLAINED_BY for f in module.check(words, desk)}
    seen: set[tuple[str, str, str]] = set()
    for trial in own.study.trials:
        for part, pairs in trial.pairs():
            name = part.partition("[")[0]
            for path, grown in _grown(pairs):
                right, faulty = at_fault(grown)
                for code in faulty:
                    key = name, without_places(path), code
                    if name not in explained and key not in seen:
                        seen.add(key)
                        yield _finding(own, part, path, trial, (right, code), grown)


def _grown(pairs: Mapping[str, tuple[Part, Part]]) -> Iterator[tuple[str, dict[str, int]]]:
    """By how much more often each language says a name that all of them say both times."""
    counts = {code: (_counted(one), _counted(other)) for code, (one, other) in pairs.items()}
    every = [each for pair in counts.values() for each in pair]
    for path in every[0]:
        if all(each[path] for each in every):
            yield path, {code: other[path] - one[path] for code, (one, other) in counts.items()}


def _counted(part: Part) -> Counter[str]:
    """How often each name or text is said; where only facts stand between, it counts as once."""
    found: Counter[str] = Counter()
    for line in part.lines:
        here: set[str] = set()
        for run in line:
            if run.fact is None:
                here = here if not run.text.strip() else set()
            elif run.fact.kind in ("name", "text"):
                found[run.fact.path] += run.fact.path not in here
                here = here | {run.fact.path}
    return found


def _finding(  # noqa: PLR0913, PLR0917  where, what, who
    own: Bench,
    part: str,
    path: str,
    trial: Trial,
    languages: tuple[str, str],
    grown: Mapping[str, int],
) -> Finding:
    other, changing = sorted(languages, key=lambda code: abs(grown[code]))
    often = "more" if grown[changing] > 0 else "less"
    name = part.partition("[")[0]
    source, target = (own.test(part, trial.path, each, trial.value) for each in languages)
    return Finding(
        target.at,
        "lost-name",
        f"{name}: with {trial.how}, {changing} says `{without_places(path)}` {often} often, "
        f"not {other}",
        "name it in every branch, or in none",
        paragraph=name,
        source=source,
        target=target,
    )
