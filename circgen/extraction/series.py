"""The series that a letter belongs to, and what its file states already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from circgen.extraction.merging import plain_value
from circgen.extraction.stated import Node, Stated, Tree, Worded
from circgen.facts.source import Mapping as MappingNode
from circgen.facts.source import Node as Source
from circgen.facts.source import Scalar, Sequence

_NOT_LETTERS = re.compile(r"[\W_]+")
_YES = ("yes", "true", "on")


class Series(NamedTuple):
    """A series, and why a letter belongs to it."""

    id: str
    node: MappingNode
    reason: Stated


def series_of(tree: Tree, known: Mapping[str, MappingNode]) -> Series | None:
    """The series whose topic, or else whose acronym, is that of the letter."""
    topic = tree.get("topic")
    if not isinstance(topic, Worded):
        return None
    texts = {language: each[""] for language, each in topic.forms.items() if "" in each}
    for id_, node in known.items():
        own = node.get("topic")
        if isinstance(own, MappingNode):
            for language, stated in texts.items():
                text = own.get(language)
                if isinstance(text, Scalar) and letters(text.text) == letters(stated.value):
                    return Series(id_, node, stated)
    for id_, node in known.items():
        acronym = node.get("acronym")
        if not isinstance(acronym, Scalar):
            continue
        for stated in texts.values():
            if re.search(rf"[(（]{re.escape(acronym.text)}[)）]", stated.value):
                return Series(id_, node, stated)
    return None


def letters(text: str) -> str:
    """The letters and figures of a text alone."""
    return _NOT_LETTERS.sub("", text).casefold()


def same(node: Node, own: Source | None) -> bool:
    """Whether a series states the same as the letters."""
    if isinstance(node, list):
        if isinstance(own, Scalar):
            return len(node) == 1 and same(node[0], own)
        items = own.items if isinstance(own, Sequence) else ()
        return len(items) == len(node) and all(map(same, node, items))
    match node, own:
        case Stated(), Scalar():
            value, text = plain_value(node.value), plain_value(own.text)
            return value == text or (value == "yes" and text.casefold() in _YES)
        case Worded(forms), MappingNode():
            return all(_says(own.get(language), each) for language, each in forms.items())
        case dict(), MappingNode():
            return {key.text for key, _ in own.entries} == set(node) and all(
                same(inner, own.get(key)) for key, inner in node.items()
            )
    return False


def _says(own: Source | None, forms: Mapping[str, Stated]) -> bool:
    """Whether a name or text is that of the letter, in one of its forms."""
    if isinstance(own, Scalar):
        return all(letters(each.value) == letters(own.text) for each in forms.values())
    if isinstance(own, MappingNode):
        return all(
            isinstance(text := own.get(form or "plain") or own.get("nominative"), Scalar)
            and letters(text.text) == letters(each.value)
            for form, each in forms.items()
        )
    return False


def without_inherited(tree: Tree, series: Series) -> tuple[Tree, list[str]]:
    """What a letter states otherwise than its series, and the keys that are the same."""
    inherited = [
        key
        for key, node in tree.items()
        if same(node, series.node.get(key)) or _is_part(node, series.node.get(key))
    ]
    return {key: node for key, node in tree.items() if key not in inherited}, inherited


def _is_part(node: Node, own: Source | None) -> bool:
    """Whether a letter leaves out what a record cannot do without, such as who signs."""
    if not isinstance(node, dict) or not isinstance(own, MappingNode):
        return False
    return set(node) < _NEEDED and all(same(each, own.get(key)) for key, each in node.items())


_NEEDED = frozenset({"name", "office"})
