"""The text of a facts file as blocks: one for each key, with the comments above it."""

from __future__ import annotations

import re
from typing import NamedTuple

from circgen.facts.comments import comments_of
from circgen.facts.schema import KEYS
from circgen.facts.source import decode
from circgen.facts.trees import parse
from circgen.findings import Finding, FindingsError

_ORDER = tuple(KEYS)
_GROUPS = ("event", "initiative", "side_events", "deadlines", "paragraphs")
"""Keys before which an empty line stands, or before those that follow them."""
_BETWEEN = re.compile(r"\s*(#.*)?")


class Block(NamedTuple):
    """A key of a facts file: the comments and empty lines above it, and its lines."""

    key: str
    above: tuple[str, ...]
    lines: tuple[str, ...]


class Sheet(NamedTuple):
    """A facts file: its first lines, and its keys in order."""

    head: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """The file."""
        lines = [*self.head]
        for block in self.blocks:
            lines += (*block.above, *block.lines)
        return "".join(f"{line}\n" for line in lines)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys it states."""
        return tuple(block.key for block in self.blocks)

    def key_at(self, line: int) -> str:
        """The key that a line belongs to; empty for the first lines."""
        last = len(self.head)
        for block in self.blocks:
            last += len(block.above) + len(block.lines)
            if len(self.head) < line <= last:
                return block.key
        return ""

    def lines_of(self, key: str) -> tuple[str, ...]:
        """The lines of a key without the comments above it; none if it is not stated."""
        return next((block.lines for block in self.blocks if block.key == key), ())

    def first_line(self, key: str) -> int:
        """The number of the line where a key stands."""
        line = len(self.head)
        for block in self.blocks:
            line += len(block.above)
            if block.key == key:
                return line + 1
            line += len(block.lines)
        raise KeyError(key)

    def without(self, key: str) -> Sheet:
        """All but a key and the comments above it."""
        return self._replace(blocks=tuple(each for each in self.blocks if each.key != key))

    def put(self, key: str, lines: tuple[str, ...]) -> Sheet:
        """With these lines for a key, in place of those it has or where such keys stand.

        Comments of lines that are replaced stay: beside the key, if it has one line, or above it.
        """
        found = list(self.blocks)
        for index, block in enumerate(found):
            if block.key == key:
                found[index] = _replaced(block, lines)
                return self._replace(blocks=tuple(found))
        index = self._place(key)
        above = ("",) if index and _group(found[index - 1].key) != _group(key) else ()
        if index < len(found) and not above and not found[index].above:
            after = found[index]
            if _group(after.key) != _group(key):
                found[index] = after._replace(above=("",))
        found.insert(index, Block(key, above, lines))
        return self._replace(blocks=tuple(found))

    def _place(self, key: str) -> int:
        """Behind the last key that comes before this one."""
        rank = _rank(key)
        return max(
            (i + 1 for i, each in enumerate(self.blocks) if _rank(each.key) < rank), default=0
        )


def _rank(key: str) -> int:
    return _ORDER.index(key) if key in _ORDER else len(_ORDER)


def _group(key: str) -> int:
    return sum(_rank(first) <= _rank(key) for first in _GROUPS)


def _replaced(block: Block, lines: tuple[str, ...]) -> Block:
    comments = comments_of("".join(f"{line}\n" for line in block.lines)).comments
    texts = tuple(comment.text for comment in comments)
    if len(lines) == len(block.lines) == 1 and texts and "  #" not in lines[0]:
        return block._replace(lines=(f"{lines[0]}  {texts[0]}",))
    return block._replace(above=(*block.above, *texts), lines=lines)


def sheet_of(content: bytes, file: str) -> Sheet:
    """A facts file that somebody has written.

    Raises:
        FindingsError: if it is not YAML, or its keys stand in braces.
    """
    lines = decode(content, file).rstrip("\n").split("\n")
    root = parse(content, file)
    starts = [key.at for key, _ in root.entries]
    for at in starts:
        if at.column != 1:
            problem = "keys in braces, or indented, are not taken over"
            raise FindingsError(
                Finding(at, "yaml", problem, "begin each key at the start of a line")
            )
    blocks = []
    end = starts[0].line - 1
    head = tuple(lines[:end])
    for index, (key, _) in enumerate(root.entries):
        start = key.at.line - 1
        following = starts[index + 1].line - 1 if index + 1 < len(starts) else len(lines)
        last = following
        while (
            index + 1 < len(starts)
            and _BETWEEN.fullmatch(lines[last - 1])
            and _flush(lines[last - 1])
        ):
            last -= 1
        blocks.append(Block(key.text, tuple(lines[end:start]), tuple(lines[start:last])))
        end = last
    return Sheet(head, tuple(blocks))


def _flush(line: str) -> bool:
    """Whether a comment or an empty line is not indented: then it belongs to what follows."""
    return not line.strip() or line.startswith("#")
