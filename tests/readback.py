"""A saved DOCX as its reader sees it, taken from the file alone: styles, numbers, links, tables.

`read(data)` gives a `Document`; its `page()` is one readable text for golden pages, its `words()`
are what a person would read aloud, in order.
"""

from __future__ import annotations

import io
import posixpath
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

NBSP, SHOWN_NBSP = "\N{NO-BREAK SPACE}", "\N{SHOULDERED OPEN BOX}"
TAB, SHOWN_TAB = "\t", "\N{RIGHTWARDS ARROW TO BAR}"
BREAK, SHOWN_BREAK = "\n", "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}"
SHOWN = {NBSP: SHOWN_NBSP, TAB: SHOWN_TAB, BREAK: SHOWN_BREAK}

# Said elsewhere on the page, or without any effect that a reader could see.
PLAIN_PARAGRAPH = {"pStyle", "numPr"}
PLAIN_RUN = {"rStyle", "lang"}
ADDRESSES = ("mailto:", "tel:", "https://", "http://")


def visible(text: str) -> str:
    """The text with every invisible character shown."""
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character in SHOWN:
        return SHOWN[character]
    if character != " " and unicodedata.category(character) in {"Cc", "Cf", "Zs", "Zl", "Zp"}:
        return f"<{unicodedata.name(character, f'U+{ord(character):04X}').lower()}>"
    return character


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one make. `format` is formatting that stands on the run itself."""

    text: str
    style: str = ""
    link: str = ""
    language: str = ""
    format: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`mark` is the number or bullet that Word would print; `cell` is where in a table it stands."""

    style: str
    mark: str
    pieces: tuple[Piece, ...]
    format: tuple[str, ...] = ()
    cell: str = ""

    @property
    def text(self) -> str:
        """The characters, without number or bullet."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def spoken(self) -> str:
        """The mark and the text; a link that does not show its address has it in brackets."""
        spoken = [f"{self.mark}\t" if self.mark else ""]
        for link, text in self._linked():
            spoken.append(text)
            if link and not _shows(text, link):
                spoken.append(f" ({link.removeprefix('mailto:')})")
        return "".join(spoken)

    def _linked(self) -> list[tuple[str, str]]:
        """Texts with their links; pieces of one link are joined."""
        joined: list[tuple[str, str]] = []
        for piece in self.pieces:
            if joined and piece.link and joined[-1][0] == piece.link:
                joined[-1] = (piece.link, joined[-1][1] + piece.text)
            else:
                joined.append((piece.link, piece.text))
        return joined


def _shows(text: str, link: str) -> bool:
    """Whether the text is the address, as it stands in the link or without its escapes."""
    shown = {each for start in ADDRESSES for each in (link.removeprefix(start), link)}
    return text.strip().rstrip("/") in {
        each.rstrip("/") for address in shown for each in (address, unquote(address))
    }


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is introduced; its paragraphs follow."""

    style: str
    description: str


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that golden pages show of a file."""

    properties: dict[str, str]
    page_setup: str
    margins: dict[str, tuple[Paragraph, ...]]
    body: tuple[Paragraph | Table, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body that have text, those in tables included."""
        return tuple(p for p in self.body if isinstance(p, Paragraph) and p.text)

    def styled(self, style: str) -> list[Paragraph]:
        """The paragraphs of the body in a style, by the style's name."""
        return [paragraph for paragraph in self.paragraphs if paragraph.style == style]

    def words(self) -> list[str]:
        """Body and footer as words in reading order, with marks; no-break spaces do not divide."""
        lines = [paragraph.spoken for paragraph in self.paragraphs]
        lines += [p.spoken for name, ps in self.margins.items() if "footer" in name for p in ps][:1]
        return " ".join(lines).replace("\n", " ").replace("\t", " ").split(" ")

    def page(self) -> str:
        """The whole document as readable lines."""
        lines = [f"{name}: {visible(value)}" for name, value in self.properties.items()]
        lines += ["", self.page_setup]
        for name, paragraphs in self.margins.items():
            lines += [f"{name}: {line}" for line in _lines(paragraphs)]
        return "\n".join([*lines, "", *_lines(self.body)]) + "\n"


