"""Values that exchanged their places: `room 3 on level 2` became `room 2 on level 3`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from circgen.comparison.alignment import aligned
from circgen.comparison.differences import changed
from circgen.comparison.exclusive import tables_of
from circgen.comparison.sentences import Sentence
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Evidence, Finding, Level
from circgen.recognition.mentions import Days, Kind

_CODE = "code"
_COUNT, _NAME, _EVENT, _WORD, _UNIT = "count", "name", "event", "word", "unit"
_SORTS = {
    Kind.NUMBER: _COUNT,
    Kind.ORDINAL: _COUNT,
    Kind.CIRCULAR: _COUNT,
    Kind.DATE: "date",
    Kind.MONTH: "date",
    Kind.HOURS: "hours",
    Kind.WEEKDAY: "weekday",
    Kind.YEARS: "years",
    Kind.CODE: _CODE,
    Kind.NAME: _NAME,
    Kind.ACRONYM: _NAME,
    Kind.EVENT: _EVENT,
    Kind.TERM: _WORD,
    Kind.UNIT: _UNIT,
}
"""What changes places with what."""

_NO_FIGURES = {_NAME, _EVENT, _WORD, _UNIT}
_LEAST = 3
_YEARS = range(1900, 2100)
_COUNTS = re.compile(r"\s[^\W\d_A-ZА-Я]")
_FAR = 3
"""So many figures more has a number that is written for something else."""

_Key = tuple[str, object]
_Said = tuple[str, object, int]
"""A sort, a value, and how often it was said before in the sentence."""


def in_each_others_place(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Two values of a sort the other way round, while what stands between them is as it was.

    Another language may put a sentence in another order, but what belongs together moves together.
    """
    kinds = tables_of(sides[0].recogniser, sides[1].recogniser)
    for own, other in _aligned(source, target):
        before, after = _in_both(own.spots, other.spots)
        for one, two, between in _exchanged([*before], [*after]):
            first, second = before[one], after[two]
            if not (_alike(first, before[two]) and _alike(after[one], second)):
                continue
            sorts = {kinds.get(spot.mention.value) for spot in (first, second)} - {None}
            if len(sorts) > 1:
                continue  # the town in front of its country, or behind it
            values = _shown(first), _shown(second)
            certain = _certain(one, between) and not replaces((*own.spots, *other.spots))
            yield changed(target, sides, first, second)._replace(
                message=f"{target.place}: {values[1]} ({sides[1].name}) stands in the place of "
                f"{values[0]} ({sides[0].name}), and the other way round",
                help="put each where it belongs",
                level=Level.ERROR if certain else Level.WARNING,
                source=Evidence(values[0], first.text, first.at),
                target=Evidence(values[1], second.text, second.at),
            )


def _aligned(source: Unit, target: Unit) -> Iterator[tuple[Unit | Sentence, Unit | Sentence]]:
    """The sentences of both; whole lines where the languages divide them otherwise."""
    if len(source.passages) != len(target.passages):
        return
    for own, other in zip(source.lines, target.lines, strict=True):
        if _has_figures(own) and _has_figures(other):
            yield from aligned(own, other)


def _has_figures(line: Unit) -> bool:
    """Whether there is a value that holds others in their places, and enough of them."""
    sorts = {_SORTS.get(spot.mention.kind, _WORD) for spot in line.spots}
    return len(line.spots) >= _LEAST and not sorts <= _NO_FIGURES


def _in_both(
    own: Iterable[Spot], other: Iterable[Spot]
) -> tuple[dict[_Said, Spot], dict[_Said, Spot]]:
    """What both say equally often, in the order of each."""
    one, two = _said(own), _said(other)
    often = [Counter(key for key, _ in said) for said in (one, two)]
    both = {key for key, times in often[0].items() if often[1][key] == times}
    return _counted(one, both), _counted(two, both)


