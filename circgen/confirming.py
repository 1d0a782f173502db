"""Confirming translations: which there are in some files, and the lock file that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from circgen.checks.staleness.confirmations import write
from circgen.checks.staleness.translations import Earlier, Translation, outdated, translations
from circgen.checks.subjects import Saying
from circgen.findings import Finding, FindingsError
from circgen.inspection import Inspector
from circgen.library import Library
from circgen.project import Project
from circgen.survey import Scope, scope_of

_SUFFIXES = {".yaml", ".yml", ".j2"}


class Due(NamedTuple):
    """A translation to be confirmed; `then` is what its source said when it was confirmed last."""

    translation: Translation
    then: Earlier | None


class Plan(NamedTuple):
    """What is to be confirmed in a language, and the lock file that it makes.

    `dropped` is how many entries are left out because no text of the project uses them any more.
    """

    language: str
    lock: Path
    due: tuple[Due, ...]
    content: str
    dropped: int = 0


def plans(
    project: Project, paths: tuple[Path, ...], languages: Iterable[str]
) -> tuple[tuple[Plan, ...], tuple[Finding, ...]]:
    """What there is to confirm in some files and folders; no path is the whole project.

    The second value is what is wrong with files: what they say is left out then. The project must
    have data of its own.

    Raises:
        ValueError: naming a path that holds nothing to be confirmed.
    """
    inspector = Inspector(Library(project), lambda _: True)
    if broken := inspector.languages():
        return (), tuple(broken)
    said, findings = _said(inspector, _scope(project, paths))
    full = cache(lambda file: Path(file).resolve())
    named = tuple(path.resolve() for path in paths)
    found = dict.fromkeys(
        translation
        for file, saying in said
        if saying.to_confirm
        for translation in translations(saying)
        if _is_named(translation, file, named, full)
    )
    used = _used(saying for _, saying in said) if _is_all(project, named) else None
    made = []
    for language in languages:
        known = inspector.desk.confirmed[language]
        findings += known.findings
        due = tuple(
            Due(each, outdated(each, known))
            for each in found
            if each.language == language and not known.has(each.entry)
        )
        entries = tuple(known.all())
        kept = [each for each in entries if used is None or (each.target, each.source) in used]
        content = write([*kept, *(each.translation.entry for each in due)])
        lock = project.lock(language) or Path()
        made.append(Plan(language, lock, due, content, len(entries) - len(kept)))
    return tuple(made), tuple(findings)


def _scope(project: Project, paths: Iterable[Path]) -> Scope:
    """As for checking; but a series is itself, and an annex the circulars that name it."""
    series = {path.resolve(): id_ for id_, path in project.series().items()}
    meetings: list[Path] = []
    kinds: list[str] = []
    ids: list[str] = []
    for path in paths:
        if path.resolve() in series:
            ids.append(series[path.resolve()])
        elif path.is_file() and path.suffix not in _SUFFIXES:
            name = path.name.encode()
            found = [each for each in project.meetings() if name in each.read_bytes()]
            if not found:
                raise ValueError(path)
            meetings += found
        else:
            scope = scope_of(project, [path])
            meetings += scope.meetings
            kinds += scope.kinds
            ids += scope.series
    if not paths:
        return scope_of(project, ())
    return Scope(
        tuple(dict.fromkeys(meetings)), tuple(dict.fromkeys(kinds)), tuple(dict.fromkeys(ids))
    )


def _said(
    inspector: Inspector, scope: Scope
) -> tuple[list[tuple[Path | None, Saying]], list[Finding]]:
    """Every text with the facts file that uses it, and what is wrong with files."""
    said: list[tuple[Path | None, Saying]] = []
    findings: list[Finding] = []
    sources: list[tuple[Path | None, Callable[[], tuple[Saying, ...]]]] = [
        *((None, partial(inspector.said_in_words, kind)) for kind in scope.kinds),
        *((None, partial(inspector.said_in_series, id_)) for id_ in scope.series),
        *((path, partial(inspector.said_in_meeting, path)) for path in scope.meetings),
    ]
    for path, source in sources:
        try:
            said += ((path, saying) for saying in source())
        except FindingsError as error:
            findings += error.findings
    return said, findings


def _is_named(
    each: Translation, file: Path | None, named: tuple[Path, ...], full: Callable[[str], Path]
) -> bool:
    """Whether a text, its source, or the facts file of an annex is among what was named."""
    if not named:
        return True
    places = [full(each.at.file), full(each.source_at.file)]
    if file and each.target.origin == "annex":
        places.append(full(str(file)))
    return any(place.is_relative_to(path) for place in places for path in named)


def _is_all(project: Project, named: tuple[Path, ...]) -> bool:
    """Whether data and templates of the project are below what was named."""
    folders = [path for path in (*project.data, project.templates) if project.owns(str(path))]
    return all(any(each.resolve().is_relative_to(path) for path in named) for each in folders)


def _used(said: Iterable[Saying]) -> set[tuple[str, str]]:
    """The fingerprints of every translation with its source, those of issued circulars too."""
    return {each.entry[:2] for saying in said for each in translations(saying)}
