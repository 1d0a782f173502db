"""How much two units of two languages say the same."""

from __future__ import annotations

from typing import NamedTuple

from circgen.comparison.equivalence import COUNTING
from circgen.comparison.side import Unit
from circgen.recognition.mentions import Days, Kind

_WEIGHTS = {Kind.TERM: 1.0, Kind.NAME: 2.0, Kind.EVENT: 0.5, Kind.POLARITY: 1.5, Kind.ACRONYM: 2.0}
_FACT = 3.0
_WEAK = 0.5
_LENGTH, _ITEMS, _LETTERS = 0.15, 0.1, 0.1


class Profile(NamedTuple):
    """What two units are compared by: what they mention and how much it weighs, words, length."""

    features: dict[tuple[str, str], float]
    weight: float
    passages: int
    words: frozenset[str]
    length: int


def profile(unit: Unit) -> Profile:
    """The profile of a unit, which is compared with many others."""
    text = unit.text
    words = frozenset(word for word in text.split() if len(word) > 1)
    features = _features(unit)
    return Profile(features, sum(features.values()), len(unit.passages), words, len(text))


def likeness(source: Profile, target: Profile) -> float:
    """From 0, nothing in common, to 1: shared mentions, and a little by length and letters."""
    own, other = source.features, target.features
    total = source.weight + target.weight
    shared = sum([min(own[key], other[key]) for key in own if key in other])
    common = 2 * shared / total if total else 0.0
    lengths = sorted((source.length + 1, target.length + 1))
    items = source.passages == target.passages
    # Words and signs that stand in both, letter by letter; three or more are all that counts.
    same = min(1.0, len(source.words & target.words) / 3)
    rest = _LENGTH * lengths[0] / lengths[1] + _ITEMS * items + _LETTERS * same
    return (1 - _LENGTH - _ITEMS - _LETTERS) * common + rest


def _features(unit: Unit) -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    for spot in unit.spots:
        mention = spot.mention
        if mention.kind is Kind.CONTRARY:
            continue  # the contrary may stand in the right paragraph
        value = mention.value
        text = str(value.start)[-5:] if isinstance(value, Days) else str(value)
        kind, strong, weak = _FEATURE[mention.kind]
        weight = weak if mention.weak else strong
        key = kind, text
        if weight > found.get(key, 0.0):
            found[key] = weight
    return found


def _feature(kind: Kind) -> tuple[str, float, float]:
    """What mentions of a kind are compared as, and how much a strong and a weak one weigh."""
    weight = _WEIGHTS.get(kind, _FACT)
    name = "count" if kind in COUNTING else kind.value
    return name, weight, weight if kind is Kind.TERM else weight * _WEAK


_FEATURE = {kind: _feature(kind) for kind in Kind}
