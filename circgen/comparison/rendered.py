"""The letter that the facts make today, as the letter of a document would be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import count, groupby
from operator import attrgetter

from circgen.document import (
    Annex,
    Block,
    Circular,
    Entry,
    Heading,
    ItemList,
    NumberedParagraph,
    Paragraph,
    Run,
    Table,
)
from circgen.facts.model import FactsFile
from circgen.findings import Location
from circgen.readers.letter import Letter, Passage, Point, ReadAnnex
from circgen.readers.sheet import INVISIBLE

_LINK = attrgetter("link")
Wording = Callable[[Iterable[Run]], str]
"""How a kind of file shows the runs of a line."""

Starts = tuple[tuple[int, Location], ...]
"""Offsets in a text with the places of what begins there."""

WordsAt = Callable[[str, str], Starts]
"""Where words of a paragraph stand, by the paragraph and their text."""


def shown_by_page(runs: Iterable[Run]) -> str:
    """A page shows the words of a link."""
    return "".join(run.text for run in runs)


class Rendered:
    """Turns the editions of one circular into letters; every character has its fact's place.

    Words between facts have the place that `words` gives for their paragraph (`opening`,
    `subject`) and their text, or else that of the facts file as a whole.
    """

    def __init__(
        self,
        file: FactsFile,
        wording: Wording = shown_by_page,
        words: WordsAt | None = None,
    ) -> None:
        self._file, self._wording, self._words_of = file, wording, words
        self._anywhere = Location(file.file)
        self._language = ""

    def letter(self, circular: Circular, language: str) -> Letter:
        """The letter."""
        self._language = language
        parts = {
            "letterhead": tuple(self._words(line) for line in circular.letterhead),
            "dateline": (self._passage(circular.dateline),),
            **{entry.id: self._entry(entry) for entry in circular.reference},
            **{entry.id: self._entry(entry) for entry in circular.recipients},
            "subject": (
                self._joined(circular.subject.values, self._words_at(circular.subject.id)),
            ),
            "salutation": tuple(map(self._passage, circular.salutation)),
            "closing": (self._passage(circular.closing),),
            "signature": tuple(map(self._passage, circular.signature)),
            "annex-note": (self._passage(circular.annex_note),) if circular.annex_note else (),
            "footer": (self._words(circular.footer),),
        }
        return Letter(
            self._file.file,
            language,
            {part: passages for part, passages in parts.items() if passages},
            tuple(map(self._point, circular.paragraphs)),
            tuple(map(self._annex, circular.annexes, count())),
        )

    def _words_at(self, paragraph: str) -> Callable[[str], Starts]:
        """Gives the places of words of a paragraph."""
        for number, own in enumerate(self._file.facts.paragraphs):
            if own.id == paragraph:
                return self._all_at(f"paragraphs[{number}].text")
        if self._words_of:
            return partial(self._words_of, paragraph)
        return lambda _: ((0, self._anywhere),)

    def _all_at(self, path: str) -> Callable[[str], Starts]:
        """The place of a text of the facts in the language of the letter."""
        at = self._file.at(f"{path}.{self._language}")
        return lambda _: ((0, at),)

    def _words(self, text: str) -> Passage:
        return Passage(text.translate(INVISIBLE), ((0, self._anywhere),), made=True)

    def _passage(
        self,
        runs: Iterable[Run],
        mark: str = "",
        words_at: Callable[[str], Starts] | None = None,
    ) -> Passage:
        text, starts = "", []
        words_at = words_at or (lambda _: ((0, self._anywhere),))
        for _, linked in groupby(runs, _LINK):
            together = tuple(linked)
            offset = len(text)
            text += self._wording(together).translate(INVISIBLE)
            for run in together:
                if run.fact:
                    starts.append((offset, self._file.at(run.fact.path)))
                else:
                    starts += [(offset + start, at) for start, at in words_at(run.text)]
                offset += len(run.text)
        return Passage(text, tuple(starts) or words_at(""), mark, made=True)

    def _joined(
        self, lines: Iterable[tuple[Run, ...]], words_at: Callable[[str], Starts]
    ) -> Passage:
        """Several lines as one passage."""
        runs: list[Run] = []
        for line in lines:
            runs += (Run(" "), *line) if runs else line
        return self._passage(runs, "", words_at)

    def _entry(self, entry: Entry) -> tuple[Passage, ...]:
        return tuple(map(self._passage, entry.values))

    def _point(self, paragraph: NumberedParagraph) -> Point:
        passages: list[Passage] = []
        items: set[int] = set()
        for passage, is_item in self._blocks(paragraph.blocks, self._words_at(paragraph.id)):
            if is_item:
                items.add(len(passages))
            passages.append(passage)
        return Point(str(paragraph.number), tuple(passages), frozenset(items), paragraph.id)

    def _blocks(
        self, blocks: Iterable[Block], words_at: Callable[[str], Starts] | None
    ) -> Iterator[tuple[Passage, bool]]:
        for block in blocks:
            match block:
                case Paragraph(runs) | Heading(_, runs):
                    yield self._passage(runs, "", words_at), False
                case ItemList(items, ordered, start):
                    for number, item in enumerate(items, start):
                        mark = f"{number}." if ordered else "\N{BULLET}"
                        yield self._passage(item, mark, words_at), True
                case Table(header, rows):
                    for row in (header, *rows):
                        for cell in row:
                            yield self._passage(cell, "", words_at), False

    def _annex(self, annex: Annex, number: int) -> ReadAnnex:
        words_at = self._all_at(f"annexes[{number}].file")
        blocks = (passage for passage, _ in self._blocks(annex.blocks, words_at))
        return ReadAnnex(self._passage(annex.heading), (self._passage(annex.title), *blocks))
