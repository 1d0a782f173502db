"""How much a number may be, and on which side of a day: `at least 30` became `at most 30`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from circgen.comparison.differences import changed
from circgen.comparison.side import Side, Spot, Unit, line_by_line
from circgen.facts.model import Hours
from circgen.findings import Evidence, Finding, Level
from circgen.language.understood import Glossary
from circgen.recognition.mentions import Days, Kind

OF_BOUNDS = ("bound:", "comparison:", "limit-of-time:")
"""How the contraries of the glossary begin that say the same of a whole paragraph."""

_REACH = 48
_CLAUSE = re.compile(r"[.,;:!?()]\s")
_SENTENCE = re.compile(r"[.;:!?]\s")
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = r"(?:[\s$€£¥]+(?:[A-Z]{3}\s)?)"
"""Between a word and its number: a currency, if need be."""
_COUNTED = r"\s?%?(?:\s[^\W\d_]+)?"
"""Between a number and the words behind it: what it counts."""


class _Sides(NamedTuple):
    """The two sides of a value: what they are called, and the keys of their phrases."""

    names: tuple[str, str]
    before: tuple[str, str]
    behind: tuple[str, str]


_NUMBERS = _Sides(("at least", "at most"), ("least", "most"), ("or_more", "or_less"))
_TIMES = _Sides(("from", "until"), ("earliest", "latest"), ("or_later", "or_earlier"))


def bounded_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """A value that is the least in one language and the most in the other."""
    for one, two in line_by_line(source, target):
        own = _bounds(one, sides[0])
        there = _bounds(two, sides[1]) if own else {}
        for value, (bound, spot) in own.items():
            other, other_spot = there.get(value, (bound, spot))
            if bound != other:
                turned = _turned(spot, sides[0]) != _turned(other_spot, sides[1])
                sure = bound in _NUMBERS.names and not turned
                yield changed(target, sides, spot, other_spot)._replace(
                    rule="polarity",
                    level=Level.ERROR if sure else Level.WARNING,
                    message=f"{target.place}: {other} {other_spot.text} ({sides[1].name}) is "
                    f"{bound} {spot.text} ({sides[0].name})",
                    source=Evidence(f"{bound} {spot.text}", spot.text, spot.at),
                    target=Evidence(f"{other} {other_spot.text}", other_spot.text, other_spot.at),
                )


def _bounds(unit: Unit, side: Side) -> dict[object, tuple[str, Spot]]:
    """The values, said once, of which a text says on which side of them something is."""
    spots = unit.of(Kind.NUMBER, Kind.DATE, Kind.HOURS)
    often = Counter(map(_value, spots))
    found = {}
    for spot in spots:
        if often[_value(spot)] == 1 and not _is_range(spot) and (bound := _bound(spot, side)):
            found[_value(spot)] = bound, spot
    return found


def _turned(spot: Spot, side: Side) -> bool:
    """Whether what is done with a value is denied: `papers of more than 12 pages are not read`."""
    rest = _SENTENCE.split(spot.passage.text[spot.mention.end :])[0]
    glossary = side.recogniser.language.glossary
    rest = rest.lower()
    for limit in glossary.polarity.get("neutral", {}).get("limit", ()):
        rest = rest.replace(limit, "")
    return not {*_WORD.findall(rest)}.isdisjoint(glossary.negations)


def _value(spot: Spot) -> object:
    """Its value; that of a day without the year, which a language may leave out."""
    value = spot.mention.value
    return str(value.start)[-5:] if isinstance(value, Days) else value


def _is_range(spot: Spot) -> bool:
    value = spot.mention.value
    if isinstance(value, Days):
        return value.start != value.end
    return isinstance(value, Hours) and value.end is not None


def _bound(spot: Spot, side: Side) -> str:
    """What is said of a value right before or behind it; nothing where that is denied further on.

    What is often denied has phrases of its own: `no more than`.
    """
    language = side.recogniser.language
    text, start, end = spot.passage.text, spot.mention.start, spot.mention.end
    before = _CLAUSE.split(text[max(0, start - _REACH) : start])[-1]
    behind = text[end : end + _REACH]
    two = _NUMBERS if spot.mention.kind is Kind.NUMBER else _TIMES
    bounds = language.understood.bounds
    for name, bound in zip(two.behind, two.names, strict=True):
        if (phrases := _in(behind, bounds, name)) and _behind(phrases).match(behind):
            return bound
    found = [
        (len(said.group()), said.start(), bound)
        for name, bound in zip(two.before, two.names, strict=True)
        if (phrases := _in(before, bounds, name)) and (said := _before(phrases).search(before))
    ]
    _, place, bound = max(found, default=(0, 0, ""))
    return "" if _is_denied(before[:place], language.glossary) else bound


def _in(text: str, bounds: Mapping[str, Sequence[str]], name: str) -> tuple[str, ...]:
    """The phrases of a name, if one of them stands in the text: few texts need the pattern."""
    plain = " ".join(text.lower().split())
    phrases = tuple(bounds.get(name, ()))
    return phrases if any(phrase.lower() in plain for phrase in phrases) else ()


def _is_denied(text: str, glossary: Glossary) -> bool:
    said = glossary.polarity.get("negation", {}).get("not", ())
    denials = frozenset((*glossary.negations, *said))
    return any(word.lower() in denials for word in _WORD.findall(text))


@lru_cache(maxsize=64)
def _before(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Texts that end in one of some phrases; a currency may follow."""
    return re.compile(rf"(?<!\w)(?:{_any(phrases)}){_BETWEEN}$", re.IGNORECASE)


@lru_cache(maxsize=64)
def _behind(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Texts that begin with one of some phrases; what is counted may stand before."""
    return re.compile(rf"{_COUNTED}\s(?:{_any(phrases)})(?!\w|\s\d)", re.IGNORECASE)


def _any(phrases: tuple[str, ...]) -> str:
    every = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(each).replace(r"\ ", r"\s") for each in every) or "(?!)"
