"""Findings for people and for programs: as text, as JSON, for GitHub Actions, as SARIF."""

from __future__ import annotations

from collections.abc import Iterable

from circgen.findings import Finding, in_order
from circgen.report.overview import Hidden, overview, total
from circgen.report.paint import Paint, coloured, plain
from circgen.report.text import report, summary

__all__ = [
    "FORMATS",
    "Hidden",
    "Paint",
    "coloured",
    "plain",
    "report",
    "summary",
    "write",
    "write_overview",
]

FORMATS = ("text", "json", "github", "sarif")
"""What `write` can make of findings."""


def write(findings: Iterable[Finding], form: str = FORMATS[0], paint: Paint = plain) -> str:
    """Findings in one of FORMATS, ready to be printed. ValueError if there is no such format.

    Without findings, text and github are empty; json and sarif are whole files even then. Only
    text has colours.
    """
    found = in_order(findings)
    match form:
        case "text":
            written = report(found, paint)
        case "json":
            from circgen.report.objects import objects  # noqa: PLC0415  text does without json

            written = objects(found)
        case "github":
            from circgen.report.github import commands  # noqa: PLC0415  for one format only

            written = commands(found)
        case "sarif":
            from circgen.report.sarif import log  # noqa: PLC0415  text does without json, hashlib

            written = log(found)
        case _:
            raise ValueError(f"no format of findings: {form}")
    return _printable(written)


def write_overview(
    findings: Iterable[Finding], form: str, hidden: Hidden, paint: Paint = plain, columns: int = 0
) -> str:
    """Findings of a whole project in one of FORMATS: where people read it, with their sum.

    `columns` is the width of the terminal; 0 if there is none.
    """
    found = in_order(findings)
    if form == "text":
        return _printable(overview(found, hidden, paint, columns))
    closing = total(found, hidden) if form == "github" else ""
    return write(found, form) + _printable(f"{closing}\n" if closing else "")


def _printable(text: str) -> str:
    """Names of files can hold bytes that are no UTF-8; they look as they do in JSON."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
