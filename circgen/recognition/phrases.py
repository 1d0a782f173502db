"""Phrases by their meaning, found in a text in any inflection: names, zones, polarity, terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import Stemmer

from circgen.recognition.han import HanAware

_WORD = HanAware(r"[{han}]|[^\W_{han}]+")
_ENDED = "\n"
_TELLING = 4
_UNBRACKETED = "zone"
"""What a bracket ends: `local time (Seoul)` is no name of a zone."""


class Meaning(NamedTuple):
    """What a phrase stands for. `capital`: its first letter must be one in the text, too."""

    kind: str
    value: str
    capital: bool = False
    form: str = ""  # the one form that is meant, where the stem is too short to tell


class Found(NamedTuple):
    """A phrase in a text."""

    meaning: Meaning
    start: int
    end: int


Node = dict[str, object]
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

    def learn(self, words: Iterable[str]) -> None:
        """Look up the stems of many words at once, which takes half as long."""
        new = [word for word in words if word not in self._known]
        self._known.update(zip(new, self._stems_of([word.lower() for word in new]), strict=True))


class Phrases:
    """All phrases of a language that mean something.

    There are thousands, and a letter has the beginnings of a few hundred: only these are taken
    apart into the stems of their words.
    """

    def __init__(self, stems: Stems) -> None:
        self._stems = stems
        self._beginnings: dict[str, list[tuple[Meaning, str]]] = {}
        self._nodes: dict[str, Node] = {}
        self._all: set[str] = set()

    def add(self, phrases: Sequence[tuple[Meaning, str]]) -> None:
        """Know phrases, folded already; quotes and punctuation in them don't matter."""
        begun = [
            (found, phrase)
            for phrase in phrases
            if (found := _WORD.of(phrase[1]).search(phrase[1]))
        ]
        self._stems.learn({found.group() for found, _ in begun})
        for found, phrase in begun:
            self._beginnings.setdefault(self._stems.of(found.group()), []).append(phrase)

    def knows(self, word: str) -> bool:
        """Whether a word stands in any phrase."""
        if not self._all:
            words = {
                word
                for phrases in self._beginnings.values()
                for _, text in phrases
                for word in _WORD.of(text).findall(text)
            }
            self._stems.learn(words)
            self._all = set(map(self._stems.of, words))
        return self._stems.of(word) in self._all

    def _beginning_with(self, stem: str) -> Node | None:
        """What may follow a stem."""
        if stem not in self._beginnings:
            return None
        if stem not in self._nodes:
            root: Node = {}
            for meaning, text in self._beginnings[stem]:
                self._add(root, meaning, _WORD.of(text).findall(text))
            node = root[stem]
            assert isinstance(node, dict)  # noqa: S101  meanings stand at the end of phrases
            self._nodes[stem] = node
        return self._nodes[stem]

    def _add(self, root: Node, meaning: Meaning, words: list[str]) -> None:
        stems = list(map(self._stems.of, words))
        node = root
        for stem in stems:
            node = node.setdefault(stem, {})  # type: ignore[assignment]
        if meaning.capital and len(words) == 1 and not _tells(stems[0], words[0]):
            meaning = meaning._replace(form=words[0].lower())
        meanings = node.setdefault(_ENDED, [])
        assert isinstance(meanings, list)  # noqa: S101  only this method puts it there
        if meaning not in meanings:
            meanings.append(meaning)

    def find(self, text: str) -> Iterator[tuple[Found, bool]]:
        """Phrases in a folded text, the longest at each place; True for one inside another."""
        words = [
            (match.group(), match.start(), match.end()) for match in _WORD.of(text).finditer(text)
        ]
        self._stems.learn({word for word, _, _ in words})
        cut = _Cut(text, words, [self._stems.of(word) for word, _, _ in words])
        covered: dict[str, int] = {}
        for place, stem in enumerate(cut.stems):
            if stem in self._beginnings:
                for kind, found in self._longest(cut, place).items():
                    inside = covered.get(kind, 0) >= found.end
                    covered[kind] = max(covered.get(kind, 0), found.end)
                    yield found, inside

    def _longest(self, cut: _Cut, place: int) -> dict[str, Found]:
        """The longest phrase of each kind that begins with a word."""
        best: dict[str, Found] = {}
        node: object = self._beginning_with(cut.stems[place])
        here = place
        while isinstance(node, dict):
            for meaning in node.get(_ENDED, ()):
                if cut.says(meaning, place, here):
                    best[meaning.kind] = Found(meaning, cut.words[place][1], cut.words[here][2])
            here += 1
            if here == len(cut.words) or cut.parted(here):
                break
            following = node.get(cut.stems[here])
            if following is None and cut.stems[here].isdigit() and here + 1 < len(cut.words):
                here += 1  # Goal 11 of …: a number may stand inside a name
                following = node.get(cut.stems[here])
            node = following
        return best


class _Cut(NamedTuple):
    """A text cut into words, with where they stand, and their stems."""

    text: str
    words: list[tuple[str, int, int]]
    stems: list[str]

    def says(self, meaning: Meaning, first: int, last: int) -> bool:
        """Whether words that have the stems of a phrase are written as its meaning asks for."""
        word = self.words[first][0]
        if meaning.capital and not word[:1].isupper():
            return False
        if meaning.kind == _UNBRACKETED:
            return "(" not in self.text[self.words[first][1] : self.words[last][2]]
        return not meaning.form or word.lower() == meaning.form

    def parted(self, place: int) -> bool:
        """Whether a sentence or an item ends in front of a word."""
        between = self.text[self.words[place - 1][2] : self.words[place][1]]
        if between.startswith(". "):
            return len(self.words[place - 1][0]) > _ABBREVIATED
        return ";" in between or ". " in between or ": " in between


_ABBREVIATED = 4
"""St. Petersburg: a stop after so few letters ends no sentence."""


def _tells(stem: str, word: str) -> bool:
    """Whether a stem tells its word from others: neither short nor shortened by much."""
    return len(stem) >= _TELLING and len(word) - len(stem) < _TELLING
