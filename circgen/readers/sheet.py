"""A sheet: what a file shows, line by line, before anybody asks what it means."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from circgen.findings import Finding, Location

INVISIBLE = dict.fromkeys(
    map(
        ord,
        "\N{SOFT HYPHEN}\N{COMBINING GRAPHEME JOINER}\N{ARABIC LETTER MARK}"
        "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
        "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
        "\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}\N{POP DIRECTIONAL FORMATTING}"
        "\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}"
        "\N{WORD JOINER}\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}"
        "\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}\N{ZERO WIDTH NO-BREAK SPACE}",
    )
)
"""Characters that nobody sees, for `str.translate`: no text of a letter holds them."""


class Story(StrEnum):
    """Which stream of text a line belongs to."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"  # a footnote or an endnote
    BOX = "box"  # a text box


class Cell(NamedTuple):
    """A cell of a table: all count from 0 in reading order."""

    table: int
    row: int
    column: int


class Line(NamedTuple):
    r"""A line of a text file, or a paragraph of a word processor's document.

    `text` is what a reader sees, tabs and line breaks (`\n`) included, without its number or
    bullet: that is `mark` as it is shown (`4`, `4.`, `a)`, a bullet), and `level` counts how
    deep it is indented in its list. `page` counts the pages of a text that shows where they end.
    """

    text: str
    at: Location
    mark: str = ""
    level: int = 0
    cell: Cell | None = None
    story: Story = Story.BODY
    page: int = 0


class Sheet(NamedTuple):
    """A file as it was read. `findings` are warnings: what cannot be read at all is no sheet."""

    file: str
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()
