"""What was worked out from files of words, kept for the next run.

As Jinja does with the templates that it has compiled, in a folder of the user's own among the
system's temporary ones. Nothing hangs on it: what is missing, damaged or made by another circgen is
worked out anew.
"""

from __future__ import annotations

import marshal
import os
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache

# What Python checks its own compiled files with; it depends on Python's version, too. To import
# hashlib takes longer than all that is kept.
from importlib.util import source_hash
from pathlib import Path
from typing import Any, TypeVar

from circgen import __version__

_Data = TypeVar("_Data")
_HASH = 8
_MOST = 32
"""So many files are kept for a purpose; those that were written first go first."""
_MAKERS = ("facts", "language", "readers", "recognition")
"""The parts of circgen whose code decides what is worked out from the words of a language."""


def kept(
    purpose: str, source: bytes, make: Callable[[], _Data], parts: tuple[str, ...] = _MAKERS
) -> _Data:
    """What `make` gives for a source, from an earlier run if it was asked for the same.

    `make` gives texts, bytes, numbers, and tuples, lists, sets and dictionaries of them. `parts`
    are the folders of circgen whose code it runs.
    """
    folder = _folder()
    if folder is None:
        return make()
    key = source_hash(_circumstances(parts) + source)
    path = folder / f"{purpose}-{key.hex()}"
    found: _Data | None = _read(path)
    if found is None:
        found = make()
        _write(path, found)
    return found


@cache
def _folder() -> Path | None:
    """A folder that nobody but the user writes to; None if there can be none."""
    try:
        owner = str(os.getuid()) if hasattr(os, "getuid") else ""
        folder = Path(tempfile.gettempdir(), f"circgen-{owner}")
        folder.mkdir(0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    # Windows has a temporary folder for each user, and no such modes.
    safe = not owner or (str(found.st_uid) == owner and not stat.S_IMODE(found.st_mode) & 0o077)
    return folder if safe and stat.S_ISDIR(found.st_mode) else None


@cache
def _circumstances(parts: tuple[str, ...]) -> bytes:
    """What else the result depends on: circgen's version, and what a developer has changed."""
    code = Path(__file__).parent
    changed = sum(file.stat().st_mtime_ns for part in parts for file in (code / part).rglob("*.py"))
    return f"{__version__} {changed}\n".encode()


def _read(path: Path) -> Any:  # noqa: ANN401  whatever was written
    """What a file holds; None if it is not there, or not whole."""
    try:
        content = path.read_bytes()
        if content[:_HASH] != source_hash(content[_HASH:]):
            return None
        return marshal.loads(content[_HASH:])  # noqa: S302  nobody else writes there
    except (OSError, ValueError, EOFError, TypeError):
        return None


def _write(path: Path, data: Any) -> None:  # noqa: ANN401  as above
    """Put a file into place, whole; where that fails, there is none."""
    content = marshal.dumps(data)
    new = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        new.write_bytes(source_hash(content) + content)
        new.replace(path)
        alike = path.parent.glob(f"{path.name.rpartition('-')[0]}-*")
        for old in sorted(alike, key=_age)[:-_MOST]:
            old.unlink(missing_ok=True)


def _age(path: Path) -> int:
    return path.stat().st_mtime_ns