def _lines(blocks: tuple[Paragraph | Table, ...]) -> Iterator[str]:
    language = ""
    for block in blocks:
        if isinstance(block, Table):
            described = f" “{visible(block.description)}”" if block.description else ""
            yield f"table [{block.style}]{described}"
            continue
        made = "".join(f" +{name}" for name in block.format)
        line = [f"  {block.cell} " if block.cell else "", f"[{block.style}{made}] "]
        line.append(f"{block.mark}{SHOWN_TAB}" if block.mark else "")
        open_link = ""
        for piece in block.pieces:
            if open_link and piece.link != open_link:
                line.append(f" → {open_link}⟩")
            if piece.link and piece.link != open_link:
                line.append("⟨")
            open_link = piece.link
            if piece.language != language:
                language = piece.language
                line.append(f"⟨lang {language or 'none'}⟩")
            line.append(_piece(piece))
        line.append(f" → {open_link}⟩" if open_link else "")
        yield "".join(line).rstrip()


def _piece(piece: Piece) -> str:
    # A link looks like one by its style: only what departs from that is worth a mark.
    style = "" if piece.link and piece.style == "Hyperlink" else piece.style
    marks = " ".join(filter(None, (style, *(f"+{name}" for name in piece.format))))
    return f"⟨{marks}: {visible(piece.text)}⟩" if marks else visible(piece.text)


def read(data: bytes) -> Document:
    """The document in the bytes of a DOCX."""
    return _Reader(zipfile.ZipFile(io.BytesIO(data))).document()


