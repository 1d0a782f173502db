"""A facts file, with what it inherits from its series, becomes `Facts`, or findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from circgen.facts import schema
from circgen.facts.kinds import Kind
from circgen.facts.model import (
    AnnexText,
    Deadline,
    Facts,
    FactsFile,
    Place,
    Session,
    SideEvent,
)
from circgen.facts.parsers import is_id
from circgen.facts.reading import Invalid, Reading, Vocabulary, meant, suggestion
from circgen.facts.rules import check
from circgen.facts.source import Mapping as MappingNode
from circgen.facts.source import Node, Scalar, Sequence
from circgen.facts.trees import parse
from circgen.facts.types import Record
from circgen.findings import Finding, FindingsError

SeriesSource = Callable[[str], MappingNode | None]
"""Gives what a series file holds by the id of the series, or None if there is none."""

KindSource = Callable[[str], Kind]
"""Gives a kind of circular by its id."""

# What only one circular can say of itself.
NOT_OF_A_SERIES = ("series", "number", "variant", "issued", "status", "ordinal", "sessions")
COMPLETE = ("number", "study_period", "issued")
ALWAYS = ("editions", "issued_at", "addressees", "signatory")
_OWN_FIELDS = set(Facts._fields)

_Timed = TypeVar("_Timed", Session, SideEvent, Deadline)


class BrokenFactsError(FindingsError):
    """What is wrong with a facts file.

    `file` is what it says all the same; items of its lists may be `INVALID`. `annexes` are the
    texts of its annexes, where somebody has read them.
    """

    def __init__(
        self,
        file: FactsFile,
        *findings: Finding,
        annexes: Mapping[str, AnnexText] = MappingProxyType({}),
    ) -> None:
        super().__init__(*findings)
        self.file, self.annexes = file, annexes


def load(  # noqa: PLR0913
    data: bytes,
    file: str,
    *,
    vocabulary: Vocabulary,
    kinds: KindSource,
    kind_ids: tuple[str, ...],
    series: SeriesSource,
    series_ids: tuple[str, ...] = (),
    languages: tuple[str, ...] = (),
) -> FactsFile:
    """The facts of one file; a text is missed in its editions, or in `languages` if there are any.

    Raises:
        BrokenFactsError: with every problem of the file and of the series it names.
        FindingsError: if it is not YAML.
    """
    own = parse(data, file)
    reading = Reading(vocabulary)
    root, complete = _inherit(own, reading, series, series_ids)
    kind = _kind(root, reading, kinds, kind_ids)
    reading.editions = languages or _editions(root, vocabulary)
    keys = {**schema.KEYS, **(kind.facts if kind else {})}
    values = Record(dict, keys, "a facts file").read_keys(root, "", reading, partial=True)
    assert isinstance(values, dict)  # noqa: S101  partial reading always gives a dict
    stated = {name.text for name, _ in root.entries}
    _require(own, stated, _required(values, stated, kind, complete=complete), reading)
    extra = {name: values.get(name) for name in keys if name not in _OWN_FIELDS}
    known: dict[str, Any] = {n: value for n, value in values.items() if n in _OWN_FIELDS}
    facts = with_zones(Facts(**{"editions": (), **known}, extra=extra), vocabulary.place_zones)
    unread = stated - values.keys()
    if not complete:
        unread |= keys.keys() - values.keys() - {*NOT_OF_A_SERIES}
    misspelt = filter(None, (meant(name, keys) for name in stated - keys.keys()))
    where, texts = reading.where, reading.texts
    facts_file = FactsFile(file, facts, where, texts, frozenset({*unread, *misspelt}))
    reading.findings += check(facts_file, vocabulary, kind)
    if reading.findings:
        raise BrokenFactsError(facts_file, *sorted(set(reading.findings)))
    return facts_file


def load_series(
    data: bytes,
    file: str,
    *,
    vocabulary: Vocabulary,
    kinds: KindSource,
    kind_ids: tuple[str, ...],
) -> FactsFile:
    """What a series file states by itself; what is not stated is absent.

    Raises:
        BrokenFactsError: with every problem of the file.
        FindingsError: if it is not YAML.
    """
    root = parse(data, file)
    reading = Reading(vocabulary)
    for key, _ in root.entries:
        if key.text in NOT_OF_A_SERIES:
            _refuse_in_series(key, reading)
    kind = _kind(root, reading, kinds, kind_ids)
    reading.editions = _editions(root, vocabulary)
    keys = {**schema.KEYS, **(kind.facts if kind else {})}
    values = Record(dict, keys, "a series file").read_keys(root, "", reading, partial=True)
    assert isinstance(values, dict)  # noqa: S101  partial reading always gives a dict
    extra = {name: value for name, value in values.items() if name not in _OWN_FIELDS}
    known: dict[str, Any] = {n: value for n, value in values.items() if n in _OWN_FIELDS}
    facts = Facts(**{"editions": (), **known}, extra=extra)
    facts = with_zones(facts, vocabulary.place_zones)
    series_file = FactsFile(file, facts, reading.where, reading.texts)
    if reading.findings:
        raise BrokenFactsError(series_file, *sorted(set(reading.findings)))
    return series_file


def _refuse_in_series(key: Scalar, reading: Reading) -> None:
    reading.refuse(key, "series-key", f"`{key.text}` belongs in the file of a circular")


def _inherit(
    own: MappingNode, reading: Reading, series: SeriesSource, ids: tuple[str, ...]
) -> tuple[MappingNode, bool]:
    """The file's keys, then those of its series that it does not state itself.

    The second value says whether the series could be read.
    """
    name = own.get("series")
    if name is None:
        return own, True
    if not isinstance(name, Scalar) or not is_id(name.text):
        return own, False
    try:
        inherited = series(name.text)
    except FindingsError as error:
        reading.findings += error.findings
        return own, False
    if inherited is None:
        problem = f"there is no series `{name.text}`"
        reading.refuse(name, "unknown-series", problem, suggestion(name.text, ids))
        return own, False
    stated = {key.text for key, _ in own.entries}
    entries = []
    for key, value in inherited.entries:
        if key.text in NOT_OF_A_SERIES:
            _refuse_in_series(key, reading)
        elif key.text not in stated:
            entries.append((key, value))
    return MappingNode(own.at, (*own.entries, *entries)), True


def _kind(
    root: MappingNode, reading: Reading, kinds: KindSource, ids: tuple[str, ...]
) -> Kind | None:
    node = root.get("kind")
    name = node.text if isinstance(node, Scalar) else "meeting"
    if name not in ids:
        reading.refuse(node or root, "unknown-kind", f"no kind `{name}`", suggestion(name, ids))
        return None
    try:
        return kinds(name)
    except FindingsError as error:
        reading.findings += error.findings
        return None


def _editions(root: MappingNode, vocabulary: Vocabulary) -> tuple[str, ...] | None:
    """The languages named by `editions`, so far as they can be read and exist."""
    node: Node | None = root.get("editions")
    items = node.items if isinstance(node, Sequence) else (node,) if node else ()
    found = (item.text for item in items if isinstance(item, Scalar))
    return tuple(language for language in found if language in vocabulary.languages) or None


def _required(
    values: dict[str, Any], stated: set[str], kind: Kind | None, *, complete: bool
) -> tuple[str, ...]:
    """The keys that must be stated; without its series, only those that no series gives."""
    required = [*ALWAYS, *(kind.requires if kind else ())]
    status_is_known = values.get("status") is not None or "status" not in stated
    if status_is_known and values.get("status") != "draft":
        required += COMPLETE
    if not complete:
        required = [name for name in required if name in NOT_OF_A_SERIES]
    return tuple(dict.fromkeys(required))


def _require(
    root: MappingNode, stated: set[str], required: tuple[str, ...], reading: Reading
) -> None:
    for name in required:
        if name not in stated:
            meaning = schema.KEYS[name].meaning if name in schema.KEYS else "a fact of this kind"
            draft = "; a `status: draft` may lack it" if name in COMPLETE else ""
            reading.refuse(root, "missing-key", f"`{name}` is missing", f"it is {meaning}{draft}")


def with_zones(facts: Facts, place_zones: Mapping[str, str]) -> Facts:
    """Every hour gets the zone of its clocks: its own, the meeting's, or that of the place."""
    zone = facts.zone or _zone_of(facts.place, place_zones)
    if not zone and facts.mode not in {"physical", "hybrid"}:
        zone = _zone_of(facts.issued_at, place_zones)
    return facts._replace(
        zone=zone,
        place=facts.place and facts.place._replace(zone=_zone_of(facts.place, place_zones)),
        sessions=tuple(_timed(facts.sessions, zone)),
        side_events=tuple(_timed(facts.side_events, zone)),
        deadlines=tuple(_timed(facts.deadlines, zone)),
    )


def _zone_of(place: Place | None, place_zones: Mapping[str, str]) -> str | None:
    if place is None:
        return None
    return place.zone or place_zones.get(place.name.id or "")


def _timed(items: tuple[_Timed, ...], zone: str | None) -> Iterator[_Timed]:
    for item in items:
        keep = isinstance(item, Invalid) or item.zone or not zone
        yield item if keep else item._replace(zone=zone)
