"""The texts of a project as rules get them: of templates, of facts and series, and of annexes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache, partial
from pathlib import Path

from circgen.checks.subjects import Saying, Template, Writing, sayings, writings
from circgen.checks.subjects.places import WordPlaces
from circgen.compose.sources import pieces_of
from circgen.facts.load import BrokenFactsError
from circgen.facts.model import AnnexText, FactsFile
from circgen.findings import Finding, FindingsError
from circgen.library import Library, Loaded


class Texts:
    """Gives every text in all its languages, with the place of every character."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._source = lru_cache(maxsize=64)(partial(_source, library))
        self._places = cache(self._new_places)
        self._owns = cache(library.project.owns)
        self._template = cache(self._new_template)

    def written_in_words(self, kind: str) -> tuple[Writing, ...]:
        """The words of a kind, in all languages in which they can be read."""
        return tuple(written(self.templates(kind)[0]))

    def said_in_words(self, kind: str) -> tuple[Saying, ...]:
        """Every paragraph of a kind.

        Raises:
            FindingsError: if the words of a language cannot be read.
        """
        templates, findings = self.templates(kind)
        if findings:
            raise FindingsError(*findings)
        return tuple(self.said_in(kind, templates))

    def said_in(self, kind: str, templates: Mapping[str, Template]) -> Iterator[Saying]:
        """Every paragraph of some templates of a kind."""
        return map(self._owned, sayings.of_templates(kind, templates, self.library.packs))

    def templates(self, kind: str) -> tuple[dict[str, Template], list[Finding]]:
        """The words of a kind in all languages, sources first, and what cannot be read."""
        templates: dict[str, Template] = {}
        findings: list[Finding] = []
        for code in self.library.packs:
            try:
                templates[code] = self._template(code, kind)
            except FindingsError as error:
                findings += error.findings
        origins = sayings.origins(self.library.packs, tuple(templates))
        ordered = {code: templates[code] for code in sorted(templates, key=origins.__contains__)}
        return ordered, findings

    def _new_template(self, language: str, kind: str) -> Template:
        words = self.library.words_of(language, kind)
        pieces = tuple(pieces_of(words.source))
        return Template(language, words.file, words.source, pieces, words.lines)

    def _new_places(self, language: str, kind: str) -> WordPlaces:
        return WordPlaces(self._template(language, kind))

    def readable(self, path: Path) -> tuple[Loaded, tuple[Finding, ...]]:
        """A circular, so far as it can be read, and what keeps the rest from being read.

        Raises:
            FindingsError: if nothing of it can be.
        """
        try:
            return self.library.load(path), ()
        except BrokenFactsError as error:
            return Loaded(error.file, error.annexes), error.findings

    def readable_series(self, id_: str) -> tuple[Loaded, tuple[Finding, ...]]:
        """The same of a series."""
        try:
            return Loaded(self.library.series(id_), {}), ()
        except BrokenFactsError as error:
            return Loaded(error.file, {}), error.findings

    def said_in_series(self, id_: str) -> tuple[Saying, ...]:
        """Every text of a series.

        Raises:
            FindingsError: with every problem of its file.
        """
        return self.said_of(self.library.series(id_), {})

    def said_in_meeting(self, path: Path) -> tuple[Saying, ...]:
        """Every text of a circular, those of its series and its annexes among them.

        Raises:
            FindingsError: with every problem of its file.
        """
        return self.said_of(*self.library.load(path))

    def said_of(self, file: FactsFile, annexes: Mapping[str, AnnexText]) -> tuple[Saying, ...]:
        """Every text of a circular or a series that has been read, at least in part."""
        said = sayings.of_facts(file, annexes, self.library.packs, self._source)
        return tuple(map(self._owned, said))

    def _owned(self, saying: Saying) -> Saying:
        """Who has not written a text need not confirm its translation."""
        file = next(iter(saying.writings.values())).at.file
        return saying._replace(to_confirm=saying.to_confirm and self._owns(file))


def written(templates: Mapping[str, Template]) -> Iterator[Writing]:
    """The words of some templates."""
    return (each for template in templates.values() for each in writings.of_template(template))


def _source(library: Library, file: str) -> str:
    content = library.read(Path(file)).decode("utf-8-sig")
    return content.replace("\r\n", "\n").replace("\r", "\n")
