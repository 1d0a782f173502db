"""Watching a project: which folders its files are in, and what changes there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event

from circgen.project import Project

# In milliseconds. A save is a burst of events: it is over when nothing has come for a moment.
_QUIET = 20
_LONGEST_BURST = 150
_NOW_AND_THEN = 250
_TRIES = 20
_DEPTH = 2
"""So far below a project's folders its files are: `meetings/`, and in there folders of annexes."""

_BESIDES = re.compile(
    r"""\A(?:
      \..*              # .x.swp of vim, .#x of Emacs, .~lock.x# of LibreOffice
    | .*~               # x~, the backup of many
    | \#.*\#            # #x# of Emacs
    | ~\$.*             # ~$x of Word
    | 4913              # of vim, to see whether it may write here
    | .*\.(?:swp|swx|swo|tmp|temp|bak|part|crswap)
    | .*___jb_\w+___    # of JetBrains' editors
    )\Z""",
    re.VERBOSE | re.IGNORECASE,
)


def roots_of(project: Project, facts: Path) -> tuple[Path, ...]:
    """The folders whose files a circular is made from; those within another are left out."""
    folders = {project.templates, *project.data, facts.absolute().parent, facts.resolve().parent}
    full = sorted({folder.resolve() for folder in folders})
    return tuple(f for f in full if not any(f != g and f.is_relative_to(g) for g in full))


def concerns(path: Path, roots: Iterable[Path]) -> bool:
    """Whether a change of a path can matter: not that of a file which an editor has for itself."""
    return not _BESIDES.match(path.name) and any(path.is_relative_to(root) for root in roots)


def changes(roots: tuple[Path, ...], stop: Event) -> Iterator[frozenset[Path]]:
    """The paths that changed below folders, a moment after each save, until `stop` is set.

    They are empty where something may have been missed: once in the beginning, and once after
    folders came or went. Nothing says whether a file is there now, or whole.

    Raises:
        OSError: if the system cannot watch so much.
    """
    gone = 0
    while not stop.is_set():
        folders = _folders(roots)
        try:
            for paths in _changes_in(folders, roots, stop):
                yield paths
                gone = 0
        except FileNotFoundError:  # a folder went just before it would have been watched
            gone += 1
            if gone == _TRIES:
                raise
            stop.wait(_NOW_AND_THEN / 1000)


def _changes_in(
    folders: tuple[Path, ...], roots: tuple[Path, ...], stop: Event
) -> Iterator[frozenset[Path]]:
    """The changes, until there are other folders to be watched.

    A folder that went and came again is another one, though it is called the same.
    """
    from watchfiles import Change, watch  # noqa: PLC0415  with asyncio, for who watches only

    is_new = True
    for found in watch(
        *folders,
        watch_filter=None,
        debounce=_LONGEST_BURST,
        step=_QUIET,
        stop_event=stop,
        rust_timeout=_NOW_AND_THEN,
        yield_on_timeout=True,
        raise_interrupt=False,
        # Not all that is below: a facts file may stand in somebody's home.
        recursive=False,
    ):
        paths = frozenset(p for _, name in found if concerns(p := Path(name), roots))
        if paths or is_new:
            yield paths
        is_new = False
        others = (Path(name) for change, name in found if change is not Change.modified)
        if any(path in folders for path in others) or _folders(roots) != folders:
            return


def _folders(roots: Iterable[Path]) -> tuple[Path, ...]:
    """The folders to be watched; with those around them, a root that goes may come again."""
    found: set[Path] = set()
    for root in roots:
        there = next(folder for folder in (root, *root.parents) if folder.is_dir())
        found |= {there, there.parent}
        if there == root:
            found |= set(_below(root, _DEPTH))
    return tuple(sorted(found))


def _below(folder: Path, depth: int) -> Iterator[Path]:
    try:
        inner = [path for path in folder.iterdir() if path.is_dir() and path.name[0] != "."]
    except OSError:  # it went in the meantime, or is nobody's business
        return
    for path in inner:
        yield path
        if depth > 1:
            yield from _below(path, depth - 1)
