"""Rewording: what is lost and added where the words of the template replace those of a letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from circgen.comparison.side import Side
from circgen.findings import REWORDED, Finding
from circgen.recognition.mentions import WORDS


class Rewording(NamedTuple):
    """The words of a letter that the draft does not have there, and those that it has instead."""

    lost: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    def __str__(self) -> str:
        """`without "jointly", "UNEP"; with "together"`."""
        told = (("without", self.lost), ("with", self.added))
        return "; ".join(f"{how} {_listed(words)}" for how, words in told if words)


def _listed(words: Sequence[str]) -> str:
    more = f" and {len(words) - _MOST} more words" if len(words) > _MOST else ""
    return ", ".join(f'"{word}"' for word in words[:_MOST]) + more


_MOST = 12


def rewordings(found: Iterable[Finding], side: Side) -> dict[str, Rewording]:
    """By part or paragraph, what findings about a draft and its letter say of their words."""
    words: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
    for finding in found:
        if finding.rule in REWORDED and finding.source and finding.target:
            draft, letter = words.setdefault(finding.paragraph, ({}, {}))
            draft |= words_of(side, finding.source.text)
            letter |= words_of(side, finding.target.text)
    made = {
        paragraph: Rewording(_only(letter, draft), _only(draft, letter))
        for paragraph, (draft, letter) in words.items()
    }
    return {paragraph: each for paragraph, each in made.items() if any(each)}


def _only(one: Mapping[str, str], other: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(word for stem, word in one.items() if stem not in other)


def words_of(side: Side, text: str) -> dict[str, str]:
    """The words that carry something, by their stems, in their order."""
    recogniser = side.recogniser
    small = frozenset(recogniser.language.understood.function_words)
    for mention in recogniser.mentions(text):
        if mention.kind not in WORDS:
            blank = " " * (mention.end - mention.start)
            text = text[: mention.start] + blank + text[mention.end :]
    found: dict[str, str] = {}
    for word in _runs(text):
        plain = recogniser.lexicon.fold(word).lower()
        if plain not in small and not (len(word) <= _SHORT and (word.islower() or word.istitle())):
            found.setdefault(recogniser.names.stem(plain), word)
    return found


_SHORT = 2
"""Letters of words that carry nothing; "no" and "not" decide, and are compared."""


def _runs(text: str) -> list[str]:
    """The runs of letters of a text."""
    return "".join(character if character.isalpha() else " " for character in text).split()
