"""Where the words of a kind use which fact: what a tag tests, what a bracket prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from circgen.checks.subjects import Template
from circgen.compose.sources import Piece
from circgen.facts.kinds import Kind
from circgen.facts.paths import without_places
from circgen.findings import Evidence, Location

_TEXTS = re.compile(r"\"[^\"]*\"|'[^']*'")
_CONSTANT = re.compile(r"\"[^\"]*\"|'[^']*'|(?<![\w.])\d+")
_NAME = re.compile(r"(?<![|.\w])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
_LOOP = re.compile(r"\{%-?\s*for\s+(\w+)\s+in\s+([\w.]+)")
_FILTER = re.compile(r"\|\s*((?:counted|date|days|hours|listing|moment|ordinal|schedule|years)\b)")
"""The filters that say what a fact is printed as; the others are grammar."""
_AGREES = re.compile(r"\|\s*plural\(")
_SPACED_FILTER = re.compile(r"\s*\|\s*")


class Use(NamedTuple):
    """A piece of a template, and the paths of the facts that it names, without places in lists.

    `sign` is the same in all languages for the same use.
    """

    piece: Piece
    paths: tuple[str, ...]
    sign: str

    @property
    def prints(self) -> bool:
        """Whether the fact stands in the letter: no test, and no words that agree with it."""
        return self.piece.sort == "fact" and not _AGREES.search(self.piece.text)


def uses(template: Template, kind: Kind, keys: Iterable[str]) -> dict[str, tuple[Use, ...]]:
    """The uses of each block; `keys` are the facts that there are."""
    known = frozenset(keys)
    found: dict[str, list[Use]] = {block: [] for block in template.lines}
    bound: dict[str, str] = {}
    for piece in template.pieces:
        if piece.sort not in ("fact", "tag") or not piece.block:
            continue
        if piece.text.strip("{%-+} \n").split()[:1] == ["block"]:
            each = (p.each for p in kind.paragraphs if p.id.replace("-", "_") == piece.block)
            bound = {"item": next(each, None) or ""}
        paths = tuple(_paths(piece.text, known, bound))
        sign = _sign(piece, bound, paths)
        if loop := _LOOP.match(piece.text):
            bound[loop[1]] = paths[-1] if paths else ""
        found[piece.block].append(Use(piece, paths, sign))
    return {block: tuple(own) for block, own in found.items()}


def conditions_of(
    kind: Kind, keys: Iterable[str], languages: Iterable[Mapping[str, tuple[Use, ...]]]
) -> dict[str, frozenset[str]]:
    """The facts on which a condition or loop depends, with the constants beside them."""
    known = frozenset(keys)
    found: dict[str, frozenset[str]] = {}
    for text, paths in (*_layout(kind, known), *_tags(languages)):
        constants = frozenset(match.strip("\"'") for match in _CONSTANT.findall(text))
        for path in paths:
            found[path] = found.get(path, frozenset()) | constants
    return found


def reached(
    path: str,
    kind: Kind,
    keys: Iterable[str],
    languages: Iterable[Mapping[str, tuple[Use, ...]]],
) -> frozenset[str]:
    """The blocks, `subject` too, that a fact may reach in any language."""
    known = frozenset(keys)
    found = {
        paragraph.id.replace("-", "_")
        for paragraph in kind.paragraphs
        for text in (paragraph.when, paragraph.each)
        if text and any(touch(own, path) for own in _paths(text, known, {}))
    }
    found |= {
        block
        for blocks in languages
        for block, own in blocks.items()
        if any(covers(use, path) for use in own)
    }
    return frozenset(found)


def _layout(kind: Kind, known: frozenset[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for paragraph in kind.paragraphs:
        for text in filter(None, (paragraph.when, paragraph.each)):
            yield text, tuple(_paths(text, known, {}))


def _tags(
    languages: Iterable[Mapping[str, tuple[Use, ...]]],
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for blocks in languages:
        for own in blocks.values():
            yield from ((use.piece.text, use.paths) for use in own if use.piece.sort == "tag")


def _paths(text: str, known: frozenset[str], bound: Mapping[str, str]) -> Iterator[str]:
    plain = _SPACED_FILTER.sub("|", _TEXTS.sub("", text))
    for match in _NAME.finditer(plain):
        if match.group().partition(".")[0] in (known | bound.keys()):
            yield _path(match.group(), bound)


def _sign(piece: Piece, bound: Mapping[str, str], paths: tuple[str, ...]) -> str:
    """A tag with its names as paths; of what is printed, the paths, and what it is printed as."""
    if piece.sort == "fact":
        telling = _FILTER.findall(_TEXTS.sub("", piece.text))
        return " ".join(("print", *dict.fromkeys(paths), *telling))
    inside = " ".join(piece.text.strip("{%-+} \n").replace("'", '"').split())
    word, _, condition = inside.partition(" ")
    return f"{word} {_NAME.sub(lambda match: _path(match.group(), bound), condition)}".strip()


def _path(name: str, bound: Mapping[str, str]) -> str:
    first, dot, rest = name.partition(".")
    return f"{bound.get(first, first)}{dot}{rest}"


def covers(use: Use, path: str) -> bool:
    """Whether a use is one of the fact at a path, of what holds it, or of what it holds."""
    return any(touch(own, path) for own in use.paths)


def touch(one: str, other: str) -> bool:
    """Whether two paths are those of one fact, or one of them holds the other."""
    one, other = without_places(one), without_places(other)
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def place(
    path: str,
    one: tuple[Template, tuple[Use, ...]],
    other: tuple[Template, tuple[Use, ...]],
    value: str = "",
) -> tuple[Evidence, Evidence]:
    """Where `one` uses a fact as the `other` does not, and where the other should; in one block.

    Where it is compared to `value` comes before other uses.
    """
    candidates = [n for n, use in enumerate(one[1]) if covers(use, path)]
    compared = [n for n in candidates if value and f'"{value}"' in one[1][n].sign]
    exact = [n for n in candidates if without_places(path) in one[1][n].paths]
    return counterpart(compared or exact or candidates or [0], one, other)


def counterpart(
    candidates: list[int],
    one: tuple[Template, tuple[Use, ...]],
    other: tuple[Template, tuple[Use, ...]],
) -> tuple[Evidence, Evidence]:
    """One of several uses that has no partner in the other block, if any; and its place there."""
    (template, own), (lacking, theirs) = one, other
    matcher = SequenceMatcher(
        None, [use.sign for use in own], [use.sign for use in theirs], autojunk=False
    )
    partner = {
        first + n: second + n
        for first, second, size in matcher.get_matching_blocks()
        for n in range(size)
    }
    n = min(candidates, key=lambda n: (n in partner, not own[n].prints))
    paths, taken = own[n].paths, set(partner.values())
    for m, use in enumerate(theirs):
        if m not in taken and set(use.paths) & set(paths):
            return _evidence(template, own[n].piece), _evidence(lacking, use.piece)
    before = max((k for k in range(n) if k in partner), default=0)
    after = min((k for k in range(n, len(own)) if k in partner), default=len(own) - 1)
    start = _end(lacking, theirs[partner.get(before, 0)].piece)
    end = lacking.at(theirs[partner.get(after, -1)].piece.offset)
    # As many lines below what stands before it as in the other language.
    lines = template.at(own[n].piece.offset).line - _end(template, own[before].piece).line
    line = min(start.line + lines, end.line)
    at = (
        start
        if line == start.line
        else end
        if line == end.line
        else start._replace(line=line, column=1)
    )
    return _evidence(template, own[n].piece), Evidence("", "", at)


def _end(template: Template, piece: Piece) -> Location:
    return template.at(piece.offset + len(piece.text))


def _evidence(template: Template, piece: Piece) -> Evidence:
    return Evidence("", piece.text, template.at(piece.offset))
