"""Inspecting a project: every rule about facts, words and style, over all that it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from circgen.checks import sayings, writings
from circgen.checks.cards import card_of
from circgen.checks.places import WordPlaces
from circgen.checks.registry import checks
from circgen.checks.subjects import Card, Desk, Meeting, Project, Saying, Template, Words
from circgen.comparison.pair import alone, compared
from circgen.comparison.readback import read_back
from circgen.comparison.rendered import Rendered
from circgen.comparison.side import Side
from circgen.compose.sources import pieces_of
from circgen.compose.unused import unused
from circgen.document import Circular
from circgen.facts.model import FactsFile
from circgen.facts.schema import KEYS
from circgen.findings import Finding, FindingsError, Location
from circgen.library import Library, Loaded
from circgen.proofreading import Proofreader
from circgen.readers.letter import Letter
from circgen.writers.text import line_text

Wanted = Callable[[str], bool]
"""Whether a rule is to be looked at, by its name."""


class Report(NamedTuple):
    """What was found about one circular, and what the whole project must know of it."""

    findings: tuple[Finding, ...]
    card: Card | None = None


class Inspector:
    """Inspects the parts of one project."""

    def __init__(self, library: Library, wanted: Wanted) -> None:
        self.library, self._wanted = library, wanted
        self._proofreader = Proofreader(library)
        self._source = lru_cache(maxsize=64)(_source)
        self._template = cache(self._new_template)
        self._places = cache(self._new_places)

    @cached_property
    def desk(self) -> Desk:
        """What all rules may know."""
        return Desk(self._proofreader.knowledge)

    def _run(self, folder: str, subject: object) -> Iterator[Finding]:
        for name, check in checks(folder).items():
            if self._wanted(name):
                yield from check(subject, self.desk)

    def languages(self) -> list[Finding]:
        """What is wrong with packs and layouts as such: without them nothing can be inspected."""
        library = self.library
        reads: list[Callable[[], object]] = [lambda: library.packs, lambda: library.place_zones]
        reads += (partial(library.kind, kind) for kind in library.project.layouts())
        return [finding for read in reads for finding in _refused(read)]

    def kind(self, id_: str) -> list[Finding]:
        """What is wrong with the words of a kind of circular."""
        templates: dict[str, Template] = {}
        findings: list[Finding] = []
        for code in self.library.packs:
            try:
                templates[code] = self._template(code, id_)
            except FindingsError as error:
                findings += error.findings
        packs = self.library.packs
        origins = sayings.origins(packs, tuple(templates))
        ordered = {code: templates[code] for code in sorted(templates, key=origins.__contains__)}
        for saying in sayings.of_templates(id_, ordered, packs):
            findings += self._run("texts", saying)
        for template in ordered.values():
            for writing in writings.of_template(template):
                findings += self._run("style", writing)
        if len(ordered) > 1:
            words = Words(self.library.kind(id_), ordered, self._composed)
            findings += self._run("words", words)
        return findings

    def _new_template(self, language: str, kind: str) -> Template:
        words = self.library.words_of(language, kind)
        pieces = tuple(pieces_of(words.source))
        return Template(language, words.file, words.source, pieces, words.lines)

    def _new_places(self, language: str, kind: str) -> WordPlaces:
        return WordPlaces(self._template(language, kind))

    def _composed(self, file: FactsFile, language: str) -> Circular:
        return self.library.compose(Loaded(file, {}), language)

    def meeting(self, path: Path) -> Report:
        """What is wrong with one circular."""
        try:
            loaded = self.library.load(path)
        except FindingsError as error:
            return Report(error.findings)
        findings: list[Finding] = []
        circulars = {} if loaded.file.facts.status == "issued" else self._editions(loaded, findings)
        kind = self.library.kind(loaded.file.facts.kind)
        meeting = Meeting(loaded.file, loaded.annexes, kind, circulars)
        findings += self._run("facts", meeting)
        said = list(sayings.of_meeting(meeting, self.library.packs, self._source))
        blamed: set[Location] = set()
        for saying in said:
            found = list(self._text(saying))
            findings += found
            if any(finding.source and finding.target for finding in found):
                blamed |= {loaded.file.at(f"{saying.name}.{code}") for code in saying.writings}
        # What two texts of the facts say otherwise was found there, with its exact place.
        findings += (each for each in self._letters(meeting) if each.location not in blamed)
        return Report(tuple(findings), card_of(meeting, said, self.desk))

    def series(self, id_: str) -> list[Finding]:
        """What is wrong with a series by itself, whether a circular belongs to it or not."""
        try:
            file = self.library.series(id_)
        except FindingsError as error:
            return list(error.findings)
        series = Meeting(file, {}, self.library.kind(file.facts.kind), {})
        said = sayings.of_meeting(series, self.library.packs, self._source)
        return [finding for saying in said for finding in self._text(saying)]

    def card(self, path: Path) -> Card | None:
        """What the whole project must know of a circular that is not inspected itself."""
        try:
            loaded = self.library.load(path)
        except FindingsError:
            return None
        kind = self.library.kind(loaded.file.facts.kind)
        return card_of(Meeting(loaded.file, loaded.annexes, kind, {}), (), self.desk)

    def _text(self, saying: Saying) -> Iterator[Finding]:
        yield from self._run("texts", saying)
        for writing in saying.writings.values():
            yield from self._run("style", writing)

    def _editions(self, loaded: Loaded, findings: list[Finding]) -> dict[str, Circular]:
        """The editions that can be composed; with all of them, what the facts say in vain, too."""
        circulars: dict[str, Circular] = {}
        file = loaded.file
        for language in file.facts.editions:
            try:
                circular = circulars[language] = self.library.compose(loaded, language)
            except FindingsError as error:
                findings += error.findings
            else:
                findings += read_back(circular, file, self._proofreader.recogniser(language))
        if len(circulars) == len(file.facts.editions):
            keys = {**KEYS, **self.library.kind(file.facts.kind).facts}
            findings += unused(file, circulars.values(), self.library.packs, keys)
        return circulars

    def _letters(self, meeting: Meeting) -> Iterator[Finding]:
        """What a reader of the letters finds."""
        sides = [
            Side(self._letter(meeting, language), self._proofreader.recogniser(language))
            for language in meeting.circulars
        ]
        for side in sides:
            yield from alone(side, self.desk.knowledge)
        for side in sides[1:]:  # none of a circular that was issued
            yield from compared(sides[0], side)

    def _letter(self, meeting: Meeting, language: str) -> Letter:
        rendered = Rendered(meeting.file, line_text, self._places(language, meeting.kind.id).at)
        return rendered.letter(meeting.circulars[language], language)

    def project(self, cards: Iterable[Card]) -> Iterator[Finding]:
        """What is wrong between circulars."""
        return self._run("project", Project(tuple(cards)))


def _refused(read: Callable[[], object]) -> tuple[Finding, ...]:
    try:
        read()
    except FindingsError as error:
        return error.findings
    return ()


def _source(file: str) -> str:
    return Path(file).read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
