"""Inspecting a project: every rule about facts, words and style, over all that it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from circgen.checks.registry import checks, needs
from circgen.checks.sensitivity.marks import RULES as RULES_OF_MARKS
from circgen.checks.sensitivity.marks import marks
from circgen.checks.subjects import (
    Card,
    Desk,
    Meeting,
    Project,
    Saying,
    Words,
    Writing,
)
from circgen.checks.subjects.cards import card_of
from circgen.checks.subjects.sayings import has_gone_out
from circgen.checks.subjects.shown import is_said, shown_at
from circgen.checks.typography.house_style import in_style, may_be_doubled, shown_by
from circgen.comparison.faultless import Faultless
from circgen.comparison.pair import alone, compared
from circgen.comparison.readback import read_back
from circgen.comparison.rendered import Rendered
from circgen.comparison.side import Side
from circgen.compose.unused import unused
from circgen.confirmed import confirmed
from circgen.document import Circular
from circgen.earlier import as_before
from circgen.facts.clocks import stated_zones
from circgen.facts.model import FactsFile
from circgen.facts.schema import KEYS
from circgen.findings import REWORDED, Finding, FindingsError, Location
from circgen.library import Library, Loaded
from circgen.proofreading import Proofreader
from circgen.readers.letter import Letter
from circgen.texts import Texts, written
from circgen.writers.text import line_text

Wanted = Callable[[str], bool]
"""Whether a rule is to be looked at, by its name."""


_IDENTITY = frozenset({"number", "study_period", "variant"})
"""What tells a circular from others."""
_NOT_UNDERSTOOD = frozenset({"impossible-date", "unknown-hours"})
"""What these say of a text, its letter says, too: it reads as no date, or no hours."""


class Report(NamedTuple):
    """What was found about one circular, and what the whole project must know of it.

    What keeps it from being read is `refused`: no rule has found that.
    """

    findings: tuple[Finding, ...]
    card: Card | None = None
    refused: frozenset[Finding] = frozenset()


def unreadable(*findings: Finding) -> Report:
    """The report on a circular of which nothing can be read."""
    return Report(findings, refused=frozenset(findings))


class Inspector(Texts):
    """Inspects the parts of one project."""

    def __init__(self, library: Library, wanted: Wanted) -> None:
        super().__init__(library)
        self._wanted = wanted
        self._proofreader = Proofreader(library)
        self._styled = lru_cache(maxsize=1024)(self._style)
        self._faultless = Faultless()

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

    def _run(
        self, folder: str, subject: object, names: Iterable[str] | None = None
    ) -> Iterator[Finding]:
        """What the rules of a folder find, or those with some names."""
        found = checks(folder)
        for name in found if names is None else names:
            if self._wanted(name):
                yield from found[name](subject, self.desk)

    def languages(self) -> list[Finding]:
        """What is wrong with packs and layouts as such: without them nothing can be inspected."""
        library = self.library
        shared = ("packs", "place_zones", "notices", "premises", "guides")
        reads: list[Callable[[], object]] = [partial(getattr, library, name) for name in shared]
        reads += (partial(library.kind, kind) for kind in library.project.layouts())
        return [finding for read in reads for finding in _refused(read)]

    def kind(self, id_: str) -> list[Finding]:
        """What is wrong with the words of a kind of circular."""
        ordered, findings = self.templates(id_)
        for saying in self.said_in(id_, ordered):
            findings += self._run("texts", saying)
        for writing in written(ordered):
            findings += self.style(writing)
        if len(ordered) > 1:
            words = Words(self.library.kind(id_), ordered, self._composed)
            wanted = list(filter(self._wanted, (*checks("words"), *RULES_OF_MARKS)))
            findings += as_before(id_, wanted, self.library, lambda: self._tried(words))
        return findings

    def _tried(self, words: Words) -> list[Finding]:
        """What letters of samples show, whatever circulars there are."""
        return [*self._run("words", words), *marks(words, self.desk, self._wanted)]

    def _composed(self, file: FactsFile, language: str) -> Circular:
        return self.library.compose(Loaded(file, {}), language)

    def meeting(self, path: Path) -> Report:
        """What is wrong with one circular."""
        try:
            loaded, refused = self.readable(path)
        except FindingsError as error:
            return unreadable(*error.findings)
        if refused:
            parts = *refused, *self._in_parts(loaded)
            return Report(parts, self._card_of_parts(loaded.file), frozenset(refused))
        findings: list[Finding] = []
        in_letters: list[Finding] = []
        is_issued = has_gone_out(loaded.file)
        circulars = {} if is_issued else self._editions(loaded, in_letters)
        kind = self.library.kind(loaded.file.facts.kind)
        meeting = Meeting(loaded.file, loaded.annexes, kind, circulars)
        said = self.said_of(*loaded)
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
                shown = {rule for finding in own for rule in shown_by(finding.rule)}
                for fact in (saying.name, f"{saying.name}.{code}"):
                    typed |= {(rule, loaded.file.at(fact)) for rule in shown}
        # What two texts of the facts say otherwise was found there, with its exact place; so was
        # what is typed wrongly.
        findings += (
            each
            for each in self._letters(meeting)
            if not is_said(each, blamed) and (each.rule, each.location) not in typed
        )
        plain = {at for rule, at in typed if rule in _NOT_UNDERSTOOD}
        findings += (f for f in in_letters if f.rule != "not-understood" or f.location not in plain)
        return Report(tuple(findings), card_of(loaded.file, said, self.desk))

    def _in_parts(self, partly: Loaded) -> Iterator[Finding]:
        """What is wrong with those parts of a facts file that can be read; there is no letter."""
        file, said = partly.file, self.said_of(*partly)
        if file.facts.kind in self.library.project.layouts():
            meeting = Meeting(*partly, self.library.kind(file.facts.kind), {}, said)
            known = [name for name, keys in needs("facts").items() if not keys & file.unread]
            yield from self._run("facts", meeting, known)
        yield from self._in_texts(said, is_issued=has_gone_out(file))

    def _in_texts(self, said: Iterable[Saying], *, is_issued: bool = False) -> Iterator[Finding]:
        """What is wrong with texts by themselves; those that went out keep their style."""
        for saying in said:
            yield from self._run("texts", saying)
            for writing in () if is_issued else saying.writings.values():
                yield from self.style(writing)

    def series(self, id_: str) -> list[Finding]:
        """What is wrong with a series by itself, whether a circular belongs to it or not."""
        try:
            series, refused = self.readable_series(id_)
        except FindingsError as error:
            return list(error.findings)
        return [*refused, *self._in_texts(self.said_of(*series))]

    def card(self, path: Path) -> Card | None:
        """What the whole project must know of a circular that is not inspected itself."""
        try:
            return self._card_of_parts(self.readable(path)[0].file)
        except FindingsError:
            return None

    def _card_of_parts(self, file: FactsFile) -> Card | None:
        return None if _IDENTITY & file.unread else card_of(file, (), self.desk)

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


def _refused(read: Callable[[], object]) -> tuple[Finding, ...]:
    try:
        read()
    except FindingsError as error:
        return error.findings
    return ()
