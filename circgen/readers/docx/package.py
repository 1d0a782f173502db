"""The parts of a DOCX and how they point to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

from circgen.readers.docx.archive import Archive
from circgen.readers.docx.kinds import is_zip, no_document, other_package
from circgen.readers.docx.markup import Attributes, Budget, Grammar, parse
from circgen.readers.docx.refusals import damaged

CONTENT_TYPES = "[Content_Types].xml"
USUAL_MAIN = "word/document.xml"
MAIN = ("wordprocessingml.", "ms-word.")
"""What is in the content type of a document or template, with macros or without."""


class Relation(NamedTuple):
    """`kind` is the last word of its type (`header`), `part` the name of what it points to."""

    kind: str
    part: str


class Package:
    """A Word document, opened; raises FindingsError where it is none, damaged or hostile."""

    def __init__(self, data: bytes, file: str) -> None:
        if not is_zip(data):
            raise no_document(data, file)
        self.file = file
        self._archive = Archive(data, file)
        self._budget = Budget(file)
        self.main = self._main_part()
        self._related = self.relations(self.main)

    def parse(self, part: str, grammar: Grammar) -> None:
        """Reads a part as the grammar says."""
        parse(self._archive.read(part), part, grammar, self._budget)

    def related(self, kind: str) -> str | None:
        """The part of that kind, such as `styles`, that the document points to."""
        return next((r.part for r in self._related.values() if r.kind == kind), None)

    def part(self, relation: str) -> str | None:
        """The part that the document points to under that id."""
        return self._related[relation].part if relation in self._related else None

    def relations(self, part: str) -> Mapping[str, Relation]:
        """What a part points to within the package, by id."""
        folder, name = posixpath.split(part)
        listing = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, Relation] = {}

        def relation(attributes: Attributes) -> None:
            if attributes.get("TargetMode") != "External":
                target = _decoded(attributes.get("Target", ""))
                kind = attributes.get("Type", "").rpartition("/")[2]
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found[attributes.get("Id", "")] = Relation(kind, path)

        if listing in self._archive:
            self.parse(listing, Grammar({"rels:Relationship": relation}))
        return found

    def _main_part(self) -> str:
        """The document itself, which is found by what points to it rather than by its name."""
        types, defaults = self._content_types()
        main = next((r.part for r in self.relations("").values() if r.kind == "officeDocument"), "")
        kind = types.get(f"/{main}".lower()) or defaults.get(main.rpartition(".")[2].lower(), "")
        if main and any(word in kind for word in MAIN):
            return main
        if not kind and USUAL_MAIN in self._archive:
            raise damaged(
                self.file,
                f"`{self.file}` is damaged: what says that {USUAL_MAIN} is its text is missing",
            )
        mimetype = b"".join(self._archive.read("mimetype")) if "mimetype" in self._archive else b""
        raise other_package(self.file, mimetype, kind)

    def _content_types(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Of parts by name, and of all others by the ends of their names; both in lower case."""
        types: dict[str, str] = {}
        defaults: dict[str, str] = {}

        def override(attributes: Attributes) -> None:
            types[attributes.get("PartName", "").lower()] = attributes.get("ContentType", "")

        def default(attributes: Attributes) -> None:
            defaults[attributes.get("Extension", "").lower()] = attributes.get("ContentType", "")

        if CONTENT_TYPES in self._archive:
            self.parse(
                CONTENT_TYPES, Grammar({"types:Override": override, "types:Default": default})
            )
        return types, defaults


def _decoded(target: str) -> str:
    if "%" not in target:
        return target
    from urllib.parse import unquote  # noqa: PLC0415 - rarely needed, and long to import

    return unquote(target)
