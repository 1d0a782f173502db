"""Children of the tests: real processes that are killed, fail at one call, or compete."""

import os
import signal
import sys
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path


def start(work: Callable[[], object]) -> int:
    """Run `work` in a child process and return its id; it exits with 0, or 1 on an exception."""
    with warnings.catch_warnings():
        # Python 3.12 warns of threads, and pytest-xdist has one; the child uses none of its locks.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except BaseException:  # noqa: BLE001 - an exception must not leave the child
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


def end(child: int) -> int:
    """Wait for a child: its exit code, or the number of the signal that killed it, negative."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def at_each_call(folder: Path, what: Callable[[int], object], *, reads: bool = True) -> None:
    """From now on, this process calls `what(n)` before its n-th use of a file in the folder.

    Without `reads`, before its n-th change. Python announces every opening, moving and removing to
    audit hooks, before it happens. They can't be removed, so this is for child processes.
    """
    prefix = str(folder)
    count = 0
    busy = False

    def hook(event: str, args: tuple[object, ...]) -> None:
        nonlocal busy, count
        if busy or not args or not isinstance(args[0], str | os.PathLike):
            return
        if str(args[0]).startswith(prefix) and (reads or _changes(event, args)):
            count += 1
            busy = True  # `what` may use files itself
            try:
                what(count)
            finally:
                busy = False

    sys.addaudithook(hook)


def _changes(event: str, args: tuple[object, ...]) -> bool:
    """Whether the call that Python announces changes something on the disk."""
    if event == "open":
        flags = args[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
    return event in {"os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.chmod"}


def kill_at(number: int) -> Callable[[int], None]:
    """What kills this process at the call of this number."""

    def kill(count: int) -> None:
        if count == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return kill
