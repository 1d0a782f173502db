"""What is said of two units that differ: changed, missing, added."""

from __future__ import annotations

from collections.abc import Iterator

from circgen.comparison.equivalence import COUNTING, same
from circgen.comparison.side import Side, Spot, Unit
from circgen.comparison.zones import near
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind

_RULES = {
    Kind.CODE: "number",
    Kind.MONTH: "date",
    Kind.EVENT: Kind.NAME.value,
    Kind.TERM: Kind.NAME.value,
    Kind.CONTRARY: Kind.POLARITY.value,
}


def changed(target: Unit, sides: tuple[Side, Side], first: Spot, second: Spot) -> Finding:
    """A value that became another."""
    source, other = first.evidence(), second.evidence()
    return Finding(
        second.at,
        rule_of(first.mention.kind),
        f"{target.place}: {other.value} ({sides[1].name}) is {source.value} ({sides[0].name})",
        "make both say the same",
        paragraph=target.place,
        source=source,
        target=other,
    )


def missing(
    source: Unit, target: Unit, sides: tuple[Side, Side], spot: Spot, level: Level = Level.ERROR
) -> Finding:
    """A value that the target has not."""
    kind = rule_of(spot.mention.kind)
    return Finding(
        target.at,
        kind,
        f"{target.place}: {spot.evidence().value} ({sides[0].name}) is missing ({sides[1].name})",
        f"say it in {sides[1].name}, too",
        level,
        paragraph=source.place,
        source=spot.evidence(),
        target=target.evidence()._replace(text=""),
    )


_ALWAYS_SAID = {Kind.URL, Kind.EMAIL, Kind.PHONE, Kind.CODE, Kind.CIRCULAR}
"""What no translator puts in other words."""


def level_of_lost(spot: Spot, source: Unit, sides: tuple[Side, Side]) -> Level:
    """How sure it is that a paragraph that has lost a value is wrong.

    What the target says in another place it may put in other words here; but a part of the letter,
    such as the subject, stands by itself.
    """
    if spot.mention.kind in _ALWAYS_SAID or sides[0].has_part(source.place):
        return Level.ERROR
    return Level.WARNING if restates(spot, source, sides[1]) else Level.ERROR


def added(source: Unit, target: Unit, sides: tuple[Side, Side], spot: Spot) -> Iterator[Finding]:
    """A value that only the target has; one that the source has elsewhere is a restatement."""
    if restates(spot, target, sides[0]) or spot.mention.kind is Kind.WEEKDAY:
        return  # whether a weekday fits its date, each letter is asked by itself
    yield only_there(source, target, sides, spot)


def only_there(
    source: Unit, target: Unit, sides: tuple[Side, Side], spot: Spot, level: Level = Level.ERROR
) -> Finding:
    """A value that the source does not have in its unit."""
    return Finding(
        spot.at,
        rule_of(spot.mention.kind),
        f"{target.place}: {spot.value} ({sides[1].name}) is not in {sides[0].name}",
        "take it out, or say it in the other language, too",
        level,
        paragraph=target.place,
        source=source.evidence()._replace(text=""),
        target=spot.evidence(),
    )


_TELLING = 10


def restates(spot: Spot, unit: Unit, other: Side) -> bool:
    """Whether the other letter says it anywhere; that `two` stands there somewhere means nothing.

    A small number counts together with a name beside it: `Study Group 5`.
    """
    value = spot.mention.value
    if isinstance(value, int):
        if _numbers_again(spot, unit, other):
            return True
        if value < _TELLING:
            return False
    return any(
        spot.mention.kind is kind and same(spot.mention, spot.mention._replace(value=said))
        for kind, said in other.values
    )


def _numbers_again(spot: Spot, unit: Unit, letter: Side) -> bool:
    """Whether the other letter has a number together with the name that it stands beside here."""
    named = _named_beside(spot, unit)
    return any(
        other.mention.value == spot.mention.value and named & _named_beside(other, there)
        for there in (letter.units() if named else ())
        for other in there.of(*COUNTING)
    )


def _named_beside(spot: Spot, unit: Unit) -> frozenset[object]:
    """The names that a number stands beside."""
    return frozenset(
        each.mention.value
        for each in unit.of(Kind.NAME)
        if each.passage is spot.passage and near(spot, each)
    )


def rule_of(kind: Kind) -> str:
    """The rule under which a difference of this kind is reported."""
    return _RULES.get(kind, kind.value)
