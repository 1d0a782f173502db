"""What of a sequence has no counterpart in the other letter, or stands elsewhere there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from circgen.comparison.align import Alignment
from circgen.comparison.side import Side, Unit
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind


class Words(NamedTuple):
    """What the things of a sequence are called in findings, and under which rules."""

    thing: str
    missing: str
    added: str
    swapped: str
    repeated: str


POINTS = Words(
    "paragraph",
    "missing-paragraph",
    "added-paragraph",
    "swapped-paragraphs",
    "repeated-paragraph",
)
ITEMS = Words("item", "missing-item", "added-item", "swapped-items", "repeated-item")
ADDRESSEES = Words("addressee", "addressee", "addressee", "addressee", "addressee")


def left_over(  # noqa: PLR0913, PLR0917  two sequences, and what they are called
    sides: tuple[Side, Side],
    name: str,
    source: Sequence[Unit],
    target: Sequence[Unit],
    aligned: Alignment,
    words: Words,
) -> Iterator[Finding]:
    """What has no counterpart, and what stands elsewhere."""
    source_name, target_name = (side.name for side in sides)
    start = f"{name}: " if name else ""
    partner = dict(aligned.pairs)
    for i in aligned.lost:
        unit = source[i]
        before = [partner[k] for k in partner if k < i]
        near = target[max(before)] if before else target[0] if target else unit
        yield Finding(
            near.at,
            words.missing,
            f"{start}{_called(words, unit, name, i)} ({source_name}) is missing ({target_name})",
            "translate it, or take it out of the other",
            _level(unit, name),
            paragraph=name or unit.place,
            source=unit.evidence(),
            target=near.evidence()._replace(text=""),
        )
    least = _WORDS_OF_AN_ITEM if name.startswith("annex") else 1
    for j in aligned.gained:
        unit = target[j]
        again = None
        if len(unit.text.split()) >= least:  # not `Yes / No`
            again = next((k for k, u in enumerate(target) if k != j and _again(u, unit)), None)
        rule, what = words.added, f"is not in {source_name}"
        if again is not None:
            rule = words.repeated
            what = f"says what {_called(words, target[again], name, again)} says"
        yield Finding(
            unit.at,
            rule,
            f"{start}{_called(words, unit, name, j)} ({target_name}) {what}",
            "take it out, or add it to the other",
            _level(unit, name),
            paragraph=name or unit.place,
            source=None,
            target=unit.evidence(),
        )
    for i, j in aligned.moved[:1] if len(aligned.moved) <= 2 else aligned.moved:  # noqa: PLR2004
        yield Finding(
            target[j].at,
            words.swapped,
            f"{start}{_called(words, target[j], name, j)} ({target_name}) stands in another place "
            f"than in {source_name}: there it is {_called(words, source[i], name, i)}",
            "put them in the same order",
            paragraph=name or target[j].place,
            source=source[i].evidence(),
            target=target[j].evidence(),
        )


_WORDS_OF_AN_ITEM = 4


def _level(unit: Unit, name: str) -> Level:
    """How sure it is that something is missing: in annexes, lines are divided in many ways."""
    short = (Kind.POLARITY,) if len(unit.text.split()) < _WORDS_OF_AN_ITEM else ()
    none = (Kind.EVENT, *short)
    says = any(not s.mention.weak and s.mention.kind not in none for s in unit.spots)
    return Level.ERROR if says or not name.startswith("annex") else Level.WARNING


def _called(words: Words, unit: Unit, name: str, index: int) -> str:
    """`paragraph 4`, `item 2`."""
    return f"{words.thing} {index + 1}" if name else f"{words.thing} {unit.place}"


def _again(one: Unit, two: Unit) -> bool:
    """Whether a unit says again what another of the same letter says."""
    first, second = one.text.split(), two.text.split()
    return bool(first) and first == second
