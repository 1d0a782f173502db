"""A PNG as an inline picture."""

from __future__ import annotations

from typing import NamedTuple

from circgen.writers.docx.markup import escape

SIGNATURE = b"\x89PNG\r\n\x1a\n"
EMU_PER_MILLIMETRE = 36_000
EMU_PER_PIXEL = 9_525  # at 96 pixels to the inch
EMU_PER_TWIP = 635
HIGHEST = 20 * EMU_PER_MILLIMETRE

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


class Picture(NamedTuple):
    """A picture and the size it is shown at, in EMU."""

    data: bytes
    width: int
    height: int

    @classmethod
    def of(cls, data: bytes, widest: int) -> Picture:
        """The PNG at 96 pixels to the inch, or smaller: at most 20 mm high and `widest` EMU wide.

        Raises ValueError when the bytes aren't a PNG.
        """
        if not data.startswith(SIGNATURE) or data[12:16] != b"IHDR":
            raise ValueError("the logo isn't a PNG file")
        width = int.from_bytes(data[16:20]) * EMU_PER_PIXEL
        height = int.from_bytes(data[20:24]) * EMU_PER_PIXEL
        if not width or not height:
            raise ValueError("the logo has no size")
        scale = min(1.0, HIGHEST / height, widest / width)
        return cls(data, round(width * scale), round(height * scale))

    def run(self, relation: str, description: str, mark: str) -> str:
        """The run that shows it; `description` is said to screen readers, `mark` its language."""
        size = f'cx="{self.width}" cy="{self.height}"'
        named = f'id="1" name="Logo" descr="{escape(description)}"'
        return (
            f"<w:r><w:rPr>{mark}</w:rPr><w:drawing>"
            f'<wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing"'
            ' distT="0" distB="0" distL="0" distR="0">'
            f"<wp:extent {size}/><wp:docPr {named}/>"
            f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{DRAWING}/picture">'
            f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{relation}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
