"""What the Tab key offers in a shell: what may stand where some characters stand now."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

_TAKEN_APART = re.compile(r"""[\s"'\\$&;()<>|`!*?\[\]{}#~]""")
"""What a shell takes for something else than a letter of a name."""


def circulars(incomplete: str) -> list[str]:
    """The project's facts files; failing that, folders and files of a project on the disk."""
    from circgen.project import find_project, shown

    own = map(shown, find_project(Path.cwd()).meetings())
    found = [name for name in own if name.startswith(incomplete)] or _on_disk(incomplete)
    return list(map(_typed, found))


def _typed(name: str) -> str:
    """A name as it is typed in bash, which takes what it gets as it is; other shells mark it."""
    last = os.environ.get("COMP_WORDS", "").rpartition("\n")[2]
    if os.environ.get("_CIRCGEN_COMPLETE") != "complete_bash" or last[:1] in {"'", '"'}:
        return name
    return _TAKEN_APART.sub(lambda found: f"\\{found[0]}", name)


def _on_disk(incomplete: str) -> list[str]:
    folder, slash, _ = incomplete.rpartition("/")
    try:
        inside = sorted(Path(folder + slash or ".").iterdir())
    except OSError:
        return []
    names = (
        f"{folder}{slash}{path.name}{'/' * path.is_dir()}"
        for path in inside
        if path.suffix in {".yaml", ".yml", ".j2"} or path.is_dir()
    )
    return [name for name in names if name.startswith(incomplete)]


def languages(incomplete: str) -> list[str]:
    """Languages of the project, as the last word of a list such as `en,ru`."""
    from circgen.project import find_project

    return _last_word(incomplete, find_project(Path.cwd()).packs())


def rules(incomplete: str) -> list[str]:
    """Names of rules, as the last word of a list."""
    from circgen.checks import registry

    return _last_word(incomplete, registry.rules())


def series(incomplete: str) -> list[str]:
    """Series of the project, as the last word of a list."""
    from circgen.project import find_project

    return _last_word(incomplete, find_project(Path.cwd()).series())


def states(incomplete: str) -> list[str]:
    """States of editions and files, as the last word of a list."""
    from circgen.listing.entries import EditionState, FileState

    return _last_word(incomplete, [each.value for each in (*EditionState, *FileState)])


def statuses(incomplete: str) -> list[str]:
    """What circulars can be, as the last word of a list."""
    from circgen.listing.entries import Status

    return _last_word(incomplete, [each.value for each in Status])


def _last_word(incomplete: str, words: Iterable[str]) -> list[str]:
    before, comma, last = incomplete.rpartition(",")
    taken = before.split(",")
    return [
        f"{before}{comma}{word}" for word in words if word.startswith(last) and word not in taken
    ]
