"""How many faults of a project `circgen check` finds, and whether it blames a good one.

Faults are made mechanically, one a copy, in templates and facts files of several projects
(project_faults.py). A fault counts as found if something is said that is not said of the untouched
project; as found by its rule if one finding has its file, its line, and a rule that fits.

    make accuracy ARGS="--misses --only projects --kind overlap"
"""

from __future__ import annotations

import gc
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import project_faults
from project_fault import STALE, Fault
from project_files import FOLDERS, Project, projects
from project_judge import Bench, Verdict
from project_results import Measured, Outcome

TITLE = "projects"


def measure_projects(seed: int = project_faults.SEED, kind: str = "", jobs: int = 0) -> Measured:
    """Check all projects as they are, and once with each fault; `kind` is a family of faults."""
    known = {project.name: project for project in projects()}
    made = [f for f in project_faults.faults(known.values(), seed) if kind in {"", f.family}]
    asked: list[tuple[str, Fault | None]] = [(name, None) for name in FOLDERS]
    asked += [(fault.project, fault) for fault in made]
    jobs = jobs or os.cpu_count() or 1
    with tempfile.TemporaryDirectory(prefix="circgen-accuracy-") as folder:
        said = list(_judged(asked, Path(folder), jobs))
    untouched = dict(zip(FOLDERS, said, strict=False))
    outcomes = (
        _outcome(known[fault.project], fault, untouched[fault.project], verdicts)
        for fault, verdicts in zip(made, said[len(untouched) :], strict=True)
    )
    calm = tuple((name, tuple(verdicts)) for name, verdicts in untouched.items())
    return Measured(TITLE, tuple(outcomes), calm)


def _outcome(
    project: Project, fault: Fault, untouched: Iterable[Verdict], verdicts: Iterable[Verdict]
) -> Outcome:
    before = Counter((verdict.rule, verdict.message) for verdict in untouched)
    new: list[Verdict] = []
    for verdict in verdicts:
        key = verdict.rule, verdict.message
        if before[key]:
            before[key] -= 1
        else:
            new.append(verdict)
    places, title = fault.places(project.files), fault.shown(project.files)
    return Outcome(fault.family, places, fault.groups, title, tuple(new))


def _judged(
    asked: list[tuple[str, Fault | None]], folder: Path, jobs: int
) -> Iterator[list[Verdict]]:
    if jobs == 1:
        _begin(folder)
        yield from map(_verdicts, asked)
        return
    with ProcessPoolExecutor(jobs, None, _begin, (folder,)) as pool:
        yield from pool.map(_verdicts, asked, chunksize=4)


_folders: list[Path] = []
"""Where a process keeps its copies of the projects, which it makes when they are first needed."""
_benches: dict[str, Bench] = {}


def _begin(folder: Path) -> None:
    # Each check makes many objects that live as long as it does: looking for garbage among them
    # would take a fifth of the time.
    gc.set_threshold(200_000, 20, 20)
    _folders[:] = [folder / str(os.getpid())]
    _folders[0].mkdir()
    _benches.clear()


def _verdicts(asked: tuple[str, Fault | None]) -> list[Verdict]:
    name, fault = asked
    if name not in _benches:
        _benches[name] = Bench(name, _folders[0])
    if fault is None:
        return _benches[name].judged({})
    files = next(project.files for project in projects() if project.name == name)
    return _benches[name].judged(fault.applied(files), staleness=fault.groups == STALE)
