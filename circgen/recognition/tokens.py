"""A text as tokens, each with one character that says what it may do in a date or an hour.

Grammars are then ordinary regular expressions over these characters, the same for every language;
what a language adds is which of its words do what.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate
from typing import NamedTuple

from circgen.recognition.han import HanAware

NBSP = "\N{NO-BREAK SPACE}"
_SPACES = NBSP + "\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}\N{THIN SPACE}\N{HAIR SPACE}\u3000"
_DASHES = (
    "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}"
    "\N{MINUS SIGN}\N{HYPHEN BULLET}\N{FULLWIDTH HYPHEN-MINUS}"
)
_APOSTROPHES = "\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
_COMMAS = "\N{IDEOGRAPHIC COMMA}\N{ARABIC COMMA}"
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_DIGITS = {
    ord(digit): str(unicodedata.digit(digit))
    for zero in "\N{ARABIC-INDIC DIGIT ZERO}\N{EXTENDED ARABIC-INDIC DIGIT ZERO}"
    for digit in map(chr, range(ord(zero), ord(zero) + 10))
}
FOLD: dict[int, str] = (
    dict.fromkeys(map(ord, _SPACES), " ")
    | dict.fromkeys(map(ord, _DASHES), "-")
    | dict.fromkeys(map(ord, _APOSTROPHES), "'")
    | dict.fromkeys(map(ord, _COMMAS), ",")
    | {ord("\N{ARABIC SEMICOLON}"): ";", ord("\N{IDEOGRAPHIC FULL STOP}"): "."}
    | {code: chr(code - 0xFEE0) for code in _FULL_WIDTH}
    | _DIGITS
)
"""Characters that are read as another one. Each becomes one, so that places stay the same."""

_TOKEN = HanAware(
    r"""[^\W\d_{han}]{2,}+(?!\d)                  # most tokens
      | \d+
      | [{han}]                                   # a word of its own in Chinese
      | [^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])\.?    # a.m.
      | [A-ZА-Я]{1,6}\d+[A-Za-zА-Я]*(?![^\W_])    # U4SSC, SG20
      | [^\W\d_{han}]+
      | \s+
      | .""",
    re.VERBOSE | re.DOTALL,
)

# Roles that one word may have together (French `de`: from, of) are bits of one character.
_BITS = ("from", "to", "of", "at", "and", "or", "until", "on")
ROLE_BITS = {name: 1 << place for place, name in enumerate(_BITS)}
# No word has more than three; and Python compiles classes of characters below 256 much faster.
_MOST_ROLES = 3
_MASKS = [mask for mask in range(1, 1 << len(_BITS)) if mask.bit_count() <= _MOST_ROLES]
_CHARACTERS = {mask: chr(0xA1 + place) for place, mask in enumerate(_MASKS)}


def role_class(name: str, without: str = "") -> str:
    """A class of regular expressions: the words that have a role, but not another one."""
    bit, other = ROLE_BITS[name], ROLE_BITS.get(without, 0)
    masks = (mask for mask in _MASKS if mask & bit and not mask & other)
    return f"[{''.join(map(role_character, masks))}]"


def role_character(mask: int) -> str:
    """The character of a word with these roles."""
    while mask not in _CHARACTERS:
        mask &= mask - 1
    return _CHARACTERS[mask]


ANY_ROLE = f"[{_CHARACTERS[_MASKS[0]]}-{_CHARACTERS[_MASKS[-1]]}]"
"""A class of regular expressions: the words that have any of these roles."""

SPACE, WORD, SMALL, SUFFIX = "_", "w", "f", "s"
"""White space; a word; a word that any sentence may have; the end of `9-th`."""

SHORT, YEAR, FOUR, LONG = "d", "Y", "q", "n"
"""Numbers: of one or two digits; of four, like a year or not; of other counts of digits."""

NUMBERS = SHORT + YEAR + FOUR + LONG
MASK = "#"
"""What another grammar has read already."""

OWN_CLASSES = {
    "month": "M",
    "weekday": "W",
    "short_weekday": "V",
    "year": "y",
    "years": "y",
    "hour": "h",
    "minute": "m",
    "am": "a",
    "pm": "p",
    "between": "b",
    "time": "z",
    "clock": "C",
    "month_unit": "u",
    "day_unit": "v",
    "instead": "i",
    "but": "k",
}
"""Roles of words that have no other role beside."""

_PUNCTUATION = frozenset("-.,:;/()'+%")
_TWO, _FOUR = 2, 4
_LIKE_A_YEAR = range(1800, 2200)

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""By their first word in small letters: the other tokens of phrases, and each phrase's class."""


