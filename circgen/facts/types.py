"""Types of facts: each reads one node, says what is wrong with it, and describes itself to editors.

A type has `read(node, path, reading)`, which returns the value or `INVALID`, and `schema()`, its
JSON Schema. Composite types (`ListOf`, `Record`) note the place of every value under its path.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from circgen.facts.characters import is_blank, single_spaced
from circgen.facts.reading import INVALID, Invalid, Reading, suggestion
from circgen.facts.source import Mapping as MappingNode
from circgen.facts.source import Node, Scalar, Sequence, describe_node, shortened

Schema = dict[str, Any]


class Type(Protocol):
    """What every type of fact can do."""

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """The value, or `INVALID` after a finding was noted."""

    def schema(self) -> Schema:
        """The JSON Schema that editors complete and check with."""


def scalar(node: Node, reading: Reading, expected: str) -> str | Invalid:
    """The characters of a scalar that is not empty."""
    if not isinstance(node, Scalar):
        return reading.refuse(node, "type", f"expected {expected}, found {describe_node(node)}")
    text = single_spaced(node.text)
    if is_blank(text):
        return reading.refuse(node, "empty", f"expected {expected}, found nothing")
    return text


class Parsed(NamedTuple):
    """A scalar that a function understands; the function raises ValueError(found, help)."""

    parse: Callable[[str], object]
    rule: str
    expected: str
    pattern: str = ""
    number: bool = False  # whether what is typed may look like a number to an editor

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """The parsed value."""
        del path
        text = scalar(node, reading, self.expected)
        if isinstance(text, Invalid):
            return text
        try:
            return self.parse(text)
        except ValueError as error:
            found, help_text = error.args if len(error.args) == 2 else (str(error), "")  # noqa: PLR2004
            return reading.refuse(node, self.rule, found.replace(text, shortened(text)), help_text)

    def schema(self) -> Schema:
        """A string or number: what is typed without quotes may look like either."""
        type_ = ["string", "number"] if self.number else "string"
        schema: Schema = {"type": type_, "description": self.expected}
        return schema | ({"pattern": self.pattern} if self.pattern else {})


class Choice(NamedTuple):
    """One word of a fixed list."""

    words: tuple[str, ...]
    rule: str = "choice"

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """The word."""
        del path
        text = scalar(node, reading, "one of " + ", ".join(self.words))
        if isinstance(text, Invalid) or text in self.words:
            return text
        return reading.refuse(
            node,
            self.rule,
            f"{describe_node(node)} is not known here",
            suggestion(text, self.words),
        )

    def schema(self) -> Schema:
        """An enumeration."""
        return {"enum": list(self.words)}


class Flag:
    """`yes` or `no`."""

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """True or False."""
        del path
        text = scalar(node, reading, "`yes` or `no`")
        if isinstance(text, Invalid):
            return text
        if text.lower() in {"yes", "true"}:
            return True
        if text.lower() in {"no", "false"}:
            return False
        return reading.refuse(
            node,
            "choice",
            f"{describe_node(node)} is neither `yes` nor `no`",
            "write `yes` or `no`",
        )

    def schema(self) -> Schema:
        """YAML 1.2 editors take `yes` for a string, YAML 1.1 editors for a boolean."""
        return {"enum": ["yes", "no", "true", "false", True, False]}


class ListOf(NamedTuple):
    """Values of one type, at least one."""

    type: Type

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """A tuple of the values, see `real`; a single value may stand without its dash."""
        if isinstance(node, Sequence):
            if not node.items:
                return reading.refuse(
                    node, "empty", "the list is empty", "state at least one, or leave the key out"
                )
            nodes = node.items
        elif isinstance(node, Scalar) and "," in node.text and not node.quoted:
            words = shortened(single_spaced(node.text))
            return reading.refuse(node, "type", f"`{words}` is no list", f"write `[{words}]`")
        else:
            nodes = (node,)
        values = []
        for index, item in enumerate(nodes):
            reading.where[f"{path}[{index}]"] = item.at
            values.append(self.type.read(item, f"{path}[{index}]", reading))
        return tuple(values)

    def schema(self) -> Schema:
        """An array, or one value."""
        items = self.type.schema()
        return {"anyOf": [{"type": "array", "items": items, "minItems": 1}, items]}


class Key(NamedTuple):
    """A key of a record: what its value is, what it means, whether it must be there."""

    type: Type
    meaning: str
    required: bool = False


class Record(NamedTuple):
    """Named values, which `make` turns into one."""

    make: Callable[..., object]
    keys: Mapping[str, Key]
    what: str = "these facts"

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """What `make` makes of the values; keys that are absent are not passed."""
        if not isinstance(node, MappingNode):
            return reading.refuse(
                node,
                "type",
                f"expected {self.what}, found {describe_node(node)}",
                "keys: " + ", ".join(f"`{key}`" for key in self.keys),
            )
        values = self.read_keys(node, path, reading)
        return INVALID if isinstance(values, Invalid) else self.make(**values)

    def read_keys(
        self, node: MappingNode, path: str, reading: Reading, *, partial: bool = False
    ) -> dict[str, Any] | Invalid:
        """The values by key; with `partial`, those that could be read."""
        values: dict[str, Any] = {}
        valid = True
        for name, value in node.entries:
            if not (key := self.keys.get(name.text)):
                valid = False
                reading.refuse(
                    name,
                    "unknown-key",
                    f"`{name.text}` is not a key of {self.what}",
                    suggestion(name.text, tuple(self.keys)),
                )
                continue
            inner = f"{path}.{name.text}" if path else name.text
            reading.where[inner] = value.at
            result = key.type.read(value, inner, reading)
            if isinstance(result, Invalid):
                valid = False
            else:
                values[name.text] = result
        stated = {name.text for name, _ in node.entries}
        for name_, key in self.keys.items():
            if key.required and name_ not in stated:
                valid = False
                reading.refuse(node, "missing-key", f"`{name_}` is missing", f"it is {key.meaning}")
        return values if valid or partial else INVALID

    def schema(self) -> Schema:
        """An object that refuses unknown keys."""
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [name for name, key in self.keys.items() if key.required],
            "properties": {
                name: key.type.schema() | {"description": key.meaning}
                for name, key in self.keys.items()
            },
        }


class OneOf(NamedTuple):
    """A scalar of one type, or a record of another."""

    scalar: Type
    record: Type

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """Whatever fits the shape of the node."""
        if isinstance(node, MappingNode):
            return self.record.read(node, path, reading)
        return self.scalar.read(node, path, reading)

    def schema(self) -> Schema:
        """Either schema."""
        return {"anyOf": [self.scalar.schema(), self.record.schema()]}


class Converted(NamedTuple):
    """A type whose values a function turns into something else."""

    type: Type
    convert: Callable[[Any], object]

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """The converted value."""
        value = self.type.read(node, path, reading)
        return value if isinstance(value, Invalid) else self.convert(value)

    def schema(self) -> Schema:
        """That of the type."""
        return self.type.schema()
