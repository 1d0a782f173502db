"""Instances of the letterhead's lists, one for each list of a letter that counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from circgen.writers.docx.letterhead import Letterhead, ListStyle
    from circgen.writers.docx.styles import Role


@dataclass(slots=True)
class Numbering:
    """Gathers the instances while the letter is written."""

    letterhead: Letterhead
    started: list[tuple[ListStyle, int]] = field(default_factory=list)

    def start(self, role: Role, first: int) -> str:
        """A new instance that counts from `first`, as the property of each of its paragraphs."""
        number = self.letterhead.first_list + len(self.started)
        style = self.letterhead.lists[role]
        self.started.append((style, first))
        return f'<w:numPr><w:ilvl w:val="{style.level}"/><w:numId w:val="{number}"/></w:numPr>'

    def markup(self) -> str:
        """The instances for the numbering part."""
        # Without the override Word goes on counting from the last instance of the same list.
        return "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{style.abstract_id}"/>'
            f'<w:lvlOverride w:ilvl="{style.level}"><w:startOverride w:val="{first}"/>'
            "</w:lvlOverride></w:num>"
            for number, (style, first) in enumerate(self.started, self.letterhead.first_list)
        )
