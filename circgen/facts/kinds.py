"""Kinds of circular: which paragraphs a letter has, in what order, when, and from which facts.

A kind is one file, `templates/layouts/<kind>.yaml`, the same for every language.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from circgen.facts import schema
from circgen.facts.model import Facts
from circgen.facts.paths import type_at
from circgen.facts.reading import Reading, Vocabulary, suggestion
from circgen.facts.source import Mapping as MappingNode
from circgen.facts.source import Node, Scalar, Sequence
from circgen.facts.trees import parse_words
from circgen.facts.types import Key, ListOf, Parsed, Record, Type
from circgen.findings import FindingsError, Location

SUBJECT = "subject"


class LayoutParagraph(NamedTuple):
    """A paragraph of a kind: `when` is a condition on the facts, `each` a list to repeat it for."""

    id: str
    when: str | None = None
    each: str | None = None


class Kind(NamedTuple):
    """A kind of circular. `facts` are keys of its own, beside those of every circular."""

    id: str
    file: str
    paragraphs: tuple[LayoutParagraph, ...]
    requires: tuple[str, ...] = ()
    facts: Mapping[str, Key] = MappingProxyType({})
    where: Mapping[str, Location] = MappingProxyType({})


class _Paragraphs:
    """A paragraph id alone, or with its condition."""

    def read(self, node: Node, path: str, reading: Reading) -> object:
        if isinstance(node, Scalar):
            found = schema.ID.read(node, path, reading)
            return LayoutParagraph(found) if isinstance(found, str) else found
        return _PARAGRAPH.read(node, path, reading)

    def schema(self) -> dict[str, object]:
        return {"anyOf": [schema.ID.schema(), _PARAGRAPH.schema()]}


class _Declarations:
    """`key: type`, where a type is a word, a list with one type, or keys with types."""

    def read(self, node: Node, path: str, reading: Reading) -> object:
        del path
        if not isinstance(node, MappingNode):
            return reading.refuse(node, "type", "expected keys with the types of their values")
        keys = {}
        for name, value in node.entries:
            if not name.text.isidentifier() or name.text in Facts._fields[-1:]:
                reading.refuse(name, "unknown-key", f"`{name.text}` cannot be a key", "use a word")
            elif name.text in schema.KEYS:
                reading.refuse(name, "duplicate-key", f"every circular has `{name.text}` already")
            elif (declared := _declared(value, reading)) is not None:
                keys[name.text] = Key(declared, "a fact of this kind of circular")
        return keys

    def schema(self) -> dict[str, object]:
        return {"type": "object"}


def _declared(node: Node, reading: Reading) -> Type | None:
    match node:
        case Sequence(items=(inner,)):
            of = _declared(inner, reading)
            return ListOf(of) if of else None
        case MappingNode():
            keys = {
                name.text: Key(found, "a fact of this kind of circular")
                for name, value in node.entries
                if (found := _declared(value, reading))
            }
            # What is not stated is there all the same: conditions ask for it.
            return Record(lambda **values: dict.fromkeys(keys) | values, keys, "this record")
        case Scalar(text=text) if text in schema.DECLARABLE:
            return schema.DECLARABLE[text]
        case _:
            text = node.text if isinstance(node, Scalar) else ""
            reading.refuse(
                node, "type", "not a type of fact", suggestion(text, tuple(schema.DECLARABLE))
            )
            return None


def _expression(text: str) -> str:
    """A condition as templates write it after `if`."""
    if "%}" in text or "{%" in text:
        raise ValueError(f"`{text}` is not a condition", "write it without `{%` and `%}`")
    return text


_EXPRESSION = Parsed(_expression, "condition", "a condition such as `mode == 'virtual'`")
_PARAGRAPH = Record(
    LayoutParagraph,
    {
        "id": Key(schema.ID, "the id of the paragraph", required=True),
        "when": Key(_EXPRESSION, "the condition on which the letter has it"),
        "each": Key(_EXPRESSION, "the list for each of whose items the letter has it"),
    },
    "a paragraph",
)
_KIND = Record(
    dict,
    {
        "requires": Key(ListOf(_EXPRESSION), "facts without which there is no such circular"),
        "facts": Key(_Declarations(), "keys of its own, with their types"),
        "paragraphs": Key(ListOf(_Paragraphs()), "the paragraphs, in order", required=True),
    },
    "a layout",
)


def read_kind(id_: str, data: bytes, file: str) -> Kind:
    """The kind that a layout file describes.

    Raises:
        FindingsError: with every problem of the file.
    """
    root = parse_words(data, file)
    reading = Reading(Vocabulary((), {}))
    values = _KIND.read_keys(root, "", reading)
    if reading.findings or not isinstance(values, dict):
        raise FindingsError(*reading.findings)
    kind = Kind(id_, file, where=reading.where, **values)
    seen: set[str] = set()
    for index, paragraph in enumerate(kind.paragraphs):
        if paragraph.id in seen:
            reading.refuse(
                reading.where[f"paragraphs[{index}]"],
                "duplicate-id",
                f"`{paragraph.id}` stands twice",
            )
        seen.add(paragraph.id)
    known = (*schema.KEYS, *kind.facts)
    keys = {**schema.KEYS, **kind.facts}
    lists = tuple(name for name, key in keys.items() if isinstance(key.type, ListOf))
    for index, name in enumerate(kind.requires):
        if name not in known:
            reading.refuse(
                reading.where[f"requires[{index}]"],
                "unknown-key",
                f"`{name}` is not a fact",
                suggestion(name, known),
            )
    for index, paragraph in enumerate(kind.paragraphs):
        found = type_at(paragraph.each or "", keys)
        if paragraph.each and not isinstance(found, ListOf):
            reading.refuse(
                reading.where[f"paragraphs[{index}].each"],
                "condition",
                f"`{paragraph.each}` is not a list"
                if found
                else f"`{paragraph.each}` is not a fact",
                suggestion(paragraph.each, lists),
            )
        if paragraph.id == SUBJECT:
            reading.refuse(
                reading.where[f"paragraphs[{index}]"],
                "duplicate-id",
                f"`{SUBJECT}` is the subject of the letter",
                "give the paragraph another id",
            )
    if reading.findings:
        raise FindingsError(*reading.findings)
    return kind
