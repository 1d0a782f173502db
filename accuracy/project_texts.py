"""The texts of a project that stand in several languages: in facts files, and beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from project_files import Project
from project_parts import Leaf, leaves


class Text(NamedTuple):
    """A text of one language as it is written in a file; `name` is the same in all of them.

    `start` is behind an opening quote or the mark of a block, `end` before a closing quote; `key`
    is where its key begins.
    """

    name: str
    language: str
    file: str
    start: int
    end: int
    key: int = 0

    def written(self, project: Project) -> str:
        """What stands there, with line ends, indents and escapes."""
        return project.files[self.file][self.start : self.end]


def texts(project: Project, file: str) -> Iterator[Text]:
    """The texts of a facts file and of its annexes."""
    source = project.files[file]
    for leaf in leaves(source):
        if leaf.name not in project.languages:
            continue
        if re.search(r"annexes\[\d+\]\.file", leaf.holder):
            annex = str(PurePosixPath(file).parent / leaf.value)
            length = len(project.files[annex].rstrip())
            yield Text(leaf.holder, leaf.name, annex, 0, length)
        else:
            yield Text(leaf.holder, leaf.name, file, *_inside(source, leaf), leaf.key)


def siblings(project: Project, file: str) -> list[dict[str, Text]]:
    """The texts that say the same, by language; those that stand in one language only are not."""
    found: dict[str, dict[str, Text]] = {}
    for text in texts(project, file):
        found.setdefault(text.name, {})[text.language] = text
    return [each for each in found.values() if len(each) > 1]


def _inside(source: str, leaf: Leaf) -> tuple[int, int]:
    written = source[leaf.start : leaf.end]
    if written[0] in "\"'":
        return leaf.start + 1, leaf.end - 1
    header = re.match(r"[>|]-?\n\s*", written)
    return leaf.start + (header.end() if header else 0), leaf.end
