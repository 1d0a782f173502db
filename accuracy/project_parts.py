"""What a template and a facts file are made of, with the place of each part in the text.

Read with patterns of its own and with PyYAML: nothing here is shared with circgen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_BLOCK = re.compile(r"\{% block (\w+) %\}\n(.*?)\{% endblock %\}\n?", re.DOTALL)


class Span(NamedTuple):
    """A stretch of a text: its words, and where they begin and end."""

    text: str
    start: int
    end: int


class Block(NamedTuple):
    """A paragraph of a template; `start` and `end` hold its tags, `inner` what is between them."""

    name: str
    start: int
    end: int
    inner: Span


class Branching(NamedTuple):
    """A condition or a loop: its tags in order, from `if` or `for` to `endif` or `endfor`."""

    word: str
    tags: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where the first tag begins."""
        return self.tags[0].start

    @property
    def end(self) -> int:
        """Where the last tag ends."""
        return self.tags[-1].end


def blocks(text: str) -> list[Block]:
    """The blocks of a template, in order."""
    return [
        Block(found[1], found.start(), found.end(), Span(found[2], *found.span(2)))
        for found in _BLOCK.finditer(text)
    ]


def tags(text: str, block: Block) -> list[Span]:
    """The tags inside a block."""
    found = _TAG.finditer(text, block.inner.start, block.inner.end)
    return [Span(tag[0], tag.start(), tag.end()) for tag in found]


def prints(text: str, block: Block) -> list[Span]:
    """The tags of a block that print something."""
    return [tag for tag in tags(text, block) if tag.text.startswith("{{")]


def words(text: str, block: Block) -> Iterator[Span]:
    """What stands between the tags of a block."""
    start = block.inner.start
    for tag in [*tags(text, block), Span("", block.inner.end, block.inner.end)]:
        if text[start : tag.start].strip():
            yield Span(text[start : tag.start], start, tag.start)
        start = tag.end


def branchings(text: str, block: Block) -> list[Branching]:
    """The conditions and loops of a block, the inner ones before those around them."""
    found: list[Branching] = []
    opened: list[list[Span]] = []
    for tag in tags(text, block):
        word = first_word(tag)
        if word in {"if", "for"}:
            opened.append([tag])
        elif word in {"elif", "else"}:
            opened[-1].append(tag)
        elif word in {"endif", "endfor"}:
            every = [*opened.pop(), tag]
            found.append(Branching(word.removeprefix("end"), tuple(every)))
    return found


def first_word(tag: Span) -> str:
    """What a tag does: `if`, `for`, `endif`, or the variable that it prints."""
    found = re.match(r"\{[%{]-?\s*([\w.]+)", tag.text)
    return found[1] if found else ""


class Leaf(NamedTuple):
    """A value of a facts file: its path as people write it, where its key and it itself stand.

    `around` says whether the mapping that it is in has braces.
    """

    path: str
    value: str
    key: int
    start: int
    end: int
    around: bool

    @property
    def name(self) -> str:
        """Its key, or the number of an item."""
        return re.split(r"[.\[]", self.path.rstrip("]"))[-1]

    @property
    def holder(self) -> str:
        """The path of what holds it."""
        return re.sub(r"(?:\.[^.\[\]]+|\[\d+\]|^[^.\[\]]+)$", "", self.path)


def leaves(text: str) -> list[Leaf]:
    """Every scalar of a YAML file, in order."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    return list(_under(text, node, "", 0, around=False)) if node else []


def _under(text: str, node: yaml.Node, path: str, key: int, *, around: bool) -> Iterator[Leaf]:
    start = node.start_mark.index
    if isinstance(node, yaml.ScalarNode):
        value = text[start : node.end_mark.index].rstrip()
        yield Leaf(path, node.value, key, start, start + len(value), around)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            inside = f"{path}.{name.value}" if path else name.value
            at = name.start_mark.index
            yield from _under(text, value, inside, at, around=bool(node.flow_style))
    else:
        for number, item in enumerate(node.value):
            yield from _under(text, item, f"{path}[{number}]", item.start_mark.index, around=False)
