"""Why a file can't be read as a Word document: one finding for each."""

from __future__ import annotations

from circgen.findings import Finding, FindingsError, Location

AGAIN = "open it in Word and save it again as a Word document (.docx), or ask for it once more"


def refused(
    file: str, rule: str, message: str, help_: str = AGAIN, *, paragraph: int = 0
) -> FindingsError:
    """The error that says so; `paragraph` counts from 1, 0 is the whole file."""
    return FindingsError(Finding(Location(file, paragraph=paragraph), rule, message, help_))


def damaged(file: str, message: str) -> FindingsError:
    """The file was a Word document once."""
    return refused(file, "damaged-document", message)


def unsafe(file: str, message: str) -> FindingsError:
    """The file holds what no office program writes, and what can only do harm."""
    return refused(
        file,
        "unsafe-document",
        message,
        "no office program writes such files: do not open it, ask the sender about it",
    )


def too_large(file: str, message: str, *, paragraph: int = 0) -> FindingsError:
    """The file may be a Word document, but no letter."""
    return refused(
        file,
        "large-document",
        message,
        "letters are far smaller: copy what is to be read into a document of its own",
        paragraph=paragraph,
    )
