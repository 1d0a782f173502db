"""Faults made in letters, one in each: what a comparison should find.

They are made in the text, by small tables and patterns of their own: nothing here looks at how
circgen recognises anything, so that both cannot be blind in the same place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from random import Random
from typing import NamedTuple

import structure_faults
import time_faults
import value_faults
import writing_faults
import zone_faults
from edits import Edit
from layout import Letter
from letters import Pair
from twin_faults import twins

SEED = 3
# At most so many mutants of a kind: as many of each variant as there are, in turns.
OF_A_KIND = 60
MUTATORS = (
    *time_faults.MUTATORS,
    *zone_faults.MUTATORS,
    *value_faults.MUTATORS,
    *structure_faults.MUTATORS,
    *writing_faults.MUTATORS,
)


class Mutant(NamedTuple):
    """A pair with one fault in the target, or the same one in both.

    `paragraph` is the part of the letter that the fault is in (layout.py names them), `paragraphs`
    are all parts where it may rightly be reported, `expected` the rules that may report it.
    `before` and `after` are the changed stretch; `source` is the source's text if it has changed.
    """

    kind: str
    text: str
    paragraph: str
    note: str
    pair: Pair
    paragraphs: frozenset[str]
    expected: frozenset[str]
    before: str
    after: str
    start: int
    source: str | None = None


def mutants(
    pairs: Iterable[Pair], seed: int = SEED, of_a_kind: int = OF_A_KIND
) -> tuple[Mutant, ...]:
    """The mutants of all pairs, spread over variants and letters, the same ones for a seed."""
    by_kind: dict[str, dict[str, list[Mutant]]] = {}
    for mutant in _all(pairs, seed):
        by_kind.setdefault(mutant.kind, {}).setdefault(mutant.note, []).append(mutant)
    chosen: list[Mutant] = []
    for kind, variants in by_kind.items():
        for variant, found in variants.items():
            Random(f"{seed} {kind} {variant}").shuffle(found)  # noqa: S311  to be repeated
        several = list(variants.values())
        Random(f"{seed} {kind}").shuffle(several)  # noqa: S311
        in_turns = chain.from_iterable(zip_longest(*several))
        chosen += [mutant for mutant in in_turns if mutant][:of_a_kind]
    return tuple(chosen)


def _all(pairs: Iterable[Pair], seed: int) -> Iterator[Mutant]:
    """Every mutant, without those that come out the same."""
    seen: set[tuple[str, str]] = set()
    for pair in pairs:
        for mutator in MUTATORS:
            random = Random(f"{seed} {pair.title} {mutator.__name__}")  # noqa: S311  to be repeated
            for edit in mutator(pair, random):
                mutant = _mutant(pair, edit)
                if (pair.title, mutant.text) not in seen and mutant.before != mutant.after:
                    seen.add((pair.title, mutant.text))
                    yield mutant
        random = Random(f"{seed} {pair.name} twins")  # noqa: S311
        for ours, theirs in twins(pair, random):
            source = ours.applied(pair.source.letter.text)
            yield _mutant(pair, theirs)._replace(source=source)


def _mutant(pair: Pair, edit: Edit) -> Mutant:
    letter = pair.target.letter
    part = edit.parts[0] if edit.parts else letter.part_at(edit.start)
    return Mutant(
        edit.kind,
        edit.applied(letter.text),
        part,
        edit.variant,
        pair,
        frozenset(edit.parts) | {part} | _echoes(letter, edit, part),
        edit.rules,
        letter.text[edit.start : edit.end],
        edit.put,
        edit.start,
    )


def _echoes(letter: Letter, edit: Edit, part: str) -> frozenset[str]:
    """All parts that a change reaches over; where the subject and paragraph 1 disagree, both."""
    reached = {line.part for line in letter.lines if edit.start <= line.start < edit.end}
    reached = set() if len(edit.parts) or len(reached) > 3 else reached  # noqa: PLR2004
    if "disagreement" in edit.rules and part in {"subject", "1"}:
        reached |= {"subject", "1"}
    return frozenset(reached)
