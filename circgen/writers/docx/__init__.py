"""The circular as a DOCX, in the letterhead of the Bureau.

The letterhead is read once, its parts are kept as Word saved them, and each letter fills in what is
its own. Everything is text until it is packed: nothing here needs a DOCX library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from circgen.writers.docx.body import Body, Logo
from circgen.writers.docx.letterhead import Letterhead
from circgen.writers.docx.markup import encode
from circgen.writers.docx.numbering import Numbering
from circgen.writers.docx.package import Entry, write
from circgen.writers.docx.parts import Part, Slot
from circgen.writers.docx.picture import EMU_PER_TWIP, Picture
from circgen.writers.docx.properties import core_properties
from circgen.writers.docx.relations import Relations
from circgen.writers.docx.voice import Voice

if TYPE_CHECKING:
    from circgen.document import Circular

__all__ = ["Letterhead", "docx"]

LOGO = "media/circular-logo.png"
PNG = '<Default Extension="png" ContentType="image/png"/>'


def docx(circular: Circular, letterhead: Letterhead, logo: bytes | None = None) -> bytes:
    """The bytes of the DOCX; `logo` is a PNG. The same input gives the same bytes.

    Raises ValueError at a character that XML can't hold, or when the logo isn't a PNG.
    """
    voice = Voice.of(circular)
    numbering = Numbering(letterhead)
    relations = Relations(letterhead.first_relation)
    shown = None
    if logo is not None:
        picture = Picture.of(logo, widest=letterhead.width // 2 * EMU_PER_TWIP)
        shown = Logo(picture, relations.picture(LOGO), circular.properties.logo_description)
    body = Body(letterhead, voice, numbering, relations).letter(circular, shown)
    contents = {
        Slot.BODY: encode(body),
        Slot.NUMBERS: encode(numbering.markup()),
        Slot.RELATIONS: encode(relations.markup()),
        Slot.CONTENT_TYPES: encode(PNG if shown and not letterhead.knows_png else ""),
        Slot.CORE_PROPERTIES: encode(core_properties(circular)),
        Slot.LANGUAGE: encode(voice.default),
        Slot.DIRECTION: encode(voice.paragraph),
        Slot.RUNNING_HEAD: encode(voice.run(circular.running_head)),
        Slot.FOOTER: encode(voice.run(circular.footer)),
    }
    entries = [
        each.filled(contents) if isinstance(each, Part) else each for each in letterhead.entries
    ]
    if logo is not None:
        entries.append(Entry.of(f"{letterhead.folder}/{LOGO}", logo))
    return write(entries)
