"""XML text: escaping, what may not stand in it, and elements with their places in the bytes.

Parts of the letterhead are cut at byte offsets and filled in, so that everything else in them stays
byte for byte as Word saved it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

# A carriage return is allowed by XML 1.0 but comes back as a line feed.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
TAG = re.compile(rb"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")


class MarkupError(ValueError):
    """The bytes aren't the XML that an office program writes."""


def escape(text: str) -> str:
    """The characters as XML text or as the value of an attribute in double quotes."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def encode(xml: str) -> bytes:
    """The XML as UTF-8; raises ValueError at a character that XML can't hold."""
    if found := FORBIDDEN.search(xml):
        raise ValueError(f"U+{ord(found[0]):04X} can't stand in a DOCX")
    return xml.encode()


@dataclass(slots=True)
class Element:
    """An element of a part: `start`, `inside`, `close` and `end` are offsets in the part's bytes.

    `inside` is where the contents begin, `close` where they end. Names are as written (`w:p`).
    """

    name: str
    attributes: Mapping[str, str]
    children: list[Element]
    start: int
    inside: int = 0
    close: int = 0
    end: int = 0

    def child(self, *path: str) -> Element | None:
        """The first element down this path of names."""
        element = self
        for name in path:
            found = next((each for each in element.children if each.name == name), None)
            if found is None:
                return None
            element = found
        return element

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the order of the part."""
        yield self
        for each in self.children:
            yield from each.walk()


def parse(data: bytes) -> Element:
    """The root element of a part; raises MarkupError."""
    parser = expat.ParserCreate()
    top = Element("", {}, [], 0)
    open_elements = [top]

    def tag_end(place: int) -> int:
        match = TAG.match(data, place)
        return match.end() if match else place

    def start(name: str, attributes: dict[str, str]) -> None:
        place = parser.CurrentByteIndex
        element = Element(name, attributes, [], place, tag_end(place))
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def end(_: str) -> None:
        element = open_elements.pop()
        if data.endswith(b"/>", element.start, element.inside):
            # Versions of expat differ in where they report its end.
            element.close = element.end = element.inside
            return
        element.close = parser.CurrentByteIndex
        element.end = tag_end(element.close)

    def doctype(*_: object) -> None:
        raise MarkupError("has a document type declaration")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise MarkupError(str(error)) from None
    return top.children[0]
