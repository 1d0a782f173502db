"""What somebody has to confirm: a text, and the text that it was translated from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from circgen.checks.staleness.confirmations import Confirmations, Entry, fingerprint, plain
from circgen.checks.subjects import Saying, Writing
from circgen.findings import Location

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_TRIM = re.compile(r"(?<=\{[%{])[-+]|[-+](?=[%}]\})")
_LETTER = re.compile(r"[^\W\d_]")


class Earlier(NamedTuple):
    """The words that a source had when a translation was confirmed, and their place."""

    words: str
    at: Location


class Translation(NamedTuple):
    """A text and its source, with the plain words of both."""

    name: str
    target: Writing
    source: Writing
    target_words: str
    source_words: str

    @property
    def language(self) -> str:
        """That of the translation."""
        return self.target.language

    @property
    def at(self) -> Location:
        """Where the first words of the translation stand."""
        return _first(self.target)

    @property
    def source_at(self) -> Location:
        """Where the first words of its source stand."""
        return _first(self.source)

    @property
    def entry(self) -> Entry:
        """What confirms it."""
        return Entry(
            fingerprint(self.target_words), fingerprint(self.source_words), self.source_words
        )


def translations(saying: Saying) -> Iterator[Translation]:
    """Every translation of a saying.

    Of texts of the facts, what is the same in both languages, or has no letters, is none. A
    paragraph of a template always is, for its conditions may change.
    """
    for language, origin in saying.source.items():
        target, source = saying.writings[language], saying.writings[origin]
        words, source_words = _words(target), _words(source)
        if saying.origin == "template" or (words != source_words and _LETTER.search(words)):
            yield Translation(saying.name, target, source, words, source_words)


def outdated(translation: Translation, known: Confirmations) -> Earlier | None:
    """What the source said when the translation was confirmed; None if it still says so.

    Of several confirmations it is the one whose source is most like that of today. None, too, if
    the translation was never confirmed.
    """
    target, today, words = translation.entry
    sources = known.of(target)
    if not sources or today in sources:
        return None
    best = max(sources, key=lambda source: (_likeness(sources[source], words), source))
    return Earlier(sources[best], known.at(Entry(target, best, sources[best])))


def _likeness(words: str, others: str) -> float:
    return SequenceMatcher(None, words.split(), others.split()).ratio()


def _words(writing: Writing) -> str:
    """The words as they count: in a template comments don't, nor does how tags trim spaces."""
    text = writing.text
    if writing.origin == "template":
        text = _TRIM.sub("", _COMMENT.sub("", text))
    if writing.origin != "text":
        text = text.replace("&nbsp;", " ")
    return plain(text)


def _first(writing: Writing) -> Location:
    """The place of the first character that is no space."""
    passage = writing.passages[0]
    return passage.at(len(passage.text) - len(passage.text.lstrip()))
