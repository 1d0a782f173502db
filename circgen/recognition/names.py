"""Names, acronyms, zones, polarity and terms: what a language calls things that have an id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from circgen.language.currency import currency_names
from circgen.language.understood import EXCLUSIVE
from circgen.language.wording import Language
from circgen.language.working_out import worked_out
from circgen.recognition.acronyms import Acronyms
from circgen.recognition.lexicon import Lexicon
from circgen.recognition.mentions import Kind, Mention
from circgen.recognition.negation import Negation
from circgen.recognition.parts_of_dates import MONTH_ALONE
from circgen.recognition.phrases import STEMMER, Found, Meaning, Phrases, TakenApart, taken_apart

NAMING = ("addressees", "names", "offices", "participants", "people", "places", "working_languages")
"""The glossaries whose entries are names wherever they stand."""

_TWO = 2
_NAME_REACH = 40


class Names:
    """The names of one language."""

    def __init__(self, language: Language, lexicon: Lexicon, *, zones_alone: bool) -> None:
        self._language, self._lexicon = language, lexicon
        self._zones_alone = zones_alone
        self._stems = lexicon.stems
        self.stem = self._stems.of
        acronyms = Acronyms(language, lexicon, zones_alone=zones_alone)
        self.key, self.acronyms_in = acronyms.key, acronyms.found_in
        self.zone_labels = acronyms.zone_labels

    @cached_property
    def _phrases(self) -> Phrases:
        entries = [self._zones()]
        glossary = None
        if not self._zones_alone:
            entries.append(self._glossary())
            glossary = self._language.glossary
        found = worked_out(
            "phrases", self._language, lambda: self._taken_apart(*entries), STEMMER, glossary
        )
        return Phrases(found, self._stems)

    def _taken_apart(self, *entries: Iterable[_Entry]) -> TakenApart:
        texts = ((kind, value, self._lexicon.fold(text)) for kind, value, text in chain(*entries))
        # A name that begins with a capital is one only where it does so in the text.
        meant = (
            (
                Meaning(
                    _competing(kind, id_),
                    id_,
                    kind is Kind.NAME and text.lstrip('" ')[:1].isupper(),
                ),
                text,
            )
            for kind, id_, text in texts
        )
        return taken_apart(meant, self._stems)

    def _zones(self) -> Iterator[_Entry]:
        """The names of zones, as they stand in front of their labels or without one."""
        times = frozenset(self._language.understood.words.get("time", ()))
        for kind, label, name in _all(Kind.ZONE, self._language.understood.zones):
            yield kind, label, name
            words = name.split()
            if len(words) == _TWO and not times.isdisjoint(words):
                yield kind, label, " ".join(reversed(words))
        for label, text in self._language.pack.zones.items():
            name = text.partition("(")[0].strip(" ,\N{NO-BREAK SPACE}")
            if name and name != label:
                yield Kind.ZONE, label, name

    def _glossary(self) -> Iterator[_Entry]:
        pack, glossary = self._language.pack, self._language.glossary
        events = pack.glossary["events"]
        for kind, names in [
            *((Kind.NAME, pack.glossary[naming]) for naming in NAMING),
            (Kind.EVENT, events),
        ]:
            for id_, forms in names.items():
                for form, text in forms.items():
                    if form not in _NO_NAME:
                        yield kind, id_, text.replace("\n", " ")
        for key in EXCLUSIVE:
            yield from _all(Kind.NAME, getattr(glossary, key))
        for id_, texts in glossary.names.items():
            yield from _all(Kind.EVENT if id_ in events else Kind.NAME, {id_: texts})
        for id_, texts in pack.acronyms.items():
            yield from _all(Kind.NAME, {id_: [text for text in texts if " " in text]})
        yield from _decided(Kind.POLARITY, glossary.polarity)
        yield from _decided(Kind.CONTRARY, glossary.contraries)
        yield from _decided(Kind.CONTRARY, glossary.likely_contraries)
        yield from _all(Kind.UNIT, currency_names(self._language))
        yield from _all(Kind.UNIT, glossary.units)
        yield from _all(Kind.DURATION, glossary.durations)
        for number, texts in glossary.months.items():
            yield from _all(Kind.MONTH, {MONTH_ALONE.format(int(number)): texts})
        yield from _all(Kind.TERM, glossary.terms)

    def phrases(self, text: str) -> Iterator[Mention]:
        """Names, zones, polarity and terms in a folded text."""
        if self._zones_alone and not self._may_name_zone(text):
            return
        last = denied = 0
        for (meaning, start, end, *gap), inside in self._meant(text):
            kind = _KIND_OF.get(meaning.kind, Kind.CONTRARY)
            value = meaning.value
            if kind is Kind.POLARITY and (end <= denied or _NUMBER_SIGN.match(text, start)):
                continue
            if kind in (Kind.POLARITY, Kind.CONTRARY):
                before = f"{text[last:start]} {text[slice(*gap)]}"
                said = self._negation.turned(kind, value, before, text[end:])
                if said is None:
                    continue
                if said != value:
                    denied = gap[1]  # by what stands in its gap: `requires no registration`
                value = said
            if kind is Kind.POLARITY and " " in text[start:end]:
                last = max(last, end)  # of `no more than two free tickets`, nothing is denied
            if kind is Kind.NAME and value in self._places and self._is_of_person(text, start):
                continue
            weak = inside or self._is_weak(kind, value, text[start:end])
            yield Mention(kind, value, start, end, weak=weak)

    def _is_weak(self, kind: Kind, value: str, said: str) -> bool:
        """Whether another letter may do without what is said."""
        if kind is Kind.NAME and value not in self._named:
            # Of what every letter may call otherwise, only a proper name must have its like.
            return said[0].islower() or " " not in said
        if kind is Kind.NAME:
            return said[0].islower() and value in self._with_capitals
        # A zone without a label of its own (`local`) says nothing that the place does not.
        return kind in _WEAK or (kind is Kind.ZONE and value.islower())

    def _meant(self, text: str) -> Iterator[tuple[Found, bool]]:
        """Phrases, without those that a text only seems to have.

        `France` has the stem of the franc, and in `no more than 300 words are accepted` nothing
        is refused.
        """
        every = list(self._phrases.find(text))
        limits = {found.start for found, _ in every if found.meaning.value.startswith(_LIMITS)}
        for found, inside in every:
            meaning, start, end, gap_start, gap_end = found
            is_place = meaning.kind == Kind.UNIT.value and text[start:end] in self._written_places
            is_parted = gap_start < gap_end and start in limits
            if not is_place and not (is_parted and not meaning.value.startswith(_LIMITS)):
                yield found, inside

    @cached_property
    def _negation(self) -> Negation:
        return Negation(self._language)

    @cached_property
    def _places(self) -> frozenset[str]:
        """The ids of towns, countries and whatever else a person may be called like."""
        return frozenset(chain(*(getattr(self._language.glossary, key) for key in EXCLUSIVE)))

    @cached_property
    def _written_places(self) -> frozenset[str]:
        """The names of countries as they are written."""
        return frozenset(chain(*self._language.glossary.countries.values()))

    @cached_property
    def _titles(self) -> re.Pattern[str]:
        title = self._language.understood.title
        return re.compile(rf"(?:.*[\W_])?(?:{title})\.?\s((?:[^\W\d_]+[ -])*)$", re.DOTALL)

    def _is_of_person(self, text: str, start: int) -> bool:
        """Whether a word is part of the name of a person: `Mr Jordan`, `Ms Georgia Smith`."""
        if not self._language.understood.titles:
            return False
        before = self._titles.match(text[max(0, start - _NAME_REACH) : start])
        return before is not None and all(word.istitle() for word in before[1].split())

    def _may_name_zone(self, text: str) -> bool:
        """Whether a text has a word that the names of zones have, if they all have one."""
        lower = text.lower()
        return not self._zone_nouns or any(noun in lower for noun in self._zone_nouns)

    @cached_property
    def _zone_nouns(self) -> tuple[str, ...]:
        """What a text has that names a zone: words for time, without what they end in, or the name.

        None if there are no such words.
        """
        nouns = {self.stem(noun) for noun in self._language.understood.words.get("time", ())}
        names = {self._lexicon.fold(name).lower() for _, _, name in self._zones()}
        others = {name for name in names if not any(noun in name for noun in nouns)}
        return (*sorted(nouns), *sorted(others)) if nouns else ()

    @cached_property
    def _named(self) -> frozenset[str]:
        """The ids of the language pack itself."""
        pack = self._language.pack
        return frozenset(id_ for glossary in NAMING for id_ in pack.glossary[glossary])

    @cached_property
    def _with_capitals(self) -> frozenset[str]:
        """The ids of what the pack itself writes with a capital in every form."""
        pack = self._language.pack
        return frozenset(
            id_
            for glossary in NAMING
            for id_, forms in pack.glossary[glossary].items()
            if all(text[:1].isupper() for form, text in forms.items() if form not in _NO_NAME)
        )

    def knows(self, word: str) -> bool:
        """Whether a word stands in the glossary, in any form."""
        return self._phrases.knows(self._lexicon.fold(word))


_LIMITS = ("bound:", "neutral:limit")
"""How the values of phrases begin whose negation sets a limit."""
_NUMBER_SIGN = re.compile(r"No\.(?=[\s]?\d|\t|$)")
"""What is no negation: `Rec. No.` in front of a number, or at the head of a column."""
_WEAK = (Kind.TERM, Kind.MONTH)
_KIND_OF = {kind.value: kind for kind in Kind}


def _competing(kind: Kind, value: str) -> str:
    """Among what the longest phrase counts: phrases of one kind, or of one group of contraries."""
    return f"{kind} {value.partition(':')[0]}" if kind is Kind.CONTRARY else kind.value


_NO_NAME = frozenset({"gender", "a", "article"})

_Entry = tuple[Kind, str, str]
"""Kind, value, and a text that says it."""


def _decided(kind: Kind, groups: Mapping[str, Mapping[str, Iterable[str]]]) -> Iterator[_Entry]:
    """The phrases of what decides something, by group and value."""
    for group, values in groups.items():
        yield from _all(kind, {f"{group}:{key}": texts for key, texts in values.items()})


def _all(kind: Kind, texts: Mapping[str, Iterable[str]]) -> Iterator[_Entry]:
    for value, names in texts.items():
        for name in names:
            yield kind, value, name
