"""Names of editions, as the ITU names its documents: `T25-TSB-CIR-0081!!MSW-E.docx`."""

from __future__ import annotations

from circgen.facts.model import Facts

FORMATS = {"docx": ("MSW", "docx"), "txt": ("TXT", "txt")}
"""Formats by the word of the command line: their mark in the name, and the extension."""


def edition_name(facts: Facts, file_letter: str, format_: str, stem: str) -> str:
    """Study period, series, number, variant, form and language.

    A draft, which may lack number and period, is named after its facts file (`stem`).
    """
    form, extension = FORMATS[format_]
    if facts.draft or facts.number is None or facts.study_period is None:
        return f"DRAFT-{stem}-{form}-{file_letter}.{extension}"
    period = f"T{facts.study_period.start % 100:02}"
    variant = str(facts.variant or "")
    return f"{period}-TSB-CIR-{facts.number:04}!{variant}!{form}-{file_letter}.{extension}"
