"""Names and acronyms of two units: what one letter names, the other names in its own way."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from circgen.comparison.differences import added, changed, level_of_lost, missing
from circgen.comparison.events import LIKE, begins_word, is_like, without_venues
from circgen.comparison.exclusive import (
    SURE,
    by_adjective,
    category,
    exclusive,
    is_adjective,
    is_named,
)
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding, Level
from circgen.readers.letter import LISTS
from circgen.recognition.mentions import Kind
from circgen.recognition.recogniser import Recogniser

_INITIALS = 2
_LONG_WORD = 6
"""So many letters has a word in capitals that can be told from an acronym."""
ACRONYM = "acronym"
"""The rule for acronyms that no glossary knows: said once in a letter, wherever they stand."""
_NOTHING: Mapping[object, object] = MappingProxyType({})
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w-]*) $")
_WORD_AFTER = re.compile(r" (?P<word>[^\W\d_][\w-]*)")


def named_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Names that only one of two units has."""
    for finding in _named_otherwise(source, target, sides):
        level = Level.WARNING if target.place == _SIGNED else finding.level
        yield finding._replace(level=level)


_IN_OTHER_WORDS = {"places", "people"}
"""Glossaries of what a text names once and then describes: `the capital`, `the Director`."""
_SIGNED, _SUBJECT, _REFERENCE = "signature", "subject", "reference"
"""A letter may go out without the signatory's name: that is one warning."""


def _named_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    readers = sides[0].recogniser, sides[1].recogniser
    meant = by_adjective(*readers)
    lost = _only(source, target, Kind.NAME, sides[0], meant)
    gained = _only(target, source, Kind.NAME, sides[1], meant)
    if source.place not in LISTS:
        lost, gained = _in_text(lost, gained, sides)
    lost, gained = _unmatched(lost, target, sides), _unmatched(gained, source, sides[::-1])
    sure = _sure(*readers)
    kinds = category(*readers) if lost else {}
    for spot in tuple(lost):
        other = next((each for each in gained if _alike(spot, each, sure)), None)
        if other is not None:
            lost.remove(spot)
            gained.remove(other)
            yield _named(changed(target, sides, spot, other), sides)
    for spot in lost:
        level = Level.ERROR if spot.mention.value in sure else Level.WARNING
        if kinds.get(spot.mention.value) in _IN_OTHER_WORDS:
            level = level_of_lost(spot, source, sides)
        yield _named(missing(source, target, sides, spot, level), sides)
    of_sectors = list(_unqualified(source, target, sides)) if target.place in LISTS else []
    told = {finding.target.value for finding in of_sectors if finding.target}
    for spot in gained:
        if spot.value in told or (Kind.NAME, spot.mention.value) in _identity(sides[0]):
            continue
        for finding in added(source, target, sides, spot):
            level = Level.ERROR if spot.mention.value in sure else Level.WARNING
            yield _named(finding._replace(level=level), sides)
    yield from of_sectors
    yield from exclusive(source, target, sides)
    yield from _acronyms(source, target, sides)
    yield from _events(source, target, sides)


def _unmatched(spots: list[Spot], other: Unit, sides: tuple[Side, Side]) -> list[Spot]:
    """Names of which the other unit has not even the letters: an acronym may be left as it is.

    So may a longer name that a name is part of, such as that of a hotel.
    """
    there = {str(spot.mention.value) for spot in other.of(Kind.ACRONYM)}
    in_words = {spot.mention.value for spot in other.of(Kind.TERM)}
    key = sides[0].recogniser.names.key
    own = [s for s in spots if key(s.text) not in there and s.mention.value not in in_words]
    return [spot for spot in own if not _is_left(spot, other.text)]


def _is_left(spot: Spot, text: str) -> bool:
    """Whether a text has a name letter by letter: of one word, with a capital word beside it."""
    if " " in spot.text and spot.text[0].isupper() and spot.text in text:
        return True
    own, start, end = spot.passage.text, spot.mention.start, spot.mention.end
    found = _WORD_BEFORE.search(own, 0, start), _WORD_AFTER.match(own, end)
    words = (word for word in found if word and word["word"][0].isupper())
    longer = (own[min(word.start(), start) : max(word.end(), end)] for word in words)
    return any(name in text for name in longer)


