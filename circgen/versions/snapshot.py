"""A project as it was in a revision of git."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from circgen.findings import Finding, FindingsError, Location
from circgen.library import Library, read_bytes
from circgen.project import PACK_FILE, SHIPPED, Project, shown
from circgen.store.unpacked import unpacked
from circgen.versions.git import Repository, Revised

_OF_TEMPLATES = (".yaml", ".j2")
_OF_SERIES = (".yaml", ".yml")


class _Snapshot:
    """A revision of a repository; the files that give it its words stand in a folder."""

    def __init__(self, repository: Repository, revision: str, tree: str, folder: Path) -> None:
        self._repository, self._revision, self._tree = repository, revision, tree
        self._folder = folder

    def read(self, path: Path) -> bytes:
        """The content of a file: of the revision, or of what circgen ships.

        Raises:
            FindingsError: if it isn't there.
        """
        if not path.is_relative_to(self._folder):
            return read_bytes(path)
        inner = path.relative_to(self._folder).as_posix()
        found = self._repository.read(self._tree, [inner])
        if inner not in found:
            problem = f"cannot be read: it is not in `{self._revision}`"
            raise FindingsError(Finding(Location(self.named(path)), "unreadable", problem))
        return found[inner]

    def named(self, path: Path) -> str:
        """What git calls a file: `REV:path`."""
        if not path.is_relative_to(self._folder):
            return shown(path)
        return f"{self._revision}:{path.relative_to(self._folder).as_posix()}"


@contextmanager
def snapshot(
    repository: Repository, file: Revised, templates: Path | None
) -> Iterator[tuple[Library, Path]]:
    """The library around a file in its revision, and the path by which it knows the file.

    Its words are those of the revision, or of a folder of today.

    Raises:
        GitError: if there is no such revision, or no such file in it.
    """
    tree = repository.tree(file.revision)
    names = repository.files(tree)
    if file.path not in names:
        raise repository.missing(file)
    starts = (repository.prefix.rstrip("/"), str(PurePosixPath(file.path).parent))
    words = None if templates else _upwards(names, starts, "templates", f"*/{PACK_FILE}")
    data = _upwards(names, starts, "data", "meetings/*.y*ml", "series/*.y*ml")
    needed = [name for name in names if _is_needed(PurePosixPath(name), words, data)]
    with unpacked(repository.read(tree, needed)) as folder:
        own = folder / data if data is not None else None
        project = Project(
            templates or (folder / words if words is not None else SHIPPED / "templates"),
            (*((own,) if own else ()), SHIPPED / "data"),
            own,
        )
        found = _Snapshot(repository, file.revision, tree, folder)
        yield Library(project, found.read, found.named), folder / file.path


def _upwards(
    names: tuple[str, ...], starts: Iterable[str], folder: str, *holds: str
) -> PurePosixPath | None:
    """The nearest folder of this name that holds such a file, as for files on the disk."""
    files = [PurePosixPath(name) for name in names if f"{folder}/" in name]
    for start in map(PurePosixPath, starts):
        for around in (start, *start.parents):
            found = around / folder
            inner = (file.relative_to(found) for file in files if file.is_relative_to(found))
            near = [file for file in inner if len(file.parts) == 2]  # noqa: PLR2004  as `holds`
            if any(file.match(pattern) for file in near for pattern in holds):
                return found
    return None


def _is_needed(
    name: PurePosixPath, words: PurePosixPath | None, data: PurePosixPath | None
) -> bool:
    """Whether a library looks for a file by its name before it reads it."""
    if words is not None and name.is_relative_to(words):
        depth = len(name.relative_to(words).parts)
        return depth <= 2 and name.suffix in _OF_TEMPLATES  # noqa: PLR2004  a folder a language
    return data is not None and name.parent == data / "series" and name.suffix in _OF_SERIES
