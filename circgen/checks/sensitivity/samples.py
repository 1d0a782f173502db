"""Facts that are made up, with everything that a circular can state, to try its words with.

A sample is a tree of what is stated: a dict for a record, a list for a list, and values as the
model has them. The types of the schema say what belongs where, so that a new key, or a kind of
circular with facts of its own, is tried without being named.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from typing import Any

from circgen.facts.kinds import Kind
from circgen.facts.load import ALWAYS
from circgen.facts.model import AdHoc, Facts, FactsFile, Hours, Name
from circgen.facts.schema import KEYS
from circgen.facts.texts import LocalizedText, NameOf
from circgen.facts.types import (
    Choice,
    Converted,
    Flag,
    Key,
    ListOf,
    OneOf,
    Parsed,
    Record,
    Type,
)
from circgen.language.pack import Pack

Tree = dict[str, Any]

_NOT_STATED = ("series", "kind", "editions", "paragraphs", "annexes")
"""What decides which words there are, or brings its own."""
APART = ("until", "weekday", "zone_label", "variant")
"""What changes how another fact is printed: a sample has none of these unless it tries one."""
_FIRST_DAY = dt.date(2031, 3, 4)
_DAYS_APART = 11
_FIRST_NUMBER = 31
_OPENING, _MINUTES_APART, _MINUTES_LONG = 9 * 60, 90, 50
_SYLLABLES = "badefigokulamenipovusatezomi"
_ZONE = "Europe/Zurich"
_FILE = "made-up facts"


def keys_of(kind: Kind) -> dict[str, Key]:
    """The facts of a kind that words may depend on; what it cannot do without is required."""
    required = (*ALWAYS, *kind.requires)
    return {
        name: key._replace(required=name in required)
        for name, key in {**KEYS, **kind.facts}.items()
        if name not in _NOT_STATED
    }


def everything(kind: Kind, packs: Mapping[str, Pack], length: int) -> Tree:
    """All facts of a kind; every list has `length` items, and no two values are the same."""
    return _Filling(packs, length).record(keys_of(kind), "")


def cut(
    tree: Tree,
    keys: Mapping[str, Key],
    length: int,
    without: Container[str] = (),
    path: str = "",
) -> Tree:
    """A sample with shorter lists, and without what is tried apart or can be left out.

    `without` has the paths of the facts that are left out unless they are required; `path` is that
    of the tree.
    """
    inner = {name: f"{path}.{name}" if path else name for name in tree}
    return {
        name: shortened(value, keys[name].type, length, without, inner[name])
        for name, value in tree.items()
        if name not in APART and (keys[name].required or inner[name] not in without)
    }


def shortened(
    value: object, type_: Type, length: int, without: Container[str], path: str
) -> object:
    """A value of a sample, cut in the same way."""
    match type_:
        case Record(keys=keys) if isinstance(value, dict):
            return cut(value, keys, length, without, path)
        case ListOf(type=inner) if isinstance(value, list):
            return [shortened(item, inner, length, without, path) for item in value[:length]]
        case OneOf(record=inner) | Converted(type=inner):
            return shortened(value, inner, length, without, path)
        case _:
            return value


def stated(
    tree: Tree, kind: Kind, languages: tuple[str, ...], omitted: Iterable[str] = ()
) -> FactsFile:
    """The facts that a tree states, with paragraphs that are to be left out of the letter."""
    keys = keys_of(kind)
    values = {key: _made(value, keys[key].type) for key, value in tree.items()}
    extra = {key: values.get(key) for key in kind.facts}
    own: dict[str, Any] = {key: value for key, value in values.items() if key not in kind.facts}
    own["paragraphs"] = tuple(AdHoc(id_, omit=True) for id_ in omitted)
    return FactsFile(_FILE, Facts(editions=languages, kind=kind.id, extra=extra, **own), {})


def _made(value: Any, type_: Type) -> object:  # noqa: ANN401
    match type_:
        case Record(make=make, keys=keys):
            return make(**{name: _made(each, keys[name].type) for name, each in value.items()})
        case ListOf(type=inner):
            return tuple(_made(item, inner) for item in value)
        case Converted(type=inner, convert=convert):
            return convert(_made(value, inner))
        case OneOf(record=record):
            return _made(value, record)
        case _:
            return value


class _Filling:
    """Fills types with values, each of them another one."""

    def __init__(self, packs: Mapping[str, Pack], length: int) -> None:
        self._packs, self._length = packs, length
        self._given: Counter[str] = Counter()

    def record(self, keys: Mapping[str, Key], path: str) -> Tree:
        found: Tree = {
            name: self._value(key.type, f"{path}.{name}" if path else name)
            for name, key in keys.items()
        }
        if "weekday" in keys and isinstance(day := found.get("date"), dt.date):
            found["weekday"] = day.weekday()
        return found

    def _value(self, type_: Type, path: str) -> object:  # noqa: PLR0911  a type a line
        match type_:
            case Record(keys=keys):
                return self.record(keys, path)
            case ListOf(type=inner):
                return [self._value(inner, f"{path}[{n}]") for n in range(self._length)]
            case OneOf(record=inner) | Converted(type=inner):
                return self._value(inner, path)
            case Choice(words=words):
                return words[0]
            case Flag():
                return True
            case NameOf(glossary=glossary):
                return self._name(glossary, path)
            case LocalizedText():
                return dict.fromkeys(self._packs, self._words())
            case Parsed(rule=rule, parse=parse):
                for text in self._spelled(rule, path):
                    with suppress(ValueError):
                        return parse(text)
        raise NotImplementedError(path)

    def _next(self, what: str) -> int:
        self._given[what] += 1
        return self._given[what] - 1

    def _words(self) -> str:
        return f"{_word(self._next('words'))} mabi"

    def _name(self, glossary: str, path: str) -> Name:
        """A name that all languages have, written out with every form that any name has.

        Names that have many forms go to facts that are one name; lists have the others.
        """
        entries = {code: pack.glossary.get(glossary, {}) for code, pack in self._packs.items()}
        first = next(iter(entries.values()))
        shared = [id_ for id_ in first if all(id_ in entry for entry in entries.values())]
        # One that has many forms lacks none.
        shared.sort(key=lambda id_: -sum(len(entry[id_]) for entry in entries.values()))
        is_listed = path.endswith("]")
        number = self._next(f"{glossary}[]" if is_listed else glossary)
        number = -1 - number if is_listed else number
        words = self._words().capitalize()
        return Name(
            glossary,
            None,
            {
                code: _forms(
                    entry[shared[number % len(shared)]] if shared else {"": words},
                    entry,
                    self._packs[code],
                )
                for code, entry in entries.items()
            },
        )

    def _spelled(self, rule: str, path: str) -> tuple[str, ...]:
        """How a value of this kind may be typed; the first that can be read is taken."""
        number = self._next(rule)
        year = _FIRST_DAY.year + number
        place = int(path[path.rfind("[") + 1 : -1]) if path.endswith("]") else 0
        start = Hours(_OPENING + _MINUTES_APART * place + number % (_MINUTES_APART - _MINUTES_LONG))
        address = f"{_word(number)}.example.org"
        spelled = {
            "date": (str(_FIRST_DAY + dt.timedelta(days=_DAYS_APART * number)),),
            "hours": (str(start._replace(end=start.start + _MINUTES_LONG)), str(start)),
            "weekday": ("Monday",),
            "number": (str(_FIRST_NUMBER + number),),
            "years": (f"{year}-{year + 3}",),
            "variant": ("R1",),
            "unknown-zone": (_ZONE,),
            "url": (f"https://{address}/",),
            "email": (f"{_word(number)}@example.org",),
            "phone": (f"+41 22 730 {5000 + number}",),
        }
        return spelled.get(rule, (_word(number),))


def _word(number: int) -> str:
    """A word that no language has, and that means nothing to a reader."""
    syllables = [_SYLLABLES[n : n + 2] for n in range(0, len(_SYLLABLES), 2)]
    first, second = divmod(number, len(syllables))
    return f"{syllables[first % len(syllables)]}{syllables[second]}lu"


def _forms(
    own: Mapping[str, str], entry: Mapping[str, Mapping[str, str]], pack: Pack
) -> dict[str, str]:
    """The forms of a name, and for each form that others have and it lacks, the plain one."""
    usual = own.get("") or own.get(pack.plain_form) or next(iter(own.values()))
    others = {form: text for forms in entry.values() for form, text in forms.items()}
    lacking = dict.fromkeys((*others, *pack.optional_forms, pack.plain_form), usual)
    gender = {"gender": others["gender"]} if "gender" in others else {}
    return {**lacking, **gender, **{form: text for form, text in own.items() if form}}
