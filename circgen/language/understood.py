"""What a language's readers understand beyond what circgen prints.

Two files of a pack say so: `reading.yaml`, how others write dates, hours and numbers, and
`glossary.yaml`, what others call things. Only comparisons need the second one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any, NamedTuple

from circgen.facts.reading import Reading, Vocabulary
from circgen.facts.trees import parse
from circgen.facts.types import Key, ListOf, Record
from circgen.findings import FindingsError
from circgen.kept import kept
from circgen.language.pack import LABELS
from circgen.language.patterns import MapOf, Pattern

Words = Mapping[str, tuple[str, ...]]
"""Words or phrases by what they mean."""

_NONE: Words = MappingProxyType({})

ROLES = (
    "from",
    "to",
    "between",
    "and",
    "or",
    "of",
    "at",
    "until",
    "hour",
    "minute",
    "year",
    "years",
    "day",
    "am",
    "pm",
    "time",
    "each_day",
    "next_day",
    "numbered",
    "instead",
    "but",
    "nor",
)
"""What words around dates and hours do."""


class Understood(NamedTuple):
    """How others write: labels and formulae, small words, numbers, zones."""

    function_words: tuple[str, ...] = ()
    labels: Words = _NONE
    salutations: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    annex_notes: tuple[str, ...] = ()
    disclaimers: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    words: Words = _NONE
    clock_names: Words = _NONE
    numbers: Words = _NONE
    weak_numbers: Words = _NONE
    bounds: Words = _NONE
    directions: Words = _NONE
    ordinals: Words = _NONE
    ordinal_suffixes: tuple[str, ...] = ()
    zones: Words = _NONE
    fold: Mapping[str, str] = MappingProxyType({})
    sounds: Words = _NONE
    name_endings: tuple[str, ...] = ()
    town_endings: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """A pattern for what stands before the name of a person, also where a sentence begins."""
        return _title(tuple(self.titles))


@lru_cache(maxsize=32)
def _title(titles: tuple[str, ...]) -> str:
    every = (*titles, *(title[:1].upper() + title[1:] for title in titles))
    return "|".join(re.escape(each).replace(r"\-", _HYPHEN) for each in every) or "(?!)"


class Glossary(NamedTuple):
    """What others call things, by ids that all languages share; found in every inflection."""

    names: Words = _NONE
    countries: Words = _NONE
    regions: Words = _NONE
    languages: Words = _NONE
    adjectives: Words = _NONE
    towns: Words = _NONE
    buildings: Words = _NONE
    months: Words = _NONE
    units: Words = _NONE
    durations: Words = _NONE
    polarity: Mapping[str, Words] = MappingProxyType({})
    contraries: Mapping[str, Words] = MappingProxyType({})
    likely_contraries: Mapping[str, Words] = MappingProxyType({})
    negations: tuple[str, ...] = ()
    negations_behind: tuple[str, ...] = ()
    terms: Words = _NONE


EXCLUSIVE = ("countries", "regions", "languages", "towns", "buildings")
"""The keys of a glossary of which a text names one or the other, in whatever form."""

BOUNDS = (
    *("least", "most", "or_more", "or_less"),
    *("earliest", "latest", "or_later", "or_earlier"),
)
"""What is said in front of a value, and behind it: at least 5, 5 or more; after 5 May."""

DIRECTIONS = {"from": "to", "begin": "end"}
"""What stands in front of what is left, and of what is gone to; what begins, and ends."""

_HYPHEN = "[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]"
_TEXT = Pattern(fields=None)
_LIST = ListOf(_TEXT)


_BY_MEANING = MapOf(_LIST)
_UNDERSTOOD = Record(
    dict,
    {
        "function_words": Key(_LIST, "frequent small words, by which the language is recognised"),
        "labels": Key(
            Record(dict, {name: Key(_LIST, "other spellings") for name in LABELS}, "`labels`"),
            "other labels of the reference table, without their colon",
        ),
        "salutations": Key(_LIST, "how other letters begin"),
        "closings": Key(_LIST, "how other letters close"),
        "signed": Key(_LIST, "what else stands for a signature"),
        "titles": Key(_LIST, "what stands before the name of a person"),
        "annex_notes": Key(_LIST, "with what else the note on annexes begins"),
        "disclaimers": Key(_LIST, "what only the notice of a firm below its mails says"),
        "warnings": Key(_LIST, "what only the warning above a mail from outside says"),
        "words": Key(
            Record(dict, {name: Key(_LIST, "exact words") for name in ROLES}, "`words`"),
            "small words around dates and hours",
        ),
        "clock_names": Key(_BY_MEANING, "words for a time of day, by that time"),
        "numbers": Key(_BY_MEANING, "numbers in words, by value"),
        "weak_numbers": Key(_BY_MEANING, "words that imply a number; `two-` begins a compound"),
        "bounds": Key(
            Record(dict, {name: Key(_LIST, "phrases") for name in BOUNDS}, "`bounds`"),
            "what makes a value the least or the most, before it and behind it",
        ),
        "directions": Key(
            Record(
                dict,
                {name: Key(_LIST, "words") for pair in DIRECTIONS.items() for name in pair},
                "`directions`",
            ),
            "what stands in front of what is left, and of what is gone to",
        ),
        "ordinals": Key(_BY_MEANING, "other ordinals in words, by value"),
        "ordinal_suffixes": Key(_LIST, "what follows the figures of an ordinal"),
        "zones": Key(_BY_MEANING, "names of time zones, by label"),
        "fold": Key(MapOf(_TEXT), "letters that are read as another"),
        "sounds": Key(_BY_MEANING, "what consonants of a foreign name sound like; `-`: nothing"),
        "name_endings": Key(_LIST, "endings of cases that add a consonant to a name"),
        "town_endings": Key(_LIST, "what makes an adjective of the name of a town"),
    },
    "`reading.yaml`",
)
_GLOSSARY = Record(
    dict,
    {
        "names": Key(_BY_MEANING, "other names of what has an id"),
        "countries": Key(_BY_MEANING, "countries and groups of countries"),
        "regions": Key(_BY_MEANING, "regions of the world"),
        "languages": Key(_BY_MEANING, "languages besides the working languages of language.yaml"),
        "adjectives": Key(_BY_MEANING, "languages named by the adjective of a country, by country"),
        "towns": Key(_BY_MEANING, "towns besides the places of language.yaml"),
        "buildings": Key(_BY_MEANING, "buildings and rooms of the Union"),
        "months": Key(
            Record(dict, {str(n): Key(_LIST, "words for it") for n in range(1, 13)}, "`months`"),
            "words for a month that are not its name, by its number",
        ),
        "units": Key(_BY_MEANING, "what is counted: days, weeks, percent"),
        "durations": Key(_BY_MEANING, "how long something lasts, such as `30 minutes`"),
        "polarity": Key(
            MapOf(_BY_MEANING), "words that decide something, by what they decide and how"
        ),
        "contraries": Key(
            MapOf(_BY_MEANING), "words that say one thing or its contrary, by what they are about"
        ),
        "likely_contraries": Key(
            MapOf(_BY_MEANING), "the same, where the contrary may be said of something else"
        ),
        "negations": Key(_LIST, "words that turn the next one round"),
        "negations_behind": Key(_LIST, "phrases that deny what stands before them"),
        "terms": Key(_BY_MEANING, "frequent words, by a meaning that all languages share"),
    },
    "`glossary.yaml`",
)


def read_understood(data: bytes, file: str) -> Understood:
    """What a pack's `reading.yaml` says.

    Raises:
        FindingsError: with every problem of the file.
    """
    return Understood(**kept("reading", data, partial(_read, _UNDERSTOOD, data, file)))


def read_glossary(data: bytes, file: str) -> Glossary:
    """What a pack's `glossary.yaml` says.

    Raises:
        FindingsError: with every problem of the file.
    """
    return Glossary(**kept("glossary", data, partial(_read, _GLOSSARY, data, file)))


def _read(record: Record, data: bytes, file: str) -> dict[str, Any]:
    reading = Reading(Vocabulary((), {}))
    found = record.read(parse(data, file), "", reading)
    if reading.findings:
        raise FindingsError(*reading.findings)
    assert isinstance(found, dict)  # noqa: S101  the record makes one
    return found
