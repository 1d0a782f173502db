"""Proofreading: finished documents compared with each other, and with the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from circgen.comparison.pair import alone, compared
from circgen.comparison.rules import annexes, disagreement, numbering
from circgen.comparison.side import Knowledge, Side
from circgen.findings import Finding, FindingsError, Level, Location
from circgen.library import Library, Loaded, read_bytes
from circgen.project import shown
from circgen.readers.languages import language_of
from circgen.readers.open import read_document
from circgen.readers.structure import read_letter
from circgen.recognition.recogniser import Recogniser


class Proofreader:
    """Reads documents in the languages of a library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._recognisers: dict[str, Recogniser] = {}

    def recogniser(self, language: str) -> Recogniser:
        """The reader of a language."""
        if language not in self._recognisers:
            self._recognisers[language] = Recogniser(self.library.language(language))
        return self._recognisers[language]

    @cached_property
    def knowledge(self) -> Knowledge:
        """What the project knows besides a letter."""
        recognisers = {code: self.recogniser(code) for code in self.library.packs}
        places = self.library.place_zones
        return Knowledge(recognisers, tuple(dict.fromkeys(places.values())), places)

    def side(self, path: Path, language: str = "") -> Side:
        """A document as one of those to be compared.

        Raises:
            FindingsError: if it cannot be read, or its language is not known.
        """
        return self.side_of(read_bytes(path), shown(path), language)

    def side_of(self, data: bytes, file: str, language: str = "") -> Side:
        """The same, from the document's bytes."""
        sheet = read_document(data, file)
        languages = {code: self.library.language(code) for code in self.library.packs}
        code = language or language_of(sheet, languages)
        if not code:
            known = ", ".join(languages)
            raise FindingsError(
                Finding(
                    Location(file),
                    "unknown-language",
                    "its language could not be recognised",
                    f"name it with --lang (known here: {known})",
                )
            )
        letter = read_letter(sheet, languages[code])
        found = (*sheet.findings, *letter.findings)
        return Side(letter._replace(findings=found), self.recogniser(code))

    def compare(self, source: Side, targets: Iterable[Side]) -> Iterator[Finding]:
        """What is wrong with each document by itself, and what each target says otherwise."""
        sides = named((source, *targets))
        bare = not any(side.letter.annexes for side in sides)
        found = [alone(side, self.knowledge) for side in sides]
        for side, own in zip(sides, _settled(found), strict=True):
            yield from side.letter.findings
            # Where all letters come without their annexes, these are files of their own.
            yield from (each for each in own if not (bare and each.rule == annexes.RULE))
        for side in sides[1:]:
            yield from compared(sides[0], side)

    def against_facts(self, loaded: Loaded, documents: Iterable[Side]) -> Iterator[Finding]:
        """What documents say otherwise than the facts, and than would be rendered today.

        Raises:
            FindingsError: if the facts cannot be worded.
        """
        for side in named(tuple(documents)):
            yield from side.letter.findings
            yield from alone(side, self.knowledge)
            yield from compared(self._edition(loaded, side), side)

    def _edition(self, loaded: Loaded, side: Side) -> Side:
        """The edition in the document's language; failing that, the first."""
        # What compares documents with each other does without what renders.
        from circgen.comparison.rendered import Rendered, shown_by_page  # noqa: PLC0415
        from circgen.writers.text import line_text  # noqa: PLC0415

        editions = loaded.file.facts.editions
        language = side.letter.language
        language = language if language in editions else editions[0]
        circular = self.library.compose(loaded, language)
        # A page shows the words of a link alone, a text its address, too.
        is_page = any(unit.at.paragraph for unit in side.points)
        wording = shown_by_page if is_page else line_text
        letter = Rendered(loaded.file, wording).letter(circular, language)
        return Side(letter, self.recogniser(language), "the facts")


def _settled(found: Sequence[list[Finding]]) -> Iterator[list[Finding]]:
    """What is found in each document, after a look at the others.

    Where all letters disagree with themselves alike, or leave out the same number of an annex,
    their author may well mean it: that is one warning, in the first of them.
    """
    said = [{each.message for each in own if _may_be_meant(each)} for own in found]
    alike = set.intersection(*said) if said[1:] else set()
    for number, own in enumerate(found):
        yield [
            each._replace(level=Level.WARNING) if each.message in alike else each
            for each in own
            if not number or each.message not in alike
        ]


def _may_be_meant(finding: Finding) -> bool:
    is_extract = finding.rule == numbering.RULE and finding.paragraph.startswith("annex")
    return is_extract or finding.rule == disagreement.RULE


def named(sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """Documents by their language, or by their file where two have one language."""
    languages = [side.letter.language for side in sides]
    for side, language in zip(sides, languages, strict=True):
        side.name = language if languages.count(language) == 1 else Path(side.letter.file).name
    return sides
