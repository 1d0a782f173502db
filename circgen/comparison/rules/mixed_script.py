"""Letters of another script within a word, or an acronym typed with look-alikes of another script.

Typed on the wrong keyboard, `СЕТ` looks right on the page, but no search, link or screen reader
knows it. A word and an acronym of two scripts that a hyphen joins are as they should be. The number
of a Recommendation says the same with a letter of either script: that is a warning.

Bad: The mееting will be held virtually.
Bad: The meeting will begin at 1100 hours (СЕТ).

Good: The meeting will be held virtually.
Good: The meeting will begin at 1100 hours (CET).
Good: The letter is by the Бюро стандартизации электросвязи.

Mend: Type the word anew on the keyboard of its language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from circgen.comparison.side import Knowledge, Side, Unit
from circgen.comparison.typed import without_addresses
from circgen.findings import Evidence, Finding, Level
from circgen.recognition.mentions import Kind
from circgen.recognition.recogniser import Recogniser
from circgen.recognition.scripts import ALL_LOOK_ALIKE, script, scripts

_RULE = "mixed-script"
_PART = re.compile(r"[^\W_]+")
_BEFORE_SLASH = re.compile(r"([^\W_]+)/$")
_LONGEST = 16
_SCRIPTS = frozenset(
    script(chr(code) if isinstance(code, int) else code)
    for pair in ALL_LOOK_ALIKE.items()
    for code in pair
)
_UNITS = frozenset({"\N{GREEK SMALL LETTER MU}", "\N{GREEK CAPITAL LETTER OMEGA}"})


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """Every word that is not what it looks like."""
    for unit in side.units():
        for passage in unit.passages:
            text = without_addresses(unit, passage)
            if not any(_problem(word, side.recogniser) for word in set(_PART.findall(text))):
                continue
            for match in _PART.finditer(text):
                word = match.group()
                problem = _problem(word, side.recogniser)
                if problem and not _is_in_code(text, match):
                    at = passage.at(match.start())
                    yield Finding(
                        at,
                        _RULE,
                        f"{unit.place}: {word} {problem}",
                        "type it again, on the keyboard of its language",
                        paragraph=unit.place,
                        target=Evidence(word, word, at),
                    )
        yield from _codes(unit)


def _codes(unit: Unit) -> Iterator[Finding]:
    """Numbers of Recommendations whose letter is none of Latin script: Х.1281 for X.1281."""
    for spot in unit.of(Kind.CODE):
        letter = spot.text[0]
        if letter.isalpha() and ord(letter) in ALL_LOOK_ALIKE:
            yield Finding(
                spot.at,
                _RULE,
                f"{unit.place}: {spot.text} begins with a {script(letter).title()} letter",
                "type it again: these numbers begin with a Latin letter",
                Level.WARNING,
                paragraph=unit.place,
                target=spot.evidence(),
            )


def _is_in_code(text: str, match: re.Match[str]) -> bool:
    """Whether a slash joins a word to another of its script: in `SG13/TK`, TK are initials."""
    before = _BEFORE_SLASH.search(text, max(0, match.start() - _LONGEST), match.start())
    return before is not None and scripts(before[1]) == scripts(match.group()) != frozenset()


@lru_cache(maxsize=8192)
def _problem(word: str, recogniser: Recogniser) -> str:
    return _mixed(word) or _disguised(word, recogniser)


def _mixed(word: str) -> str:
    """What is wrong with a word of two scripts; signs of units are of none."""
    if word.isascii() or len(scripts(word)) < 2:  # noqa: PLR2004  two scripts are a mixture
        return ""
    found = Counter(script(letter) for letter in word if letter not in _UNITS)
    counts = [each for each, _ in found.most_common() if each in _SCRIPTS]
    if len(counts) < 2:  # noqa: PLR2004
        return ""
    most, least = counts[0], counts[-1]
    letters = "".join(letter for letter in word if script(letter) == least)
    return f"has {letters} ({least.title()}) among {most.title()} letters"


def _disguised(word: str, recogniser: Recogniser) -> str:
    """What is wrong with capitals that look like a known acronym or label of another script."""
    if len(word) < 2 or not word.isupper():  # noqa: PLR2004  one letter is no acronym
        return ""
    right = _known(recogniser).get(recogniser.names.key(word), frozenset())
    if not right or any(scripts(each) == scripts(word) for each in right):
        return ""
    here, there = (" and ".join(sorted(scripts(each))).title() for each in (word, min(right)))
    return f"is in {here} letters and should be in {there} ones"


@lru_cache(maxsize=16)
def _known(recogniser: Recogniser) -> dict[str, frozenset[str]]:
    """The acronyms and labels of a language as they are written, by how they look."""
    acronyms = (text for texts in recogniser.language.pack.acronyms.values() for text in texts)
    found: dict[str, frozenset[str]] = {}
    for text in (*acronyms, *recogniser.names.zone_labels):
        for part in _PART.findall(text):
            key = recogniser.names.key(part)
            found[key] = found.get(key, frozenset()) | {part}
    return found
