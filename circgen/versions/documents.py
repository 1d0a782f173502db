"""What changed between two versions of a finished letter, in one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from circgen.comparison.side import Side, Unit
from circgen.comparison.values import EXACT
from circgen.readers.letter import PARTS
from circgen.recognition.mentions import Kind
from circgen.versions.change import Change, Comparison, How, Said
from circgen.versions.matching import matched, moved

_BEFORE = PARTS[: PARTS.index("closing")]
_KINDS = (*EXACT, Kind.NAME, Kind.ACRONYM)
_LETTER, _CONTACT = "The letter", "Addressees and contact"
_ABOUT_CONTACT = ("person", "tel", "fax", "email", "website")


def compare_documents(old: Side, new: Side, names: tuple[str, str], *, is_same: bool) -> Comparison:
    """All that changed: the letter, its addressees, paragraphs and annexes, each in order."""
    order = (_LETTER, _CONTACT, _PARAGRAPHS.group, _ANNEXES.group)
    found = sorted(_changes(old, new), key=lambda change: order.index(change.group))
    return Comparison(*names, tuple(found), is_same_file=is_same)


class _Words(NamedTuple):
    """How units of a sequence are called: addressees by name, paragraphs by number."""

    group: str
    noun: str
    by_name: bool = False

    def called(self, unit: Unit, place: int) -> str:
        """`paragraph 4`, `addressee 2`."""
        return f"{self.noun} {place + 1}" if self.by_name else f"{self.noun}{unit.place}"

    def alone(self, unit: Unit, place: int, how: How) -> str:
        """`paragraph 4 removed`, `addressee removed: ITU-T Associates`."""
        if self.by_name:
            return f"{self.noun} {how}: {_bare(unit.text)}"
        return f"{self.called(unit, place)} {how}"

    def moved(self, old: tuple[Unit, int], new: tuple[Unit, int]) -> str:
        """`paragraph 4 moved: it was paragraph 5`."""
        if self.by_name:
            name = f"{self.noun} moved: {_bare(new[0].text)}"
            return f"{name} is number {new[1] + 1}, was number {old[1] + 1}"
        return f"{self.called(*new)} moved: it was {self.called(*old)}"


_PARAGRAPHS = _Words("Paragraphs", "paragraph ")
_ANNEXES = _Words("Annexes", "")
_LISTS = {
    "to": _Words(_CONTACT, "addressee", by_name=True),
    "copies": _Words(_CONTACT, "recipient of a copy", by_name=True),
}

_BY_NAME = tuple(words.noun for words in _LISTS.values())


def _changes(old: Side, new: Side) -> Iterator[Change]:
    for part in _BEFORE:
        yield from _part(old, new, part)
    yield from _sequence(_PARAGRAPHS, old.points, new.points)
    for part in PARTS[len(_BEFORE) :]:
        yield from _part(old, new, part)
    yield from _sequence(_ANNEXES, old.annexes, new.annexes)


def _part(old: Side, new: Side, part: str) -> Iterator[Change]:
    """A part of the letter besides its paragraphs; addressees one by one."""
    one, two = old.parts.get(part), new.parts.get(part)
    if words := _LISTS.get(part):
        yield from _sequence(words, _each(old, one), _each(new, two))
        return
    group = _CONTACT if part in _ABOUT_CONTACT else _LETTER
    if one and two:
        yield from _unit(group, part, one, two)
    elif one or two:
        how = How.REMOVED if one else How.ADDED
        yield _change(group, part, how, f"{part} {how}", one, two)


def _each(side: Side, unit: Unit | None) -> tuple[Unit, ...]:
    """Every passage as a unit of its own, without the punctuation of its list."""
    if unit is None:
        return ()
    bare = (passage._replace(text=_bare(passage.text)) for passage in unit.passages)
    return tuple(side.unit(unit.place, passage) for passage in bare)


def _bare(text: str) -> str:
    return text.rstrip(";,. ")


def _sequence(words: _Words, old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Change]:
    """What was added, removed and moved, and what the same units say otherwise."""
    pairs = matched(old, new, (_same_words,), lambda unit: unit.text)
    away = moved(pairs)
    partner = {j: i for i, j in pairs}
    for j, unit in enumerate(new):
        name = words.called(unit, j)
        if j not in partner:
            message = words.alone(unit, j, How.ADDED)
            yield _change(words.group, name, How.ADDED, message, None, unit)
            continue
        i = partner[j]
        if (i, j) in away:
            message = words.moved((old[i], i), (unit, j))
            yield _change(words.group, name, How.MOVED, message, old[i], unit)
        yield from _unit(words.group, name, old[i], unit)
    for i, unit in enumerate(old):
        if i not in partner.values():
            message = words.alone(unit, i, How.REMOVED)
            name = words.called(unit, i)
            yield _change(words.group, name, How.REMOVED, message, unit, None)


def _unit(group: str, name: str, old: Unit, new: Unit) -> Iterator[Change]:
    """What a unit says otherwise: its facts by value, and its words."""
    if _words(old) == _words(new):
        return
    facts = "; ".join(_facts(old, new))
    message = f"{name}: {facts}" if facts else f"{name}: the words changed"
    yield _change(group, name, How.CHANGED, message, old, new)


def _words(unit: Unit) -> tuple[str, ...]:
    """Its words, whatever spaces and line ends are between them."""
    return tuple(unit.text.split())


def _same_words(unit: Unit) -> Iterator[tuple[str, ...]]:
    yield _words(unit)


def _facts(old: Unit, new: Unit) -> Iterator[str]:
    """`hours 11:00-12:30, was 11:00-12:00`: what one unit says and not the other."""
    for kind in _KINDS:
        before, after = (
            Counter(spot.value for spot in unit.of(kind) if not spot.mention.weak)
            for unit in (old, new)
        )
        lost, gained = [*(before - after).elements()], [*(after - before).elements()]
        together = min(len(lost), len(gained))
        for was, is_ in zip(lost, gained, strict=False):
            yield f"{kind} {is_}, was {was}"
        yield from (f"{kind} {value} removed" for value in lost[together:])
        yield from (f"{kind} {value} added" for value in gained[together:])


def _change(  # noqa: PLR0913, PLR0917
    group: str, name: str, how: How, message: str, old: Unit | None, new: Unit | None
) -> Change:
    is_said = name.startswith(_BY_NAME) and how is not How.CHANGED
    return Change(group, how, name, message, _said(old), _said(new), is_text=not is_said)


def _said(unit: Unit | None) -> Said | None:
    return Said(unit.text, unit.at) if unit else None
