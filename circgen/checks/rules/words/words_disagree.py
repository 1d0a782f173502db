"""The words of a paragraph say something else in one language than in another.

Letters are made of generated facts, for every condition of the templates, and are read as finished
letters are: what decides (virtual or hybrid, free, mandatory), what is named, how many sentences
there are. So branches that were exchanged, and sentences that were left out, are found before a
circular is issued with them.

Bad: (Hybrid, {{ sessions|days("brackets") }})
Good: (Virtual meeting, {{ sessions|days("brackets") }})
Mend: Compare the words of both languages for the condition around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from statistics import median
from typing import NamedTuple

from circgen.checks.rules.words import lost_fact, typed_literal, unguarded_fact, unlike_facts
from circgen.checks.sensitivity.trials import Part, block_of
from circgen.checks.sensitivity.uses import covers
from circgen.checks.sensitivity.verdicts import Bench, bench
from circgen.checks.subjects import Desk, Words
from circgen.checks.subjects.places import WordPlaces
from circgen.checks.subjects.sayings import origins
from circgen.comparison.pair import differing
from circgen.comparison.side import Side, Unit
from circgen.document import Line
from circgen.facts.kinds import SUBJECT
from circgen.findings import Finding, Level, Location
from circgen.readers.letter import Letter, Passage, Point, joined
from circgen.recognition.mentions import Kind

_EXPLAINED_BY = (lost_fact, typed_literal, unguarded_fact, unlike_facts)
"""What these find in a paragraph is why it reads otherwise."""


def check(words: Words, desk: Desk) -> Iterator[Finding]:
    """Each wording of a paragraph once, against that of the language it was translated from."""
    own = bench(words, desk)
    explained = {f.paragraph for module in _EXPLAINED_BY for f in module.check(words, desk)}
    packs = {code: reader.language.pack for code, reader in desk.knowledge.recognisers.items()}
    for target, source in origins(packs, tuple(words.templates)).items():
        pairs = [*dict(_wordings(own, source, target)).values()]
        readers = [_Reader(own, code, pairs, n) for n, code in enumerate((source, target))]
        usual = _usual(pairs)
        seen: set[tuple[str, str]] = set()
        for one, two in pairs:
            for finding in () if one.name in explained else _unlike(readers, one, two, usual):
                key = one.name, finding.message
                if key not in seen and not _in_passing(finding):
                    seen.add(key)
                    yield finding._replace(rule="words-disagree")


def _unlike(
    readers: list[_Reader], one: _Wording, two: _Wording, usual: float
) -> Iterator[Finding]:
    """What two wordings say otherwise; of one that says next to nothing, that it does."""
    if _is_much_shorter(one.part, two.part, usual):
        yield _much_shorter(readers, one, two)
        return
    sides = readers[0].side, readers[1].side
    for first, second in zip(readers[0].units(one), readers[1].units(two), strict=False):
        for finding in differing(first, second, sides):
            lost, gained = finding.source, finding.target
            if finding.rule == "missing-sentence" and lost:
                is_said = _is_decided(lost.text, sides[0], second)
            elif finding.rule == "added-sentence" and gained:
                is_said = _is_decided(gained.text, sides[1], first)
            else:
                is_said = False
            if not is_said:
                yield finding


def _is_decided(sentence: str, side: Side, other: Unit) -> bool:
    """Whether what a sentence decides is decided in the other language, too, in other words."""
    there = {spot.mention.value for spot in other.of(Kind.POLARITY)}
    here = side.recogniser.mentions(sentence)
    return any(each.kind is Kind.POLARITY and each.value in there for each in here)


class _Wording(NamedTuple):
    """What a paragraph, or the subject, says in one language."""

    name: str
    part: Part


_Pair = tuple[_Wording, _Wording]


def _wordings(own: Bench, source: str, target: str) -> Iterator[tuple[object, _Pair]]:
    """The paragraphs, and the subject, in two languages, by their words and kinds of facts."""
    lines = own.words.templates[source].lines
    for outcome in own.study.outcomes():
        there = outcome.parts.get(target, {})
        for part, one in outcome.parts.get(source, {}).items():
            if block_of(part) in lines and part in there:
                name = part.partition("[")[0]
                pair = _Wording(name, one), _Wording(name, there[part])
                yield (name, _signs(one), _signs(there[part])), pair


def _signs(part: Part) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(run.fact.kind if run.fact else run.text for run in line) for line in part.lines
    )


def _usual(pairs: list[_Pair]) -> float:
    """How long the words of the target usually are where the source has one character."""
    sizes = [(_size(mine.part), _size(theirs.part)) for mine, theirs in pairs]
    return median([theirs / mine for mine, theirs in sizes if mine] or [1.0])


def _is_much_shorter(one: Part, other: Part, usual: float) -> bool:
    """Whether one language has a third of the words that other paragraphs let expect."""
    expected, found = _size(one) * usual, _size(other)
    return max(expected, found) > _ENOUGH and min(expected, found) * _THIRD < max(expected, found)


_ENOUGH, _THIRD = 25, 3


def _size(part: Part) -> int:
    """How many characters of words a part has."""
    return sum(len(run.text) for line in part.lines for run in line if not run.fact)


def _much_shorter(readers: list[_Reader], one: _Wording, other: _Wording) -> Finding:
    source, target = (
        reader.units(each)[0] for reader, each in zip(readers, (one, other), strict=True)
    )
    names = [reader.side.name for reader in readers]
    return Finding(
        target.at,
        "words-disagree",
        f"{one.name}: {names[1]} and {names[0]} have not nearly as many words for this",
        "say the same in both",
        Level.WARNING,
        paragraph=one.name,
        source=source.evidence(),
        target=target.evidence(),
    )


def _in_passing(finding: Finding) -> bool:
    """Whether one language decides what the other leaves open: trials of conditions tell that."""
    sides = finding.source, finding.target
    one_sided = not all(evidence and evidence.text for evidence in sides)
    return finding.rule == Kind.POLARITY and finding.level is Level.WARNING and one_sided


_AROUND = " .,;:()\N{NO-BREAK SPACE}"


class _Reader:
    """Reads parts of letters in one language; their characters stand in its template."""

    def __init__(self, own: Bench, code: str, pairs: Iterable[_Pair], place: int) -> None:
        self._template, self._uses = own.words.templates[code], own.study.uses[code]
        self._places = WordPlaces(self._template)
        recogniser = own.desk.knowledge.recognisers[code]
        # How long the language is beside another is told by all that both say.
        mine = [pair[place] for pair in pairs]
        points = tuple(Point("", self._passages(each), id=each.name) for each in mine)
        subject = next((each.passages for each in points if each.id == SUBJECT), ())
        self.side = Side(Letter(self._template.file, code, {SUBJECT: subject}, points), recogniser)

    def units(self, wording: _Wording) -> list[Unit]:
        """The text of a part, then each of its items; a subject is one text."""
        name, part = wording
        passages = self._passages(wording)
        if name == SUBJECT:
            return [self.side.unit(name, joined(passages, " "))]
        texts = [each for index, each in enumerate(passages) if index not in part.items]
        items = [[each] for index, each in enumerate(passages) if index in part.items]
        return [self.side.unit(name, *each) for each in (texts, *items) if each]

    def _passages(self, wording: _Wording) -> tuple[Passage, ...]:
        return tuple(self._passage(wording.name, line) for line in wording.part.lines)

    def _passage(self, name: str, line: Line) -> Passage:
        text = ""
        starts: list[tuple[int, Location]] = []
        for run in line:
            places = (
                ((0, self._of_fact(name, run.fact.path)),)
                if run.fact
                else self._of_words(name, run.text)
            )
            if len(places) > 1 or run.fact or not starts:  # else it stands behind what is before
                starts += [(len(text) + start, at) for start, at in places]
            text += run.text
        return Passage(text, tuple(starts), made=True)

    def _of_words(self, name: str, text: str) -> tuple[tuple[int, Location], ...]:
        """Where words stand; few of them are looked for as a whole."""
        found = self._places.at(name, text)
        start = len(text) - len(text.lstrip(_AROUND))
        if len(found) == 1 and (words := text.strip(_AROUND)):
            wanted = re.compile(r"\s+".join(map(re.escape, words.split())))
            for piece in self._template.pieces:
                match = wanted.search(piece.text) if piece.sort == "words" else None
                if match and piece.block == block_of(name):
                    return (*found, (start, self._template.at(piece.offset + match.start())))
        return found

    def _of_fact(self, name: str, path: str) -> Location:
        """Where a fact is printed, or where its block begins."""
        block = block_of(name)
        for use in self._uses.get(block, ()):
            if use.prints and covers(use, path):
                return self._template.at(use.piece.offset)
        return Location(self._template.file, self._template.lines.get(block, 0))
