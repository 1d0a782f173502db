"""Looking at many files on all cores, in order."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

_T = TypeVar("_T")

# Below this many files a second process costs more than it saves.
_WORTH_A_POOL = 40
_CHUNK = 4
_MOST = 61
"""More processes than Windows can wait for are an error there."""


@contextmanager
def look_at(
    paths: Sequence[Path], look: Callable[[Path], _T], begin: Callable[[], Callable[[Path], _T]]
) -> Iterator[Iterator[_T]]:
    """What `look` finds in each file. `begin` makes what looks at files in another process.

    A process that was forked has inherited `look`, with all that it has read, and needs no `begin`.
    The other processes begin at once. What is given over to them, and what they find, must be
    values that can be pickled.
    """
    workers = min(cores(), _MOST, len(paths) // (_WORTH_A_POOL // 2))
    if workers < 2:  # noqa: PLR2004
        yield map(look, paths)
        return
    _looks[:] = [look]
    pool = ProcessPoolExecutor(workers, None, _begin, (begin,))
    try:
        with _interrupts_ignored():
            found = pool.map(_elsewhere, paths, chunksize=_CHUNK)
        yield found
    except BrokenProcessPool as error:
        raise OSError(0, "a process that looked at files was ended from outside") from error
    finally:
        pool.shutdown(cancel_futures=True)
        _looks.clear()


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Ctrl-C reaches all processes of a terminal; those that begin here leave it to this one."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_looks: list[Callable[[Path], Any]] = []
"""What looks at files in a process of the pool."""


def _begin(begin: Callable[[], Callable[[Path], Any]]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Windows has not inherited it
    Thread(target=_end_with_parent, daemon=True).start()
    if not _looks:
        _looks[:] = [begin()]


def _end_with_parent() -> None:
    """A run that is killed leaves no process behind, waiting for ever."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _elsewhere(path: Path) -> Any:  # noqa: ANN401  whatever is found
    return _looks[0](path)
