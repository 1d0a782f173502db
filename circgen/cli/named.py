"""Files that the command line names: whether they are there, and what was meant where they are not.

A name that is wrong is no finding: the command ends with 2 and has done nothing, whatever else is
named. What is wrong inside a file is a finding, and so is a file of the project that cannot be read
and that nobody has named.

(Typer is told not to look itself, `readable=False`: it would say the same at greater length.)
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from circgen.cli.terminal import CannotRunError

if TYPE_CHECKING:
    from circgen.project import Project

_FACTS = {"", ".yaml", ".yml"}
_CLOSE = 0.8
"""How alike two names must be, from 0 to 1; their numbers must be the same."""
_NUMBER = re.compile(r"\d+")


def must_be_there(paths: Iterable[Path], project: Project, *, folders: bool = True) -> None:
    """Refuse what is not there, or what nobody may read, all at once; without `folders`, these too.

    Raises:
        CannotRunError: if there is anything of the kind.
    """
    named = tuple(dict.fromkeys(paths))
    reasons = [
        f"{path} is a folder: name a file"
        if path.is_dir() and not folders
        else _hindrance(path, named, project)
        for path in named
    ]
    if any(reasons):
        raise CannotRunError("\ncircgen: ".join(filter(None, reasons)))


def full(path: Path) -> Path:
    """A path without links, by which a file is known; a link in a circle stays as it is."""
    return Path(os.path.realpath(path))


def _hindrance(path: Path, named: tuple[Path, ...], project: Project) -> str:
    """Why nothing can be read there; empty if something can."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        if path.is_symlink():
            return f"{path} is a link to a file that is not there"
        meant = _meant(path, named, project)
        return f"there is no file {path}" + (f": did you mean {meant}?" if meant else "")
    except OSError as error:
        return f"{path} cannot be read: {(error.strerror or type(error).__name__).lower()}"
    return "" if os.access(path, os.R_OK) else f"{path} cannot be read: permission denied"


def _meant(path: Path, named: tuple[Path, ...], project: Project) -> str:
    """A circular of that name, or a file beside it with nearly the same name; empty if none is."""
    from difflib import get_close_matches

    from circgen.project import shown

    places = [project.meetings()] if path.suffix in _FACTS else []
    if path.parent.is_dir() and os.access(path.parent, os.R_OK):
        places.append(sorted(each for each in path.parent.iterdir() if each.suffix == path.suffix))
    for place in places:
        known = {
            each.stem.casefold(): each
            for each in place
            if each not in named and _numbers(each) == _numbers(path)
        }
        close = get_close_matches(path.stem.casefold(), known, n=1, cutoff=_CLOSE)
        if close:
            return shown(known[close[0]])
    return ""


def _numbers(path: Path) -> list[int]:
    """What tells a circular from another: `u4ssc-9` may be `u4ssc-09`, and is not `u4ssc-10`."""
    return list(map(int, _NUMBER.findall(path.stem)))
