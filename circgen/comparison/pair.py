"""Comparing two letters."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from circgen.comparison.affiliations import affiliations_exchanged
from circgen.comparison.bounds import OF_BOUNDS, bounded_otherwise
from circgen.comparison.bracketed import acronyms_exchanged
from circgen.comparison.contraries import turned_round
from circgen.comparison.denials import denied_otherwise
from circgen.comparison.durations import lasting_otherwise
from circgen.comparison.elsewhere import misplaced
from circgen.comparison.faultless import BeyondExcerptError, Excerpt, Faultless
from circgen.comparison.full_names import names_changed
from circgen.comparison.labels import labelled_otherwise
from circgen.comparison.listed import numbers_reordered
from circgen.comparison.moved import moved_otherwise
from circgen.comparison.naming import ACRONYM, named_otherwise
from circgen.comparison.numbered import counts_exchanged, halves_exchanged, numbered_otherwise
from circgen.comparison.occurrences import said_otherwise
from circgen.comparison.omitted import omitted_otherwise
from circgen.comparison.pairing import in_each_others_place
from circgen.comparison.partners import paired_otherwise
from circgen.comparison.persons import other_persons
from circgen.comparison.polarity import decided_otherwise
from circgen.comparison.proper import other_names
from circgen.comparison.replaced import names_replaced, replaced_otherwise
from circgen.comparison.rules import OF_LETTERS, rules
from circgen.comparison.sentences import sentences_differ
from circgen.comparison.sessions import counted_otherwise
from circgen.comparison.side import Knowledge, Side, Unit
from circgen.comparison.structure import matched
from circgen.comparison.titles import left_as_it_is
from circgen.comparison.values import different
from circgen.comparison.wording import reworded
from circgen.findings import Finding, Level
from circgen.readers.letter import LISTS

_OF_ADDRESSEES = frozenset({"name", "number", "ordinal"})
"""What makes an addressee another one: `Study Group 5` is not `Study Group 15`."""


def alone(side: Side, knowledge: Knowledge, faultless: Faultless | None = None) -> list[Finding]:
    """What is wrong with one letter by itself.

    `faultless` is what is known from other letters of the project.
    """
    faultless = Faultless() if faultless is None else faultless
    reader = side.recogniser
    new = [unit for unit in side.units() if not faultless.has((reader, _key(unit)))]
    excerpt = Excerpt(side, new)
    found: list[Finding] = []
    wrong: set[str] = set()
    for name, check in rules().items():
        if name in OF_LETTERS:
            found += check(side, knowledge)
            continue
        in_units = tuple(check(excerpt, knowledge))
        wrong.update(finding.paragraph for finding in in_units)
        found += in_units
    for unit in new:
        if unit.place not in wrong:
            faultless.add((reader, _key(unit)))
    return found


def compared(source: Side, target: Side, faultless: Faultless | None = None) -> Iterator[Finding]:
    """What the target says otherwise than the source; `faultless` as above."""
    sides = source, target
    faultless = Faultless() if faultless is None else faultless
    acronyms: set[tuple[str, ...]] = set()
    for result in matched(source, target):
        if isinstance(result, Finding):
            yield result
        elif not agree(*result, sides, faultless):
            for finding in differing(*result, sides):
                texts = _texts_of(finding)
                if finding.rule != ACRONYM or texts not in acronyms:
                    yield finding
                    acronyms.add(texts)


def agree(source: Unit, target: Unit, sides: tuple[Side, Side], faultless: Faultless) -> bool:
    """Whether two units say the same, whatever else stands in their letters."""
    readers = sides[0].recogniser, sides[1].recogniser
    key = readers, sides[0].has_part(source.place), _key(source), _key(target)

    def look() -> Iterator[Finding]:
        excerpts = Excerpt(sides[0], (source,)), Excerpt(sides[1], (target,))
        return differing(source, target, excerpts)

    try:
        return not faultless.findings(key, look)
    except BeyondExcerptError:
        return False


def _values_of(finding: Finding) -> tuple[str, ...]:
    """The values of a finding, that of the source first."""
    return tuple(each.value for each in (finding.source, finding.target) if each)


def _texts_of(finding: Finding) -> tuple[str, ...]:
    """The words that a finding is about, that of the source first."""
    return tuple(each.text for each in (finding.source, finding.target) if each)


def differing(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """What a unit of the target says otherwise than the unit of the source that it stands for."""
    found = [
        *different(source, target, sides),
        *counted_otherwise(source, target, sides),
        *lasting_otherwise(source, target, sides),
        *named_otherwise(source, target, sides),
        *acronyms_exchanged(source, target, sides),
        *other_names(source, target, sides),
        *said_otherwise(source, target, sides),
        *replaced_otherwise(source, target, sides),
    ]
    told = [_values_of(each) for each in found]
    labels = labelled_otherwise(source, target, sides)
    found += [each for each in labels if _values_of(each) not in told]
    is_named = any(each.rule == "name" for each in found)
    said = {text for each in found for text in _texts_of(each)}
    persons = other_persons(source, target, sides)
    others = [each for each in persons if said.isdisjoint(_texts_of(each))]
    found += others or ([] if is_named else names_changed(source, target, sides))
    if not is_named:
        found += affiliations_exchanged(source, target, sides)
        found += omitted_otherwise(source, target, sides)
    if not any(each.level is Level.ERROR for each in found):
        moved = [*moved_otherwise(source, target, sides)]
        found = [e for e in found if e.rule not in {m.rule for m in moved}] + moved
    found = [*_replaced(found, misplaced(source, target, sides))]
    if target.place in LISTS:
        found = [f._replace(rule="addressee") if f.rule in _OF_ADDRESSEES else f for f in found]
    yield from found
    yield from _exchanged(found, source, target, sides)
    if not found:
        yield from numbers_reordered(source, target, sides)
    decided = [*decided_otherwise(source, target, sides)]
    yield from decided or denied_otherwise(source, target, sides)
    turned = [e for e in turned_round(source, target, sides) if not _is_told(e, found)]
    yield from turned
    if not any(each.source and each.source.value.startswith(OF_BOUNDS) for each in turned):
        yield from bounded_otherwise(source, target, sides)
    yield from sentences_differ(source, target, sides)
    yield from left_as_it_is(source, target, sides)
    if sides[0].letter.language == sides[1].letter.language:
        yield from reworded(source, target, sides)


def _is_told(turned: Finding, found: list[Finding]) -> bool:
    """Whether both phrases hold words that were found to differ: `second` of `second quarter`."""
    words = _texts_of(turned)
    others = (_texts_of(each) for each in found if each.level is Level.ERROR)
    return any(
        len(texts) == len(words)
        and all(text and text in phrase for text, phrase in zip(texts, words, strict=True))
        for texts in others
    )


def _exchanged(
    found: list[Finding], source: Unit, target: Unit, sides: tuple[Side, Side]
) -> Iterator[Finding]:
    """What changed places, as far as it was not found before."""
    rules = {each.rule for each in found}
    certain = {each.rule for each in found if each.level is Level.ERROR}
    exchanged = [e for e in in_each_others_place(source, target, sides) if e.rule not in rules]
    exchanged += (e for e in numbered_otherwise(source, target, sides) if e.rule not in certain)
    if not rules & {"number", "ordinal"}:
        exchanged += counts_exchanged(source, target, sides)
        exchanged += halves_exchanged(source, target, sides)
    yield from exchanged
    if not exchanged and not certain:
        yield from paired_otherwise(source, target, sides)
        yield from names_replaced(source, target, sides)


def _replaced(found: list[Finding], misplaced: Iterator[Finding]) -> Iterator[Finding]:
    """What was found; a value that is merely missing or added may stand in the place of another."""
    if any(each.source and each.target and each.source.text and each.target.text for each in found):
        yield from found
        return
    better = list(misplaced)
    rules = {each.rule for each in better}
    yield from (*(each for each in found if each.rule not in rules), *better)


def _key(unit: Unit) -> Hashable:
    """What a unit says, and what it is; places of pages are none of its words."""
    return unit.place, bool(unit.at.paragraph), *(passage.text for passage in unit.passages)
