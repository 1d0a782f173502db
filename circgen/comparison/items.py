"""What two sentences say alike, each of them once: values, rooms, companies, persons, towns.

Of what stands in both, it can be told what it stands beside in either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from circgen.comparison.exclusive import category
from circgen.comparison.persons import difference
from circgen.comparison.sentences import Sentence
from circgen.comparison.side import Side, Spot, Unit
from circgen.readers.letter import Passage
from circgen.recognition.mentions import Days, Kind, Mention
from circgen.recognition.scripts import ALPHABETS, scripts

WORD = "word"
"""The sort of words that `terms` in the glossary has."""

_NAMED, _SIGN, _PLACE, _DECISION = "named", "sign", "place", "decision"
_SORTS = {
    Kind.DATE: "date",
    Kind.HOURS: "hours",
    Kind.WEEKDAY: "weekday",
    Kind.NUMBER: "count",
    Kind.ORDINAL: "ordinal",
    Kind.YEARS: "years",
    Kind.URL: "address",
    Kind.EMAIL: "address",
    Kind.PHONE: "phone",
    Kind.ACRONYM: "acronym",
    Kind.EVENT: "event",
    Kind.POLARITY: _DECISION,
    Kind.CONTRARY: _DECISION,
    Kind.TERM: WORD,
}
_TABLES = {
    "towns": _PLACE,
    "places": _PLACE,
    "countries": "country",
    "languages": "language",
    "working_languages": "language",
    "people": _NAMED,
}
"""The sorts of names in the glossary, by their tables; others say too little."""

_TOKEN = re.compile(r"(?<![\w@./-])(?=\w*[A-Z])\w+(?:[./&-]\w+)*(?![\w@])")
"""What stands for a room, a Recommendation or a company in either language."""

_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_]{4,}(?!\w)")
_YEARS = range(1900, 2100)
_MOST = 60
"""So many values or names has no sentence of which one can tell what belongs to what."""
_WEAK = frozenset({Kind.NAME, Kind.TERM, Kind.ORDINAL})
_WHOLE = frozenset({Kind.URL, Kind.EMAIL, Kind.NAME, Kind.ACRONYM, Kind.ZONE, Kind.UNIT, Kind.DATE})
"""What is no sign."""


class Item(NamedTuple):
    """Something that both sentences say once: its sort, what it is, and where it stands."""

    sort: str
    key: object
    spot: Spot


def in_both(
    own: Unit | Sentence, other: Unit | Sentence, sides: tuple[Side, Side]
) -> tuple[list[Item], list[Item]]:
    """What both say once, in the order of each; nothing of what is as long as a list."""
    if max(len(own.spots), len(other.spots)) > _MOST:
        return [], []
    sorts = category(*(side.recogniser for side in sides))
    signs = _signs(own), _signs(other)
    both = {item.key for item in signs[0]} & {item.key for item in signs[1]}
    one, two = (
        _without_signs(_said(text, sorts), [item for item in new if item.key in both])
        for text, new in zip((own, other), signs, strict=True)
    )
    once = _once(one) & _once(two)
    one, two = ([item for item in each if item.key in once] for each in (one, two))
    names = _names(own, other, (one, two), sides)
    return _in_order(one, names[0]), _in_order(two, names[1])


def _in_order(items: list[Item], names: list[Item]) -> list[Item]:
    return sorted([*items, *names], key=lambda item: item.spot.mention.start)


def _without_signs(said: list[Item], signs: list[Item]) -> list[Item]:
    """Both, without the figures of the signs: those of `H1`."""
    spans = [item.spot.mention for item in signs]
    return signs + [
        item
        for item in said
        if not any(each.start <= item.spot.mention.start < each.end for each in spans)
    ]


def _once(items: Sequence[Item]) -> set[object]:
    return {key for key, times in Counter(item.key for item in items).items() if times == 1}


def _said(text: Unit | Sentence, sorts: Mapping[object, str]) -> list[Item]:
    """What is recognised; two numbers with a stroke between them are one value."""
    found: list[Item] = []
    for spot in text.spots:
        sort, value = _sort(spot, sorts), spot.mention.value
        before = found[-1] if found else None
        if not sort or (before and before.key == (sort, value) and _is_inside(spot, before.spot)):
            continue
        if isinstance(value, Days):
            value = tuple(str(day)[-5:] for day in value)
        if before and before.sort in ("count", "ordinal") and _is_code(before.spot, spot):
            found[-1] = Item("code", ("code", before.key, value), before.spot)
        else:
            found.append(Item(sort, (sort, value), spot))
    return found


def _sort(spot: Spot, sorts: Mapping[object, str]) -> str:
    """What a value may change places with; nothing for what says too little."""
    kind, value = spot.mention.kind, spot.mention.value
    sort = _SORTS.get(kind, "")
    if spot.mention.weak and kind not in _WEAK:
        return ""
    if kind is Kind.NAME:
        return _TABLES.get(sorts.get(value, ""), "")
    if kind is Kind.NUMBER and value in _YEARS:
        return "year"
    if sort == _DECISION:
        return str(value).partition(":")[0]
    return sort


def _is_inside(spot: Spot, other: Spot) -> bool:
    return spot.passage is other.passage and spot.mention.start < other.mention.end


def _is_code(one: Spot, two: Spot) -> bool:
    return (
        one.passage is two.passage
        and two.passage.text[one.mention.end : two.mention.start].strip() == "/"
    )


def _signs(text: Unit | Sentence) -> list[Item]:
    """Rooms, Recommendations, companies in Latin letters."""
    passage, start, end = _stretch(text)
    taken = [s.mention for s in text.spots if s.mention.kind in _WHOLE]
    return [
        Item(_SIGN, (_SIGN, m.group()), Spot(Mention(Kind.NAME, m.group(), *m.span()), passage))
        for m in _TOKEN.finditer(passage.text, start, end)
        if not any(each.start < m.end() and m.start() < each.end for each in taken)
    ]


def _names(
    own: Unit | Sentence,
    other: Unit | Sentence,
    items: tuple[list[Item], list[Item]],
    sides: tuple[Side, Side],
) -> tuple[list[Item], list[Item]]:
    """Names that sound alike, the first word of each."""
    words = _capitalised(own, items[0])
    there = _capitalised(other, items[1]) if words else []
    if max(len(words), len(there)) > _MOST:
        return [], []
    alike = [[each for each in there if _sound_alike(word, each, sides)] for word in words]
    often = Counter(each for found in alike for each in found)
    pairs = [
        (word, found[0])
        for word, found in zip(words, alike, strict=True)
        if len(found) == 1 and often[found[0]] == 1
    ]
    ends = {word.mention.end for word, _ in pairs}
    first = [pair for pair in pairs if pair[0].mention.start - 1 not in ends]
    own_items = [Item(_NAMED, (_NAMED, one.text), one) for one, _ in first]
    return own_items, [Item(_NAMED, (_NAMED, one.text), two) for one, two in first]


def _sound_alike(one: Spot, two: Spot, sides: tuple[Side, Side]) -> bool:
    return difference(one.text, two.text, sides) == 0


def _capitalised(text: Unit | Sentence, items: list[Item]) -> list[Spot]:
    """Words with a capital of which nothing else is known."""
    passage, start, end = _stretch(text)
    taken = [s.mention for s in text.spots] + [item.spot.mention for item in items]
    return [
        Spot(Mention(Kind.NAME, m.group(), *m.span()), passage)
        for m in _CAPITALISED.finditer(passage.text, start, end)
        if m.group().istitle()
        and scripts(m.group()) <= ALPHABETS
        and not any(each.start < m.end() and m.start() < each.end for each in taken)
    ]


def _stretch(text: Unit | Sentence) -> tuple[Passage, int, int]:
    if isinstance(text, Sentence):
        return text.passage, text.start, text.start + len(text.text)
    return text.passages[0], 0, len(text.passages[0].text)
