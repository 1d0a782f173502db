"""Phrases by their meaning, found in a text in any inflection: names, zones, polarity, terms."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

import Stemmer

from circgen.recognition.han import HanAware

_WORD = HanAware(r"[{han}]|[^\W_{han}]+")
STEMMER: str = Stemmer.version()
"""Another version may find other stems."""

_ENDED = "\n"
_GAP = "\N{HORIZONTAL ELLIPSIS}"
"""Stands in a phrase for words that may be any: `no … fee`."""
_WIDEST_GAP = 4
_TELLING = 4
_UNBRACKETED = "zone"
"""What a bracket ends: `local time (Seoul)` is no name of a zone."""


class Meaning(NamedTuple):
    """What a phrase stands for. `capital`: its first letter must be one in the text, too."""

    kind: str
    value: str
    capital: bool = False
    form: str = ""  # the one form of its first word, where the stem is too short to tell


class Found(NamedTuple):
    """A phrase in a text; in its gap, from `gap_start` to `gap_end`, stand any words."""

    meaning: Meaning
    start: int
    end: int
    gap_start: int
    gap_end: int

    def covers(self, other: Found) -> bool:
        """Whether another phrase, which begins no earlier, is part of it."""
        in_gap = self.gap_start <= other.start and other.end <= self.gap_end
        return other.end <= self.end and not in_gap


Node = dict[str, Any]
"""The stems that may follow; under `_ENDED`, the meanings of the phrase that ends here."""


class Stems:
    """The stems of the words of a language; a language without a stemmer keeps its words."""

    def __init__(self, locale_language: str) -> None:
        try:
            self._stems_of = Stemmer.Stemmer(locale_language).stemWords
        except KeyError:
            self._stems_of = list
        self._known: dict[str, str] = {}

    def of(self, word: str) -> str:
        """The stem of a word, in small letters."""
        found = self._known.get(word)
        if found is None:
            self.learn((word,))
            found = self._known[word]
        return found

    def of_all(self, words: Sequence[str]) -> list[str]:
        """The stems of words in their order."""
        try:
            return [self._known[word] for word in words]
        except KeyError:
            self.learn(words)
            return [self._known[word] for word in words]

    def learn(self, words: Iterable[str]) -> None:
        """Look up the stems of many words at once, which takes half as long."""
        new = set(words).difference(self._known)
        self._known.update(zip(new, self._stems_of([word.lower() for word in new]), strict=True))


TakenApart = tuple[dict[str, bytes], bytes]
"""By the stem of their first word, the marshalled nodes of phrases; and the set of all stems.

A letter has the beginnings of a few hundred of thousands of phrases: only these are loaded.
"""


def taken_apart(phrases: Iterable[tuple[Meaning, str]], stems: Stems) -> TakenApart:
    """Phrases, folded already, by the stems of their words; quotes and punctuation don't matter."""
    cut = [(meaning, _words_of(text)) for meaning, text in phrases]
    stems.learn({word for _, words in cut for word in words})
    root: Node = {}
    every: set[str] = set()
    for meaning, words in cut:
        if words:
            found = stems.of_all(words)
            every.update(found)
            _add(root, meaning, words, found)
    return {stem: marshal.dumps(node) for stem, node in root.items()}, marshal.dumps(every)


def _words_of(text: str) -> list[str]:
    """The words of a phrase, with its gaps."""
    first, *others = (_WORD.of(part).findall(part) for part in text.split(_GAP))
    return [*first, *(word for part in others for word in (_GAP, *part))]


def _add(root: Node, meaning: Meaning, words: list[str], stems: list[str]) -> None:
    node = root
    for stem in stems:
        node = node.setdefault(stem, {})
    meanings = node.setdefault(_ENDED, [])
    assert isinstance(meanings, list)  # noqa: S101  only this function puts it there
    is_unlike_others = len(words[0]) > _SHORT and len(stems[0]) > 1
    if meaning.capital:
        is_unlike_others = _tells(stems[0], words[0])
    # Of two names with one stem, the second is meant where it is written just so: a capital city
    # that is spelt like its country but for the last letter.
    has_stem_of_other = any(
        kind == meaning.kind and value != meaning.value for kind, value, *_ in meanings
    )
    is_alone = len(words) == 1
    if len(words[0]) <= _SHORT or (is_alone and (has_stem_of_other or not is_unlike_others)):
        meaning = meaning._replace(form=words[0].lower())
    if tuple(meaning) not in meanings:
        meanings.append(tuple(meaning))


