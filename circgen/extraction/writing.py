"""Writing: a tree becomes a facts file whose comments say where everything stands."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from circgen.extraction.stated import Node, Stated, Tree, Worded
from circgen.facts.schema import KEYS
from circgen.findings import Location

_PLAIN = re.compile(r"[^\W_](?:[^:#\x00-\x1f]|:(?=\S))*|[+(/][^:#\x00-\x1f]*")
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    "\N{NO-BREAK SPACE}": "\\_",
    "\N{NARROW NO-BREAK SPACE}": "\\u202f",
}
_LONG, _FOLDED, _WIDTH = 60, 100, 100
_ORDER = (
    *("id", "after", "before", "omit", "what", "event", "name", "office", "title", "text"),
    *("supporters", "date", "until", "weekday", "hours", "hour", "zone", "zone_label"),
)


def written(
    tree: Tree, lost: Mapping[str, str], heading: tuple[str, ...], plain: Mapping[str, str]
) -> str:
    """The facts file. `lost` are keys that it does not have, with what is said of them.

    `plain` is the form, by language, that a name without forms has.
    """
    writer = _Writer(plain)
    lines = [f"# {line}".rstrip() for line in heading]
    order = (*KEYS, *(key for key in tree if key not in KEYS))
    for key in order:
        if key in tree:
            lines += writer.entry(key, tree[key], 0)
        for path in (path for path in lost if re.split(r"[.\[]", path)[0] == key):
            lines.append(f"# {path}:  # {lost[path]}")
    return "\n".join(lines) + "\n"


def scalar(text: str) -> str:
    """A text as YAML, in double quotes where it needs them."""
    plain = _PLAIN.fullmatch(text) and text.strip() == text and not text.endswith(":")
    if plain and text.isprintable() and "\N{NO-BREAK SPACE}" not in text and text not in _WORDS:
        return text
    return '"' + "".join(_ESCAPES.get(c, c) for c in text) + '"'


_WORDS = ("null", "~", "true", "false")


class _Writer:
    """Writes nodes, line by line."""

    def __init__(self, plain: Mapping[str, str]) -> None:
        self._plain = plain

    def entry(self, key: str, node: Node, indent: int) -> Iterator[str]:
        pad = " " * indent
        match node:
            case Stated():
                yield from _leaf(f"{pad}{key}: ", node, indent)
            case Worded(forms):
                yield f"{pad}{key}:"
                yield from self._forms(forms, indent + 2)
            case list() if all(isinstance(each, Stated) and not each.at.file for each in node):
                values = (each.value for each in node if isinstance(each, Stated))
                yield f"{pad}{key}: [{', '.join(values)}]"
            case list():
                yield f"{pad}{key}:"
                for item in node:
                    yield from self._item(item, indent + 2)
            case dict():
                yield f"{pad}{key}:"
                for inner, value in _in_order(node):
                    yield from self.entry(inner, value, indent + 2)

    def _item(self, node: Node, indent: int) -> Iterator[str]:
        pad = " " * indent
        if isinstance(node, Stated):
            yield from _leaf(f"{pad}- ", node, indent)
            return
        lines: list[str] = []
        if isinstance(node, Worded):
            lines = list(self._forms(node.forms, indent + 2))
        elif isinstance(node, dict):
            for key, value in _in_order(node):
                lines += self.entry(key, value, indent + 2)
        first = next((i for i, line in enumerate(lines) if not line.lstrip().startswith("#")), 0)
        yield from (line[2:] for line in lines[:first])
        yield f"{pad}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]

    def _forms(self, forms: Mapping[str, Mapping[str, Stated]], indent: int) -> Iterator[str]:
        pad = " " * indent
        for language, each in forms.items():
            if "" in each or len(each) == 1 == (self._plain.get(language) in each):
                yield from _leaf(f"{pad}{language}: ", next(iter(each.values())), indent)
                continue
            yield f"{pad}{language}:"
            for form, stated in each.items():
                yield from _leaf(f"{pad}  {form}: ", stated, indent + 2)


def _in_order(tree: Tree) -> list[tuple[str, Node]]:
    """The keys of a record as people write them."""
    return sorted(tree.items(), key=lambda item: _ORDER.index(item[0]) if item[0] in _ORDER else 99)


def _leaf(start: str, stated: Stated, indent: int) -> Iterator[str]:
    """A value with its places behind it, or above it if it is long."""
    comment = f"# {places(stated)}" if stated.at.file else ""
    text = scalar(stated.value)
    if "\n" in stated.value:
        pad = " " * (indent + 2)
        yield f"{start}|  {comment}".rstrip()
        for line in stated.value.split("\n"):
            yield f"{pad}{line}".rstrip()
    elif len(text) > _FOLDED and text == stated.value and "  " not in text:
        yield f"{start}>-  {comment}".rstrip()
        for line in textwrap.wrap(
            text, _WIDTH - indent, break_long_words=False, break_on_hyphens=False
        ):
            yield f"{' ' * (indent + 2)}{line}"
    elif len(text) > _LONG and comment:
        yield f"{' ' * indent}{comment}"
        yield f"{start}{text}"
    else:
        yield f"{start}{text}  {comment}".rstrip()


def places(stated: Stated) -> str:
    """Where something stands."""
    return ", ".join(dict.fromkeys(map(place_of, (stated.at, *stated.also))))


def place_of(at: Location) -> str:
    """Where it is, without the folder of the document."""
    return str(at._replace(file=name_of(at.file)))


def name_of(file: str) -> str:
    """The name of a document, as it can stand in a comment whatever it is made of."""
    name = PurePath(file).name.encode("utf-8", "backslashreplace").decode()
    return " ".join(name.split())
