"""A survey: the inspection of a whole project, or of the files that are named, on all cores."""

from __future__ import annotations

import os
import re
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from circgen.findings import Finding, FindingsError, Location
from circgen.inspection import Inspector, Report
from circgen.library import Library
from circgen.project import Project, shown, yaml_files

# Below this many circulars a second process costs more than it saves.
_WORTH_A_POOL = 40
_CHUNK = 8
_COUNTED = re.compile(r"\[\d+\]:")


class Wanted(NamedTuple):
    """Rules by name: only those selected, if any are, and none that is ignored."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def has(self, rule: str) -> bool:
        """Whether a rule is wanted."""
        return (not self.select or rule in self.select) and rule not in self.ignore


class Scope(NamedTuple):
    """What is to be inspected: facts files, the kinds whose words are, and series by their ids."""

    meetings: tuple[Path, ...]
    kinds: tuple[str, ...]
    series: tuple[str, ...] = ()
    whole: bool = True


def scope_of(project: Project, paths: Iterable[Path]) -> Scope:
    """What paths stand for: no path is the whole project, a folder is all that it holds.

    Raises:
        ValueError: naming a path that holds nothing to be checked.
    """
    meetings: dict[Path, Path] = {}
    kinds: dict[str, None] = {}
    series: dict[str, None] = {}
    own = project.meetings()
    root = project.templates.resolve()
    named = tuple(paths)
    for path in named:
        full = path.resolve()
        found, words = _under(path, full, project, own, root)
        of_series = [i for i, each in project.series().items() if _is_in(each, full)]
        if not found and not words and not of_series:
            raise ValueError(path)
        series.update(dict.fromkeys(of_series))
        meetings.update((each.resolve(), each) for each in found)
        kinds.update(dict.fromkeys(words))
    if not named:
        return Scope(tuple(own), tuple(project.layouts()), tuple(project.series()))
    return Scope(tuple(meetings.values()), tuple(kinds), tuple(series), whole=False)


def _is_in(path: Path, full: Path) -> bool:
    return path.resolve().is_relative_to(full)


def _under(
    path: Path, full: Path, project: Project, own: list[Path], root: Path
) -> tuple[list[Path], list[str]]:
    """The facts files and the kinds of circular that a path stands for."""
    every = list(project.layouts())
    if full.is_relative_to(root):
        name = full.name.removesuffix(".md.j2") if full.suffix == ".j2" else full.stem
        is_of_one = full.is_file() and name in every and full.suffix in {".j2", ".yaml"}
        return [], [name] if is_of_one else every
    inside = [each for each in own if _is_in(each, full)]
    series = {each.resolve() for each in project.series().values()}
    if full.is_dir():
        others = [each for each in yaml_files(path) if each.resolve() not in series]
        return inside or others, every if root.is_relative_to(full) else []
    if full in series:
        return own, []
    return [path] if full.suffix in {".yaml", ".yml"} or not full.exists() else [], []


def survey(
    project: Project, scope: Scope, wanted: Wanted, advance: Callable[[], object]
) -> Iterator[Finding]:
    """Everything that is wrong, as it is found; `advance` is called after each circular.

    What keeps a file from being read is told whatever is wanted: no rule has looked at it then.
    """
    inspector = Inspector(Library(project), wanted.has)
    broken = inspector.languages()
    yield from broken
    if broken:
        return
    seen: set[tuple[Location, str, str]] = set()
    for finding in _all(inspector, project, scope, wanted, advance):
        # What is wrong with words is found anew with the facts of every circular.
        key = finding.location, finding.rule, finding.message
        if key not in seen:
            seen.add(key)
            yield finding


def _all(
    inspector: Inspector,
    project: Project,
    scope: Scope,
    wanted: Wanted,
    advance: Callable[[], object],
) -> Iterator[Finding]:
    told = set()
    for kind in scope.kinds:
        findings = [each for each in inspector.kind(kind) if wanted.has(each.rule)]
        told |= set(map(_fault, findings))
        yield from findings
    for series in scope.series:
        yield from (each for each in inspector.series(series) if wanted.has(each.rule))
    cards = []
    for report in _reports(inspector, project, scope.meetings, wanted):
        # What is wrong with words has its exact place where they are written.
        found = (each for each in report.findings if _fault(each) not in told)
        if report.card:
            yield from (each for each in found if wanted.has(each.rule))
            cards.append(report.card)
        else:  # it could not be read, and then no rule has looked at it
            yield from found
        advance()
    if scope.whole:
        yield from inspector.project(cards)
        return
    known = {card.file for card in cards}
    others = (inspector.card(path) for path in project.meetings() if shown(path) not in known)
    cards += filter(None, others)
    yield from (f for f in inspector.project(cards) if f.location.file in known)


def _fault(finding: Finding) -> tuple[str, str, str]:
    """What is found about a file, wherever in it, and in whichever of repeated paragraphs."""
    return finding.location.file, finding.rule, _COUNTED.sub(":", finding.message, count=1)


def _reports(
    inspector: Inspector, project: Project, paths: tuple[Path, ...], wanted: Wanted
) -> Iterator[Report]:
    workers = min(_cores(), len(paths) // (_WORTH_A_POOL // 2))
    if workers < 2:  # noqa: PLR2004
        for path in paths:
            yield _report(inspector, path)
        return
    with ProcessPoolExecutor(workers, None, _begin, (project, wanted)) as pool:
        with _interrupts_ignored():
            reports = pool.map(_elsewhere, paths, chunksize=_CHUNK)
        yield from reports


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Ctrl-C reaches all processes of a terminal; those that begin here leave it to this one."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_inspectors: list[Inspector] = []
"""The inspector of a process of the pool."""


def _begin(project: Project, wanted: Wanted) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Windows has not inherited it
    Thread(target=_end_with_parent, daemon=True).start()
    _inspectors[:] = [Inspector(Library(project), wanted.has)]


def _end_with_parent() -> None:
    """A run that is killed leaves no process behind, waiting for ever."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _elsewhere(path: Path) -> Report:
    return _report(_inspectors[0], path)


def _report(inspector: Inspector, path: Path) -> Report:
    try:
        return inspector.meeting(path)
    except FindingsError as error:
        return Report(error.findings)
    except Exception as error:  # noqa: BLE001  the other circulars are inspected all the same
        return Report((_own_mistake(error, path),))


def _own_mistake(error: Exception, path: Path) -> Finding:
    """A mistake of circgen itself, with the line of its program where it happened."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    return Finding(
        Location(shown(path)),
        "internal",
        f"circgen itself went wrong: {type(error).__name__}: {error} ({place})",
        "the rest of this file was not checked; please report it, with this file",
    )
