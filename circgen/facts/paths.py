"""Paths into the facts, such as `sessions[0].hours`: what the schema says about them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from circgen.facts.schema import KEYS
from circgen.facts.types import Converted, Key, ListOf, OneOf, Record, Type


def keys_under(path: str) -> tuple[str, ...]:
    """The keys of the record at a path of the facts, stated or not; none if it is no record.

    `path` is one such as `sessions[0]`; what only a kind declares is not known here.
    """
    found = type_at(without_places(path), KEYS)
    return tuple(keys_of_type(found)) if found else ()


@lru_cache(maxsize=2048)
def without_places(path: str) -> str:
    """`sessions.hours` for `sessions[0].hours[1]`."""
    return _PLACE.sub("", path)


_PLACE = re.compile(r"\[[0-9]+\]")


def type_at(path: str, keys: Mapping[str, Key]) -> Type | None:
    """The type of a fact by its path without places in lists, such as `contact.email`."""
    found: Type | None = None
    for name in path.split("."):
        if name not in keys:
            return None
        found = keys[name].type
        keys = keys_of_type(found)
    return found


def keys_of_type(type_: Type) -> Mapping[str, Key]:
    """The keys of the record inside a type."""
    match type_:
        case Record(keys=keys):
            return keys
        case ListOf(type=inner) | Converted(type=inner):
            return keys_of_type(inner)
        case OneOf(record=record):
            return keys_of_type(record)
        case _:
            return {}