def _said(spots: Iterable[Spot]) -> list[tuple[_Key, Spot]]:
    """What is said, in the order of the text, but for currencies: before a sum or behind it.

    What stands in a longer name of the same counts once.
    """
    ordered = sorted(spots, key=lambda spot: (spot.mention.start, -spot.mention.end))
    units = [spot.mention for spot in ordered if spot.mention.kind is Kind.UNIT]
    names = {spot.mention.start for spot in ordered if spot.mention.kind is Kind.NAME}
    left_out = {unit.start for unit in units if unit.weak or unit.start in names}
    left_out |= {spot.mention.start for spot in ordered if _is_of_acronym(spot)}
    said = [
        ((_SORTS[spot.mention.kind], _value(spot)), spot)
        for spot in ordered
        if spot.mention.kind in _SORTS and spot.mention.start not in left_out
    ]
    said = _with_codes(said)
    return [*said[:1], *(two for one, two in pairwise(said) if one[0] != two[0])]


def _with_codes(said: list[tuple[_Key, Spot]]) -> list[tuple[_Key, Spot]]:
    """With two numbers that a slash joins as one value: Question 19/15."""
    found = said[:1]
    for (key, spot), (_, before) in zip(said[1:], said, strict=False):
        between = spot.passage.text[before.mention.end : spot.mention.start]
        if between == "/" and spot.passage is before.passage:
            found[-1] = (_CODE, (found[-1][0][1], key[1])), found[-1][1]
        else:
            found.append((key, spot))
    return found


def _is_of_acronym(spot: Spot) -> bool:
    """Whether figures stand right behind a letter: `SG3RG`."""
    start = spot.mention.start
    return spot.text.isdigit() and spot.passage.text[max(0, start - 1) : start].isalpha()


def _value(spot: Spot) -> object:
    """Its value; that of days without the year, which a language may leave out."""
    value = spot.mention.value
    return tuple(str(day)[-5:] for day in value) if isinstance(value, Days) else value


def _counted(said: list[tuple[_Key, Spot]], wanted: set[_Key]) -> dict[_Said, Spot]:
    found: dict[_Said, Spot] = {}
    times: Counter[_Key] = Counter()
    for key, spot in said:
        if key in wanted:
            found[*key, times[key]] = spot
            times[key] += 1
    return found


def _exchanged(
    own: Sequence[_Said], other: Sequence[_Said]
) -> Iterator[tuple[_Said, _Said, Sequence[_Said]]]:
    """Two of a sort that stand the other way round, and what stands between them in both."""
    places = {said: place for place, said in enumerate(other)}
    for first, one in enumerate(own):
        for second, two in enumerate(own[first + 2 :], first + 2):
            if one[0] != two[0] or one[0] == _UNIT or places[two] > places[one]:
                continue
            between = own[first + 1 : second]
            same = between == other[places[two] + 1 : places[one]]
            if same and any(_holds(each, one) and not _is_common(each, places) for each in between):
                yield one, two, between


def _is_common(word: _Said, said: Container[_Said]) -> bool:
    """Whether a word is said twice, and so stands beside both: `Hall 3 and Hall 5`."""
    sort, value, before = word
    return sort == _WORD and (before > 0 or (sort, value, 1) in said)


def _holds(anchor: _Said, value: _Said) -> bool:
    """Whether a value may belong to another.

    Words may stand on either side of words and names, and what is counted goes with either number:
    `3 days instead of 2` is `not 2 days but 3`.
    """
    sorts = {anchor[0], value[0]}
    return len(sorts) > 1 and _UNIT not in sorts and not sorts <= _NO_FIGURES


def _alike(one: Spot, two: Spot) -> bool:
    """Whether one could be written for the other.

    A year is not written for another number, nor the postcode for that of the house.
    """
    values = [spot.mention.value for spot in (one, two)]
    is_year = [value in _YEARS for value in values]
    lengths = [len(str(value)) for value in values if isinstance(value, int)]
    counts = any(_COUNTS.match(spot.passage.text, spot.mention.end) for spot in (one, two))
    far = bool(lengths) and not counts and max(lengths) - min(lengths) >= _FAR
    return one.mention.kind is two.mention.kind and is_year[0] == is_year[1] and not far


def _certain(value: _Said, between: Sequence[_Said]) -> bool:
    facts = (each for each in between if each[0] != _WORD)
    return value[0] != _WORD and any(_holds(each, value) for each in facts)


def replaces(spots: Iterable[Spot]) -> bool:
    """Whether a value is said instead of another: `not 300 in Geneva, but 500`."""
    return any(spot.is_instead for spot in spots)


def _shown(spot: Spot) -> str:
    return spot.text if _SORTS[spot.mention.kind] == _WORD else spot.value
