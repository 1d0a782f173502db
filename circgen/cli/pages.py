"""Pages of one circular for a terminal, as its files are at the moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from circgen.cli.terminal import CannotRunError
from circgen.findings import Finding, FindingsError, Level, in_order
from circgen.library import Library
from circgen.parts import findings_by_part
from circgen.project import find_project
from circgen.screen.cells import Span
from circgen.screen.columns import Part, page_of
from circgen.screen.notes import rows_of
from circgen.screen.window import Page
from circgen.viewing import View, checked, view


class Wanted(NamedTuple):
    """What is to be seen: a facts file, languages as they were typed, and the words for it."""

    facts: Path
    lang: str
    templates: Path | None

    @classmethod
    def of(cls, facts: Path, lang: str, templates: Path | None) -> Wanted:
        """What a command line asks for; CannotRunError if there is no such folder."""
        if templates is not None and not templates.is_dir():
            raise CannotRunError(f"--templates: {templates} is not a folder")
        return cls(facts, lang, templates)

    def library(self) -> Library:
        """The project as it is now."""
        return Library(find_project(Path.cwd(), self.templates, self.facts))

    def languages(self, library: Library) -> tuple[str, ...]:
        """Those that are named, or the first edition.

        Raises:
            CannotRunError: if there is no such language.
            FindingsError: if packs or, where none is named, the facts are broken.
        """
        known = tuple(library.packs)
        if not self.lang:
            return library.load(self.facts).file.facts.editions[:1]
        wanted = tuple(dict.fromkeys(word.strip() for word in self.lang.split(",") if word.strip()))
        for language in wanted:
            if language not in known:
                raise CannotRunError(f"--lang: `{language}` is not one of {', '.join(known)}")
        if not wanted:
            raise CannotRunError(f"--lang: name at least one of {', '.join(known)}")
        return wanted


def parts_of(seen: View, findings: tuple[Finding, ...], cells: int) -> tuple[Part, ...]:
    """The page of a circular, with findings at the parts that they concern."""
    worst_first = sorted(in_order(findings), key=lambda finding: finding.level is not Level.ERROR)
    notes = findings_by_part(worst_first, seen.file, seen.circulars.values())
    return tuple(
        page_of(seen.circulars, cells, lambda id_, room: rows_of(notes.get(id_, ()), room))
    )


class Following:
    """The pages of a circular while its files change."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._findings: tuple[Finding, ...] = ()

    def pages(self, cells: int) -> Iterator[Page]:
        """The page with what was found before, at once; then with what is found now."""
        library = self._wanted.library()
        try:
            languages = self._wanted.languages(library)
            seen = view(library, self._wanted.facts, languages, check=False)
        except FindingsError as error:
            yield self._broken(error.findings, cells)
            return
        except CannotRunError as error:  # a language has gone in the meantime
            yield Page((Part("", ((Span(str(error), "error"),),)),), self._title(()), broken=True)
            return
        before = self._findings
        yield self._page(seen, before, cells)
        if len(languages) > 1:
            self._findings = checked(library, self._wanted.facts)
            if self._findings != before:
                yield self._page(seen, self._findings, cells)

    def _page(self, seen: View, findings: tuple[Finding, ...], cells: int) -> Page:
        return Page(parts_of(seen, findings, cells), self._title(findings))

    def _broken(self, findings: tuple[Finding, ...], cells: int) -> Page:
        rows = rows_of(in_order(findings), cells, _lines)
        return Page((Part("", tuple(rows)),), self._title(findings), broken=True)

    def _title(self, findings: tuple[Finding, ...]) -> str:
        from circgen.report import summary

        return " · ".join(filter(None, (str(self._wanted.facts), summary(findings))))


def _lines(file: str) -> Sequence[str]:
    try:
        return Path(file).read_bytes().decode("utf-8-sig", "replace").splitlines()
    except OSError:
        return ()
