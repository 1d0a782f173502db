"""What a Word document says of itself that its PDF is to say, too."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple
from xml.etree import ElementTree as ET

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "terms": "http://purl.org/dc/terms/",
}
_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = ("word/styles.xml", "word/document.xml")


class Source(NamedTuple):
    """Properties of a document, each empty where it has none, and the fonts that it names.

    The language is a BCP 47 tag, the moment of its making as in XML (`2025-10-15T00:00:00Z`). The
    digest is that of its bytes.
    """

    digest: str
    language: str
    title: str
    created: str
    fonts: frozenset[str]


def source_of(document: bytes) -> Source:
    """Read a document that circgen has written."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        # Not of anybody's making: circgen has written these parts a moment ago.
        core = ET.fromstring(archive.read("docProps/core.xml"))  # noqa: S314
        roots = [ET.fromstring(archive.read(part)) for part in _PARTS]  # noqa: S314

    def stated(name: str) -> str:
        return core.findtext(name, default="", namespaces=_NAMESPACES)

    return Source(
        digest_of(document),
        stated("dc:language"),
        stated("dc:title"),
        stated("terms:created"),
        frozenset(_fonts(roots)),
    )


def digest_of(document: bytes) -> str:
    """What a document has another one of as soon as a byte of it changes."""
    return f"sha256:{sha256(document).hexdigest()}"


def _fonts(roots: Iterable[ET.Element]) -> Iterator[str]:
    for root in roots:
        for fonts in root.iter(f"{_MAIN}rFonts"):
            # What ends so names no font, but one of the theme, or a kind of letters.
            yield from (
                name for key, name in fonts.items() if not key.lower().endswith(("theme", "hint"))
            )
