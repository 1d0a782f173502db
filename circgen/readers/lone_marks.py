"""Marks that look like words of a text: a number and a space, or one above its paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise, takewhile

from circgen.readers.marks import is_lone_bullet
from circgen.readers.sheet import Line

_SPACED_NUMBER = re.compile(r"(\d{1,2})[ \N{NO-BREAK SPACE}]+(?=[\"«“„]?[^\W_])")
_COLUMNS = re.compile(r"\w {4,}\S")
"""What only a row of a table has."""


def with_marks(lines: list[Line]) -> list[Line]:
    """Lines with the numbers and bullets in front of them, however these were typed."""
    return _with_spaced_numbers(_with_numbers_above(_with_bullets_above(lines)))


def _with_spaced_numbers(lines: list[Line]) -> list[Line]:
    """Lines numbered by a number and a space: they count 1, 2, 3, and no mark does before them.

    Taken alone, `20 June` looks the same: so the numbers must follow each other, each after the
    end of a sentence, and begin a sentence themselves. One that is repeated, out of order or left
    out may stand in front of a paragraph of its own. An annex may count anew.
    """
    expected = 1
    every: list[_Numbered] = []
    found: _Numbered = []
    numbered = _numbered(lines)
    marked = next((i for i, line in enumerate(lines) if line.mark[:1].isdecimal()), len(lines))
    for place, (index, number) in enumerate(numbered):
        is_anew = number[1] == "1" and _counts_anew(numbered[place : place + _FOLLOWING])
        if not found and marked < index:
            if is_anew:
                every.append([])
                found, expected = [(index, number)], _TWO
            continue
        value = int(number[1])
        begins = index == 0 or _ends(lines[index - 1], lines[index])
        is_below = bool(found) and found[-1][0] == index - 1 and _closed(lines[index - 1])
        is_listed = (bool(every) or is_below) and _first_word(number)[:1].isupper()
        is_next = value == expected and (begins or is_listed or _hangs(number))
        if is_next or (len(found) > 1 and _is_slip(index, number, expected, found, numbered)):
            found.append((index, number))
            expected = max(expected, value + 1)
        elif len(found) > 1 and is_anew:
            every.append(found)
            found, expected = [(index, number)], _TWO
    every.append(found)
    for index, number in chain.from_iterable(
        each for place, each in enumerate(every) if len(each) >= (_AGAIN if place else _TWO)
    ):
        line = lines[index]
        at = line.at._replace(column=line.at.column + number.end())
        lines[index] = line._replace(text=line.text[number.end() :], at=at, mark=number[1])
    return lines


def _counts_anew(numbered: _Numbered) -> bool:
    """Whether 1, 2 and 3 follow each other, and are no days of a month."""
    wanted = ["3", "2", "1"]
    words = set()
    for _, number in numbered:
        if wanted and number[1] == wanted[-1]:
            wanted.pop()
            words.add(_first_word(number))
    return not wanted and len(words) > 1


_FOLLOWING = 12


def _closed(line: Line) -> bool:
    """Whether an item ends with what stands in brackets: `Is it free? (yes / no)`."""
    return line.text.endswith(")")


def _first_word(number: re.Match[str]) -> str:
    return number.string[number.end() :].lstrip(_OPENING).partition(" ")[0]


_TWO, _AGAIN = 2, 3
"""So many numbers count the paragraphs of a letter, and of what follows it."""


def _with_bullets_above(lines: list[Line]) -> list[Line]:
    """Lines with the bullets that stand alone above them, even where several do in a row.

    `pdftotext` puts them so: of three items the bullets, then their texts.
    """
    left: list[Line] = []
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if not line.mark and is_lone_bullet(line.text):
            left.append(line)
        elif not left or line.text.endswith(":"):
            found.append(line)
        elif line.text.isupper():
            found += [*left, line]  # a heading: what stands above it are empty cells
            left = []
        elif line.mark:
            found += [*left, line]
            left = []
        elif before is None or left[-1].at.line > before.at.line or _ITEM_END.search(before.text):
            found.append(line._replace(mark=left.pop(0).text))
        else:
            found.append(line)
    return [*found, *left]


_ITEM_END = re.compile(r"[;.:]\s*(?:\w{1,4})?\s*$")


def _with_numbers_above(lines: list[Line]) -> list[Line]:
    """Lines with the numbers that stand alone on lines above them, if these count 1, 2, 3.

    `pdftotext` puts them so: a number of a hanging paragraph, then its text.
    """
    counts: list[list[int]] = []
    last: dict[str, list[int]] = {}
    for index, (line, below) in enumerate(pairwise(lines)):
        number = _LONE_NUMBER.fullmatch(line.text)
        if line.mark or below.mark or number is None:
            continue
        text = below.text.lstrip(_OPENING)
        if (text[:1].isalpha() and not text[0].islower()) or _ORDINAL.match(text):
            if number[1] == "1":
                counts.append([index])
                last[number[2]] = counts[-1]
            elif number[2] in last and int(number[1]) == len(last[number[2]]) + 1:
                last[number[2]].append(index)
    alone = {index for count in counts if count[1:] for index in count}
    return [
        line._replace(mark=lines[index - 1].text) if index - 1 in alone else line
        for index, line in enumerate(lines)
        if index not in alone
    ]


_ORDINAL = re.compile(r"\d{1,2}-[^\W\d_]")
_LONE_NUMBER = re.compile(r"(\d{1,2})([.)]?)")
_OPENING = '"«“„('

_Numbered = list[tuple[int, re.Match[str]]]
"""Lines that begin with a number and a space, by their index, with what is matched there."""


def _numbered(lines: Sequence[Line]) -> _Numbered:
    """The lines that may be numbered: what follows begins a sentence.

    Behind a salutation and its comma, the first paragraph may begin with a small letter.
    """
    return [
        (index, number)
        for index, line in enumerate(lines)
        if not line.mark
        and (number := _SPACED_NUMBER.match(line.text))
        and not _COLUMNS.search(line.text, number.end())
        and (not line.text[number.end()].islower() or _is_first(lines, index, number))
    ]


def _is_first(lines: Sequence[Line], index: int, number: re.Match[str]) -> bool:
    if number[1] != "1" or not index:
        return False
    before, line = lines[index - 1], lines[index]
    is_apart = line.at.line - before.at.line > 1
    return is_apart and before.text.rstrip().endswith(",") and len(line.text) >= _SENTENCE


def _is_slip(
    index: int, number: re.Match[str], expected: int, found: _Numbered, numbered: _Numbered
) -> bool:
    """Whether a number is mistaken: a paragraph is there again, too early, too late or was lost.

    `5 June 2026` is not, for another paragraph has the number 5.
    """
    value, text = int(number[1]), number.string
    if len(text) < _SENTENCE or abs(value - expected) > _FAR:
        return False
    same = [other.string for _, other in found if other[1] == number[1]]
    if same:
        return text in same
    later = {int(other[1]) for place, other in numbered if place > index}
    return value not in later and (value < expected or bool({expected, value + 1} & later))


def _hangs(number: re.Match[str]) -> bool:
    """Whether a paragraph hangs behind its number, or begins with a long line and a capital."""
    text = number.string[number.end() :].lstrip(_OPENING)
    is_wide = number.end() - number.end(1) > _HANGING
    return is_wide or (len(number.string) >= _SENTENCE and text[:1].isalpha())


_HANGING = 2
_FAR = 2
"""So far is a mistaken number from the one that is expected, at most."""
_SENTENCE = 60
"""A paragraph with a mistaken number has as many characters."""


def _ends(before: Line, line: Line) -> bool:
    """Whether a line begins something new: after a gap, or after the end of a sentence."""
    closed = "".join(takewhile(lambda c: not c.isalnum(), reversed(before.text)))
    is_apart = line.at.line - before.at.line > 1 or line.page != before.page
    return is_apart or any(mark in closed for mark in ".;:!?,")
