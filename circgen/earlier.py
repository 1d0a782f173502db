"""What was found in the words of a kind of circular in an earlier run, while nothing has changed.

To try the words with facts of all sorts takes a second, and depends on nothing but files of words
and on circgen itself.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from importlib import metadata

from circgen.findings import Finding, FindingsError
from circgen.kept import kept
from circgen.library import Library

_LIBRARIES = ("babel", "jinja2", "markdown-it-py", "PyStemmer")
"""What the words of a letter depend on besides; a new version may word something otherwise."""
_OF_WORDS = (".yaml", ".j2")
_EVERYTHING = ("",)
"""The code of all of circgen decides what is found."""


def as_before(
    kind: str, rules: Sequence[str], library: Library, look: Callable[[], list[Finding]]
) -> list[Finding]:
    """What these rules find in the words of a kind by looking at them, in this run or earlier.

    `look` may depend on all files of words, and on nothing else.
    """
    try:
        words = _words(library)
    except FindingsError:  # a file that no rule asks for, and nobody can read
        return look()
    source = repr((kind, tuple(rules), list(map(_version, _LIBRARIES)), words)).encode()
    found = kept("trials", source, lambda: pickle.dumps(look()), _EVERYTHING)
    return list(pickle.loads(found))  # noqa: S301  nobody else writes there


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:  # it was copied here without what is known of it
        return ""


def _words(library: Library) -> list[tuple[str, bytes]]:
    """The files of words, by the names that findings give them."""
    files = sorted(library.project.templates.rglob("*"))
    return [(library.shown(file), library.read(file)) for file in files if file.suffix in _OF_WORDS]
