"""What one version of a circular states by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from circgen.facts.model import AnnexText, Facts, FactsFile


class Stated(NamedTuple):
    """What one version states: its facts, and the texts of annexes by the names of their files."""

    facts: Facts
    texts: Mapping[str, AnnexText]


def stated(file: FactsFile, annexes: Mapping[str, AnnexText]) -> Stated:
    """What a version states, without the zones that follow from it."""
    facts, where = file.facts, file.where
    names = {
        f"annexes[{index}].file.{language}": name
        for index, annex in enumerate(facts.annexes)
        for language, name in annex.file.items()
    }
    changed: dict[str, Any] = {
        key: tuple(
            item if f"{key}[{index}].zone" in where else item._replace(zone=None)
            for index, item in enumerate(getattr(facts, key))
        )
        for key in ("sessions", "side_events", "deadlines")
    }
    if facts.place and "place.zone" not in where:
        changed["place"] = facts.place._replace(zone=None)
    if "zone" not in where:
        changed["zone"] = None
    bare = facts._replace(**changed)
    return Stated(bare, {names[path]: text for path, text in annexes.items()})
