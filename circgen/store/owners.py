"""Which facts file a circular was made from, so that another one cannot take its letters away."""

from __future__ import annotations

import os
from pathlib import Path

HEADING = "# which facts file made which circular: circular, tab, path from this folder's parent\n"


class Owners:
    """A file of lines, the last one of a circular holds; a torn line is harmless."""

    def __init__(self, folder: Path, path: Path) -> None:
        self._folder, self._path = folder, path
        self._owners: dict[str, str] = {}
        if path.exists():
            for line in path.read_text("utf-8", errors="replace").splitlines():
                circular, tab, owner = line.partition("\t")
                if tab:
                    self._owners[circular] = owner

    def other(self, circular: str, facts: Path) -> Path | None:
        """Another facts file that is still there and made this circular."""
        owner = self._owners.get(circular)
        if owner is None or owner == self._relative(facts):
            return None
        found = self._folder / owner
        return found if found.exists() else None

    def note(self, circular: str, facts: Path) -> None:
        """Remember that `facts` made the circular."""
        owner = self._relative(facts)
        if self._owners.get(circular) == owner:
            return
        with self._path.open("a", encoding="utf-8") as file:
            file.write(("\n" if file.tell() else HEADING) + f"{circular}\t{owner}\n")
        self._owners[circular] = owner

    def _relative(self, facts: Path) -> str:
        try:
            return Path(os.path.relpath(facts.resolve(), self._folder.resolve())).as_posix()
        except ValueError:  # on another drive of Windows
            return facts.resolve().as_posix()
