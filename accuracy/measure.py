"""How many faults of letters the comparison finds, and how often it is wrong about a good one.

Faults are made mechanically, one a document, in every golden pair (faults.py) and by hand in
letters that others wrote: ones that nobody looked at while the comparison was built (unseen/, when
there are any), and ones by which it was mended since (practice/); harmless rewrites
likewise. A fault counts as found if something is said that is not said of the unchanged pair.

    make accuracy ARGS="--misses --kind hours"

The faults of projects, which `circgen check` is to find, are project_measure.py's.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor

import faults
import project_faults
import project_results
from cases import Case, Cases, golden_cases, handmade_cases
from handmade import SETS
from judge import Verdict, judge
from letters import golden_pairs
from project_measure import TITLE as PROJECTS
from project_measure import measure_projects
from results import Measured, Outcome, goals, table


def measure(cases: Cases, jobs: int) -> Measured:
    """Judge all cases; of a changed pair, only what is not said of the unchanged one counts.

    Raises:
        SystemExit: if the same errors are said of every pair: then nothing was compared.
    """
    every = [*cases.correct, *cases.faults, *cases.rewrites]
    said = iter(_judged(every, jobs))
    correct = [_outcome(case, next(said)) for case in cases.correct]
    everywhere = [o.verdicts for o in correct if o.as_error]
    if len(everywhere) > 1 and len(everywhere) == len(correct) and len(set(everywhere)) == 1:
        raise SystemExit(f"measure: of every pair is said: {everywhere[0][0].message}")
    base = {case.base: Counter(o.verdicts) for case, o in zip(cases.correct, correct, strict=True)}
    changed = [
        [_outcome(case, (Counter(next(said)) - base[case.base]).elements()) for case in some]
        for some in (cases.faults, cases.rewrites)
    ]
    return Measured(cases.title, tuple(changed[0]), tuple(correct), tuple(changed[1]))


def _outcome(case: Case, verdicts: Iterable[Verdict]) -> Outcome:
    return Outcome(case.kind, case.paragraphs, case.expected, case.title, tuple(verdicts))


def _judged(cases: list[Case], jobs: int) -> list[list[Verdict]]:
    if jobs == 1:
        return [_verdicts(case) for case in cases]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(_verdicts, cases, chunksize=20))


def _verdicts(case: Case) -> list[Verdict]:
    return judge(case.source, case.source_name, case.target, case.target_name)


def measure_all(
    seed: int = faults.SEED, letters: int = 0, kind: str = "", jobs: int = 0, only: str = ""
) -> tuple[Measured, ...]:
    """Unseen letters first, golden ones last; `letters` golden circulars at most, 0 means all."""
    pairs = golden_pairs()
    pairs = pairs[: 2 * letters] if letters else pairs
    jobs = jobs or os.cpu_count() or 1
    golden = golden_cases(pairs, seed, kind)
    rules: dict[str, set[str]] = {}
    for case in golden.faults:
        rules.setdefault(case.kind, set()).update(case.expected)
    sets = [*(handmade_cases(which, kind, rules) for which in SETS), golden]
    wanted = [cases for cases in sets if cases.correct and cases.title.startswith(only)]
    return tuple(measure(cases, jobs) for cases in wanted)


def missed(measured: Measured) -> list[str]:
    """What was not found, or at another place or by another rule."""
    lines = [f"missed: {outcome.title}" for outcome in measured.faults if not outcome.found]
    for outcome in measured.faults:
        if outcome.found and not (outcome.at_its_place and outcome.by_its_rule):
            said = "; ".join(f"{v.rule} ¶{v.paragraph} {v.message}" for v in outcome.verdicts[:3])
            lines.append(f"found elsewhere: {outcome.title}\n    {said}")
    return lines


def alarms(measured: Measured) -> list[str]:
    """What was said of pairs in which nothing is wrong."""
    return [
        f"{verdict.level}: {outcome.title}\n"
        f"    {verdict.rule} ¶{verdict.paragraph} {verdict.message}"
        for outcome in (*measured.correct, *measured.rewrites)
        for verdict in outcome.verdicts
    ]


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description="Measure what the comparison finds.")
    parser.add_argument(
        "--misses", action="store_true", help="list what was not found, or elsewhere"
    )
    parser.add_argument("--alarms", action="store_true", help="list what was said of good pairs")
    parser.add_argument("--kind", default="", help="faults or rewrites of this kind only")
    parser.add_argument("--seed", type=int, default=0, help="of other faults than usual")
    parser.add_argument("--letters", type=int, default=0, help="so many golden circulars at most")
    parser.add_argument("--only", default="", help="of these: unseen, practice, golden, projects")
    parser.add_argument("--jobs", type=int, default=0, help="processes (one a processor)")
    return parser.parse_args()


def main() -> None:
    """Measure and report; a missed goal is no error."""
    asked = arguments()
    if not PROJECTS.startswith(asked.only) or not asked.only:
        seed = asked.seed or faults.SEED
        found = measure_all(seed, asked.letters, asked.kind, asked.jobs, asked.only)
        for each in found:
            print(table(each) + "\n")
        print(goals(found))
        for each in found:
            _list(each.title, missed(each), alarms(each), asked)
    if PROJECTS.startswith(asked.only):
        seed = asked.seed or project_faults.SEED
        projects = measure_projects(seed, asked.kind, asked.jobs)
        print("\n" + table(projects) + "\n\n" + project_results.goals(projects))
        lost = project_results.missed(projects.faults)
        _list(projects.title, lost, project_results.alarms(projects), asked)


def _list(title: str, lost: list[str], said: list[str], asked: argparse.Namespace) -> None:
    lists = (lost if asked.misses else []) + (said if asked.alarms else [])
    if lists:
        print(f"\n{title}\n" + "\n".join(lists))


if __name__ == "__main__":
    main()
