"""What is noted while the parts of a document are read, apart from their lines."""

from __future__ import annotations

from collections.abc import Mapping

from circgen.findings import Finding, Level, Location
from circgen.readers.docx.markup import Group, first, is_on, value


class Record:
    """Gathers what the parts of a document say of others, and what people should know."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.paragraphs = 0
        self.tables = 0
        self._notes: dict[tuple[str, str], int] = {}
        self._changes = 0
        self._first_change = 0
        self._unread: list[Finding] = []
        self._sections: list[tuple[dict[tuple[str, str], str], bool]] = []

    def change(self, paragraph: int, count: int) -> None:
        """So many changes that were tracked and neither accepted nor rejected."""
        self._changes += count
        if count:
            self._first_change = self._first_change or paragraph

    def unread(self, message: str, help_: str, paragraph: int) -> None:
        """Text that Word shows and that isn't in the lines."""
        at = Location(self.file, paragraph=paragraph)
        self._unread.append(Finding(at, "unread-text", message, help_, Level.WARNING))

    def note(self, kind: str, name: str, paragraph: int) -> None:
        """A footnote or endnote is referred to; what counts is the first time."""
        self._notes.setdefault((kind, name), paragraph)

    def notes(self) -> Mapping[tuple[str, str], int]:
        """The notes in the order of their references: kind and id, and the paragraph."""
        return self._notes

    def section(self, group: Group) -> None:
        """A section ends, and says which headers and footers it has."""
        references = {
            (name, value(attributes, "w:type", "default")): value(attributes, "r:id")
            for name, attributes in group
            if name in {"w:headerReference", "w:footerReference"}
        }
        title = first(group, "w:titlePg")
        self._sections.append((references, title is not None and is_on(title)))

    def shown(self, name: str, *, even: bool) -> list[str]:
        """The relations of the headers (`w:headerReference`) or footers that are shown.

        A section without one of its own has that of the section before it. `even` is whether even
        pages have others than odd ones.
        """
        current: dict[tuple[str, str], str] = {}
        found: list[str] = []
        for references, title in self._sections:
            current |= references
            for kind, is_shown in (("first", title), ("default", True), ("even", even)):
                if is_shown and (name, kind) in current:
                    found.append(current[name, kind])
        return found

    def findings(self) -> tuple[Finding, ...]:
        """Warnings about the document."""
        if not self._changes:
            return tuple(self._unread)
        changes = "1 tracked change" if self._changes == 1 else f"{self._changes} tracked changes"
        tracked = Finding(
            Location(self.file, paragraph=self._first_change),
            "tracked-changes",
            f"{changes} in `{self.file}`, read as if accepted",
            "accept or reject them in Word (Review, Changes), so that everybody reads the same",
            Level.WARNING,
        )
        return (tracked, *self._unread)