@dataclass(slots=True)
class _Reader:
    zip: zipfile.ZipFile
    counted: Counter[str] = field(default_factory=Counter)
    styles: dict[str, etree._Element] = field(default_factory=dict)
    levels: dict[str, dict[str, etree._Element]] = field(default_factory=dict)
    starts: dict[tuple[str, str], int] = field(default_factory=dict)

    def document(self) -> Document:
        for style in self._root("word/styles.xml").iter(W + "style"):
            self.styles[style.get(W + "styleId")] = style
        self._read_numbering()
        body = self._root("word/document.xml").find(W + "body")
        section = body.find(W + "sectPr")
        targets = self._relations("word/document.xml")
        return Document(
            properties=self._properties(),
            page_setup=_page_setup(section),
            margins={
                f"{each.get(W + 'type')} {etree.QName(each).localname.removesuffix('Reference')}": tuple(
                    self._margin(posixpath.join("word", targets[each.get(R + "id")]))
                )
                for each in section
                if each.tag in {W + "headerReference", W + "footerReference"}
            },
            body=tuple(self._blocks(body, targets)),
        )

    def _root(self, name: str) -> etree._Element:
        return etree.fromstring(self.zip.read(name))

    def _relations(self, name: str) -> dict[str, str]:
        folder, file = posixpath.split(name)
        relations = f"{folder}/_rels/{file}.rels"
        if relations not in self.zip.namelist():
            return {}
        return {e.get("Id"): e.get("Target") for e in self._root(relations).iter(RELATIONS)}

    def _properties(self) -> dict[str, str]:
        root = self._root("docProps/core.xml")
        return {etree.QName(each).localname: each.text or "" for each in root}

    def _margin(self, name: str) -> Iterator[Paragraph]:
        for block in self._blocks(self._root(name), self._relations(name)):
            if isinstance(block, Paragraph):
                yield block

    # numbers and bullets

    def _read_numbering(self) -> None:
        root = self._root("word/numbering.xml")
        abstract = {
            each.get(W + "abstractNumId"): {
                lvl.get(W + "ilvl"): lvl for lvl in each.iter(W + "lvl")
            }
            for each in root.iter(W + "abstractNum")
        }
        for instance in root.iter(W + "num"):
            id_ = instance.get(W + "numId")
            self.levels[id_] = abstract[_value(instance, "abstractNumId")]
            for override in instance.iter(W + "lvlOverride"):
                start = _value(override, "startOverride")
                self.starts[id_, override.get(W + "ilvl")] = int(start)

    def _mark(self, paragraph: etree._Element) -> str:
        """The number or bullet of a paragraph, by its own list or that of its style."""
        number = paragraph.find(f"{W}pPr/{W}numPr")
        style = self.styles.get(_value(paragraph.find(W + "pPr"), "pStyle"))
        while number is None and style is not None:
            number = style.find(f"{W}pPr/{W}numPr")
            style = self.styles.get(_value(style, "basedOn"))
        if number is None:
            return ""
        id_, level = _value(number, "numId"), _value(number, "ilvl") or "0"
        if id_ == "0":
            return ""
        lvl = self.levels[id_][level]
        if _value(lvl, "numFmt") == "bullet":
            return _value(lvl, "lvlText")
        first = self.starts.get((id_, level), int(_value(lvl, "start") or 1))
        value = first + self.counted[id_]
        self.counted[id_] += 1
        return _value(lvl, "lvlText").replace(f"%{int(level) + 1}", str(value))

    # blocks

    def _blocks(
        self, parent: etree._Element, targets: dict[str, str], cell: str = ""
    ) -> Iterator[Paragraph | Table]:
        for element in parent:
            if element.tag == W + "p":
                yield self._paragraph(element, targets, cell)
            elif element.tag == W + "tbl":
                yield from self._table(element, targets)

    def _table(
        self, element: etree._Element, targets: dict[str, str]
    ) -> Iterator[Paragraph | Table]:
        properties = element.find(W + "tblPr")
        style = self._name(_value(properties, "tblStyle"))
        yield Table(style, _value(properties, "tblDescription"))
        for row_number, row in enumerate(element.iter(W + "tr"), 1):
            heading = row.find(f"{W}trPr/{W}tblHeader") is not None
            column = 1
            for each in row.iter(W + "tc"):
                merged = each.find(f"{W}tcPr/{W}vMerge")
                where = f"r{row_number}c{column}" + (" heading" if heading else "")
                column += int(_value(each.find(W + "tcPr"), "gridSpan") or 1)
                if merged is not None and merged.get(W + "val") != "restart":
                    continue
                yield from self._blocks(each, targets, where)

    def _paragraph(self, element: etree._Element, targets: dict[str, str], cell: str) -> Paragraph:
        properties = element.find(W + "pPr")
        return Paragraph(
            self._name(_value(properties, "pStyle")),
            self._mark(element),
            tuple(self._pieces(element, targets)),
            _formats(properties, PLAIN_PARAGRAPH),
            cell,
        )

    def _pieces(
        self, parent: etree._Element, targets: dict[str, str], link: str = ""
    ) -> Iterator[Piece]:
        for element in parent:
            if element.tag == W + "hyperlink":
                target = targets[element.get(R + "id")]
                yield from self._pieces(element, targets, target)
            elif element.tag == W + "fldSimple":
                yield Piece(f"{{{element.get(W + 'instr').strip()}}}", "", link)
            elif element.tag == W + "r":
                properties = element.find(W + "rPr")
                style = _value(properties, "rStyle")
                yield Piece(
                    _text(element),
                    self._name(style) if style else "",
                    link,
                    _value(properties, "lang"),
                    _formats(properties, PLAIN_RUN),
                )

    def _name(self, style: str) -> str:
        return self.styles[style].find(W + "name").get(W + "val") if style else "no style"


def _value(element: etree._Element | None, name: str) -> str:
    """The `w:val` of a child, empty where there is none."""
    child = None if element is None else element.find(W + name)
    return "" if child is None else child.get(W + "val", "")


def _formats(properties: etree._Element | None, plain: set[str]) -> tuple[str, ...]:
    names = () if properties is None else (etree.QName(each).localname for each in properties)
    return tuple(name for name in names if name not in plain)


def _text(run: etree._Element) -> str:
    texts = []
    for each in run:
        match etree.QName(each).localname:
            case "t":
                texts.append(each.text or "")
            case "br":
                texts.append(BREAK)
            case "tab":
                texts.append(TAB)
            case "noBreakHyphen":
                texts.append("\N{NON-BREAKING HYPHEN}")
            case "drawing":
                texts.append("{picture}")
    return "".join(texts)


def _page_setup(section: etree._Element) -> str:
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    first = ", first page of its own" if section.find(W + "titlePg") is not None else ""
    sides = " ".join(margins.get(W + side) for side in ("top", "right", "bottom", "left"))
    return f"page: {size.get(W + 'w')} by {size.get(W + 'h')}, margins {sides} (twips){first}"
