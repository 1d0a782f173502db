"""Styles and lists of a DOCX: whether those that are named are there."""

from __future__ import annotations

from collections.abc import Iterator

from writers.packaging import Package, W, local, twice, value

STYLED = {
    "pStyle": "paragraph",
    "rStyle": "character",
    "tblStyle": "table",
}
# Of a style: what it names must be of its own type, but for the style it is linked with.
NAMED_BY_STYLES = ("basedOn", "next")


def check_styles(package: Package) -> Iterator[str]:
    styles = package.one("styles").findall(W + "style")
    types = {each.get(W + "styleId", ""): each.get(W + "type", "") for each in styles}
    for id_ in twice(each.get(W + "styleId", "") for each in styles):
        yield f"styles: two styles with the id {id_}"
    for name in twice(value(each, "name").casefold() for each in styles):
        yield f"styles: two styles of the name {name}"
    for type_ in twice(each.get(W + "type", "") for each in styles if each.get(W + "default")):
        yield f"styles: two {type_} styles are the default"
    for each in styles:
        id_ = each.get(W + "styleId", "")
        for role in NAMED_BY_STYLES:
            if (named := value(each, role)) and types.get(named) != types[id_]:
                yield f"styles: {id_} is {role} {named}, which is no {types[id_]} style"
    yield from _circles({each.get(W + "styleId", ""): value(each, "basedOn") for each in styles})
    numbering = {"numbering": package.one("numbering")} if package.related("numbering") else {}
    for part, root in (package.stories | numbering).items():
        for element in root.iter(*(W + tag for tag in STYLED)):
            wanted, named = STYLED[local(element)], value(element)
            if types.get(named) != wanted:
                yield f"{part}: {local(element)} names {named}, which is no {wanted} style"


def _circles(bases: dict[str, str]) -> Iterator[str]:
    for id_ in bases:
        seen, at = set(), id_
        while at and at not in seen:
            seen.add(at)
            at = bases.get(at, "")
        if at == id_:
            yield f"styles: {id_} is based on itself"


def check_numbering(package: Package) -> Iterator[str]:
    numbering = package.one("numbering")
    abstracts = list(numbering.iter(W + "abstractNum"))
    lists = list(numbering.iter(W + "num"))
    for id_ in twice(each.get(W + "abstractNumId", "") for each in abstracts):
        yield f"numbering: two abstract lists {id_}"
    for id_ in twice(filter(None, (value(each, "nsid") for each in abstracts))):
        yield f"numbering: two abstract lists are {id_} by their nsid"
    for id_ in twice(each.get(W + "numId", "") for each in lists):
        yield f"numbering: two lists {id_}"


def check_lists(package: Package) -> Iterator[str]:
    """What is said of lists by those that use them."""
    numbering = package.one("numbering")
    lists = list(numbering.iter(W + "num"))
    levels = {
        each.get(W + "abstractNumId"): {
            level.get(W + "ilvl"): value(level, "pStyle") for level in each.iter(W + "lvl")
        }
        for each in numbering.iter(W + "abstractNum")
    }
    for each in lists:
        id_, abstract = each.get(W + "numId"), value(each, "abstractNumId")
        if abstract not in levels:
            yield f"numbering: list {id_} is of the abstract list {abstract}, which is not there"
            continue
        for override in each.iter(W + "lvlOverride"):
            if (level := override.get(W + "ilvl")) not in levels[abstract]:
                yield f"numbering: list {id_} changes level {level}, which is not there"
    of_list = {each.get(W + "numId"): value(each, "abstractNumId") for each in lists}
    for part, root in (package.stories | {"styles": package.one("styles")}).items():
        for each in root.iter(W + "numPr"):
            id_, level = value(each, "numId"), value(each, "ilvl") or "0"
            if id_ not in of_list:
                yield f"{part}: names list {id_}, which is not there"
            elif level not in levels.get(of_list[id_], {level: ""}):
                yield f"{part}: names level {level} of list {id_}, which is not there"
    yield from _styles_with_lists(package, of_list, levels)


def _styles_with_lists(
    package: Package, of_list: dict[str, str], levels: dict[str, dict[str, str]]
) -> Iterator[str]:
    for style in package.one("styles").iter(W + "style"):
        list_id, level = (value(style, "pPr", "numPr", each) for each in ("numId", "ilvl"))
        named = levels.get(of_list.get(list_id, ""), {}).get(level or "0", "")
        if list_id and named and named != style.get(W + "styleId"):
            yield f"styles: {style.get(W + 'styleId')} counts with the list of {named}"
