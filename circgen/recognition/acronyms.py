"""Acronyms, the labels of time zones, and compounds of both: `ITU`, `SG20RG-LATAM`, `UTC+2`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from circgen.language.wording import Language
from circgen.recognition.capitals import has_capitals, in_headings, is_in_capitals
from circgen.recognition.lexicon import Lexicon
from circgen.recognition.mentions import Kind, Mention
from circgen.recognition.money import Money
from circgen.recognition.scripts import LOOK_ALIKE

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_OFFSET = re.compile(
    r"(?<![^\W_])(UTC|GMT)\s?([+-])\s?"
    r"(?!(?:1[5-9]|2[0-4]):)(\d{1,2})(?:[:.]?(\d\d))?(?!\d)"  # but not `UTC – 15:30`
)
_LETTERS_AND_FIGURES = re.compile(r"([^\W\d_]{2,})-?(\d+)")
_LETTERS = re.compile(r"[^\W\d_]+")
_FIGURES = "0123456789"
_LONGEST_ACRONYM = 10
_CODE = re.compile(r"(?<![^\W_])([^\W\d_]{2,})-\d+(?![^\W_])")
_ORDINAL = re.compile(r"\d+-")
_ROMAN = {"II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "XI": 11, "XII": 12}
"""Numerals that are hardly acronyms: of quarters, of parts, of centuries."""
_SUM = ("$", "\N{EURO SIGN}", "\N{POUND SIGN}")
"""What makes letters in front of it a currency, such as `US$`."""
_RANGE = re.compile(r"(?P<first>(?P<same>(?:[^\W_]+-)*[^\W\d_]+)\d+)-(?P<last>(?P=same)\d+)")
"""Two codes of documents: `SG3-TD147-SG3-TD150`."""


class Acronyms:
    """The acronyms of one language."""

    def __init__(self, language: Language, lexicon: Lexicon, *, zones_alone: bool) -> None:
        self._language, self._lexicon = language, lexicon
        self._zones_alone = zones_alone
        self._money = Money(language)

    @cached_property
    def _known(self) -> Mapping[str, str]:
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

    def found_in(self, text: str) -> Iterator[Mention]:
        """Acronyms and zone labels in a folded text; those of a text in capitals are words."""
        if self._zones_alone:
            yield from self._labels_in(text)
            return
        offsets = {match.start(): match for match in _OFFSET.finditer(text)}
        for match in offsets.values():
            yield Mention(Kind.ZONE, _offset(match), *match.span())
        money = [each for each in self._money.beside_sums(text) if not self._is_other(each.value)]
        yield from money
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
            if any(match.start() <= each.start < match.end() for each in money):
                yield from self._of_sum(match)
            elif roman := _ROMAN.get(match.group()):
                yield Mention(Kind.ORDINAL, roman, *match.span(), weak=True)
            elif not _ORDINAL.match(match.group()):
                shouting = match in shouted
                if shouting and match.group().lower() in self._small_words:
                    continue  # `WHO SHOULD ATTEND`
                yield from self._acronym(match.group(), match.start(), shouting=shouting)

    def _is_other(self, code: object) -> bool:
        """Whether a code is that of a zone, or an acronym of something else that is no money."""
        is_money = code in self._language.glossary.units
        return code in self.zone_labels or (code in self._known and not is_money)

    def _of_sum(self, match: re.Match[str]) -> Iterator[Mention]:
        """What else a word says that is the code of a currency beside a sum, or both: `CHF250`."""
        if both := _LETTERS_AND_FIGURES.fullmatch(match.group()):
            yield Mention(Kind.NUMBER, int(both[2]), match.start() + both.start(2), match.end())
        if known := self._known.get(match.group().strip(_FIGURES)):
            yield Mention(Kind.NAME, known, *match.span(), weak=True)

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
        elif key in self._known or singular in self._known:
            found = self._known.get(key) or self._known[singular]
            yield Mention(Kind.NAME, found, start, end)
        elif "-" in word:
            yield from self._compounds(word, start, shouting=shouting)
        elif not shouting and singular.isupper() and len(word) <= _LONGEST_ACRONYM:
            if self._is_joined(word):
                yield from _figures(word, start)
                for run in _LETTERS.finditer(word):
                    for mention in self._acronym(run[0], start + run.start(), shouting=False):
                        yield mention._replace(weak=True)
            elif both := _LETTERS_AND_FIGURES.fullmatch(key):
                letters, digits = both[1], both[2]
                yield from self._acronym(word[: len(letters)], start, shouting=shouting)
                yield Mention(Kind.NUMBER, int(digits), end - len(digits), end)
            elif word not in self._formulae:
                yield from _figures(word, start)
                yield Mention(Kind.ACRONYM, singular, start, end)

    def _is_joined(self, word: str) -> bool:
        """Whether a word is known acronyms with figures between them: `SG20RG`."""
        runs = _LETTERS.findall(word)
        return len(runs) > 1 and all(self.key(run) in self._known for run in runs)

    def _compounds(self, word: str, start: int, *, shouting: bool) -> Iterator[Mention]:
        """A compound, or both that a dash joins."""
        if not (both := _RANGE.fullmatch(word)):
            yield from self._compound(word, start, shouting=shouting)
            return
        for half in ("first", "last"):
            yield from self._acronym(both[half], start + both.start(half), shouting=shouting)

    def _compound(self, word: str, start: int, *, shouting: bool) -> Iterator[Mention]:
        """FG-AI4H: known as a whole or by its parts; what is not known must stand there, too."""
        every = list(re.finditer(r"[^-]+", word))
        parts = [part for part in every if len(part.group()) > 1]
        joined = [part for part in parts if self._is_joined(part.group())]
        known = [p for p in parts if p in joined or self.key(p.group()) in self._known]
        figures = [part for part in every if part.group().isdigit()]  # the year of `WTSA-28`
        whole = word.isupper() and not shouting and len(known) + len(figures) < len(every)
        for part in parts:
            if part.group().isupper():
                for mention in self._acronym(part.group(), start + part.start(), shouting=shouting):
                    weak = mention.weak or (whole and (part in known or not known))
                    yield mention._replace(weak=weak)
        if whole:
            for part in every:
                if not (known and part.group().isdigit()):
                    yield from _figures(part.group(), start + part.start())
        if (whole and parts) or joined:
            weak = bool(known) and (bool(joined) or len(known) < len(parts))
            yield Mention(Kind.ACRONYM, self.key(word), start, start + len(word), weak=weak)

    @cached_property
    def _small_words(self) -> frozenset[str]:
        return frozenset(self._language.understood.function_words)

    @cached_property
    def _formulae(self) -> frozenset[str]:
        """Words in capitals that are no acronyms: those of the pack's own headings."""
        letter = self._language.pack.letter
        headings = " ".join((letter.annex_heading, letter.draft, *letter.letterhead))
        return frozenset(re.findall(r"[^\W\d_]{2,}", headings))


def _figures(word: str, start: int) -> Iterator[Mention]:
    """The figures of SG3RG, which a number may say in the other language."""
    for match in re.finditer(r"\d+", word):
        first, last = match.span()
        yield Mention(Kind.NUMBER, int(match.group()), start + first, start + last, weak=True)


def _offset(match: re.Match[str]) -> str:
    minutes = f":{match[4]}" if match[4] and match[4] != "00" else ""
    return f"UTC{match[2]}{int(match[3])}{minutes}"
