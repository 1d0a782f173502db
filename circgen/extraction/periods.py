"""The study period of a circular, which no letter names: file names begin with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from circgen.extraction.stated import Stated, Tree
from circgen.findings import Location

_NAME = re.compile(r"T(\d\d)-TSB-")


class Period(NamedTuple):
    """A study period that a facts file of the project states, and where."""

    start: int
    end: int
    at: Location


def study_period(tree: Tree, files: Sequence[str], known: Iterable[Period]) -> Stated | None:
    """The project's period in which the letter was issued, or that its file name begins with."""
    issued = tree.get("issued")
    year = int(issued.value[:4]) if isinstance(issued, Stated) else None
    starts = {int(found[1]) for file in files if (found := _NAME.match(Path(file).name))}
    for period in known:
        if starts:
            fits = {period.start % 100} == starts
        else:
            fits = year is not None and period.start <= year <= period.end
        if fits:
            return Stated(f"{period.start}-{period.end}", "", period.at)
    return None
