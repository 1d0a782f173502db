"""What templates see: facts that behave as usual in conditions and still know their path.

A `View` gives the keys of a record; leaves are subclasses of `str`, `int`, `date` and `tuple`, so
that `if`, `==`, `<`, `in`, `|length` and loops work on them. `Absent` stands for a fact that the
file does not state: false, empty, and an error where it is printed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from circgen.facts.model import (
    Email,
    Facts,
    Hours,
    Name,
    Phone,
    Place,
    Session,
    Url,
    Variant,
    Years,
)
from circgen.facts.paths import keys_under

if TYPE_CHECKING:
    from circgen.language.wording import Language


class Text(str):  # noqa: SLOT000  it has a path
    """A text of the facts. `kind` is `text`, `url`, `email` or `phone`."""

    path: str
    kind: str

    def __new__(cls, text: str, path: str, kind: str = "text") -> Text:  # noqa: D102, PYI034
        made = super().__new__(cls, text)
        made.path, made.kind = path, kind
        return made


class Number(int):
    """A number of the facts."""

    path: str

    def __new__(cls, number: int, path: str) -> Number:  # noqa: D102, PYI034
        made = super().__new__(cls, number)
        made.path = path
        return made


class Day(dt.date):
    """A date of the facts; a filter says how it is written."""

    path: str

    @classmethod
    def of(cls, day: dt.date, path: str) -> Day:
        """The date, with its path."""
        made = cls(day.year, day.month, day.day)
        made.path = path
        return made


class Items(tuple[Any, ...]):  # noqa: SLOT001  it has a path
    """A list of the facts."""

    path: str

    @classmethod
    def of(cls, items: Iterator[Any], path: str) -> Items:
        """The items, with the path of their list."""
        made = cls(items)
        made.path = path
        return made


class Value:
    """A fact that only a filter can print: hours, years, a variant."""

    __slots__ = ("path", "value")

    def __init__(self, value: Hours | Years | Variant, path: str) -> None:
        self.value, self.path = value, path

    def __eq__(self, other: object) -> bool:
        return str(self.value) == str(other)

    def __hash__(self) -> int:
        return hash(self.value)


class NameValue:
    """A name in the language of the edition; prints its plain form. Compares by its id."""

    __slots__ = ("forms", "name", "optional_forms", "path", "plain_form", "zone")

    def __init__(self, name: Name, language: Language, path: str, zone: str | None = None) -> None:
        self.name, self.forms, self.path = name, language.forms(name), path
        self.zone = zone  # of a place: the IANA zone of its clocks
        self.plain_form = language.pack.plain_form
        self.optional_forms = language.pack.optional_forms

    def __eq__(self, other: object) -> bool:
        return self.name == other.name if isinstance(other, NameValue) else self.name.id == other

    def __hash__(self) -> int:
        return hash(self.name.id)


class Absent:
    """A fact that is not stated."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    def __getattr__(self, key: str) -> Absent:
        """Keys of a record that is not stated are not stated either."""
        known = keys_under(self.path)
        if key.startswith("__") or (known and key not in known):
            raise AttributeError(key)
        return Absent(f"{self.path}.{key}")

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, Absent)

    def __hash__(self) -> int:
        return hash(None)


class View:
    """A record of the facts: its keys are attributes, wrapped when they are asked for."""

    __slots__ = ("_language", "_path", "_record")

    def __init__(self, record: object, path: str, language: Language) -> None:
        self._record, self._path, self._language = record, path, language

    def __getattr__(self, key: str) -> object:
        record = self._record
        if isinstance(record, Mapping):
            if key not in record:
                raise AttributeError(key)
            value = record[key]
        else:
            value = getattr(record, key) if key in keys_of(record) else _missing(key)
        return wrap(value, f"{self._path}.{key}", self._language)


def keys_of(record: object) -> tuple[str, ...]:
    """The keys that a record has, stated or not."""
    if isinstance(record, Mapping):
        return tuple(record)
    return getattr(record, "_fields", ())


def _missing(key: str) -> object:
    raise AttributeError(key)


def root(facts: Facts, language: Language) -> dict[str, object]:
    """The variables of a template: every key of the facts, and those of the kind."""
    values = {
        key: wrap(value, key, language)
        for key, value in zip(facts._fields, facts, strict=True)
        if key != "extra"
    }
    if isinstance(sessions := values["sessions"], Items):
        pairs = zip(facts.sessions, sessions, strict=True)
        ordered = (view for _, view in sorted(pairs, key=lambda pair: _beginning(pair[0])))
        values["sessions"] = Items.of(ordered, sessions.path)
    return values | {key: wrap(value, key, language) for key, value in facts.extra.items()}


def _beginning(session: Session) -> tuple[dt.date, int]:
    """The day on which a session begins, and the minute, by which letters put it in order."""
    return session.date, session.hours[0].start if session.hours else 0


def wrap(value: object, path: str, language: Language) -> object:  # noqa: C901, PLR0911
    """A fact as templates see it; `language` is that of the edition."""
    match value:
        case None:
            return Absent(path)
        case bool():
            return value
        case str():
            return Text(value, path, _TEXT_KINDS.get(type(value), "text"))
        case int():
            return Number(value, path)
        case dt.date():
            return Day.of(value, path)
        case Hours() | Years() | Variant():
            return Value(value, path)
        case Name():
            return NameValue(value, language, path)
        case Place():
            return NameValue(value.name, language, path, value.zone)
        case tuple() if not hasattr(value, "_fields"):
            found = (wrap(item, f"{path}[{index}]", language) for index, item in enumerate(value))
            return Items.of(found, path) if value else Absent(path)
        case Mapping() if isinstance(text := value.get(language.code), str):
            return Text(text, f"{path}.{language.code}")
        case _:
            return View(value, path, language)


_TEXT_KINDS = {Url: "url", Email: "email", Phone: "phone"}
