"""Printing: documents become PDF, by LibreOffice, and are finished here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from circgen.findings import Finding, Location
from circgen.printing.adapting import for_libreoffice
from circgen.printing.finishing import finished, is_made_from
from circgen.printing.fonts import Fonts
from circgen.printing.office import Office, OfficeError
from circgen.printing.source import source_of

__all__ = ["Office", "OfficeError", "Printed", "is_made_from", "printed"]


class Printed(NamedTuple):
    """PDF by file name; why the others could not be printed; fonts that were not there."""

    files: Mapping[str, bytes]
    failed: Mapping[str, str]
    fonts: tuple[Finding, ...]


def printed(documents: Mapping[str, bytes], office: Office, letterhead: Location) -> Printed:
    """Print Word documents, given by the name that the PDF is to have.

    The same documents give the same bytes, as long as LibreOffice and its fonts are the same. Of
    fonts that are missing it is said that the letterhead asks for them.
    """
    files: dict[str, bytes] = {}
    failed: dict[str, str] = {}
    missing: dict[Finding, None] = {}
    for name, pdf in _made(list(documents), documents, office, failed):
        source = source_of(documents[name])
        try:
            files[name], used = finished(pdf, source)
        except OfficeError as error:
            failed[name] = str(error)
            continue
        missing |= dict.fromkeys(Fonts(source.fonts, used).findings(letterhead))
    return Printed(files, failed, tuple(missing))


def _made(
    names: list[str], documents: Mapping[str, bytes], office: Office, failed: dict[str, str]
) -> Iterator[tuple[str, bytes]]:
    """The PDF of some documents; what one process leaves undone gets one of its own each."""
    made: Mapping[int, bytes] = {}
    if not names:  # LibreOffice would wait for somebody to open one
        return
    try:
        made = office.pdf([for_libreoffice(documents[name]) for name in names])
    except OfficeError as error:
        failed |= dict.fromkeys(names if len(names) == 1 else (), str(error))
    for number, name in enumerate(names):
        if number in made:
            yield name, made[number]
        elif len(names) > 1:
            yield from _made([name], documents, office, failed)
        else:
            failed.setdefault(name, "LibreOffice could not open the document")
