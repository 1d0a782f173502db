"""Findings to report on."""

from circgen.findings import Evidence, Finding, Level, Location

EN = "in/en.docx"
RU = "in/ru.docx"


def paragraph(file, number):
    return Location(file, paragraph=number)


def hours(**other):
    """Two documents disagree on hours."""
    finding = Finding(
        paragraph(RU, 12),
        "hours",
        "paragraph 1: 12:00-13:00 is 11:00-12:00 in the source",
        "correct one of them",
        paragraph="1",
        source=Evidence("11:00-12:00", "from 1100 to 1200 hours", paragraph(EN, 9)),
        target=Evidence("12:00-13:00", "с 12:00 до 13:00", paragraph(RU, 12)),
    )
    return finding._replace(**other)


def missing():
    """A paragraph is in one document only."""
    return Finding(
        Location(RU),
        "paragraph-missing",
        "paragraph 4 is missing",
        level=Level.WARNING,
        paragraph="4",
        source=Evidence("", "All are welcome.", paragraph(EN, 14)),
        target=Evidence("", "", Location(RU)),
    )


def wording(old, new):
    """A text is another one than it was."""
    return Finding(
        paragraph(RU, 20),
        "wording",
        "paragraph objectives: other words",
        level=Level.WARNING,
        paragraph="objectives",
        source=Evidence("", old, Location("data/a.yaml", 5, 3)),
        target=Evidence("", new, paragraph(RU, 20)),
    )


def plain_one(**other):
    """A finding of a facts file: no documents are compared."""
    finding = Finding(
        Location("facts.yaml", 3, 7), "number", "number: 'x' is no number", "a number"
    )
    return finding._replace(**other)
