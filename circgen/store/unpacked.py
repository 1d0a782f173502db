"""Files that are needed on the disk for a moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory


@contextmanager
def unpacked(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder of its own with these files, by their paths; it is gone afterwards.

    Paths that would lead out of the folder are left out.
    """
    with TemporaryDirectory(prefix="circgen-") as name:
        folder = Path(name)
        for path, content in files.items():
            inner = PurePosixPath(path)
            if inner.is_absolute() or ".." in inner.parts or {*"\\:"} & {*path}:
                continue
            target = folder / inner
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        yield folder
