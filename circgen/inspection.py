"""Inspecting a project: every rule about facts, words and style, over all that it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from circgen.checks.registry import checks
from circgen.checks.subjects import (
    Card,
    Desk,
    Meeting,
    Project,
    Saying,
    Template,
    Words,
    Writing,
    sayings,
    writings,
)
from circgen.checks.subjects.cards import card_of
from circgen.checks.subjects.places import WordPlaces
from circgen.checks.subjects.shown import is_said, shown_at
from circgen.checks.typography.house_style import in_style, may_be_doubled, shown_by
from circgen.comparison.faultless import Faultless
from circgen.comparison.pair import alone, compared
from circgen.comparison.readback import read_back
from circgen.comparison.rendered import Rendered
from circgen.comparison.side import Side
from circgen.compose.sources import pieces_of
from circgen.compose.unused import unused
from circgen.confirmed import confirmed
from circgen.document import Circular
from circgen.facts.clocks import stated_zones
from circgen.facts.model import FactsFile
from circgen.facts.schema import KEYS
from circgen.findings import REWORDED, Finding, FindingsError, Location
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
        self._source = lru_cache(maxsize=64)(partial(_source, library))
        self._styled = lru_cache(maxsize=1024)(self._style)
        self._faultless = Faultless()
        self._owns = cache(library.project.owns)
        self._template = cache(self._new_template)
        self._places = cache(self._new_places)

    @cached_property
    def desk(self) -> Desk:
        """What all rules may know."""
        library = self.library
        return Desk(
            self._proofreader.knowledge,
            self._faultless,
            confirmed=confirmed(library),
            notices=library.notices,
            premises=library.premises,
            guides=library.guides,
            source=self._source,
        )

    def _run(self, folder: str, subject: object) -> Iterator[Finding]:
        for name, check in checks(folder).items():
            if self._wanted(name):
                yield from check(subject, self.desk)

    def languages(self) -> list[Finding]:
        """What is wrong with packs and layouts as such: without them nothing can be inspected."""
        library = self.library
        shared = ("packs", "place_zones", "notices", "premises", "guides")
        reads: list[Callable[[], object]] = [partial(getattr, library, name) for name in shared]
        reads += (partial(library.kind, kind) for kind in library.project.layouts())
        return [finding for read in reads for finding in _refused(read)]

    def kind(self, id_: str) -> list[Finding]:
        """What is wrong with the words of a kind of circular."""
        ordered, findings = self._templates(id_)
        for saying in self._said_in(id_, ordered):
            findings += self._run("texts", saying)
        for writing in _written(ordered):
            findings += self.style(writing)
        if len(ordered) > 1:
            words = Words(self.library.kind(id_), ordered, self._composed)
            findings += self._run("words", words)
        return findings

    def written_in_words(self, kind: str) -> tuple[Writing, ...]:
        """The words of a kind, in all languages in which they can be read."""
        return tuple(_written(self._templates(kind)[0]))

    def said_in_words(self, kind: str) -> tuple[Saying, ...]:
        """Every paragraph of a kind.

        Raises:
            FindingsError: if the words of a language cannot be read.
        """
        templates, findings = self._templates(kind)
        if findings:
            raise FindingsError(*findings)
        return tuple(self._said_in(kind, templates))

    def _said_in(self, kind: str, templates: Mapping[str, Template]) -> Iterator[Saying]:
        return map(self._owned, sayings.of_templates(kind, templates, self.library.packs))

    def _templates(self, kind: str) -> tuple[dict[str, Template], list[Finding]]:
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

    def _composed(self, file: FactsFile, language: str) -> Circular:
        return self.library.compose(Loaded(file, {}), language)

    def meeting(self, path: Path) -> Report:
        """What is wrong with one circular."""
        try:
            loaded = self.library.load(path)
        except FindingsError as error:
            return Report(error.findings)
        findings: list[Finding] = []
        is_issued = loaded.file.facts.status == "issued"
        circulars = {} if is_issued else self._editions(loaded, findings)
        kind = self.library.kind(loaded.file.facts.kind)
        meeting = Meeting(loaded.file, loaded.annexes, kind, circulars)
        said = self.said_of(loaded)
        letters = {language: self._letter(meeting, language) for language in circulars}
        meeting = meeting._replace(sayings=said, letters=letters)
        findings += self._run("facts", meeting)
        blamed: set[Location] = set()
        typed: set[tuple[str, Location]] = set()
        for saying in said:
            found = list(self._run("texts", saying))
            findings += found
            found = [each for each in found if each.rule not in REWORDED]
            if any(finding.target for finding in found):
                blamed |= set(shown_at(loaded.file, saying))
            for code, writing in () if is_issued else saying.writings.items():
                own = self.style(writing)
                findings += own
                at = loaded.file.at(f"{saying.name}.{code}")
                typed |= {(rule, at) for finding in own for rule in shown_by(finding.rule)}
        # What two texts of the facts say otherwise was found there, with its exact place; so was
        # what is typed wrongly.
        findings += (
            each
            for each in self._letters(meeting)
            if not is_said(each, blamed) and (each.rule, each.location) not in typed
        )
        return Report(tuple(findings), card_of(meeting, said, self.desk))

    def series(self, id_: str) -> list[Finding]:
        """What is wrong with a series by itself, whether a circular belongs to it or not."""
        try:
            said = self.said_in_series(id_)
        except FindingsError as error:
            return list(error.findings)
        texts = [finding for saying in said for finding in self._run("texts", saying)]
        written = (writing for saying in said for writing in saying.writings.values())
        return texts + [finding for writing in written for finding in self.style(writing)]

    def said_in_series(self, id_: str) -> tuple[Saying, ...]:
        """Every text of a series.

        Raises:
            FindingsError: with every problem of its file.
        """
        return self.said_of(Loaded(self.library.series(id_), {}))

    def said_in_meeting(self, path: Path) -> tuple[Saying, ...]:
        """Every text of a circular, those of its series and its annexes among them.

        Raises:
            FindingsError: with every problem of its file.
        """
        return self.said_of(self.library.load(path))

    def said_of(self, loaded: Loaded) -> tuple[Saying, ...]:
        """Every text of a circular that has been read."""
        kind = self.library.kind(loaded.file.facts.kind)
        meeting = Meeting(loaded.file, loaded.annexes, kind, {})
        said = sayings.of_meeting(meeting, self.library.packs, self._source)
        return tuple(map(self._owned, said))

    def _owned(self, saying: Saying) -> Saying:
        """Who has not written a text need not confirm its translation."""
        file = next(iter(saying.writings.values())).at.file
        return saying._replace(to_confirm=saying.to_confirm and self._owns(file))

    def card(self, path: Path) -> Card | None:
        """What the whole project must know of a circular that is not inspected itself."""
        try:
            loaded = self.library.load(path)
        except FindingsError:
            return None
        kind = self.library.kind(loaded.file.facts.kind)
        return card_of(Meeting(loaded.file, loaded.annexes, kind, {}), (), self.desk)

    def style(self, writing: Writing) -> tuple[Finding, ...]:
        """What is wrong with how a text is written; many circulars share those of a series."""
        texts = (passage.text for passage in writing.passages)
        key = writing.language, writing.name, writing.origin, writing.quote, *texts
        return self._faultless.findings(key, lambda: self._styled(writing))

    def _style(self, writing: Writing) -> tuple[Finding, ...]:
        return tuple(in_style(writing, self.desk, self._wanted))

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
            Side(letter, self._proofreader.recogniser(language))
            for language, letter in meeting.letters.items()
        ]
        desk, stated = self.desk, stated_zones(meeting.file.facts)
        knowledge = desk.knowledge._replace(zones=(*desk.knowledge.zones, *stated))
        for side in sides:
            language = side.letter.language
            for finding in alone(side, knowledge, self._faultless):
                if not may_be_doubled(finding, language, desk):
                    yield finding
        for side in sides[1:]:  # none of a circular that was issued
            yield from compared(sides[0], side, self._faultless)

    def _letter(self, meeting: Meeting, language: str) -> Letter:
        rendered = Rendered(meeting.file, line_text, self._places(language, meeting.kind.id).at)
        return rendered.letter(meeting.circulars[language], language)

    def project(self, cards: Iterable[Card]) -> Iterator[Finding]:
        """What is wrong between circulars."""
        ordered = sorted(cards, key=lambda card: card.file)
        return self._run("project", Project(tuple(ordered)))


def _written(templates: Mapping[str, Template]) -> Iterator[Writing]:
    return (each for template in templates.values() for each in writings.of_template(template))


def _refused(read: Callable[[], object]) -> tuple[Finding, ...]:
    try:
        read()
    except FindingsError as error:
        return error.findings
    return ()


def _source(library: Library, file: str) -> str:
    content = library.read(Path(file)).decode("utf-8-sig")
    return content.replace("\r\n", "\n").replace("\r", "\n")
