"""Lines that are nothing but lines: a screen reader is told to pass over them (ISO 14289-1, 7.1).

LibreOffice says so of the lines of tables, and not of those around paragraphs: the one above the
address at the foot of a page, and the box of a draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Name, Operator

Instruction = ContentStreamInstruction | ContentStreamInlineImage

_OPENING, _CLOSING = {"BDC", "BMC"}, "EMC"
_DRAWN_FROM = {"m", "re"}
_DRAWN_TO = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"}
_BEGIN = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
_END = ContentStreamInstruction([], Operator("EMC"))


def pass_over_lines(pdf: pikepdf.Pdf) -> None:
    """Mark what is drawn on the pages outside of everything that is marked."""
    for page in pdf.pages:
        before = list(pikepdf.parse_content_stream(page))
        after = list(_marked(before))
        if len(after) > len(before):
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(after))


def _marked(instructions: Sequence[Instruction]) -> Iterator[Instruction]:
    depth = 0
    is_drawing = False
    for each in instructions:
        operator = str(each.operator)
        if operator in _OPENING:
            depth += 1
        elif operator == _CLOSING:
            depth -= 1
        elif operator in _DRAWN_FROM and not depth and not is_drawing:
            is_drawing = True
            yield _BEGIN
        yield each
        if is_drawing and operator in _DRAWN_TO:
            is_drawing = False
            yield _END
