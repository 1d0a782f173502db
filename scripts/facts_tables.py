"""The keys of a facts file as tables: what they mean, what they take, an example of each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from circgen.facts.load import ALWAYS, COMPLETE, NOT_OF_A_SERIES
from circgen.facts.schema import KEYS
from circgen.facts.source import Mapping as MappingNode
from circgen.facts.source import Node, Scalar, Sequence
from circgen.facts.texts import LocalizedText, NameOf
from circgen.facts.trees import parse
from circgen.facts.types import Choice, Converted, Flag, Key, ListOf, OneOf, Parsed, Record, Type
from circgen.library import Library

LONGEST = 44  # text in an example, in characters; longer ones are cut
WIDEST = 100  # example of keys that have a table of their own, in characters; others are left out


def facts_tables(library: Library, example: Path) -> str:
    """The sections of docs/facts.md; `example` is a facts file that uses every key."""
    return "\n".join(_sections(library, parse(example.read_bytes(), example.name)))


def _sections(library: Library, example: MappingNode) -> Iterator[str]:
    own = ", ".join(f"`{name}`" for name in NOT_OF_A_SERIES)
    yield f"A series file may have all of these keys but {own}.\n"
    yield f"## All circulars\n\n{_table(KEYS, example, _required(library))}"
    shown: list[Record] = []
    for key in KEYS.values():
        record = record_in(key.type)
        if record is None or any(record is other for other in shown):
            continue
        shown.append(record)
        names = _keys_with(record)
        title = ", ".join(f"`{each}`" for each in names)
        written_out = next((found for each in names if (found := _records(example.get(each)))), ())
        yield f"## {title}\n\n{_table(record.keys, Sequence(example.at, written_out), {})}"
    for kind in library.kinds.values():
        if kind.facts:
            required = dict.fromkeys(kind.requires, "yes")
            yield f"## Circulars of the kind `{kind.id}`\n\n{_table(kind.facts, None, required)}"
    yield (
        "## Ids\n\nWhat has a name under `glossary:` in the language packs. The clocks of a place "
        "stand in [templates/places.yaml](../templates/places.yaml).\n"
    )
    for glossary, known in library.vocabulary.glossaries.items():
        yield f"- `{glossary}`: " + ", ".join(f"`{id_}`" for id_ in sorted(known))
    yield ""


def _keys_with(record: Record) -> list[str]:
    """The keys whose value is this record, or a list of them."""
    return [name for name, key in KEYS.items() if record_in(key.type) is record]


def _required(library: Library) -> dict[str, str]:
    """What the table says of keys that a circular, or its series, must state."""
    kinds = {
        name: [f"`{kind.id}`" for kind in library.kinds.values() if name in kind.requires]
        for name in KEYS
    }
    return {
        **{name: f"in a {', '.join(ids)}" for name, ids in kinds.items() if ids},
        **dict.fromkeys(COMPLETE, "yes, except in a draft"),
        **dict.fromkeys(ALWAYS, "yes"),
    }


def _table(keys: Mapping[str, Key], example: Node | None, required: Mapping[str, str]) -> str:
    rows = ["| key | meaning | value | required | example |", "|---|---|---|---|---|"]
    for name, key in keys.items():
        stated = next((node for each in _records(example) if (node := each.get(name))), None)
        shown = f"`{flow(stated)}`" if stated else ""
        if record_in(key.type) and len(shown) > WIDEST:
            shown = ""
        needed = required.get(name) or ("yes" if key.required else "")
        cells = (f"`{name}`", key.meaning, describe(key.type), needed, shown)
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def _records(node: Node | None) -> tuple[MappingNode, ...]:
    """The records that an example gives: it is one, or a list of them."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(item for item in items if isinstance(item, MappingNode))


def record_in(type_: Type) -> Record | None:
    """The record that values of this type are, or are lists of, or may be."""
    match type_:
        case Record():
            return type_
        case ListOf(type=inner):
            return record_in(inner)
        case OneOf(record=record):
            return record_in(record)
        case _:
            return None


def describe(type_: Type) -> str:  # noqa: C901, PLR0911  one line for each type
    """What may be written as a value of this type."""
    match type_:
        case Parsed(expected=expected):
            return expected
        case Choice(words=words):
            return " or ".join(f"`{word}`" for word in words)
        case Flag():
            return "`yes` or `no`"
        case LocalizedText(markdown=True):
            return "Markdown per language"
        case LocalizedText(ends=True):
            return "a text per language, without `;` or `,` at its end"
        case LocalizedText():
            return "a text per language"
        case NameOf(glossary=glossary):
            return f"a name, or its id in [`{glossary}`](#ids)"
        case Converted(type=inner):
            return describe(inner)
        case OneOf(scalar=scalar, record=record):
            return f"{describe(scalar)}; or {describe(record)}"
        case ListOf(type=inner):
            return f"a list: {describe(inner)}"
        case Record():
            anchor = "-".join(_keys_with(type_))
            return f"[keys of its own](#{anchor})" if anchor else "keys of its own"
        case _:
            raise TypeError(f"no words for the type {type_!r}")


def flow(node: Node) -> str:
    """A value on one line; long texts are cut."""
    match node:
        case Scalar(text=text, quoted=quoted):
            cut = text if len(text) <= LONGEST else f"{text[: LONGEST - 2].rstrip()} …"
            return json.dumps(cut, ensure_ascii=False) if quoted else cut
        case Sequence(items=items):
            return f"[{', '.join(flow(item) for item in items)}]"
        case MappingNode(entries=entries):
            return f"{{{', '.join(f'{key.text}: {flow(value)}' for key, value in entries)}}}"
