"""Locks: circgen's own on a folder, and an office program's on a document."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
    import time
else:
    import fcntl


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock file `path`; wait for another process that holds it.

    The system releases it when the process ends, however it ends. Raises OSError where the lock
    file cannot be made or the file system (some network shares) has no locks. A process that asks
    twice waits for itself.
    """
    with path.open("ab") as file:
        if sys.platform == "win32":
            file.seek(0)
            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
                    break
                except PermissionError:
                    time.sleep(0.05)
            try:
                yield
            finally:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def owner_file(path: Path) -> Path | None:
    """The file by which Word or LibreOffice says that it has this document open, or None.

    Word puts `~$` in place of the first two characters of the name, of the first one where seven
    stand before the extension, and before the whole name where there are fewer. (LibreOffice knows
    the same rule: `svl/source/misc/msodocumentlockfile.cxx`.)
    """
    name = path.name
    cut = min(2, max(0, len(path.stem) - 6))
    for owner in (f"~${name[cut:]}", f".~lock.{name}#"):
        if os.path.lexists(path.with_name(owner)):
            return path.with_name(owner)
    return None
