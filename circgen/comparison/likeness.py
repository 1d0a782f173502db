"""How much two units of two languages say the same."""

from __future__ import annotations

from circgen.comparison.equivalence import COUNTING
from circgen.comparison.side import Unit
from circgen.recognition.mentions import Days, Kind

_WEIGHTS = {Kind.TERM: 1.0, Kind.NAME: 2.0, Kind.EVENT: 0.5, Kind.POLARITY: 1.5, Kind.ACRONYM: 2.0}
_FACT = 3.0
_WEAK = 0.5
_LENGTH, _ITEMS, _LETTERS = 0.15, 0.1, 0.1


def likeness(source: Unit, target: Unit) -> float:
    """From 0, nothing in common, to 1: shared mentions, and a little by length and letters."""
    own, other = _features(source), _features(target)
    total = sum(own.values()) + sum(other.values())
    shared = sum(min(weight, other[key]) for key, weight in own.items() if key in other)
    common = 2 * shared / total if total else 0.0
    lengths = sorted((len(source.text) + 1, len(target.text) + 1))
    items = len(source.passages) == len(target.passages)
    rest = _LENGTH * lengths[0] / lengths[1] + _ITEMS * items + _LETTERS * _same(source, target)
    return (1 - _LENGTH - _ITEMS - _LETTERS) * common + rest


def _same(source: Unit, target: Unit) -> float:
    """How many words and signs stand in both, letter by letter, from 0 to 1 (three or more)."""
    shared = set(source.text.split()) & set(target.text.split())
    return min(1.0, sum(len(word) > 1 for word in shared) / 3)


def _features(unit: Unit) -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    for spot in unit.spots:
        mention = spot.mention
        kind = "count" if mention.kind in COUNTING else mention.kind.value
        value = mention.value
        text = str(value.start)[-5:] if isinstance(value, Days) else str(value)
        weight = _WEIGHTS.get(mention.kind, _FACT)
        if mention.weak and mention.kind is not Kind.TERM:
            weight *= _WEAK
        found[kind, text] = max(found.get((kind, text), 0.0), weight)
    return found
