"""Trees put together: what several parts of one letter state."""

from __future__ import annotations

from circgen.extraction.stated import Node, Tree, Worded


def overlaid(tree: Tree, over: Tree) -> Tree:
    """A tree with another one over it, which says the same more exactly."""
    found = dict(tree)
    for key, node in over.items():
        found[key] = _over(found[key], node) if key in found else node
    return found


def _over(one: Node, other: Node) -> Node:
    if isinstance(one, dict) and isinstance(other, dict):
        return overlaid(one, other)
    if isinstance(one, Worded) and isinstance(other, Worded):
        languages = {**one.forms, **other.forms}
        forms = ({**one.forms.get(each, {}), **other.forms.get(each, {})} for each in languages)
        return Worded(dict(zip(languages, forms, strict=True)))
    return other


def added(tree: Tree, more: Tree) -> Tree:
    """A tree with what a further paragraph states: its items go to the end of lists."""
    found = dict(tree)
    for key, node in more.items():
        own = found.get(key)
        if isinstance(own, list) and isinstance(node, list):
            found[key] = own + node
        elif isinstance(own, dict) and isinstance(node, dict):
            found[key] = added(own, node)
        elif own is None:
            found[key] = node
    return found
