"""Sentences: one more or less, and the marks at the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from circgen.comparison.lengths import VALUES, length_of, ratio_of, surplus
from circgen.comparison.side import Side, Spot, Unit
from circgen.comparison.splitting import CLOSING
from circgen.findings import Evidence, Finding, Level
from circgen.readers.letter import Passage
from circgen.recognition.mentions import Days, Kind

_SAME_MARKS = {
    "\N{IDEOGRAPHIC FULL STOP}": ".",
    "\N{FULLWIDTH SEMICOLON}": ";",
    "\N{ARABIC SEMICOLON}": ";",
    "\N{FULLWIDTH COLON}": ":",
    "\N{ARABIC COMMA}": ",",
    "\N{FULLWIDTH COMMA}": ",",
}
_MARKS = frozenset(".;:,!?")
_JOINT = re.compile(r"([;,])\s[^\W\d_]{1,3}$")
_LEAST_WORDS = 3
_LEAST_MEANINGS = 2
_SHARED = 0.25
_HINT = "implied:"
"""The group of phrases that need not be said in the other language."""
_MOSTLY, _TELLING = 0.6, 5
"""A sentence with so many meanings of which so many are there is hardly the one that is not."""
_FACTS = VALUES | {Kind.NUMBER, Kind.ORDINAL, Kind.YEARS}
_PART, _NOTICEABLE, _LETTERS = 0.7, 0.15, 20
"""How much must be missing: of a sentence, of its paragraph, and how many letters."""


class Sentence(NamedTuple):
    """A sentence: its text, its place in its passage, and what it mentions."""

    text: str
    passage: Passage
    start: int
    spots: tuple[Spot, ...]

    @property
    def meanings(self) -> frozenset[tuple[str, str]]:
        """What it is about: values and terms."""
        mentions = (spot.mention for spot in self.spots if spot.mention.kind is not Kind.CONTRARY)
        values = ((each.kind, str(each.value)) for each in mentions)
        return frozenset(each for each in values if not each[1].startswith(_HINT))

    @property
    def length(self) -> int:
        """How long its words are."""
        return length_of(self.text, self.spots)

    def evidence(self) -> Evidence:
        """For a finding."""
        return Evidence("", self.text, self.passage.at(self.start))


def sentences(unit: Unit) -> list[Sentence]:
    """The sentences of a unit. The stops inside dates, hours and abbreviations end none."""
    return [
        Sentence(passage.text[start:end], passage, start, _inside(unit, passage, start, end))
        for passage, start, end in _spans(unit)
    ]


def _inside(unit: Unit, passage: Passage, start: int, end: int) -> tuple[Spot, ...]:
    here = (spot for spot in unit.spots if spot.passage is passage)
    return tuple(spot for spot in here if start <= spot.mention.start < end)


def _spans(unit: Unit) -> Iterator[tuple[Passage, int, int]]:
    """Where the sentences of a unit stand."""
    for passage, spans in zip(unit.passages, unit.stretches, strict=True):
        begun: int | None = None
        for start, end in spans:
            begun = start if begun is None else begun
            if (start, end) != spans[-1] and _is_no_sentence(passage.text[begun:end]):
                continue
            yield passage, begun, end
            begun = None


def _is_no_sentence(text: str) -> bool:
    """Whether a stop ends a heading, or an abbreviation (`145 dollars.`), before the sentence."""
    return len(text.split()) < _LEAST_WORDS or text.isupper()


def _count(unit: Unit) -> int:
    """How many sentences a unit has."""
    return sum(1 for _ in _spans(unit))


def _most(unit: Unit) -> int:
    """How many it may have: two words may be a sentence, if they begin as one."""
    return _count(unit) + sum(
        len(passage.text[start:end].split()) == _LEAST_WORDS - 1 and passage.text[start].isupper()
        for passage, spans in zip(unit.passages, unit.stretches, strict=True)
        for start, end in spans[:-1]
    )


def sentences_differ(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """A sentence more or less, where it can be told, and other marks at the end."""
    own, other = _count(source), _count(target)
    if own > other and own > _most(target):
        for sentence in _unsaid(sentences(source), target, ratio_of(sides)):
            if not _introduces(sentence, target):
                yield _missing(sentence, target, sides)
    elif other > own and other > _most(source):
        for sentence in _unsaid(sentences(target), source, 1 / ratio_of(sides)):
            if not _introduces(sentence, source) and not _restates(sentence, sides[0]):
                yield _added(sentence, source, target, sides)
    if not sides[0].has_part(source.place) and not source.place.startswith("annex"):
        yield from _ends(source, target, sides)


def _unsaid(long: list[Sentence], short: Unit, ratio: float) -> list[Sentence]:
    """The sentences of which the other unit mentions next to nothing.

    A sentence that mentions little is told by the length of the whole: where as much is missing as
    it takes, the one that has least in common with the other unit is the one (after Gale and
    Church, 1993). What was merely joined to another sentence leaves the length as it was.
    """
    there = {(spot.mention.kind, str(spot.mention.value)) for spot in short.spots}
    shared = {id(s): len(s.meanings & there) / max(1, len(s.meanings)) for s in long}
    found = [
        sentence
        for sentence in long
        if len(sentence.meanings) >= _LEAST_MEANINGS and shared[id(sentence)] <= _SHARED
    ]
    if found:
        return found
    expected = ratio * sum(sentence.length for sentence in long)
    lacking = expected - length_of(short.text, short.spots)
    decided = _decided(s for sentence in long for s in sentence.spots) - _decided(short.spots)
    new = [
        s
        for s in long
        if not any(kind in _FACTS for kind, _ in s.meanings & there)
        and _decided(s.spots) <= decided
        and (shared[id(s)] <= _MOSTLY or len(s.meanings) < _TELLING)
    ]
    fitting = [sentence for sentence in new if _PART * ratio * sentence.length <= lacking]
    if fitting and lacking > max(_LETTERS, _NOTICEABLE * expected):
        return [min(fitting, key=lambda sentence: shared[id(sentence)])]
    lengths = [sentence.length for sentence in sentences(short)]
    possible = [place for place, sentence in enumerate(long) if sentence in new]
    place = surplus([sentence.length for sentence in long], lengths, ratio, possible)
    return [long[place]] if place is not None else []


def _decided(spots: Iterable[Spot]) -> Counter[str]:
    """What is free, mandatory, open and so on, and how often."""
    decisions = (spot.mention for spot in spots if spot.mention.kind is Kind.POLARITY)
    values = (str(each.value) for each in decisions if not each.weak)
    return Counter(value for value in values if not value.startswith(_HINT))


def _introduces(sentence: Sentence, other: Unit) -> bool:
    """Whether a sentence introduces a list that the other unit introduces, too."""
    is_list = any(passage.text.endswith(":") for passage in other.passages)
    return is_list and sentence.text.endswith(":")


def _restates(sentence: Sentence, source: Side) -> bool:
    """Whether a sentence says dates or hours of the letter again, and no others."""
    facts = [s.mention for s in sentence.spots if s.mention.kind in (Kind.DATE, Kind.HOURS)]
    known = [value for kind, value in source.values if kind in (Kind.DATE, Kind.HOURS)]
    return bool(facts) and all(any(_fits(fact.value, value) for value in known) for fact in facts)


def _fits(one: object, two: object) -> bool:
    if isinstance(one, Days) and isinstance(two, Days):
        return one.fits(two) or one.start.fits(two.end)
    return one == two


def _missing(sentence: Sentence, target: Unit, sides: tuple[Side, Side]) -> Finding:
    return Finding(
        target.at,
        "missing-sentence",
        f"{target.place}: a sentence ({sides[0].name}) seems to be missing ({sides[1].name})",
        "translate it, or take it out of the other",
        Level.WARNING,
        paragraph=target.place,
        source=sentence.evidence(),
        target=target.evidence()._replace(text=""),
    )


def _added(sentence: Sentence, source: Unit, target: Unit, sides: tuple[Side, Side]) -> Finding:
    return Finding(
        sentence.passage.at(sentence.start),
        "added-sentence",
        f"{target.place}: a sentence ({sides[1].name}) seems not to be in {sides[0].name}",
        "take it out, or add it to the other",
        Level.WARNING,
        paragraph=target.place,
        source=source.evidence()._replace(text=""),
        target=sentence.evidence(),
    )


def _ends(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    one, two = source.passages[-1], target.passages[-1]
    first, second = _mark(one.text), _mark(two.text)
    if first == second or one.row or two.row:
        return
    if {first, second} == {".", ""} and any(map(_ends_in_abbreviation, (source, target))):
        return
    if _are_like_their_lists((one, two), sides):
        return
    last = max(0, len(two.text.rstrip()) - 1)
    yield Finding(
        two.at(last),
        "punctuation",
        f"{target.place}: ends with {_shown(second)} ({sides[1].name}), "
        f"with {_shown(first)} ({sides[0].name})",
        "end both alike",
        Level.WARNING,
        paragraph=target.place,
        source=Evidence(_shown(first), one.text[-1:], one.at(max(0, len(one.text.rstrip()) - 1))),
        target=Evidence(_shown(second), two.text[-1:], two.at(last)),
    )


def _are_like_their_lists(items: tuple[Passage, Passage], sides: tuple[Side, Side]) -> bool:
    """Whether all items of a list before the last end alike, as each language may choose.

    The last one ends the list: where the languages choose otherwise, it does, too.
    """
    lists = [_list_of(item, side) for item, side in zip(items, sides, strict=True)]
    marks = [{_mark(each.text) for each in found[:-1]} for found in lists]
    if any(len(each) != 1 for each in marks):  # there is no list, or its items end unlike
        return False
    last = [found[-1] is item for found, item in zip(lists, items, strict=True)]
    return not any(last) or (all(last) and marks[0] != marks[1])


def _list_of(item: Passage, side: Side) -> list[Passage]:
    """The items of the list that one stands in; a list of two tells nothing."""
    for point in side.letter.points:
        items = [point.passages[index] for index in sorted(point.items)]
        if any(each is item for each in items):
            return items if len(items) > 2 else []  # noqa: PLR2004
    return []


def _ends_in_abbreviation(unit: Unit) -> bool:
    """Whether the last stop is that of a date, hours or years: `2027 г.` ends no sentence."""
    passage = unit.passages[-1]
    return any(
        spot.passage is passage
        and spot.mention.end == len(passage.text)
        and spot.text.endswith(".")
        for spot in unit.of(Kind.DATE, Kind.HOURS, Kind.YEARS, Kind.MONTH)
    )


def _mark(text: str) -> str:
    """The mark that a text ends with; a small word may follow, as in `; and`."""
    text = text.rstrip()
    if text.endswith(".)") and text.rpartition("(")[0].rstrip()[-1:].isalnum():
        return ""  # the stop of an abbreviation: `(… 2026 г.)`
    text = text.rstrip(CLOSING + "\n\t \N{NO-BREAK SPACE}")
    joint = _JOINT.search(text)
    last = joint[1] if joint else text[-1:]
    last = _SAME_MARKS.get(last, last)
    return last if last in _MARKS else ""


def _shown(mark: str) -> str:
    return f"`{mark}`" if mark else "no mark"
