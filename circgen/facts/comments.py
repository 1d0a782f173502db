"""Comments of a YAML file, and how far the texts beside them go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import yaml

from circgen.facts.events import LOADER

_COMMENT = re.compile(r"#[^\n]*")
_KEY = re.compile(r"[ \t]*:")  # behind a scalar that is one
_BLOCK = {"|", ">"}


class Comment(NamedTuple):
    """A comment from its first bracket or `#` on; `offset` counts characters of the file."""

    offset: int
    text: str


class Commented(NamedTuple):
    """A file with its comments.

    `bare` is its text with blanks where comments stand. `ends` gives the last line of a text by the
    line where it begins or where its key stands, if it goes on over several; lines count from 1.
    """

    comments: tuple[Comment, ...]
    bare: str
    ends: Mapping[int, int]


def comments_of(text: str) -> Commented:
    """The comments of a YAML text, whose line ends are line feeds; none if it is not YAML.

    PyYAML gives no comments, but it says where scalars stand: `#` outside of them begins one.
    """
    try:
        spans = [
            (event.start_mark.index, event.end_mark.index, event.style)
            for event in yaml.parse(text, Loader=LOADER)
            if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark
        ]
    except yaml.YAMLError:
        return Commented((), text, {})
    covered = text
    for start, end, style in spans:
        # Beside `>-`, there may be a comment; the text begins in the next line.
        begin = text.find("\n", start, end) if style in _BLOCK else start
        if begin >= 0:
            covered = covered[:begin] + re.sub(r"\S", "x", text[begin:end]) + covered[end:]
    found = tuple(
        Comment(match.start(), text[match.start() : match.end()])
        for match in _COMMENT.finditer(covered)
    )
    bare = blanked(covered, found)
    ends: dict[int, int] = {}
    for start, end, _ in spans:
        if _KEY.match(bare, end):
            continue
        last = _line(text, start + len(text[start:end].rstrip()))
        before = bare[:start].rstrip()
        first = _line(text, len(before) if before.endswith(":") else start)
        if last > first:
            ends[first] = max(last, ends.get(first, 0))
    return Commented(found, bare, ends)


def blanked(text: str, comments: tuple[Comment, ...]) -> str:
    """A text with blanks in place of its comments."""
    for offset, comment in comments:
        blank = re.sub(r"[^\n]", " ", comment)
        text = text[:offset] + blank + text[offset + len(comment) :]
    return text


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
