"""What stands where an edition is to be written, as far as the ledger knows."""

from __future__ import annotations

import stat
from enum import Enum, auto
from pathlib import Path

from circgen.store.ledger import Ledger

HOME = ".circgen"
"""The hidden folder, inside the one that is written to, where circgen keeps what it knows."""


class State(Enum):
    """A file, compared with the content that it is to have."""

    ABSENT = auto()
    SAME = auto()
    OURS = auto()  # circgen wrote it, with another content
    EDITED = auto()


def state_of(path: Path, content: bytes | None, ledger: Ledger) -> State:
    """Compare a file with the content it is to have; None is a content that is not known.

    Raises:
        OSError: if the file cannot be read, or is none.
    """
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return State.ABSENT
    if stat.S_ISLNK(mode):
        mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise OSError(0, "something that is not a file has its name", str(path))
    present = path.read_bytes()
    if present == content:
        return State.SAME
    return State.OURS if ledger.knows(path.name, present) else State.EDITED


def ledger_of(folder: Path) -> Ledger:
    """What circgen has written to a folder; nothing is changed, and nobody has to wait.

    Raises:
        OSError: if the ledger is there and cannot be read.
    """
    return Ledger(folder / HOME / "ledger")
