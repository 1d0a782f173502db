"""Basis: what every letter about a meeting states, as facts for the template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from circgen.extraction.patterns import mark
from circgen.extraction.stated import Stated, Tree
from circgen.extraction.trials import open_name
from circgen.facts.model import Facts, Name, Place, Session


class Basis(NamedTuple):
    """What a letter says of its meeting besides its tree.

    `zone` is that of its hours, `place_zones` those of the places with an id.
    """

    kind: str
    language: str
    sessions: tuple[Session, ...]
    zone: str
    place_zones: Mapping[str, str]

    def facts(self, tree: Tree) -> Facts | None:
        """With marks for the texts; None if it can't be told."""
        event, mode = tree.get("event"), tree.get("mode")
        if not isinstance(event, Stated) or not isinstance(mode, Stated) or not self.sessions:
            return None
        ordinal = tree.get("ordinal")
        name = Name("places", None, {self.language: {"": "-"}})
        return Facts(
            (self.language,),
            kind=self.kind,
            status="draft",
            issued_at=Place(name, self.zone),
            event=Name("events", event.value),
            ordinal=int(ordinal.value) if isinstance(ordinal, Stated) else None,
            topic={self.language: mark("topic")},
            mode=mode.value,
            place=self._place(tree),
            zone=self.zone,
            sessions=self.sessions,
        )

    def _place(self, tree: Tree) -> Place | None:
        place = tree.get("place")
        if isinstance(place, Stated):
            known = self.place_zones.get(place.value)
            return Place(Name("places", place.value), known or self.zone)
        if place is None:
            return None
        return Place(open_name("places", "place.name", self.language), self.zone)
