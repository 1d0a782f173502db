"""The reader of one language: a text, and the facts that it mentions."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cached_property, lru_cache

from circgen.language.wording import Language
from circgen.recognition.addresses import addresses
from circgen.recognition.dates import dates
from circgen.recognition.hours import hours
from circgen.recognition.lexicon import Lexicon
from circgen.recognition.local_times import LocalTimes
from circgen.recognition.mentions import WORDS, Days, Kind, Mention
from circgen.recognition.names import Names
from circgen.recognition.neighbours import Neighbours
from circgen.recognition.numbers import codes, numbers, years
from circgen.recognition.scripts import LOOK_ALIKE
from circgen.recognition.sounds import Sounds
from circgen.recognition.tokens import WORD, tokens

_TEXTS = 4096


class Recogniser:
    """Recognises facts in running text, by the words and patterns of one language."""

    def __init__(self, language: Language, *, names: bool = True) -> None:
        """Make ready; without `names`, only dates, hours, zones, numbers and addresses are read."""
        self.language = language
        self.lexicon = Lexicon(language)
        self.sounds = Sounds(language.understood)
        self.names = Names(language, self.lexicon, zones_alone=not names)
        self._local_times = LocalTimes(language, self.lexicon)
        self.mentions = lru_cache(maxsize=_TEXTS)(self._mentions)

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        """Every fact that a text mentions, in the order of their places."""
        folded = self.lexicon.fold(text)
        found = list(addresses(folded))
        blank = _without(folded, found)
        zones = [*self.names.acronyms_in(blank), *self.names.phrases(blank)]
        zones = [each for each in zones if not self._is_word(each, blank)]
        found += codes(blank, LOOK_ALIKE)
        found += self._numbered(blank)
        figures = _without(blank, [m for m in (*found, *zones) if _holds_figures(m, blank)])
        lexicon = self.lexicon
        cut = tokens(figures, lexicon.class_of, lexicon.suffixes, lexicon.phrases)
        cut, days = dates(cut, self.lexicon)
        starts = tuple(m.start for m in zones if m.kind is Kind.ZONE)
        cut, times = hours(cut, self.lexicon, starts)
        cut, spans = years(cut)
        found += [
            *days,
            *times,
            *spans,
            *(each for each in zones if not _is_of_hours(each, times)),
        ]
        found += (self._circular(figures, number) for number in numbers(cut, self.lexicon))
        found += (
            Mention(Kind.NUMBER, int(number[1]), *number.span(1))
            for number in _OF_LETTER.finditer(figures)
            if number.group()[0].isupper()
        )
        found += tuple(_rooms(figures))
        found += tuple(self._local_times.found_in(blank, found))
        found += tuple(_without_dash(blank, found))
        around = Neighbours(found)
        found = [
            _weighed(mention, around, blank) if mention.kind in _WEIGHED else mention
            for mention in found
        ]
        return tuple(sorted(found, key=lambda mention: (mention.start, -mention.end)))

    def _is_word(self, mention: Mention, text: str) -> bool:
        """Whether the label of a zone is a plain word in capitals: `WEST HALL`."""
        if mention.kind is not Kind.ZONE or text[mention.start : mention.end] not in _ALSO_WORDS:
            return False
        following = _FOLLOWING.match(text, mention.end)
        return following is not None and self.lexicon.class_of(following[1].lower()) == WORD

    @cached_property
    def _reference_words(self) -> frozenset[str]:
        """The stems of the words for a circular: those of the reference that are no acronyms."""
        name = self.language.pack.letter.references["circular"].name
        words = re.findall(r"[^\W\d_]+", name.replace("{number}", ""))
        return frozenset(self.names.stem(word) for word in words if not word.isupper())

    @cached_property
    def _numbered_letters(self) -> frozenset[str]:
        """The stems of the words for letters whose numbers have two parts."""
        words = self.language.understood.words.get("numbered", ())
        return frozenset(map(self.names.stem, words))

    def _numbered(self, text: str) -> Iterator[Mention]:
        """The numbers of letters, such as `Collective letter 5/13`."""
        for match in _OF_TWO_PARTS.finditer(text) if "/" in text else ():
            if self._is_behind(self._numbered_letters, text, match.start()):
                yield Mention(Kind.CIRCULAR, match.group(), *match.span())

    def _circular(self, text: str, mention: Mention) -> Mention:
        """A number that stands behind the word for a circular is the number of one."""
        is_number = mention.kind is Kind.NUMBER and not mention.weak
        if is_number and self._is_behind(self._reference_words, text, mention.start):
            return mention._replace(kind=Kind.CIRCULAR)
        return mention

    def _is_behind(self, stems: Container[str], text: str, start: int) -> bool:
        """Whether something stands behind a word; acronyms and short words may be between."""
        before = re.findall(r"[^\W\d_]+", text[max(0, start - _REACH) : start])
        while before and (before[-1].isupper() or len(before[-1]) <= _SHORT_WORD):
            before.pop()
        return bool(before) and self.names.stem(before[-1]) in stems


_ALSO_WORDS = frozenset({"CAT", "EAT", "WEST", "WET"})
_FOLLOWING = re.compile(r"\s([^\W\d_]+)")
_REACH, _SHORT_WORD = 24, 2
_OF_TWO_PARTS = re.compile(r"(?<![\w/.])\d{1,3}/\d{1,2}(?![\w/])")
_OF_LETTER = re.compile(
    r"(?<![\w/.-])[^\W\d_](?:(?=\d+/\d{1,2}(?![\w/]))|(?=\d\d))(\d{1,4})(?!\w|[.-]\w)"
)
"""The number of Question `Q7/13` and of contribution `C217`; room `K2` has a name."""
_ROOM = re.compile(r"(?<![\w/.-])[A-Z]\d(?![\w/]|[.-]\w)")
_NEXT_WORDS = 24
_WEIGHED = frozenset({Kind.NAME, Kind.ORDINAL})


def _rooms(text: str) -> Iterator[Mention]:
    """A capital with a figure: room `K2`."""
    for match in _ROOM.finditer(text):
        yield Mention(Kind.CODE, match.group(), *match.span(), weak=True)


def _weighed(mention: Mention, around: Neighbours, text: str) -> Mention:
    """A name inside that of a zone may be missing; a weak ordinal in front of an event not."""
    if mention.kind is Kind.NAME and not mention.weak:
        weak = any(
            (m.kind is Kind.ZONE and _inside(mention, m))
            or (m.kind is Kind.NAME and m.value != mention.value and _within(mention, m))
            for m in around.over(mention.start, mention.end)
        )
        return mention._replace(weak=weak)
    if mention.kind is Kind.ORDINAL and not mention.weak:
        before = around.over(mention.start - 1, mention.start)
        before += around.over(mention.start - 2, mention.start - 1)
        return mention._replace(weak=any(m.kind is Kind.NUMBER and m.value == 1 for m in before))
    if mention.kind is Kind.ORDINAL:
        behind = around.beginning(mention.end, mention.end + _NEXT_WORDS)
        event = next((m for m in behind if m.kind is Kind.EVENT), None)
        strong = (
            event is not None
            and not any(stop in text[mention.end : event.start] for stop in ".;:,")
            # the first day of the meeting; the second half of the day, a meeting
            and not any(m.kind is Kind.UNIT and m.start < event.start for m in behind)
        )
        return mention._replace(weak=not strong)
    return mention


def _is_of_hours(mention: Mention, times: Iterable[Mention]) -> bool:
    """Whether acronyms and negations are none, but part of hours: `5:42 PM`, `без четверти два`."""
    is_word = mention.kind in (Kind.ACRONYM, Kind.POLARITY)
    return is_word and any(_inside(mention, each) for each in times)


def _without_dash(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """Years, and days of a month, that a space divides where a dash did: `2025 2026`, `8 9 May`."""
    following = {
        mention.start: mention for mention in mentions if mention.kind in (Kind.NUMBER, Kind.DATE)
    }
    for mention in mentions:
        other = following.get(mention.end + 1)
        if mention.kind is not Kind.NUMBER or other is None or text[mention.end] != " ":
            continue
        first = mention.value
        last = other.value.start.day if isinstance(other.value, Days) else other.value
        possible = _DAYS if isinstance(other.value, Days) else _YEARS
        figures = text[mention.start].isdigit() and text[other.start].isdigit()
        if (
            figures
            and first in possible
            and isinstance(first, int)
            and last in range(first + 1, first + 32)
        ):
            start, end = mention.start, other.start + len(str(last))
            yield Mention(Kind.RUN_TOGETHER, text[start:end], start, end)


_YEARS, _DAYS = range(1900, 2200), range(1, 31)


def _within(inner: Mention, outer: Mention) -> bool:
    """Whether a mention is part of a longer one: UN of a body of the UN."""
    return _inside(inner, outer) and inner.end - inner.start < outer.end - outer.start


def _inside(inner: Mention, outer: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _without(text: str, mentions: list[Mention]) -> str:
    """The text with mentions blanked, so that every other one keeps its place."""
    if not mentions:
        return text
    characters = list(text)
    for mention in mentions:
        characters[mention.start : mention.end] = "|" * (mention.end - mention.start)
    return "".join(characters)


def _holds_figures(mention: Mention, text: str) -> bool:
    """Whether its figures are no numbers: those of `UTC+9`, `U4SSC`; a name's may well be."""
    if mention.kind is Kind.ACRONYM:
        own = not mention.weak
    else:
        own = mention.kind not in WORDS and mention.kind is not Kind.DURATION
    return own and any(map(str.isdigit, text[mention.start : mention.end]))
