"""Merging: what letters in several languages state becomes one tree, and where they disagree."""

from __future__ import annotations

import re
from itertools import zip_longest

from circgen.extraction.stated import Items, Node, Stated, Tree, Worded, first_of
from circgen.findings import Evidence, Finding, Level

_NO_FIGURES = re.compile(r"[^\d+]")


class Merger:
    """Merges trees; what was merged first counts where they disagree."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def trees(self, one: Tree, other: Tree, path: str = "") -> Tree:
        """Both together."""
        found: Tree = {}
        for key in (*one, *(key for key in other if key not in one)):
            inner = f"{path}.{key}" if path else key
            if key in one and key in other:
                found[key] = self._nodes(one[key], other[key], inner)
            else:
                found[key] = one[key] if key in one else other[key]
                if path:
                    self._alone(found[key], inner, one if key in other else other)
        return found

    def _nodes(self, one: Node, other: Node, path: str) -> Node:
        if isinstance(one, Stated) and isinstance(other, Stated):
            return self._stated(one, other, path)
        if isinstance(one, Worded) and isinstance(other, Worded):
            return Worded({**one.forms, **other.forms})
        if isinstance(one, list) and isinstance(other, list):
            return self._items(one, other, path)
        if isinstance(one, dict) and isinstance(other, dict):
            return self.trees(one, other, path)
        self._disagree(one, other, path)
        return one if isinstance(one, Stated) else other

    def _stated(self, one: Stated, other: Stated, path: str) -> Stated:
        if plain_value(one.value) != plain_value(other.value):
            self._disagree(one, other, path)
            return one
        return one._replace(also=(*one.also, other.at, *other.also))

    def _items(self, one: Items, other: Items, path: str) -> Items:
        found: Items = []
        if len(one) != len(other):
            self._counts_differ(one, other, path)
        for index, (first, second) in enumerate(zip_longest(one, other)):
            inner = f"{path}[{index}]"
            found.append(
                self._nodes(first, second, inner)
                if first is not None and second is not None
                else (first if first is not None else second)
            )
        return found

    def _counts_differ(self, one: Items, other: Items, path: str) -> None:
        own, others = first_of(one), first_of(other)
        if own is not None and others is not None:
            longer = one if len(one) > len(other) else other
            extra = first_of(longer[min(len(one), len(other))])
            assert extra is not None  # noqa: S101  every item has a leaf
            self._add(
                f"`{path}` has {len(one)} items in {own.at}, {len(other)} in {others.at}",
                own.evidence() if longer is other else extra.evidence(),
                others.evidence() if longer is one else extra.evidence(),
                Level.ERROR,
            )

    def _disagree(self, one: Node, other: Node, path: str) -> None:
        own, others = first_of(one), first_of(other)
        if own is not None and others is not None:
            message = f"`{path}` is `{own.value}` in one letter, `{others.value}` in the other"
            self._add(message, own.evidence(), others.evidence(), Level.ERROR)

    def _alone(self, node: Node, path: str, other: Tree) -> None:
        own, others = first_of(node), first_of(other)
        if own is not None and others is not None:
            nothing = Evidence("", "", others.at)
            message = f"`{path}` is stated in one letter only"
            self._add(message, own.evidence(), nothing, Level.WARNING)

    def _add(self, message: str, source: Evidence, target: Evidence, level: Level) -> None:
        self.findings.append(
            Finding(
                target.at,
                "disagreement",
                message,
                "the draft has what the letter that was named first says: see which is right",
                level,
                source=source,
                target=target,
            )
        )


def plain_value(value: str) -> str:
    """A value without what may differ: grouping of figures, the slash at the end of an address."""
    if value.startswith("http"):
        return value.rstrip("/").casefold()
    return _NO_FIGURES.sub("", value) if value.startswith("+") else value
