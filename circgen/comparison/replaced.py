"""Which value takes the place of which: `16 instead of 10`, `not 10 but 16`, `from 13 to 20`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.differences import changed
from circgen.comparison.equivalence import COUNTING, same
from circgen.comparison.items import in_both
from circgen.comparison.partners import placed_otherwise
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding
from circgen.recognition.mentions import Kind
from circgen.recognition.tokens import WORD

_ADDRESSES = (Kind.PHONE, Kind.EMAIL, Kind.URL)
_VALUES = (Kind.DATE, Kind.WEEKDAY, Kind.HOURS, *_ADDRESSES, *COUNTING)
_NAMES = (Kind.NAME, Kind.ACRONYM)
_NEAR = 12
_NEAR_NAME = 24
"""So many letters in front of what stands for something else; a name may have words before it."""
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+$")
_WORDS = re.compile(r"\w+")
_PARTS = re.compile(r"[^\w\s\"«»“”„‘’]")
"""What parts a negation from a value; a quotation mark does not: `not in the "Lapacho"`."""
_STOP = re.compile(r"[.!?]\s")
_BETWEEN = 40


def replaced_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Two values that have changed their parts, though both units have both."""
    own = _replaced(source, sides[0])
    other = _replaced(target, sides[1]) if own else []
    for old, new in own:
        for old_there, new_there in other:
            if same(old.mention, new.mention):
                continue
            if same(old.mention, new_there.mention) and same(new.mention, old_there.mention):
                yield changed(target, sides, old, old_there)


def names_replaced(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Two names or signs that have changed their parts: `in Saly, not in Dakar`."""
    if len(source.passages) != 1 or len(target.passages) != 1:
        return
    if not any(map(_denies, (*source.spots, *target.spots))):
        return
    own, other = in_both(source, target, sides)
    keys = [
        {item.spot: item.key for item in items if item.spot.mention.kind in _NAMES}
        for items in (own, other)
    ]
    before, after = (
        {
            (key[old], key[new]): (old, new)
            for old, new in (*_instead(unit.spots, (*key,), side), *_from_to((*key,), side))
        }
        for unit, key, side in zip((source, target), keys, sides, strict=True)
    )
    for (old, new), (spot, _) in before.items():
        if (new, old) in after and (old, new) not in after:
            yield placed_otherwise(spot, after[new, old][0], target, sides)
            return


def _denies(spot: Spot) -> bool:
    is_negation = spot.mention.kind is Kind.POLARITY and "negation" in str(spot.mention.value)
    return is_negation or spot.is_instead


def _replaced(unit: Unit, side: Side) -> list[tuple[Spot, Spot]]:
    """What was and what is, with the words between them."""
    spots = tuple(spot for spot in unit.of(*_VALUES) if not spot.mention.weak)
    if len(spots) < 2:  # noqa: PLR2004
        return []
    return [*_instead(unit.spots, spots, side), *_from_to(spots, side)]


def _instead(
    said: tuple[Spot, ...], spots: tuple[Spot, ...], side: Side
) -> Iterator[tuple[Spot, Spot]]:
    """`16 instead of 10`, `not 10 but 16`: whatever stands near may be what is now."""
    terms = [term for term in said if term.is_instead]
    replaced = [(term, old) for term in terms if (old := _behind(term, spots))]
    before = [old for _, old in replaced]
    denied = [spot for spot in spots if spot not in before and _is_denied(spot, spots, side)]
    replaced += [(old, old) for old in denied]
    before += denied
    for term, old in replaced:
        for new in spots:
            if new.passage is not old.passage or new in before or not _alike(new, old):
                continue
            gaps = (new.mention.end, term.mention.start), (old.mention.end, new.mention.start)
            first, last = max(gaps, key=lambda gap: gap[1] - gap[0])
            if last - first <= _BETWEEN and not _STOP.search(new.passage.text, first, last):
                yield old, new


def _is_denied(spot: Spot, spots: tuple[Spot, ...], side: Side) -> bool:
    """Whether a value stands behind a negation, with nothing but small words between them.

    A number may stand behind a word: `not in Room 201`.
    """
    start = spot.mention.start
    ends = (s.mention.end for s in spots if s.passage is spot.passage and s.mention.end <= start)
    before = spot.passage.text[max(0, start - _near(spot), *ends) : start]
    nouns = int(spot.mention.kind in (*COUNTING, *_NAMES))
    for word in reversed(_WORDS.findall(_PARTS.split(before)[-1].lower())):
        if word in side.recogniser.language.glossary.negations:
            return True
        nouns -= word.isalpha() and side.recogniser.lexicon.class_of(word) == WORD
        if not word.isalpha() or nouns < 0:
            return False
    return False


def _behind(term: Spot, spots: tuple[Spot, ...]) -> Spot | None:
    here = (spot for spot in spots if spot.passage is term.passage)
    return next((s for s in here if 0 <= s.mention.start - term.mention.end <= _near(s)), None)


def _near(spot: Spot) -> int:
    return _NEAR_NAME if spot.mention.kind in _NAMES else _NEAR


def _from_to(spots: tuple[Spot, ...], side: Side) -> Iterator[tuple[Spot, Spot]]:
    """`from 10 to 16`."""
    words = side.recogniser.language.understood.words
    starts, ends = set(words.get("from", ())), {*words.get("to", ()), *words.get("until", ())}
    for one in spots:
        for two in spots:
            apart = abs(one.mention.start - two.mention.start)
            if one is two or one.passage is not two.passage or apart > _BETWEEN:
                continue
            if _alike(one, two) and _before(one) in starts and _before(two) in ends:
                yield one, two


def _alike(one: Spot, two: Spot) -> bool:
    kinds = one.mention.kind, two.mention.kind
    return kinds[0] is kinds[1] or all(kind in COUNTING for kind in kinds)


def _before(spot: Spot) -> str:
    """The word in front of a value."""
    found = _WORD_BEFORE.search(spot.passage.text, 0, spot.mention.start)
    return found[1].lower() if found else ""
