"""What is to be seen of a circular, once or while its files change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from time import sleep
from typing import TYPE_CHECKING, NamedTuple

from circgen.cli.options import project_for, words_of
from circgen.cli.terminal import CannotRunError
from circgen.findings import Finding, FindingsError, Location, own_mistake
from circgen.library import Library
from circgen.project import shown
from circgen.viewing import View, checked, view

if TYPE_CHECKING:
    from circgen.survey import Cards

_LOOKS, _BETWEEN_LOOKS = 15, 0.02
"""So often, and with so many seconds between, a file that is gone is looked for."""

Findings = tuple[Finding, ...]


class Wanted(NamedTuple):
    """What is to be seen: a facts file, languages as they were typed, and the words for it.

    If no language is named, all editions are to be seen, or the first.
    """

    facts: Path
    lang: str
    templates: Path | None
    all: bool = False

    def library(self) -> Library:
        """The project as it is now; CannotRunError if there are no such templates."""
        return Library(project_for(self.templates, self.facts))

    def languages(self, library: Library) -> tuple[str, ...]:
        """The languages of the editions.

        Raises:
            CannotRunError: if there is no such language.
            FindingsError: if packs or, where none is named, the facts are broken.
        """
        known = tuple(library.packs)
        if self.lang:
            return words_of("--lang", self.lang, known)
        editions = library.load(self.facts).file.facts.editions
        return editions if self.all else editions[:1]

    def view(self, library: Library, *, check: bool = False) -> View:
        """The editions, and what is found about them; raises what `languages` raises."""
        return view(library, self.facts, self.languages(library), check=check)


class Sight(NamedTuple):
    """The editions in the words of a library, or what keeps them from being made."""

    library: Library
    seen: View


class Following:
    """A circular while its files change: its editions at once, what `check` finds a little later.

    In a project of many circulars a check takes seconds, and nobody shall wait so long for the
    letter. Another thread does it; until it has, `findings` are those of before.
    """

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.sight: Sight | Findings = ()
        self.findings: Findings = ()
        self._asked = Event()

    def start(self, found: Callable[[], object]) -> None:
        """Begin to check; `found` is called, in the other thread, when other things are found."""
        Thread(target=self._check, args=(found,), daemon=True).start()

    def look(self) -> None:
        """Read the files."""
        facts = self.wanted.facts
        _wait_for(facts)
        try:
            library = self.wanted.library()
            self.sight = Sight(library, self.wanted.view(library))
        except FindingsError as error:
            self.sight = error.findings
        except CannotRunError as error:  # a language has gone in the meantime
            self.sight = (Finding(Location(str(facts)), "unknown-language", str(error)),)
        else:
            if self.wanted.all or len(self.sight.seen.circulars) > 1:
                self._asked.set()

    def _check(self, found: Callable[[], object]) -> None:
        # A page alone does without.
        from circgen.survey import Cards

        cards = Cards()
        while self._asked.wait():
            self._asked.clear()
            before, self.findings = self.findings, self._found(cards)
            if self.findings != before:
                found()

    def _found(self, cards: Cards) -> Findings:
        facts = self.wanted.facts
        try:
            return checked(self.wanted.library(), facts, cards)
        except CannotRunError:  # the templates have gone, and that is on the screen
            return self.findings
        except Exception as error:  # noqa: BLE001  the letter is followed all the same
            return (own_mistake(error, shown(facts), "the circular was not checked"),)


def _wait_for(facts: Path) -> None:
    """Give an editor the time to put a new file into the place of the old one."""
    for _ in range(_LOOKS):
        if facts.exists():
            return
        sleep(_BETWEEN_LOOKS)