class Phrases:
    """All phrases of a language that mean something."""

    def __init__(self, phrases: TakenApart, stems: Stems) -> None:
        self._beginnings, self._all = phrases
        self._stems = stems
        self._nodes: dict[str, Node] = {}

    def knows(self, word: str) -> bool:
        """Whether a word stands in any phrase."""
        return self._stems.of(word) in self._every

    @cached_property
    def _every(self) -> set[str]:
        found: set[str] = marshal.loads(self._all)  # noqa: S302  made by `taken_apart`
        return found

    def _beginning_with(self, stem: str) -> Node:
        """What may follow a stem that begins a phrase."""
        node = self._nodes.get(stem)
        if node is None:
            node = self._nodes[stem] = marshal.loads(self._beginnings[stem])  # noqa: S302
        return node

    def find(self, text: str) -> Iterator[tuple[Found, bool]]:
        """Phrases in a folded text, the longest at each place; True for one inside another."""
        spans = [match.span() for match in _WORD.of(text).finditer(text)]
        words = [text[start:end] for start, end in spans]
        cut = _Cut(text, words, spans, self._stems.of_all(words))
        before: dict[str, list[Found]] = {}
        for place, (stem, following) in enumerate(pairwise((*cut.stems, ""))):
            if stem not in self._beginnings:
                continue
            node = self._beginning_with(stem)
            # Most words that may begin a phrase begin none here, as the next one tells.
            if _ENDED in node or following in node or _GAP in node or following.isdigit():
                for kind, found in self._longest(cut, place, node).items():
                    longer = before.setdefault(kind, [])
                    longer[:] = [each for each in longer if each.end > found.start]
                    yield found, any(each.covers(found) for each in longer)
                    longer.append(found)

    @staticmethod
    def _longest(cut: _Cut, place: int, beginning: Node) -> dict[str, Found]:
        """The longest phrase of each kind that begins with a word."""
        best: dict[str, Found] = {}
        start = cut.spans[place][0]
        ways = [_Way(place, beginning)]
        for way in ways:
            here: int = way.here
            node: object = way.node
            while isinstance(node, dict):
                end = cut.spans[here][1]
                for meaning in _ending(node):
                    known = best.get(meaning.kind)
                    if (known is None or known.end <= end) and cut.says(meaning, place, here):
                        gap = (way.gap_start, way.gap_end) if way.gap_end else (end, end)
                        best[meaning.kind] = Found(meaning, start, end, *gap)
                here += 1
                if here == len(cut.words) or cut.parted(here):
                    break
                if _GAP in node:
                    ways += cut.beyond(here, node[_GAP], way.gap_start)
                following = node.get(cut.stems[here])
                if following is None and cut.stems[here].isdigit() and here + 1 < len(cut.words):
                    here += 1  # Goal 11 of …: a number may stand inside a name
                    following = node.get(cut.stems[here])
                node = following
        return best


class _Way(NamedTuple):
    """How far a phrase has been followed: to a word, behind a gap if there was one."""

    here: int
    node: Node
    gap_start: int = 0
    gap_end: int = 0


def _ending(node: Node) -> tuple[Meaning, ...]:
    """The meanings of the phrase that ends at a node; what was marshalled has no names yet."""
    found: Sequence[Any] = node.get(_ENDED, ())
    if not isinstance(found, tuple):
        found = node[_ENDED] = tuple(map(Meaning._make, found))
    return found


class _Cut(NamedTuple):
    """A text cut into words, with where they stand, and their stems."""

    text: str
    words: list[str]
    spans: list[tuple[int, int]]
    stems: list[str]

    def says(self, meaning: Meaning, first: int, last: int) -> bool:
        """Whether words that have the stems of a phrase are written as its meaning asks for."""
        word = self.words[first]
        if meaning.capital and not word[:1].isupper():
            return False
        if meaning.kind == _UNBRACKETED:
            return "(" not in self.text[self.spans[first][0] : self.spans[last][1]]
        return not meaning.form or word.lower() == meaning.form

    def beyond(self, place: int, node: Node, gap_start: int) -> Iterator[_Way]:
        """The first word behind a gap with which a phrase goes on."""
        for here in range(place, min(place + _WIDEST_GAP + 1, len(self.words))):
            if here > place and self.parted(here):
                return
            if self.stems[here] in node:
                start = gap_start or self.spans[place - 1][1]
                yield _Way(here, node[self.stems[here]], start, self.spans[here][0])
                return

    def parted(self, place: int) -> bool:
        """Whether a sentence or an item ends in front of a word."""
        between = self.text[self.spans[place - 1][1] : self.spans[place][0]]
        if between == " ":
            return False
        if between.startswith(". "):
            word = self.words[place - 1]  # a heading such as `Time.` is not shortened
            return len(word) > _ABBREVIATED - word.istitle()
        return ";" in between or ". " in between or ": " in between


_SHORT = 2
"""A word of so few letters is the stem of others, too, that have nothing to do with it."""
_ABBREVIATED = 4
"""St. Petersburg: a stop after so few letters ends no sentence."""


def _tells(stem: str, word: str) -> bool:
    """Whether a stem tells its word from others: neither short nor shortened by much."""
    return len(stem) >= _TELLING and len(word) - len(stem) < _TELLING
