"""Sentences: one more or less, and the marks at the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from circgen.comparison.end_marks import ends_differ
from circgen.comparison.lengths import VALUES, length_of, ratio_of, surplus
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Evidence, Finding, Level
from circgen.readers.letter import Passage
from circgen.recognition.mentions import Days, Kind

_LEAST_WORDS = 3
_LEAST_MEANINGS = 2
_SHARED = 0.25
_HINT = "implied:"
"""The group of phrases that need not be said in the other language."""
_MOSTLY, _TELLING = 0.6, 5
"""A sentence with so many meanings of which so many are there is hardly the one that is not."""
_FREE = 0.3
"""How much longer, by the length of a sentence that is not there, the rest may be put."""
_SHORT_WORD = re.compile(r"(?<![^\W_])([^\W\d_]{1,4})\.$")
"""What ends with one that has a capital may end with an abbreviation: `Prof.`"""
_FACTS = VALUES | {Kind.NUMBER, Kind.ORDINAL, Kind.YEARS}
_PART, _NOTICEABLE, _LETTERS = 0.7, 0.15, 20
"""How much must be missing: of a sentence, of its paragraph, and how many letters."""


_Meaning = tuple[Kind, str]


class Sentence(NamedTuple):
    """A sentence: its text, its place in its passage, and what it mentions."""

    text: str
    passage: Passage
    start: int
    spots: tuple[Spot, ...]

    @property
    def meanings(self) -> frozenset[_Meaning]:
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
        yield from ends_differ(source, target, sides)


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
    if place is not None:
        return [long[place]]
    return _alone(long, there, ratio, lacking) if len(long) == len(lengths) + 1 else []


def _alone(
    long: Sequence[Sentence], there: Collection[_Meaning], ratio: float, lacking: float
) -> list[Sentence]:
    """The sentence of which the other unit has nothing but what others of this one say, too.

    What was joined to another sentence would be there; and the whole is no longer than it was.
    """
    often = Counter(meaning for sentence in long for meaning in sentence.meanings)
    found: list[tuple[int, Sentence]] = []
    for sentence in long:
        own = {m for m in sentence.meanings if often[m] == 1 and m[0] is not Kind.UNIT}
        length = ratio * sentence.length
        fewest = 0.0 if len(own) < _LEAST_MEANINGS else -_FREE * length
        last = _SHORT_WORD.search(sentence.text)
        is_whole = length >= _LETTERS and not (last and last[1].istitle())
        if own and own.isdisjoint(there) and is_whole and lacking >= fewest:
            found.append((len(own), sentence))
    return [max(found, key=lambda each: each[0])[1]] if found else []


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
