"""Names, acronyms, zones, polarity and terms: what a language calls things that have an id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from circgen.language.understood import EXCLUSIVE
from circgen.language.wording import Language
from circgen.language.working_out import worked_out
from circgen.recognition.capitals import has_capitals, in_headings, is_in_capitals
from circgen.recognition.lexicon import Lexicon
from circgen.recognition.mentions import Kind, Mention
from circgen.recognition.neighbours import Neighbours
from circgen.recognition.phrases import STEMMER, Meaning, Phrases, TakenApart, taken_apart
from circgen.recognition.scripts import LOOK_ALIKE

NAMING = ("addressees", "names", "offices", "participants", "people", "places", "working_languages")
"""The glossaries whose entries are names wherever they stand."""

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_OFFSET = re.compile(r"(?<![^\W_])(UTC|GMT)\s?([+-])\s?(\d{1,2})(?::?(\d\d))?(?!\d)")
_LETTERS_AND_FIGURES = re.compile(r"([^\W\d_]{2,})-?(\d+)")
_LONGEST_ACRONYM = 10
_TWO = 2
_NEGATION_REACH = 24
_ZONE_REACH = 40
_OPPOSITE_OF = 2
_CLOSE = re.compile(r"[\s(,]{1,3}")
_CODE = re.compile(r"(?<![^\W_])([^\W\d_]{2,})-\d+(?![^\W_])")
_ORDINAL = re.compile(r"\d+-")
_LABEL = re.compile(r"[^\W\d_]{2,5}")
_SUM = ("$", "\N{EURO SIGN}", "\N{POUND SIGN}")
"""What makes letters in front of it a currency, such as `US$`."""


class Names:
    """The names of one language."""

    def __init__(self, language: Language, lexicon: Lexicon, *, zones_alone: bool) -> None:
        self._language, self._lexicon = language, lexicon
        self._zones_alone = zones_alone
        self._stems = lexicon.stems
        self.stem = self._stems.of

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
            (Meaning(kind.value, id_, kind is Kind.NAME and text.lstrip('" ')[:1].isupper()), text)
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
        for group, values in glossary.polarity.items():
            yield from _all(Kind.POLARITY, {f"{group}:{key}": v for key, v in values.items()})
        yield from _all(Kind.UNIT, glossary.units)
        yield from _all(Kind.TERM, glossary.terms)

    @cached_property
    def acronyms(self) -> Mapping[str, str]:
        """Ids by acronym, with letters that look alike made one."""
        return {
            self.key(text): id_
            for id_, texts in self._language.pack.acronyms.items()
            for text in texts
        }

    @cached_property
    def zone_labels(self) -> frozenset[str]:
        """The labels that name a zone."""
        understood = self._language.understood.zones
        labels = (*self._language.pack.zones, *understood)
        return frozenset(label for label in labels if label.isupper()) | {"UTC"}

    def key(self, acronym: str) -> str:
        """An acronym with its look-alikes in one script."""
        return self._lexicon.fold(acronym).translate(LOOK_ALIKE)

    def phrases(self, text: str) -> Iterator[Mention]:
        """Names, zones, polarity and terms in a folded text."""
        if self._zones_alone and not self._may_name_zone(text):
            return
        last = 0
        for (meaning, start, end, *_), inside in self._phrases.find(text):
            kind = _KIND_OF[meaning.kind]
            value = meaning.value
            if kind is Kind.POLARITY:
                value = self._turned(text[max(last, start - _NEGATION_REACH) : start], value)
                if " " in text[start:end]:
                    last = max(last, end)  # of `no more than two free tickets`, nothing is denied
            # A zone without a label of its own (`local`) says nothing that the place does not.
            weak = inside or kind is Kind.TERM or (kind is Kind.ZONE and value.islower())
            if kind is Kind.NAME and value not in self._named:
                # Of what every letter may call otherwise, only a proper name must have its like.
                weak = weak or text[start].islower() or " " not in text[start:end]
            yield Mention(kind, value, start, end, weak=weak)

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

    def _turned(self, text: str, value: str) -> str:
        """The opposite of a polarity behind a text with a negation, in groups of two values."""
        group, _, name = value.partition(":")
        values = tuple(self._language.glossary.polarity[group])
        before = re.split(r"[.;:,]", text)[-1].lower()
        words = before.split()[-3:]
        if len(values) == _OPPOSITE_OF and set(words) & set(self._language.glossary.negations):
            return f"{group}:{values[1 - values.index(name)]}"
        return value

    def knows(self, word: str) -> bool:
        """Whether a word stands in the glossary, in any form."""
        return self._phrases.knows(self._lexicon.fold(word))

    def acronyms_in(self, text: str) -> Iterator[Mention]:
        """Acronyms and zone labels in a folded text; those of a text in capitals are words."""
        if self._zones_alone:
            yield from self._labels_in(text)
            return
        offsets = {match.start(): match for match in _OFFSET.finditer(text)}
        for match in offsets.values():
            yield Mention(Kind.ZONE, _offset(match), *match.span())
        words = [
            match
            for match in _WORD.finditer(text)
            if has_capitals(match.group())
            and match.start() not in offsets
            and not text.startswith(_SUM, match.end())
        ]
        if not words:
            return
        shouted = set(words if is_in_capitals(text) else in_headings(text, words))
        for match in words:
            if not _ORDINAL.match(match.group()):
                shouting = match in shouted
                yield from self._acronym(match.group(), match.start(), shouting=shouting)

    def _labels_in(self, text: str) -> Iterator[Mention]:
        """Zone labels and offsets, and codes whose figures are no number: `CH-1211`."""
        for match in _CODE.finditer(text):
            if match[1].isupper():
                yield Mention(Kind.ACRONYM, match.group(), *match.span())
        offsets = {match.start(): match for match in _OFFSET.finditer(text)}
        for match in self._labels.finditer(text):
            offset = offsets.get(match.start())
            value = _offset(offset) if offset else match.group()
            yield Mention(Kind.ZONE, value, *(offset or match).span())

    @cached_property
    def _labels(self) -> re.Pattern[str]:
        labels = "|".join(sorted(map(re.escape, self.zone_labels), reverse=True))
        return re.compile(rf"(?<![^\W_])(?:{labels})(?![^\W_])")

    def _acronym(self, word: str, start: int, *, shouting: bool) -> Iterator[Mention]:
        key = self.key(word)
        end = start + len(word)
        singular = key.removesuffix("s")
        if key in self.zone_labels:
            yield Mention(Kind.ZONE, key, start, end)
        elif key in self.acronyms or singular in self.acronyms:
            found = self.acronyms.get(key) or self.acronyms[singular]
            yield Mention(Kind.NAME, found, start, end)
        elif "-" in word:
            yield from self._compound(word, start, shouting=shouting)
        elif not shouting and singular.isupper() and len(word) <= _LONGEST_ACRONYM:
            if both := _LETTERS_AND_FIGURES.fullmatch(key):
                letters, digits = both[1], both[2]
                yield from self._acronym(word[: len(letters)], start, shouting=shouting)
                yield Mention(Kind.NUMBER, int(digits), end - len(digits), end)
            elif word not in self._formulae:
                yield from _figures(word, start)
                yield Mention(Kind.ACRONYM, singular, start, end)

    def _compound(self, word: str, start: int, *, shouting: bool) -> Iterator[Mention]:
        """FG-AI4H: known as a whole or by its parts; what is not known must stand there, too."""
        every = list(re.finditer(r"[^-]+", word))
        parts = [part for part in every if len(part.group()) > 1]
        known = [part for part in parts if self.key(part.group()) in self.acronyms]
        whole = word.isupper() and not shouting and len(known) < len(every)
        for part in parts:
            if part.group().isupper():
                for mention in self._acronym(part.group(), start + part.start(), shouting=shouting):
                    yield mention._replace(weak=whole and (part in known or not known))
        if whole:
            for part in every:
                if not part.group().isdigit():
                    yield from _figures(part.group(), start + part.start())
            weak = bool(known) and len(known) < len(parts)
            yield Mention(Kind.ACRONYM, self.key(word), start, start + len(word), weak=weak)

    @cached_property
    def _formulae(self) -> frozenset[str]:
        """Words in capitals that are no acronyms: those of the pack's own headings."""
        letter = self._language.pack.letter
        headings = " ".join((letter.annex_heading, letter.draft, *letter.letterhead))
        return frozenset(re.findall(r"[^\W\d_]{2,}", headings))

    def unknown_zones(self, text: str, mentions: list[Mention]) -> Iterator[Mention]:
        """What stands where a zone stands, after hours, and is none that is known."""
        hours = [mention for mention in mentions if mention.kind is Kind.HOURS]
        if not hours:
            return
        known = Neighbours(m for m in mentions if m.kind in (Kind.ZONE, Kind.NAME))
        for mention in hours:
            gap = _CLOSE.match(text, mention.end)
            label = _LABEL.match(text, gap.end()) if gap else None
            if label and label.group().isupper() and len(label.group()) > 2:  # noqa: PLR2004
                if not known.over(*label.span()):
                    yield Mention(Kind.UNKNOWN_ZONE, label.group(), *label.span())
                continue
            yield from self._time_of(text, mention.end, known)

    def _time_of(self, text: str, start: int, known: Neighbours) -> Iterator[Mention]:
        """`Atlantis time` after hours, up to the end of the clause."""
        clause = re.split(r"[.;)\d]", text[start : start + _ZONE_REACH])[0]
        for match in _WORD.finditer(clause):
            if self._lexicon.class_of(match.group().lower()) == "z":
                end = start + match.end()
                if not any(m.kind is Kind.ZONE for m in known.over(start, end)):
                    begin = start + len(clause) - len(clause.lstrip(" ,("))
                    yield Mention(Kind.UNKNOWN_ZONE, text[begin:end], begin, end)
                return


_KIND_OF = {kind.value: kind for kind in Kind}
_NO_NAME = frozenset({"gender", "a", "article"})

_Entry = tuple[Kind, str, str]
"""Kind, value, and a text that says it."""


def _all(kind: Kind, texts: Mapping[str, Iterable[str]]) -> Iterator[_Entry]:
    for value, names in texts.items():
        for name in names:
            yield kind, value, name


def _figures(word: str, start: int) -> Iterator[Mention]:
    """The figures of SG3RG, which a number may say in the other language."""
    for match in re.finditer(r"\d+", word):
        first, last = match.span()
        yield Mention(Kind.NUMBER, int(match.group()), start + first, start + last, weak=True)


def _offset(match: re.Match[str]) -> str:
    minutes = f":{match[4]}" if match[4] and match[4] != "00" else ""
    return f"UTC{match[2]}{int(match[3])}{minutes}"
