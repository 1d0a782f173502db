"""One file by itself, put into place whole."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path


def replace(path: Path, content: bytes) -> None:
    """Write a file so that it never is there in part; its folder is made.

    A file that was there keeps its permissions, and a link to it goes on being one.

    Raises:
        OSError: if it cannot be written; then it is as it was.
    """
    target = path.resolve()
    there = target.exists()
    if there and not os.access(target, os.W_OK):
        raise PermissionError(0, "it is write-protected", str(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        new.write_bytes(content)
        if there:
            new.chmod(stat.S_IMODE(target.stat().st_mode))
        new.replace(target)
    except BaseException:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise


def create(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all; its folder is made.

    Raises:
        FileExistsError: if there is anything of its name; that stays as it is.
        OSError: if it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        new.write_bytes(content)
        if sys.platform == "win32":
            new.rename(path)  # which refuses what is there
        else:
            _linked(path, new, content)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _linked(path: Path, new: Path, content: bytes) -> None:
    """Let a file appear whole, or, where there are no hard links, at least never over another."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        raise
    except OSError:
        with path.open("xb") as file:
            file.write(content)