def _unqualified(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Addressees that have lost their Sector, or have another one: `ITU-D Sector Members`."""
    there = {spot.mention.value for spot in target.of(Kind.NAME)}
    here = {spot.mention.value for spot in source.of(Kind.NAME)}
    lost, gained = _acronyms_of(source, there), _acronyms_of(target, here)
    names = [{str(s.mention.value) for s in spots} for spots in (lost, gained)]
    sectors = {name.partition("-")[0] for name in names[0] | names[1]}
    if len(names[0]) == len(names[1]) == len(sectors) == 1:
        yield changed(target, sides, lost[0], gained[0])
    if there < here and len(there) == 1:
        for spot in source.of(Kind.NAME):
            if spot.mention.weak and spot.mention.value not in there and spot.text.isupper():
                yield missing(source, target, sides, spot, Level.WARNING)
                return


def _acronyms_of(unit: Unit, others: Container[object]) -> list[Spot]:
    """The acronyms of a unit by themselves, of names that another one has not."""
    spots = (spot for spot in unit.of(Kind.NAME) if spot.mention.value not in others)
    return [spot for spot in spots if spot.text.isupper()]


def _named(finding: Finding, sides: tuple[Side, Side]) -> Finding:
    """A finding about a name that one may have put in words that the glossary does not know."""
    if finding.level is Level.ERROR:
        return finding
    files = dict.fromkeys(
        str(Path(side.recogniser.language.pack.file).with_name("glossary.yaml")) for side in sides
    )
    return finding._replace(
        help=f"name it in both; if both do, add the other name to {' or '.join(files)}"
    )


def _only(
    own: Unit, other: Unit, kind: Kind, side: Side, meant: Mapping[object, object] = _NOTHING
) -> list[Spot]:
    """Strong mentions of names that the other unit has not, each once.

    `meant` says of which other name a name may be a form: the country of a language.
    """
    here = own.of(kind)
    if not here:
        return []
    named, there = ({spot.mention.value for spot in unit.of(kind)} for unit in (own, other))
    found: dict[object, Spot] = {}
    for spot in here:
        if is_adjective(spot, side.recogniser, meant) and meant[spot.mention.value] in there:
            continue
        if not spot.mention.weak and not is_named(spot.mention.value, named, there, meant):
            found.setdefault(spot.mention.value, spot)
    return list(found.values())


def _in_text(
    lost: list[Spot], gained: list[Spot], sides: tuple[Side, Side]
) -> tuple[list[Spot], list[Spot]]:
    """The names that count outside of the lists of addressees.

    What the glossary has for those lists alone counts only where one of them became another.
    """
    listed = [_listed(side.recogniser) for side in sides]
    only = [
        [spot for spot in spots if spot.mention.value in own]
        for spots, own in zip((lost, gained), listed, strict=True)
    ]
    if len(only[0]) == len(only[1]) == 1:
        return lost, gained
    return (
        [spot for spot in lost if spot not in only[0]],
        [spot for spot in gained if spot not in only[1]],
    )


@lru_cache(maxsize=32)
def _listed(reader: Recogniser) -> frozenset[str]:
    """What the glossary has for lists of addressees alone."""
    glossary = reader.language.pack.glossary
    return frozenset(glossary["addressees"].keys() - glossary["participants"].keys())


@lru_cache(maxsize=32)
def _sure(*readers: Recogniser) -> frozenset[object]:
    packs = (reader.language.pack for reader in readers)
    return frozenset(id_ for pack in packs for glossary in SURE for id_ in pack.glossary[glossary])


def _identity(side: Side) -> frozenset[tuple[Kind, object]]:
    """What the subject and the first paragraph name: a letter may name it anywhere."""
    parts = (side.parts.get("letterhead"), side.parts.get("subject"))
    return frozenset(
        (spot.mention.kind, spot.mention.value)
        for unit in (*parts, *side.points[:1])
        if unit
        for spot in unit.spots
    )


def _alike(first: Spot, second: Spot, sure: frozenset[object]) -> bool:
    """Whether one name stands for the other: both of them or none are of the sure kind."""
    return (first.mention.value in sure) == (second.mention.value in sure)


def _acronyms(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Acronyms that no glossary knows: the same in both, or a warning that says what to add.

    Where each of two units has but one of its own, the one may stand for the other.
    """
    lost = _unknown(_only(source, target, Kind.ACRONYM, sides[0]), source, target, sides[0])
    gained = _unknown(_only(target, source, Kind.ACRONYM, sides[1]), target, source, sides[1])
    files = ", ".join(side.recogniser.language.pack.file for side in sides)
    if len(lost) == len(gained) == 1:
        if target.place == _REFERENCE and max(len(lost[0].text), len(gained[0].text)) <= _INITIALS:
            return  # those of whoever wrote the letter
        yield changed(target, sides, lost[0], gained[0])._replace(
            message=f"{target.place}: {lost[0].text} ({sides[0].name}) stands "
            f"as {gained[0].text} ({sides[1].name})",
            help=f"if they mean the same, add both to `glossary.acronyms` ({files}); "
            "if not, write the same in both",
            level=Level.WARNING,
        )
        return
    for spot, side, other in (*((s, 0, target) for s in lost), *((s, 1, source) for s in gained)):
        if side and (Kind.ACRONYM, spot.mention.value) in sides[0].values:
            continue
        if spot.text in sides[side].spelled_out:
            continue  # the other letter may do with the words
        here, there = sides[side], sides[1 - side]
        evidence = spot.evidence(), other.evidence()._replace(text="", value="")
        first, second = evidence if not side else evidence[::-1]
        yield Finding(
            spot.at if side else target.at,
            ACRONYM,
            f"{target.place}: {spot.text} ({here.name}) has no counterpart ({there.name})",
            f"write it there, too; if its counterpart is there, add both to `glossary.acronyms` "
            f"({files})",
            Level.WARNING,
            paragraph=target.place,
            source=first,
            target=second,
        )


def _unknown(spots: list[Spot], own: Unit, other: Unit, side: Side) -> list[Spot]:
    """Acronyms that the other unit has neither as a name of its own glossary nor as money.

    A word in capitals that the same letter has in small letters, too, is none, nor is a longer one
    that the glossary knows: `NOT`, `FORM A`, `CANCELLED`.
    """
    if not spots:
        return []
    key, stem = side.recogniser.names.key, side.recogniser.names.stem
    spots = [spot for spot in spots if stem(spot.text.lower()) not in side.plain_words]
    knows = side.recogniser.names.knows
    spots = [s for s in spots if len(s.text) < _LONG_WORD or not knows(_plain(s.text))]
    there = {key(spot.text) for spot in other.of(Kind.NAME)}
    there |= {str(spot.mention.value) for spot in other.of(Kind.UNIT)}  # those of currencies
    known = {spot.mention.value for spot in other.of(Kind.NAME)}
    named = {spot.text for spot in own.of(Kind.NAME) if spot.mention.value in known}
    spots = [spot for spot in spots if spot.text not in named]
    return [spot for spot in spots if key(spot.text) not in there and not _stands(spot, other)]


def _plain(word: str) -> str:
    """A word in small letters, without the letter that an electronic one begins with."""
    return word.lower().removeprefix("e-")


def _stands(spot: Spot, unit: Unit) -> bool:
    """Whether a unit has the very letters, whatever it takes them for."""
    return re.search(rf"(?<!\w){re.escape(spot.text)}(?!\w)", unit.text) is not None


def _events(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """A workshop that became a forum. Which of its words a letter repeats is its own matter."""
    gained = _only(without_venues(target), source, Kind.EVENT, sides[1])
    gained = [spot for spot in gained if not begins_word(spot)]
    if not gained:
        return
    lost = _only(source, target, Kind.EVENT, sides[0])
    about = {str(value) for kind, value in _identity(sides[0]) if kind is Kind.EVENT}
    about |= {other for like in LIKE if about & like for other in like}
    gained = [spot for spot in gained if spot.mention.value not in about or not lost]
    if source.place != _SUBJECT:
        gained = [spot for spot in gained if not is_like(spot, source)]
    if lost and gained:
        yield changed(target, sides, lost[0], gained[0])._replace(rule="name")
        return
    own = source.of(Kind.EVENT)
    for spot in gained:
        if own and spot.mention.value not in about:
            yield changed(target, sides, own[0], spot)._replace(rule="name", level=Level.WARNING)
