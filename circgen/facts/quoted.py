"""Values as they are written into a YAML file, so that they are read as themselves."""

from __future__ import annotations

import json

from circgen.facts.source import Mapping, Node, Scalar, Sequence
from circgen.facts.trees import parse
from circgen.findings import FindingsError


def quoted(text: str, *, inside: bool = False) -> str:
    """A text as a scalar, in quotes only where it needs them; `inside` brackets or braces."""
    written = f"[{text}]" if inside else text
    try:
        found = parse(f"x: {written}".encode(), "").get("x")
    except FindingsError:
        return json.dumps(text, ensure_ascii=False)
    if inside:
        found = found.items[0] if isinstance(found, Sequence) and len(found.items) == 1 else None
    plain = text and isinstance(found, Scalar) and not found.quoted and found.text == text
    return text if plain else json.dumps(text, ensure_ascii=False)


def flow(node: Node) -> str:
    """A value on one line: `{date: 2025-10-31, hours: [11:00-12:00, 13:30-15:30]}`."""
    match node:
        case Scalar(text=text):
            return quoted(text, inside=True)
        case Sequence(items=items):
            return f"[{', '.join(map(flow, items))}]"
        case Mapping(entries=entries):
            pairs = (f"{quoted(key.text, inside=True)}: {flow(value)}" for key, value in entries)
            return f"{{{', '.join(pairs)}}}"


def typed(text: str) -> str:
    """What somebody types for a value: a list or mapping of YAML as it is, else a scalar."""
    if text.startswith(("{", "[")):
        try:
            root = parse(f"x: {text}".encode(), "")
        except FindingsError:
            return quoted(text)
        if len(root.entries) == 1 and not isinstance(root.entries[0][1], Scalar):
            return text
    return quoted(text)
