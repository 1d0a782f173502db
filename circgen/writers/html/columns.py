"""Letters beside each other, a row of the page for each part, and findings at their rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lxml.builder import E

from circgen.findings import has_errors, in_order
from circgen.parts import common_order
from circgen.writers.html.letter import Part, parts
from circgen.writers.html.notes import note

if TYPE_CHECKING:
    from lxml.etree import _Element

    from circgen.document import Circular
    from circgen.findings import Finding


class Column(NamedTuple):
    """A letter, and its parts by the row that they stand in."""

    name: str
    circular: Circular
    parts: Mapping[str, Part]

    def number_of(self, row: str) -> str:
        """The number of the paragraph in a row; empty for other parts."""
        return next((str(each.number) for each in self.circular.paragraphs if each.id == row), "")


class Columns(NamedTuple):
    """The letters of a page, the ids of its rows, and what was found.

    `found` has findings by row, those of no row under an empty id; `numbers` counts them from 1.
    """

    letters: tuple[Column, ...]
    rows: tuple[str, ...]
    found: Mapping[str, Sequence[Finding]]
    numbers: Mapping[Finding, int]

    @classmethod
    def of(
        cls,
        letters: Iterable[tuple[str, Circular]],
        findings: Mapping[str, Sequence[Finding]],
        logo: bytes | None,
    ) -> Columns:
        """The columns of named letters, with findings by the parts that they concern."""
        columns = tuple(
            Column(name, circular, {part.id: part for part in parts(circular, logo)})
            for name, circular in letters
        )
        rows = common_order([tuple(letter.parts) for letter in columns])
        row_of = {
            id_: row for each in columns for row, part in each.parts.items() for id_ in part.ids
        }
        by_row: dict[str, list[Finding]] = {}
        for id_, some in findings.items():
            by_row.setdefault(row_of.get(id_, ""), []).extend(some)
        found = {row: in_order(by_row[row]) for row in ("", *rows) if row in by_row}
        numbers = {
            each: n for n, each in enumerate((f for some in found.values() for f in some), 1)
        }
        return cls(columns, tuple(rows), found, numbers)

    @property
    def has_notes(self) -> bool:
        """Whether there is a column of findings."""
        return any(self.found.values()) and set(self.found) != {""}

    def elements(self) -> Iterator[_Element]:
        """The columns, each with a cell for its heading and for every row."""
        for letter in self.letters:
            yield self._letter(letter)
        if self.has_notes:
            yield self._notes()

    def _letter(self, letter: Column) -> _Element:
        circular = letter.circular
        column = E.article(
            {
                "class": "letter",
                "lang": circular.language,
                "dir": circular.direction,
                "aria-label": letter.name,
            },
            E.h2({"class": "part name"}, letter.name),
        )
        for row in self.rows:
            column.append(self._cell(letter, row))
        return column

    def _cell(self, letter: Column, row: str) -> _Element:
        part = letter.parts.get(row)
        look = "part top" if row == self.rows[0] else "part"
        if part is None:
            return E.div({"class": f"{look} empty"})
        about = {"id": _id(letter, row), "data-language": letter.name}
        look += f" {part.look}"
        if found := self.found.get(row):
            look += " found error" if has_errors(list(found)) else " found warning"
            about["aria-details"] = f"notes.{row}"
        return E.div(about | {"class": look}, *part.content)

    def _notes(self) -> _Element:
        """The findings beside the rows that they are about."""
        column = E.aside({"class": "notes", "aria-labelledby": "notes-title"})
        column.append(E.h2({"class": "part name", "id": "notes-title"}, "Findings in the letter"))
        for row in self.rows:
            if row not in self.found:
                column.append(E.div({"class": "part empty"}))
                continue
            letter = next(letter for letter in self.letters if row in letter.parts)
            back = _id(letter, row)
            notes = (note(each, self.numbers[each], back) for each in self.found[row])
            about = {"class": "part", "id": f"notes.{row}"}
            if number := letter.number_of(row):
                about["data-paragraph"] = number  # links lead nowhere on paper
            column.append(E.div(about, *notes))
        return column


def _id(letter: Column, row: str) -> str:
    return f"{letter.circular.language}.{row}"
