"""What changed, as JSON for programs."""

from __future__ import annotations

import json

from circgen.findings import Location
from circgen.versions.change import Change, Comparison, Edition, Said


def objects(comparison: Comparison) -> str:
    """One object: both names, the changes, and the editions."""
    whole = {
        "old": comparison.old,
        "new": comparison.new,
        "changes": [_change(change) for change in comparison.changes],
        "editions": [_edition(edition) for edition in comparison.editions],
        "has_gone_out": comparison.has_gone_out,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _change(change: Change) -> dict[str, object]:
    return {
        "group": change.group,
        "how": change.how.value,
        "path": change.path,
        "message": change.message,
        "language": change.language or None,
        "old": _said(change.old),
        "new": _said(change.new),
        "letters": {language: list(parts) for language, parts in change.letters.items()},
    }


def _said(said: Said | None) -> dict[str, object] | None:
    return {"value": said.value, **_place(said.at)} if said else None


def _place(at: Location) -> dict[str, object]:
    """As in findings: numbers count from 1, null is what is not known."""
    return {
        "file": at.file,
        "line": at.line or None,
        "column": at.column or None,
        "paragraph": at.paragraph or None,
        "place": str(at),
    }


def _edition(edition: Edition) -> dict[str, object]:
    return {
        "language": edition.language,
        "how": edition.how.value if edition.how else None,
        "parts": [
            {
                "id": part.id,
                "number": part.number or None,
                "how": part.how.value,
                "old": list(part.old),
                "new": list(part.new),
            }
            for part in edition.parts
        ],
    }
