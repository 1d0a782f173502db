"""A fact in both versions: its paths, what it is called, and how to put another value there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Edit = Callable[[Any], Any]
"""Makes another value of one."""


class Spot(NamedTuple):
    """Where a fact stands.

    `old` and `new` are its paths, `plain` is either without places in lists. `name` is what it
    is called in a sentence, `owner` the item of a list that it belongs to. `lift` makes an edit
    of the whole version from one of this value.
    """

    old: str
    new: str
    plain: str
    name: str
    owner: str
    lift: Callable[[Edit], Edit]

    def key(self, key: str, called: Callable[[str, str], str]) -> Spot:
        """The value of a key; `called` gives the name by the plain path and the owner."""
        plain = f"{self.plain}.{key}" if self.plain else key
        return self._replace(
            old=f"{self.old}.{key}" if self.old else key,
            new=f"{self.new}.{key}" if self.new else key,
            plain=plain,
            name=called(plain, self.owner),
            lift=lambda edit: self.lift(lambda value: put(value, key, edit(get(value, key)))),
        )

    def item(self, old: int, new: int, name: str) -> Spot:
        """An item of a list, by its places in both versions."""

        def lift(edit: Edit) -> Edit:
            return self.lift(lambda items: (*items[:new], edit(items[new]), *items[new + 1 :]))

        return self._replace(
            old=f"{self.old}[{old}]", new=f"{self.new}[{new}]", name=name, owner=name, lift=lift
        )


def get(record: Any, key: str) -> Any:  # noqa: ANN401  records of every make
    """The value of a key; None where nothing is stated."""
    if record is None:
        return None
    if isinstance(record, Mapping):
        return record.get(key)
    if key in record._fields:
        return getattr(record, key)
    return record.extra.get(key)


def put(record: Any, key: str, value: Any) -> Any:  # noqa: ANN401
    """The record with another value for a key; there must be a record."""
    if isinstance(record, Mapping):
        return {**record, key: value}
    if key in record._fields:
        return record._replace(**{key: value})
    return record._replace(extra={**record.extra, key: value})
