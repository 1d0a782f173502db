"""The letterhead: a DOCX whose styles, page, headers and footers every letter takes over.

It is read once. Whoever designs letters changes it in Word; what a letter needs of it is asked for
by the names of its styles, for Word writes ids in the language of its own menus.
"""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from circgen.findings import Finding, FindingsError, Location
from circgen.writers.docx.markup import OFFICE, WORD, Element, parse
from circgen.writers.docx.package import Entry, read
from circgen.writers.docx.parts import Part, Relation, Slot, cut, relations, text_slots
from circgen.writers.docx.styles import LISTS, Role, Style, styles_by_role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

RULE = "letterhead"
HELP = "mend it in Word, or make a new one with scripts/make_letterhead.py"
CONTENT_TYPES = "[Content_Types].xml"
PACKAGE_RELATIONS = "_rels/.rels"
APPLICATION = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>circgen</Application></Properties>"""
"""In place of what Word counted in the letterhead: its pages, words and minutes."""


class _LetterheadError(ValueError):
    """The letterhead lacks something; each argument says one thing."""


class ListStyle(NamedTuple):
    """The numbering of a style: an abstract list of the numbering part, and a level in it."""

    abstract_id: str
    level: int


class Letterhead(NamedTuple):
    """A letterhead, read and cut. Entries stay as they are, parts are filled by each letter."""

    entries: tuple[Entry | Part, ...]
    styles: Mapping[Role, Style]
    lists: Mapping[Role, ListStyle]
    folder: str  # of the main part: "word"
    width: int  # of the text between the margins, in twips
    first_list: int  # the lowest numbering id that is free
    first_relation: int  # the lowest n for which the relation id "rIdn" is free
    knows_png: bool  # whether the content types name PNG

    @classmethod
    def open(cls, path: str | PathLike[str]) -> Letterhead:
        """The letterhead in a file; raises FindingsError that says what is wrong with it."""
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise _findings(str(path), f"can't be read: {error.strerror}") from None
        return cls.of(data, str(path))

    @classmethod
    def of(cls, data: bytes, file: str) -> Letterhead:
        """The letterhead in the bytes of a DOCX; `file` is its name in findings."""
        try:
            return _letterhead(_Source.of(read(data)))
        except _LetterheadError as error:
            raise _findings(file, *error.args) from None
        except ValueError as error:
            raise _findings(file, f"not a DOCX file: {error}") from None


def _findings(file: str, *messages: str) -> FindingsError:
    return FindingsError(*(Finding(Location(file), RULE, each, HELP) for each in messages))


class _Source(NamedTuple):
    """The stored package, and what its main part is related to. Names are those of entries."""

    entries: Mapping[str, Entry]
    core_properties: str
    application: str
    main: str
    main_relations: str
    related: tuple[Relation, ...]

    @classmethod
    def of(cls, stored: tuple[Entry, ...]) -> _Source:
        entries = {each.name: each for each in stored}
        if PACKAGE_RELATIONS not in entries or CONTENT_TYPES not in entries:
            raise _LetterheadError("not a DOCX file: it is a ZIP file of another kind")
        top = {
            each.kind: _target("", each.target)
            for each in relations(entries[PACKAGE_RELATIONS].data())
        }
        # Word on the web calls the main part document2.xml.
        for kind in ("officeDocument", "core-properties", "extended-properties"):
            if top.get(kind) not in entries:
                raise _LetterheadError(f"has no part for {kind}: save it with Word")
        main = top["officeDocument"]
        folder, name = posixpath.split(main)
        main_relations = f"{folder}/_rels/{name}.rels"
        if main_relations not in entries:
            raise _LetterheadError(f"has no {main_relations}: save it with Word")
        return cls(
            entries=entries,
            core_properties=top["core-properties"],
            application=top["extended-properties"],
            main=main,
            main_relations=main_relations,
            related=relations(entries[main_relations].data()),
        )

    @property
    def folder(self) -> str:
        return posixpath.dirname(self.main)

    def root(self, name: str) -> Element:
        return parse(self.entries[name].data())

    def names(self, kind: str) -> list[str]:
        """The names of the parts of this kind."""
        names = (_target(self.folder, each.target) for each in self.related if each.kind == kind)
        return [name for name in names if name in self.entries]

    def only(self, kind: str) -> str:
        """The name of the one part of this kind."""
        if not (names := self.names(kind)):
            raise _LetterheadError(f"has no {kind}: save it with Word")
        return names[0]


def _target(folder: str, target: str) -> str:
    """The name of the entry that a relation of a part in this folder points at."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _letterhead(source: _Source) -> Letterhead:
    document = source.root(source.main)
    if document.attributes.get("xmlns:w") != WORD or document.attributes.get("xmlns:r") != OFFICE:
        raise _LetterheadError(
            'not in the usual format of Word: save it as "Word document (.docx)"'
        )
    style_list = source.root(source.only("styles"))
    styles, problems = styles_by_role(style_list)
    if problems:
        raise _LetterheadError(*problems)
    numbering = source.root(source.only("numbering"))
    types = source.root(CONTENT_TYPES)
    relation_list = source.root(source.main_relations)
    body = document.child("w:body")
    if body is None or not body.children or body.children[-1].name != "w:sectPr":
        raise _LetterheadError("says nothing about its page: the section properties are missing")
    section = body.children[-1]
    lists = [each for each in numbering.children if each.name == "w:num"]

    core = source.entries[source.core_properties]
    slots = {
        source.main: [(body.inside, section.start, Slot.BODY)],
        source.main_relations: [(relation_list.close, relation_list.close, Slot.RELATIONS)],
        source.only("styles"): _language_slot(style_list),
        source.only("numbering"): [(lists[-1].end, lists[-1].end, Slot.NUMBERS)] if lists else [],
        CONTENT_TYPES: [(types.inside, types.inside, Slot.CONTENT_TYPES)],
        core.name: [(0, core.size, Slot.CORE_PROPERTIES)],
        **_text_slots(source, "header", styles[Role.RUNNING_HEAD], Slot.RUNNING_HEAD),
        **_text_slots(source, "footer", styles[Role.FOOTER], Slot.FOOTER),
    }
    application = Entry.of(source.application, APPLICATION)
    return Letterhead(
        entries=tuple(
            Part(each.name, cut(each.data(), slots[each.name])) if each.name in slots else each
            for each in {**source.entries, application.name: application}.values()
        ),
        styles=styles,
        lists={role: _list_style(lists, role, styles[role]) for role in LISTS},
        folder=source.folder,
        width=_text_width(section),
        first_list=1 + max(int(each.attributes.get("w:numId", "0")) for each in lists),
        first_relation=1 + max(_number_in(each.id) for each in source.related),
        knows_png=any(
            each.attributes.get("Extension", "").lower() == "png" for each in types.children
        ),
    )


