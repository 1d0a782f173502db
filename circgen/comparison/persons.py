"""Persons: `Ms Amina Belkacem` where the other letter has another name behind its title.

What stands behind a title is a name and nothing else, so it may be looked at more closely than
other words with capitals: each of its words must sound like one of the other letter.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import chain, pairwise

from circgen.comparison.differences import changed
from circgen.comparison.side import Side, Spot, Unit, line_by_line
from circgen.findings import Finding, Level
from circgen.readers.letter import Passage
from circgen.recognition.mentions import Kind, Mention
from circgen.recognition.scripts import scripts
from circgen.recognition.sounds import DIFFERENT

_NO_NAMES = frozenset({Kind.DATE, Kind.WEEKDAY, Kind.MONTH, Kind.ZONE, Kind.EVENT, Kind.CODE})
_WORD = re.compile(r"[^\W\d_]+")
_GAPS = frozenset({" ", "-", ". ", ".", "'", "\N{NO-BREAK SPACE}", ".\N{NO-BREAK SPACE}"})
_LETTERS = r"(?:([^\W\d_])[^\W\d_]?\.[\s-]?){1,3}(?=[^\W\d_]{3})"
_INITIALS = re.compile(rf"(?<=[^\W_])\)?\s?[,;|(]?\s{_LETTERS}")
"""What stands in front of a surname without a title, but not at the beginning, like a number."""
_IN_CELL = re.compile(_LETTERS)
_MOST_PERSONS = 60
"""Words of names in a paragraph; more of them are a list, which takes too long."""
_PARTICLE, _LEAST, _MOST = 3, 3, 6
"""Letters of `van`, of a word that is looked at; words of a name."""


def other_persons(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """A person of the source where the target has another one; line by line if it can be."""
    for one, two in line_by_line(source, target):
        yield from _in_line(one, two, sides)


def _in_line(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    own, other = persons(source, sides[0]), persons(target, sides[1])
    if not own or not other or max(len(own), len(other)) > _MOST_PERSONS:
        return
    lost, gained = _unheard(own, other, target, sides), _unheard(other, own, source, sides)
    for one, two in zip(lost, gained, strict=False):
        yield renamed(target, sides, one, two)


def renamed(target: Unit, sides: tuple[Side, Side], one: Spot, two: Spot) -> Finding:
    """A proper name of the source, and what seems to be another one in the target."""
    return changed(target, sides, one, two)._replace(
        rule="name",
        level=Level.WARNING,
        help="make both name the same; if they do, it is spelled in unlike ways",
    )


def persons(unit: Unit, side: Side) -> list[Spot]:
    """The words of names behind titles and initials, but for what is known as something else."""
    understood = side.recogniser.language.understood
    titles = _behind(understood.title)
    joints = {*understood.words.get("and", ()), *understood.words.get("or", ())}
    found = []
    for passage in unit.passages:
        before = chain(titles.finditer(passage.text), _initials(passage))
        names = [_name(passage.text, each.end(), joints) for each in before]
        known = [spot.mention for spot in unit.spots if spot.passage is passage] if names else []
        found += [
            Spot(Mention(Kind.NAME, word.group(), *word.span()), passage)
            for word in chain(*names)
            if not any(each.start < word.end() and word.start() < each.end for each in known)
        ]
    return found


def _initials(passage: Passage) -> Iterator[re.Match[str]]:
    found = _INITIALS.finditer(passage.text)
    first = _IN_CELL.match(passage.text) if passage.row else None
    return (each for each in chain(filter(None, (first,)), found) if each[1].isupper())


@lru_cache(maxsize=32)
def _behind(title: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{title})\.?\s")


def _name(text: str, start: int, joints: Container[str]) -> Iterator[re.Match[str]]:
    """The words of the name that begins at a place, without initials and particles."""
    last = start
    for count, word in enumerate(_WORD.finditer(text, start)):
        gap = text[last : word.start()]
        is_next = gap in _GAPS if count else not gap.strip()
        is_particle = word.group().islower() and len(word.group()) <= _PARTICLE
        if word.group() in joints:
            return
        is_name = word.group()[0].isupper() or is_particle or gap == "-"  # `Dong-hyun Seo`
        if count == _MOST or not is_next or not is_name:
            return
        last = word.end()
        if len(word.group()) > 1 and not is_particle:
            yield word


def _unheard(
    words: list[Spot], names: list[Spot], other: Unit, sides: tuple[Side, Side]
) -> list[Spot]:
    """Those that sound like none of the names of the other unit, and just like no word in it."""
    every = _words_that_may_name(other)
    both = (one + two for words in every for one, two in pairwise(words))  # `Hye-jin`
    known = {spot.text for spot in names}
    written = scripts("".join(known))
    # A name in brackets, in the letters of its owner, says nothing of the one before it.
    there = {
        word
        for word in chain(*every, both)
        if word[0].isupper() and not written.isdisjoint(scripts(word))
    }
    return [
        spot
        for spot in words
        if len(spot.text) >= _LEAST
        and all(difference(spot.text, name, sides) >= DIFFERENT for name in known)
        and all(difference(spot.text, word, sides) > 0 for word in there if len(word) > _LEAST)
    ]


def _words_that_may_name(unit: Unit) -> list[list[str]]:
    """The words of a unit, by passages, but not those of days and the like: `Friday`."""
    found = []
    for passage in unit.passages:
        taken = [
            spot.mention
            for spot in unit.spots
            if spot.passage is passage and spot.mention.kind in _NO_NAMES
        ]
        found.append(
            [
                word.group()
                for word in _WORD.finditer(passage.text)
                if not any(each.start <= word.start() < each.end for each in taken)
            ]
        )
    return found


def difference(one: str, two: str, sides: tuple[Side, Side]) -> float:
    """How many consonants of two names are not each other's, as either language writes them."""
    return max(side.recogniser.sounds.difference(one, two) for side in sides)
