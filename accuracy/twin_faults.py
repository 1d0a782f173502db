"""The same fault in both letters: they agree with each other, and each contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

import words
from edits import Edit, named
from layout import Letter
from letters import Pair
from time_faults import dates, month_of

_DATES = "disagreement weekday zone-of-date"
_WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "ru": [
        "в понедельник",
        "во вторник",
        "в среду",
        "в четверг",
        "в пятницу",
        "в субботу",
        "в воскресенье",
    ],
}
_CET = {
    "en": {"CET": "(CET)", "CEST": "(CEST)"},
    "ru": {
        "CET": "центральноевропейскому времени\N{NO-BREAK SPACE}(CET)",
        "CEST": "центральноевропейскому летнему времени\N{NO-BREAK SPACE}(CEST)",
    },
}


def twins(pair: Pair, random: Random) -> Iterator[tuple[Edit, Edit]]:
    """The edit of the source and that of the target."""
    letters = pair.source.letter, pair.target.letter
    yield from _dates(letters, random)
    yield from _impossible(letters)
    yield from _ordinals(letters)
    yield from _zones(letters)
    yield from _weekdays(letters)
    yield from _annexes(letters)
    yield from _circular_numbers(letters)


def _dates(letters: tuple[Letter, Letter], random: Random) -> Iterator[tuple[Edit, Edit]]:
    """Another day or year in the subject."""
    found = [
        next(
            (d for d in dates(letter) if letter.part_at(d.start()) == "subject" and d["year"]), None
        )
        for letter in letters
    ]
    one, other = found
    if not one or not other or one["day"] != other["day"]:
        return
    if not all(_again(letter, d["month"]) for letter, d in zip(letters, (one, other), strict=True)):
        return  # paragraph 1 says nothing that the subject could contradict
    day = int(one["day"])
    change = random.choice((-1, 1)) if 1 < day < 28 else (1 if day == 1 else -1)  # noqa: PLR2004
    for group, put in (("day", str(day + change)), ("year", str(int(one["year"]) + 1))):
        rules = named(f"date {_DATES}")
        a, b = (
            Edit(
                "disagreement",
                f"{group} of the subject",
                *each.span(group),
                put,
                rules,
                ("subject", "1"),
            )
            for each in (one, other)
        )
        yield a, b


def _again(letter: Letter, word: str) -> bool:
    """Whether a word of the subject is said in paragraph 1, too."""
    return word.lower()[:-2] in letter.blocks[0].body.lower()


def _impossible(letters: tuple[Letter, Letter]) -> Iterator[tuple[Edit, Edit]]:
    """A day that the month has not."""
    first, second = letters
    ours = [d for d in dates(first) if first.part_at(d.start()).isdigit() and d["year"]]
    theirs = [d for d in dates(second) if second.part_at(d.start()).isdigit() and d["year"]]
    if len(ours) != len(theirs):
        return
    rules = named(f"impossible-date date {_DATES}")
    for one, other in list(zip(ours, theirs, strict=True))[:4]:
        if one["day"] != other["day"]:
            continue
        put = "31" if month_of(first, one) in {2, 4, 6, 9, 11} else "32"
        yield (
            Edit("impossible-date", "day", *one.span("day"), put, rules),
            Edit("impossible-date", "day", *other.span("day"), put, rules),
        )


def _ordinals(letters: tuple[Letter, Letter]) -> Iterator[tuple[Edit, Edit]]:
    """Another ordinal in the subject."""
    edits: list[Edit] = []
    for letter in letters:
        for series, nouns in words.ORDINALS[letter.language]:
            names = series.split()
            pattern = rf"(?<![\w-])({'|'.join(names)})(?= (?:{nouns}))"
            match = re.search(pattern, letter.text, re.IGNORECASE)
            if not match or not _again(letter, match[1]):
                continue
            if letter.part_at(match.start()) == "subject":
                put = names[names.index(match[1].lower()) + 1].capitalize()
                rules = named("disagreement ordinal")
                variant = "ordinal of the subject"
                edits.append(
                    Edit("disagreement", variant, *match.span(), put, rules, ("subject", "1"))
                )
    if len(edits) == 2:  # noqa: PLR2004  one each
        yield edits[0], edits[1]


def _zones(letters: tuple[Letter, Letter]) -> Iterator[tuple[Edit, Edit]]:
    """Summer time in winter, and the other way round."""
    edits: list[list[Edit]] = []
    for letter in letters:
        table = _CET[letter.language]
        rules = named("zone-of-date zone-name zone disagreement")
        edits.append(
            [
                Edit("zone-of-date", "label and name", *match.span(), table[other], rules)
                for label, other in (("CET", "CEST"), ("CEST", "CET"))
                for match in re.finditer(re.escape(table[label]), letter.text)
            ]
        )
    if len(edits[0]) == len(edits[1]):
        yield from zip(*edits, strict=True)


def _weekdays(letters: tuple[Letter, Letter]) -> Iterator[tuple[Edit, Edit]]:
    """The weekday before the right one."""
    edits: list[list[Edit]] = []
    for letter in letters:
        names = _WEEKDAYS[letter.language]
        rules = named("weekday disagreement")
        found = list(re.finditer("|".join(names), letter.text))
        edits.append(
            [
                Edit("weekday", "in both", *match.span(), names[names.index(match[0]) - 3], rules)
                for match in found
            ]
        )
    if len(edits[0]) == len(edits[1]):
        yield from zip(*edits, strict=True)


def _annexes(letters: tuple[Letter, Letter]) -> Iterator[tuple[Edit, Edit]]:
    """One annex more than there are."""
    edits: list[Edit] = []
    for letter in letters:
        for line in letter.lines:
            if line.part == "annexes" and line.text:
                count = line.text[-1]
                put = str(int(count) + 1)
                rules = named("annexes missing-part")
                edits.append(Edit("annexes", "count in both", line.end - 1, line.end, put, rules))
    if len(edits) == 2:  # noqa: PLR2004
        yield edits[0], edits[1]


def _circular_numbers(letters: tuple[Letter, Letter]) -> Iterator[tuple[Edit, Edit]]:
    """Another circular number above an annex than in the reference."""
    edits: list[list[Edit]] = []
    for letter in letters:
        rules = named("disagreement circular-number annexes")
        pattern = r"^(?:ANNEX|ПРИЛОЖЕНИЕ).\d \(.*(?:Circular|Циркуляр\w).(\d+).*\)$"
        edits.append(
            [
                Edit(
                    "disagreement",
                    "number above an annex",
                    *match.span(1),
                    "99",
                    rules,
                    (letter.part_at(match.start()), "reference"),
                )
                for match in re.finditer(pattern, letter.text, re.MULTILINE)
            ]
        )
    yield from zip(*edits, strict=True)