def _language_slot(styles: Element) -> list[tuple[int, int, Slot]]:
    """Where the styles say the language of what says none itself; PDF and screen readers ask."""
    defaults = styles.child("w:docDefaults", "w:rPrDefault", "w:rPr")
    if defaults is None or defaults.inside == defaults.end:
        return []
    if language := defaults.child("w:lang"):
        return [(language.start, language.end, Slot.LANGUAGE)]
    return [(defaults.close, defaults.close, Slot.LANGUAGE)]


def _text_slots(
    source: _Source, kind: str, style: Style, slot: Slot
) -> dict[str, list[tuple[int, int, Slot]]]:
    """The slots in the headers or footers that have any."""
    places = {name: text_slots(source.root(name), style.id, slot) for name in source.names(kind)}
    found = {name: each for name, each in places.items() if each}
    if not found:
        role = Role.FOOTER if slot is Slot.FOOTER else Role.RUNNING_HEAD
        raise _LetterheadError(f'no {kind} has a paragraph with the style "{role}"')
    return found


def _list_style(lists: list[Element], role: Role, style: Style) -> ListStyle:
    for each in lists:
        abstract = each.child("w:abstractNumId")
        if abstract and each.attributes.get("w:numId") == style.list_id:
            return ListStyle(abstract.attributes.get("w:val", ""), style.level)
    raise _LetterheadError(f'the numbering of style "{role}" is missing')


def _text_width(section: Element) -> int:
    """The width of the page between its margins, in twips."""
    size, margins = section.child("w:pgSz"), section.child("w:pgMar")
    if size is None or margins is None:
        raise _LetterheadError("says nothing about its page: size or margins are missing")
    left, right = margins.attributes.get("w:left", "0"), margins.attributes.get("w:right", "0")
    return int(size.attributes.get("w:w", "0")) - int(left) - int(right)


def _number_in(relation_id: str) -> int:
    """What stands after "rId"; 0 for ids of other makes."""
    digits = relation_id.removeprefix("rId")
    return int(digits) if digits.isascii() and digits.isdigit() else 0
