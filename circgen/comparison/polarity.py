"""Words that decide: virtual or not, only, free, mandatory, approve or discuss."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator

from circgen.comparison.differences import changed, missing, only_there
from circgen.comparison.sentences import sentences
from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind

_LIMIT = "implied:limit"
"""`Nobody may send more than one`; another language says `one at most`."""
_LIMITING = (
    _LIMIT,
    "admission:closed",
    "age:",
    "bound:at-most",
    "bound:exactly",
    "comparison:",
    "exception:",
    "exclusivity:",
    "implied:exception",
    "implied:exclusivity",
    "implied:negation",
    "leave:forbidden",
    "limit-of-time:",
    "negation:",
    "neutral:limit",
    "possibility:impossible",
)
"""How the values begin that may limit something; one that is added is no matter."""


def decided_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """What two units decide differently, group by group.

    The last value of a group is often said in passing: by itself it is not missed.
    """
    if not source.of(Kind.POLARITY) and not target.of(Kind.POLARITY):
        return
    own, other = groups(source.spots), groups(target.spots)
    is_none_but = _none_but(own, other) or _none_but(other, own)
    for group in dict.fromkeys((*own, *other)):
        if group in {_NEUTRAL, _IMPLIED} or (is_none_but and group in _DENIED):
            continue
        if all(len(_values(group, side)) == 1 for side in sides):
            yield from _said_in_one(group, source, target, sides)
            continue
        spots, there = own.get(group, []), other.get(group, [])
        lost, gained = less(spots, there), less(there, spots)
        if lost and gained:
            # Of what was said twice, one word may stand for something else.
            level = Level.WARNING if _said_too(lost[0], there) else Level.ERROR
            yield changed(target, sides, lost[0], gained[0])._replace(level=level)
        elif lost and not _said_too(lost[0], there):
            in_passing = lost[0].mention.value == f"{group}:{_values(group, sides[0])[-1]}"
            known = _answers(group, [lost[0]], own, other)
            if not in_passing and not any(_answer(s, known) for s in target.of(Kind.POLARITY)):
                yield missing(source, target, sides, lost[0], Level.WARNING)
    yield from _limit_lost(source, target, sides)


def _none_but(one: Container[str], two: Container[str]) -> bool:
    """Whether one denies something with an exception that two alone has: `none except`, `only`."""
    said = _EXCEPTION in one and _IN_PASSING in two
    return said and _EXCEPTION not in two and _IN_PASSING not in one


def _said_too(spot: Spot, others: Iterable[Spot]) -> bool:
    """Whether others say the same."""
    return any(each.mention.value == spot.mention.value for each in others)


def _limit_lost(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """A limit that is said as a negation, where the target has no word that might limit."""
    limit = next((s for s in source.of(Kind.POLARITY) if s.mention.value == _LIMIT), None)
    if limit is not None and not any(
        str(spot.mention.value).startswith(_LIMITING)
        for spot in target.of(Kind.POLARITY, Kind.CONTRARY)
    ):
        yield missing(source, target, sides, limit, Level.WARNING)


def _values(group: str, side: Side) -> tuple[str, ...]:
    """What a group may decide."""
    return tuple(side.recogniser.language.glossary.polarity.get(group, ()))


_NEUTRAL = "neutral"
"""The group of phrases that decide nothing, though a word in them would: `no later than`."""
_IMPLIED = "implied"
"""The group of phrases that may say what a group does, and need not: `unpaid`, `not paid`."""
_IN_PASSING = "exclusivity"
"""What is often said in passing: it counts beside a working language."""
NEGATION = "negation"
_EXCEPTION = "exception"
_DENIED = (NEGATION, "obligation", "cost", "admission")
"""The groups that a negation turns round."""
OTHER_WORDS = {
    "negation:not": (
        "exception:except",
        "cost:free",
        "obligation:optional",
        "admission:closed",
        "decision:reject",
    ),
    "exclusivity:only": ("exception:except", "admission:closed"),
    "admission:closed": ("exclusivity:only",),
    "exception:except": ("negation:not", "exclusivity:only", "implied:negation"),
}
"""What may say the same as a value of another group, where it is said once more."""
_FIGURE = re.compile(r"\W{0,2}\d")


def groups(spots: Iterable[Spot]) -> dict[str, list[Spot]]:
    """What is decided, by groups; phrases that overlap say it once."""
    found: dict[str, list[Spot]] = {}
    for spot in spots:
        if spot.mention.kind is Kind.POLARITY and not spot.mention.weak:
            said = found.setdefault(_group(spot), [])
            if not said or not _says_again(said[-1], spot):
                said.append(spot)
    return found


def _group(spot: Spot) -> str:
    """The group of a spot; `No. 5`, `not 3 May`, and `No.` over a column need not be denied."""
    group, text = str(spot.mention.value).partition(":")[0], spot.passage.text
    is_number = _FIGURE.match(text, spot.mention.end) or text.strip() == f"{spot.text}."
    return _IMPLIED if group == NEGATION and is_number else group


def _says_again(one: Spot, two: Spot) -> bool:
    return one.mention.value == two.mention.value and begins_inside(one, two)


def begins_inside(one: Spot, two: Spot) -> bool:
    """Whether a phrase begins inside the one before it."""
    return one.passage is two.passage and two.mention.start < one.mention.end


def less(own: list[Spot], other: list[Spot]) -> list[Spot]:
    """The mentions whose value stands more often here than there."""
    counts = Counter(spot.mention.value for spot in other)
    found = []
    for spot in own:
        counts[spot.mention.value] -= 1
        if counts[spot.mention.value] < 0:
            found.append(spot)
    return found


def _said_in_one(
    group: str, source: Unit, target: Unit, sides: tuple[Side, Side]
) -> Iterator[Finding]:
    """What one unit says and the other does not, of a group that decides one thing: `only`."""
    languages = sides[0].recogniser.language.pack.glossary["working_languages"]
    if (lost := _unanswered(group, source, target)) is not None:
        sure = group == _IN_PASSING and _decisive(source, lost, languages)
        yield missing(source, target, sides, lost, Level.ERROR if sure else Level.WARNING)
    elif (gained := _unanswered(group, target, source)) is not None:
        sure = _decisive(target, gained, languages)
        if group != _IN_PASSING or sure:
            level = Level.ERROR if group == _IN_PASSING else Level.WARNING
            yield only_there(source, target, sides, gained, level)


def _unanswered(group: str, unit: Unit, other: Unit) -> Spot | None:
    """Where a unit says what the other one has no word for.

    Where both have as many sentences, as many of them must say it: languages repeat a negation
    inside a sentence, and put sentences in another order.
    """
    own, there = groups(unit.spots), groups(other.spots)
    if group not in own:
        return None
    known = _answers(group, own[group], own, there)
    if not any(_answer(spot, known) for spot in other.of(Kind.POLARITY)):
        return own[group][0]
    one, two = sentences(unit), sentences(other)
    if len(one) != len(two) or len(one) == 1:
        return None
    saying = [groups(sentence.spots).get(group, []) for sentence in one]
    answered = [[spot for spot in sentence.spots if _answer(spot, known)] for sentence in two]
    enough = sum(
        any(bool(said) or _group(spot) != _IMPLIED for spot in spots)
        for said, spots in zip(saying, answered, strict=True)
    )
    if sum(map(bool, saying)) <= enough:
        return None
    return next(said[0] for said, spots in zip(saying, answered, strict=True) if said and not spots)


def _answers(
    group: str, said: list[Spot], own: dict[str, list[Spot]], there: dict[str, list[Spot]]
) -> frozenset[str]:
    """The values that say the same as what is said of a group."""
    values = {str(spot.mention.value) for spot in said}
    words = {other for value in values for other in OTHER_WORDS.get(value, ())}
    more = {
        str(spot.mention.value)
        for each, spots in there.items()
        for spot in less(spots, own.get(each, []))
    }
    implied = {f"{_IMPLIED}:{group}"} | ({_LIMIT} if group == NEGATION else set())
    return frozenset(values | (words & more) | implied)


def _answer(spot: Spot, known: Container[str]) -> bool:
    """Whether a spot says what is looked for."""
    return (
        spot.mention.kind is Kind.POLARITY
        and not spot.mention.weak
        and str(spot.mention.value) in known
    )


def _decisive(unit: Unit, spot: Spot, languages: Container[object]) -> bool:
    """Whether a fact hangs on the word: `only` stands beside the working language."""
    return any(
        name.mention.value in languages
        and name.passage is spot.passage
        and abs(name.mention.start - spot.mention.start) < _BESIDE
        for name in unit.of(Kind.NAME)
    )


_BESIDE = 30
