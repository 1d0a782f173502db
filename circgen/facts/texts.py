"""Types of what is said in words: texts in each language, and names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from circgen.facts.model import Name
from circgen.facts.reading import Invalid, Reading, suggestion
from circgen.facts.source import Mapping as MappingNode
from circgen.facts.source import Node, Scalar, describe_node
from circgen.facts.types import Schema, scalar

# Punctuation of the list; a full stop behind a longer word is no abbreviation.
_ENDS = re.compile(r"[;,]$|[^\W\d_]{5,}\.$")


class LocalizedText(NamedTuple):
    """A text in each language of the circular.

    `ends` forbids closing punctuation, for texts that the letter sets in a list or in quotes.
    `is_file`: it is the name of a file, and no words.
    """

    ends: bool = False
    markdown: bool = False
    is_file: bool = False

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """A mapping of language to text."""
        if not isinstance(node, MappingNode):
            return reading.refuse(
                node,
                "type",
                f"expected a text per language, found {describe_node(node)}",
                "write " + ", ".join(f"`{code}: …`" for code in _wanted(reading)),
            )
        texts: dict[str, str] = {}
        for language, value in _by_language(node, path, reading):
            expected = f"the text in `{language}`"
            text = (
                value.text.strip()
                if self.markdown and isinstance(value, Scalar) and value.text.strip()
                else scalar(value, reading, expected)
            )
            if isinstance(text, Invalid):
                continue
            if self.ends and _ENDS.search(text):
                reading.refuse(
                    value,
                    "punctuation",
                    f"the text ends with `{text[-1]}`",
                    "leave it out: the letter sets the punctuation of its lists",
                )
            texts[language] = text
        if not self.is_file:
            reading.texts[path] = texts
        return texts

    def schema(self) -> Schema:
        """Language codes with texts."""
        return {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {"type": ["string", "number"]},
        }


class NameOf(NamedTuple):
    """A name: an id of a glossary of the language packs, or written out in each language."""

    glossary: str

    def read(self, node: Node, path: str, reading: Reading) -> object:
        """A `Name`."""
        if isinstance(node, MappingNode):
            return self._written_out(node, path, reading)
        text = scalar(node, reading, f"a name from `{self.glossary}`, or one per language")
        if isinstance(text, Invalid):
            return text
        known = reading.vocabulary.glossaries.get(self.glossary, {})
        if text not in known:
            return reading.refuse(
                node,
                "unknown-name",
                f"{describe_node(node)} is not in `{self.glossary}` of any language",
                suggestion(text, tuple(sorted(known))),
            )
        for language in _wanted(reading):
            if language not in known[text]:
                reading.refuse(
                    node,
                    "missing-words",
                    f"`{language}` has no words for `{text}`",
                    f"add it to `{self.glossary}` in templates/{language}/language.yaml",
                )
        return Name(self.glossary, text)

    def _written_out(self, node: MappingNode, path: str, reading: Reading) -> object:
        forms: dict[str, Mapping[str, str]] = {}
        for language, value in _by_language(node, path, reading):
            if isinstance(value, MappingNode):
                found = {
                    key.text: scalar(form, reading, f"the {key.text} form")
                    for key, form in value.entries
                }
                forms[language] = {k: v for k, v in found.items() if isinstance(v, str)}
                if not value.entries:
                    problem = f"expected the name in `{language}`, found no forms"
                    reading.refuse(value, "empty", problem, "write its forms: `nominative: …`")
            elif isinstance(text := scalar(value, reading, f"the name in `{language}`"), str):
                forms[language] = {"": text}
        # A name that is declined is no text: its forms stand in one.
        reading.texts[path] = {code: words[""] for code, words in forms.items() if "" in words}
        return Name(self.glossary, None, forms)

    def schema(self) -> Schema:
        """An id, or language codes with a name or its forms."""
        forms = {"type": "object", "additionalProperties": {"type": "string"}}
        return {
            "anyOf": [
                {"type": "string", "description": f"an id from `{self.glossary}`"},
                {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": {"anyOf": [{"type": ["string", "number"]}, forms]},
                },
            ]
        }


def _wanted(reading: Reading) -> tuple[str, ...]:
    return reading.editions if reading.editions is not None else ()


def _by_language(node: MappingNode, path: str, reading: Reading) -> list[tuple[str, Node]]:
    """The values of the languages that exist; what is missing or unknown becomes a finding."""
    found = []
    for key, value in node.entries:
        if key.text not in reading.vocabulary.languages:
            reading.refuse(
                key,
                "unknown-language",
                f"`{key.text}` is not a language here",
                suggestion(key.text, reading.vocabulary.languages),
            )
            continue
        reading.where[f"{path}.{key.text}"] = value.at
        found.append((key.text, value))
    present = {language for language, _ in found}
    for language in _wanted(reading):
        if language not in present:
            reading.refuse(
                node,
                "missing-text",
                f"no text in `{language}`, although it is one of the editions",
                f"add `{language}: …`",
            )
    return found
