"""Numbers of paragraphs, items or annexes that jump, repeat or go back.

People refer to paragraphs by their numbers, and a number that is missing makes the reader look for
a paragraph that was lost.

Bad:
    1   The meeting will be held in Geneva.
    2   Participation is free of charge.
    4   Registration is mandatory.

Good:
    1   The meeting will be held in Geneva.
    2   Participation is free of charge.
    3   Registration is mandatory.

Mend: Number the paragraphs anew; look whether one was lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from circgen.comparison.side import Knowledge, Side
from circgen.findings import Evidence, Finding, Level
from circgen.readers.letter import Passage
from circgen.recognition.scripts import ALL_LOOK_ALIKE

RULE = "numbering"
_FIGURES = re.compile(r"\d{1,3}")
_HEADING = re.compile(r"[^\W\d_]+\W{1,2}(\d{1,2})(?!\w)")
_MARK = re.compile(r"(\W*)(\d{1,3}|[^\W\d_]|[ivx]{2,5}|[IVX]{2,5})(\W*)")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")
_FIRST_ROMAN = _ROMAN[1:3]
_NO_NUMBER = "?"
_INLINE = re.compile(r"[;:]\s(?:[^\W\d_]{1,3}\s)?([^\W\d_A-ZА-Я])\)(?=\s)")
_FIRST_LETTERS = ("a", "\N{CYRILLIC SMALL LETTER A}")
_LEAST_MARKS = 3
"""So many marks, each behind a colon or a semicolon, make a list within a sentence."""
_LEFT_OUT = 4
"""How far letters may jump: lists leave out those that are easily mistaken for others."""


class _Counted(NamedTuple):
    """Something with a number: what is shown, its value, where it is, and in which unit."""

    shown: str
    value: int
    passage: Passage
    place: str


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """Everything that is not counted one after the other."""
    points = tuple(zip(side.letter.points, side.points, strict=True))
    numbered = [
        _Counted(point.number, int(point.number), point.passages[0], unit.place)
        for point, unit in points
        if _FIGURES.fullmatch(point.number)
    ]
    yield from _in_order(numbered, 1)
    for point, unit in points:
        items = [point.passages[index] for index in sorted(point.items)]
        for sequence in _lists(items, unit.place):
            yield from _in_order(sequence, sequence[0].value)
    for annex in side.annexes:
        for sequence in _lists(annex.passages[1:], annex.place):
            yield from _in_order(sequence, sequence[0].value)
    for unit in side.units():
        for passage in unit.passages:
            yield from _in_sentence(passage, unit.place)
    annexes = [
        _Counted(found[1], int(found[1]), unit.passages[0], unit.place)
        for unit in side.annexes
        if (found := _HEADING.match(unit.passages[0].text))
    ]
    yield from _in_order(annexes, 1)


def _in_sentence(passage: Passage, place: str) -> Iterator[Finding]:
    """A letter that was left out of a list within a sentence: `a) …; b) …; d) …`."""
    marks: list[str] = []
    found = _INLINE.findall(passage.text) if ")" in passage.text else []
    for mark in (*_of_one_script(found), None) if found else ():
        if mark is None or mark in _FIRST_LETTERS:
            if len(marks) >= _LEAST_MARKS and marks[0] in _FIRST_LETTERS:
                first = ord(marks[0]) - 1
                letters = [_Counted(each, ord(each) - first, passage, place) for each in marks]
                look = "a" if marks[0].isascii() else "*"
                yield from _in_order(_ranked(look, letters), 1)
            marks = []
        if mark is not None:
            marks.append(mark)


def _of_one_script(marks: Sequence[str]) -> list[str]:
    """Marks of lists in the script they seem to be in: of `а, b, с` only one is a Latin letter."""
    letters = set("".join(marks))
    others = {letter for letter in letters if not letter.isascii() and letter.isalpha()}
    has_latin = any(letter.isascii() and letter.isalpha() for letter in letters)
    if has_latin and all(ord(letter) in ALL_LOOK_ALIKE for letter in others):
        return [mark.translate(ALL_LOOK_ALIKE) for mark in marks]
    return list(marks)


def _in_order(sequence: Sequence[_Counted], expected: int) -> Iterator[Finding]:
    """A finding for each that does not follow the one before; `expected` is to be the first.

    One wrong number among right ones is one finding: the next may go on as if it were right. A
    document that begins with a later number may be a part of one.
    """
    for index, each in enumerate(sequence):
        following = sequence[index + 1].value if sequence[index + 1 :] else None
        goes_on = following == expected + 1
        if each.value != expected and index:
            before = sequence[index - 1]
            yield _finding(each, before, f"{each.place}: {each.shown} follows {before.shown}")
        elif each.value != expected:
            level = Level.ERROR if goes_on else Level.WARNING
            message = f"{each.place}: the first number is {each.shown}"
            yield _finding(each, None, message)._replace(level=level)
        if each.value == expected or goes_on:
            expected += 1
        elif following != expected:
            expected = each.value + 1


def _finding(each: _Counted, before: _Counted | None, message: str) -> Finding:
    return Finding(
        each.passage.at(),
        RULE,
        message,
        "number them one after the other, without gaps",
        paragraph=each.place,
        source=_evidence(before) if before else None,
        target=_evidence(each),
    )


def _evidence(each: _Counted) -> Evidence:
    return Evidence(str(each.value), each.passage.mark or each.shown, each.passage.at())


def _lists(passages: Iterable[Passage], place: str) -> Iterator[list[_Counted]]:
    """The lists of a text: items whose marks look alike; a list that is over may begin anew."""
    lists: dict[str, list[_Counted]] = {}
    marked = [passage for passage in passages if passage.mark]
    marks = _of_one_script([passage.mark for passage in marked])
    for passage, mark in zip(marked, marks, strict=True):
        match = _MARK.fullmatch(mark)
        if match is None:
            continue
        before, shown, after = match.groups()
        look, value = _read(shown, [known[0] for known in lists if known[1:] == before + after])
        if look == _NO_NUMBER:
            continue
        look += before + after
        if lists.get(look, ())[1:] and value == lists[look][0].value:
            yield _ranked(look, lists.pop(look))
        lists.setdefault(look, []).append(_Counted(shown, value, passage, place))
    for look, sequence in lists.items():
        yield _ranked(look, sequence)


def _read(shown: str, known: Sequence[str]) -> tuple[str, int]:
    """What kind of number a mark shows, and which: as in a list that is known, if it fits there.

    The kinds: `1` figures, `i` Roman numbers, `a` letters of ASCII, `*` those of other alphabets,
    `?` what is none of these.
    """
    lower = shown.lower()
    if shown.isdecimal():
        return "1", int(shown)
    if lower in _ROMAN and ("i" in known or (lower in _FIRST_ROMAN and "a" not in known)):
        return "i", _ROMAN.index(lower)
    if len(shown) > 1 or not shown.isalpha():
        return _NO_NUMBER, 0
    return ("a", ord(lower) - ord("a") + 1) if shown.isascii() else ("*", ord(lower))


def _ranked(look: str, sequence: list[_Counted]) -> list[_Counted]:
    """A list as it is, or with the letters of another alphabet counted from its first."""
    if not look.startswith("*"):
        return sequence
    found = [sequence[0]._replace(value=1)]
    for before, each in pairwise(sequence):
        step = each.value - before.value
        step = 1 if 0 < step <= _LEFT_OUT else step
        found.append(each._replace(value=found[-1].value + step))
    return found
