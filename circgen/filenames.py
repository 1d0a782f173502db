"""Names of editions, as the ITU names its documents: `T25-TSB-CIR-0081!!MSW-E.docx`."""

from __future__ import annotations

from circgen.facts.model import Facts

FORMATS = {"docx": ("MSW", "docx"), "txt": ("TXT", "txt"), "pdf": ("PDF", "pdf")}
"""Formats by the word of the command line: their mark in the name, and the extension."""


def circular_name(facts: Facts, stem: str) -> str:
    """Study period, series, number and variant: what identifies a circular.

    A draft, which may lack number and period, is named after its facts file (`stem`).
    """
    if facts.draft or facts.number is None or facts.study_period is None:
        return f"DRAFT-{stem}"
    period = f"T{facts.study_period.start % 100:02}"
    return f"{period}-TSB-CIR-{facts.number:04}!{facts.variant or ''}"


def edition_name(facts: Facts, file_letter: str, format_: str, stem: str) -> str:
    """The name of the circular, form and language."""
    form, extension = FORMATS[format_]
    joint = "-" if facts.draft or facts.number is None else "!"
    return f"{circular_name(facts, stem)}{joint}{form}-{file_letter}.{extension}"
