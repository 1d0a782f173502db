"""Facts as YAML, in the styles that people use."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[A-Za-z0-9+][A-Za-z0-9+./:-]*[A-Za-z0-9+/]|[A-Za-z0-9]")


def _scalar(value, style):
    if _PLAIN.fullmatch(value) and value not in {"null", "~"} and style != "quoted":
        return value
    if style == "single" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False)


def _flow(node, style):
    match node:
        case dict():
            entries = [f"{key}: {_flow(value, style)}" for key, value in node.items()]
            return "{" + ", ".join(entries) + "}"
        case list():
            return "[" + ", ".join(_flow(item, style) for item in node) + "]"
        case _:
            return _scalar(node, style)


def _block(node, style, indent, flow):
    pad = " " * indent
    match node:
        case dict() if node and (not flow or indent == 0):
            for key, value in node.items():
                lines = list(_block(value, style, indent + 2, flow))
                if isinstance(value, str) or (len(lines) == 1 and lines[0].strip()[0] in "[{"):
                    yield f"{pad}{key}: {lines[0].strip()}"
                else:
                    yield f"{pad}{key}:"
                    yield from lines
        case list() if node and not flow:
            for item in node:
                first, *rest = _block(item, style, indent + 2, flow)
                yield f"{pad}- {first.strip()}"
                yield from rest
        case _:
            yield pad + _flow(node, style)


def yaml_text(facts, style="plain", flow=False, end="\n"):
    """Facts as YAML, in one of the styles that people use."""
    return end.join(_block(facts, style, 0, flow)) + end
