"""A saved DOCX as its reader sees it: XML parts, paragraphs with their styles and numbers."""

import io
import posixpath
import zipfile
from collections import Counter

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MAIN = "word/document.xml"


class Opened:
    def __init__(self, data):
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        self.styles = {
            style.get(W + "styleId"): style
            for style in self.root("word/styles.xml").iter(W + "style")
        }

    def root(self, name):
        return etree.fromstring(self.zip.read(name))

    @property
    def body(self):
        return self.root(MAIN)[0]

    def relations(self):
        """Id to type (its last word), target and mode."""
        return {
            each.get("Id"): (
                posixpath.basename(each.get("Type")),
                each.get("Target"),
                each.get("TargetMode", "Internal"),
            )
            for each in self.root("word/_rels/document.xml.rels")
        }

    def style_name(self, element):
        """The name of the style of a paragraph or run, None where it has none."""
        styled = element.find(f"{W}pPr/{W}pStyle") if element.tag == W + "p" else None
        if element.tag == W + "r":
            styled = element.find(f"{W}rPr/{W}rStyle")
        if styled is None:
            return None
        return self.styles[styled.get(W + "val")].find(W + "name").get(W + "val")

    def lines(self):
        """Style name, number or mark, and text of each paragraph of the body that has text."""
        numbering = self.root("word/numbering.xml")
        lists = {each.get(W + "numId"): each for each in numbering.iter(W + "num")}
        levels = {
            each.get(W + "abstractNumId"): each.find(W + "lvl")
            for each in numbering.iter(W + "abstractNum")
        }
        counted = Counter()
        found = []
        for paragraph in self.body.iter(W + "p"):
            mark = ""
            number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
            if number is None:
                style = self.styles[paragraph.find(f"{W}pPr/{W}pStyle").get(W + "val")]
                number = style.find(f"{W}pPr/{W}numPr/{W}numId")
            if number is not None:
                instance = lists[number.get(W + "val")]
                level = levels[instance.find(W + "abstractNumId").get(W + "val")]
                first = instance.find(f"{W}lvlOverride/{W}startOverride")
                first = level.find(W + "start") if first is None else first
                value = int(first.get(W + "val")) + counted[number.get(W + "val")]
                counted[number.get(W + "val")] += 1
                mark = level.find(W + "lvlText").get(W + "val").replace("%1", str(value))
            if text := text_of(paragraph):
                found.append((self.style_name(paragraph), mark, text))
        return found


def text_of(element):
    """Text with line feeds for breaks, and tabs."""
    characters = {W + "br": "\n", W + "tab": "\t"}
    return "".join(
        characters.get(each.tag) or each.text or ""
        for run in element.iter(W + "r")
        for each in run.iterchildren(W + "t", W + "br", W + "tab")
    )


def unmarked(text):
    """A text without the marks that keep parts of right-to-left text in order."""
    return text.replace("\N{LEFT-TO-RIGHT MARK}", "").replace("\N{RIGHT-TO-LEFT MARK}", "")
