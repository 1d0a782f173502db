"""Whether a name in other letters may be one in Latin letters, by its consonants.

A translator writes how a name sounds in its own language, which its letters leave open: `ch` is one
sound in Chile, another one in Rennes, in Munich and in Milan. So `reading.yaml` gives each
consonant all the sounds that it may have, and two names are different where a consonant has none
of them. Vowels say too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from circgen.language.understood import Understood

_LATIN = re.compile(r"[A-Za-z\u00C0-\u024F\u1E00-\u1EFF]+")
_NOTHING = "-"
_VOWELS = "aeiouy"
_SILENT_AT_END = frozenset("dhpstxzrlcg")
"""What may not be heard at the end of a word: in French, in Danish, in English."""
_MUTE = "ehst"
"""What may stand silent behind it."""
_SILENT_BETWEEN = frozenset("dtgh")
"""What may not be heard between two others: `Nordby`."""
_LONGEST = 4
_SILENT, _OTHER = 0.4, 1.0
DIFFERENT = 1.0
"""From here on, two names are not one."""


def in_latin(word: str) -> str:
    """A word in the letters from a to z, as they sound roughly."""
    from anyascii import anyascii  # noqa: PLC0415  few letters have names no glossary knows

    return anyascii(word).lower()


class Sounds:
    """How a language writes foreign names; one that says nothing of it knows nothing."""

    def __init__(self, understood: Understood) -> None:
        self._sounds = understood.sounds
        self._endings = understood.name_endings
        self._consonants = frozenset(
            letter
            for sounds in understood.sounds.values()
            for sound in sounds
            for letter in sound
            if sound != _NOTHING
        )
        self._heard_as = {
            letters: tuple(map(self._heard, sounds)) for letters, sounds in self._sounds.items()
        }
        self._unlike = lru_cache(maxsize=4096)(self._reckoned)

    def difference(self, one: str, two: str) -> float:
        """How many consonants of two names are not each other's, one of them in Latin letters.

        Where both are, no letter may be another one. `DIFFERENT` at most; 0 if nothing is known.
        """
        one, two = one.lower(), two.lower()
        first, second = _LATIN.fullmatch(one), _LATIN.fullmatch(two)
        if bool(first) == bool(second):
            alike = in_latin(one) == in_latin(two) if first else one == two
            return 0.0 if alike else DIFFERENT
        latin, other = (one, two) if first else (two, one)
        return self._unlike(in_latin(latin), other) if self._sounds else 0.0

    def _reckoned(self, latin: str, other: str) -> float:
        """The least that it costs to read a Latin word as the other one, in whatever case it is."""
        ending = next((each for each in self._endings if other.endswith(each)), "")
        bare = other.removesuffix(ending)
        cost = self._cost(latin, self._heard(other))
        return min(cost, self._cost(latin, self._heard(bare))) if ending and cost else cost

    def _cost(self, latin: str, heard: str) -> float:
        """What it costs to hear a Latin word as these consonants, `DIFFERENT` at most."""
        if heard and not self._may_begin(latin, heard[0]):
            return DIFFERENT
        costs = {(0, 0): 0.0}
        for read in range(len(latin) + 1):
            for said in range(len(heard) + 1):
                cost = costs.get((read, said), DIFFERENT)
                if cost >= DIFFERENT:
                    continue
                for to_read, to_said, more in self._steps(latin, read, heard, said):
                    known = costs.get((to_read, to_said), cost + more)
                    costs[to_read, to_said] = min(known, cost + more)
        return costs.get((len(latin), len(heard)), DIFFERENT)

    def _may_begin(self, latin: str, sound: str) -> bool:
        """Whether the first consonant may be heard so, or not at all: most names differ in it."""
        start = next((at for at, letter in enumerate(latin) if letter in self._sounds), None)
        if start is None:
            return False
        sounds = (
            self._sounds.get(latin[start : start + more], ()) for more in range(1, _LONGEST + 1)
        )
        return any(each[0] in {sound, _NOTHING} for every in sounds for each in every)

    def _steps(
        self, latin: str, read: int, heard: str, said: int
    ) -> Iterator[tuple[int, int, float]]:
        """The ways to go on: how far one comes in both words, and what it costs."""
        if said < len(heard):
            yield read, said + 1, _OTHER
        if read == len(latin):
            return
        letter = latin[read]
        if letter not in self._sounds or (read and latin[read - 1] == letter):
            yield read + 1, said, 0.0  # a vowel, or a letter that is doubled
        else:
            yield read + 1, said, self._unheard(latin, read)
            if said < len(heard):
                yield read + 1, said + 1, _OTHER
        for end in range(read + 1, min(read + _LONGEST, len(latin)) + 1):
            for wanted in self._heard_as.get(latin[read:end], ()):
                if heard.startswith(wanted, said):
                    yield end, said + len(wanted), 0.0

    def _unheard(self, latin: str, place: int) -> float:
        """What it costs that a consonant is not heard."""
        letter, rest = latin[place], latin[place + 1 :]
        if latin[:place].endswith("u") and letter == "s" and not rest:
            return 0.0  # the ending of `Celsius` is another one
        beside = latin[max(0, place - 1) : place], rest[:1]
        at_end = letter in _SILENT_AT_END and not rest.strip(_MUTE)
        between = letter in _SILENT_BETWEEN and all(each in self._sounds for each in beside)
        in_coda = letter == "r" and len(rest) == 1 and rest in self._sounds  # the `Park` of Korea
        return _SILENT if at_end or between or in_coda else _OTHER

    def _heard(self, word: str) -> str:
        """The consonants of a word; a doubled one is heard once."""
        pairs = zip(" " + word, word, strict=False)
        return "".join(two for one, two in pairs if two in self._consonants and one != two)
