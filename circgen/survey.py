"""A survey: the inspection of a whole project, or of the files that are named, on all cores."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from circgen.checks.subjects import Card
from circgen.cores import look_at
from circgen.findings import Finding, FindingsError, Location, own_mistake
from circgen.inspection import Inspector, Report, unreadable
from circgen.library import Library
from circgen.project import Project, shown, yaml_files

_COUNTED = re.compile(r"\[\d+\]:")

_SHOWING_FACTS = {"brackets", "quotes", "untranslated"}
"""Rules whose message shows what stands around: in every letter, it has other facts in it."""

_OF_WORDS = {".j2", ".yaml", ".yml"}
"""Files of templates that say something about words; the letterhead and the logo don't."""

_Stamp = tuple[int, int, int]


class Wanted(NamedTuple):
    """Rules by name: only those selected, if any are, and none that is ignored."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def has(self, rule: str) -> bool:
        """Whether a rule is wanted."""
        return (not self.select or rule in self.select) and rule not in self.ignore


class Cards:
    """What a project must know of circulars that are not inspected themselves.

    A card is made once, and again when the circular, or what circulars share, has changed.
    """

    def __init__(self) -> None:
        self._made: dict[Path, tuple[_Stamp, Card | None]] = {}
        self._shared: tuple[_Stamp, ...] = ()

    def of(self, paths: Iterable[Path], inspector: Inspector) -> Iterator[Card]:
        """The cards of those circulars that can be read."""
        project = inspector.library.project
        shared = (
            *project.series().values(),
            *project.layouts().values(),
            *project.packs().values(),
        )
        if (stamps := tuple(map(_stamp, shared))) != self._shared:
            self._made, self._shared = {}, stamps
        for path in paths:
            stamp, card = _stamp(path), None
            if path in self._made and self._made[path][0] == stamp:
                _, card = self._made[path]
            else:
                card = inspector.card(path)
                self._made[path] = stamp, card
            if card:
                yield card


def _stamp(path: Path) -> _Stamp:
    """What a file has another one of as soon as it is changed."""
    try:
        state = path.stat()
    except OSError:
        return (0, 0, 0)
    return (state.st_mtime_ns, state.st_size, state.st_ino)


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
    root = _full(project.templates)
    named = tuple(paths)
    for path in named:
        full = _full(path)
        found, words = _under(path, full, project, own, root)
        of_series = [i for i, each in project.series().items() if _is_in(each, full)]
        if not found and not words and not of_series:
            raise ValueError(path)
        series.update(dict.fromkeys(of_series))
        meetings.update((_full(each), each) for each in found)
        kinds.update(dict.fromkeys(words))
    if not named:
        return Scope(tuple(own), tuple(project.layouts()), tuple(project.series()))
    return Scope(tuple(meetings.values()), tuple(kinds), tuple(series), whole=False)


def _full(path: Path) -> Path:
    """A path without links; a link in a circle stays as it is."""
    return Path(os.path.realpath(path))


def _is_in(path: Path, full: Path) -> bool:
    return _full(path).is_relative_to(full)


def _under(
    path: Path, full: Path, project: Project, own: list[Path], root: Path
) -> tuple[list[Path], list[str]]:
    """The facts files and the kinds of circular that a path stands for."""
    every = list(project.layouts())
    if full.is_relative_to(root):
        return [], _kinds(full, every)
    inside = [each for each in own if _is_in(each, full)]
    series = {_full(each) for each in project.series().values()}
    if full.is_dir():
        others = [each for each in yaml_files(path) if _full(each) not in series]
        return inside or others, every if root.is_relative_to(full) else []
    if full in series:
        return own, []
    return [path] if full.suffix in {".yaml", ".yml"} else [], []


def _kinds(full: Path, every: list[str]) -> list[str]:
    """The kinds of circular whose words or layout stand in a file or folder of the templates."""
    if full.is_dir():
        holds_words = any(each.suffix in _OF_WORDS for each in full.rglob("*"))
        return every if holds_words else []
    if full.suffix not in _OF_WORDS:
        return []
    name = full.name.removesuffix(".md.j2")
    kind = full.stem if name == full.name else name
    return [kind] if kind in every else every


def survey(
    project: Project,
    scope: Scope,
    wanted: Wanted,
    advance: Callable[[], object],
    cards: Cards | None = None,
) -> Iterator[Finding]:
    """Everything that is wrong, as it is found; `advance` is called after each circular.

    Those that are not in the scope are known by their `cards`.

    What keeps a file from being read is told whatever is wanted: no rule has looked at it then.
    """
    inspector = Inspector(Library(project), wanted.has)
    broken = inspector.languages()
    yield from broken
    if broken:
        return
    seen: set[tuple[Location, str, str]] = set()
    for finding in _all(inspector, scope, wanted, advance, cards or Cards()):
        # What is wrong with words is found anew with the facts of every circular.
        key = finding.location, finding.rule, finding.message
        if key not in seen:
            seen.add(key)
            yield finding


def _all(
    inspector: Inspector,
    scope: Scope,
    wanted: Wanted,
    advance: Callable[[], object],
    others: Cards,
) -> Iterator[Finding]:
    project = inspector.library.project
    look, begin = partial(_report, inspector), partial(_begin, project, wanted)
    told = set()
    cards = []
    with look_at(scope.meetings, look, begin) as reports:
        for kind in scope.kinds:
            findings = [each for each in inspector.kind(kind) if wanted.has(each.rule)]
            told |= set(map(_fault, findings))
            yield from findings
        for series in scope.series:
            yield from (each for each in inspector.series(series) if wanted.has(each.rule))
        for report in reports:
            # What is wrong with words has its exact place where they are written.
            found = (each for each in report.findings if _fault(each) not in told)
            yield from (f for f in found if f in report.refused or wanted.has(f.rule))
            if report.card:
                cards.append(report.card)
            advance()
    if scope.whole:
        yield from inspector.project(cards)
        return
    known = {card.file for card in cards}
    cards += others.of((p for p in project.meetings() if shown(p) not in known), inspector)
    yield from (f for f in inspector.project(cards) if f.location.file in known)


def _fault(finding: Finding) -> tuple[str, str, str]:
    """What is found about a file, wherever in it, and in whichever of repeated paragraphs."""
    what = finding.paragraph.partition("[")[0] if finding.rule in _SHOWING_FACTS else ""
    return (
        finding.location.file,
        finding.rule,
        what or _COUNTED.sub(":", finding.message, count=1),
    )


def _begin(project: Project, wanted: Wanted) -> Callable[[Path], Report]:
    return partial(_report, Inspector(Library(project), wanted.has))


def _report(inspector: Inspector, path: Path) -> Report:
    try:
        return inspector.meeting(path)
    except FindingsError as error:
        return unreadable(*error.findings)
    except Exception as error:  # noqa: BLE001  the other circulars are inspected all the same
        return unreadable(own_mistake(error, shown(path), "the rest of this file was not checked"))
