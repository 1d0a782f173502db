"""Letters of different scripts that look the same."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# The capitals that a typist takes from the wrong keyboard without anybody seeing it, with the Latin
# letter they look like (Unicode's confusables.txt has them all).
_PAIRS = (
    "А A В B Е E К K М M Н H О O Р P С C Т T У Y Х X І I Ѕ S Ј J "
    "Α A Β B Ε E Η H Ι I Κ K Μ M Ν N Ο O Ρ P Τ T Χ X"
)
_SMALL = "а a е e о o р p с c у y х x і i ѕ s ј j"
_LETTERS = _PAIRS.split()
LOOK_ALIKE = {ord(a): b for a, b in zip(_LETTERS[::2], _LETTERS[1::2], strict=True)}
"""Capitals by the Latin capital that looks like them."""

_SMALL_LETTERS = _SMALL.split()
ALL_LOOK_ALIKE = LOOK_ALIKE | {
    ord(a): b for a, b in zip(_SMALL_LETTERS[::2], _SMALL_LETTERS[1::2], strict=True)
}


ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK"})
"""Scripts in which a name is written as it sounds, letter by letter."""


@lru_cache(maxsize=4096)
def script(letter: str) -> str:
    """The script of a letter: the first word of its name in Unicode (`LATIN`, `CYRILLIC`)."""
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""


def scripts(word: str) -> frozenset[str]:
    """The scripts that a word is written in."""
    return frozenset(map(script, word)) - {""}
