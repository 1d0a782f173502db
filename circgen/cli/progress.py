"""A bar on a terminal, while there is something to wait for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from circgen.cli.terminal import is_terminal

# Below this many circulars there is nothing to wait for.
_WORTH_A_BAR = 10


@contextmanager
def progress(total: int, *, quiet: bool = False) -> Iterator[Callable[[], object]]:
    """Gives what is to be called after each of `total` circulars."""
    if total < _WORTH_A_BAR or not is_terminal() or quiet:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("circulars", total=total)
        yield lambda: bar.advance(task)
