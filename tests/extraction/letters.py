"""Letters to draft facts files from, and what the drafts say."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from golden.shelves import ROOT

from circgen.extraction.draft import Draft, draft
from circgen.extraction.periods import Period
from circgen.facts.model import Facts
from circgen.facts.source import Mapping, Scalar, Sequence
from circgen.facts.trees import parse
from circgen.findings import Finding, Location
from circgen.library import Library, read_bytes
from circgen.project import find_project
from circgen.proofreading import Proofreader

LETTERS = Path(__file__).parent / "letters"
PERIODS = (
    Period(2022, 2024, Location("u4ssc-07.yaml", 4, 15)),
    Period(2025, 2028, Location("u4ssc-09.yaml", 4, 15)),
)
DRAFT = Path("draft.yaml")
HARBOURS = """INTERNATIONAL TELECOMMUNICATION UNION

Geneva, 4 May 2026

Ref: TSB Circular 302
Tel: +41 22 730 5222
E-mail: harbours@itu.int

To:
- Administrations of Member States of the Union

Subject: {subject}

Dear Sir/Madam,

{body}

Yours faithfully,

Seizo Onoe
Director of the Telecommunication Standardization Bureau
"""


@cache
def own_library() -> Library:
    return Library(find_project(ROOT))


def extracted(documents: dict[str, bytes], library: Library | None = None) -> Draft:
    """The draft made of some documents, by their names."""
    return _extracted(tuple(documents.items()), library or own_library())


def drafted(subject: str, *paragraphs: str) -> Draft:
    """The draft made of an English letter about harbours, with these paragraphs."""
    text = HARBOURS.format(subject=subject, body="\n\n".join(paragraphs))
    return extracted({"en.txt": text.encode()})


@lru_cache(maxsize=64)
def _extracted(documents: tuple[tuple[str, bytes], ...], library: Library) -> Draft:
    proofreader = Proofreader(library)
    sides = [proofreader.side_of(data, name) for name, data in documents]
    return draft(sides, library, PERIODS)


def loaded(text: str, library: Library) -> Facts:
    """The facts of a draft."""
    data = text.encode()
    own = Library(library.project, lambda path: data if path == DRAFT else read_bytes(path))
    return own.load(DRAFT).file.facts


def shown(findings: tuple[Finding, ...]) -> list[str]:
    """Findings, a line each."""
    return [f"{each.location}: {each.level}: {each.message} [{each.rule}]" for each in findings]


def plain(text: str) -> dict:
    """A draft as it is written, without its comments."""
    return _value(parse(text.encode(), "draft.yaml"))


def _value(node):
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [_value(item) for item in node.items]
        case Mapping():
            return {key.text: _value(value) for key, value in node.entries}


def leaves(facts: object, path: str = "") -> dict[str, str]:
    """What facts state, by path. A zone's label only checks what the zone says already."""
    found: dict[str, str] = {}
    if hasattr(facts, "_asdict"):
        for key, value in facts._asdict().items():
            found |= leaves(value, f"{path}.{key}" if path else key)
    elif isinstance(facts, tuple):
        for index, value in enumerate(facts):
            found |= leaves(value, f"{path}[{index}]")
    elif hasattr(facts, "items"):
        for key, value in facts.items():
            found |= leaves(value, f"{path}.{key}")
    elif facts not in {None, False} and not path.endswith("zone_label"):
        found[path] = str(facts)
    return found


def differences(before: Facts, after: Facts) -> list[str]:
    """The paths of what two circulars state otherwise."""
    one, other = leaves(before), leaves(after)
    return [path for path in sorted({*one, *other}) if one.get(path) != other.get(path)]
