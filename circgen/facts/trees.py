"""YAML files as trees of nodes: read, or as an earlier run has read them."""

from __future__ import annotations

from typing import Any

from circgen.facts.source import Mapping, Node, Scalar, Sequence, decode, describe_node
from circgen.findings import Finding, FindingsError, Location
from circgen.kept import kept


def parse(data: bytes, file: str) -> Mapping:
    """The mapping that a facts file, series file or language pack holds.

    Raises:
        FindingsError: with everything that keeps the file from being read.
    """
    from circgen.facts.events import tree  # noqa: PLC0415  PyYAML takes long to import

    root = tree(decode(data, file), file)
    if not isinstance(root, Mapping):
        found = "nothing" if root is None else describe_node(root)
        raise FindingsError(
            Finding(
                Location(file, 1, 1) if root is not None else Location(file),
                "yaml",
                f"expected keys with values, found {found}",
                "a facts file is a list of lines such as `number: 81`",
            )
        )
    return root


def parse_words(data: bytes, file: str) -> Mapping:
    """As `parse`, for a file that seldom changes: what it holds is kept for the next run."""
    found = _grown(kept("tree", data, lambda: _plain(parse(data, file))), file)
    assert isinstance(found, Mapping)  # noqa: S101  that is what `parse` gives
    return found


_Plain = tuple[Any, ...]


def _plain(node: Node) -> _Plain:
    """A node without names: line, column, its content, and for a scalar whether it is quoted."""
    place = node.at.line, node.at.column
    match node:
        case Scalar(text=text, quoted=quoted):
            return (*place, text, quoted)
        case Sequence(items=items):
            return (*place, [_plain(item) for item in items])
        case Mapping(entries=entries):
            return (*place, tuple((_plain(key), _plain(value)) for key, value in entries))


def _grown(plain: _Plain, file: str) -> Node:
    """The node that `_plain` was made from."""
    line, column, content, *quoted = plain
    at = Location(file, line, column)
    if quoted:
        return Scalar(at, content, *quoted)
    if isinstance(content, list):
        return Sequence(at, tuple([_grown(item, file) for item in content]))
    entries = [(Scalar(Location(file, *key[:2]), *key[2:]), _grown(v, file)) for key, v in content]
    return Mapping(at, tuple(entries))
