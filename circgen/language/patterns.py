"""Patterns of the language packs: text with `{fields}`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from circgen.facts.reading import Reading
from circgen.facts.source import Mapping as MappingNode
from circgen.facts.source import Node, Scalar, describe_node
from circgen.facts.types import Schema, Type

_FIELD = re.compile(r"\{([^{}]*)\}")


def fill(pattern: str, replace: Callable[[str], str]) -> str:
    """`pattern` with every `{field}` replaced by what `replace` gives for its name."""
    return _FIELD.sub(lambda match: replace(match[1]), pattern)


def pieces(pattern: str) -> list[tuple[str, bool]]:
    """The parts of a pattern in order: (text, False) for words, (name, True) for a field."""
    parts = _FIELD.split(pattern)
    return [(part, bool(index % 2)) for index, part in enumerate(parts) if part]


class Pattern(NamedTuple):
    """A text that keeps its spaces; `fields` are the fields it must have, None if any may stand."""

    fields: tuple[str, ...] | None = ()
    optional: tuple[str, ...] = ()

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """The text as typed."""
        del path
        if not isinstance(node, Scalar) or not node.text:
            return reading.refuse(node, "type", f"expected a text, found {describe_node(node)}")
        if self.fields is None:
            return node.text
        found = _FIELD.findall(node.text)
        for name in found:
            if name not in (*self.fields, *self.optional):
                allowed = ", ".join(f"`{{{f}}}`" for f in (*self.fields, *self.optional))
                return reading.refuse(
                    node,
                    "pattern",
                    f"`{{{name}}}` has no value here",
                    f"allowed: {allowed}" if allowed else "write plain text",
                )
        missing = [name for name in self.fields if name not in found]
        if missing:
            return reading.refuse(node, "pattern", f"`{{{missing[0]}}}` is missing", "put it in")
        return node.text

    def schema(self) -> Schema:
        """A string."""
        return {"type": "string"}


class MapOf(NamedTuple):
    """Any keys, with values of one type."""

    type: Type

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """A dictionary."""
        if not isinstance(node, MappingNode):
            return reading.refuse(node, "type", f"expected keys, found {describe_node(node)}")
        values = {}
        for key, value in node.entries:
            inner = f"{path}.{key.text}"
            reading.where[inner] = value.at
            values[key.text] = self.type.read(value, inner, reading)
        return values

    def schema(self) -> Schema:
        """An object."""
        return {"type": "object", "additionalProperties": self.type.schema()}


class Forms:
    """A text that never changes, or one text per grammatical form."""

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """Forms by name; a plain text is the form called ``."""
        if isinstance(node, MappingNode):
            return MapOf(Pattern(fields=None)).read(node, path, reading)
        text = Pattern(fields=None).read(node, path, reading)
        return {"": text} if isinstance(text, str) else text

    def schema(self) -> Schema:
        """A string, or an object of strings."""
        return {"anyOf": [{"type": "string"}, MapOf(Pattern()).schema()]}
