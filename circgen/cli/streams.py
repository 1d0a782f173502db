"""Standard output and standard error as circgen writes to them."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class _Pipe(io.FileIO):
    """A pipe, or a file. When nobody reads any more (`circgen render | head -1`), writing goes on.

    A command then does all its work and ends as usual: a reader that has seen enough is no error,
    and letters are written whether somebody reads their names or not.
    """

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            return memoryview(data).nbytes


def prepare() -> None:
    """Letters and messages are UTF-8, whatever the code page; odd file names don't stop them."""
    sys.stdout = _prepared(sys.stdout, "surrogateescape")
    sys.stderr = _prepared(sys.stderr, "backslashreplace")


def _prepared(stream: TextIO | None, errors: str) -> TextIO:
    if stream is None:  # closed by the shell
        return io.StringIO()
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    if stream.isatty():  # that of Windows is no file
        stream.reconfigure(encoding="utf-8", errors=errors)
        return stream
    pipe = io.BufferedWriter(_Pipe(stream.fileno(), "wb", closefd=False))
    return io.TextIOWrapper(pipe, "utf-8", errors, line_buffering=stream.line_buffering)
