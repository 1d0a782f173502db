"""A DOCX as a package: its parts, their types, and how they are related."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W, R = f"{{{WORD}}}", f"{{{OFFICE}}}"
TYPES = "[Content_Types].xml"
ROOT_RELATIONS = "_rels/.rels"

# What an element that names a relation must find at its other end.
KINDS = {
    "hyperlink": "hyperlink",
    "blip": "image",
    "headerReference": "header",
    "footerReference": "footer",
}
# RFC 3986, 2: anything else has to be written with percent signs, or Word calls the file damaged.
URI = re.compile(r"[a-z][a-z0-9+.-]*:(?:[!#$&'()*+,\-./0-9:;=?@A-Z_a-z~\[\]]|%[0-9A-Fa-f]{2})+")


class Relation(NamedTuple):
    """A line of a `.rels` part; `target` is the name of a part, or an address outside."""

    id: str
    kind: str
    target: str
    outside: bool


class Package:
    """The parts of a DOCX; roots are parsed once."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        self.names = self.zip.namelist()
        self._roots: dict[str, etree._Element] = {}

    def root(self, name: str) -> etree._Element:
        if name not in self._roots:
            self._roots[name] = etree.fromstring(self.zip.read(name))
        return self._roots[name]

    def relations(self, name: str) -> list[Relation]:
        """Those of a part; "" are those of the package."""
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels not in self.names:
            return []
        return [
            Relation(
                each.get("Id", ""),
                posixpath.basename(each.get("Type", "")),
                each.get("Target", "")
                if each.get("TargetMode") == "External"
                else posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:],
                each.get("TargetMode") == "External",
            )
            for each in self.root(rels)
        ]

    @cached_property
    def main(self) -> str:
        return next(each.target for each in self.relations("") if each.kind == "officeDocument")

    def related(self, kind: str) -> list[str]:
        """The parts that the main part is related to in this way, as far as they are there."""
        return [
            each.target
            for each in self.relations(self.main)
            if each.kind == kind and each.target in self.names
        ]

    def one(self, kind: str) -> etree._Element:
        return self.root(self.related(kind)[0])

    @cached_property
    def stories(self) -> dict[str, etree._Element]:
        """The parts that hold paragraphs of the letter."""
        names = (self.main, *self.related("header"), *self.related("footer"))
        return {name: self.root(name) for name in names}


def value(element: etree._Element, *path: str) -> str:
    """`w:val` of the element down this path, or nothing."""
    found = element.find("/".join(W + step for step in path)) if path else element
    return "" if found is None else found.get(W + "val", "")


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def twice(values: Iterable[str]) -> list[str]:
    return [each for each, count in Counter(values).items() if count > 1]


def check_container(package: Package) -> Iterator[str]:
    for name in twice(package.names):
        yield f"{name}: is there twice"
    types = package.root(TYPES)
    extensions = {each.get("Extension", "").lower() for each in types if local(each) == "Default"}
    overrides = [each.get("PartName", "")[1:] for each in types if local(each) == "Override"]
    for name in twice([*extensions, *overrides]):
        yield f"{TYPES}: two types for {name}"
    for name in package.names:
        extension = name.rpartition(".")[2].lower()
        if name != TYPES and name not in overrides and extension not in extensions:
            yield f"{TYPES}: no type for {name}"
    for name in overrides:
        if name not in package.names:
            yield f"{TYPES}: a type for {name}, which is not there"


def check_relations(package: Package) -> Iterator[str]:
    reached = {TYPES, ROOT_RELATIONS}
    waiting = [""]
    while waiting:
        part = waiting.pop()
        shown = part or "package"
        relations = package.relations(part)
        for id_ in twice(each.id for each in relations):
            yield f"{shown}: two relations {id_}"
        for each in relations:
            if each.outside and not URI.fullmatch(each.target):
                yield f"{shown}: {each.id} leads to {each.target!r}, which is no address"
            if not each.outside and each.target not in package.names:
                yield f"{shown}: {each.id} leads to {each.target}, which is not there"
        parts = {each.target for each in relations if not each.outside} & set(package.names)
        waiting += sorted(parts - reached)
        reached |= parts
        folder, base = posixpath.split(part)
        reached.add(posixpath.join(folder, "_rels", f"{base}.rels"))
        if part.endswith(".xml"):
            yield from _references(package, part, {each.id: each for each in relations})
    for name in package.names:
        if name not in reached:
            yield f"{name}: nothing is related to it"


def _references(package: Package, part: str, relations: dict[str, Relation]) -> Iterator[str]:
    used = set()
    for element in package.root(part).iter(etree.Element):
        for name, id_ in element.attrib.items():
            if not name.startswith(R):
                continue
            used.add(id_)
            kind = KINDS.get(local(element))
            if id_ not in relations:
                yield f"{part}: {local(element)} names the relation {id_}, which is not there"
            elif relations[id_].kind != kind:
                found = relations[id_].kind
                yield f"{part}: {local(element)} names {id_}, which is a relation of kind {found}"
    for each in relations.values():
        if each.kind in KINDS.values() and each.id not in used:
            yield f"{part}: nothing names the {each.kind} {each.id}"
