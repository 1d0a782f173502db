"""What a letter states: a tree like that of a facts file, whose leaves know where they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias, Union

from circgen.findings import Evidence, Location


class Stated(NamedTuple):
    """A value as a facts file writes it, and the words of the letter that say it.

    `also` are further places that say the same: those of other languages.
    """

    value: str
    text: str
    at: Location
    also: tuple[Location, ...] = ()

    def evidence(self) -> Evidence:
        """For a finding."""
        return Evidence(self.value, self.text, self.at)


class Worded(NamedTuple):
    """A text, or a name that no glossary has: what each language says, in forms if it has some.

    A language that has one form only calls it ``.
    """

    forms: Mapping[str, Mapping[str, Stated]]

    def evidence(self) -> Evidence:
        """For a finding."""
        return next(iter(next(iter(self.forms.values())).values())).evidence()


Node: TypeAlias = Union[Stated, Worded, "Items", "Tree"]
Items = list[Node]
Tree = dict[str, Node]


def worded(language: str, stated: Stated, form: str = "") -> Worded:
    """A text of one language."""
    return Worded({language: {form: stated}})


def first_of(node: Node) -> Stated | None:
    """The first leaf of a tree, which stands for its place."""
    match node:
        case Stated():
            return node
        case Worded(forms):
            return next((stated for each in forms.values() for stated in each.values()), None)
        case list():
            return next((found for each in node if (found := first_of(each))), None)
        case _:
            return next((found for each in node.values() if (found := first_of(each))), None)


def put(tree: Tree, path: str, node: Node) -> None:
    """Put a node at a path such as `contact.tel` or `sessions[0].date`; what holds it is made."""
    keys = re.findall(r"[^.\[\]]+", path)
    holder: Any = tree
    for key, following in pairwise(keys):
        inner: Node = [] if following.isdigit() else {}
        if key.isdigit():
            holder.extend({} for _ in range(len(holder), int(key) + 1))
            holder = holder[int(key)]
        else:
            holder = holder.setdefault(key, inner)
    if keys[-1].isdigit():
        holder.insert(int(keys[-1]), node)
    else:
        holder[keys[-1]] = node


def at_path(tree: Tree, path: str) -> Node | None:
    """What stands at a path, or None."""
    found: Any = tree
    for key in re.findall(r"[^.\[\]]+", path):
        try:
            found = found[int(key)] if key.isdigit() else found[key]
        except (KeyError, IndexError, TypeError):
            return None
    return found  # type: ignore[no-any-return]
