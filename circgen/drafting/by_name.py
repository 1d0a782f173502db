"""What people type for an id: `U4SSC`, `English` and `New Delhi` are `u4ssc`, `en`, `new-delhi`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from circgen.drafting.draft import Draft
from circgen.facts.reading import suggestion
from circgen.facts.texts import NameOf
from circgen.facts.types import Choice, Converted, Flag, ListOf, OneOf, Type

_NO_LETTERS = re.compile(r"[\W_]+")
_YES_OR_NO = {"yes": ("y", "yes", "true"), "no": ("n", "no", "false")}


def meant(draft: Draft, path: str, answers: Sequence[str]) -> tuple[str, ...]:
    """Answers with ids and words of facts files where people type others; the rest as it is."""
    words = _unambiguous(_called(draft, path))
    is_list = isinstance(draft.type_at(path), ListOf)
    return tuple(_meant(answer.strip(), words, is_list=is_list) for answer in answers)


def strange(draft: Draft, path: str, answers: Sequence[str]) -> tuple[str, str] | None:
    """What is wrong with an answer that is none of the project's ids, and which there are."""
    ids = _ids(draft).get(path)
    if ids is None:
        return None
    between = r"[\s,;]+" if path == "editions" else "[,;]"
    words = re.split(between, ",".join(answer.strip("[]") for answer in answers))
    found = next((word for word in words if word not in ids), None)
    return (f"`{found}` is not known here", suggestion(found, ids)) if found else None


def _meant(answer: str, words: Mapping[str, str], *, is_list: bool) -> str:
    if answer.startswith(("{", "[")) or not words:
        return answer
    if whole := words.get(_folded(answer)):
        return whole
    if not is_list:
        return answer
    found: list[str] = []
    for part in filter(None, map(str.strip, re.split("[,;]", answer))):
        each = [words.get(_folded(word), "") for word in part.split()]
        found += [words.get(_folded(part), "") or part] if not all(each) else each
    return ", ".join(found)


def _folded(text: str) -> str:
    return _NO_LETTERS.sub("-", text.casefold()).strip("-")


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The id by all that it is called, unless another one is called so."""
    found: dict[str, set[str]] = {}
    for name, id_ in pairs:
        found.setdefault(_folded(name), set()).add(id_)
    return {name: ids.pop() for name, ids in found.items() if name and len(ids) == 1}


def _called(draft: Draft, path: str) -> Iterator[tuple[str, str]]:
    """Names, each with the id or word that stands in the file for it."""
    if path == "status":
        yield from ((name, word) for word, names in _YES_OR_NO.items() for name in names)
    for id_ in _ids(draft).get(path, ()):
        yield id_, id_
    if path == "editions":
        for code, pack in draft.library.packs.items():
            yield pack.name, code
            yield pack.file_letter, code
        codes = {*draft.library.packs}
        spoken = _of_type(draft, NameOf("working_languages"))
        yield from ((name, id_) for name, id_ in spoken if id_ in codes)
    elif type_ := draft.type_at(path):
        yield from _of_type(draft, type_)


def _ids(draft: Draft) -> Mapping[str, tuple[str, ...]]:
    """Where ids of the project must stand, and which there are."""
    project = draft.library.project
    return {
        "series": tuple(project.series()),
        "kind": tuple(project.layouts()),
        "editions": tuple(draft.library.packs),
    }


def _of_type(draft: Draft, type_: Type) -> Iterator[tuple[str, str]]:
    match type_:
        case ListOf(type=inner) | Converted(type=inner) | OneOf(scalar=inner):
            yield from _of_type(draft, inner)
        case Choice(words=words):
            yield from ((word, word) for word in words)
        case Flag():
            yield from ((name, word) for word, names in _YES_OR_NO.items() for name in names)
        case NameOf(glossary=glossary):
            for id_ in draft.library.vocabulary.glossaries[glossary]:
                yield id_, id_
                for pack in draft.library.packs.values():
                    forms = pack.glossary[glossary].get(id_, {})
                    if name := forms.get(pack.plain_form) or forms.get(""):
                        yield name, id_
        case _:
            pass
