"""Acronyms in brackets that have changed their places: each stands behind the other's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from circgen.comparison.differences import changed
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding
from circgen.recognition.mentions import Kind, Mention

_BRACKET = re.compile(r"\(([^()]{2,24})\)")
_SENTENCE_END = re.compile(r"[.;:]\s")
_REACH = 80
_SHORT = (Kind.NAME, Kind.ACRONYM)
_OF_NAMES = frozenset({Kind.NAME, Kind.TERM, Kind.EVENT, Kind.POLARITY, Kind.NUMBER, Kind.ORDINAL})


class _Acronym(NamedTuple):
    """An acronym in brackets, and what the words mention that stand before it."""

    spot: Spot
    name: frozenset[object]


def acronyms_exchanged(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Two acronyms of which each stands behind words that the other one has in the source."""
    own = _acronyms(source)
    other = _acronyms(target) if len(own) > 1 else {}
    for one, two in combinations([value for value in own if value in other], 2):
        first, second = own[one].name - own[two].name, own[two].name - own[one].name
        straight = first & other[one].name or second & other[two].name
        if not straight and (first & other[two].name or second & other[one].name):
            for here, there in ((one, two), (two, one)):
                found = changed(target, sides, own[here].spot, other[there].spot)
                yield found._replace(rule="name")


def _acronyms(unit: Unit) -> dict[object, _Acronym]:
    """The acronyms that stand in brackets once, by what is mentioned there."""
    found: dict[object, _Acronym] = {}
    counts: Counter[object] = Counter()
    for passage in unit.passages:
        brackets = list(_BRACKET.finditer(passage.text)) if passage.text.count("(") > 1 else []
        spots = [spot for spot in unit.spots if spot.passage is passage] if brackets else []
        last = 0
        for match in brackets:
            inside = [s for s in spots if match.start() < s.mention.start < match.end()]
            if any(s.mention.kind in _SHORT for s in inside) and _is_acronym(match[1]):
                value = _value(inside, match)
                begin = _begin(passage.text, max(last, match.start() - _REACH), match.start())
                before = (s.mention for s in spots if begin <= s.mention.start < match.start())
                name = frozenset(each.value for each in before if each.kind in _OF_NAMES)
                mention = Mention(Kind.ACRONYM, match[1], *match.span(1))
                counts[value] += 1
                found[value] = _Acronym(Spot(mention, passage), name)
            last = match.end()
    return {value: each for value, each in found.items() if counts[value] == 1}


def _value(inside: list[Spot], match: re.Match[str]) -> object:
    """What a bracket says: an acronym that no glossary knows as a whole, or all that is known."""
    whole = (spot for spot in inside if spot.mention.kind is Kind.ACRONYM)
    same = (s.mention.value for s in whole if (s.mention.start, s.mention.end) == match.span(1))
    return next(same, frozenset(spot.mention.value for spot in inside))


def _begin(text: str, start: int, end: int) -> int:
    """Where the sentence begins that goes on to `end`; not before `start`."""
    return max((match.end() for match in _SENTENCE_END.finditer(text, start, end)), default=start)


def _is_acronym(text: str) -> bool:
    """Whether words in brackets are one word with capitals: `SG17`."""
    return sum(map(str.isupper, text)) > 1 and " " not in text.strip()
