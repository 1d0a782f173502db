"""What git knows of a repository: its revisions and the files in them. Nothing is changed there."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from circgen.project import shown

_TWO_FILES = "name two files: circgen diff OLD NEW"
_REVISION = re.compile(r"(?P<revision>(?:[^:{]|\{[^}]*\})+):(?P<path>.+)", re.DOTALL)
"""`HEAD~2:data/x.yaml`, `main@{2025-10-14 09:00}:x.yaml`."""
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


class GitError(Exception):
    """Why git does not give what it is asked for."""


class Revised(NamedTuple):
    """A file as it was in a revision; `path` begins at the top of the repository."""

    revision: str
    path: str

    def __str__(self) -> str:
        """As it is typed: `HEAD:data/x.yaml`."""
        return f"{self.revision}:{self.path}"


def revised(word: str) -> Revised | None:
    """What `REV:path` means; None for the name of a file."""
    match = _REVISION.fullmatch(word)
    if not match or _DRIVE.match(word) or Path(word).exists():
        return None
    return Revised(match["revision"], match["path"])


class Repository:
    """The repository around a folder.

    Raises:
        GitError: if there is none, or no git.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            up, prefix = self._lines("rev-parse", "--show-cdup", "--show-prefix")
        except GitError:
            full = folder.absolute()
            if any((each / ".git").exists() for each in (full, *full.parents)):
                raise  # it has its reasons
            raise GitError(f"there is no git repository here or above: {_TWO_FILES}") from None
        self.top = folder / up
        self.prefix = prefix

    def whole(self, file: Revised) -> Revised:
        """The file by its path from the top: `./x.yaml` begins at the folder."""
        path = file.path.replace("\\", "/")
        parts = (
            (self.prefix + path).split("/") if path.startswith(("./", "../")) else path.split("/")
        )
        found: list[str] = []
        for part in parts:
            if part == ".." and found:
                found.pop()
            elif part not in {"", "."}:
                found.append(part)
        return file._replace(path="/".join(found))

    def tree(self, revision: str) -> str:
        """The tree of a revision.

        Raises:
            GitError: if there is no such revision.
        """
        found = self._run(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}", fail=""
        )
        if not found:
            if not self._run("rev-list", "--all", "--max-count=1"):
                raise GitError(f"nothing is committed in this repository yet: {_TWO_FILES}")
            listed = "`git log --oneline` lists revisions, `git branch` and `git tag` their names"
            raise GitError(f"`{revision}` is not a revision of this repository: {listed}")
        return found.decode().strip()

    def files(self, tree: str) -> tuple[str, ...]:
        """The paths of all files of a tree."""
        listed = self._run("ls-tree", "-r", "-z", "--full-tree", "--name-only", tree)
        return tuple(
            name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name
        )

    def file(self, file: Revised) -> bytes:
        """What a file held in its revision.

        Raises:
            GitError: if there is no such revision, or no such file in it.
        """
        found = self.read(self.tree(file.revision), [file.path])
        if file.path not in found:
            raise self.missing(file)
        return found[file.path]

    def missing(self, file: Revised) -> GitError:
        """That a revision has no such file, and what to type instead."""
        problem = f"`{file.revision}` has no {file.path}"
        here = self.prefix + file.path
        if self.prefix and self.read(self.tree(file.revision), [here]):
            return GitError(f"{problem}: write {file.revision}:{here}")
        now = self.top / file.path
        if now.is_dir():
            return GitError(f"{problem}, or it is a folder: name a file")
        if now.exists():
            why = ", it is not committed yet" if file.revision == "HEAD" else ""
            other = f"circgen diff OLD {shown(now)}"
            return GitError(f"{problem}{why}: name the version to compare it with: {other}")
        return GitError(
            f"{problem}: `git ls-tree -r --name-only {file.revision}` lists what it has"
        )

    def read(self, tree: str, paths: Iterable[str]) -> dict[str, bytes]:
        """What files of a tree hold, through links within it; those that are not there are not."""
        # A line feed would end the question.
        asked = [path for path in dict.fromkeys(paths) if "\n" not in path]
        questions = "".join(f"{tree}:{path}\n" for path in asked)
        answers = self._run(
            "cat-file",
            "--batch",
            "--follow-symlinks",
            given=questions.encode("utf-8", "surrogateescape"),
        )
        found: dict[str, bytes] = {}
        at = 0
        for path in asked:
            end = answers.index(b"\n", at)
            words = answers[at:end].split(b" ")
            at = end + 1
            if words[-1] in {b"missing", b"ambiguous"}:
                continue
            # `<id> blob <size>`; of a link that leads nowhere, `dangling <size>`.
            size = int(words[-1])
            if words[-2] == b"blob":
                found[path] = answers[at : at + size]
            at += size + 1
        return found

    def _lines(self, *words: str) -> list[str]:
        return self._run(*words).decode("utf-8", "surrogateescape").split("\n")[:2]

    def _run(self, *words: str, given: bytes = b"", fail: str | None = None) -> bytes:
        try:
            ended = subprocess.run(  # noqa: S603  the words are ours, and git is who is asked
                ["git", "-C", str(self._folder), *words],  # noqa: S607  as people have it
                input=given,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            raise GitError("git is not installed: name two files instead of a revision") from None
        if ended.returncode:
            if fail is not None:
                return fail.encode()
            told = ended.stderr.decode("utf-8", "replace").strip().split("\n")[0]
            raise GitError(f"git: {told.removeprefix('fatal: ') or f'{words[0]} failed'}")
        return ended.stdout
