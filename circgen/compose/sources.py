"""A template as it is written: the words, facts and tags of each block, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from jinja2 import Environment, TemplateSyntaxError

Sort = Literal["words", "fact", "tag", "comment"]


class Piece(NamedTuple):
    """A stretch of a template: words, or what stands between two brackets, brackets included.

    `offset` counts characters of the file. `block` is the block that it stands in, or empty.
    """

    sort: Sort
    text: str
    offset: int
    block: str = ""


_OPENING: dict[str, Sort] = {
    "variable_begin": "fact",
    "block_begin": "tag",
    "comment_begin": "comment",
}
_CLOSING = ("variable_end", "block_end", "comment_end")


@cache
def _environment() -> Environment:
    return Environment(autoescape=True)


def pieces_of(source: str) -> Iterator[Piece]:
    """The pieces of a template in their order; none of them behind a syntax error."""
    block = ""
    for piece in _cut(source):
        words = piece.text.strip("{%-+} \n").split() if piece.sort == "tag" else []
        if words[:1] == ["block"]:
            block = words[1]
        yield piece._replace(block=block)
        if words[:1] == ["endblock"]:
            block = ""


def _cut(source: str) -> Iterator[Piece]:
    end = 0
    opened: tuple[Sort, int] | None = None
    tokens = _environment().lex(source)
    while True:
        try:
            token = next(tokens, None)
        except TemplateSyntaxError:
            return
        if token is None:
            return
        _, kind, text = token
        # Jinja leaves out the white space before `{%-`.
        start = source.index(text, end)
        end = start + len(text)
        if kind in _OPENING:
            opened = _OPENING[kind], start
        elif kind in _CLOSING and opened:
            sort, begin = opened
            yield Piece(sort, source[begin:end].rstrip(), begin)
            opened = None
        elif opened is None and kind == "data":
            yield Piece("words", text, start)
