"""One change of a letter: a stretch of its text, and what takes its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from layout import Letter


class Edit(NamedTuple):
    """A change that makes one fault, or none in a rewrite.

    `rules` are those that may rightly report it; `parts` are the parts of the letter where it may
    rightly be reported, when it is not only where the change begins.
    """

    kind: str
    variant: str
    start: int
    end: int
    put: str
    rules: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()

    def applied(self, text: str) -> str:
        """The text with the change made."""
        return text[: self.start] + self.put + text[self.end :]


def between(  # noqa: PLR0913, PLR0917  it takes what an edit has
    letter: Letter, after: str, kind: str, variant: str, rules: str, parts: tuple[str, ...] = ()
) -> Edit:
    """The shortest change that makes another text of the letter's."""
    before = letter.text
    least = min(len(before), len(after))
    start = next((i for i in range(least) if before[i] != after[i]), least)
    tail = 0
    while tail < least - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    end = len(before) - tail
    put = after[start : len(after) - tail]
    return Edit(kind, variant, start, end, put, named(rules), parts)


def named(rules: str) -> frozenset[str]:
    """Rule names from a line of them."""
    return frozenset(rules.split())


def replacements(
    letter: Letter, table: dict[str, tuple[str, ...]], kind: str, variant: str, rules: str
) -> Iterator[Edit]:
    """An edit for each place of a text of the table, and each text that may take its place.

    A text of the table stands for itself where no letter or digit touches it. A `␣` in it is any
    space, and in what takes its place the space that stood there.
    """
    for old, new in table.items():
        pattern = re.escape(old).replace("␣", "([ \N{NO-BREAK SPACE}])")
        pattern = rf"(?<![\w]){pattern}" if old[0].isalnum() else pattern
        pattern = rf"{pattern}(?![\w])" if old[-1].isalnum() else pattern
        for match in re.finditer(pattern, letter.text):
            inside_address = re.search(r"//\S*$", letter.text[: match.start()])
            if inside_address or letter.part_at(match.start()) in {"head", "foot"}:
                continue
            for each in new:
                put = each.replace("␣", match[1] if match.groups() else "")
                yield Edit(kind, f"{variant}: {old}", *match.span(), put, named(rules))


def pick(random: Random, choices: list[str], count: int) -> list[str]:
    """At most `count` of the choices, each once."""
    distinct = list(dict.fromkeys(choices))
    return random.sample(distinct, min(count, len(distinct)))
