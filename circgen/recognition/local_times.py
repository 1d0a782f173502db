"""The time of a town behind hours, `Kigali time`, and what stands there and is no known zone."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cached_property

from circgen.language.wording import Language
from circgen.recognition.lexicon import Lexicon
from circgen.recognition.mentions import Kind, Mention
from circgen.recognition.neighbours import Neighbours
from circgen.recognition.tokens import WORD

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ZONE_REACH = 40
_TOWN_REACH = 10
_CLOSE = re.compile(r"[\s(,]{1,3}")
_LABEL = re.compile(r"[^\W\d_]{2,5}")
_SENTENCE_ENDS = re.compile(r"[^\W\d_]{5,}\.$")
"""A stop behind a word that is no abbreviation."""
_NEXT = re.compile(r"\s([^\W\d_])[\w-]*")


class LocalTimes:
    """The times of places in one language."""

    def __init__(self, language: Language, lexicon: Lexicon) -> None:
        self._language, self._lexicon = language, lexicon

    def found_in(self, text: str, mentions: list[Mention]) -> Iterator[Mention]:
        """Zones behind hours that no phrase of the language names: of towns, and unknown ones."""
        hours = [mention for mention in mentions if mention.kind is Kind.HOURS]
        if not hours:
            return
        known = Neighbours(m for m in mentions if m.kind in (Kind.ZONE, Kind.NAME))
        common = Neighbours(m for m in mentions if m.kind in (Kind.TERM, Kind.CONTRARY))
        for mention in hours:
            gap = _CLOSE.match(text, mention.end)
            label = _LABEL.match(text, gap.end()) if gap else None
            if label and label.group().isupper() and len(label.group()) > 2:  # noqa: PLR2004
                if not known.over(*label.span()):
                    yield Mention(Kind.UNKNOWN_ZONE, label.group(), *label.span())
                continue
            yield from self._time_of(text, mention.end, known, common)

    def _time_of(
        self, text: str, start: int, known: Neighbours, common: Neighbours
    ) -> Iterator[Mention]:
        """`Kigali time` and `Atlantis time` after hours, up to the end of the clause."""
        clause = re.split(r"[.;)\d]", text[start : start + _ZONE_REACH])[0]
        words = list(_WORD.finditer(clause))
        for count, match in enumerate(words):
            if self._lexicon.class_of(match.group().lower()) != "z":
                continue
            begin, end = start + match.start(), start + match.end()
            if any(m.kind is Kind.ZONE for m in known.over(begin, end)):
                return
            if clause[:1] == " " and _SENTENCE_ENDS.search(text[:start]):
                return
            if text[start - 1] == "." and clause[:1] == " " and self._begins(words[0].group()):
                return  # `9 a.m. The time of the dinner`: the stop of an abbreviation ends it
            before = words[count - 1].group() if count else ""
            if before and (id_ := self._town_of_adjective(before)):
                yield Mention(Kind.ZONE, id_, start + words[count - 1].start(), end)
                return
            if town := self._town_beside(text, begin, end, known):
                place = min(town.start, begin), max(town.end, end)
                yield Mention(Kind.ZONE, town.value, *place)
                return
            behind = _NEXT.match(text, end)
            is_name = behind is not None and behind[1].isupper()
            # What is known as something else names no zone: `in the working time`.
            is_common = before.islower() and common.over(begin - len(before) - 1, begin - 1)
            if is_name or (before and not is_common and self._names(before)):
                begin = start + len(clause) - len(clause.lstrip(" ,("))
                end = behind.end() if behind and is_name else end
                yield Mention(Kind.UNKNOWN_ZONE, text[begin:end], begin, end)
            return

    def _begins(self, word: str) -> bool:
        """Whether a word has a capital only because a sentence begins with it."""
        return word[0].isupper() and not self._names(word)

    def _names(self, word: str) -> bool:
        """Whether a word may name something: it is no small word, nor one of dates or hours."""
        return self._lexicon.class_of(word.lower()) == WORD

    def _town_beside(self, text: str, start: int, end: int, known: Neighbours) -> Mention | None:
        """The town in front of a word for time, or behind it: `time (Kigali)`, `time in Kigali`."""
        for town in known.over(start - _TOWN_REACH, end + _TOWN_REACH):
            gap = text[town.end : start] if town.end <= start else text[end : town.start]
            word = gap.strip(" (")
            if town.value in self._towns and (not word or (word.isalpha() and word.islower())):
                return town
        return None

    def _town_of_adjective(self, word: str) -> str | None:
        """The town from whose name an adjective comes that no glossary has: `samoborski`."""
        if not word.islower() or not self._names(word):
            return None
        endings = self._language.understood.town_endings
        if not word.endswith(endings):
            return None
        towns = self._language.glossary.towns.items()
        stems = {word.removesuffix(ending) for ending in endings if word.endswith(ending)}
        return next((id_ for id_, names in towns if any(_has_stem(n, stems) for n in names)), None)

    @cached_property
    def _towns(self) -> frozenset[object]:
        """The ids of towns and countries, whose names may stand for their local time."""
        glossary, pack = self._language.glossary, self._language.pack
        return frozenset({*glossary.towns, *glossary.countries, *pack.glossary["places"]})


def _has_stem(town: str, stems: Container[str]) -> bool:
    """Whether a town's name, or what is before its last letter, is among stems."""
    name = town.lower()
    return len(name) >= _LEAST and (name in stems or name[:-1] in stems)


_LEAST = 4
"""So many letters a town has whose adjective can be told."""
