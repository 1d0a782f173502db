"""Numbers and ordinals in words; tens, units and thousands that follow each other are one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from circgen.recognition.counting import Counting, Sort
from circgen.recognition.mentions import Kind, Mention
from circgen.recognition.tokens import MASK, Tokens, role_class

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_JOINT = re.compile(rf"[_\-]|_{role_class('and')}_")
_OFTEN_NO_ORDINAL = 2  # first and second, which say much besides
_HUNDRED, _THOUSAND = 100, 1000

Figures = tuple[int, int, Mention]


class _Atom(NamedTuple):
    """A word that is a number or an ordinal, or a number in figures, with its tokens."""

    first: int
    last: int
    value: float
    sort: Sort = Sort.CARDINAL
    figures: Mention | None = None


def in_words(tokens: Tokens, counting: Counting, figures: Sequence[Figures]) -> Iterator[Mention]:
    """The numbers of a text, those in words and those in figures."""
    counts = counting.counts
    places = [place for place, word in enumerate(tokens.words) if counts(word)]
    if not places:
        yield from (mention for _, _, mention in figures)
        return
    atoms = sorted(
        (*_atoms(tokens, counting, places), *_from_figures(figures)), key=lambda a: a.first
    )
    place = 0
    while place < len(atoms):
        last, value = _compound(tokens, atoms, place)
        run = atoms[place:last]
        place = last
        yield from _mention(tokens, run, value)
    yield from _implied(tokens, counting, places)


def _from_figures(figures: Sequence[Figures]) -> Iterator[_Atom]:
    for first, last, mention in figures:
        value = mention.value if isinstance(mention.value, (int, float)) else 0
        yield _Atom(first, last, value, figures=mention)


def _mention(tokens: Tokens, run: list[_Atom], value: float) -> Iterator[Mention]:
    """One mention for numbers that belong together."""
    first = run[0]
    if len(run) == 1 and first.figures:
        yield first.figures
        return
    if len(run) == 1 and first.sort is Sort.TENS:
        return
    span = tokens.span(first.first, run[-1].last)
    ordinal = run[-1].sort is Sort.ORDINAL
    weak = (ordinal and value <= _OFTEN_NO_ORDINAL) or all(atom.sort is Sort.WEAK for atom in run)
    yield Mention(Kind.ORDINAL if ordinal else Kind.NUMBER, value, *span, weak)


def _atoms(tokens: Tokens, counting: Counting, places: list[int]) -> Iterator[_Atom]:
    """The number words of a text. Of two readings, the longer is right."""
    beginnings, meanings = counting.beginnings, counting.words
    following = 0
    for place in places:
        longest = beginnings.get(tokens.words[place].lower(), 0)
        if place < following or tokens.classes[place] == MASK:
            continue
        for length in range(longest, 0, -1):
            words, last = _words(tokens, place, length)
            if words in meanings:
                value, sort = meanings[words]
                yield _Atom(place, last, value, sort)
                following = last
                break


def _words(tokens: Tokens, place: int, length: int) -> tuple[tuple[str, ...], int]:
    """So many words with a space or a hyphen between, and where they end; fewer if others stand."""
    found = [tokens.words[place].lower()]
    last = place + 1
    while len(found) < length and tokens.classes[last : last + 1] in {"_", "-"}:
        if last + 1 >= len(tokens.words) or not tokens.words[last + 1][0].isalpha():
            break
        found.append(tokens.words[last + 1].lower())
        last += 2
    return tuple(found), last


def _compound(tokens: Tokens, atoms: list[_Atom], place: int) -> tuple[int, float]:
    """Where the number that begins with an atom ends, and its value.

    `total` are the millions and thousands that are complete, `current` is what may still grow.
    """
    atom = atoms[place]
    start = place
    total, current = 0.0, atom.value
    if atom.figures and not isinstance(atom.figures.value, (int, float)):
        return place + 1, 0
    if not atom.figures and atom.value >= _THOUSAND:
        total, current = atom.value, 0
    before = atom
    place += 1
    while place < len(atoms) and before.sort is not Sort.ORDINAL:
        atom = atoms[place]
        joint = tokens.classes[before.last : atom.first]
        if atom.figures or not _JOINT.fullmatch(joint):
            break
        if atom.sort is Sort.WEAK and atom.value != 1:
            break
        if atoms[start].figures and atom.value < _THOUSAND:
            break  # `2.8 million twelve months earlier`
        grown = _grown(total, current, atom, before)
        if grown is None or (len(joint) > 1 and not _may_take_and(current, atom)):
            break
        total, current = grown
        before = atom
        place += 1
    value = total + current
    return place, int(value) if value == int(value) else value


def _grown(total: float, current: float, atom: _Atom, before: _Atom) -> tuple[float, float] | None:
    """Total and current with one more number behind them, if it belongs to them."""
    value = atom.value
    if atom.sort in {Sort.CARDINAL, Sort.WEAK}:
        if value >= _THOUSAND and current and (not total or value < _lowest(total)):
            return total + current * value, 0
        if value == _HUNDRED and 1 <= current < 10 and not before.figures:  # noqa: PLR2004
            return total, current * value
    if before.figures:
        return None
    if value < _lowest(current or total) and value < _THOUSAND:
        return total, current + value
    return None


def _may_take_and(current: float, atom: _Atom) -> bool:
    """`one hundred and five`, `vingt et un`, but not `twenty and thirty`."""
    return current >= _HUNDRED or (atom.value == 1 and current > 1)


def _lowest(value: float) -> float:
    """The value of the last figure that is not nought: 100 of 300, 10 of 350."""
    place = 1
    while value and not value % (place * 10):
        place *= 10
    return place


def _implied(tokens: Tokens, counting: Counting, places: list[int]) -> Iterator[Mention]:
    """Roman numerals, and compounds that begin with a number: two-sided."""
    beginnings = counting.beginnings
    for place in places:
        word = tokens.words[place]
        lower = word.lower()
        if lower in beginnings:
            continue
        if len(word) > 1 and word.isupper() and _ROMAN.fullmatch(word):
            yield Mention(Kind.ORDINAL, _roman(word), *tokens.span(place, place + 1), weak=True)
        elif prefixed := counting.prefixed(lower):
            yield Mention(Kind.NUMBER, prefixed, *tokens.span(place, place + 1), weak=True)


def _roman(word: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in word]
    return sum(
        -value if value < max(values[index:]) else value for index, value in enumerate(values)
    )
