"""PDF for the circulars of a run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from circgen.cli.terminal import CannotRunError
from circgen.editions import Editions
from circgen.findings import Finding, Location
from circgen.project import Project, shown

if TYPE_CHECKING:
    from circgen.printing import Office


def installed() -> Office:
    """The LibreOffice that prints."""
    from circgen.printing import Office, OfficeError

    try:
        return Office.installed(os.environ)
    except OfficeError as error:
        raise CannotRunError(f"--format pdf: {error}") from None


def with_pdf(
    made: Mapping[Path, Editions], office: Office, project: Project
) -> tuple[dict[Path, Editions], tuple[Finding, ...]]:
    """Circulars with their PDF, without those that could not be printed; and what was wrong."""
    from circgen.printing import printed

    documents = {
        name: document for editions in made.values() for name, document in editions.to_print.items()
    }
    result = printed(documents, office, Location(shown(project.templates / "letterhead.docx")))
    whole: dict[Path, Editions] = {}
    findings = list(result.fonts)
    for path, editions in made.items():
        failed = [name for name in editions.to_print if name in result.failed]
        findings += (_not_printed(path, name, result.failed[name]) for name in failed)
        if not failed:
            pdf = {name: result.files[name] for name in editions.to_print}
            whole[path] = editions._replace(files={**editions.files, **pdf}, to_print={})
    return whole, tuple(findings)


def _not_printed(path: Path, name: str, why: str) -> Finding:
    return Finding(
        Location(shown(path)),
        "pdf",
        f"{name} cannot be printed: {why}",
        "open the Word document in LibreOffice and see; nothing of this circular was written",
    )
