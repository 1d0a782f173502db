"""Which words of a text were replaced by which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from circgen.report.paint import Paint
from circgen.report.quoting import ELLIPSIS, visible

_WORD = re.compile(
    " ?(?:"
    r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"  # scripts without spaces: each sign
    r"|\w(?:[^\s\u2e80-\u9fff]*\w)?"  # a word with all that is inside: 11:00, burger@example.org
    r"|\S"  # punctuation before and after
    ")"
)
_AROUND = 6
"""How many of the words beside a change are shown."""
_WORTH = 4
"""Fewer words than these are not left out."""
_MOST = 3000
"""More words than these are no paragraph: comparing them one by one would take seconds."""


class Change(NamedTuple):
    """A stretch of two texts, word by word, each with the space before it.

    `same`: both have these words. Otherwise one has `old` where the other has `new`.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    same: bool


def changes(old: str, new: str) -> list[Change]:
    """The stretches of two texts in their order. Spaces are no matter, nor are line ends."""
    before, after = _WORD.findall(visible(old)), _WORD.findall(visible(new))
    if max(len(before), len(after)) > _MOST:
        return [Change(tuple(before), tuple(after), same=before == after)]
    matcher = SequenceMatcher(
        None, [word.lstrip(" ") for word in before], [word.lstrip(" ") for word in after]
    )
    return [
        Change(tuple(before[i:j]), tuple(after[k:m]), same=tag == "equal")
        for tag, i, j, k, m in matcher.get_opcodes()
    ]


def difference(old: str, new: str, paint: Paint) -> str:
    """Both texts in one, with what was removed and added painted so.

    Long stretches that are the same are left out. Empty if all words are the same.
    """
    found = changes(old, new)
    if all(change.same for change in found):
        return ""
    last = len(found) - 1
    return "".join(
        _elided(change.new, first=number == 0, last=number == last)
        if change.same
        else "".join(_painted(change, paint))
        for number, change in enumerate(found)
    ).lstrip(" ")


def _painted(change: Change, paint: Paint) -> Iterator[str]:
    """What was removed, then what was added; the space before them stays outside."""
    old, new = "".join(change.old), "".join(change.new)
    yield " " * (old or new).startswith(" ")
    if old:
        yield paint(old.lstrip(" "), "removed")
    if new:
        yield paint(new.lstrip(" "), "added")


def _elided(words: tuple[str, ...], *, first: bool, last: bool) -> str:
    """Words that are the same in both, without those that are far from any change."""
    head = 0 if first else _AROUND
    tail = 0 if last else _AROUND
    if len(words) - head - tail < _WORTH:
        return "".join(words)
    after = "".join(words[len(words) - tail :])
    return f"{''.join(words[:head])} {ELLIPSIS}{' ' * (not after.startswith(' '))}{after}".rstrip()
