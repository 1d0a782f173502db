"""What makes a DOCX sound beyond its schema: what its parts say of each other holds.

`problems(data)` lists what does not. Word refuses, repairs or silently drops most of what is looked
for here, and neither of the two validators in tests/real sees all of it; tests/writers/breakages.py
has a document for each, and who notices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from writers.packaging import Package, W, check_container, check_relations, twice, value
from writers.styling import check_lists, check_numbering, check_styles

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


def problems(data: bytes) -> list[str]:
    """What does not hold, each once, in the order of the checks."""
    package = Package(data)
    found = dict.fromkeys(said for check in CHECKS for said in check(package))
    return list(found)


# --- ids, tables, sections


def check_ids(package: Package) -> Iterator[str]:
    bodies = list(package.stories.values())
    drawings = [each.get("id", "") for root in bodies for each in root.iter("{*}docPr")]
    for id_ in twice(drawings):
        yield f"two pictures have the id {id_}"
    starts = [each for root in bodies for each in root.iter(W + "bookmarkStart")]
    ends = [each.get(W + "id", "") for root in bodies for each in root.iter(W + "bookmarkEnd")]
    for what in ("id", "name"):
        for id_ in twice(each.get(W + what, "").casefold() for each in starts):
            yield f"two bookmarks have the {what} {id_}"
    if sorted(each.get(W + "id", "") for each in starts) != sorted(ends):
        yield "a bookmark begins or ends alone"


def check_tables(package: Package) -> Iterator[str]:
    for part, root in package.stories.items():
        for number, table in enumerate(root.iter(W + "tbl"), 1):
            yield from (f"{part}: table {number}: {said}" for said in _table(table))
        for each in root.iter(W + "tc"):
            if not len(each) or each[-1].tag != W + "p":
                yield f"{part}: a cell does not end with a paragraph"


def _table(table: etree._Element) -> Iterator[str]:
    grid = [int(each.get(W + "w", 0)) for each in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    above: set[int] = set()
    for number, row in enumerate(table.iterfind(W + "tr"), 1):
        column, merged = 0, set()
        for cell in row.iterfind(W + "tc"):
            span = int(value(cell, "tcPr", "gridSpan") or 1)
            width = cell.find(f"{W}tcPr/{W}tcW")
            if width is not None and int(width.get(W + "w", 0)) != sum(
                grid[column : column + span]
            ):
                yield f"row {number}: a cell is not as wide as its columns"
            if (merge := cell.find(f"{W}tcPr/{W}vMerge")) is not None:
                if value(merge) != "restart" and column not in above:
                    yield f"row {number}: a cell is merged with none above it"
                merged.add(column)
            column += span
        if column != len(grid):
            yield f"row {number}: {column} columns, and the table has {len(grid)}"
        above = merged
    following = table.getnext()
    if following is None or following.tag != W + "p":
        yield "no paragraph after it"


def check_section(package: Package) -> Iterator[str]:
    body = package.root(package.main).find(W + "body")
    if not len(body) or body[-1].tag != W + "sectPr":
        yield f"{package.main}: says nothing about its page"


# --- words


def check_words(package: Package) -> Iterator[str]:
    for part, root in package.stories.items():
        for each in root.iter(W + "t"):
            text = each.text or ""
            if text != text.strip() and each.get(XML_SPACE) != "preserve":
                yield f"{part}: Word drops the spaces around {text!r}"
            if re.search("[\t\n\r]", text):
                yield f"{part}: Word prints a space for a tab or line end in {text!r}"
        for run in root.iter(W + "r"):
            if all(child.tag == W + "rPr" for child in run):
                yield f"{part}: a run says nothing"
        for link in root.iter(W + "hyperlink"):
            if not "".join(link.itertext()).strip():
                yield f"{part}: a link that nobody sees"
            if next(link.iterancestors(W + "hyperlink"), None) is not None:
                yield f"{part}: a link in a link"


def check_languages(package: Package) -> Iterator[str]:
    for part, root in package.stories.items():
        for each in root.iter(W + "lang"):
            for tag in each.attrib.values():
                if not LANGUAGE_TAG.fullmatch(tag):
                    yield f"{part}: {tag!r} is no language"


CHECKS = (
    check_container,
    check_relations,
    check_styles,
    check_numbering,
    check_lists,
    check_ids,
    check_tables,
    check_section,
    check_words,
    check_languages,
)
