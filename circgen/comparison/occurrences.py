"""How often two units say a value: another one in its place, though both stand there anyway."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from circgen.comparison.differences import changed, restates
from circgen.comparison.exclusive import category, is_inside
from circgen.comparison.side import Side, Spot, Unit
from circgen.comparison.zones import near
from circgen.findings import Finding, Level
from circgen.readers.letter import LISTS
from circgen.recognition.mentions import Kind

_COUNT, _NAME = "count", "name"
_GROUPS = {
    Kind.NUMBER: _COUNT,
    Kind.ORDINAL: _COUNT,
    Kind.CIRCULAR: _COUNT,
    Kind.DATE: "date",
    Kind.WEEKDAY: "weekday",
    Kind.HOURS: "hours",
    Kind.YEARS: "years",
    Kind.CODE: "code",
    Kind.NAME: _NAME,
    Kind.ACRONYM: _NAME,
}
"""What is counted together. A zone is not: hours may share one."""


def said_otherwise(source: Unit, target: Unit, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Values of which sets tell nothing: `3, 3 and 5` became `3, 5 and 5`, or `3 and 5`."""
    own, other = _by_group(source), _by_group(target)
    repeated = [
        group
        for group, spots in own.items()
        if _repeats(spots) or (group in other and _repeats(other[group]))
    ]
    if not repeated:
        return
    found = [
        pair
        for group in repeated
        if (pair := _exchanged(own[group], other.get(group, ()), target, sides)) is not None
    ]
    for first, second in found:
        yield changed(target, sides, first, second)
    if not found and source.place not in LISTS and not sides[0].has_part(source.place):
        yield from _less_often(own, other, target, sides)


_Groups = dict[str, list[Spot]]


def _by_group(unit: Unit) -> _Groups:
    found: _Groups = {}
    for kind, group in _GROUPS.items():
        if spots := [s for s in unit.of(kind) if s.mention.value != 0 or not s.mention.weak]:
            found.setdefault(group, []).extend(spots)
    if _repeats(found.get(_NAME, ())):
        sums = {(id(spot.passage), spot.mention.start) for spot in unit.of(Kind.UNIT)}
        found[_NAME] = _once(
            # A currency may stand once for several sums, and of `South America` America is none.
            [
                s
                for s in found[_NAME]
                if (id(s.passage), s.mention.start) not in sums and not is_inside(s, unit)
            ]
        )
    return {group: spots for group, spots in found.items() if spots}


def _once(names: list[Spot]) -> list[Spot]:
    """A name and its acronym beside it, or inside it, are one mention."""
    found: dict[object, list[Spot]] = {}
    for spot in names:
        said = found.setdefault(spot.mention.value, [])
        if said and said[-1].passage is spot.passage and near(said[-1], spot):
            if said[-1].mention.weak:
                said[-1] = spot
        else:
            said.append(spot)
    return [spot for said in found.values() for spot in said]


def _repeats(spots: Sequence[Spot]) -> bool:
    """Whether a value stands twice."""
    return len(spots) > 1 and len({spot.mention.value for spot in spots}) < len(spots)


def _exchanged(
    own: Sequence[Spot], other: Sequence[Spot], target: Unit, sides: tuple[Side, Side]
) -> tuple[Spot, Spot] | None:
    """A value that is said once less, and the one that is said once more, if all else agrees."""
    if not own:
        return None
    if own[0].mention.kind in {Kind.NAME, Kind.ACRONYM}:
        table = category(*(side.recogniser for side in sides))
        own, other = ([s for s in spots if s.mention.value in table] for spots in (own, other))
    else:
        table = {}
    before, after = (Counter(s.mention.value for s in spots) for spots in (own, other))
    lost, gained = list((before - after).elements()), list((after - before).elements())
    if len(lost) != 1 or len(gained) != 1:
        return None
    first = [spot for spot in own if spot.mention.value == lost[0]]
    second = [spot for spot in other if spot.mention.value == gained[0]]
    there = lost[0] in after, gained[0] in before
    weak = first[-1].mention.weak, second[-1].mention.weak
    # What the source says elsewhere is not reported as added.
    open_to_all = weak[0], weak[1] or restates(second[-1], target, sides[0])
    known = any(there) and all(a or b for a, b in zip(there, open_to_all, strict=True))
    merely_implied = weak[0] and all(
        s.mention.weak and s.mention.kind is Kind.NUMBER for s in second
    )
    implied = merely_implied or (
        _strong(own, lost[0]) <= _strong(other, lost[0])
        and _strong(other, gained[0]) <= _strong(own, gained[0])
        and any(s[-1].mention.kind is Kind.NUMBER or s[-1].text.isupper() for s in (first, second))
    )
    if implied or not known or table.get(lost[0]) != table.get(gained[0]):
        return None
    pairs = zip(own, other, strict=False)
    same_place = ((one, two) for one, two in pairs if one in first and two in second)
    return next(same_place, (first[-1], second[-1]))


def _strong(spots: Sequence[Spot], value: object) -> int:
    """How often a value is said so that it cannot be left out."""
    return sum(spot.mention.value == value and not spot.mention.weak for spot in spots)


def _less_often(
    own: _Groups, other: _Groups, target: Unit, sides: tuple[Side, Side]
) -> Iterator[Finding]:
    """The one value that the target says less often, where the two agree in all else."""
    lost: list[Spot] = []
    for group in (own.keys() | other.keys()) - _OFTEN_REPEATED:
        ours, theirs = own.get(group, []), other.get(group, [])
        lost += _more(ours, theirs)
        if len(lost) > 1 or _more(theirs, ours):
            return
    there = {s.mention.value: s for group in other.values() for s in group} if lost else {}
    spot = next((each for each in lost if each.mention.value in there), None)
    if spot is not None:
        finding = changed(target, sides, spot, there[spot.mention.value])
        yield finding._replace(
            message=f"{target.place}: {spot.value} is said less often in {sides[1].name} "
            f"than in {sides[0].name}",
            help="say it as often in both, if the words ask for it",
            level=Level.WARNING,
        )


_OFTEN_REPEATED = {"date", "weekday", "hours", _NAME}
"""What one letter may say again where the other one does not."""


def _belongs_to_another(spot: Spot) -> bool:
    """Whether figures are part of an acronym, which repeats the number of its name: `SG20`."""
    before = spot.passage.text[: spot.mention.start][-1:]
    return _GROUPS[spot.mention.kind] == _COUNT and (before.isalnum() or before == "-")


def _more(own: Sequence[Spot], other: Sequence[Spot]) -> list[Spot]:
    """The strong mentions that are more here, in the way in which the others do not say them."""
    strong = [spot for spot in own if not (spot.mention.weak or _belongs_to_another(spot))]
    here = Counter(spot.mention.value for spot in strong)
    here.subtract(spot.mention.value for spot in other)
    found: list[Spot] = []
    for value in (+here).elements():
        same = [spot for spot in own if spot.mention.value == value]
        ways = {spot.mention.kind for spot in other if spot.mention.value == value}
        found.append(next((s for s in same if s.mention.kind not in ways), same[-1]))
    return found
