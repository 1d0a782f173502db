"""The properties of the file: title, author, language, and the day it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from circgen.writers.docx.markup import escape

if TYPE_CHECKING:
    from circgen.document import Circular

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_properties(circular: Circular) -> str:
    """The part docProps/core.xml: without dates where the circular has none."""
    properties = circular.properties
    dates = ""
    if properties.created:
        moment = f"{properties.created.isoformat()}T00:00:00Z"
        dates = "".join(
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
            for name in ("created", "modified")
        )
    return (
        f"{DECLARATION}<cp:coreProperties {NAMESPACES}>"
        f"<dc:title>{escape(properties.title)}</dc:title>"
        f"<dc:creator>{escape(properties.author)}</dc:creator>"
        f"<dc:language>{escape(circular.language)}</dc:language>"
        f"{dates}</cp:coreProperties>"
    )
