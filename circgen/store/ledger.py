"""The ledger: which contents circgen itself has written under which name.

A text file in the format of `sha256sum`, one line for each content: `sha256sum -c` lists the files
that were edited since. It only ever grows at its end, so a line torn by a killed run or a full disk
harms nobody: it names a hash or a file that no content matches.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from pathlib import Path

HEADER = (
    "# what circgen wrote: sha256 and name, the newest last; a file that differs was edited by "
    "hand. circgen keeps this folder; without it, it takes every file beside it for edited.\n"
)
SPARE_LINES = 1000  # a ledger shorter than this is not worth compacting


def fold(name: str) -> str:
    """The name as a file system sees it that minds neither case nor composed accents."""
    return unicodedata.normalize("NFC", name.casefold())


def digest(content: bytes) -> str:
    """The SHA-256 of the content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


class Ledger:
    """What was written to one folder. Reading and appending raise OSError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines = 0
        # folded name -> hash -> the name as it was spelled; the newest hash stands last
        self._written: dict[str, dict[str, str]] = {}
        try:
            text = path.read_bytes().decode("utf-8", errors="replace")
        except FileNotFoundError:
            return
        for line in text.split("\n"):
            sha256, _, name = line.partition("  ")
            if name:  # the heading has no two spaces
                self._note(sha256, name)

    def knows(self, name: str, content: bytes) -> bool:
        """Whether circgen has ever written this content under this name."""
        return digest(content) in self._written.get(fold(name), ())

    def names(self, name: str) -> bool:
        """Whether circgen has ever written anything under this name."""
        return fold(name) in self._written

    def append(self, editions: Iterable[tuple[str, bytes]]) -> None:
        """Remember names and contents, in one write; what is newest already is left out."""
        news = []
        for name, content in editions:
            sha256 = digest(content)
            if next(reversed(self._written.get(fold(name), {})), "") != sha256:
                news.append((sha256, name))
        if not news:
            return
        # Unbuffered, for a buffer that a full disk refused would be written at closing.
        with self._path.open("ab", buffering=0) as file:
            # The line feed ends a line that a killed run or a full disk has torn.
            start = "\n" if file.tell() else HEADER
            rest = (start + "".join(f"{sha256}  {name}\n" for sha256, name in news)).encode()
            while rest:
                rest = rest[file.write(rest) :]
        for sha256, name in news:
            self._note(sha256, name)

    def compact(self, folder: Path) -> None:
        """Forget the contents of old, once they are most of a long ledger.

        A name keeps its newest hash and the hash of what stands in the folder: a run killed
        between appending and moving leaves a file that is not the newest.
        """
        compacted = self._path.with_suffix(".new")
        compacted.unlink(missing_ok=True)  # left by a run killed right here
        if self._lines < max(SPARE_LINES, 4 * len(self._written)):
            return
        for known in self._written.values():
            newest, name = next(reversed(known.items()))
            if len(known) == 1:
                continue
            try:
                present = digest((folder / name).read_bytes())
            except OSError:
                present = newest
            for sha256 in [sha256 for sha256 in known if sha256 not in (newest, present)]:
                del known[sha256]
        lines = [
            f"{sha256}  {name}\n"
            for known in self._written.values()
            for sha256, name in known.items()
        ]
        compacted.write_bytes((HEADER + "".join(lines)).encode())
        compacted.replace(self._path)

    def _note(self, sha256: str, name: str) -> None:
        known = self._written.setdefault(fold(name), {})
        known.pop(sha256, None)
        known[sha256] = name
        self._lines += 1
