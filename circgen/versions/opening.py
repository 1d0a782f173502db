"""The two versions that a command line names: files, or files in a revision of git."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from circgen.library import Library, read_bytes
from circgen.project import find_project, shown
from circgen.versions.composing import Version
from circgen.versions.git import GitError, Repository, Revised, revised
from circgen.versions.snapshot import snapshot

_FACTS = {".yaml", ".yml"}


class Source(NamedTuple):
    """A file; with a revision of a repository, as it was there."""

    path: Path
    revised: Revised | None = None
    repository: Repository | None = None

    @property
    def is_facts(self) -> bool:
        """Whether it is a facts file and not a document."""
        return self.path.suffix in _FACTS

    @property
    def is_series(self) -> bool:
        """Whether it is what a series has in common, and no circular."""
        folder = self.path.absolute().parent
        return self.is_facts and (folder.parent.name, folder.name) == ("data", "series")

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.revised) if self.revised else shown(self.path)

    def data(self) -> bytes:
        """What it holds.

        Raises:
            FindingsError: if it cannot be read.
            GitError: if the revision is not there, or has no such file.
        """
        if self.revised and self.repository:
            return self.repository.file(self.revised)
        return read_bytes(self.path)


def revision_alone(word: str) -> str:
    """How to name a file of a revision that was named without one; empty if it is no revision."""
    try:
        repository = Repository(Path.cwd())
        repository.tree(word)
    except GitError:
        return ""
    return f"{word}:{repository.prefix}"


def sources(old: str, new: str | None) -> tuple[Source, Source]:
    """The two versions; without a second one, what stands in the folder now is the new one.

    A file alone is compared with what HEAD has of it.

    Raises:
        FindingsError: if a file that stands alone cannot be read.
        GitError: if there is no repository where one is needed.
    """
    first = _source(old)
    if new is not None:
        return first, _source(new)
    if first.revised and first.repository:
        return first, Source(first.repository.top / first.revised.path)
    first.data()
    repository = Repository(first.path.parent)
    head = repository.whole(Revised("HEAD", f"./{first.path.name}"))
    return Source(Path(head.path), head, repository), first


def _source(word: str) -> Source:
    found = revised(word)
    if found is None:
        return Source(Path(word))
    repository = Repository(Path.cwd())
    file = repository.whole(found)
    return Source(Path(file.path), file, repository)


@contextmanager
def opened(source: Source, templates: Path | None, library: Library | None) -> Iterator[Version]:
    """A version of a circular; `library` is that of the folder, if it has been made already.

    Raises:
        FindingsError: with every problem of its facts.
        GitError: if the revision is not there, or has no such file.
    """
    if source.revised and source.repository:
        with snapshot(source.repository, source.revised, templates) as (own, path):
            yield _version(source, own, path)
        return
    own = library or Library(find_project(Path.cwd(), templates, source.path))
    yield _version(source, own, source.path)


def _version(source: Source, library: Library, path: Path) -> Version:
    return Version(source.name, library.read(path), library, library.load(path))
