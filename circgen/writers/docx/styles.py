"""The styles a letter is set in, found in the letterhead by their names."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from circgen.writers.docx.markup import Element


class Role(StrEnum):
    """What a style is for; the value is its name in the letterhead."""

    DRAFT = "Circular Draft"
    LETTERHEAD = "Circular Letterhead"
    DATELINE = "Circular Dateline"
    LABEL = "Circular Label"
    VALUE = "Circular Value"
    RECIPIENT = "Circular Recipient"
    SUBJECT = "Circular Subject"
    SALUTATION = "Circular Salutation"
    PARAGRAPH = "Circular Paragraph"
    CONTINUATION = "Circular Continuation"
    BULLET = "Circular Bullet"
    ITEM = "Circular Item"
    CLOSING = "Circular Closing"
    SIGNED = "Circular Signed"
    SIGNATURE = "Circular Signature"
    ANNEX_NOTE = "Circular Annex Note"
    ANNEX_HEADING = "Circular Annex Heading"
    ANNEX_TITLE = "Circular Annex Title"
    ANNEX_TEXT = "Circular Annex Text"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    TABLE_HEADING = "Circular Table Heading"
    TABLE_TEXT = "Circular Table Text"
    TABLE_END = "Circular Table End"
    RUNNING_HEAD = "Circular Running Head"
    FOOTER = "Circular Footer"
    LINK = "Hyperlink"
    STRONG = "Strong"
    EMPHASIS = "Emphasis"
    STRONG_EMPHASIS = "Circular Strong Emphasis"
    REFERENCE_TABLE = "Circular Reference"
    TABLE = "Circular Table"

    @property
    def kind(self) -> str:
        """`paragraph`, `character` or `table`, as `w:type` says it."""
        if self in (Role.LINK, Role.STRONG, Role.EMPHASIS, Role.STRONG_EMPHASIS):
            return "character"
        return "table" if self in (Role.REFERENCE_TABLE, Role.TABLE) else "paragraph"


HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
LISTS = (Role.PARAGRAPH, Role.BULLET, Role.ITEM, Role.RECIPIENT)
"""The styles that number their paragraphs or put a mark before them."""


class Style(NamedTuple):
    """A style of the letterhead. `list_id` and `level` are its own numbering, if it has one.

    `bold`: Word takes a bold character style inside a bold paragraph style as not bold.
    """

    id: str
    bold: bool
    list_id: str | None
    level: int


def styles_by_role(root: Element) -> tuple[Mapping[Role, Style], tuple[str, ...]]:
    """The styles found, and what is wrong with the others, from the root of the styles part."""
    elements = [each for each in root.children if each.name == "w:style"]
    by_id = {each.attributes.get("w:styleId", ""): each for each in elements}
    # Word writes the names of its own styles in lower case ("heading 1"), other programs don't.
    by_name = {_value(each, "w:name").casefold(): each for each in elements}
    found: dict[Role, Style] = {}
    problems: list[str] = []
    for role in Role:
        element = by_name.get(role.casefold())
        if element is None:
            problems.append(f'style "{role}" is missing')
            continue
        kind = element.attributes.get("w:type", "")
        style = Style(
            id=element.attributes.get("w:styleId", ""),
            bold=_is_bold(element, by_id),
            list_id=_value(element, "w:pPr", "w:numPr", "w:numId") or None,
            level=int(_value(element, "w:pPr", "w:numPr", "w:ilvl") or 0),
        )
        if kind != role.kind:
            problems.append(f'style "{role}" is a {kind} style, not a {role.kind} style')
        elif role in LISTS and style.list_id is None:
            problems.append(f'style "{role}" has no numbering')
        else:
            found[role] = style
    return found, tuple(problems)


def _value(element: Element, *path: str) -> str:
    """`w:val` of the element down this path, or nothing."""
    found = element.child(*path)
    return found.attributes.get("w:val", "") if found else ""


def _is_bold(element: Element | None, by_id: Mapping[str, Element]) -> bool:
    """Whether the style, or the nearest one it is based on that says so, is bold."""
    seen: list[Element] = []
    while element is not None and element not in seen:
        seen.append(element)
        if bold := element.child("w:rPr", "w:b"):
            return bold.attributes.get("w:val", "1") not in ("0", "false", "off")
        element = by_id.get(_value(element, "w:basedOn"))
    return False
