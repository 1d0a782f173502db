"""Single letters that tell rooms, gates and series apart: `Room H`, `gate 4B`, `Y-series`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.comparison.differences import changed
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding
from circgen.recognition.mentions import Kind, Mention
from circgen.recognition.scripts import LOOK_ALIKE

_LETTER = re.compile(
    r"([^\W\d_]+)[ \N{NO-BREAK SPACE}]"
    r"(\d{1,3}[^\W\d_]|[^\W\d_]\d{1,2}|[^\W\d_](?!\.\s\w))(?![\w'’&/+@]|-(?![a-z])|\.\w)"
)
"""A letter by itself or beside figures, behind a word; that of `J. Smith` and `A/20` is none."""


def labelled_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """One letter that became another one: `Room K` for `Room H`.

    A letter that is also a small word, such as the Russian for `in`, tells nothing among capitals.
    """
    own = _labels(source, sides[0])
    other = _labels(target, sides[1]) if own else {}
    lost = [spot for letter, spot in own.items() if letter not in other]
    gained = [spot for letter, spot in other.items() if letter not in own]
    if len(lost) == len(gained) == 1 and _may_be(lost[0], gained[0]):
        yield changed(target, sides, lost[0], gained[0])


def _may_be(one: Spot, two: Spot) -> bool:
    """Whether one could stand for the other: `K2` for `K1`; `Q6` is a question, abbreviated."""
    letters = [each.value.rstrip("0123456789") for each in (one, two)]
    return letters[0] == letters[1] or letters == [one.value, two.value]


def _labels(unit: Unit, side: Side) -> dict[str, Spot]:
    """The capitals that stand alone, each once, as Latin letters."""
    small = side.recogniser.language.understood.function_words
    found: dict[str, Spot] = {}
    for passage in unit.passages:
        for match in _LETTER.finditer(passage.text):
            word, letter = match.groups()
            latin = letter.translate(LOOK_ALIKE)
            is_small = letter.lower() in small and word.isupper()
            if any("A" <= each <= "Z" for each in latin) and not is_small:
                mention = Mention(Kind.NAME, latin, *match.span(2))
                found.setdefault(latin, Spot(mention, passage))
    return found
