"""`circgen preview --watch`: a page that follows the files it is made from."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from circgen.cli.following import Following
from circgen.cli.pages import screen
from circgen.cli.screen import draw, keys, size, whole_screen
from circgen.cli.terminal import CannotRunError
from circgen.screen.cells import Row
from circgen.screen.columns import Part
from circgen.screen.window import Anchor, Page, anchor_at, first_change, in_view, status
from circgen.watching import changes

_LOOK = 0.5
"""Seconds after which the size of the window is looked at where no signal tells it."""
_CHANGED, _FOUND, _RESIZED, _FAILED = "changed", "found", "resized", "failed"
_NO_KEYS = frozenset({_CHANGED, _FOUND, _RESIZED})


def live(following: Following, roots: tuple[Path, ...], paint: Callable[[Row], str]) -> None:
    """Show a page and follow its files, until somebody quits.

    Raises:
        CannotRunError: if the files cannot be watched.
    """
    window = _Window(following, paint)
    stop = Event()
    watcher = Thread(target=_watch, args=(roots, stop, window.events), daemon=True)
    with suppress(KeyboardInterrupt), whole_screen(lambda: window.events.put(_RESIZED)):
        window.look()
        following.start(lambda: window.events.put(_FOUND))
        watcher.start()  # it begins with an event
        Thread(target=_read_keys, args=(window.events,), daemon=True).start()
        try:
            _follow(window)
        finally:
            stop.set()
            watcher.join(1)
    if window.problem:
        raise CannotRunError(f"--watch: {window.problem}")


def _watch(roots: tuple[Path, ...], stop: Event, events: SimpleQueue[str]) -> None:
    try:
        for _ in changes(roots, stop):
            events.put(_CHANGED)
    except OSError as error:
        events.put(f"{_FAILED}{error}")


def _read_keys(events: SimpleQueue[str]) -> None:
    for key in keys():
        events.put(key)


def _follow(window: _Window) -> None:
    while True:
        events = window.next_events()
        for failed in (event for event in events if event.startswith(_FAILED)):
            window.problem = failed.removeprefix(_FAILED)
            return
        if "quit" in events:
            return
        if _CHANGED in events:
            window.look()
        elif _FOUND in events or window.size != size():
            window.lay_out()
        elif _RESIZED in events:  # or the screen was somebody else's for a time
            window.show()
        for key in (event for event in events if event not in _NO_KEYS):
            window.scroll(key)


class _Window:
    """What is shown, and from where on."""

    def __init__(self, following: Following, paint: Callable[[Row], str]) -> None:
        self.events: SimpleQueue[str] = SimpleQueue()
        self.size = size()
        self.problem = ""
        self._following, self._paint = following, paint
        self._page = Page((), "")
        self._whole: tuple[Part, ...] = ()  # the last page that was not broken
        self._anchors = {False: Anchor(), True: Anchor()}  # of whole pages, of broken ones

    def next_events(self) -> list[str]:
        """What has happened, after a while even if that is nothing."""
        with suppress(Empty):
            events = [self.events.get(timeout=_LOOK)]
            while not self.events.empty():
                events.append(self.events.get())
            return events
        return []

    def look(self) -> None:
        """Read the files, and go where the page has changed."""
        self._following.look()
        self.lay_out(self._whole)

    def lay_out(self, before: tuple[Part, ...] = ()) -> None:
        """Make the page for the window; go where it is not what it was `before`, if it was."""
        self.size = size()
        self._page = screen(self._following, self.size[0])
        if self._page.broken:
            self._anchors[True] = Anchor()
        else:
            self._whole = self._page.parts
            change = first_change(before, self._whole, self._height) if before else None
            self._anchors[False] = change or self._anchors[False]
        self.show()

    def scroll(self, key: str) -> None:
        """Move the page by a key."""
        height = self._height
        count = sum(len(part.rows) for part in self._page.parts)
        top, _ = in_view(self._page.parts, self._anchors[self._page.broken], height)
        steps = {"up": -1, "down": 1, "page-up": 1 - height, "page-down": height - 1}
        row = {"home": 0, "end": count}.get(key, top + steps.get(key, 0))
        row = max(min(row, count - height), 0)
        self._anchors[self._page.broken] = anchor_at(row, self._page.parts)
        self.show()

    @property
    def _height(self) -> int:
        return max(self.size[1] - 1, 1)

    def show(self) -> None:
        """Draw what is in view."""
        parts, height = self._page.parts, self._height
        top, rows = in_view(parts, self._anchors[self._page.broken], height)
        count = sum(len(part.rows) for part in parts)
        last = status(self._page.title, top, len(rows), count, self.size[0])
        blank: list[Row] = [()] * (height - len(rows))
        draw(map(self._paint, [*rows, *blank, last]))
