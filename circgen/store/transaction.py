"""All editions of a circular or none: how new files take the place of old ones.

In the folder `.circgen/move`:

1. the new files are staged in `new/`; nothing is visible yet;
2. the files they replace are moved out of sight, into `old/`, or into `edited/` if they are to be
   kept; now the folder shows some of the old editions, or none;
3. an empty file `placing` is made; from here on there is no way back, except after an OSError;
4. the new files are moved into place; now the folder shows some of the new editions, or all;
5. what is in `edited/` becomes a backup beside the new file, and `move` is removed.

So the folder never shows an old edition beside a new one, and what is on disk tells how far a
killed run has come: without `placing` the old files go back, with it the move is completed.

Nothing is flushed to the disk (fsync), for that costs milliseconds a file and what was written
outlives a killed process without it. Only a power cut can leave an empty file, which then counts
as edited.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from circgen.store.ledger import Ledger


class Change(NamedTuple):
    """A file that is to come into place. `backup`: what it replaces is kept beside it."""

    name: str
    content: bytes
    replaces: bool = False
    backup: bool = False


def backup_path(path: Path) -> Path:
    """The first free name for a backup: `letter.bak.docx`, `letter.bak2.docx`….

    The extension stays last, so that a double click opens the backup too. Raises OSError if the
    name is too long for the file system.
    """
    number = 1
    while True:
        backup = path.with_name(f"{path.stem}.bak{number if number > 1 else ''}{path.suffix}")
        try:
            backup.lstat()
        except FileNotFoundError:
            return backup
        number += 1


class Transaction:
    """Replaces files of one folder together. Every OSError leaves the folder as it was."""

    def __init__(self, folder: Path, home: Path, ledger: Ledger) -> None:
        self._folder = folder
        self._ledger = ledger
        self._move = home / "move"
        self._new = self._move / "new"
        self._old = self._move / "old"
        self._edited = self._move / "edited"
        self._placing = self._move / "placing"
        self._ready = False  # whether `new` is there, and nothing else in `move`

    def prepare(self) -> tuple[Path, ...]:
        """Call it before `replace`: settles what failed at the end of another one, if it did."""
        return () if self._ready else self.settle()

    def finish(self, changes: tuple[Change, ...]) -> tuple[Path, ...]:
        """Call it after `replace`. Returns the backups made."""
        if any(change.replaces for change in changes):
            return self.settle()
        # Nothing was moved aside, and all that was staged is in place. What is left of `move`
        # serves the next circular: making and removing folders takes longer than writing files.
        self._placing.unlink()
        self._ready = True
        return ()

    def replace(self, changes: tuple[Change, ...]) -> None:
        """Put all the files into place, or none; see `prepare` and `finish`."""
        if not self._ready:
            self._new.mkdir(parents=True)
        self._ready = False
        try:
            for change in changes:
                (self._new / change.name).write_bytes(change.content)
            # Before anything moves: a run killed from here on has written nothing unknown.
            self._ledger.append((change.name, change.content) for change in changes)
            for change in changes:
                if change.replaces:
                    aside = self._edited if change.backup else self._old
                    aside.mkdir(exist_ok=True)
                    (self._folder / change.name).replace(aside / change.name)
            self._placing.touch()
            for change in changes:
                (self._new / change.name).replace(self._folder / change.name)
        except OSError:  # after Ctrl-C, `settle` is enough
            self._take_back(changes)
            raise

    def settle(self) -> tuple[Path, ...]:
        """Complete what `replace` has begun, or undo it where it hadn't come to placing.

        Returns the backups made. Can be killed and called again. A file that a person has put in
        the way since stays; what it is in the way of is dropped if circgen can write it again.
        """
        self._ready = False
        if not self._move.is_dir():
            return ()
        if self._placing.exists():
            for staged in _files(self._new):
                if self._is_ours(staged.name):
                    staged.replace(self._folder / staged.name)
        else:
            for aside in (*_files(self._old), *_files(self._edited)):
                if not os.path.lexists(self._folder / aside.name):
                    aside.replace(self._folder / aside.name)
        backups = []
        for edited in _files(self._edited):
            backups.append(backup_path(self._folder / edited.name))
            edited.replace(backups[-1])
        for file in (*_files(self._new), *_files(self._old)):
            _remove(file)
        self._placing.unlink(missing_ok=True)
        for folder in (self._new, self._old, self._edited, self._move):
            with suppress(FileNotFoundError):
                folder.rmdir()
        return tuple(backups)

    def _take_back(self, changes: tuple[Change, ...]) -> None:
        """Undo `replace` after an error. Without `placing`, nothing is in place yet."""
        if self._placing.exists():
            for change in changes:
                if not os.path.lexists(self._new / change.name):
                    (self._folder / change.name).replace(self._new / change.name)
            self._placing.unlink()
        self.settle()

    def _is_ours(self, name: str) -> bool:
        """Whether nothing has this name in the folder, or a file that circgen wrote."""
        path = self._folder / name
        if not os.path.lexists(path):
            return True
        return stat.S_ISREG(path.lstat().st_mode) and self._ledger.knows(name, path.read_bytes())


def _files(folder: Path) -> tuple[Path, ...]:
    """The files of a folder that may not be there, in the order of their names."""
    try:
        return tuple(sorted(folder.iterdir()))
    except FileNotFoundError:
        return ()


def _remove(file: Path) -> None:
    try:
        file.unlink()
    except PermissionError:  # Windows does not remove a file that is write-protected
        file.chmod(stat.S_IWRITE | stat.S_IREAD)
        file.unlink()
