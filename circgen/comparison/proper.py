"""Proper names that no glossary knows: one that sounds like none in the other letter.

A translator writes `Kathmandu` in other letters, and it still sounds the same. Where each of two
units has a name that sounds like none of the other, one may well stand for another person or place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.exclusive import is_inside, tables_of
from circgen.comparison.persons import difference, renamed
from circgen.comparison.side import Side, Spot, Unit, line_by_line
from circgen.findings import Finding
from circgen.recognition.mentions import Kind, Mention
from circgen.recognition.scripts import ALPHABETS, scripts
from circgen.recognition.sounds import in_latin

_WORD = re.compile(r"[^\W\d_]+")
_CAPITALISED = re.compile(
    r"[A-Z\u00C0-\u00DE\u0100-\u024F\u0370-\u03AB\u0400-\u042F\u0460-\u052F\u1E00-\u1FFF]"
    r"(?<![^\W\d_].)[^\W\d_]{2,}"
)
"""Words of three letters or more that may have a capital; not all that these ranges have is one."""
_ALIKE, _SURELY = 0.5, 0.7
_LEAST = 3
_NEAR = 8
"""So many characters in front of a word are looked at: a stop, and spaces."""
_SENTENCE = re.compile(
    r"(?:^\W*(?:(?:\d{1,3}[.)]?|[^\W\d_][.)])\s+)?|[.!?:;\]\u2022\"«„\u201c(]\s*)$"
)
"""What a sentence begins behind: a stop, or the number of a paragraph."""
_LABEL = re.compile(
    r"\W{0,3}(?:[^\W\d_]{1,12}\s)?(?:\d{1,3}|[IVX]{1,4}|[^\W\d_])\s?[:.\u2013\u2014-]\s{1,3}"
)
"""What a title begins behind: `Part B –`, `Session 2:`."""
_QUOTES = tuple('"«»\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}')
_NAMES_BEGIN = ("person", "signature")
"""Parts in which a name stands first."""
_SOUNDS = (
    ("kh", "h"),
    ("zh", "j"),
    ("dj", "j"),
    ("sch", "sh"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("x", "s"),
    ("w", "v"),
    ("y", "i"),
    ("c", "k"),
    ("q", "k"),
    ("z", "s"),
    ("ee", "i"),
    ("oo", "u"),
)


def other_names(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """An unknown name of the source where the target has another one; line by line if it can be."""
    for one, two in line_by_line(source, target):
        yield from _in_line(one, two, sides)


def _in_line(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    own = unknown(with_capitals(source), sides[0])
    other = unknown(with_capitals(target), sides[1])
    if not own and not other:
        return
    # A town that the glossary knows may have become one that it does not know.
    known = _known(source, target, sides), _known(target, source, sides)
    if all(known):
        known = [], []
    if not (own or known[0]) or not (other or known[1]):
        return
    lost, gained = _unheard(own, target, sides), _unheard(other, source, sides)
    if bool(lost) != bool(gained):
        lost = lost or known[0] or _unwritten(source, target, sides[0])
        gained = gained or known[1] or _unwritten(target, source, sides[1])
    if lost and gained:
        yield renamed(target, sides, lost[0], gained[0])
    else:
        yield from _misspelt(source, target, sides)


def _misspelt(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """A name left in the letters of the other language, where it is spelled in another way."""
    for name in _foreign(source, sides[0]):
        if (slip := _slip(name, target)) is not None:
            yield renamed(target, sides, name, slip)
    for name in _foreign(target, sides[1]):
        if (slip := _slip(name, source)) is not None:
            yield renamed(target, sides, slip, name)


def _foreign(unit: Unit, side: Side) -> list[Spot]:
    """Words with a capital in letters that the language does not use."""
    own = scripts("".join(side.recogniser.language.understood.function_words))
    words = with_capitals(unit, beginnings=True)  # a name in other letters begins with brackets
    return [s for s in words if own and own.isdisjoint(scripts(s.text))]


def _unwritten(unit: Unit, other: Unit, side: Side) -> list[Spot]:
    """Names in the letters of the other language that the other unit has not, letter by letter."""
    there = set(_WORD.findall(other.text))
    return [name for name in unknown(_foreign(unit, side), side) if name.text not in there]


def _slip(name: Spot, other: Unit) -> Spot | None:
    """What a unit has in the same letters that is nearly a name, if it has not the name itself."""
    if name.text in _WORD.findall(other.text):
        return None
    alike = (each for each in with_capitals(other) if _is_slip(each.text, name.text))
    return next(alike, None)


def _is_slip(one: str, two: str) -> bool:
    """Whether two words in the same letters are nearly the same."""
    return scripts(one) == scripts(two) and _alike(_sound(one), _sound(two))


def _known(unit: Unit, other: Unit, sides: tuple[Side, Side]) -> list[Spot]:
    """Names of towns, countries and languages that the other unit lacks."""
    tables = tables_of(*(side.recogniser for side in sides))
    there = {spot.mention.value for spot in other.of(Kind.NAME)}
    return [
        spot
        for spot in unit.of(Kind.NAME)
        if spot.mention.value in tables
        and spot.mention.value not in there
        and not is_inside(spot, unit)
    ]


def unknown(spots: list[Spot], side: Side) -> list[Spot]:
    """Those that stand in no phrase of the glossary."""
    return [spot for spot in spots if not side.recogniser.names.knows(spot.text)]


def with_capitals(unit: Unit, *, beginnings: bool = False) -> list[Spot]:
    """Words with a capital inside a sentence that are no part of what is mentioned there.

    With `beginnings`, those that begin one, too.
    """
    found = []
    for passage in unit.passages:
        taken = [s.mention for s in unit.spots if s.passage is passage]
        for match in _CAPITALISED.finditer(passage.text):
            word = match.group()
            if not word.istitle():
                continue
            if not (beginnings or unit.place in _NAMES_BEGIN) and begins(
                passage.text, match.start(), match.end()
            ):
                continue
            if any(m.start < match.end() and match.start() < m.end for m in taken):
                continue
            if not scripts(word) <= ALPHABETS:
                continue
            found.append(Spot(Mention(Kind.NAME, word, *match.span()), passage))
    return found


def begins(text: str, start: int, end: int = 0) -> bool:
    """Whether the word at a place begins a sentence or a title, where any word has a capital."""
    if _LABEL.fullmatch(text, 0, start):
        return True
    found = _SENTENCE.search(text, max(0, start - _NEAR), start)
    alone_in_quotes = start and end and text[end : end + 1] in _QUOTES
    return bool(found) and not (found and found[0].strip() in _QUOTES and alone_in_quotes)


def _unheard(spots: list[Spot], other: Unit, sides: tuple[Side, Side]) -> list[Spot]:
    """The names that sound like no word of the other unit."""
    words = {word for passage in other.passages for word in _WORD.findall(passage.text)}
    sounds = {_sound(word) for word in words}
    return [
        spot
        for spot in spots
        if not any(_alike(_sound(spot.text), sound) for sound in sounds)
        and not any(_sounds_as(spot.text, word, sides) for word in words)
    ]


def _sounds_as(one: str, two: str, sides: tuple[Side, Side]) -> bool:
    """Whether no consonant is another one."""
    return min(len(one), len(two)) > _LEAST and difference(one, two, sides) == 0


def _alike(one: str, two: str) -> bool:
    from difflib import SequenceMatcher  # noqa: PLC0415  as seldom as the next one

    if one == two:
        return True
    ratio = SequenceMatcher(None, one, two, autojunk=False).ratio()
    if one[:1] == two[:1] and min(len(one), len(two)) >= _LEAST:
        return ratio >= _ALIKE
    return len(two) > _LEAST and ratio >= _SURELY


def _sound(word: str) -> str:
    """A word as it sounds, roughly, in Latin letters."""
    text = in_latin(word)
    for letters, sound in _SOUNDS:
        text = text.replace(letters, sound)
    return re.sub(r"(.)\1", r"\1", text)
