"""Looking at circulars: what they are, their editions, and the files of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from circgen.checks.staleness.translations import outdated, translations
from circgen.cores import look_at
from circgen.document import Circular
from circgen.editions import Press
from circgen.facts.load import BrokenFactsError
from circgen.facts.model import Facts
from circgen.facts.reading import real
from circgen.filenames import FORMATS, edition_name
from circgen.findings import Finding, FindingsError, own_mistake
from circgen.inspection import Inspector
from circgen.library import Library, Loaded
from circgen.listing.entries import (
    Edition,
    EditionState,
    Entry,
    FileState,
    Identity,
    Letter,
    Status,
)
from circgen.project import Project, shown
from circgen.store.states import State, ledger_of, state_of

_PRINTED = "pdf"
_OF_TEXTS = frozenset({"missing-text", "missing-words"})
"""Rules by which a file is not broken: an edition of it is missing."""


class Lister:
    """Makes the entries of one project; `out` is the folder that its letters are written to."""

    def __init__(self, library: Library, out: Path) -> None:
        """Read what has been written to the folder; OSError if that is not possible."""
        self._library, self._out = library, out
        self._ledger = ledger_of(out)
        self._inspector = Inspector(library, lambda _: True)
        self._press = Press(library, verify=False)

    def broken(self) -> list[Finding]:
        """What is wrong with packs and layouts, without which there are no entries."""
        return self._inspector.languages()

    def entries(self, paths: Sequence[Path]) -> Iterator[Entry]:
        """One of each file, in order."""
        begin = partial(_begin, self._library.project, self._out)
        with look_at(paths, self.entry, begin) as entries:
            yield from entries

    def entry(self, path: Path) -> Entry:
        """One circular, whatever is wrong with it."""
        try:
            return self._entry(path)
        except FindingsError as error:
            return Entry(path, Status.BROKEN, findings=error.findings)
        except Exception as error:  # noqa: BLE001  the other circulars are listed all the same
            mistake = own_mistake(error, shown(path), "the rest of this file was not looked at")
            return Entry(path, Status.BROKEN, findings=(mistake,))

    def _entry(self, path: Path) -> Entry:
        findings: list[Finding] = []
        try:
            loaded = self._library.load(path)
            facts, readable = loaded.file.facts, dict.fromkeys(loaded.file.facts.editions, loaded)
        except BrokenFactsError as error:
            findings += error.findings
            if not error.file or not {each.rule for each in findings} <= _OF_TEXTS:
                known = _identity(error.file.facts) if error.file else Identity()
                return Entry(path, Status.BROKEN, known, findings=error.findings)
            facts, readable = error.file.facts, self._readable(path, error.file.facts.editions)
        circulars = {} if facts.status == "issued" else self._composed(readable, findings)
        states = dict.fromkeys(facts.editions, EditionState.MISSING)
        if facts.status == "issued":
            states |= dict.fromkeys(readable, EditionState.COMPLETE)
        elif circulars:
            states |= self._states(next(iter(readable.values())), circulars)
        return Entry(
            path,
            Status(facts.status) if facts.status else Status.READY,
            _identity(facts),
            self._title(readable, circulars),
            tuple(Edition(language, state) for language, state in states.items()),
            tuple(self._letters(path, facts, circulars)),
            tuple(findings),
        )

    def _readable(self, path: Path, languages: Iterable[str]) -> dict[str, Loaded]:
        """What a file says in each language that it has all texts in."""
        found = {}
        for language in languages:
            with suppress(FindingsError):
                found[language] = self._library.load(path, (language,))
        return found

    def _composed(
        self, readable: Mapping[str, Loaded], findings: list[Finding]
    ) -> dict[str, Circular]:
        found = {}
        for language, loaded in readable.items():
            try:
                found[language] = self._library.compose(loaded, language)
            except FindingsError as error:
                findings += error.findings
        return found

    def _states(self, loaded: Loaded, languages: Iterable[str]) -> dict[str, EditionState]:
        """How far each language is: as far as the text that is furthest back."""
        found = dict.fromkeys(languages, EditionState.COMPLETE)
        for saying in self._inspector.said_of(loaded.file, loaded.annexes):
            for each in translations(saying) if saying.to_confirm else ():
                known = self._inspector.desk.confirmed.get(each.language)
                if each.language not in found or known is None or known.has(each.entry):
                    continue
                if outdated(each, known):
                    found[each.language] = EditionState.STALE
                elif found[each.language] is EditionState.COMPLETE:
                    found[each.language] = EditionState.UNCONFIRMED
        return found

    def _title(self, readable: Mapping[str, Loaded], circulars: Mapping[str, Circular]) -> str:
        """In the first language in which it can be made."""
        for circular in circulars.values():
            return circular.properties.title
        for language, loaded in readable.items():
            with suppress(FindingsError):
                kind = loaded.file.facts.kind
                return self._library.composer(language, kind).title(loaded.file)
        return ""

    def _letters(
        self, path: Path, facts: Facts, circulars: Mapping[str, Circular]
    ) -> Iterator[Letter]:
        """The files of all editions; those that went out need not come out the same again."""
        for language in facts.editions:
            letter = self._library.packs[language].file_letter
            for format_ in FORMATS:
                place = self._out / edition_name(facts, letter, format_, path.stem)
                try:
                    state = self._file(place, format_, circulars.get(language))
                except OSError:  # a folder, a link that leads nowhere, a file of somebody else
                    state = FileState.UNREADABLE
                if state is FileState.OUTDATED and facts.status == "issued":
                    state = FileState.RENDERED
                yield Letter(place, language, format_, state)

    def _file(self, place: Path, format_: str, circular: Circular | None) -> FileState:
        """What a file is, compared with what would be written today.

        A PDF takes too long to be printed again: it says from which document it was made.
        """
        content = self._press.written(circular, format_) if circular and place.exists() else None
        if format_ != _PRINTED:
            return _FILES[state_of(place, content, self._ledger)]
        state = _FILES[state_of(place, None, self._ledger)]
        if state is not FileState.OUTDATED or content is None:
            return state
        from circgen.printing import is_made_from  # noqa: PLC0415  few projects have PDF

        is_of_today = is_made_from(place.read_bytes(), content)
        return FileState.RENDERED if is_of_today else FileState.OUTDATED


def _identity(facts: Facts) -> Identity:
    return Identity(
        facts.series,
        facts.kind,
        facts.number,
        facts.variant,
        facts.study_period,
        facts.issued,
        min((session.date for _, session in real(facts.sessions)), default=None),
    )


def _begin(project: Project, out: Path) -> Callable[[Path], Entry]:
    return Lister(Library(project), out).entry


_FILES = {
    State.ABSENT: FileState.ABSENT,
    State.SAME: FileState.RENDERED,
    State.OURS: FileState.OUTDATED,
    State.EDITED: FileState.EDITED,
}
