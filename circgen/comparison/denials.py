"""A negation that was lost or added beside others of the same sentence.

Languages deny two things at once with one word or with two (`neither webcast nor recorded`), so
sentences in which negations are joined tell nothing. Where they are not, one more is one more.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from circgen.comparison.alignment import aligned
from circgen.comparison.differences import missing, only_there
from circgen.comparison.polarity import NEGATION, OTHER_WORDS, groups
from circgen.comparison.sentences import Sentence
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind

_SEVERAL = 2
_WORD = re.compile(r"[^\W\d_]+")


def denied_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Sentences with several negations of which the other language has one less, but has some."""
    if len(source.passages) != len(target.passages):
        return
    for own, other in zip(source.lines, target.lines, strict=True):
        for one, two in aligned(own, other):
            if not isinstance(one, Sentence) or not isinstance(two, Sentence):
                continue
            if (lost := _more(one, two, sides)) is not None:
                yield missing(source, target, sides, lost, Level.WARNING)
            elif (gained := _more(two, one, sides[::-1])) is not None:
                yield only_there(source, target, sides, gained, Level.WARNING)


def _more(one: Sentence, two: Sentence, sides: tuple[Side, Side]) -> Spot | None:
    """A negation of a sentence that has more of them than the other one has words that may deny."""
    denied = groups(one.spots).get(NEGATION, [])
    if len(denied) < _SEVERAL:
        return None
    answers = _that_may_deny(two, sides[1])
    others = _of_other_words(two) - _of_other_words(one)
    if not answers or len(denied) <= len(answers) + max(0, others) or _joined(denied, sides[0]):
        return None
    return denied[-1]


def _that_may_deny(sentence: Sentence, side: Side) -> list[Spot]:
    """What denies in a sentence: negations, and phrases that hold one or may stand for one."""
    found: list[Spot] = []
    for spot in sentence.spots:
        if spot.mention.kind is not Kind.POLARITY or spot.mention.weak:
            continue
        group, _, value = str(spot.mention.value).partition(":")
        denies = group == NEGATION or value in {NEGATION, "limit"} or _holds_one(spot, side)
        if denies and not (found and spot.mention.start < found[-1].mention.end):
            found.append(spot)
    return found


def _holds_one(spot: Spot, side: Side) -> bool:
    words = set(_WORD.findall(spot.text.lower()))
    return not words.isdisjoint(side.recogniser.language.glossary.negations)


def _of_other_words(sentence: Sentence) -> int:
    """How much is said that may be said with a negation, too: `only`, `free`."""
    words = OTHER_WORDS[f"{NEGATION}:not"]
    return sum(str(s.mention.value) in words for s in sentence.spots if not s.mention.weak)


def _joined(denied: Sequence[Spot], side: Side) -> bool:
    """Whether two negations have a joint between them, or a bracket, or are joints themselves."""
    roles = side.recogniser.language.understood.words
    joints = {word for role in ("and", "or", "nor") for word in roles.get(role, ())}
    return any(_are_joined(one, two, joints) for one, two in pairwise(denied))


def _are_joined(one: Spot, two: Spot, joints: Collection[str]) -> bool:
    text = two.passage.text[one.mention.start : two.mention.end].lower()
    return "(" in text or not set(_WORD.findall(text)).isdisjoint(joints)
