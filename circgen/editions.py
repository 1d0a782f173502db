"""Editions: a circular in one language and one format, as bytes under its name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from circgen.compose.unused import unused
from circgen.document import Circular
from circgen.facts.model import FactsFile
from circgen.facts.schema import KEYS
from circgen.filenames import circular_name, edition_name
from circgen.findings import Finding, FindingsError, Location, has_errors
from circgen.library import Library, Loaded, read_bytes
from circgen.project import Project, shown
from circgen.writers.text import text

if TYPE_CHECKING:
    from circgen.recognition.recogniser import Recogniser
    from circgen.writers.docx import Letterhead


class Editions(NamedTuple):
    """All editions of one circular, by file name.

    `to_print` are Word documents by the names of the PDF that they are to become.
    """

    loaded: Loaded
    name: str  # that of the circular
    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]  # warnings: with an error there are no editions
    to_print: Mapping[str, bytes]

    @property
    def issued(self) -> bool:
        """Whether the circular has gone out."""
        return self.loaded.file.facts.status == "issued"


def logo_of(project: Project) -> bytes | None:
    """The logo of a project as PNG, if it has one.

    Raises:
        FindingsError: if it is no PNG.
    """
    path = project.templates / "logo.png"
    if not path.exists():
        return None
    logo = read_bytes(path)
    if logo[:8] != b"\x89PNG\r\n\x1a\n":
        problem = "the logo is not a PNG picture"
        raise FindingsError(Finding(Location(shown(path)), "logo", problem, "save it as PNG"))
    return logo


class Press:
    """Makes editions from facts files."""

    def __init__(self, library: Library, *, verify: bool = True) -> None:
        """Make a press; with `verify`, what it prints is read back before it is given out."""
        self.library = library
        self._verify = verify
        self._recognisers: dict[str, Recogniser] = {}

    @cached_property
    def _letterhead(self) -> Letterhead:
        from circgen.writers.docx import Letterhead  # noqa: PLC0415  text alone does without

        return Letterhead.open(self.library.project.templates / "letterhead.docx")

    @cached_property
    def _logo(self) -> bytes | None:
        return logo_of(self.library.project)

    def editions(
        self,
        path: Path,
        languages: tuple[str, ...],
        formats: tuple[str, ...],
        *,
        skip_absent: bool = False,
    ) -> Editions:
        """The editions of one facts file; no `languages` means all of its editions.

        A language in which the circular does not go out is an error, or skipped.

        Raises:
            FindingsError: with every problem of every language.
        """
        loaded = self.library.load(path)
        facts = loaded.file.facts
        files: dict[str, bytes] = {}
        to_print: dict[str, bytes] = {}
        circulars: list[Circular] = []
        findings: list[Finding] = []
        for language in languages or facts.editions:
            if language not in facts.editions:
                if not skip_absent:
                    findings.append(_no_edition(loaded.file, language))
                continue
            try:
                circular = self.library.compose(loaded, language)
            except FindingsError as error:
                findings += error.findings
                continue
            if self._verify:
                findings += self._read_back(circular, loaded.file, language)
            circulars.append(circular)
            letter = self.library.packs[language].file_letter
            for format_ in formats:
                name = edition_name(facts, letter, format_, path.stem)
                (to_print if format_ == "pdf" else files)[name] = self.written(circular, format_)
        if has_errors(findings):
            raise FindingsError(*findings)
        keys = {**KEYS, **self.library.kind(facts.kind).facts}
        return Editions(
            loaded,
            circular_name(facts, path.stem),
            files,
            (*findings, *unused(loaded.file, circulars, self.library.packs, keys)),
            to_print,
        )

    def _read_back(self, circular: Circular, file: FactsFile, language: str) -> list[Finding]:
        from circgen.comparison.readback import read_back  # noqa: PLC0415  --no-verify
        from circgen.recognition.recogniser import Recogniser  # noqa: PLC0415

        if language not in self._recognisers:
            self._recognisers[language] = Recogniser(self.library.language(language), names=False)
        return read_back(circular, file, self._recognisers[language])

    def written(self, circular: Circular, format_: str) -> bytes:
        """An edition in a format; of PDF, the document that is printed."""
        if format_ != "txt":
            from circgen.writers.docx import docx  # noqa: PLC0415

            return docx(circular, self._letterhead, self._logo)
        return text(circular).encode()


def _no_edition(file: FactsFile, language: str) -> Finding:
    return Finding(
        file.at("editions"),
        "no-edition",
        f"there is no edition in `{language}`",
        "add it to `editions`, or ask for "
        + ", ".join(f"`{code}`" for code in file.facts.editions),
    )
