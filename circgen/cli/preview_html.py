"""`circgen preview --html`: a circular as a page for the browser, written or served."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

import typer

from circgen.cli.pages import Wanted
from circgen.cli.terminal import CannotRunError, tell
from circgen.editions import logo_of
from circgen.findings import Finding, FindingsError, Location, has_errors
from circgen.library import Library
from circgen.parts import findings_by_part
from circgen.serving import PageServer
from circgen.store.whole import replace
from circgen.viewing import View, checked, view
from circgen.watching import changes, roots_of
from circgen.writers.html import is_page, page

FOLDER = Path("out/preview")
"""Where pages are written if nobody says otherwise."""
_LOOK = 0.5
"""Seconds between two looks whether somebody has pressed Ctrl-C."""

Findings = tuple[Finding, ...]


def write(wanted: Wanted, output: Path | None, *, browse: bool) -> bool:
    """Write the page; whether there is an error."""
    path = output or FOLDER / f"{wanted.facts.stem}.html"
    if path.exists() and not is_page(path.read_bytes()):
        raise CannotRunError(f"--output: {path} is no page of circgen's; name another file")
    try:
        library = wanted.library()
        seen = _view(wanted, library)
        findings = checked(library, wanted.facts)
        made = _page(library, seen, findings)
    except FindingsError as error:
        return tell(error.findings)
    replace(path, made(0).encode())
    typer.echo(path)
    if browse:
        webbrowser.open(path.resolve().as_uri())
    return has_errors(findings)


def follow(wanted: Wanted, *, browse: bool) -> None:
    """Serve the page, and again after each change of its files, until somebody presses Ctrl-C."""
    if not wanted.facts.exists():
        raise CannotRunError(f"--watch: there is no file {wanted.facts}")
    library = wanted.library()
    with suppress(FindingsError):  # they are shown in the browser until they are mended
        wanted.languages(library)
    pages = _Following(wanted)
    events: SimpleQueue[OSError | None] = SimpleQueue()
    stop = Event()
    roots = roots_of(library.project, wanted.facts)
    watcher = Thread(target=_watch, args=(roots, stop, events), daemon=True)
    with suppress(KeyboardInterrupt), PageServer() as server:
        server.publish(next(pages.latest()))
        typer.echo(server.url)
        typer.echo("Ctrl-C ends.", err=True)
        if browse:
            webbrowser.open(server.url)
        watcher.start()  # it begins with an event
        try:
            while True:
                _wait(events)
                for made in pages.latest():
                    server.publish(made)
        finally:
            stop.set()


def _watch(roots: tuple[Path, ...], stop: Event, events: SimpleQueue[OSError | None]) -> None:
    try:
        for _ in changes(roots, stop):
            events.put(None)
    except OSError as error:
        events.put(error)


def _wait(events: SimpleQueue[OSError | None]) -> None:
    """Until files have changed."""
    while True:
        with suppress(Empty):
            if error := events.get(timeout=_LOOK):
                raise CannotRunError(f"--watch: {error}")
            return


class _Following:
    """The page while its files change."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._findings: Findings = ()

    def latest(self) -> Iterator[Callable[[int], str]]:
        """The page with what was found before, at once; then with what is found now."""
        library = self._wanted.library()
        try:
            seen = _view(self._wanted, library)
            yield _page(library, seen, self._findings)
        except FindingsError as error:
            yield self._broken(error.findings)
            return
        except CannotRunError as error:  # a language has gone in the meantime
            place = Location(str(self._wanted.facts))
            yield self._broken((Finding(place, "unknown-language", str(error)),))
            return
        found = checked(library, self._wanted.facts)
        if found != self._findings:
            self._findings = found
            yield _page(library, seen, found)

    def _broken(self, findings: Findings) -> Callable[[int], str]:
        return partial(page, str(self._wanted.facts), (), {"": findings}, None)


def _view(wanted: Wanted, library: Library) -> View:
    """The editions in the languages that are named, or in all."""
    languages = wanted.languages(library) if wanted.lang else ()
    return view(library, wanted.facts, languages, check=False)


def _page(library: Library, seen: View, findings: Findings) -> Callable[[int], str]:
    """The page, to be made for a version."""
    letters = [(library.packs[code].name, each) for code, each in seen.circulars.items()]
    found = findings_by_part(findings, seen.file, seen.circulars.values())
    title = letters[0][1].running_head
    return partial(page, title, letters, found, logo_of(library.project))
