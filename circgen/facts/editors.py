"""The JSON Schema of facts files and series files, by which editors complete and check them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from circgen.facts.kinds import Kind
from circgen.facts.load import ALWAYS, COMPLETE, NOT_OF_A_SERIES
from circgen.facts.model import Facts
from circgen.facts.schema import FACTS, KEYS
from circgen.facts.texts import NameOf
from circgen.facts.types import Key, Schema

DRAFT: Schema = {"properties": {"status": {"const": "draft"}}, "required": ["status"]}
HAS_SERIES: Schema = {"required": ["series"]}


def facts_schema(kinds: Iterable[Kind], glossaries: Mapping[str, Iterable[str]]) -> Schema:
    """The schema, with the keys of every kind and the ids of every glossary of a project.

    Only keywords that draft 7 has too, with the same meaning: editors go no further. A file that
    states a key which no series may have is a circular; what it must state depends on whether it is
    a draft, whether it has a series, and on its kind.
    """
    kinds = tuple(kinds)
    schema = FACTS.schema()
    del schema["required"]
    schema["properties"] |= {
        name: {
            "anyOf": [key.type.schema() for _, key in keys],
            "description": f"{keys[0][1].meaning}: {', '.join(kind.id for kind, _ in keys)}",
        }
        for name, keys in _keys_of_kinds(kinds).items()
    }
    rules = [*_required(), *_required_by_kinds(kinds)]
    ids = {glossary: sorted(known) for glossary, known in glossaries.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Facts of a circular",
        "$comment": "written by `circgen schema`",
        **_with_ids(schema, ids),
        "if": {"anyOf": [{"required": [name]} for name in NOT_OF_A_SERIES]},
        "then": {"allOf": rules},
    }


def _keys_of_kinds(kinds: Iterable[Kind]) -> dict[str, list[tuple[Kind, Key]]]:
    """The keys that only some kinds have, with the kinds that have them."""
    found: dict[str, list[tuple[Kind, Key]]] = {}
    for kind in kinds:
        for name, key in kind.facts.items():
            found.setdefault(name, []).append((kind, key))
    return found


def _required() -> Iterator[Schema]:
    """What every circular must state, itself or through its series."""
    own = [name for name in COMPLETE if name in NOT_OF_A_SERIES]
    always = [*(name for name, key in KEYS.items() if key.required), *ALWAYS]
    yield {"if": DRAFT, "else": {"required": own}}
    yield {"if": HAS_SERIES, "else": {"required": always}}
    yield {"if": {"anyOf": [DRAFT, HAS_SERIES]}, "else": {"required": list(COMPLETE)}}


def _required_by_kinds(kinds: Iterable[Kind]) -> Iterator[Schema]:
    """What a circular of a kind must state; one with a series may take its kind from there."""
    default = Facts._field_defaults["kind"]
    for kind in kinds:
        is_kind: Schema = {"properties": {"kind": {"const": kind.id}}, "required": ["kind"]}
        if kind.id == default:
            assumed = {"not": {"required": ["kind"]}}
            without_series = {"anyOf": [is_kind, assumed], "not": HAS_SERIES}
        else:
            without_series = {**is_kind, "not": HAS_SERIES}
        own = [name for name in kind.requires if name in NOT_OF_A_SERIES]
        yield {"if": without_series, "then": {"required": list(kind.requires)}}
        yield {"if": is_kind, "then": {"required": own}}


def _with_ids(schema: Any, ids: Mapping[str, list[str]]) -> Any:  # noqa: ANN401  any JSON
    """The schema, in which an id is one of its glossary."""
    if isinstance(schema, list):
        return [_with_ids(item, ids) for item in schema]
    if not isinstance(schema, dict):
        return schema
    for glossary, known in ids.items():
        if schema == NameOf(glossary).schema()["anyOf"][0]:
            return {**schema, "enum": known}
    return {key: _with_ids(value, ids) for key, value in schema.items()}
