"""`circgen preview --html`: a circular as a page for the browser, written or served."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

import typer

from circgen.cli.following import Findings, Following, Sight, Wanted
from circgen.cli.terminal import CannotRunError, tell
from circgen.editions import logo_of
from circgen.findings import FindingsError, has_errors
from circgen.parts import findings_by_part
from circgen.serving import PageServer
from circgen.store.whole import replace
from circgen.watching import changes, roots_of
from circgen.writers.html import is_page, page

FOLDER = Path("out/preview")
"""Where pages are written if nobody says otherwise."""
_LOOK = 0.5
"""Seconds between two looks whether somebody has pressed Ctrl-C."""
_CHANGED, _FOUND, _FAILED = "changed", "found", "failed"

Made = Callable[[int], str]
"""A page, to be made for a version."""


def write(wanted: Wanted, output: Path | None, *, browse: bool) -> bool:
    """Write the page; whether there is an error."""
    path = output or FOLDER / f"{wanted.facts.stem}.html"
    if path.exists() and not is_page(path.read_bytes()):
        raise CannotRunError(f"--output: {path} is no page of circgen's; name another file")
    try:
        library = wanted.library()
        sight = Sight(library, wanted.view(library, check=True))
        made = _page(sight, sight.seen.findings)
    except FindingsError as error:
        return tell(error.findings)
    replace(path, made(0).encode())
    typer.echo(path)
    if browse:
        webbrowser.open(path.resolve().as_uri())
    return has_errors(sight.seen.findings)


def follow(wanted: Wanted, *, browse: bool) -> None:
    """Serve the page, and again after each change of its files, until somebody presses Ctrl-C."""
    library = wanted.library()
    with suppress(FindingsError):  # they are shown in the browser until they are mended
        wanted.languages(library)
    following = Following(wanted)
    events: SimpleQueue[str] = SimpleQueue()
    stop = Event()
    roots = roots_of(library.project, wanted.facts)
    watcher = Thread(target=_watch, args=(roots, stop, events), daemon=True)
    with suppress(KeyboardInterrupt), PageServer() as server:
        following.look()
        server.publish(_followed(following))
        typer.echo(server.url)
        typer.echo("Ctrl-C ends.", err=True)
        if browse:
            webbrowser.open(server.url)
        following.start(lambda: events.put(_FOUND))
        watcher.start()  # it begins with an event
        try:
            while True:
                if _CHANGED in _next(events):
                    following.look()
                server.publish(_followed(following))
        finally:
            stop.set()


def _watch(roots: tuple[Path, ...], stop: Event, events: SimpleQueue[str]) -> None:
    try:
        for _ in changes(roots, stop):
            events.put(_CHANGED)
    except OSError as error:
        events.put(f"{_FAILED}{error}")


def _next(events: SimpleQueue[str]) -> set[str]:
    """What has happened, once something has; a burst of saves is looked at once.

    Raises:
        CannotRunError: if the files cannot be watched.
    """
    found: set[str] = set()
    while not found:
        with suppress(Empty):
            found.add(events.get(timeout=_LOOK))
    while not events.empty():
        found.add(events.get())
    for failed in (event for event in found if event.startswith(_FAILED)):
        raise CannotRunError(f"--watch: {failed.removeprefix(_FAILED)}")
    return found


def _followed(following: Following) -> Made:
    """The page as the files are now; while they are broken, what is wrong with them."""
    wrong = following.sight
    if isinstance(wrong, Sight):
        try:
            return _page(wrong, following.findings)
        except FindingsError as error:  # the logo
            wrong = error.findings
    return partial(page, str(following.wanted.facts), (), {"": wrong}, None)


def _page(sight: Sight, findings: Findings) -> Made:
    library, seen = sight
    letters = [(library.packs[code].name, each) for code, each in seen.circulars.items()]
    found = findings_by_part(findings, seen.file, seen.circulars.values())
    title = letters[0][1].running_head
    return partial(page, title, letters, found, logo_of(library.project))
