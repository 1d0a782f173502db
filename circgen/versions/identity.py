"""What an item of a list is known by: a session by its day, a deadline by what is due."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, NamedTuple

from circgen.facts.model import AdHoc, AnnexFile, Deadline, Hours, Name, Session, SideEvent
from circgen.versions.matching import Identity, Pair, matched


def pairs_of(old: tuple[Any, ...], new: tuple[Any, ...], *, are_texts: bool = False) -> list[Pair]:
    """Which item of the old list is which of the new one; texts are those of each language."""
    if are_texts:
        return matched(old, new, (_texts,), _words)
    item = (*new, *old)[0] if old or new else None
    identities, text = _KNOWN_BY.get(type(item), ((_whole,), None))
    return matched(old, new, identities, text)


def _whole(item: Any) -> Iterable[Hashable]:  # noqa: ANN401  an item of any list
    yield from name_key(item) if isinstance(item, Name) else (str(item),)


def name_key(name: Name) -> frozenset[Hashable]:
    """What a name is known by: its id, or any of the words that it is written out in."""
    if name.id:
        return frozenset({name.id})
    return frozenset(
        (language, form) for language, forms in name.forms.items() for form in forms.values()
    )


def _texts(texts: Mapping[str, str]) -> Iterable[Hashable]:
    return texts.items()


def _words(texts: Mapping[str, str]) -> str:
    return " ".join(texts.values())


def _next(_: NamedTuple) -> Iterable[Hashable]:
    """Anything: what is left is paired as it comes."""
    return (True,)


def _start(hours: Hours) -> Iterable[Hashable]:
    return (hours.start,)


def _end(hours: Hours) -> Iterable[Hashable]:
    return () if hours.end is None else (hours.end,)


def _date(session: Session) -> Iterable[Hashable]:
    return (session.date,)


def _hours(session: Session) -> Iterable[Hashable]:
    return (session.hours,) if session.hours else ()


def _title(item: SideEvent | AnnexFile) -> Iterable[Hashable]:
    return item.title.items()


def _words_of_title(event: SideEvent) -> str:
    return _words(event.title)


def _due(deadline: Deadline) -> Iterable[Hashable]:
    return name_key(deadline.what)


def _due_when(deadline: Deadline) -> Iterable[Hashable]:
    return ((key, deadline.date) for key in name_key(deadline.what))


def _id(paragraph: AdHoc) -> Iterable[Hashable]:
    return (paragraph.id,)


def _files(annex: AnnexFile) -> Iterable[Hashable]:
    return annex.file.items()


_KNOWN_BY: dict[type, tuple[tuple[Identity, ...], Callable[[Any], str] | None]] = {
    Hours: ((_whole, _start, _end, _next), None),
    Session: ((_whole, _date, _hours, _next), None),
    SideEvent: ((_title,), _words_of_title),
    Deadline: ((_due_when, _due), None),
    AdHoc: ((_id,), None),
    AnnexFile: ((_files, _title), None),
    dict: ((_whole,), str),  # a record of one kind of circular
}