class Tokens(NamedTuple):
    """A text cut up: `words[i]` begins at `starts[i]`; `classes[i]` is its character."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    classes: str

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the tokens from `first` up to, not including, `last` stand in the text."""
        return self.starts[first], self.starts[last] if last < len(self.starts) else len(self.text)

    def masked(self, spans: Iterable[tuple[int, int]]) -> Tokens:
        """With these tokens out of the way of other grammars."""
        spans = tuple(spans)
        if not spans:
            return self
        classes = list(self.classes)
        for first, last in spans:
            classes[first:last] = MASK * (last - first)
        return self._replace(classes="".join(classes))

    def has(self, classes: frozenset[str]) -> bool:
        """Whether any token is of one of these classes."""
        return not classes.isdisjoint(self.classes)

    def number(self, place: int) -> int:
        """The value of a number of up to four digits."""
        return int(self.words[place])


def cut(text: str) -> list[str]:
    """The words, numbers, white space and signs of a text."""
    return _TOKEN.of(text).findall(text)


def tokens(
    text: str, class_of: Callable[[str], str], suffixes: frozenset[str], phrases: Phrases
) -> Tokens:
    """The tokens of a text that is folded already; `class_of` gives the class of a token."""
    words = cut(text)
    classes = "".join(map(class_of, words))
    for match in _AFTER_NUMBER.finditer(classes):
        place = match.end()
        if words[place].lower() in suffixes:
            classes = f"{classes[:place]}{SUFFIX}{classes[place + 1 :]}"
    if not phrases.keys().isdisjoint(words):
        words, classes = _joined(words, classes, phrases)
    starts = (0, *accumulate(map(len, words)))[: len(words)]
    return Tokens(text, tuple(words), starts, classes)


_SIGNS = re.escape("".join(sorted(_PUNCTUATION)))
_AFTER_NUMBER = re.compile(rf"[{NUMBERS}][.\-]?(?=[^{NUMBERS}{SPACE}{_SIGNS}x])")


def class_of_figures(word: str) -> str:
    """The class of a token that is no word."""
    first = word[0]
    if first.isdecimal():
        length = len(word)
        if length == _FOUR:
            return YEAR if int(word) in _LIKE_A_YEAR else FOUR
        return SHORT if length <= _TWO else LONG
    if first.isspace():
        return "x" if "\t" in word else SPACE  # cells of a row are no one text
    return first if first in _PUNCTUATION else "x"


def _joined(words: list[str], classes: str, phrases: Phrases) -> tuple[list[str], str]:
    """With the tokens of each phrase joined to one."""
    spans: list[tuple[int, int, str]] = []
    done = 0
    for place in [place for place, word in enumerate(words) if word in phrases]:
        for others, class_ in phrases[words[place]]:
            end = place + 1 + len(others)
            if place >= done and tuple(map(_normal, words[place + 1 : end])) == others:
                spans.append((place, end, class_))
                done = end
                break
    for first, end, class_ in reversed(spans):
        words[first:end] = ["".join(words[first:end])]
        classes = f"{classes[:first]}{class_}{classes[end:]}"
    return words, classes


def _normal(word: str) -> str:
    return " " if word.isspace() else word.lower()
